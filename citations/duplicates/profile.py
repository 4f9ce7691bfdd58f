"""What of a reference is compared: folded words, numbers, names and marks, worked out once.

Both the parsed item and the printed text are used, since a parser errs and print is complete.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from citations.fold import fold, fold_words, romanise
from citations.identifiers import parse_arxiv, parse_doi
from citations.item import Item, ItemType, Name
from citations.reference import Reference
from citations.titles import fold_title, split_subtitle
from citations.urls import canonical_url

# A printed label is the list's, not the work's: "[1]", "(12)", "3.", "1 R. Roe".
_LABEL = re.compile(r"\A\s*(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,3}[.)]?(?=\s?[^\W\d]))\s*")
_ADDRESS = re.compile(r"(?:https?://|www\.|doi\.org/|doi:\s?10\.)\S+", re.IGNORECASE)
_ACCESSED = re.compile(
    r"\b(?:accessed|retrieved|abgerufen|zugriff|consulte|consultado|acesso|acessado)\b"
    r"(?:\s(?:on|am|le|em|el|in:?|from))?[^.;]{0,30}?\b(?:19|20)\d\d"
)
_TOKEN = re.compile(r"[^\W_]+")
_RANGE = re.compile(r"\b(\d{1,6})\s?-\s?(\d{1,6})\b")
_YEAR = re.compile(r"(1[5-9]\d\d|20\d\d)[a-h]?\Z")
_EDITION = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|e|a|o|\.)?\s(?:(?:rev|anniversary|revised|int|intl)\w*\.?,?\s)?"
    r"(?:ed(?:ition|n|s)?|aufl(?:age)?|edicao|edicion|izd|изд)\b(?!itor)"
)
_EDITION_WORD = re.compile(
    r"\b(second|third|fourth|fifth|sixth|revised|expanded|updated|nouvelle|zweite|dritte|segunda|"
    r"tercera)[a-z ]{0,20}\s(?:ed(?:ition|n)?|auflage|edicion|edicao)\b|\brevisited\b"
)
_PART = re.compile(
    r"\b(?:part|pt|teil|partie|parte|tome|band|bd|vol|volume|book)\.?\s([ivx]{1,5}|\d{1,3})\b"
)
_REVIEW = re.compile(
    r"\b(?:review of|rev\. of|reviewed work|book review|rezension|resena de|compte rendu"
    r"|recensione)\b"
)
_PREPRINT = re.compile(
    r"\b(?:arxiv|biorxiv|medrxiv|ssrn|preprint|working paper|discussion paper|technical report|"
    r"tech\. rep|psyarxiv|osf\.io|in press|unpublished)\b"
)
_UPDATED = re.compile(r"\((?:updated|aktualisiert|actualizado|atualizado|mis a jour)\b")
_MONTHS = {
    month: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero janeiro",
            "february feb februar fevrier febrero fevereiro",
            "march mar marz mars marzo marco",
            "april apr avril abril",
            "may mai mayo maio",
            "june jun juni juin junio junho",
            "july jul juli juillet julio julho",
            "august aug aout agosto",
            "september sep sept septembre septiembre setembro",
            "october oct oktober okt octobre octubre outubro",
            "november nov novembre noviembre novembro",
            "december dec dezember dez decembre diciembre dezembro",
        ),
        1,
    )
    for month in names.split()
}
# Words of every other entry: they neither make nor break a match.
COMMON = frozenset(
    [
        "the",
        "of",
        "and",
        "in",
        "on",
        "for",
        "to",
        "a",
        "an",
        "by",
        "with",
        "from",
        "at",
        "as",
        "its",
        "is",
        "de",
        "la",
        "le",
        "les",
        "des",
        "du",
        "et",
        "en",
        "der",
        "die",
        "das",
        "und",
        "von",
        "zu",
        "im",
        "el",
        "los",
        "las",
        "y",
        "del",
        "e",
        "o",
        "os",
        "da",
        "do",
        "di",
        "il",
        "in",
        "proc",
        "proceedings",
        "conference",
        "journal",
        "international",
        "vol",
        "volume",
        "no",
        "number",
        "pp",
        "p",
        "pages",
        "page",
        "press",
        "university",
        "ed",
        "eds",
        "edition",
        "al",
        "et",
        "available",
        "online",
        "retrieved",
        "accessed",
        "doi",
        "http",
        "https",
        "www",
        "com",
        "org",
        "hrsg",
        "in:",
        "und",
        "i",
        "na",
        "ii",
        "iii",
        "iv",
        "article",
        "paper",
        "report",
        "new",
        "york",
        "london",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One reference as it is compared. All strings are folded.

    ``text`` is the printed text without addresses; ``words`` its telling words; ``numbers`` its
    numbers other than years, page ranges written out; ``lead`` its first words, where the author
    stands in most styles.
    """

    id: str
    text: str
    words: frozenset[str]
    numbers: frozenset[str]
    years: frozenset[int]
    year: int | None
    day: tuple[int, int] | None
    lead: frozenset[str]
    families: tuple[str, ...]
    title: str
    main_title: str
    container: str
    volume: str | None
    first_page: str | None
    edition: str | None
    part: str | None
    type: ItemType
    doi: str | None
    isbn: str | None
    arxiv: str | None
    url: str | None
    is_review: bool
    is_preprint: bool
    is_updated: bool


