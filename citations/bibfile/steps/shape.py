"""Steps about the shape of an entry: names, delimiters, empty and repeated fields, order."""

from functools import lru_cache

from citations.bibfile.entry import Entry, Field, canonical_value
from citations.bibfile.steps.field_kinds import RANK


def lower_names(entry: Entry) -> Entry:
    """Write the entry's type and the names of its fields in lower case."""
    fields = entry.fields
    if not "".join([field.name for field in fields]).islower():
        fields = tuple([_lower(field) for field in fields])
    kind = entry.kind.lower()
    if fields is entry.fields and kind == entry.kind:
        return entry
    return Entry(kind=kind, key=entry.key, fields=fields, remarks=entry.remarks)


def _lower(field: Field) -> Field:
    lower = field.name.lower()
    return field if lower == field.name else Field(name=lower, value=field.value)


def brace_values(value: str) -> str:
    """Put texts and numbers in braces and join texts that stand side by side; names stay."""
    return canonical_value(value) or value


def drop_empty_fields(entry: Entry) -> Entry:
    """Take out fields that hold nothing."""
    fields = tuple([field for field in entry.fields if field.value != "{}"])
    return entry if len(fields) == len(entry.fields) else entry.with_fields(fields)


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
    return entry.with_fields(tuple(kept))


def order_fields(entry: Entry) -> Entry:
    """Put the fields in one order: who, what, where, when, identifiers; unknown ones last."""
    order = _order(tuple([field.name for field in entry.fields]))
    if order is None:
        return entry
    fields = entry.fields
    return entry.with_fields(tuple([fields[place] for place in order]))


@lru_cache(maxsize=1_024)  # a file has few sets of fields
def _order(names: tuple[str, ...]) -> tuple[int, ...] | None:
    """Return the old places in their new order, ``None`` where it is the old one."""
    ranks = [RANK.get(name, len(RANK)) for name in names]
    order = tuple(sorted(range(len(ranks)), key=ranks.__getitem__))
    return None if order == tuple(range(len(ranks))) else order
