"""What of a reference is compared: folded words, numbers, names and dates, worked out once.

Both the parsed item and the printed text are used, since a parser errs and print is complete.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, lru_cache, wraps
from typing import TypeVar, cast

from citations.duplicates.days import numeric_dates, spaced_numbers, spelt_days
from citations.duplicates.printed import printed_text
from citations.duplicates.stop_words import COMMON
from citations.fold import fold, romanise
from citations.identifiers import parse_arxiv, parse_doi
from citations.item import Item, ItemType
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
_ISBN = re.compile(r"\bisbn(?:-1[03])?:?\s?[\dx -]{10,17}")
_TOKEN = re.compile(r"[^\W_]+")
_RANGE = re.compile(r"\b([a-z]?\d{1,6})\s?-\s?([a-z]?\d{1,6})\b")
_YEAR = re.compile(r"(1[5-9]\d\d|20\d\d)([a-h]?)\Z")
_ROMAN_PAGE = re.compile(r"[ivxlc]{1,8}\Z")
# How long a book is: "384 p." at the end.
_EXTENT = re.compile(r"\b\d{2,4}\s(?:p|pp|s|c|pages|seiten|paginas)\b\.?\s?\Z")
# Apostrophes and soft signs inside a word ("izdatel'stvo"), not after an elided article.
_INNER_MARK = re.compile(r"(?<=[^\W\d_]{2})'(?=[^\W\d_])")
_ACRONYM = re.compile(r"(?<![\w@])[A-Z]{2,6}(?![\w'’])")
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)\Z")
# Document symbols, as parliaments and the United Nations number their papers: A/RES/68/262.
_SYMBOL = re.compile(r"(?<![\w/.])[A-Z]{1,6}(?:/[A-Z0-9][A-Z0-9.\-]{0,12}){2,6}(?![\w/])")
# What most entries print that is not ASCII: replaced first, since plain ASCII folds fastest.
_COMMON_MARKS = (
    ("\u2013", "-"),
    ("\u2014", "-"),
    ("\u201c", '"'),
    ("\u201d", '"'),
    ("\u2019", "'"),
)
_ACCESS_WORDS = ("access", "retriev", "abgerufen", "zugriff", "consult", "acess")
_LONGEST_NUMBER = 9
_LONGEST_EXTENT = 16
_NONE: frozenset[str] = frozenset()
_NO_MONTHS: frozenset[int] = frozenset()
_NO_DAYS: frozenset[tuple[int, int]] = frozenset()


T = TypeVar("T")


class _Kind(Enum):
    SMALL = 0
    WORD = 1
    NUMBER = 2
    YEAR = 3


@lru_cache(maxsize=16_384)
def folded_tokens(text: str) -> str:
    """Return the tokens of a name or journal, which many references share."""
    return " ".join(tokens_of(text))


@dataclass(frozen=True, kw_only=True, eq=False)
class Profile:
    """One reference as it is compared. All strings are folded.

    ``text`` holds all its tokens in printed order, addresses left out; ``words`` its telling
    words; ``numbers`` its numbers other than years and days, page ranges written out; ``years``
    the years in printed order; ``months`` and ``days`` what dates name ((month, day) pairs);
    ``lead`` its first words, where the author stands in most styles; ``bare`` the folded text
    with its punctuation, in which marks such as "2nd ed." are looked for.

    What blocking needs is worked out at once, the rest when first asked for: in an archive most
    references are never compared in full.
    """

    id: str
    item: Item
    printed: str
    bare: str
    text: str
    words: frozenset[str]
    numbers: frozenset[str]
    years: tuple[int, ...]
    letters: frozenset[str]
    months: frozenset[int]
    days: frozenset[tuple[int, int]]
    lead: frozenset[str]
    doi: str | None
    isbn: str | None
    arxiv: str | None
    symbol: str | None
    url: str | None

    @property
    def type(self) -> ItemType:
        """The work's type, as parsed."""
        return self.item.type

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Words printed in capitals, lower-cased; none where everything is."""
        if self.printed.isupper():
            return _NONE
        return frozenset(map(str.lower, _ACRONYM.findall(self.printed)))

    @cached_property
    def joined(self) -> str:
        """All tokens without the spaces, since slips split words and join them."""
        return self.text.replace(" ", "")

    @cached_property
    def title(self) -> str:
        """The tokens of the title."""
        return " ".join(tokens_of(self.item.title or ""))

    @cached_property
    def joined_title(self) -> str:
        """The title's tokens without the spaces."""
        return self.title.replace(" ", "")

    @cached_property
    def title_words(self) -> frozenset[str]:
        """The telling words of the title."""
        return frozenset(
            word for word in self.title.split() if word not in COMMON and len(word) > 1
        )

    @cached_property
    def _parts(self) -> tuple[str, str]:
        main, subtitle = split_subtitle(self.item.title or "")
        if not subtitle:
            return self.title, ""
        return " ".join(tokens_of(main)), " ".join(tokens_of(subtitle))

    @property
    def main_title(self) -> str:
        """The title before its colon, or all of it."""
        return self._parts[0]

    @property
    def subtitle(self) -> str:
        """The title after its colon, or nothing."""
        return self._parts[1]

    @cached_property
    def container(self) -> str:
        """The tokens of the journal's or book's title."""
        return folded_tokens(self.item.container_title or "")

    @cached_property
    def container_words(self) -> frozenset[str]:
        """The telling words of the container."""
        return self.words.intersection(self.container.split())

    @cached_property
    def families(self) -> tuple[str, ...]:
        """Family names, or whole names of bodies, of the authors or else the editors."""
        names = self.item.author or self.item.editor
        printed = (folded_tokens(name.family or name.literal or "") for name in names)
        return tuple(name for name in printed if name)

    @cached_property
    def volume(self) -> str | None:
        """The volume as parsed."""
        return fold(self.item.volume) if self.item.volume else None

    @cached_property
    def pages(self) -> tuple[str, str] | None:
        """First and last page: of the item or else of the last range in print."""
        return _pages(self.item, self.bare)

    @cached_property
    def largest(self) -> str | None:
        """The largest number, mostly a page."""
        values = [int(number) for number in self.numbers if number.isdecimal()]
        return str(max(values)) if values else None


