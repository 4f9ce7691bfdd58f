"""Steps about the shape of an entry: names, delimiters, empty and repeated fields, order."""

from dataclasses import replace

from citations.bibfile.entry import Entry, Field, canonical_value
from citations.bibfile.steps.field_kinds import RANK


def lower_names(entry: Entry) -> Entry:
    """Write the entry's type and the names of its fields in lower case."""
    changed = entry.map(
        lambda field: (
            field if field.name.islower() else Field(name=field.name.lower(), value=field.value)
        )
    )
    return changed if entry.kind.islower() else replace(changed, kind=entry.kind.lower())


def _braced(field: Field) -> Field:
    value = canonical_value(field.value)
    return field if value is None or value == field.value else replace(field, value=value)


def brace_values(entry: Entry) -> Entry:
    """Put texts and numbers in braces and join texts that stand side by side; names stay."""
    return entry.map(_braced)


def drop_empty_fields(entry: Entry) -> Entry:
    """Take out fields that hold nothing."""
    if all(field.value != "{}" for field in entry.fields):
        return entry
    return replace(entry, fields=tuple(one for one in entry.fields if one.value != "{}"))


def drop_same_fields(entry: Entry) -> Entry:
    """Take out a field that repeats an earlier one word for word; different ones stay both."""
    seen: dict[str, str] = {}
    if len({field.name for field in entry.fields}) == len(entry.fields):
        return entry
    kept = []
    for field in entry.fields:
        if field.name not in seen:
            seen[field.name] = field.value
        elif seen[field.name] == field.value:
            continue
        else:
            entry = entry.remark(f"field {field.name} is there twice with different values")
        kept.append(field)
    return replace(entry, fields=tuple(kept))


def order_fields(entry: Entry) -> Entry:
    """Put the fields in one order: who, what, where, when, identifiers; unknown ones last."""
    ordered = tuple(sorted(entry.fields, key=lambda field: RANK.get(field.name, len(RANK))))
    return entry if ordered == entry.fields else replace(entry, fields=ordered)
