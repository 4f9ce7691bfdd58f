"""An item as the fields of a BibTeX or BibLaTeX entry."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from citations.field_names import RAW, has_own_name
from citations.fold import fold_words
from citations.formats.latex.dates import (
    MONTHS,
    NO_DATE,
    iso,
    read_iso,
    read_month,
    year_text,
)
from citations.formats.latex.dialect import BIBLATEX, ENTRY_TYPES, Dialect
from citations.formats.latex.encode import Charset, escape, escape_title, verbatim
from citations.formats.latex.names import write_names
from citations.item import Date, Item, ItemType

ORDINALS = [
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
VERBATIM = frozenset(["doi", "url", "isbn", "issn", "pmid", "eprint"])
_LISTS = frozenset(["publisher", "publisher_place", "language"])
_TITLES = frozenset(["title", "container_title"])
SHORT_TYPES = {"newspaper": ItemType.ARTICLE_NEWSPAPER, "magazine": ItemType.ARTICLE_MAGAZINE}
MASTERS = "Master's thesis"
THESES = {"phdthesis": "PhD thesis", "mathesis": MASTERS, "candthesis": "Candidate thesis"}
# Types of which an item's type does not tell, and what styles ask of them.
KEPT_TYPES = {
    "manual": ("title",), "booklet": ("title",), "proceedings": ("title", "issued"),
    "collection": ("editor", "title"), "mvbook": ("author/editor", "title"),
}  # fmt: skip
_ONLY_BIBLATEX = frozenset(["collection", "mvbook"])


def _braced(text: str) -> str:
    return f"{{{text}}}"


def kept_type(item: Item) -> str | None:
    """Return the entry type that the item was read from, where it says more than the item's."""
    name, kind = item.extra[-1] if item.extra else ("", "")
    needs = KEPT_TYPES.get(kind) if name == "entrytype" else None
    if needs is None or ENTRY_TYPES[kind] is not item.type:
        return None
    return kind if _has_all(item, needs) else None


def _has_all(item: Item, needs: Iterable[str]) -> bool:
    """Tell whether an item has a field of each need, alternatives parted by "/"."""
    extra = {name for name, _ in item.extra}
    return all(
        any(one in extra or getattr(item, one, None) for one in need.split("/")) for need in needs
    )


def entry_type(item: Item, dialect: Dialect) -> str:
    """Choose the entry type whose required fields ``item`` has, or the dialect's fallback."""
    kept = kept_type(item)
    if kept is not None and (dialect is BIBLATEX or kept not in _ONLY_BIBLATEX):
        return kept
    wanted = dialect.types.get(item.type, dialect.fallback)
    if wanted == "phdthesis" and ("type", MASTERS) in item.extra:
        wanted = "mastersthesis"
    return wanted if _has_all(item, dialect.required.get(wanted, ())) else dialect.fallback


def _plain(item: Item, kind: str, dialect: Dialect) -> Iterator[tuple[str, str]]:
    places: Mapping[str, str] = dialect.places.get(kind, {})
    for field, usual in dialect.fields.items():
        value = getattr(item, field)
        if not value:
            continue
        if field in VERBATIM:
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
    if edition.isdecimal() and edition.isascii() and 1 <= int(edition) <= len(ORDINALS):
        return ORDINALS[int(edition) - 1]
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
        if issued.literal and read_iso(issued.literal) == issued:
            yield "date", _braced(issued.literal)
            issued = replace(issued, literal=None)
        elif text := iso(issued):
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
    if text := iso(accessed):
        yield "urldate", _braced(text)
    if accessed.literal:
        yield "accessedliteral", _braced(escape(accessed.literal, dialect.charset))


def _quote(text: str) -> str:
    # The semicolon keeps a combining mark that follows off the last digit.
    return re.sub(r"[%|:]", lambda match: f"%{ord(match[0]):02X};", text)


def _extra(item: Item, kind: str, dialect: Dialect) -> Iterator[tuple[str, str]]:
    """Write extra fields under their own names; what cannot, as "name: value" in ``extra``."""
    seen: set[str] = set()
    rest: list[str] = []
    is_kept = kept_type(item) == kind
    for name, value in item.extra[:-1] if is_kept else item.extra:
        # From the first that cannot on, so that their order is kept.
        if rest or name in seen or not _has_own_name(item, name, value, dialect):
            rest.append(f"{_quote(name)}: {_quote(value)}")
            continue
        seen.add(name)
        if name == "type":
            text = _thesis_type(value, kind, dialect)
            if text is None:
                continue
        elif name in RAW:
            text = value
        else:
            text = escape(value, dialect.charset)
        yield name, _braced(text)
    if rest:
        yield "extra", _braced(escape(" | ".join(rest), dialect.charset))


def _has_own_name(item: Item, name: str, value: str, dialect: Dialect) -> bool:
    if name == "month" and dialect is not BIBLATEX:
        is_free = item.issued is None or item.issued.month is None
        # It is read after all others.
        return is_free and read_month(value) is None and item.extra[-1] == (name, value)
    return has_own_name(item, name, value)


def _thesis_type(value: str, kind: str, dialect: Dialect) -> str | None:
    if kind == "mastersthesis" and value == MASTERS:
        return None  # the entry type says so
    if kind == "thesis":
        for written, meant in THESES.items():
            if value == meant:
                return written
    return escape(value, dialect.charset)


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
        short = next((name for name, one in SHORT_TYPES.items() if one is item.type), None)
        # BibLaTeX makes a command of it.
        subtype = short or item.type.value.replace("_", "-")
        fields.append(("entrysubtype", _braced(subtype)))
    if dialect is not BIBLATEX and not item.author and not (item.editor and kind == "book"):
        fields.append(("key", _braced(escape(sort_key(item), dialect.charset))))
    fields.extend(_extra(item, kind, dialect))
    return fields
