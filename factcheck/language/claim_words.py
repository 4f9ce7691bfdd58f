"""What makes a sentence checkable, or no claim at all, in English, French and German.

Patterns over the words of one sentence; compiled when a language is first asked for.
"""

import re
from dataclasses import dataclass
from functools import cache

_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|"
    r"Dezember|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|"
    r"décembre)"
)
_DATE = (
    r"\b(?:(?:since|in|by|until|from|depuis|en|seit) )?(?:1[5-9]|20)\d\d\b|"
    rf"\b{_MONTH}\.? \d{{1,2}}\b|"
    rf"\b\d{{1,2}}\.? {_MONTH}\b"
)

_NAME_OR_FIGURE = r"\d|[^\s“‘\"(«] [A-ZÀ-Þ][a-zà-ÿ]"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWords:
    """The patterns of a language.

    ``specific`` finds a name or figure, ``past`` and ``state`` tell an event from a condition;
    ``process`` is about the article itself or service to the reader, and no claim.
    """

    date: re.Pattern[str]
    specific: re.Pattern[str]
    figure: re.Pattern[str]
    superlative: re.Pattern[str]
    cause: re.Pattern[str]
    past: re.Pattern[str]
    state: re.Pattern[str]
    opinion: re.Pattern[str]
    first_person: re.Pattern[str]
    process: re.Pattern[str]
    capitals_name: bool = True
    """A capital inside a sentence begins a name; in German it begins every noun."""


@cache
def claim_words(language: str) -> ClaimWords:
    """Return the patterns of a language given as an ISO 639-1 code; English for any other."""
    return {"fr": _french, "de": _german}.get(language, _english)()


def _english() -> ClaimWords:
    return ClaimWords(
        date=re.compile(_DATE),
        specific=re.compile(_NAME_OR_FIGURE),
        figure=re.compile(
            r"[$€£¥]\s?\d|\d[\d.,  ]{0,14}(?:%|per ?cent|percent|million|billion|thousand)|"
            r"\b\d[\d,.]{0,14}\b|\b(?:half|third|quarter|two|three|four|five|six|seven|eight|nine|"
            r"ten|twelve|twenty|thirty|forty|fifty|dozens?|hundreds?|thousands?|millions?|"
            r"billions?|doubled|tripled|halved)\b",
            re.IGNORECASE,
        ),
        superlative=re.compile(
            r"\b(?:most|least|largest|biggest|smallest|highest|lowest|oldest|youngest|longest|"
            r"shortest|fastest|worst|best|deadliest|busiest|richest|poorest|strongest|heaviest|"
            r"the [a-z]{3,12}est|first ever|only|record|unprecedented|never before|first|last|"
            r"every|always|all)\b",
            re.IGNORECASE,
        ),
        cause=re.compile(
            r"\b(?:because|caus\w+|due to|led to|leads to|leading to|result(?:s|ed|ing)? (?:in|"
            r"from)|thanks to|owing to|blamed on|triggered|provok\w+|driven by|as a result|"
            r"therefore|reduc\w+|increas\w+|worsen\w+|prevent\w+|boost\w+|helped|flush(?:es|ed)|"
            r"cleans(?:es|ed)|detoxif\w+|cur(?:es|ed)|heal(?:s|ed)|strengthen\w*|weaken\w*|lower(?:s|ed)|"
            r"rais(?:es|ed)|revers(?:es|ed)|restor(?:es|ed)|kill(?:s|ed)|burn(?:s|ed) fat|"
            r"speed(?:s|ed) up|"
            r"slow(?:s|ed) down|protect(?:s|ed)? against)\b",
            re.IGNORECASE,
        ),
        past=re.compile(
            r"\b(?:was|were|had|has|have|did|went|came|took|made|gave|became|began|fell|rose|grew|"
            r"left|lost|won|met|held|sent|led|built|bought|sold|cut|hit|put|brought|kept|ran|saw|"
            r"got|died|beat|bent|bit|blew|broke|burnt|caught|chose|crept|dealt|drew|drove|dug|fled|"
            r"flew|forbade|forgot|fought|froze|hid|hung|knelt|laid|lay|leapt|paid|rode|rang|sang|"
            r"sank|shook|shot|shut|slept|slid|spent|spoke|stole|stood|stuck|struck|swam|swept|swore|"
            r"taught|threw|tore|withdrew|woke|wore|wrote|[a-z]{2,}ed)\b"
        ),
        state=re.compile(r"\b(?:is|are|has|have|remains?|contains?|costs?|owns?)\b"),
        opinion=re.compile(
            r"\b(?:should|ought to|must|let us|let['’]s|I think|we think|in my (?:view|opinion)|"
            r"arguably|perhaps|maybe|hopefully|unfortunately|surely|of course|please|try to|avoid|"
            r"make sure|remember to|consider|do not|don['’]t|it is time|wonderful\w*|beautiful\w*|"
            r"lovely|charming|delight\w*|worth (?:a|the)|feels?|seems?)\b",
            re.IGNORECASE,
        ),
        first_person=re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|me|my|we|us)\b"),
        process=re.compile(
            r"\b(?:is|are) (?:on|due on|due in|scheduled for|set for) (?:mon|tues|wednes|thurs|"
            r"fri|satur|"
            r"sun)day\b|\b(?:begins?|starts?|opens?|meets?|takes place|resumes?|returns?|plays?|"
            r"presents?)"
            r"\b[^.;]{0,60}\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bwill (?:be|meet|"
            r"discuss|open|"
            r"decide|hold|start|begin|vote|debate|publish|present)\b[^.;]{0,60}\b(?:on|"
            r"next) (?:mon|tues|"
            r"wednes|thurs|fri|satur|sun)day\b|"
            r"\b(?:this (?:article|story|report|post|piece|newsletter|page|version)|(?:was|were|"
            r"has been) (?:updated|corrected|amended|translated|edited|first published)|"
            r"contributed (?:to|reporting)|correction|read more|click|subscribe|sign up|"
            r"photograph(?:s|ed)? by|tickets?|admission|opening hours|is open|will be "
            r"(?:held|published)|names? (?:has|have) been changed|for details|available (?:at|from)"
            r")\b|^(?:they|he|she|both|all|neither|none|"
            r"the [\w ]{3,30}?) (?:also )?(?:asked not to be"
            r"|spoke (?:to [\w ]{2,20} )?on condition|did not want to be named)\b",
            re.IGNORECASE,
        ),
    )


