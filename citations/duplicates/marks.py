"""Marks a reference bears in print: its edition, part, number, kind of notice, state, parties."""

import re
from functools import lru_cache

from citations.duplicates.profile import Profile, kept, tokens_of
from citations.duplicates.stop_words import LANGUAGE_WORDS, MONTHS
from citations.fold import fold
from citations.item import ItemType

_EDITION = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|e|a|o|\.)?,?\s"
    r"(?:(?:rev|anniversary|revised|int|intl|uberarb|erw|ampl)\w{0,12}\.?,?\s)?"
    r"(?:ed(?:ition|icao|icion|n|s)?|aufl(?:age)?|izd(?:anie)?)\b"
)
_EDITION_WORD = re.compile(
    r"\b(second|third|fourth|fifth|sixth|seventh|new|revised|expanded|updated|anniversary|"
    r"nouvelle|deuxieme|troisieme|zweite|dritte|vierte|neue|segunda|tercera|terceira|nueva|nova|"
    r"vtoroe|tret'?e|seconda|terza)"
    r"(?:\s[a-z]{2,14}){0,3}\s(?:ed(?:ition|n|izione)?|auflage|edicion|edicao|izdanie)\b"
    r"|\b(revisited)\b"
)
_ORDINALS = {
    word: str(number)
    for number, words in {
        2: "second zweite deuxieme segunda vtoroe seconda",
        3: "third dritte troisieme tercera terceira terza",
        4: "fourth vierte",
        5: "fifth",
        6: "sixth",
        7: "seventh",
    }.items()
    for word in words.split()
}
_PART = re.compile(
    r"\b(?:part|pt|teil|partie|parte|tome|tomo|band|bd|book|chast)\.?\s([ivx]{1,5}|\d{1,3}|one|two|"
    r"three)\b"
)
_VOLUME = re.compile(r"\b(?:vol|volume)\.?\s([ivx]{1,5}|\d{1,3})\b")
_NOTICES = (
    (
        "a review",
        re.compile(
            r"\b(?:review of|rev\. of|reviewed work|book review|reviewed by|rezension|rez\. v\w*"
            r"|bespr\w*|resena|resenha|compte rendu|recensione|retsenziia|retsenziya|rets\. na)\b"
        ),
    ),
    (
        "a correction",
        re.compile(
            r"\b(?:errat(?:um|a)|fe de erratas?|corrigend(?:um|a)|correction to|correction:"
            r"|berichtigung|rectificati(?:f|on)\b|rectificacion|retificacao|addendum)"
        ),
    ),
    ("a retraction notice", re.compile(r"\b(?:retraction|retracted|withdrawn)\b")),
    (
        "a reply or comment",
        re.compile(
            r"\b(?:reply to|response to|comments? on|rejoinder|authors?'? reply|commentary on"
            r"|erwiderung|a reply|replik|respuesta a|reponse a)\b"
        ),
    ),
    ("a translation", re.compile(r"\b(?:translated by|trans\. by|transl\.|ubersetzt von)")),
    (
        "an interview",
        re.compile(
            r"\b(?:interview with|interview mit|entrevista co[nm]|entretien avec"
            r"|(?:personal|telephone|phone) interview|interviewed by|intervista (?:a|con))\b"
        ),
    ),
)
_PREPRINT = re.compile(
    r"\b(?:arxiv|biorxiv|medrxiv|ssrn|preprint|(?:working|discussion) paper|nber|psyarxiv|osf\.io|"
    r"in press|unpublished|forthcoming|manuscript|diskussionspapier|arbeitspapier|"
    r"document de travail|documento d[ei] (?:trabajo|lavoro)|texto para discussao|werkdocument)\b"
)
_UPDATED = re.compile(
    r"\b(?:updated|aktualisiert|actualizado|atualizado|mis a jour|last modified|obnovleno)\b"
)
# Looked for in the text as printed: the initial of "H. V. Roe" is a capital.
_PARTIES = re.compile(r"([^\W\d_]{2,})[.)]?\s(?:vs?\.?|c\.|gegen)\s([^\W\d_]{2,})")
_SERIAL = re.compile(
    r"\b([^\W\d_]{3,})\.?,?\s(?:(?:no|nr|num|n)\.?\s?|n?[º°]\s?|#)?(\d{1,4}|[ivx]{2,6})"
    r"(?=[/:.,;)\]\s]|\Z)"
)
_NOT_SERIAL = frozenset(
    [
        "vol",
        "volume",
        "issue",
        "heft",
        "page",
        "pages",
        "part",
        "band",
        "bd",
        "tome",
        "book",
        "ch",
        "chapter",
        "art",
        "article",
        "session",
        "hc",
        "oj",
        "ser",
        "resolution",
        "section",
        "den",
        "with",
        "and",
        "the",
        "for",
        "from",
        "over",
    ]
)
_NUMBER = re.compile(r"\d+")
_MEETING = frozenset(
    tokens_of(
        "conference symposium workshop congress colloquium tagung konferenz kongress tagungsband"
        " congres colloque congreso jornadas congresso simposio"
    )
)
_STAGES = frozenset(
    tokens_of(
        "first second third fourth fifth sixth erste zweite dritte vierte erstes zweites drittes"
        " viertes erster zweiter dritter vierter premier premiere deuxieme troisieme quatrieme"
        " primer primero primera segundo segunda tercer tercero tercera cuarto cuarta primeiro"
        " primeira terceiro terceira quarto quarta prima terza seconda primo secondo terzo"
        " q1 q2 q3 q4 h1 h2 spring summer autumn winter morning evening"
    )
)
_PERIOD = re.compile(
    r"\b(?:([1-4])(?:st|nd|rd|th|er|e|o|a|\.|º)?\s?(?:quarter|quartal|trimestre|kvartal|kwartaal|half|"
    r"halbjahr|semestre)|[qht]([1-4])(?=\W))"
)
_STAGE_NUMBERS = {"zweite": "second", "segundo": "second", "2nd": "second", "1st": "first"}
_COUNTED = {
    word: str(number)
    for number, words in enumerate(
        (
            "i one",
            "ii two zwei deux dois",
            "iii three drei trois",
            "iv four vier quatre",
            *("v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"),
        ),
        1,
    )
    for word in words.split()
}
_ROMAN = re.compile(r"(?:x{0,3})(?:ix|iv|v?i{0,3})\Z")


