"""Make one item of several that describe one work, losing nothing."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from citations.fold import fold
from citations.identifiers import parse_doi
from citations.item import Date, Item, ItemType, Name
from citations.titles import is_all_caps

_PLAIN = tuple(
    field.name
    for field in fields(Item)
    if field.name not in {"type", "author", "editor", "issued", "accessed", "extra"}
)
_ALSO = "also "


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """A value that was not kept: its field, the value in words, and the items that hold it."""

    field: str
    value: str
    items: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """One item made of several, and where each of its fields comes from.

    ``origins`` names, for each field that is known, the items that say what was kept; items are
    counted from 0 as they were given. ``alternatives`` are the values that say something else,
    which ``item.extra`` keeps too.
    """

    item: Item
    origins: tuple[tuple[str, tuple[int, ...]], ...]
    alternatives: tuple[Alternative, ...]

    def shown(self, field: str) -> str:
        """Return the merged value of ``field`` on one line; nothing when it is not known."""
        return _shown(self.item, field)


def _vague(kind: ItemType) -> int:
    return {ItemType.UNKNOWN: 0, ItemType.ARTICLE: 1, ItemType.WEBPAGE: 1}.get(kind, 2)


def _text_rank(value: str) -> tuple[int, int, int]:
    """Order printed values: not shouted, with its accents, longer."""
    accents = sum(not character.isascii() for character in value)
    return (not is_all_caps(value), len(fold(value)), accents)


def _names_rank(names: tuple[Name, ...]) -> tuple[int, int, int]:
    """Order name lists: more people, more given names written out, longer."""
    given = sum(len((name.given or "").replace(".", "")) > 1 for name in names)
    return (len(names), given, sum(len(name_text(name)) for name in names))


def _date_rank(date: Date) -> tuple[bool, bool, bool, bool]:
    return (date.year is not None, date.month is not None, date.day is not None, not date.circa)


def name_text(name: Name) -> str:
    """Write ``name`` on one line, family first: "van der Berg, Jan, Jr."."""
    if name.literal is not None:
        return name.literal
    family = " ".join(part for part in (name.particle, name.family) if part)
    return ", ".join(part for part in (family, name.given, name.suffix) if part)


def _date_text(date: Date) -> str:
    parts = (date.year, date.month, date.day)
    text = "-".join(f"{part:02}" for part in parts if part is not None)
    if date.end_year is not None:
        text = f"{text}/{date.end_year}"
    text = f"{text} ({date.literal})" if date.literal and text else text or (date.literal or "")
    return f"circa {text}" if date.circa else text


def _choose(values: Sequence[Any], rank: Callable[[Any], Any], show: Callable[[Any], str]) -> Any:
    """Return the value most items have; among equals the best by ``rank``, then by its text."""
    votes: Counter[Hashable] = Counter(fold(show(value)) for value in values)
    return max(values, key=lambda value: (rank(value), votes[fold(show(value))], show(value)))


def _elect(values: Sequence[str]) -> str:
    """Return the plain value with most votes after folding, then the best written."""
    votes = Counter(fold(value) for value in values)
    return max(values, key=lambda value: (votes[fold(value)], _text_rank(value), value))


def _longest(values: Sequence[str]) -> str:
    return max(values, key=lambda value: (_text_rank(value), value))


def merge(items: Iterable[Item]) -> Item:
    """Return one item with the best of each field of ``items``.

    The fullest title and name list, the most exact date and type; of other fields the value most
    items share. Every value that says something else is kept in ``extra`` under "also FIELD", and
    each item's own ``extra`` follows. The order of the items does not matter.

    Raises ``ValueError`` when there is no item.
    """
    given = list(items)
    if not given:
        raise ValueError("merge needs at least one item")
    given.sort(key=repr)
    kept: dict[str, Any] = {}
    extra: list[tuple[str, str]] = []

    def note(field: str, chosen: str, values: Iterable[str]) -> None:
        seen = {_key(field, chosen)}
        for value in values:
            if _key(field, value) not in seen:
                seen.add(_key(field, value))
                extra.append((f"{_ALSO}{field}", value))

    types = [item.type for item in given]
    counts = Counter(types)
    kept["type"] = max(types, key=lambda kind: (_vague(kind), counts[kind], kind))
    note("type", kept["type"], (kind for kind in types if _vague(kind)))
    for field in _PLAIN:
        values = [value for item in given if (value := getattr(item, field))]
        if values:
            pick = _longest if field in {"title", "container_title", "publisher"} else _elect
            kept[field] = pick(values)
            note(field, kept[field], values)
    for field in ("author", "editor"):
        lists = [value for item in given if (value := getattr(item, field))]
        if lists:
            show = _show_names
            kept[field] = _choose(lists, _names_rank, show)
            note(field, show(kept[field]), map(show, lists))
    for field in ("issued", "accessed"):
        dates = [value for item in given if (value := getattr(item, field)) is not None]
        if dates:
            kept[field] = _choose(dates, _date_rank, _date_text)
            note(field, _date_text(kept[field]), map(_date_text, dates))
    own = [pair for item in given for pair in item.extra]
    kept["extra"] = tuple(dict.fromkeys([*own, *sorted(extra)]))
    return replace(Item(), **kept)


def merge_with_origins(items: Iterable[Item]) -> Merged:
    """Merge as ``merge`` does, and say of each field which items it comes from.

    Raises ``ValueError`` when there is no item.
    """
    given = list(items)
    kept = merge(given)
    origins: list[tuple[str, tuple[int, ...]]] = []
    others: list[Alternative] = []
    for name in (each.name for each in fields(Item) if each.name != "extra"):
        chosen = _shown(kept, name)
        if not chosen:
            continue
        holders: dict[str, list[int]] = {}
        for place, item in enumerate(given):
            value = _shown(item, name)
            if value:
                holders.setdefault(_key(name, value), []).append(place)
        origins.append((name, tuple(holders.pop(_key(name, chosen)))))
        others += [
            Alternative(field=name, value=value, items=tuple(places))
            for value, places in holders.items()
        ]
    return Merged(item=kept, origins=tuple(origins), alternatives=tuple(others))


def key_map(groups: Iterable[Sequence[str]]) -> Mapping[str, str]:
    """Map the citation keys of each group of duplicates to the one that is kept, its first.

    A key that is in no group is not in the map and stays as it is.
    """
    return {key: group[0] for group in groups for key in group}


def _shown(item: Item, field: str) -> str:
    """Write the value of ``field`` on one line; nothing when it is not known."""
    value = getattr(item, field)
    if field == "type":
        return "" if value is ItemType.UNKNOWN else str(value)
    if isinstance(value, Date):
        return _date_text(value)
    return _show_names(value) if isinstance(value, tuple) else value or ""


def _key(field: str, value: str) -> str:
    if field == "doi":
        return parse_doi(value) or value
    return value


def _show_names(names: tuple[Name, ...]) -> str:
    return "; ".join(map(name_text, names))
