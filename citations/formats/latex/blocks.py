"""BibTeX files read, losing nothing, and written with bibtexparser 2's model and writer."""

from collections.abc import Iterable

from bibtexparser import model
from bibtexparser.library import Library
from bibtexparser.writer import BibtexFormat
from bibtexparser.writer import write as write_library

from citations.bibliography import Bibliography, Problem, Style
from citations.formats.latex.dates import MONTHS
from citations.formats.latex.dialect import ENTRY_TYPES, Dialect
from citations.formats.latex.entries import entry_type, write_fields
from citations.formats.latex.parents import NO_WORKS, Fields, with_parents
from citations.formats.latex.reading import read_fields
from citations.formats.latex.splitting import Block, Kind, blocks_of
from citations.formats.latex.values import evaluate
from citations.item import Item
from citations.keys import make_keys


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


def read_entries(text: str) -> Bibliography:
    """Read a BibTeX or BibLaTeX file.

    Entries that repeat a field or a key are read and reported; an entry has the fields it inherits
    by ``crossref`` and ``xdata``. Comments, preambles, string definitions and entries that stand
    for no work are returned as they stood; a block that cannot be split is a problem with its
    text. No text makes this raise.
    """
    strings = {month: month for month in MONTHS}
    even = _even_lines(text)
    entries: list[tuple[str, str, Fields]] = []
    other: list[str] = []
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
            entries.append((block.name, block.key, fields))
            if block.name in NO_WORKS:
                other.append(raw)
        elif block.kind is Kind.BROKEN:
            problems.append(Problem(message=block.error or "", raw=raw, line=line))
        else:
            if block.kind is Kind.STRING:
                strings[block.name.lower()] = evaluate(block.fields[0][1], strings)[0]
            other.append(raw)
    by_key = {key.lower(): (kind, fields) for kind, key, fields in reversed(entries)}
    works = [one for one in entries if one[0] not in NO_WORKS]
    items = [read_fields(kind, with_parents(fields, kind, by_key)) for kind, _, fields in works]
    return Bibliography(
        items=tuple(items), problems=tuple(problems), keys=tuple(key for _, key, _ in works),
        other=tuple(other),
    )  # fmt: skip


def _even_lines(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _values(block: Block, strings: dict[str, str]) -> tuple[list[tuple[str, str]], list[str]]:
    fields, complaints = [], []
    kind = block.name
    if kind not in ENTRY_TYPES and kind not in NO_WORKS:
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
    if kind not in ENTRY_TYPES and kind not in NO_WORKS:
        fields.append(("entrytype", kind))
    return fields, complaints