_CUES = (
    "ed edition edicion edicao edn eds aufl auflage izd izdanie edizione revisited",
    "part pt teil partie parte tome tomo band bd book chast vol volume",
    "review rev reviewed rezension rez bespr besprechung resena resenha compte recensione",
    "retsenziia retsenziya rets",
    "erratum errata fe corrigendum corrigenda correction berichtigung rectificatif rectification",
    "rectificacion retificacao addendum retraction retracted withdrawn",
    "reply response comment comments rejoinder commentary erwiderung replik respuesta reponse",
    "translated trans transl ubersetzt interview entrevista",
    "arxiv biorxiv medrxiv ssrn preprint working discussion nber psyarxiv osf press unpublished",
    "forthcoming manuscript diskussionspapier arbeitspapier documento document texto werkdocument",
    "updated aktualisiert actualizado atualizado jour last obnovleno",
    "v vs c gegen",
)
"""A word of each pattern: an entry without any of them bears no mark in its text."""


@lru_cache(maxsize=1)
def _cues() -> frozenset[str]:
    return frozenset(word for line in _CUES for word in tokens_of(line))


@kept
def marked(side: Profile) -> bool:
    """Tell whether the entry prints a word that any of the marks needs."""
    return not _cues().isdisjoint(side.text.split())


@kept
def edition(side: Profile) -> str | None:
    """Return the edition named ("2", "revised"), or ``None``."""
    match = _EDITION.search(side.bare) if marked(side) else None
    if match:
        return match[1]
    match = _EDITION_WORD.search(side.bare) if marked(side) else None
    if match:
        word = match[1] or match[2]
        return _ORDINALS.get(word, word)
    return fold(side.item.edition) if side.item.edition else None


