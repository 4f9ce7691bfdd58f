"""References as JSON and back, without loss."""

from dataclasses import asdict
from typing import Any

from citations.item import Date, Item, ItemType, Name
from citations.reference import Entry, FieldSpan, Reference
from factcheck.queue.tables import storable

_NAMES = ("author", "editor")
_DATES = ("issued", "accessed")


def item_to_json(item: Item) -> dict[str, Any]:
    """Return the item's known fields as JSON values."""
    stated = {name: value for name, value in asdict(item).items() if value not in (None, ())}
    return {name: _storable(value) for name, value in stated.items()}


def detail_to_json(reference: Reference) -> dict[str, Any]:
    """Return the rest of a reference: its entry, where each field was read, its kind."""
    return {
        "entry": _storable(asdict(reference.entry)),
        "fields": [[span.name, span.start, span.end] for span in reference.fields],
        "kind": reference.kind,
    }


def reference_from_json(
    id_: str, confidence: float, item: dict[str, Any], detail: dict[str, Any]
) -> Reference:
    """Return the reference that the two functions above were given."""
    return Reference(
        id=id_,
        entry=_entry(detail["entry"]),
        item=item_from_json(item),
        fields=tuple(
            FieldSpan(name=name, start=start, end=end) for name, start, end in detail["fields"]
        ),
        confidence=confidence,
        kind=detail["kind"],
    )


def item_from_json(stored: dict[str, Any]) -> Item:
    """Return the item that ``item_to_json`` was given."""
    values = dict(stored)
    values["type"] = ItemType(values["type"])
    for name in _NAMES:
        if name in values:
            values[name] = tuple(Name(**one) for one in values[name])
    for name in _DATES:
        if name in values:
            values[name] = Date(**values[name])
    values["extra"] = tuple((name, value) for name, value in values.get("extra", ()))
    return Item(**values)


def _entry(stored: dict[str, Any]) -> Entry:
    values = dict(stored)
    for name in ("links", "ids"):
        values[name] = tuple(values[name])
    values["metadata"] = tuple((name, value) for name, value in values["metadata"])
    return Entry(**values)


def _storable(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _storable(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_storable(one) for one in value]
    return storable(value)