def kept(work_out: Callable[[Profile], T]) -> Callable[[Profile], T]:
    """Keep what ``work_out`` says of a profile with the profile, so that it is worked out once."""
    name = f"{work_out.__module__}.{work_out.__name__}"

    @wraps(work_out)
    def look_up(side: Profile) -> T:
        known = side.__dict__
        if name not in known:
            known[name] = work_out(side)
        return cast(T, known[name])

    return look_up


@lru_cache(maxsize=65_536)
def _token(word: str) -> tuple[str, _Kind]:
    """Return ``word`` as compared, and what kind of token it is.

    Spellings in which transliteration schemes differ are evened out.
    """
    if _ORDINAL.match(word):
        return word, _Kind.WORD
    if word[0].isdecimal() or word[-1].isdecimal():
        return word, _Kind.YEAR if _YEAR.match(word) else _Kind.NUMBER
    kind = _Kind.WORD if len(word) > 1 and word not in COMMON else _Kind.SMALL
    if len(word) >= 4:
        word = word.replace("j", "i").replace("y", "i").replace("kh", "h").replace("ii", "i")
    return word, kind


def _folded(text: str) -> str:
    for mark, plain in _COMMON_MARKS:
        text = text.replace(mark, plain)
    folded = romanise(fold(text))
    if not folded.isascii():
        folded = spaced_numbers(folded)
    return _INNER_MARK.sub("", folded) if "'" in folded else folded


def tokens_of(text: str) -> list[str]:
    """Return the tokens of ``text`` as they are compared."""
    return [_token(token)[0] for token in _TOKEN.findall(_folded(text))]


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
        return (found[0], found[-1]) if found and _ROMAN_PAGE.match(found[0]) else None
    for match in reversed(list(_RANGE.finditer(bare))):
        first, _, last = _expand(match).partition(" ")
        if not (_YEAR.match(first) and _YEAR.match(last)):
            return first, last
    return None


def _url(reference: Reference, text: str) -> str | None:
    address = reference.item.url
    if address is None and ("://" in text or "www." in text):
        match = _URL.search(text)
        address = match[0].rstrip(".,;)>]") if match else None
    if address is None and len(reference.entry.links) == 1:
        address = reference.entry.links[0]
    if address is None or "doi.org/" in address.lower():
        return None
    canonical = canonical_url(address)
    # A bare host names a publisher, not a work.
    return canonical if "/" in canonical else None


def _bare(text: str) -> str:
    """Fold ``text`` and leave out its printed label, addresses, days of access and extent."""
    label = _LABEL.match(text)
    bare = _folded(text[label.end() :] if label else text)
    if "isbn" in bare:
        bare = _ISBN.sub(" ", bare)
    if "://" in bare or "www." in bare or "doi" in bare:
        bare = _ADDRESS.sub(" ", bare)
    if any(word in bare for word in _ACCESS_WORDS):
        bare = _ACCESSED.sub(" ", bare)
    return bare


def profile(reference: Reference) -> Profile:
    """Work out what of ``reference`` is compared."""
    text = printed_text(reference)
    item = reference.item
    bare = _bare(text)
    extent = _EXTENT.search(bare, max(0, len(bare) - _LONGEST_EXTENT))
    dated, days = numeric_dates(bare[: extent.start()] if extent else bare)
    raw = _TOKEN.findall(_RANGE.sub(_expand, dated) if "-" in dated else dated)
    months, spelt, places = spelt_days(raw)
    tokens: list[str] = []
    words: list[str] = []
    numbers: set[str] = set()
    years: list[int] = []
    letters: set[str] = set()
    for place, token in enumerate(raw):
        compared, kind = _token(token)
        tokens.append(compared)
        if kind is _Kind.WORD and place not in places:
            words.append(compared)
        elif kind is _Kind.YEAR:
            years.append(int(token[:4]))
            letters.update(token[4:])
        elif kind is _Kind.NUMBER and place not in places:
            number = token.lstrip("0")
            if number and len(number) <= _LONGEST_NUMBER:
                numbers.add(number)
    issued = item.issued
    if issued and issued.month:
        months.add(issued.month)
        if issued.day:
            spelt.add((issued.month, issued.day))
    if not years and issued and issued.year:
        years.append(issued.year)
    symbol = _SYMBOL.search(text) if "/" in text else None
    days |= spelt
    return Profile(
        id=reference.id,
        item=item,
        printed=text,
        bare=bare,
        text=" ".join(tokens),
        words=frozenset(words),
        numbers=frozenset(numbers),
        years=tuple(dict.fromkeys(years)),
        letters=frozenset(letters) if letters else _NONE,
        months=frozenset(months) if months else _NO_MONTHS,
        days=frozenset(days) if days else _NO_DAYS,
        lead=frozenset(words[:3]),
        doi=(item.doi and parse_doi(item.doi))
        or (parse_doi(text) if "10." in text or "10%" in text else None),
        isbn=item.isbn,
        arxiv=item.arxiv or (parse_arxiv(text) if "arxiv" in bare else None),
        symbol=symbol[0] if symbol else None,
        url=_url(reference, text),
    )