def _squeeze_translit(word: str) -> str:
    """Even out the spellings in which transliteration schemes differ."""
    return word.replace("j", "i").replace("y", "i").replace("kh", "h").replace("ii", "i")


def printed_text(reference: Reference) -> str:
    """Return the entry as printed or, when there is only an item, its fields one after another."""
    if reference.entry.text.strip():
        return reference.entry.text
    item = reference.item
    parts = [
        ", ".join(_name_text(name) for name in item.author or item.editor),
        str(item.issued.year) if item.issued and item.issued.year else "",
        item.title or "",
        item.container_title or "",
        " ".join(part for part in (item.volume, item.issue, item.page) if part),
        item.edition or "",
        item.publisher or "",
        item.doi or "",
        item.url or "",
    ]
    return ". ".join(part for part in parts if part)


def _name_text(name: Name) -> str:
    parts = (name.particle, name.family, name.given, name.suffix, name.literal)
    return " ".join(part for part in parts if part)


def _expand(match: re.Match[str]) -> str:
    first, last = match[1], match[2]
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return f"{first} {last}"


def _day(folded: str, item: Item) -> tuple[int, int] | None:
    issued = item.issued
    if issued and issued.month and issued.day:
        return issued.month, issued.day
    tokens = _TOKEN.findall(folded)
    for place, token in enumerate(tokens):
        month = _MONTHS.get(token)
        if month is None:
            continue
        around = tokens[max(0, place - 2) : place] + tokens[place + 1 : place + 2]
        for near in reversed(around):
            digits = re.sub(r"(?:st|nd|rd|th)\Z", "", near)
            if digits.isdecimal() and digits.isascii() and 1 <= int(digits) <= 31:
                return month, int(digits)
    return None


def _edition(folded: str, item: Item) -> str | None:
    match = _EDITION.search(folded)
    if match:
        return match[1]
    match = _EDITION_WORD.search(folded)
    if match:
        return match[1] or "revisited"
    return fold(item.edition) if item.edition else None


def _part(folded: str, item: Item) -> str | None:
    if item.title:
        folded = fold(item.title)
    match = _PART.search(folded)
    return match[1] if match else None


def _url(reference: Reference, text: str) -> str | None:
    address = reference.item.url
    if address is None:
        match = re.search(r"(?:https?://|www\.)\S{4,}", text)
        address = match[0].rstrip(".,;)>]") if match else None
    if address is None and len(reference.entry.links) == 1:
        address = reference.entry.links[0]
    if address is None or "doi.org/" in address.lower():
        return None
    canonical = canonical_url(address)
    # A bare host names a publisher, not a work.
    return canonical if "/" in canonical else None


@lru_cache(maxsize=8_192)
def profile(reference: Reference) -> Profile:
    """Work out what of ``reference`` is compared."""
    text = printed_text(reference)
    item = reference.item
    bare = romanise(fold(_ADDRESS.sub(" ", _LABEL.sub("", text))))
    bare = _ACCESSED.sub(" ", bare)
    tokens = [
        _squeeze_translit(token) if len(token) > 3 else token
        for token in _TOKEN.findall(_RANGE.sub(_expand, bare))
    ]
    years = [int(match[1]) for token in tokens if (match := _YEAR.match(token))]
    issued = item.issued.year if item.issued else None
    words = frozenset(
        token
        for token in tokens
        if len(token) > 1
        and not token.isdecimal()
        and not _YEAR.match(token)
        and token not in COMMON
    )
    numbers = frozenset(
        token.lstrip("0")
        for token in tokens
        if token[-1].isdecimal()
        and len(token) <= 9
        and not _YEAR.match(token)
        and token.lstrip("0")
    )
    names = item.author or item.editor
    families = tuple(
        _squeeze(fold(_romanise_name(name))) for name in names if name.family or name.literal
    )
    page = re.match(r"\w+", item.page) if item.page else None
    main, _ = split_subtitle(item.title or "")
    return Profile(
        id=reference.id,
        text=" ".join(tokens),
        words=words,
        numbers=numbers,
        years=frozenset(years),
        year=issued if issued is not None else (years[0] if len(set(years)) == 1 else None),
        day=_day(bare, item),
        lead=frozenset([token for token in tokens if token in words][:3]),
        families=families,
        title=_squeeze(romanise(fold_title(item.title or ""))),
        main_title=_squeeze(romanise(fold_title(main))),
        container=_squeeze(romanise(fold_title(item.container_title or ""))),
        volume=fold(item.volume) if item.volume else None,
        first_page=fold(page[0]) if page else None,
        edition=_edition(bare, item),
        part=_part(bare, item),
        type=item.type,
        doi=item.doi or parse_doi(text),
        isbn=item.isbn,
        arxiv=item.arxiv or (parse_arxiv(text) if "arxiv" in bare else None),
        url=_url(reference, text),
        is_review=item.type in {ItemType.REVIEW, ItemType.REVIEW_BOOK}
        or bool(_REVIEW.search(bare)),
        is_preprint=bool(_PREPRINT.search(bare)) or item.arxiv is not None,
        is_updated=bool(_UPDATED.search(bare)),
    )


def _squeeze(text: str) -> str:
    return " ".join(_squeeze_translit(word) if len(word) > 3 else word for word in fold_words(text))


def _romanise_name(name: Name) -> str:
    return romanise(fold(name.family or name.literal or ""))
