"""German words of attribution, compiled by hand: reporting verbs, phrases, kinds of sources."""

import re
from functools import cache

from factcheck.language.foreign.kinds import SourceWords
from factcheck.language.word_lists import words
from factcheck.model.analysis import CueClass

# Stems of regular verbs: present -t, -en; past -te, -ten; the participle is written out.
_REGULAR: dict[CueClass, str] = {
    CueClass.ASSERT: """
        sag:gesagt erklär:erklärt beton:betont schimpf:geschimpft behaupt:behauptet mein:gemeint
        bestätig:bestätigt ergänz:ergänzt erläuter:erläutert warn:gewarnt kritisier:kritisiert
        erinner:erinnert klag:geklagt beklag:beklagt versicher:versichert erzähl:erzählt
        schilder:geschildert bemerk:bemerkt bedauer:bedauert begründ:begründet
        argumentier:argumentiert
        kommentier:kommentiert antwort:geantwortet erwider:erwidert entgegn:entgegnet
        wiederhol:wiederholt vermut:vermutet schätz:geschätzt urteil:geurteilt
        prognostizier:prognostiziert
        zitier:zitiert unterstell:unterstellt äußer:geäußert mahn:gemahnt lob:gelobt
        bezeichn:bezeichnet verkünd:verkündet signalisier:signalisiert unterstreich:unterstrichen
        beschuldig:beschuldigt twitter:getwittert informier:informiert resümier:resümiert
        präzisier:präzisiert konstatier:konstatiert plädier:plädiert witzel:gewitzelt
        spott:gespottet ruf:gerufen beruhig:beruhigt bilanzier:bilanziert rechn:gerechnet
        monier:moniert versprech:versprochen beteuer:beteuert
    """,
    CueClass.REPORT: "bericht:berichtet meld:gemeldet",
    CueClass.DENY: "dementier:dementiert vernein:verneint",
    CueClass.DOCUMENT: "zeig:gezeigt dokumentier:dokumentiert",
    CueClass.WANT: "forder:gefordert verlang:verlangt wünsch:gewünscht plan:geplant woll:gewollt",
    CueClass.FEEL: "glaub:geglaubt befürcht:befürchtet fürcht:gefürchtet hoff:gehofft denk:gedacht",
    CueClass.EXPECT: "erwart:erwartet rechn:gerechnet",
}
# Whole forms; "!" marks a participle that needs an auxiliary.
_IRREGULAR: dict[CueClass, str] = {
    CueClass.ASSERT: """
        spricht sprechen sprach sprachen !gesprochen schreibt schreiben schrieb schrieben
        !geschrieben
        nennt nennen nannte nannten !genannt heißt hieß verspricht versprach versprachen rief riefen
        unterstreicht unterstrich widerspricht widersprach rät riet verweist verwies verwiesen
        schließt berichteten wirft warf warfen teilt teilte teilten kündigt kündigte kündigten
        räumt räumte räumten gibt gab gaben fügt fügte fügten hält hielt hielten stellt stellte
        stellten weist wies wiesen legt legte legten führt führte führten fasst fasste
        !mitgeteilt !angekündigt !eingeräumt !angegeben !zugegeben !hinzugefügt !festgestellt
        !hingewiesen !vorgeworfen !ausgeführt !dargelegt !klargestellt !zusammengefasst geht gehen
        ging gingen sieht sah
        wusste weiß
    """,
    CueClass.DENY: """
        bestreitet bestreiten bestritt bestritten widerspricht widersprach leugnet leugnete
        weist wies wiesen !zurückgewiesen streitet stritt !abgestritten
    """,
    CueClass.DOCUMENT: "belegt belegen belegte belegten beziffert bezifferte ergibt ergab ergaben "
    "!ergeben verzeichnet !herausgefunden !nachgewiesen",
    CueClass.WANT: "will wollen wollte wollten möchte möchten",
    CueClass.FEEL: "denkt dachte dachten weiß findet finden fand fanden",
}
SEPARABLE: dict[str, tuple[str, CueClass]] = {
    "teilt": ("mit", CueClass.ASSERT),
    "teilte": ("mit", CueClass.ASSERT),
    "teilen": ("mit", CueClass.ASSERT),
    "teilten": ("mit", CueClass.ASSERT),
    "kündigt": ("an", CueClass.ASSERT),
    "kündigte": ("an", CueClass.ASSERT),
    "kündigten": ("an", CueClass.ASSERT),
    "räumt": ("ein", CueClass.ASSERT),
    "räumte": ("ein", CueClass.ASSERT),
    "räumten": ("ein", CueClass.ASSERT),
    "gibt": ("an|zu|bekannt|zu Protokoll", CueClass.ASSERT),
    "gab": ("an|zu|bekannt|zu Protokoll", CueClass.ASSERT),
    "gaben": ("an|zu|bekannt|zu Protokoll", CueClass.ASSERT),
    "fügt": ("hinzu|an", CueClass.ASSERT),
    "fügte": ("hinzu|an", CueClass.ASSERT),
    "fügten": ("hinzu|an", CueClass.ASSERT),
    "hält": ("fest|entgegen", CueClass.ASSERT),
    "hielt": ("fest|entgegen", CueClass.ASSERT),
    "stellt": ("fest|klar", CueClass.ASSERT),
    "stellte": ("fest|klar", CueClass.ASSERT),
    "stellten": ("fest|klar", CueClass.ASSERT),
    "legt": ("dar|nahe", CueClass.ASSERT),
    "legte": ("dar|nahe", CueClass.ASSERT),
    "führt": ("aus", CueClass.ASSERT),
    "führte": ("aus", CueClass.ASSERT),
    "fasst": ("zusammen", CueClass.ASSERT),
    "fasste": ("zusammen", CueClass.ASSERT),
    "wirft": ("vor", CueClass.ASSERT),
    "warf": ("vor", CueClass.ASSERT),
    "warfen": ("vor", CueClass.ASSERT),
    "weist": ("zurück|darauf hin", CueClass.DENY),
    "wies": ("zurück|darauf hin", CueClass.DENY),
    "wiesen": ("zurück|darauf hin", CueClass.DENY),
    "geht": ("davon aus", CueClass.ASSERT),
    "gehen": ("davon aus", CueClass.ASSERT),
    "ging": ("davon aus", CueClass.ASSERT),
    "gingen": ("davon aus", CueClass.ASSERT),
    "streitet": ("ab", CueClass.DENY),
    "stritt": ("ab", CueClass.DENY),
}
"""Finite forms that report only with a particle at the end of their clause."""

