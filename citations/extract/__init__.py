"""Printed entries out of a page's tree or out of plain text; one strategy a file.

Each strategy proposes lists; ``find_lists`` takes the best ones that do not overlap.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count, islice

from citations.extract import headings, known, runs, targets
from citations.extract.beside import completed
from citations.extract.candidate import Candidate, Strategy
from citations.extract.head import with_stated
from citations.extract.heading_words import (
    is_list_heading,
    is_sure_heading,
    titles_own_citation,
)
from citations.extract.page import look
from citations.extract.plain import find_entries_in_text
from citations.extract.printed import entry_of
from citations.extract.tails import without_common_links
from citations.extract.titles import heading_over, title_of
from citations.extract.tree import Node, as_tree
from citations.reference import Entry

__all__ = ["FoundList", "find_entries", "find_entries_in_text", "find_lists"]

STRATEGIES: tuple[Strategy, ...] = (known.find, targets.find, headings.find)

LAST_RESORT = "runs"
"""The strategy that is not believed beside a list that anything vouches for."""
MOST_FORMS = 12
"""Styles in which a page prints how to cite it."""
MIN_SECOND = 0.4
"""Mean likeness that a list must have beside a better one: notes of prose do not."""
MIN_TITLED = 0.25
"""The same under a heading that can title nothing else: "Unpublished sources"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundList:
    """A reference list: its entries, the tree nodes it took, and the node that titles it."""

    entries: tuple[Entry, ...]
    nodes: tuple[Node, ...]
    heading: Node | None
    strategy: str


def find_entries(tree: object) -> tuple[Entry, ...]:
    """Return the entries of a page's reference lists, in page order.

    ``tree`` is an lxml element, a BeautifulSoup tag, or HTML as text or bytes (read as UTF-8).
    Positions count over all lists. A page without a list gives ().
    """
    root = as_tree(tree)
    if root is None:
        return ()
    return tuple(entry for found in find_lists(root) for entry in found.entries)


def find_lists(root: Node) -> tuple[FoundList, ...]:
    """Return the reference lists of a tree, in page order, with the nodes they take."""
    page = look(root)
    candidates = [candidate for find in STRATEGIES for candidate in find(page)]
    candidates = [one for one in candidates if not _cites_the_page(one)]
    if all(candidate.score < runs.HIGHEST for candidate in candidates):
        candidates += [one for one in runs.find(page) if not _cites_the_page(one)]
    order = {node: index for index, node in enumerate(page.nodes)}
    places: dict[Node, int] = {}
    chosen = _choose(candidates)
    chosen.sort(key=lambda candidate: order.get(candidate.nodes[0], 0))
    found: list[FoundList] = []
    position = 0
    for candidate in chosen:
        heading = candidate.heading
        if heading is None:
            heading = heading_over(candidate.nodes[0])
        title = None if heading is None else title_of(heading)
        items = completed(without_common_links(candidate.items))
        entries = tuple(
            replace(entry_of(item, position + n, places), list_heading=title)
            for n, item in enumerate(items)
        )
        position += len(entries)
        found.append(
            FoundList(
                entries=entries,
                nodes=candidate.nodes,
                heading=heading,
                strategy=candidate.strategy,
            )
        )
    return _with_heads(_without_strays(found), root)


def _without_strays(found: Sequence[FoundList]) -> list[FoundList]:
    """Drop single entries that no heading calls a list, beside a list of several."""
    if not any(len(one.entries) > 1 for one in found):
        return list(found)
    kept = [
        one
        for one in found
        if len(one.entries) > 1
        or (one.entries[0].list_heading and is_list_heading(one.entries[0].list_heading))
    ]
    entries = count()
    return [
        replace(one, entries=tuple(replace(entry, position=next(entries)) for entry in one.entries))
        for one in kept
    ]


def _with_heads(found: Sequence[FoundList], root: Node) -> tuple[FoundList, ...]:
    """Return the lists with what the page's head states about their entries."""
    entries = iter(with_stated([entry for one in found for entry in one.entries], root))
    return tuple(replace(one, entries=tuple(islice(entries, len(one.entries)))) for one in found)


def _choose(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Take the best candidates that do not overlap and do not print another one's entries again."""
    chosen: list[Candidate] = []
    taken: set[Node] = set()
    seen: set[str] = set()
    for candidate in sorted(candidates, key=lambda one: -one.score):
        nodes = {inner for node in candidate.nodes for inner in node.iter()}
        texts = [item.text.casefold() for item in candidate.items]
        repeated = sum(text in seen for text in texts)
        if chosen and not _is_second(candidate):
            continue
        if taken.isdisjoint(nodes) and 2 * repeated <= len(texts):
            chosen.append(candidate)
            taken |= nodes
            seen.update(texts)
    return chosen


def _is_second(candidate: Candidate) -> bool:
    """Tell whether a list is believed beside a better one."""
    title = None if candidate.heading is None else title_of(candidate.heading)
    sure = title is not None and is_sure_heading(title)
    return candidate.strategy != LAST_RESORT and _mean(candidate) >= (
        MIN_TITLED if sure else MIN_SECOND
    )


def _cites_the_page(candidate: Candidate) -> bool:
    """Tell whether a candidate is how to cite the page itself: its heading says so."""
    if len(candidate.items) > MOST_FORMS:
        return False
    heading = candidate.heading
    if heading is None:
        heading = heading_over(candidate.nodes[0])
    title = None if heading is None else title_of(heading)
    return title is not None and titles_own_citation(title)


def _mean(candidate: Candidate) -> float:
    return sum(item.likeness for item in candidate.items) / len(candidate.items)
