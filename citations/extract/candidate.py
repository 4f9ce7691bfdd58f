"""A list that a strategy proposes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from citations.extract.printed import Printed
from citations.extract.printer import Printer
from citations.extract.tree import Node


@dataclass(frozen=True, slots=True)
class Split:
    """One way to split a region, with its items and a score (higher is better)."""

    items: list[Printed]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A list that a strategy proposes: the nodes it takes and the items they print.

    ``score`` is comparable between strategies; ``heading`` is the node that titles the list.
    """

    nodes: tuple[Node, ...]
    items: tuple[Printed, ...]
    score: float
    strategy: str
    heading: Node | None = None


Strategy = Callable[["Page"], Sequence[Candidate]]


@dataclass(frozen=True, slots=True)
class Page:
    """What every strategy looks at: the body's nodes in document order, and where text stands.

    ``nodes`` are the elements of the body that are not in a part that never holds the list
    (menus, comments, related posts). ``before`` is, for each node, the share (0-1) of the body's
    printed text that stands before it. ``printer`` prints any of them. ``splits`` remembers how
    regions were split.
    """

    root: Node
    printer: Printer
    nodes: tuple[Node, ...]
    before: dict[Node, float]
    splits: dict[tuple[Node, ...], Split] = field(default_factory=dict)
