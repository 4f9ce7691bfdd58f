"""Unite the entries of a file that are one work, and say what became of each value and key."""

from collections.abc import Mapping
from dataclasses import dataclass

from citations.bibfile.changes import Change, differences
from citations.bibfile.entry import Entry, is_well_formed
from citations.bibfile.items import items_of
from citations.bibfile.rekey import with_new_parents
from citations.bibfile.same_works import merge_entries, same_works
from citations.bibfile.segments import Segment
from citations.bibfile.steps.shape import order_fields

_MOST_ROUNDS = 8
_STEP = "unite_same_works"


@dataclass(frozen=True, slots=True, kw_only=True)
class United:
    """The outcome: the entries left by place, what changed, and where the others went.

    ``gone`` maps the places of the entries that were taken in to the place of the one that took
    them; ``keys`` their keys to its key.
    """

    entries: dict[int, Entry]
    changes: tuple[Change, ...]
    gone: Mapping[int, int]
    keys: dict[str, str]


def unite(segments: tuple[Segment, ...], entries: Mapping[int, Entry]) -> United:
    """Make one entry of those that are one work, until none are.

    A merged entry knows more than its parts did and may so be seen to be a third.
    """
    left = dict(entries)
    gone: dict[int, int] = {}
    changes: list[Change] = []
    for _ in range(_MOST_ROUNDS):
        items = items_of(segments, left)
        found = [one for one in same_works(items, left) if _can_unite(left, one.places)]
        if not found:
            break
        for same in found:
            first, *others = same.places
            merged, conflicts = merge_entries(left, same.places)
            merged = order_fields(merged)
            reason = f"the same as {left[first].key}: {', '.join(same.reasons)}"
            lost = [(one.place, one.field, one.value) for one in conflicts]
            changes.extend(
                Change(step=_STEP, line=segments[place].line, key=left[place].key, field=field,
                       old=old, new="", reason=reason)
                for place, field, old in [*((other, "", left[other].key) for other in others),
                                          *lost]
            )  # fmt: skip
            changes.extend(
                Change(step=_STEP, line=segments[first].line, key=merged.key, field=field,
                       old=old, new=new, reason=f"from {left[others[0]].key}")
                for field, old, new in differences(left[first], merged) if new
            )  # fmt: skip
            left[first] = merged
            for other in others:
                del left[other]
                gone[other] = first
    return _followed(segments, entries, left, gone, changes)


def _can_unite(entries: Mapping[int, Entry], places: tuple[int, ...]) -> bool:
    return is_well_formed(merge_entries(entries, places)[0])


def _followed(
    segments: tuple[Segment, ...],
    before: Mapping[int, Entry],
    left: dict[int, Entry],
    gone: dict[int, int],
    changes: list[Change],
) -> United:
    """Let fields that name a key that went name the one that stayed."""
    keys: dict[str, str] = {}
    for place in gone:
        last = place
        while last in gone:
            last = gone[last]
        if before[place].key != left[last].key:
            keys.setdefault(before[place].key, left[last].key)
    # A key that an entry still has means that entry.
    for entry in left.values():
        keys.pop(entry.key, None)
    entries = {}
    for place, entry in left.items():
        entries[place] = with_new_parents(entry, keys) if keys else entry
        changes.extend(
            Change(step=_STEP, line=segments[place].line, key=entry.key, field=field, old=old,
                   new=new)
            for field, old, new in differences(entry, entries[place])
        )  # fmt: skip
    return United(entries=entries, changes=tuple(changes), gone=gone, keys=keys)
