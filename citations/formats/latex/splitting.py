"""Split a .bib file into blocks: plain entries by one expression, all else by bibtexparser.

bibtexparser starts a block at every "@type{" that begins a line, whatever was open before. The
file is cut there; a piece that is one entry without anything odd, as nearly all are, needs no
splitter. The blocks are the same as its splitter finds (a property test compares them).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

_BLOCK_START = re.compile(r"^[^\S\n]*(@\w*[ \t]*[{(])", re.MULTILINE)
# Possessive throughout: each character is looked at once. A brace after a backslash is left to
# the splitter, for which it is no brace.
_DEEPEST = 3


def _nested(text: str) -> str:
    """Return the expression for a text in braces, with braces inside it."""
    group = rf"\{{(?:{text})*+\}}"
    for _ in range(_DEEPEST - 1):
        group = rf"\{{(?:{text}|{group})*+\}}"
    return group


_BRACED = _nested(r"[^{}\\]++|\\(?![{}])")
_QUOTED = r'"(?:[^{}"\\]++|\\(?![{}"])|' + _nested(r'[^{}"\\]++|\\"|\\(?![{}"])') + r')*+"'
_FIELD_SOURCE = (
    r"\s*+([^\s{}\",=@#%()\\~']++)\s*+=\s*+(" + _BRACED + "|" + _QUOTED + r"|[A-Za-z0-9_.:+-]++)"
    r"\s*+(?:,|(?=\}))"
)
_FIELD = re.compile(_FIELD_SOURCE)
_ENTRY = re.compile(
    r"@(?!comment|preamble|string)(\w++)[ \t]*+\{\s*+([^\s{}\",=@\\]++)\s*+(?P<comma>,)"
    r"(?:" + _FIELD_SOURCE + r")*+\s*+\}",
    re.IGNORECASE,
)


class Kind(StrEnum):
    """What a block is."""

    ENTRY = "entry"
    STRING = "string"
    COMMENT = "comment"
    PREAMBLE = "preamble"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block as it stands.

    ``start`` is its offset; for one that is not plain the offset of the text that bibtexparser
    split, whose blocks follow each other. ``name`` is an entry's type in lower case or a string's
    name; ``fields`` are pairs of name and value with delimiters, a string's value among them.
    ``error`` says what bibtexparser found wrong. ``is_plain`` says of an entry that it is well
    formed and holds nothing but its fields.
    """

    kind: Kind
    raw: str
    start: int
    name: str = ""
    key: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    error: str | None = None
    is_plain: bool = False


def blocks_of(text: str) -> Iterator[Block]:
    """Split ``text``, whose lines end in line feeds; no text makes this raise."""
    starts = [match.start(1) for match in _BLOCK_START.finditer(text)]
    rough = 0  # where the text begins that no plain entry holds
    for start, following in pairwise([*starts, len(text)]):
        match = _ENTRY.match(text, start, following)
        if match is None or not _is_blank(text, match.end(), following):
            continue
        end = match.end()
        if rough < start and not _is_blank(text, rough, start):
            # The splitter is shown this entry too: a block that is still open ends there.
            yield from _split(text, rough, end)[:-1]
        yield Block(
            kind=Kind.ENTRY, raw=text[start:end], start=start, name=match[1].lower(),
            key=match[2], fields=tuple(_FIELD.findall(text, match.end("comma"), end)),
            is_plain=True,
        )  # fmt: skip
        rough = end
    if not _is_blank(text, rough, len(text)):
        yield from _split(text, rough, len(text))


def _is_blank(text: str, start: int, end: int) -> bool:
    return not text[start:end].strip()


def _split(text: str, start: int, end: int) -> list[Block]:
    from citations.formats.latex.rough import rough_blocks  # noqa: PLC0415 - rarely needed

    return rough_blocks(text[start:end], start)
