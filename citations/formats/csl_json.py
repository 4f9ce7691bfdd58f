"""CSL-JSON: what citation processors, Zotero and pandoc read.

Source of the names: Citation Style Language 1.0.2 and its ``csl-data.json`` schema.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from citations.bibliography import Bibliography, Problem, Style
from citations.field_names import CSL, FROM_CSL, NUMBERED, PEOPLE, parse_people, people_text
from citations.identifiers import parse_doi, parse_isbn, parse_issn, parse_pmid
from citations.item import Date, Item, ItemType, Name
from citations.keys import make_keys

_TEXTS = {
    "title": "title", "container-title": "container_title", "publisher": "publisher",
    "publisher-place": "publisher_place", "volume": "volume", "issue": "issue", "page": "page",
    "edition": "edition", "DOI": "doi", "ISBN": "isbn", "ISSN": "issn", "PMID": "pmid",
    "URL": "url", "language": "language",
}  # fmt: skip
_NAMES = {"author": "author", "editor": "editor"}
_DATES = {"issued": "issued", "accessed": "accessed"}
_NAME_PARTS = {
    "family": "family", "given": "given", "non-dropping-particle": "particle",
    "suffix": "suffix", "literal": "literal",
}  # fmt: skip
_IDENTIFIERS = {"DOI": parse_doi, "ISBN": parse_isbn, "ISSN": parse_issn, "PMID": parse_pmid}
# CSL 1.0.2, appendix IV: other variables, which keep their names.
_OTHER_VARIABLES = frozenset(
    ["archive_collection", "archive-place", "authority", "call-number", "citation-label",
     "collection-number", "dimensions", "division", "event", "event-date",
     "jurisdiction", "medium", "original-date", "original-publisher", "original-publisher-place",
     "original-title", "part", "part-number", "part-title", "printing", "references",
     "reviewed-genre", "reviewed-title", "scale", "section", "source", "submitted", "supplement",
     "volume-title", "available-date", "collection-editor", "compiler", "composer", "contributor",
     "curator", "director", "editorial-director", "executive-producer", "guest", "host",
     "illustrator", "interviewer", "narrator", "organizer", "original-author", "performer",
     "producer", "recipient", "reviewed-author", "script-writer", "series-creator"]
)  # fmt: skip
_TYPES = {kind.value: kind for kind in ItemType}


def item_to_json(item: Item, key: str) -> dict[str, Any]:
    """Return ``item`` as one CSL-JSON object."""
    # CSL has no type for what is not known; "document" is its most general one.
    kind = "document" if item.type is ItemType.UNKNOWN else item.type.value
    record: dict[str, Any] = {"id": key, "type": kind}
    for name, field in _NAMES.items():
        people = getattr(item, field)
        if people:
            record[name] = [_name_to_json(person) for person in people]
    for name, field in _TEXTS.items():
        value = getattr(item, field)
        if value is not None:
            record[name] = value
    for name, field in _DATES.items():
        date = getattr(item, field)
        if date is not None:
            record[name] = _date_to_json(date)
    if item.arxiv is not None:
        record["archive"], record["archive_location"] = "arXiv", item.arxiv
    if item.type in NUMBERED and "issue" in record:
        record["number"] = record.pop("issue")
    _put_extra(record, item.extra)
    return record


def _put_extra(record: dict[str, Any], extra: tuple[tuple[str, str], ...]) -> None:
    """Put extra fields under CSL's variables, the rest in "custom".

    There a pair without a value stands for a variable, so that all come back in their order.
    """
    pairs: list[list[str | None]] = []
    for name, value in extra:
        own = name if name in _OTHER_VARIABLES or name in FROM_CSL else ""
        csl = CSL.get(name, own)
        written = _variable(name, value) if csl and csl not in record else None
        if written is not None:
            record[csl] = written
            pairs.append([name, None])
        else:
            pairs.append([name, value])
    if any(value is not None for _, value in pairs):
        record["custom"] = {"extra": pairs}


def _variable(name: str, value: str) -> Any:
    if name in PEOPLE:
        people = parse_people(value)
        return None if people is None else [_name_to_json(person) for person in people]
    if name not in _OTHER_VARIABLES:
        return value
    try:
        decoded = json.loads(value)
    except (ValueError, RecursionError):
        return value
    return decoded if isinstance(decoded, dict | list) and _dump(decoded) == value else value


def _name_to_json(name: Name) -> dict[str, str]:
    parts = {csl: getattr(name, part) for csl, part in _NAME_PARTS.items()}
    return {csl: value for csl, value in parts.items() if value is not None}


def _date_to_json(date: Date) -> dict[str, Any]:
    record: dict[str, Any] = {}
    if date.year is not None:
        first = [date.year]
        if date.month is not None:
            first.append(date.month)
            if date.day is not None:
                first.append(date.day)
        record["date-parts"] = [first] + ([[date.end_year]] if date.end_year is not None else [])
    if date.circa:
        record["circa"] = True
    if date.literal is not None:
        record["literal"] = date.literal
    return record


def write(items: Iterable[Item], style: Style) -> str:
    """Write a CSL-JSON array, one object an item."""
    given = tuple(items)
    keys = style.keys if style.keys is not None else make_keys(given)
    records = [item_to_json(item, key) for key, item in zip(keys, given, strict=True)]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


def read(text: str) -> Bibliography:
    """Read a CSL-JSON array, a single object, or an object with ``items``."""
    try:
        data = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        return Bibliography(items=(), problems=(Problem(message=f"not JSON: {error}", raw=text),))
    if isinstance(data, dict):
        data = data.get("items", [data]) if "type" not in data else [data]
    if not isinstance(data, list):
        return Bibliography(items=(), problems=(Problem(message="not a list of items", raw=text),))
    items, keys, problems = [], [], []
    for record in data:
        if isinstance(record, dict):
            items.append(item_from_json(record))
            keys.append(str(record.get("id", "")))
        else:
            raw = json.dumps(record, ensure_ascii=False)
            problems.append(Problem(message="not a CSL item", raw=raw))
    return Bibliography(items=tuple(items), problems=tuple(problems), keys=tuple(keys))


def item_from_json(record: Mapping[str, Any]) -> Item:
    """Make an item of one CSL-JSON object; what has no place goes to ``extra``."""
    found: dict[str, Any] = {}
    extra: list[tuple[str, str]] = []
    kind = record.get("type")
    if kind in _TYPES:
        found["type"] = _TYPES[kind]
    elif isinstance(kind, str) and kind != "document":
        extra.append(("csl-type", kind))
    arxiv = record.get("archive") == "arXiv" and isinstance(record.get("archive_location"), str)
    if arxiv:
        found["arxiv"] = record["archive_location"]
    order: list[tuple[str, str | None]] = []
    for name, value in record.items():
        if name in {"id", "type"} or (arxiv and name in {"archive", "archive_location"}):
            continue
        if name == "custom" and _is_own_extra(value):
            order = [(own, text) for own, text in value["extra"]]
        elif name == "number" and "issue" not in record and isinstance(value, str | int):
            found["issue"] = str(value)
        elif (read_value := _read_known(name, value)) is not None:
            found[read_value[0]] = read_value[1]
        else:
            extra.append((FROM_CSL.get(name, name), _text(name, value)))
    return replace(Item(), **found, extra=_ordered(extra, order))


def _ordered(
    extra: list[tuple[str, str]], order: list[tuple[str, str | None]]
) -> tuple[tuple[str, str], ...]:
    """Put the variables where the pairs without a value are, and the pairs with one between."""
    given = dict(extra)
    placed = [
        (name, given.pop(name, "") if text is None else text)
        for name, text in order
        if text is not None or name in given
    ]
    named = {name for name, text in order if text is None}
    return (*placed, *(pair for pair in extra if pair[0] not in named))


def _text(name: str, value: Any) -> str:
    if isinstance(value, str):
        return value
    if FROM_CSL.get(name) in PEOPLE and isinstance(value, list) and all(map(_is_name, value)):
        return people_text(tuple(map(_name_from_json, value)))
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else _dump(value)


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _is_own_extra(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and set(value) == {"extra"}
        and isinstance(value["extra"], list)
        and all(
            isinstance(pair, list)
            and len(pair) == 2
            and isinstance(pair[0], str)
            and isinstance(pair[1], str | None)
            for pair in value["extra"]
        )
    )


def _read_known(name: str, value: Any) -> tuple[str, Any] | None:
    """Return the item's field and its value, or ``None`` for what has no place or another form."""
    if name in _TEXTS and isinstance(value, str | int) and not isinstance(value, bool):
        text = str(value)
        parse = _IDENTIFIERS.get(name)
        parsed = parse(text) if parse else text
        return None if parsed is None else (_TEXTS[name], parsed)
    if name in _NAMES and isinstance(value, list) and value and all(map(_is_name, value)):
        return _NAMES[name], tuple(_name_from_json(entry) for entry in value)
    if name in _DATES and (date := _date_from_json(value)) is not None:
        return _DATES[name], date
    return None


