"""RIS: the tagged lines that reference managers exchange.

Source of the tags: the RIS format specifications of Research Information Systems (2011).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from citations.bibliography import Bibliography, Problem, Style
from citations.field_names import FROM_RIS, PEOPLE, RIS, parse_people, people_text
from citations.identifiers import parse_arxiv, parse_doi, parse_isbn, parse_issn, parse_pmid
from citations.item import Date, Item, ItemType, Name
from citations.keys import make_keys

_T = ItemType
_TYPES = {
    _T.ARTICLE_JOURNAL: "JOUR", _T.ARTICLE_MAGAZINE: "MGZN", _T.ARTICLE_NEWSPAPER: "NEWS",
    _T.BILL: "BILL", _T.BOOK: "BOOK", _T.CHAPTER: "CHAP", _T.DATASET: "DATA",
    _T.ENTRY_DICTIONARY: "DICT", _T.ENTRY_ENCYCLOPEDIA: "ENCYC", _T.GRAPHIC: "ART",
    _T.HEARING: "HEAR", _T.LEGAL_CASE: "CASE", _T.LEGISLATION: "STAT", _T.MANUSCRIPT: "UNPB",
    _T.MAP: "MAP", _T.MOTION_PICTURE: "MPCT", _T.PAPER_CONFERENCE: "CPAPER", _T.PATENT: "PAT",
    _T.PERSONAL_COMMUNICATION: "PCOMM", _T.POST_WEBLOG: "BLOG", _T.REPORT: "RPRT",
    _T.SOFTWARE: "COMP", _T.SONG: "MUSIC", _T.STANDARD: "STAND", _T.THESIS: "THES",
    _T.WEBPAGE: "ELEC", _T.UNKNOWN: "GEN",
}  # fmt: skip
_ITEM_TYPES = {tag: kind for kind, tag in _TYPES.items()} | {
    "EJOUR": _T.ARTICLE_JOURNAL, "EBOOK": _T.BOOK, "EDBOOK": _T.BOOK, "ECHAP": _T.CHAPTER,
    "CONF": _T.PAPER_CONFERENCE, "VIDEO": _T.MOTION_PICTURE, "WEB": _T.WEBPAGE,
    "DBASE": _T.DATASET, "ABST": _T.ARTICLE_JOURNAL, "INPR": _T.ARTICLE_JOURNAL,
}  # fmt: skip
_TEXTS = {
    "TI": "title", "T2": "container_title", "PB": "publisher", "CY": "publisher_place",
    "VL": "volume", "IS": "issue", "ET": "edition", "DO": "doi", "UR": "url", "LA": "language",
}  # fmt: skip
_ALIASES = {
    "T1": "TI", "JO": "T2", "JF": "T2", "BT": "T2", "JA": "T2", "A1": "AU", "A2": "ED",
    "Y1": "DA", "PP": "CY", "L1": "UR", "SE": "ET",
}  # fmt: skip
_LINE = re.compile(r"([A-Z][A-Z0-9])  ?-(?: (.*))?\Z")
_CODE = re.compile(r"~([0-9A-F]{2})")
_PLAIN = re.compile(r"[a-z][a-z0-9_-]{0,40}\Z")
# A note that is a field: "series: Studies", or "~name: value" for a name of other signs.
_NAMED = re.compile(r"([a-z][a-z0-9_-]{0,40}|~[^:]{0,100}): ")


def _line(tag: str, value: str) -> str:
    return f"{tag}  - {' '.join(value.split())}"


def _name(name: Name) -> str:
    if name.literal is not None:
        return f"{{{name.literal}}}" if "," in name.literal else name.literal
    family = " ".join(part for part in (name.particle, name.family) if part)
    # The comma tells a family name that stands alone from a body.
    parts = [family, name.given or "", name.suffix or ""]
    return ", ".join(parts).rstrip(", ") + ("," if not (name.given or name.suffix) else "")


def _date(date: Date) -> str:
    parts = (date.year, date.month, date.day)
    text = "/".join("" if part is None else f"{part:02}" for part in parts)
    notes = ["circa"] if date.circa else []
    notes += [f"to {date.end_year}"] if date.end_year is not None else []
    notes += [f"= {date.literal}"] if date.literal is not None else []
    return f"{text}/{' '.join(notes)}"


def _date_lines(item: Item) -> Iterator[str]:
    if item.issued is not None:
        if item.issued.year is not None:
            yield _line("PY", f"{item.issued.year:04}")
        yield _line("DA", _date(item.issued))
    if item.accessed is not None:
        yield _line("Y2", _date(item.accessed))


def _page_lines(item: Item) -> Iterator[str]:
    if item.page is not None:
        first, dash, last = item.page.partition("-")
        simple = bool(dash and first and last) and not {"-", " "} & set(first[-1:] + last)
        yield _line("SP", first if simple else item.page)
        if simple:
            yield _line("EP", last)


def _record(item: Item, key: str) -> Iterator[str]:
    tag = _TYPES.get(item.type)
    yield _line("TY", tag or "GEN")
    yield _line("ID", key)
    if tag is None:
        yield _line("M3", item.type.value)
    for name in item.author:
        yield _line("AU", _name(name))
    for name in item.editor:
        yield _line("ED", _name(name))
    for ris, field in _TEXTS.items():
        value = getattr(item, field)
        if value is not None:
            yield _line(ris, value)
    yield from _date_lines(item)
    yield from _page_lines(item)
    for number in (item.isbn, item.issn):
        if number is not None:
            yield _line("SN", number)
    if item.pmid is not None:
        yield _line("AN", f"PMID: {item.pmid}")
    if item.arxiv is not None:
        yield _line("AN", f"arXiv:{item.arxiv}")
    seen: set[str] = set()
    for name_, value in item.extra:
        yield from _extra_lines(name_, value, is_new=name_ not in seen)
        seen.add(name_)


def _extra_lines(name: str, value: str, *, is_new: bool) -> Iterator[str]:
    tag = RIS.get(name) if is_new else None
    people = parse_people(value) if name in PEOPLE else None
    if people and any(_read_name(_name(person)) != person for person in people):
        people = None
    if name == "keywords" and is_new:
        words = value.split(", ")
        if all(word and word == word.strip(" ,;") and ";" not in word for word in words):
            yield from (_line("KW", word) for word in words)
            return
    if name == "keywords" or tag is None or (name in PEOPLE and people is None):
        coded = name if _PLAIN.match(name) else "~" + re.sub("[~:]", _code, name)
        yield _line("N1", f"{coded}: {value}")
    elif people is not None:
        yield from (_line(tag, _name(person)) for person in people)
    elif name == "note" and _NAMED.match(value):
        yield _line("N1", f"note: {value}")
    else:
        yield _line(tag, value)


def _code(match: re.Match[str]) -> str:
    return f"~{ord(match[0]):02X}"


def write(items: Iterable[Item], style: Style) -> str:
    """Write one RIS record an item."""
    given = tuple(items)
    keys = style.keys if style.keys is not None else make_keys(given)
    records = [
        "\n".join((*_record(item, key), "ER  - ")) for key, item in zip(keys, given, strict=True)
    ]
    return "\n\n".join(records) + ("\n" if records else "")


def read(text: str) -> Bibliography:
    """Read RIS records; lines without a tag are joined to the one before, or reported."""
    items: list[Item] = []
    keys: list[str] = []
    problems: list[Problem] = []
    record: list[tuple[str, str]] | None = None
    for number, raw in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        match = _LINE.match(raw.strip())
        tag, value = (match[1], match[2] or "") if match else ("", raw.strip())
        if tag == "TY" or (tag and record is None and tag != "ER"):
            if record:
                problems.append(Problem(message="a record does not end", raw=raw, line=number))
                _finish(record, items, keys)
            record = []
        if record is None:
            if raw.strip():
                problems.append(Problem(message="outside any record", raw=raw, line=number))
        elif tag == "ER":
            _finish(record, items, keys)
            record = None
        elif tag:
            record.append((tag, value.strip()))
        elif value and record:
            record[-1] = (record[-1][0], f"{record[-1][1]} {value}".strip())
        elif value:
            problems.append(Problem(message="line without a tag", raw=raw, line=number))
    if record:
        problems.append(Problem(message="the last record does not end", raw=record[0][1]))
        _finish(record, items, keys)
    return Bibliography(items=tuple(items), problems=tuple(problems), keys=tuple(keys))


def _finish(record: list[tuple[str, str]], items: list[Item], keys: list[str]) -> None:
    items.append(_item(record))
    keys.append(next((value for tag, value in record if tag == "ID"), ""))


def _item(record: list[tuple[str, str]]) -> Item:
    found: dict[str, Any] = {}
    people: dict[str, list[Name]] = {"AU": [], "ED": []}
    extra: list[tuple[str, str]] = []
    pages: dict[str, str] = {}
    for tag, value in record:
        ris = tag if tag in _TEXTS else _ALIASES.get(tag, tag)
        if not value or tag == "ID":
            continue
        if ris in FROM_RIS:
            _put_extra(extra, ris, value)
            continue
        if ris in people:
            people[ris].append(_read_name(value))
        elif ris in {"SP", "EP"} and ris not in pages:
            pages[ris] = value
        elif not _put(found, ris, value):
            is_short = ris == "T2" and tag != "T2" and found.get("container_title") != value
            extra.append(("shortjournal" if is_short else tag.lower(), value))
    for tag, field in (("AU", "author"), ("ED", "editor")):
        if people[tag]:
            found[field] = tuple(people[tag])
    if pages:
        found["page"] = "-".join(pages[tag] for tag in ("SP", "EP") if tag in pages)
    if found.get("issued") == Date():
        del found["issued"]
    return replace(Item(), **found, extra=tuple(extra))


def _put_extra(extra: list[tuple[str, str]], tag: str, value: str) -> None:
    name = FROM_RIS[tag]
    match = _NAMED.match(value) if tag == "N1" else None
    if match:
        own = match[1]
        name = _CODE.sub(lambda one: chr(int(one[1], 16)), own[1:]) if own[:1] == "~" else own
        extra.append((name, value[match.end() :]))
        return
    if name in PEOPLE:
        value = people_text((_read_name(value),))
    joint = {"keywords": ", "}.get(name, " and " if name in PEOPLE else "")
    place = next((n for n, one in enumerate(extra) if one[0] == name), None) if joint else None
    if place is None:
        extra.append((name, value))
    else:
        extra[place] = (name, f"{extra[place][1]}{joint}{value}")


def _put(found: dict[str, Any], tag: str, value: str) -> bool:
    """Put a value in its place; ``False`` when it has none or the place is taken."""
    field: str | None = _TEXTS.get(tag)
    new: Any = value
    if tag == "TY":
        field, new = "type", _ITEM_TYPES.get(value.upper())
    elif tag == "M3" and value in {kind.value for kind in ItemType}:
        found["type"] = ItemType(value)
        return True
    elif tag == "DO":
        new = parse_doi(value)
    elif tag == "SN":
        new = parse_isbn(value)
        field = "isbn" if new else "issn"
        new = new or parse_issn(value)
    elif tag == "AN":
        new = parse_pmid(value) if "pmid" in value.lower() else parse_arxiv(value)
        field = "pmid" if "pmid" in value.lower() else "arxiv"
    elif tag in {"DA", "PY", "Y2"}:
        return _put_date(found, tag, value)
    if field is None or new is None or field in found:
        return False
    found[field] = new
    return True


def _put_date(found: dict[str, Any], tag: str, value: str) -> bool:
    field = "accessed" if tag == "Y2" else "issued"
    date = _read_date(value)
    old = found.get(field)
    if date is None or (old is not None and old.year not in {None, date.year} and date.year):
        return False
    if old is None or tag == "DA":
        found[field] = date
    return True


def _read_name(text: str) -> Name:
    if text.startswith("{") and text.endswith("}"):
        return Name(literal=text[1:-1])
    if "," not in text:
        return Name(literal=text)
    parts = [part.strip() for part in text.split(",", 2)]
    words = parts[0].split()
    cut = 0
    while cut < len(words) - 1 and words[cut][:1].islower():
        cut += 1
    return Name(
        family=" ".join(words[cut:]) or None,
        particle=" ".join(words[:cut]) or None,
        given=parts[1] or None,
        suffix=(parts[2] or None) if len(parts) > 2 else None,
    )


def _read_date(text: str) -> Date | None:
    parts = [*text.split("/", 3), "", "", ""]
    numbers = [
        int(part) if re.fullmatch(r"[0-9]{1,4}", part.strip()) else None for part in parts[:3]
    ]
    if numbers[0] is None and parts[0].strip():
        return Date(literal=text)
    note = parts[3].strip()
    literal = None
    if "= " in note:
        note, _, literal = note.partition("= ")
    end = re.search(r"\bto (\d{1,4})", note)
    year, month, day = numbers
    return Date(
        year=year,
        month=month if month and 1 <= month <= 12 else None,
        day=day if day and 1 <= day <= 31 else None,
        circa="circa" in note,
        literal=literal,
        end_year=int(end[1]) if end else None,
    )
