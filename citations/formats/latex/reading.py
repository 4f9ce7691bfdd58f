"""The item that a BibTeX or BibLaTeX entry stands for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from citations.field_names import RAW
from citations.formats.latex.dates import NO_DATE, read_iso, read_month, read_year
from citations.formats.latex.decode import decode
from citations.formats.latex.dialect import ENTRY_TYPES, FIELD_NAMES
from citations.formats.latex.entries import (
    KEPT_TYPES,
    MASTERS,
    ORDINALS,
    SHORT_TYPES,
    THESES,
    VERBATIM,
    sort_key,
)
from citations.formats.latex.names import read_names
from citations.identifiers import parse_arxiv, parse_doi, parse_isbn, parse_issn, parse_pmid
from citations.item import Date, Item, ItemType

_SUBTITLES = {
    "subtitle": ("title",),
    "booksubtitle": ("booktitle",),
    "journalsubtitle": ("journaltitle", "journal"),
}
_TYPES = {kind.value.replace("_", "-"): kind for kind in ItemType} | SHORT_TYPES
_IDENTIFIERS = {"doi": parse_doi, "isbn": parse_isbn, "issn": parse_issn, "pmid": parse_pmid}


class _Reader:
    """Collect an item's fields, sending to ``extra`` what has no place or no room."""

    def __init__(self, kind: str) -> None:
        self.item: dict[str, Any] = {"type": ENTRY_TYPES.get(kind, ItemType.UNKNOWN)}
        self.extra: list[tuple[str, str]] = []
        self.date: dict[str, str] = {}

    def put(self, field: str, value: Any, name: str, printed: str) -> None:
        if field in self.item or value is None:
            self.extra.append((name, printed))
        else:
            self.item[field] = value


def read_fields(kind: str, fields: list[tuple[str, str]]) -> Item:
    """Make an item of an entry's fields, names lower-cased and values without delimiters."""
    reader = _Reader(kind)
    arxiv_said = any(
        name in {"eprinttype", "archiveprefix"} and value.lower() == "arxiv"
        for name, value in fields
    )
    for name, value in _with_subtitles(fields):
        _read_field(reader, name, value, arxiv_said=arxiv_said)
    if kind in KEPT_TYPES:
        reader.extra.append(("entrytype", kind))
    if kind == "mastersthesis" and not any(name == "type" for name, _ in fields):
        reader.extra.append(("type", MASTERS))
    _read_dates(reader)
    item = replace(Item(), **reader.item, extra=tuple(reader.extra))
    return _without_own_key(item, kind)


def _unquote(text: str) -> str:
    return re.sub(r"%(25|7C|3A);", lambda match: chr(int(match[1], 16)), text)