def _is_name(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and bool(value)
        and all(isinstance(part, str) for part in value.values())
        and set(value) <= set(_NAME_PARTS) | {"dropping-particle"}
    )


def _name_from_json(value: Mapping[str, str]) -> Name:
    parts = {_NAME_PARTS[csl]: text for csl, text in value.items() if csl in _NAME_PARTS}
    dropping = value.get("dropping-particle")
    if dropping is not None:
        parts["particle"] = " ".join(part for part in (dropping, parts.get("particle")) if part)
    return Name(**parts)


def _whole(value: Any) -> int | None:
    try:
        return None if isinstance(value, bool) else int(value)
    except (TypeError, ValueError, OverflowError):
        return None


def _date_from_json(value: Any) -> Date | None:
    if not isinstance(value, dict) or set(value) - {"date-parts", "circa", "literal", "raw"}:
        return None
    literal = value.get("literal", value.get("raw"))
    parts = value.get("date-parts", [])
    if not isinstance(parts, list) or not all(isinstance(part, list) for part in parts):
        return None
    numbers = [[_whole(number) for number in part] for part in parts]
    if any(number is None for part in numbers for number in part) or len(numbers) > 2:
        return None
    if not (literal is None or isinstance(literal, str)) or any(len(part) > 3 for part in numbers):
        return None
    first = [*(numbers[0] if numbers else []), None, None, None]
    end = numbers[1][0] if len(numbers) == 2 and numbers[1] else None
    return Date(
        year=first[0], month=first[1], day=first[2], circa=bool(value.get("circa")),
        literal=literal, end_year=end,
    )  # fmt: skip
