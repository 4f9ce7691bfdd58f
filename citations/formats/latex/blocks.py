"""BibTeX files through bibtexparser 2's splitter, model and writer, losing nothing.

Only the splitter, the model and the writer are used: the library's middlewares drop protecting
braces and damage addresses, and its parser leaves out an entry that repeats a field or a key.
"""

import re
from collections.abc import Iterable

from bibtexparser import model
from bibtexparser.library import Library
from bibtexparser.writer import BibtexFormat
from bibtexparser.writer import write as write_library

from citations.bibliography import Bibliography, Problem, Style
from citations.formats.latex.dates import MONTHS
from citations.formats.latex.dialect import ENTRY_TYPES, Dialect
from citations.formats.latex.entries import entry_type, read_fields, write_fields
from citations.formats.latex.splitting import Block, Kind, blocks_of
from citations.item import Item
from citations.keys import make_keys

_PIECE = re.compile(r'\s*(?:(?P<open>[{"])|(?P<hash>#)|(?P<bare>[^\s#{"]+))')
_WHOLE = re.compile(r'(?:\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+\}|"[^{}"]*+")\Z')
_MOST_EXPANSION = 100_000


def write_entries(items: Iterable[Item], style: Style, dialect: Dialect) -> str:
    """Write ``items`` in ``dialect``, one entry each; raises ``ValueError`` for too few keys."""
    given = tuple(items)
    keys = style.keys if style.keys is not None else make_keys(given)
    blocks: list[model.Block] = []
    for key, item in zip(keys, given, strict=True):
        kind = entry_type(item, dialect)
        fields = [
            model.Field(key=name, value=text) for name, text in write_fields(item, kind, dialect)
        ]
        blocks.append(model.Entry(entry_type=kind, key=key, fields=fields))
    form = BibtexFormat()  # type: ignore[no-untyped-call]  # bibtexparser annotates no __init__
    form.indent = style.indent
    form.block_separator = "\n"
    form.trailing_comma = True
    return write_library(Library(blocks), form)


def _close(text: str, start: int) -> int:
    """Return where the string that opens at ``start`` closes, or the end of ``text``."""
    quoted = text[start] == '"'
    depth = 0
    for place in range(start, len(text)):
        character = text[place]
        if character in "{}":
            depth += 1 if character == "{" else -1
            if depth == 0 and not quoted:
                return place
        elif character == '"' and quoted and depth == 0 and place > start:
            return place
    return len(text)


def evaluate(text: str, strings: dict[str, str]) -> tuple[str, tuple[str, ...]]:
    """Return the value of a field as BibTeX sees it, and the names that are not defined.

    Delimiters go, parts joined by "#" are joined, names of ``strings`` (lower case) resolved. An
    undefined name stands for itself.
    """
    if _WHOLE.match(text):
        return text[1:-1][:_MOST_EXPANSION], ()
    parts, unknown, place = [], [], 0
    while place < len(text):
        match = _PIECE.match(text, place)
        if match is None:
            break
        place = match.end()
        if match["open"]:
            end = _close(text, match.start("open"))
            parts.append(text[match.end() : end])
            place = end + 1
        elif bare := match["bare"]:
            value = strings.get(bare.lower())
            if value is None and not bare.isdecimal():
                unknown.append(bare)
            parts.append(bare if value is None else value)
    return "".join(parts)[:_MOST_EXPANSION], tuple(unknown)


def read_entries(text: str) -> Bibliography:
    """Read a BibTeX or BibLaTeX file.

    Entries that repeat a field or a key are read and reported; comments, preambles and string
    definitions are returned as they stood; a block that cannot be split is a problem with its
    text. No text makes this raise.
    """
    strings = {month: month for month in MONTHS}
    even = _even_lines(text)
    items, keys, other = [], [], []
    problems: list[Problem] = []
    seen: set[str] = set()
    place, line = 0, 1
    for block in blocks_of(even):
        start = max(place, block.start if block.is_plain else even.find(block.raw, block.start))
        line += even.count("\n", place, start)
        place = start
        raw = block.raw
        if block.kind is Kind.ENTRY:
            fields, complaints = _values(block, strings)
            if block.key in seen:
                complaints.insert(0, f"the key {block.key} is there twice")
            seen.add(block.key)
            problems.extend(Problem(message=m, raw=raw, line=line) for m in complaints)
            items.append(read_fields(block.name, fields))
            keys.append(block.key)
        elif block.kind is Kind.BROKEN:
            problems.append(Problem(message=block.error or "", raw=raw, line=line))
        else:
            if block.kind is Kind.STRING:
                strings[block.name.lower()] = evaluate(block.fields[0][1], strings)[0]
            other.append(raw)
    return Bibliography(
        items=tuple(items), problems=tuple(problems), keys=tuple(keys), other=tuple(other)
    )


def _even_lines(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _values(block: Block, strings: dict[str, str]) -> tuple[list[tuple[str, str]], list[str]]:
    fields, complaints = [], []
    kind = block.name
    if kind not in ENTRY_TYPES:
        complaints.append(f"unknown entry type @{kind}")
    seen: set[str] = set()
    for written, source in block.fields:
        name = written.lower()
        value, unknown = evaluate(source, strings)
        complaints.extend(f"@string {macro} is not defined" for macro in unknown)
        if name in seen:
            complaints.append(f"field {name} is repeated")
        seen.add(name)
        fields.append((name, value))
    if kind not in ENTRY_TYPES:
        fields.append(("entrytype", kind))
    return fields, complaints
