"""What a bibliography file holds: items, keys, problems, and what stands between the entries."""

from dataclasses import dataclass

from citations.item import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in a bibliography file that could not be read as meant.

    ``line`` counts from 1, ``None`` where it is unknown. ``raw`` is the text concerned, unchanged.
    """

    message: str
    raw: str
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bibliography:
    """The outcome of reading: nothing of the file is dropped.

    ``keys`` are the entries' own keys, one an item. ``other`` are comments, preambles and string
    definitions as they stood.
    """

    items: tuple[Item, ...]
    problems: tuple[Problem, ...] = ()
    keys: tuple[str, ...] = ()
    other: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a bibliography is written.

    ``keys`` gives each item its key, in order; without it keys are made from author, year and
    title (see ``citations.keys``). ``indent`` is what stands before a field.
    """

    keys: tuple[str, ...] | None = None
    indent: str = "  "


DEFAULT = Style()
