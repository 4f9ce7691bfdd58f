"""An article in the making: blocks with offsets of their own, put together by ``assemble``."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from citations.reference import Entry
from factcheck.model.article import (
    Article,
    Block,
    BlockKind,
    Link,
    PlacedEntry,
    Problem,
    Span,
    Suppression,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftBlock:
    """A block of the body; the spans in it index its own ``text``.

    ``allowed`` are suppressions written before or in the block.
    """

    kind: BlockKind
    text: str
    level: int = 0
    origin: str = ""
    links: tuple[Link, ...] = ()
    superscripts: tuple[Span, ...] = ()
    allowed: tuple[Suppression, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a reader found. ``about`` holds the article's metadata, with no text in it yet."""

    about: Article
    blocks: Sequence[DraftBlock] = ()
    entries: Sequence[Entry] = ()
    suppressions: Sequence[Suppression] = ()
    problems: Sequence[Problem] = field(default=())


def assemble(draft: Draft) -> Article:
    """Return the article: blocks parted by a blank line, then one line an entry."""
    parts: list[str] = []
    at = 0
    blocks: list[Block] = []
    links: list[Link] = []
    superscripts: list[Span] = []
    suppressions = list(draft.suppressions)
    for block in draft.blocks:
        if parts:
            parts.append("\n\n")
            at += 2
        span = Span(at, at + len(block.text))
        blocks.append(Block(kind=block.kind, span=span, level=block.level, origin=block.origin))
        links += [Link(span=_moved(link.span, at), url=link.url) for link in block.links]
        superscripts += [_moved(mark, at) for mark in block.superscripts]
        suppressions += [replace(one, span=span) for one in block.allowed]
        parts.append(block.text)
        at = span.end
    entries: list[PlacedEntry] = []
    for entry in draft.entries:
        if parts:
            gap = "\n" if entries else "\n\n"
            parts.append(gap)
            at += len(gap)
        entries.append(PlacedEntry(entry=entry, span=Span(at, at + len(entry.text))))
        parts.append(entry.text)
        at += len(entry.text)
    return replace(
        draft.about,
        text="".join(parts),
        blocks=tuple(blocks),
        links=tuple(links),
        superscripts=tuple(superscripts),
        entries=tuple(entries),
        suppressions=tuple(suppressions),
        problems=tuple(draft.problems),
    )


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
