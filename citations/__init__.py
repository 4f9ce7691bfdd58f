"""Printed references: find them, parse them, tell duplicates, normalise, write bibliographies.

A pure library: no network, no database, no clock. It never imports ``factcheck``. The functions
named here are loaded when first used, so that importing the package costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from citations.item import Date, Item, ItemType, Name
    from citations.parse import parse_reference, parse_references
    from citations.reference import Entry, FieldSpan, Reference

__all__ = [
    "Date",
    "Entry",
    "FieldSpan",
    "Item",
    "ItemType",
    "Name",
    "Reference",
    "parse_reference",
    "parse_references",
]

_HOMES = {
    "Date": "citations.item",
    "Entry": "citations.reference",
    "FieldSpan": "citations.reference",
    "Item": "citations.item",
    "ItemType": "citations.item",
    "Name": "citations.item",
    "Reference": "citations.reference",
    "parse_reference": "citations.parse",
    "parse_references": "citations.parse",
}


def __getattr__(name: str) -> Any:
    """Load a public name from its module when it is first asked for (PEP 562)."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(home), name)
