"""An item as the fields of a BibTeX or BibLaTeX entry, and back."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from citations.fold import fold_words
from citations.formats.latex.dates import (
    MONTHS,
    NO_DATE,
    iso,
    read_iso,
    read_month,
    read_year,
    year_text,
)
from citations.formats.latex.decode import decode
from citations.formats.latex.dialect import BIBLATEX, ENTRY_TYPES, FIELD_NAMES, Dialect
from citations.formats.latex.encode import Charset, escape, escape_title, verbatim
from citations.formats.latex.names import read_names, write_names
from citations.identifiers import parse_arxiv, parse_doi, parse_isbn, parse_issn, parse_pmid
from citations.item import Date, Item, ItemType

_ORDINALS = [
    "First",
    "Second",
    "Third",
    "Fourth",
    "Fifth",
    "Sixth",
    "Seventh",
    "Eighth",
    "Ninth",
    "Tenth",
    "Eleventh",
    "Twelfth",
    "Thirteenth",
    "Fourteenth",
    "Fifteenth",
    "Sixteenth",
    "Seventeenth",
    "Eighteenth",
    "Nineteenth",
    "Twentieth",
]
_RANGE = re.compile(r"(?<=\w)-(?=\w)")
_FIELD = re.compile(r"[a-z][a-z0-9_]{0,40}\Z")
_VERBATIM = frozenset(["doi", "url", "isbn", "issn", "pmid", "eprint"])
_LISTS = frozenset(["publisher", "publisher_place", "language"])
_TITLES = frozenset(["title", "container_title"])
# Names an extra field may not take, because they mean something here or to the styles.
_TAKEN = frozenset(FIELD_NAMES) | frozenset(
    [
        "author",
        "editor",
        "editora",
        "year",
        "month",
        "day",
        "date",
        "urldate",
        "eprint",
        "eprinttype",
        "archiveprefix",
        "key",
        "extra",
        "entrysubtype",
        "crossref",
        "xdata",
        "ids",
        "options",
        "sortkey",
        "related",
        "dateliteral",
        "accessedliteral",
        "nocite",
        "series",
        "chapter",
        "type",
        "keywords",
        "execute",
        "label",
        "shorthand",
        "presort",
        "set",
        "gender",
    ]
)


def _braced(text: str) -> str:
    return f"{{{text}}}"


def entry_type(item: Item, dialect: Dialect) -> str:
    """Choose the entry type whose required fields ``item`` has, or the dialect's fallback."""
    wanted = dialect.types.get(item.type, dialect.fallback)
    for need in dialect.required.get(wanted, ()):
        if not any(getattr(item, field) for field in need.split("/")):
            return dialect.fallback
    return wanted


def _plain(item: Item, kind: str, dialect: Dialect) -> Iterator[tuple[str, str]]:
    places: Mapping[str, str] = dialect.places.get(kind, {})
    for field, usual in dialect.fields.items():
        value = getattr(item, field)
        if not value:
            continue
        if field in _VERBATIM:
            text = verbatim(value)
        elif field in _TITLES and not (kind == "article" and field == "container_title"):
            text = escape_title(value, dialect.charset)
        elif field == "page":
            text = _RANGE.sub("--", escape(value, dialect.charset).replace("-{}-", "-\0-"))
            text = text.replace("-\0-", "-{}-")
        elif field == "edition" and dialect.charset is Charset.ASCII:
            text = escape(_ordinal(value), dialect.charset)
        else:
            text = escape(value, dialect.charset)
        if field in _LISTS and re.search(r"\band\b", text, re.IGNORECASE):
            text = _braced(text)
        yield places.get(field, usual), _braced(text)


def _ordinal(edition: str) -> str:
    if edition.isdecimal() and edition.isascii() and 1 <= int(edition) <= len(_ORDINALS):
        return _ORDINALS[int(edition) - 1]
    return edition


def _people(item: Item, kind: str, dialect: Dialect) -> Iterator[tuple[str, str]]:
    if item.author:
        yield "author", _braced(write_names(item.author, dialect.charset))
    if item.editor:
        # plain.bst: "can't use both author and editor fields" in a book
        both = item.author and kind == "book" and dialect is not BIBLATEX
        yield "editora" if both else "editor", _braced(write_names(item.editor, dialect.charset))