def _with_subtitles(fields: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Join titles and their subtitles, and take an article number for the page there is not."""
    names = {name for name, _ in fields}
    if "eid" in names and "pages" not in names:
        fields = [("pages" if name == "eid" else name, value) for name, value in fields]
    if names.isdisjoint(_SUBTITLES):
        return fields
    subtitles = {
        title: value
        for name, value in fields
        for title in _SUBTITLES.get(name, ())
        if value and title in names
    }
    return [
        (name, _joined(value, subtitles[name]) if name in subtitles else value)
        for name, value in fields
        if names.isdisjoint(_SUBTITLES.get(name, ()))
    ]


def _joined(title: str, subtitle: str) -> str:
    return f"{title} {subtitle}" if title.endswith(("?", "!", ":")) else f"{title}: {subtitle}"


def _without_own_key(item: Item, kind: str) -> Item:
    """Drop the sort key that ``write_fields`` adds; a key of the file's own stays."""
    own = ("key", sort_key(item))
    if own not in item.extra or item.author or (item.editor and kind == "book"):
        return item
    return replace(item, extra=tuple(pair for pair in item.extra if pair != own))


def _read_field(reader: _Reader, name: str, value: str, *, arxiv_said: bool) -> None:
    if name in {"author", "editor", "editora"}:
        names = read_names(value)
        reader.put("editor" if name == "editora" else name, names or None, name, decode(value))
    elif name in {"year", "month", "day", "date", "dateliteral", "urldate", "accessedliteral"}:
        if name in reader.date:
            reader.extra.append((name, decode(value)))
        reader.date.setdefault(
            name, decode(value) if "literal" in name or name == "year" else value
        )
    elif name == "eprint" and arxiv_said:
        reader.put("arxiv", parse_arxiv(value), name, value)
    elif name in {"eprinttype", "archiveprefix"} and arxiv_said:
        return
    elif name == "entrysubtype" and _subtype(value) in _TYPES:
        reader.item["type"] = _TYPES[_subtype(value)]
    elif name in FIELD_NAMES:
        field = FIELD_NAMES[name]
        first, *others = value.split(", ") if name in {"isbn", "issn"} else [value]
        reader.put(field, _field_value(field, first), name, decode(value))
        if others and field in reader.item:
            reader.extra.append((f"other-{name}", ", ".join(others)))
    else:
        reader.extra.extend(_read_extra(name, value))


def _subtype(value: str) -> str:
    return decode(value).lower().replace("_", "-")


def _read_extra(name: str, value: str) -> Iterator[tuple[str, str]]:
    if name == "extra":
        for part in decode(value).split(" | "):
            own, colon, text = part.partition(": ")
            yield (_unquote(own), _unquote(text)) if colon else (name, part)
    elif name in RAW:
        yield name, " ".join(value.split())
    else:
        yield name, THESES.get(value, decode(value)) if name == "type" else decode(value)


def _field_value(field: str, value: str) -> str | None:
    if field in VERBATIM:
        text = re.sub(r"\\url\{([^{}]*)\}", r"\1", value)
        text = re.sub(r"\{?\\([_&%#~$])\}?", r"\1", text).strip().strip("{}")
        if field == "doi":
            for code, character in (("%7B", "{"), ("%7D", "}"), ("%5C", "\\")):
                text = text.replace(code, character)
        parse = _IDENTIFIERS.get(field)
        return parse(text) if parse else text or None
    text = decode(value)
    if field == "page":
        text = re.sub(r"\s?–\s?", "-", text)
    if field == "edition" and text in ORDINALS:
        text = str(ORDINALS.index(text) + 1)
    return text or None


def _read_dates(reader: _Reader) -> None:
    found = reader.date
    issued = Date()
    if "date" in found:
        date = read_iso(found["date"])
        issued = date or Date(literal=decode(found["date"]))
    if "year" in found and issued.year is None and found["year"] != NO_DATE:
        year = read_year(found["year"])
        if year is None:
            issued = replace(issued, literal=found["year"])
        else:
            issued = replace(issued, year=year[0], circa=year[1], end_year=year[2])
    elif "date" in found and "year" in found and found["year"] != NO_DATE:
        reader.extra.append(("year", found["year"]))
    issued = _read_month(reader, issued, found)
    if "dateliteral" in found:
        issued = replace(issued, literal=found["dateliteral"])
    if issued != Date():
        reader.item["issued"] = issued
    accessed = Date()
    if "urldate" in found:
        accessed = read_iso(found["urldate"]) or Date(literal=decode(found["urldate"]))
    if "accessedliteral" in found:
        accessed = replace(accessed, literal=found["accessedliteral"])
    if accessed != Date():
        reader.item["accessed"] = accessed


def _read_month(reader: _Reader, issued: Date, found: Mapping[str, str]) -> Date:
    month, month_day = read_month(decode(found.get("month", ""))) or (None, None)
    day = found.get("day", "") or str(month_day or "")
    if month is not None and issued.month is None:
        issued = replace(issued, month=month)
    elif "month" in found:
        reader.extra.append(("month", decode(found["month"])))
    if day.isdecimal() and day.isascii() and 1 <= int(day) <= 31 and issued.day is None:
        issued = replace(issued, day=int(day))
    elif day:
        reader.extra.append(("day", decode(day)))
    return issued