def _french() -> ClaimWords:
    return ClaimWords(
        date=re.compile(_DATE),
        specific=re.compile(_NAME_OR_FIGURE),
        figure=re.compile(
            r"[$€£¥]\s?\d|\b\d[\d.,\u00a0\u202f ]{0,14}\b|\b(?:moitié|tiers|quart|deux|trois|"
            r"quatre|"
            r"cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|"
            r"soixante|cent|mille|millions?|milliards?|dizaines?|centaines?|milliers?|doublé|"
            r"triplé)\b|\bpour cent\b|%",
            re.IGNORECASE,
        ),
        superlative=re.compile(
            r"\b(?:(?:le|la|les) (?:plus|moins|meilleure?s?|pires?|premi(?:er|ère)s?|derni(?:er|"
            r"ère)s?|seule?s?)|record|inédite?s?|sans précédent|jamais|toujours|aucune?|toute?s)\b",
            re.IGNORECASE,
        ),
        cause=re.compile(
            r"\b(?:parce qu|à cause d|en raison d|grâce à|provoqu\w+|entraîn\w+|conduit à|"
            r"aggrav\w+|rédui\w+|augment\w+|diminu\w+|permis|empêch\w+|favoris\w+|dû à)",
            re.IGNORECASE,
        ),
        past=re.compile(
            r"\b(?:(?:a|ont|avait|avaient|est|sont|était|étaient|fut|furent) (?:\w+ )?"
            r"\w+(?:ée?s?|ie?s?|it|ite?s?|ue?s?|ert|oint)|\w{2,}(?:ait|aient|èrent))\b",
            re.IGNORECASE,
        ),
        state=re.compile(
            r"\b(?:est|sont|compte|comptent|coûte|coûtent|reste|restent|possède|possèdent|"
            r"contient|contiennent|représente|représentent|emploie|emploient|abrite|couvre|a|ont)\b"
        ),
        opinion=re.compile(
            r"\b(?:faut|faudrait|devrait|devraient|doit|doivent|peut-être|sans doute|hélas|"
            r"malheureusement|heureusement|évidemment|bien sûr|à mon avis|magnifique\w*|superbe\w*|"
            r"charmante?s?|merveill\w+|vaut le|n['’]hésitez|pensez à|évitez|semble|semblent|"
            r"espérons)\b",
            re.IGNORECASE,
        ),
        first_person=re.compile(
            r"\b(?:je|nous|notre|nos|vous|votre|vos|mon|ma|mes|moi)\b|\b[jm]['’]", re.IGNORECASE
        ),
        process=re.compile(
            r"\b(?:cet article|ce reportage|ce texte|mise? à jour|lire aussi|abonnez-vous|cliquez|"
            r"entrée (?:libre|gratuite)|renseignements|horaires|ouverte? (?:du|le|tous)|propos "
            r"recueillis|photos? d|réservations?|tarifs?|aura lieu|sous couvert d['’]anonymat)\b",
            re.IGNORECASE,
        ),
    )


