"""Tell bodies (ministries, agencies, teams, outlets) from persons by the words in a name."""

import re
from functools import lru_cache

# Heads and parts of names of bodies in en, de, fr, es, it, pt, ru, then nl, sv, da, pl and ar.
# Compared case-folded.
_WORDS = frozenset(
    """
    academy academies accademia academia académie administration administración administração
    advisory affairs agency agencies agencia agenzia agência agence akademie alliance allianz
    alto amnesty amt archive archives archiv armed army asamblea associated assemblea assemblée
    assembleia assembly associates association associação associazione asociación associés
    ausschuss autoridad authority authorities autorité autorità autoridade bank banque banca
    banco batallion board body broadcasting bundesamt bundesministerium bundesrat
    bundesregierung bundestag bundesverband bundesanstalt bundeszentrale bundeswehr bureau büro
    cabinet cámara câmara camera center centers centre centres central centro centrum chamber
    channel charity chronicle church cia city club coalition collaboration collaborative
    collective college collège comisión comissão comité comitê comitato commissariat commission
    commissioner committee commonwealth community company compagnie computing confederation
    confederación conference congress congreso conseil consejo conselho consiglio consortium
    constitution contributors cooperation corporation corps corte council council's court
    courts crescent cross daily data defence defense delegation deutsche deutscher deutsches
    department dept département
    departamento departement development digest diplomacy direction directorate dirección
    division editorial editors ejército ministère embassy enterprise enterprises environment
    europe exchange executive facebook faculty federation fédération federación federazione
    federal federation fellowship firm forces foreign forum foundation fondation fondazione
    forschung fund fundación fundação fonds free gazette gerichtshof gesellschaft government
    gobierno governo gouvernement group groupe grupo gruppe gruppo guild haut health herald
    hochschule hospital house human initiative iniciativa inc initiative inspectorate institut
    institute institutes institution instituto istituto intelligence international
    internacional internationale journal justice kommission kommunikation labor laboratory labs
    league library ligue limited llc llp ltd magazine marine media medicine ministerio
    ministero ministry ministerium ministère ministério mission monitor museum museo musée
    médecins national nationale nationen nations network networks news newspaper newsroom ngo
    nonprofit north nuclear observatory observatoire observatorio cour cours comptes panel
    climate brigade ombudsman prosecutor procuraduría gendarmerie oficina office ogi omnibus
    onu organisation organisations organization organizations organización organização
    organizzazione organismo osservatorio parliament parlament parlement parlamento partido
    partei parti partito partnership parlamentul police policy post press presse prensa
    presidency prison program programme programa programma project projekt projet protection
    public redaktion redaction rédaction redacción redação redazione reform regierung registry
    relations relief report reporters reports republic république república research review
    rights sans school schule secretaría secretariat section securities security senado senate
    sénat sciences service services sindicato site society société società sociedad sociedade
    soldiers sozialforschung speaker squad staff state states station statistics statistik
    statistisches stiftung studies studio studios study survey system systems taskforce team
    technologies technology telegraph television think times trade treasury tribunal tribune
    trust unión union união unione unit united universidad universidade universitat university
    università université universität universiteit universitet university's verband verein
    vereinigung verlag verwaltung volunteers watch web wikipedia women workers working workshop
    works world zeitung zentrale zentralrat zentrum агентство академия администрация ассоциация
    банк ведомство верховный вестник всемирная всемирный газета группа департамент дума журнал
    институт интерфакс комиссия комитет корпорация международная международный министерство мид
    национальный новости общество организация партия правительство редакция росстат российская
    российский рф служба совет союз суд университет управление федерация федеральная
    федеральный фонд центр
    ayuntamiento comune commune comunidad gobernación intendencia kommune landkreis mairie
    municipalidad municipality municipio município prefeitura préfecture protección provincia
    regione région zentralbank
    gemeente hoge ministerie provincie raad rijksdienst stichting vereniging
    föreningen förbundet kommun ministeriet riksdagen statens styrelsen sveriges
    fundacja główny instytut komisja ministerstwo rada sąd stowarzyszenie towarzystwo trybunał
    uniwersytet urząd
    الاتحاد البنك الجامعة الجمعية اللجنة المجلس المحكمة المرصد المركز المعهد المنظمة المؤسسة الهيئة
    الوزارة جامعة جمعية مؤسسة مركز منظمة هيئة وزارة
    """.split()  # noqa: SIM905 - a table of words reads better unquoted
)
# Words that are also family or given names speak only in company ("Amber House" is a person).
_WEAK = frozenset(
    """
    alto amnesty banks cabinet camera church city club conference cross data development digest
    europe exchange firm foreign free guild haut health herald house human inc justice labor
    marine medicine mission monitor north omnibus parti police post press prison public reform
    report republic review sans school service site speaker squad staff state station study
    system team think times trade trust union unit watch web women works world public body
    north
    """.split()  # noqa: SIM905 - same
)
# Words that can head a second body after "and": "World Bank and International Monetary Fund".
_HEADS = frozenset(
    """
    academy administration agence agencia agency agenzia amt association authority banco bank
    banque board bundesamt bundesministerium bureau center centre college comisión comité
    commission committee consejo conseil council court department faculty federation fondation
    foundation fund fundación gesellschaft group gruppe hospital institut institute institution
    instituto istituto laboratory league ministère ministerio ministerium ministero ministério
    ministry museum network observatory office organisation organization panel parliament
    programme school society stiftung team union universidad universidade università
    universität université university verband watch банк институт комитет министерство
    университет фонд центр
    """.split()  # noqa: SIM905 - same
)
_STRONG = _WORDS - _WEAK
_STRONG_CONNECTORS = frozenset(
    """
    of for against without in für gegen zur zum im pour sur contre avec sobre
    """.split()  # noqa: SIM905 - a table of words reads better unquoted
)
_OUTLETS = frozenset(
    """
    afp airbnb aljazeera amazon ansa apple ap axios bbc bellingcat bloomberg buzzfeed cnbc cnn
    dapd dpa facebook fifa google guardian instagram intel mediapart meta microsoft mozilla
    netflix nvidia openai oxfam politico propublica reuters samsung spiegel tass tiktok twitter
    unicef vox wikipedia xinhua youtube тасс риа яндекс
    """.split()  # noqa: SIM905 - same
)
# German and its neighbours write a body's name as one word: "Kultusministerkonferenz",
# "Rekenkamer", "Sjöfartsverket"; so does Russian officialdom: "Росгидромет".
_COMPOUND = re.compile(
    r"[^\W\d_-][^\W_]{0,30}(?:-[^\W_]{1,30}){0,3}-?(?:ministerium|konferenz|verband|stiftung|institut"
    r"|gesellschaft|kommission|zentrum|kammer|anstalt|ausschuss|behörde|gewerkschaft|bund|gruppe"
    r"|universität|hochschule|akademie|konsortium|bibliothek|[^\W\d_]{3}amt|ministerie|fonds|kamer"
    r"|vereniging|myndigheten|verket|styrelsen|nämnden|rådet|förbundet|föreningen|forbundet"
    r"|foreningen)\Z|рос[а-я]{4,20}\Z"
)
_FORM = re.compile(
    r"(?<!\w)(?:Inc|Ltd|LLC|LLP|GmbH|mbH|AG|S\.A|S\.p\.A|SpA|PLC|plc|Corp|Co|e\.\s?V|Pty|B\.V|N\.V|ООО|ОАО)"
    r"\.?(?!\w)"
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_INITIAL = re.compile(r"(?<![\w.])[^\W\d_]\.(?!\w\.\w*[a-z]{2})")


@lru_cache(maxsize=4096)  # a list of names asks of each three or four times
def is_corporate(name: str) -> bool:
    """Say whether a printed name is that of a body, an outlet or a site and not of a person.

    Rests on words that head such names in seven languages, on legal forms ("GmbH"), acronyms,
    digits and inner prepositions ("of", "für"). Given initials speak for a person.
    """
    words = _WORD.findall(name)
    folded = [word.casefold() for word in words]
    if not words:
        return False
    if len(words) == 1:
        return _single_word_body(words[0], folded[0])
    if folded[0] in _OUTLETS or re.search(r"\d", name) or _FORM.search(name):
        return True
    found = [word for word in folded if word in _WORDS]
    if any(_COMPOUND.match(word) for word in folded):
        return not _has_person_shape(name)
    if any(word not in _WEAK for word in found):
        return not _has_person_shape(name)
    if _STRONG_CONNECTORS.intersection(folded[1:]) and len(words) > 2:
        return not _has_person_shape(name)
    if folded[0] == "the" and words[0] == "The":
        return True
    return bool(found) and (len(found) > 1 or (folded[-1] in _WEAK and len(words) > 2))


def heads_a_body(text: str) -> bool:
    """Say whether the text can be a whole body's name: a head word or an acronym is in it.

    "Prevention" after "Centers for Disease Control and" is none; "International Monetary Fund" is.
    """
    words = _WORD.findall(text)
    if any(word.casefold() in _HEADS for word in words):
        return True
    return len(words) == 1 and (words[0].isupper() or words[0].casefold() in _OUTLETS)


def _single_word_body(word: str, folded: str) -> bool:
    if folded in _OUTLETS or folded in _STRONG or _COMPOUND.match(folded):
        return True
    letters = [letter for letter in word if letter.isalpha()]
    inner_capital = any(letter.isupper() for letter in word[2:]) and not word.isupper()
    looks_camel = inner_capital and not re.match(
        r"(?:Mac|Mc|O['’]|D['’]|Fitz|De|Di|La|Le|Van)", word
    )
    is_acronym = word.isupper() and 2 < len(letters) <= 7 and word.isascii()
    has_digit = any(sign.isdigit() for sign in word)
    return has_digit or (looks_camel and "-" not in word) or (is_acronym and _is_acronym(word))


def _is_acronym(word: str) -> bool:
    # "UNHCR" and "ILO" are acronyms; "KALS" and "HONDRICH" are capital surnames, which come with
    # a given name: a lone capital word is taken for a body.
    return word.isalpha()


def _has_person_shape(name: str) -> bool:
    return bool(
        re.search(r",\s*[^\W\d_]\.", name)
        or re.match(r"^[^\W\d_]\.\s*(?:[^\W\d_]\.\s*)*\w+$", name)
    )
