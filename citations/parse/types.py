"""Tell the CSL type of a work from the fields that were read and the words that were printed."""

import re
from collections.abc import Mapping, Sequence

from citations.item import ItemType

_WORDED: tuple[tuple[ItemType, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            ItemType.PERSONAL_COMMUNICATION,
            r"personal communication|pers\. comm|email to (?:the )?author|telephone interview",
        ),
        (
            ItemType.THESIS,
            r"\b(?:thesis|dissertation|diss\.|thèse|tesis|tesi|tese|masterarbeit|diplomarbeit|habilitation\w*|дис)\b",
        ),
        (
            ItemType.SOFTWARE,
            r"\b(?:computer software|software|mobile app|computer program|source code|app\b|r package)",
        ),
        (
            ItemType.DATASET,
            r"\bdata ?sets?\b|\bdata file\b|\bdatabase\b|\bdatensatz\b|\bbase de datos\b|jeu de données",
        ),
        (
            ItemType.BROADCAST,
            r"\b(?:podcast|audio|tv (?:series )?episode|television|radio|broadcast|tv series)\b",
        ),
        (ItemType.MOTION_PICTURE, r"\b(?:video|film|motion picture|movie|documentary|dvd)\b"),
        (ItemType.POST_WEBLOG, r"\bblog\b|\bsubstack\b|billet de blog"),
        (
            ItemType.POST,
            r"\b(?:tweet|tuit|facebook post|status update|instagram photo|online forum post|thread|post)\b",
        ),
        (ItemType.INTERVIEW, r"\b(?:interview|entrevista|entretien|intervista)\b"),
        (
            ItemType.SPEECH,
            r"\b(?:speech|lecture|remarks|keynote|conference presentation|talk|poster|slides|rede)\b",
        ),
        (ItemType.GRAPHIC, r"\b(?:photograph|photo|infographic|image|painting|foto)\b"),
        (ItemType.MAP, r"^map$"),
        (ItemType.SONG, r"^(?:song|album)$"),
        (
            ItemType.WEBPAGE,
            r"press release|news release|pressemitteilung|comunicado|communiqué|comunicato",
        ),
        (
            ItemType.REPORT,
            r"\b(?:report|working paper|white paper|policy brief|discussion paper|bericht|rapport|informe)\b",
        ),
        (ItemType.ARTICLE, r"\bpreprint\b"),
    )
)
_SOCIAL = re.compile(
    r"(?:twitter|x|facebook|instagram|reddit|tiktok|telegram|mastodon|bluesky|linkedin|threads|weibo|vk)(?:\.com)?",
    re.IGNORECASE,
)
_SOCIAL_URL = re.compile(
    r"//(?:www\.|m\.)?(?:twitter|x|facebook|instagram|reddit|tiktok|t\.me|bsky)\b|^(?:twitter|t)\.",
    re.IGNORECASE,
)
_VIDEO_SITE = re.compile(r"youtube|vimeo|dailymotion|youtu\.be", re.IGNORECASE)
_ENCYCLOPEDIA = re.compile(
    r"encyclop|wikipedia|enciclop|enzyklop|britannica|lexikon|энциклопед", re.IGNORECASE
)
_DICTIONARY = re.compile(
    r"\b(?:dictionary|duden|wörterbuch|merriam-webster|diccionario|dictionnaire)\b", re.IGNORECASE
)
_NEWSPAPER = re.compile(
    r"""\b(?:times|guardian|post|daily|news(?:paper)?|herald|tribune|telegraph|gazette|chronicle|zeitung|spiegel\s+online|welt|bild
    |taz|le\s+monde(?!\s+diplomatique)|figaro|libération|país|mundo|folha|estad[oã]o|globo|corriere|repubblica|stampa|journal\s+de
    |wall\s+street\s+journal|independent|observer|reuters|associated\s+press|afp|bloomberg|ria|известия|коммерсант\w*|ведомости
    |новая\s+газета|правда|mirror|sun|star|globe|inquirer|examiner|usa\s+today|bbc|cnn|al\s+jazeera|politico|mail)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_MAGAZINE = re.compile(
    r"\b(?:new yorker|atlantic|economist|magazine|time|newsweek|wired|harper['’]s|der spiegel|die zeit|monde diplomatique|foreign policy"
    r"|foreign affairs|vanity fair|rolling stone|london review of books|new york review of books|l'express|le point|veja|panorama|огонёк)\b",
    re.IGNORECASE,
)
_LEGAL_CASE = re.compile(
    r"\b(?:v|vs|c)\.\s|\b\d+ (?:U\.S\.|F\.\s?\dd|S\. ?Ct\.)\s\d|\bBGH\b|\bBVerfG|\bECLI:|\[\d{4}\]\s(?:UK|EW)\w+\s\d"
)
_LAW = re.compile(
    r"\b(?:Act(?: of)? \d{4}|Act,? \d{4}|Pub\. ?L\.|Stat\. \d|U\.S\.C\.|Directive \d|Regulation \(E[UC]\)|Gesetz\b|BGBl|loi n[°o]|"
    r"Ley \d|Legge|Lei n|Resolution \d+|S/RES/|A/RES/|Федеральный закон)",
    re.IGNORECASE,
)
_PATENT = re.compile(r"\bpatent\b|\bpatente\b|\bбрев", re.IGNORECASE)
_STANDARD = re.compile(
    r"\b(?:ISO|DIN|IEC|IEEE|ANSI|BS|EN|ГОСТ)(?:/\w+)?\s(?:Standard|EN|ISO|No\.|\d{3,})"
)
_CONFERENCE = re.compile(
    r"\b(?:proceedings|proc\.|conference|conf\.|symposium|workshop|congress|tagung|actes du|atti del)\b",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?:report|working paper|white paper|policy brief|discussion paper|technical note|fact sheet|briefing|tech\. rep|annual review"
    r"|bericht|rapport|informe|relatório|rapporto|доклад)\b",
    re.IGNORECASE,
)
_HOST_NEWS = re.compile(
    r"nytimes|guardian|washingtonpost|bbc\.|reuters|apnews|lemonde|spiegel|elpais|folha|repubblica|faz\.net|zeit\.de",
    re.IGNORECASE,
)

Values = Mapping[str, Sequence[str]]


def item_type(values: Values, *, extra: tuple[tuple[str, str], ...], has_people: bool) -> ItemType:
    """Return the type of the work; ``unknown`` where nothing printed speaks for one.

    ``values`` are the printed values by label, ``extra`` the other labels' values.
    """
    genres = " | ".join(value for name, value in extra if name in ("genre", "medium"))
    container = " ".join((*values.get("journal", ()), *values.get("booktitle", ())))
    title = " ".join(values.get("title", ()))
    notes = " | ".join((*values.get("note", ()), *(value for _, value in extra)))
    everything = " | ".join((title, container, notes))
    return (
        _by_platform(container, " ".join(values.get("url", ())))
        or _by_genre(genres)
        or _by_law(everything, is_dated_work=bool(values.get("volume") and values.get("pages")))
        or _by_container(container, values)
        or _by_fields(values, notes=f"{title} | {notes}", has_people=has_people)
    )


def _by_platform(container: str, url: str) -> ItemType | None:
    if _SOCIAL.fullmatch(container.strip()) or (_SOCIAL_URL.search(url) and not container):
        return ItemType.POST
    if _VIDEO_SITE.search(container) or _VIDEO_SITE.search(url):
        return ItemType.MOTION_PICTURE
    return None


def _by_genre(genres: str) -> ItemType | None:
    for kind, pattern in _WORDED:
        if pattern.search(genres):
            return kind
    return None


def _by_law(text: str, *, is_dated_work: bool) -> ItemType | None:
    if is_dated_work:
        return None
    if _LEGAL_CASE.search(text):
        return ItemType.LEGAL_CASE
    if _PATENT.search(text) and re.search(r"\d{5}|\d,\d{3}", text):
        return ItemType.PATENT
    if _STANDARD.search(text):
        return ItemType.STANDARD
    return ItemType.LEGISLATION if _LAW.search(text) else None


def _by_container(container: str, values: Values) -> ItemType | None:
    if not container:
        return None
    if _ENCYCLOPEDIA.search(container):
        return ItemType.ENTRY_ENCYCLOPEDIA
    if _DICTIONARY.search(container):
        return ItemType.ENTRY_DICTIONARY
    numbered = bool(values.get("volume"))
    if not numbered and _MAGAZINE.search(container):
        return ItemType.ARTICLE_MAGAZINE
    if not numbered and _NEWSPAPER.search(container):
        return ItemType.ARTICLE_NEWSPAPER
    if _CONFERENCE.search(container) and not re.search(r"\bjournal\b", container, re.IGNORECASE):
        return ItemType.PAPER_CONFERENCE
    if values.get("booktitle"):
        return ItemType.CHAPTER
    if re.search(r"arxiv|biorxiv|medrxiv|ssrn", container, re.IGNORECASE):
        return ItemType.ARTICLE
    return None


def _by_fields(values: Values, *, notes: str, has_people: bool) -> ItemType:
    url = " ".join(values.get("url", ()))
    if values.get("arxiv") and not values.get("journal"):
        return ItemType.ARTICLE
    numbered = any(values.get(label) for label in ("volume", "issue", "issn", "pmid"))
    if values.get("journal"):
        if numbered or values.get("doi") or (values.get("pages") and not url):
            return ItemType.ARTICLE_JOURNAL
        if url and _HOST_NEWS.search(url):
            return ItemType.ARTICLE_NEWSPAPER
        return ItemType.WEBPAGE if url else ItemType.ARTICLE_JOURNAL
    if _REPORT.search(notes):
        return ItemType.REPORT
    if (
        values.get("publisher")
        or values.get("edition")
        or values.get("isbn")
        or values.get("location")
    ):
        return ItemType.WEBPAGE if url and not values.get("location") else ItemType.BOOK
    if url:
        return ItemType.ARTICLE_NEWSPAPER if _HOST_NEWS.search(url) else ItemType.WEBPAGE
    if values.get("doi") or numbered:
        return ItemType.ARTICLE_JOURNAL
    if has_people and values.get("title") and values.get("date"):
        return ItemType.BOOK
    return ItemType.UNKNOWN
