"""What a step changed, field by field."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from citations.bibfile.entry import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change and the step that made it.

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
    if len(old) == len(new):
        pairs = [pair for pair in zip(old, new, strict=True) if pair[0] is not pair[1]]
        if all(left.name == right.name for left, right in pairs):
            for left, right in pairs:
                if left.value != right.value:
                    yield left.name, left.value, right.value
            return
    gone = Counter((one.name, one.value) for one in old)
    gone.subtract((one.name, one.value) for one in new)
    if not any(gone.values()):
        yield "", ", ".join(one.name for one in old), ", ".join(one.name for one in new)
        return
    for (name, value), count in gone.items():
        for _ in range(abs(count)):
            yield (name, value, "") if count > 0 else (name, "", value)
