"""What a step changed, field by field."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from citations.bibfile.entry import Entry

_Pair = tuple[str, str]


class Change(NamedTuple):
    """One change and the step that made it; a tuple, since a file has a hundred thousand.

    ``line`` is where the entry begins in the old file, from 1; ``key`` its old key. ``field`` is
    "" where the change is about the entry as a whole, "@" where it is about its type. ``old`` and
    ``new`` are values with their delimiters; "" where a field came or went. ``reason`` is what the
    step said about it.
    """

    step: str
    line: int
    key: str
    field: str
    old: str
    new: str
    reason: str = ""


def differences(before: Entry, after: Entry) -> Iterator[tuple[str, str, str]]:
    """Yield (field, old, new) for all that differs; the order of fields counts as the field ""."""
    if before.kind != after.kind:
        yield "@", before.kind, after.kind
    if before.key != after.key:
        yield "", before.key, after.key
    old, new = before.fields, after.fields
    if old is new:
        return
    pairs = [(left, right) for left, right in zip(old, new, strict=False) if left is not right]
    if len(old) == len(new) and [one.name for one, _ in pairs] == [one.name for _, one in pairs]:
        for left, right in pairs:
            if left.value != right.value:
                yield left.name, left.value, right.value
        return
    # What a step leaves alone is the same object, so there is little left to count.
    old_ids, new_ids = set(map(id, old)), set(map(id, new))
    went = [(one.name, one.value) for one in old if id(one) not in new_ids]
    came = [(one.name, one.value) for one in new if id(one) not in old_ids]
    if not set(went).isdisjoint(came):
        went, came = _without_common(went, came)
    if not went and not came:
        yield "", ", ".join([one.name for one in old]), ", ".join([one.name for one in new])
    for name, value in went:
        yield name, value, ""
    for name, value in came:
        yield name, "", value


def _without_common(went: list[_Pair], came: list[_Pair]) -> tuple[list[_Pair], list[_Pair]]:
    return list((Counter(went) - Counter(came)).elements()), list(
        (Counter(came) - Counter(went)).elements()
    )