def _dates(item: Item, dialect: Dialect) -> Iterator[tuple[str, str]]:
    issued = item.issued or Date()
    if dialect is BIBLATEX:
        text = iso(issued)
        if text:
            yield "date", _braced(text)
    else:
        # apalike.bst asks every entry for its year
        yield "year", _braced(escape(year_text(issued) or NO_DATE, dialect.charset))
        if issued.month is not None:
            yield "month", MONTHS[issued.month - 1]
        if issued.day is not None:
            yield "day", _braced(str(issued.day))
    if issued.literal:
        yield "dateliteral", _braced(escape(issued.literal, dialect.charset))
    accessed = item.accessed or Date()
    text = iso(accessed)
    if text:
        yield "urldate", _braced(text)
    if accessed.literal:
        yield "accessedliteral", _braced(escape(accessed.literal, dialect.charset))


def _quote(text: str) -> str:
    # The semicolon keeps a combining mark that follows off the last digit.
    return re.sub(r"[%|:]", lambda match: f"%{ord(match[0]):02X};", text)


def _unquote(text: str) -> str:
    return re.sub(r"%(25|7C|3A);", lambda match: chr(int(match[1], 16)), text)


def _extra(item: Item, dialect: Dialect) -> Iterator[tuple[str, str]]:
    """Write extra fields under their own names; what cannot, as "name: value" in ``extra``."""
    fields = item.extra
    names = [name for name, _ in fields]
    plain = all(_FIELD.match(name) and name not in _TAKEN for name in names)
    if plain and len(set(names)) == len(names):
        for name, value in fields:
            yield name, _braced(escape(value, dialect.charset))
    elif fields:
        # All or none, so that their order is kept.
        text = " | ".join(f"{_quote(name)}: {_quote(value)}" for name, value in fields)
        yield "extra", _braced(escape(text, dialect.charset))


def sort_key(item: Item) -> str:
    """Return what an entry without author is sorted and labelled by: its first title words."""
    words = [
        word for word in fold_words(item.title or item.container_title or "") if word.isascii()
    ]
    return " ".join(words[:4]) or "anonymous"


def write_fields(item: Item, kind: str, dialect: Dialect) -> list[tuple[str, str]]:
    """Return the fields of ``item`` in canonical order, values with their delimiters."""
    fields = list(_people(item, kind, dialect))
    fields.extend(_plain(item, kind, dialect))
    fields.extend(_dates(item, dialect))
    if item.arxiv:
        fields.append(("eprint", _braced(verbatim(item.arxiv))))
        name = "eprinttype" if dialect is BIBLATEX else "archiveprefix"
        fields.append((name, "{arxiv}" if dialect is BIBLATEX else "{arXiv}"))
    if ENTRY_TYPES[kind] is not item.type:
        fields.append(("entrysubtype", _braced(escape(item.type.value, dialect.charset))))
    if dialect is not BIBLATEX and not item.author and not (item.editor and kind == "book"):
        fields.append(("key", _braced(escape(sort_key(item), dialect.charset))))
    fields.extend(_extra(item, dialect))
    return fields


_TYPE_NAMES = frozenset(kind.value for kind in ItemType)
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
    for name, value in fields:
        _read_field(reader, name, value, arxiv_said=arxiv_said)
    _read_dates(reader)
    item = replace(Item(), **reader.item, extra=tuple(reader.extra))
    return _without_own_key(item, kind)


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
    elif name == "entrysubtype" and decode(value) in _TYPE_NAMES:
        reader.item["type"] = ItemType(decode(value))
    elif name == "extra":
        for part in decode(value).split(" | "):
            own, colon, text = part.partition(": ")
            reader.extra.append((_unquote(own), _unquote(text)) if colon else (name, part))
    elif name in FIELD_NAMES:
        field = FIELD_NAMES[name]
        reader.put(field, _field_value(field, value), name, decode(value))
    else:
        reader.extra.append((name, decode(value)))


def _field_value(field: str, value: str) -> str | None:
    if field in _VERBATIM:
        text = re.sub(r"\\url\{([^{}]*)\}", r"\1", value)
        text = re.sub(r"\\([_&%#~$])", r"\1", text).strip().strip("{}")
        if field == "doi":
            for code, character in (("%7B", "{"), ("%7D", "}"), ("%5C", "\\")):
                text = text.replace(code, character)
        parse = _IDENTIFIERS.get(field)
        return parse(text) if parse else text or None
    text = decode(value)
    if field == "page":
        text = re.sub(r"\s?–\s?", "-", text)
    if field == "edition" and text in _ORDINALS:
        text = str(_ORDINALS.index(text) + 1)
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
    month = read_month(decode(found.get("month", "")))
    if month is not None and issued.month is None:
        issued = replace(issued, month=month)
    elif "month" in found:
        reader.extra.append(("month", decode(found["month"])))
    day = found.get("day", "")
    if day.isdecimal() and day.isascii() and 1 <= int(day) <= 31 and issued.day is None:
        issued = replace(issued, day=int(day))
    elif day:
        reader.extra.append(("day", decode(day)))
    return issued
