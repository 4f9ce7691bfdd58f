"""Split a .bib file into segments whose texts joined are the file, byte for byte.

Where the splitter leaves something out, that is a segment of its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from citations.bibfile.entry import Entry, Field
from citations.formats.latex.splitting import Block, blocks_of
from citations.formats.latex.splitting import Kind as BlockKind

_LONE_RETURN = re.compile("\r(?!\n)")
LONE_SURROGATE = re.compile("[\ud800-\udfff]")
"""What stands for a byte that is not UTF-8 (PEP 383)."""


class Kind(StrEnum):
    """What a segment is."""

    ENTRY = "entry"
    STRING = "string"
    COMMENT = "comment"
    PREAMBLE = "preamble"
    BLANK = "blank"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A piece of the file. ``line`` counts from 1, ``start`` is its offset in the text.

    ``entry`` is there for ``Kind.ENTRY``, ``string`` (lower-case name and value) for
    ``Kind.STRING``, ``error`` says why a block is broken. ``is_plain`` says of an entry that it is
    well formed and holds nothing but its fields.
    """

    kind: Kind
    raw: str
    start: int
    line: int
    entry: Entry | None = None
    string: tuple[str, str] | None = None
    error: str | None = None
    is_plain: bool = False


def split(text: str) -> tuple[Segment, ...]:
    """Split ``text``; no text makes this raise."""
    # Same length, so that offsets hold: the splitter knows only line feeds, and no byte order mark.
    even = _LONE_RETURN.sub("\n", text)
    if even.startswith("\ufeff"):
        even = " " + even[1:]
    return tuple(_segments(text, even))


def _segments(text: str, even: str) -> Iterator[Segment]:
    place, line = 0, 1
    found = list(_placed(even))
    nexts = [*(start for start, _ in found), len(text)][1:]
    for (start, block), following in zip(found, nexts, strict=True):
        if start > place:
            yield _between(text[place:start], place, line)
            line += even.count("\n", place, start)
        end = min(start + len(block.raw), following)
        yield _segment(block, text[start:end], start, line)
        line += even.count("\n", start, end)
        place = end
    if place < len(text):
        yield _between(text[place:], place, line)


def _placed(even: str) -> Iterator[tuple[int, Block]]:
    """Yield each block with its offset; a broken one may reach into the block after it."""
    place = 0
    for block in blocks_of(even):
        start = block.start if block.is_plain else even.find(block.raw, max(place, block.start))
        if not block.raw or start < 0:
            continue
        yield start, block
        place = start + 1 if block.kind is BlockKind.BROKEN else start + len(block.raw)


def _between(raw: str, start: int, line: int) -> Segment:
    if not raw.strip("\ufeff \t\r\n\f\v"):
        return Segment(kind=Kind.BLANK, raw=raw, start=start, line=line)
    return Segment(
        kind=Kind.BROKEN, raw=raw, start=start, line=line, error="text that belongs to no block"
    )


def _segment(block: Block, raw: str, start: int, line: int) -> Segment:
    kind, error = Kind(block.kind), block.error
    if kind is Kind.ENTRY:
        fields = tuple([Field(name=name, value=value) for name, value in block.fields])
        entry = Entry(kind=block.name, key=block.key, fields=fields)
        if block.is_plain or _holds_all(entry, raw):
            return Segment(
                kind=kind, raw=raw, start=start, line=line, entry=entry, is_plain=block.is_plain
            )
        kind, error = Kind.BROKEN, "text between the fields"
    elif kind is Kind.STRING:
        string = (block.name.lower(), block.fields[0][1])
        return Segment(kind=kind, raw=raw, start=start, line=line, string=string)
    return Segment(kind=kind, raw=raw, start=start, line=line, error=error)


def _holds_all(entry: Entry, raw: str) -> bool:
    """Tell whether every character of ``raw``, white space aside, is in ``entry``."""
    fields = "".join(f",{field.name}={field.value}" for field in entry.fields)
    head, _, body = "".join(raw.split()).partition("{" if "{" in raw.split("(", 1)[0] else "(")
    inside = "".join((entry.key + fields).split())
    return head[1:].lower() == entry.kind and body[:-1].rstrip(",") == inside.rstrip(",")