@kept
def part(side: Profile) -> str | None:
    """Return the part or, where no journal has volumes, the volume named: "2" for "II" too."""
    if not marked(side):
        return None
    match = _PART.search(side.bare)
    if match is None and not (side.item.issue or side.item.page):
        match = _VOLUME.search(side.bare)
    return _COUNTED.get(match[1], match[1]) if match else None


@kept
def notice(side: Profile) -> str | None:
    """Say what kind of writing about another work this is, or ``None``."""
    if side.type in {ItemType.REVIEW, ItemType.REVIEW_BOOK}:
        return "a review"
    if not marked(side):
        return None
    return next((kind for kind, pattern in _NOTICES if pattern.search(side.bare)), None)


@kept
def last_number(side: Profile) -> str | None:
    """Return the last number printed that is no year nor a day: mostly the work's own page."""
    found = (number.lstrip("0") for number in reversed(_NUMBER.findall(side.bare)))
    return next((number for number in found if number in side.numbers), None)


@kept
def meeting(side: Profile) -> bool:
    """Tell whether the work stands in the proceedings of a meeting."""
    return not _MEETING.isdisjoint(side.container.split())


@kept
def preprint(side: Profile) -> bool:
    """Tell whether this is a preprint or working paper."""
    return side.arxiv is not None or (marked(side) and _PREPRINT.search(side.bare) is not None)


@kept
def updated(side: Profile) -> bool:
    """Tell whether the entry says that it was updated."""
    return marked(side) and _UPDATED.search(side.bare) is not None


@kept
def parties(side: Profile) -> tuple[str, str] | None:
    """Return the last word of the one and the first of the other party of a law case."""
    match = _PARTIES.search(side.printed[:300]) if marked(side) else None
    return (fold(match[1]), fold(match[2])) if match else None


def one_case(a: Profile, b: Profile) -> bool | None:
    """Tell whether both have the parties of one law case; ``None`` where none or one is a case."""
    types = {a.type, b.type}
    bare = types == {ItemType.UNKNOWN} and not (a.families or b.families)
    if not (ItemType.LEGAL_CASE in types or bare) or not (parties(a) and parties(b)):
        return None
    return parties(a) == parties(b)


@kept
def serials(side: Profile) -> dict[str, str]:
    """Return what is numbered: {"report": "13"} for "Special Report 13/2019"."""
    found: dict[str, str] = {}
    for match in _SERIAL.finditer(side.bare):
        if MONTHS.keys() & side.bare[match.end() :].split(maxsplit=1)[:1]:
            continue  # "Gazette, 3 May"
        year = match[2].isdecimal() and int(match[2]) in side.years
        if not year and match[1] not in _NOT_SERIAL and match[1] not in MONTHS:
            found.setdefault(match[1], match[2])
    for match in re.finditer(r"\b(?:no|nr|n[º°]|episode|ep|#)\.?\s?(\d{1,4})\b", side.bare):
        found.setdefault("no", match[1])
    return found


@kept
def stages(side: Profile) -> frozenset[str]:
    """Return the quarters, seasons and ordinals the title names."""
    words = side.bare.split() if not side.title else side.title.split()
    periods = frozenset(f"q{match[1] or match[2]}" for match in _PERIOD.finditer(side.bare))
    return periods | {_STAGE_NUMBERS.get(word, word) for word in words if word in _STAGES}


@kept
def title_numbers(side: Profile) -> frozenset[str]:
    """Return the numbers in the title, years, Roman numerals and counting words too."""
    return frozenset(
        _COUNTED.get(word, word)
        for word in side.title.split()
        if (word.isdecimal() and len(word) <= 4) or word in _COUNTED or _ROMAN.match(word)
    )


@kept
def language(side: Profile) -> str | None:
    """Return the language whose function words the title has most of, or ``None``."""
    words = set(side.title.split())
    counts = sorted(((len(words & known), name) for name, known in LANGUAGE_WORDS.items()))
    (second, _), (most, name) = counts[-2:]
    return name if most > second else None


@kept
def corporate(side: Profile) -> bool:
    """Tell whether the author is a body, or none is named."""
    names = side.item.author or side.item.editor
    return all(name.family is None for name in names)
