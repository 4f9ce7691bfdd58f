"""What of a reference is compared: folded words, numbers, names and dates, worked out once.

Both the parsed item and the printed text are used, since a parser errs and print is complete.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from sys import intern

from citations.duplicates.stop_words import COMMON, MONTHS
from citations.fold import fold, romanise
from citations.identifiers import parse_arxiv, parse_doi
from citations.item import Item, ItemType, Name
from citations.reference import Reference
from citations.titles import split_subtitle
from citations.urls import canonical_url

# A printed label is the list's, not the work's: "[1]", "(12)", "3.", "1 R. Roe".
_LABEL = re.compile(r"\A\s*(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,3}[.)]?(?=\s?[^\W\d]))\s*")
_ADDRESS = re.compile(r"(?:https?://|www\.|doi\.org/|doi:\s?10\.)\S+", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)\S{4,}", re.IGNORECASE)
_ACCESSED = re.compile(
    r"\b(?:accessed|retrieved|abgerufen|zugriff|consulte|consultado|acesso|acessado)\b"
    r"(?:\s(?:on|am|le|em|el|in:?|from))?[^.;]{0,30}?\b(?:19|20)\d\d"
)
_TOKEN = re.compile(r"[^\W_]+")
_RANGE = re.compile(r"\b([a-z]?\d{1,6})\s?-\s?([a-z]?\d{1,6})\b")
_YEAR = re.compile(r"(1[5-9]\d\d|20\d\d)([a-h]?)\Z")
_NUMERIC_DATE = re.compile(
    r"\b(?:(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)|((?:19|20)\d\d)-(\d\d)-(\d\d))\b"
)
# How long a book is: "384 p." at the end.
_EXTENT = re.compile(r"\b\d{2,4}\s(?:p|pp|s|c|pages|seiten|paginas)\b\.?\s?\Z")
# Apostrophes and soft signs inside a word ("izdatel'stvo"), not after an elided article.
_INNER_MARK = re.compile(r"(?<=[^\W\d_]{2})'(?=[^\W\d_])")
_ACRONYM = re.compile(r"(?<![\w@])[A-Z]{2,6}(?![\w'’])")
_ORDINAL_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\Z")
# Document symbols, as parliaments and the United Nations number their papers: A/RES/68/262.
_SYMBOL = re.compile(r"(?<![\w/.])[A-Z]{1,6}(?:/[A-Z0-9][A-Z0-9.\-]{0,12}){2,6}(?![\w/])")
_LONGEST = 6_000
_LONGEST_NUMBER = 9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Profile:
    """One reference as it is compared. All strings are folded.

    ``text`` holds all its tokens in printed order, addresses left out; ``words`` its telling
    words; ``numbers`` its numbers other than years and days, page ranges written out; ``years``
    the years in printed order; ``months`` and ``days`` what dates name ((month, day) pairs);
    ``lead`` its first words, where the author stands in most styles; ``bare`` the folded text
    with its punctuation, in which marks such as "2nd ed." are looked for.
    """

    id: str
    bare: str
    text: str
    words: frozenset[str]
    title_words: frozenset[str]
    numbers: frozenset[str]
    years: tuple[int, ...]
    letters: frozenset[str]
    months: frozenset[int]
    days: frozenset[tuple[int, int]]
    lead: frozenset[str]
    acronyms: frozenset[str]
    families: tuple[str, ...]
    title: str
    main_title: str
    subtitle: str
    container: str
    volume: str | None
    pages: tuple[str, str] | None
    item: Item
    doi: str | None
    isbn: str | None
    arxiv: str | None
    symbol: str | None
    url: str | None

    @property
    def type(self) -> ItemType:
        """The work's type, as parsed."""
        return self.item.type


def _squeeze_translit(word: str) -> str:
    """Even out the spellings in which transliteration schemes differ."""
    if len(word) < 4:
        return word
    return word.replace("j", "i").replace("y", "i").replace("kh", "h").replace("ii", "i")


def printed_text(reference: Reference) -> str:
    """Return the entry as printed or, when there is only an item, its fields one after another."""
    if reference.entry.text.strip():
        return reference.entry.text[:_LONGEST]
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
    return ". ".join(part for part in parts if part)[:_LONGEST]


def _name_text(name: Name) -> str:
    parts = (name.particle, name.family, name.given, name.suffix, name.literal)
    return " ".join(part for part in parts if part)


def _folded(text: str) -> str:
    return _INNER_MARK.sub("", romanise(fold(text)))


def tokens_of(text: str) -> list[str]:
    """Return the tokens of ``text`` as they are compared."""
    return [_squeeze_translit(token) for token in _TOKEN.findall(_folded(text))]


def _expand(match: re.Match[str]) -> str:
    first, last = match[1], match[2]
    if first.isdecimal() and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return f"{first} {last}"


