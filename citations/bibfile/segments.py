"""Split a .bib file into segments whose texts joined are the file, byte for byte.

The splitter is bibtexparser's; where it leaves something out, that is a segment of its own.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bibtexparser import model
from bibtexparser.splitter import Splitter

from citations.bibfile.entry import Entry, Field

_LONE_RETURN = re.compile("\r(?!\n)")
LONE_SURROGATE = re.compile("[\ud800-\udfff]")
"""What stands for a byte that is not UTF-8 (PEP 383)."""
_LOGGER = "bibtexparser"


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
    ``Kind.STRING``, ``error`` says why a block is broken.
    """

    kind: Kind
    raw: str
    start: int
    line: int
    entry: Entry | None = None
    string: tuple[str, str] | None = None
    error: str | None = None


def split(text: str) -> tuple[Segment, ...]:
    """Split ``text``; no text makes this raise."""
    # Same length, so that offsets hold: the splitter knows only line feeds, and no byte order mark.
    even = _LONE_RETURN.sub("\n", text)
    if even.startswith("\ufeff"):
        even = " " + even[1:]
    logger = logging.getLogger(_LOGGER)
    logger.addFilter(_mute)
    try:
        blocks = Splitter(even).split().blocks
    finally:
        logger.removeFilter(_mute)
    return tuple(_segments(text, even, blocks))


def _mute(_: logging.LogRecord) -> bool:
    return False


def _segments(text: str, even: str, blocks: list[model.Block]) -> Iterator[Segment]:
    place, line = 0, 1
    found = list(_placed(even, blocks))
    nexts = [*(start for start, _ in found), len(text)][1:]
    for (start, block), following in zip(found, nexts, strict=True):
        if start > place:
            yield _between(text[place:start], place, line)
            line += even.count("\n", place, start)
        end = min(start + len(block.raw or ""), following)
        yield _segment(block, text[start:end], start, line)
        line += even.count("\n", start, end)
        place = end
    if place < len(text):
        yield _between(text[place:], place, line)


def _placed(even: str, blocks: list[model.Block]) -> Iterator[tuple[int, model.Block]]:
    """Yield each block with its offset; a broken one may reach into the block after it."""
    place = 0
    for block in blocks:
        raw = block.raw or ""
        start = even.find(raw, place)
        if not raw or start < 0:
            continue
        yield start, block
        is_broken = isinstance(block, model.ParsingFailedBlock) and not block.ignore_error_block
        place = start + 1 if is_broken else start + len(raw)


def _between(raw: str, start: int, line: int) -> Segment:
    if not raw.strip("\ufeff \t\r\n\f\v"):
        return Segment(kind=Kind.BLANK, raw=raw, start=start, line=line)
    return Segment(
        kind=Kind.BROKEN, raw=raw, start=start, line=line, error="text that belongs to no block"
    )


def _segment(block: model.Block, raw: str, start: int, line: int) -> Segment:
    inner: model.Block | None = block
    error = None
    if isinstance(block, model.ParsingFailedBlock):
        inner, error = block.ignore_error_block, str(block.error)
    if isinstance(inner, model.Entry):
        fields = tuple(Field(name=one.key, value=str(one.value)) for one in inner.fields)
        entry = Entry(kind=inner.entry_type, key=inner.key, fields=fields)
        if _holds_all(entry, raw):
            return Segment(kind=Kind.ENTRY, raw=raw, start=start, line=line, entry=entry)
        error = "text between the fields"
    elif isinstance(inner, model.String):
        string = (inner.key.lower(), inner.value)
        return Segment(kind=Kind.STRING, raw=raw, start=start, line=line, string=string)
    kind = Kind.BROKEN
    if error is None:
        kind = Kind.PREAMBLE if isinstance(inner, model.Preamble) else Kind.COMMENT
    return Segment(kind=kind, raw=raw, start=start, line=line, error=error)


def _holds_all(entry: Entry, raw: str) -> bool:
    """Tell whether every character of ``raw``, white space aside, is in ``entry``."""
    fields = "".join(f",{field.name}={field.value}" for field in entry.fields)
    head, _, body = "".join(raw.split()).partition("{" if "{" in raw.split("(", 1)[0] else "(")
    inside = "".join((entry.key + fields).split())
    return head[1:].lower() == entry.kind and body[:-1].rstrip(",") == inside.rstrip(",")
