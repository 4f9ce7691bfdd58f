"""A field of a stored item as a person would write it."""

from collections.abc import Mapping
from typing import Any


def in_words(value: Any) -> str:
    """Return a field's stored value: names "Family, Given; ...", a date "2019-03-01", a text."""
    if isinstance(value, list | tuple):
        return "; ".join(in_words(one) for one in value)
    if not isinstance(value, Mapping):
        return str(value)
    return _date(value) if "year" in value else _name(value)


def _name(name: Mapping[str, Any]) -> str:
    if name.get("literal"):
        return str(name["literal"])
    family = " ".join(filter(None, (name.get("particle"), name.get("family"))))
    return ", ".join(filter(None, (family, name.get("given"), name.get("suffix"))))


def _date(date: Mapping[str, Any]) -> str:
    parts = [date.get("year"), date.get("month"), date.get("day")]
    known = "-".join(f"{part:02d}" for part in parts if part)
    if date.get("end_year"):
        known += f"–{date['end_year']}"
    return known or str(date.get("literal") or "")