def _pages(item: Item, bare: str) -> tuple[str, str] | None:
    """Return first and last page: of the item or else of the last range in print."""
    if item.page:
        found = _TOKEN.findall(_RANGE.sub(_expand, fold(item.page)))
        if found and any(character.isdecimal() for character in found[0]):
            return found[0].lstrip("0"), found[-1].lstrip("0")
        return None
    for match in reversed(list(_RANGE.finditer(bare))):
        first, _, last = _expand(match).partition(" ")
        if not (_YEAR.match(first) and _YEAR.match(last)):
            return first, last
    return None


def _url(reference: Reference, text: str) -> str | None:
    address = reference.item.url
    if address is None:
        match = _URL.search(text)
        address = match[0].rstrip(".,;)>]") if match else None
    if address is None and len(reference.entry.links) == 1:
        address = reference.entry.links[0]
    if address is None or "doi.org/" in address.lower():
        return None
    canonical = canonical_url(address)
    # A bare host names a publisher, not a work.
    return canonical if "/" in canonical else None


def _numeric_dates(bare: str) -> tuple[str, set[tuple[int, int]]]:
    """Take days written in digits out of ``bare``, leaving their years."""
    days: set[tuple[int, int]] = set()

    def note(match: re.Match[str]) -> str:
        day, month, year = match[1], match[2], match[3]
        if year is None:
            year, month, day = match[4], match[5], match[6]
        days.add((int(month), int(day)))
        return f" {year} "

    return (_NUMERIC_DATE.sub(note, bare) if "." in bare or "-" in bare else bare), days


def _spelt_days(tokens: Sequence[str]) -> tuple[set[int], set[tuple[int, int]], set[int]]:
    """Return the months named, the days they are named with, and the places of those days."""
    months, days, places = set(), set(), set()
    for place, token in enumerate(tokens):
        month = MONTHS.get(token)
        if month is None:
            continue
        months.add(month)
        for near in (place + 1, place - 1, place - 2):
            if 0 <= near < len(tokens) and (near != place - 2 or tokens[place - 1] == "de"):
                match = _ORDINAL_DAY.match(tokens[near])
                if match and 1 <= int(match[1]) <= 31:
                    days.add((month, int(match[1])))
                    places.add(near)
                    break
    return months, days, places


def profile(reference: Reference) -> Profile:
    """Work out what of ``reference`` is compared."""
    text = printed_text(reference)
    item = reference.item
    bare = _folded(_ADDRESS.sub(" ", _LABEL.sub("", text)))
    if "20" in bare or "19" in bare:
        bare = _ACCESSED.sub(" ", bare)
    dated, days = _numeric_dates(_EXTENT.sub("", bare))
    raw = _TOKEN.findall(_RANGE.sub(_expand, dated) if "-" in dated else dated)
    months, spelt, places = _spelt_days(raw)
    tokens: list[str] = []
    words: list[str] = []
    numbers: set[str] = set()
    years: list[int] = []
    letters: set[str] = set()
    for place, token in enumerate(raw):
        if token[-1].isdecimal() or token[0].isdecimal():
            match = _YEAR.match(token)
            if match:
                years.append(int(match[1]))
                if match[2]:
                    letters.add(match[2])
            elif place not in places:
                number = token.lstrip("0")
                if number and len(number) <= _LONGEST_NUMBER:
                    numbers.add(number)
            tokens.append(token)
            continue
        squeezed = intern(_squeeze_translit(token))
        tokens.append(squeezed)
        if len(token) > 1 and token not in COMMON:
            words.append(squeezed)
    issued = item.issued
    if issued and issued.month:
        months.add(issued.month)
        if issued.day:
            spelt.add((issued.month, issued.day))
    if not years and issued and issued.year:
        years.append(issued.year)
    title = tokens_of(item.title or "")
    main, subtitle = split_subtitle(item.title or "")
    shouted = text.isupper()
    symbol = _SYMBOL.search(text) if "/" in text else None
    return Profile(
        id=reference.id,
        bare=bare,
        text=" ".join(tokens),
        words=frozenset(words),
        title_words=frozenset(word for word in title if word not in COMMON and len(word) > 1),
        numbers=frozenset(numbers),
        years=tuple(dict.fromkeys(years)),
        letters=frozenset(letters),
        months=frozenset(months),
        days=frozenset(days | spelt),
        lead=frozenset(words[:3]),
        acronyms=frozenset() if shouted else frozenset(map(str.lower, _ACRONYM.findall(text))),
        families=tuple(
            " ".join(tokens_of(name.family or name.literal or ""))
            for name in item.author or item.editor
            if name.family or name.literal
        ),
        title=" ".join(title),
        main_title=" ".join(tokens_of(main)) if subtitle else " ".join(title),
        subtitle=" ".join(tokens_of(subtitle)) if subtitle else "",
        container=" ".join(tokens_of(item.container_title or "")),
        volume=fold(item.volume) if item.volume else None,
        pages=_pages(item, dated),
        item=item,
        doi=(item.doi and parse_doi(item.doi))
        or (parse_doi(text) if "10." in text or "10%" in text else None),
        isbn=item.isbn,
        arxiv=item.arxiv or (parse_arxiv(text) if "arxiv" in bare else None),
        symbol=symbol[0] if symbol else None,
        url=_url(reference, text),
    )