NEEDS_QUOTE = words(
    "spricht sprechen sprach sprachen gesprochen nennt nennen nannte nannten genannt bezeichnet"
    " bezeichnen bezeichnete bezeichneten lobt lobte ruft rief riefen sieht sah findet finden fand"
    " fanden weiß denkt denken dachte dachten schließt meldet will wollen wollte wollten möchte"
    " möchten plant planen plante planten rechnet rechnen rechnete rechneten hofft hoffen hoffte"
    " hofften zeigt zeigen zeigte zeigten schätzt schätzen schätzte schätzten"
)
"""Forms with so many other uses that a quotation, "dass", a colon or an inversion must show it."""

TAKES_OBJECT = words(
    "bestreitet bestreiten bestritt bestritten dementiert dementierte dementierten kritisiert"
    " kritisierte kritisierten bestätigt bestätigte bestätigten belegt belegen belegte belegten"
    " beziffert bezifferte ergibt ergab warnt warnte warnten fordert forderte forderten verlangt"
    " verlangte"
)
"""Forms that report with a noun: "die Firma dementiert den Bericht"."""

PHRASES: tuple[tuple[str, CueClass], ...] = (
    (r"laut(?=\s+(?!und\b|genug\b|wird\b|zu\b))", CueClass.REPORT),
    (
        (
            r"nach (?:ersten |jüngsten |offiziellen |amtlichen |neuesten |dessen |deren )?"
            r"(?:Angaben|Ansicht|Auskunft|Aussagen?|Auffassung|Einschätzung|Meinung|Informationen|"
            r"Darstellung|Überzeugung|Berechnungen|Schätzungen|Erkenntnissen|Berichten|Worten|"
            r"Recherchen)(?: von| vom)?(?=\s+[\wÄÖÜ])|"
            r"nach (?=\w{2,30}(?:angaben|informationen|berichten)\b|eigenen Angaben)"
        ),
        CueClass.REPORT,
    ),
    (r"unter Berufung auf", CueClass.REPORT),
    (r"aus (?:der )?Sicht (?:von|der|des|vom)?", CueClass.FEEL),
    (r"den Angaben (?:von|der|des) (?=[^.,;]{2,60}zufolge)", CueClass.REPORT),
)
"""What stands before a source, the source following."""

