"""An article: what was read out of a document. Every offset indexes ``Article.text``."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from citations.reference import Entry


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open character offsets into ``Article.text``."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Quoted text with what stands before and after it (W3C TextQuoteSelector)."""

    exact: str
    prefix: str = ""
    suffix: str = ""


class BlockKind(StrEnum):
    """What a block of the body is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST_ITEM = "list_item"
    CAPTION = "caption"
    TABLE = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of the body. ``level`` is a heading's 1-6, else 0.

    ``origin`` says where in the document the block stood: a DOM path, "line 12", "paragraph 7".
    """

    kind: BlockKind
    span: Span
    level: int = 0
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A hyperlink of the body: the span of its text, its address as resolved."""

    span: Span
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedEntry:
    """A printed entry and its place. ``entry.text == text[span.start:span.end]``."""

    entry: Entry
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """An author's "factcheck: allow CODE reason=..." in the document.

    ``codes`` are rule codes, families or names, as written. ``span`` is the block it stands
    before or in, None for the whole article. ``origin`` says where it was written.
    """

    codes: tuple[str, ...]
    reason: str | None
    span: Span | None = None
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something about the content that a reader could not make sense of, in one sentence.

    ``kind`` is a fixed word ("no-body-text", "drawn-by-script", "broken-encoding", ...).
    """

    kind: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What was read out of a document.

    ``key`` identifies the article over scans: the canonical URL, or the path as given.
    ``text`` holds the body's blocks in reading order, parted by blank lines, then the printed
    entries, one a line. Title and byline are not in it. ``blocks`` cover the body only, in order,
    without overlap; ``entries`` lie outside every block. ``superscripts`` are raised marks in the
    body. ``authors`` are the persons named by ``byline``. ``published_from`` says which part of the
    document the date was taken from.
    """

    key: str
    text: str
    url: str | None = None
    title: str | None = None
    byline: str | None = None
    authors: tuple[str, ...] = ()
    published: dt.date | None = None
    published_from: str | None = None
    modified: dt.date | None = None
    site_name: str | None = None
    language: str | None = None
    media_type: str | None = None
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    superscripts: tuple[Span, ...] = ()
    entries: tuple[PlacedEntry, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    problems: tuple[Problem, ...] = ()

    def quote(self, span: Span) -> str:
        """Return the text that a span covers."""
        return self.text[span.start : span.end]