def _german() -> ClaimWords:
    return ClaimWords(
        date=re.compile(_DATE),
        specific=re.compile(r"\d"),  # every noun has a capital
        figure=re.compile(
            r"[$€£¥]\s?\d|\b\d[\d.,\u00a0\u202f ]{0,14}\b|\b(?:Hälfte|Drittel|Viertel|zwei|drei|"
            r"vier|"
            r"fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|vierzig|fünfzig|"
            r"hundert\w*|"
            r"tausend\w*|Dutzend\w*|Million\w*|Milliarde\w*|Prozent|verdoppel\w+|verdreifach\w+|"
            r"halbier\w+)\b|%",
            re.IGNORECASE,
        ),
        superlative=re.compile(
            r"\b(?:(?:größ|klein|höch|niedrig|ält|jüng|läng|kürze|schnell|schlimm|schwer|stärk|"
            r"reich|"
            r"ärm|mei|be|wenig|tief|neue)s?te[nrms]?|erste[nrms]?|letzte[nrms]?|einzige[nrms]?|"
            r"Rekord\w*|"
            r"noch nie|niemals|nie zuvor|beispiellos\w*|immer|alle|jede[rs]?)\b",
            re.IGNORECASE,
        ),
        cause=re.compile(
            r"\b(?:weil|wegen|aufgrund|dank|führt\w* zu|verursach\w+|löste\w* aus|sank\w*|stieg\w*|"
            r"senk\w+|erhöh\w+|verringer\w+|verbesser\w+|verschlecht\w+|verhinder\w+|dadurch|"
            r"deshalb|infolge)\b",
            re.IGNORECASE,
        ),
        past=re.compile(
            r"\b(?:war|waren|wurden?|hatten?|(?:hat|haben|ist|"
            r"sind)\b[^.;:!?]{1,80}\b(?:ge)?\w{3,}(?:t|"
            r"en)|ging|gingen|kam|kamen|stieg|stiegen|sank|sanken|fiel|fielen|begann|begannen|lag|"
            r"lagen|stand|standen|gab|nahm|nahmen|verlor|verloren|gewann|gewannen|starb|starben|"
            r"blieb|blieben|fand|fanden|schloss|zog|brach|wuchs|[a-zäöü]{3,}ten?)\b"
        ),
        state=re.compile(
            r"\b(?:ist|sind|hat|haben|besitzt|kostet|kosten|liegt|liegen|umfasst|gilt|gelten|"
            r"beträgt|enthält|beschäftigt|zählt|gibt)\b"
        ),
        opinion=re.compile(
            r"\b(?:sollten?|müssen?|müssten?|vielleicht|leider|hoffentlich|natürlich|"
            r"selbstverständlich|sicherlich|wohl|meiner (?:Meinung|Ansicht)|wunderbar\w*|"
            r"herrlich\w*|"
            r"lohnt sich|bitte|scheint|scheinen|offenbar)\b",
            re.IGNORECASE,
        ),
        first_person=re.compile(
            r"\b(?:ich|wir|uns|unser\w*|mein\w*|mich|mir|du|dein\w*)\b|(?<=[^.!?„“] )Sie\b"
        ),
        process=re.compile(
            r"\b(?:dieser (?:Artikel|Text|Beitrag)|aktualisiert|lesen Sie|Eintritt|Öffnungszeiten|"
            r"geöffnet|weitere Informationen|Anmeldung|Fotos?:|findet (?:am|im|"
            r"in) [^.]{2,40} statt|"
            r"Namen? (?:wurde|wurden|geändert))\b",
            re.IGNORECASE,
        ),
        capitals_name=False,
    )