SAID_IN = (
    r"(?:heißt|hieß) es (?:dazu |weiter |zudem |auch )?"
    r"(?:in|im|aus|bei|beim|von|vonseiten|seitens|auf)"
)
"""What stands before a document, or a circle of people, that passes something on."""

VAGUE = (
    r"es heißt(?=,|:)|heißt es|hieß es|es hieß(?=,|:)|angeblich\w{0,2}|dem Vernehmen nach|"
    r"man sagt(?=,)|man munkelt|man hört(?=, dass)|wie man hört|wie zu hören (?:ist|war)|"
    r"wie es heißt|wie es hieß|Gerüchten zufolge|es wird (?:gemunkelt|behauptet|vermutet|berichtet|"
    r"erzählt)|vermeintlich\w{0,2}|mutmaßlich\w{0,2}|gilt als sicher|gelten als sicher|"
    r"bekanntlich|erwiesenermaßen|einige (?:sagen|meinen|behaupten)|manche (?:sagen|meinen|"
    r"behaupten)"
)
HEARSAY = r"\bsoll(?:en)?\b(?=[^.,;:!?]{3,120}\b\w+(?:t|en) (?:haben|worden sein|gewesen sein)\b)"
"""Hearsay: "er soll drei Millionen erhalten haben"."""

NO_COMMENT = (
    r"(?:wollte|wollten|will|wollen|mochte|mochten) sich "
    r"(?:dazu |zu[mr]? [\wäöüß ]{2,40}|zunächst |"
    r"auf Anfrage |am \w+ |bisher ){0,2}nicht äußern|äußerten? sich (?:dazu |zunächst |bisher |"
    r"auf Anfrage ){0,2}nicht|"
    r"(?:war|waren) (?:zunächst |am \w+ |vorerst ){0,2}nicht (?:zu erreichen|erreichbar)|"
    r"(?:lehnte|lehnten|lehnt) (?:eine|jede|jeden) (?:Stellungnahme|Kommentar)[\wäöüß ]{0,40}? ab|"
    r"ließ(?:en)? [\wäöüß ]{0,40}?(?:Anfrage|Anfragen) [\wäöüß ]{0,40}?unbeantwortet|"
    r"reagierten? (?:zunächst |bisher |bis [\wäöüß ]{2,30} ){0,2}nicht auf|"
    r"(?:gab|gaben) (?:dazu |zunächst ){0,2}(?:keine Stellungnahme|keinen Kommentar) ab|"
    r"(?:blieb|blieben) (?:bisher |zunächst )?unbeantwortet|antworteten? (?:zunächst |"
    r"bisher )?nicht"
)

SOURCES = SourceWords(
    anonymous=words(
        """
        quelle quellen insider insidern informant informanten informantin kreise kreisen kreisen
        zeuge zeugen zeugin augenzeuge augenzeugen augenzeugin anwohner anwohnerin anwohnern
        anwohnerinnen
        mitarbeiter mitarbeiterin mitarbeitern mitarbeiterinnen beamter beamte beamten beamtin
        diplomat diplomaten diplomatin bewohner bewohnerin bewohnern nachbar nachbarin nachbarn
        kollege kollegen kollegin freund freunde freunden freundin person personen mann frau männer
        frauen leute passant passanten passantin kunde kunden kundin angestellter angestellte
        angestellten ermittler ermittlern vertrauter vertraute vertrauten umfeld teilnehmer
        teilnehmerin teilnehmern soldat soldaten polizist polizisten polizistin händler händlerin
        fischer landwirt funktionär funktionäre funktionären jemand verantwortlicher verantwortliche
        """
    ),
    vague=words(
        """
        kritiker kritikern kritikerinnen experten expertinnen fachleute fachleuten beobachter
        beobachtern analysten forscher forschern wissenschaftler wissenschaftlern ökonomen
        historiker
        historikern gegner gegnern befürworter befürwortern anhänger medienberichten medienbericht
        medien gerüchten studien untersuchungen viele vielen einige einigen manche manchen
        medieninformationen andere
        anderen umfragen kommentatoren spötter berichten schätzungen kenner kennern skeptiker
        """
    ),
    roles=words(
        """
        sprecher sprecherin sprechers sprecherinnen minister ministerin ministers präsident
        präsidentin
        bürgermeister bürgermeisterin bürgermeisters kanzler kanzlerin staatsanwalt staatsanwältin
        richter richterin anwalt anwältin leiter leiterin chef chefin chefs direktor direktorin
        vorsitzender vorsitzende vorsitzenden vorstand geschäftsführer geschäftsführerin
        abgeordneter
        abgeordnete abgeordneten landrat landrätin senator senatorin professor professorin
        forscherin
        gutachter gutachterin historikerin ärztin arzt lehrer lehrerin trainer trainerin bauer
        bäuerin
        ingenieur ingenieurin architekt architektin biologe biologin geologe geologin ökonom
        ökonomin soziologe soziologin wissenschaftlerin angaben inhaber inhaberin besitzer
        besitzerin
        gründer gründerin mutter vater sohn tochter ehefrau witwe bruder schwester pfarrer pfarrerin
        bischof papst könig königin autor autorin redakteur redakteurin reporter reporterin
        kommissar kommissarin sekretär sekretärin botschafter botschafterin dezernent dezernentin
        beauftragter beauftragte referent referentin betreiber betreiberin wirt wirtin landwirtin
        kandidat kandidatin experte expertin meister meisterin wehrführer verteidiger verteidigerin
        """
    ),
    documents=words(
        """
        bericht berichts studie gutachten gutachtens umfrage mitteilung pressemitteilung erklärung
        brief schreiben urteil urteils beschluss protokoll protokolls papier dokument dokumenten
        dokumente statistik daten zahlen akten akte unterlagen analyse untersuchung auswertung
        erhebung buch aufsatz artikel anklage klage gesetz vertrag bilanz entwurf prognose antwort
        text spruch e-mail mail notiz vermerk register chronik verzeichnis plan barometer index
        """
    ),
    organisations=words(
        """
        polizeiangaben behördenangaben regierungsangaben ministeriumsangaben
        ministerium ministeriums regierung bundesregierung polizei feuerwehr behörde behörden amt
        amtes amts staatsanwaltschaft gericht gerichts gerichtshof kommission rat stadtrat kreistag
        landtag bundestag bundesrat senat senats partei fraktion gewerkschaft verband verbands
        verein
        vereins stiftung institut instituts universität hochschule unternehmen unternehmens firma
        konzern konzerns gruppe bank krankenhaus klinik schule verwaltung stadt gemeinde kreis land
        bundesamt landesamt armee bundeswehr opposition koalition kirche bündnis initiative
        genossenschaft gmbh ag ev kammer zentrum verteidigung agentur kanzleramt vorstand dienst
        station naturschutzbund bund union spd cdu csu fdp grünen linke afd nabu bund eu un nato who
        ifo diw rki ukraine moskau kiew berlin brüssel washington bundesbank werk werke ausschuss
        """
    ),
    outlets=words(
        """
        spiegel zeit welt faz süddeutsche süddeutschen zeitung tageszeitung taz bild dpa afp reuters
        ard zdf ndr wdr mdr swr br rbb deutschlandfunk tagesschau magazin wochenblatt tageblatt
        anzeiger kurier nachrichtenagentur sender rundfunk stern focus handelsblatt tagesspiegel
        funke rnd blatt nachrichtenmagazin anzeigers tageblatts blatts boten rundschau
        """
    ),
    honorifics=words("herr herrn frau dr prof dipl med"),
    small=words(
        """
        der die das des dem den ein eine einer eines einem einen sein seine seiner seinem seinen
        ihr ihre ihrer ihrem ihren kein keine unser unsere unserer unseren zwei drei vier fünf
        sechs mehrere mehreren einige einigen viele vielen von vom im in am an aus bei beim zu zum
        zur und für über auf mit dieser diese dieses diesem diesen jener jene
        """
    ),
    of=words("der des von vom am im in aus"),
    numbers={
        "ein": 1,
        "eine": 1,
        "einer": 1,
        "eines": 1,
        "einem": 1,
        "einen": 1,
        "zwei": 2,
        "drei": 3,
        "vier": 4,
        "fünf": 5,
        "sechs": 6,
        "sieben": 7,
        "acht": 8,
        "neun": 9,
        "zehn": 10,
        "elf": 11,
        "zwölf": 12,
    },
    unnamed=re.compile(
        r"\banonym\w*|ungenannt\w*|nicht (?:genannt|namentlich)|namentlich nicht|"
        r"(?:seinen|ihren) Namen nicht|aus (?:dem )?(?:Umfeld|Kreisen)|\w*kreisen?\b|"
        r"mit (?:der Sache|dem Vorgang|den Vorgängen) vertraut\w*",
        re.IGNORECASE,
    ),
    own=re.compile(
        r"\b(?:unseren?|eigenen) (?:Informationen|Recherchen|Berechnungen|Reporter\w*|"
        r"Korrespondent\w*)|"
        r"\b(?:dieser Zeitung|unserer Zeitung|unserer Redaktion|der Redaktion|dieser Redaktion)\b",
        re.IGNORECASE,
    ),
    head_ends=re.compile(
        r",|\b(?:der|des|von|vom|am|aus|für|bei|beim|in|im|zur|zum|über|mit|auf|gegen)\b(?<!^der)",
    ),
    compounds=True,
)


@cache
def forms() -> dict[str, tuple[CueClass, bool, bool]]:
    """Map a form to its class, and whether it is finite and whether it is a participle."""
    table: dict[str, tuple[CueClass, bool, bool]] = {}

    def add(form: str, cue_class: CueClass, *, finite: bool) -> None:
        known = table.get(form)
        if known is None:
            table[form] = (cue_class, finite, not finite)
        else:
            table[form] = (known[0], known[1] or finite, known[2] or not finite)

    for cue_class, listed in _REGULAR.items():
        for pair in listed.split():
            stem, _, participle = pair.partition(":")
            link = "e" if stem.endswith(("t", "d", "gn", "chn", "dn")) else ""
            for ending in ("t", "te", "ten"):
                add(stem + link + ending, cue_class, finite=True)
            add(stem + ("n" if stem.endswith(("er", "el")) else "en"), cue_class, finite=True)
            add(participle, cue_class, finite=False)
    for cue_class, listed in _IRREGULAR.items():
        for form in listed.split():
            add(form.lstrip("!"), cue_class, finite=not form.startswith("!"))
    return table
