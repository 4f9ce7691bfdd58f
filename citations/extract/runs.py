"""Strategy: a run of blocks that each look like a reference, under no heading at all.

refextract and GROBID do this on plain text. A run has at least two entries, stands in the later
part of the page, and must look like references much more than a headed list has to.
"""

import re
from collections.abc import Iterator, Sequence

from citations.extract.candidate import Candidate, Page
from citations.extract.features import is_back_reference, is_vouched
from citations.extract.heading_words import is_list_heading
from citations.extract.items import counts_up, is_headed
from citations.extract.printed import Printed, split_label
from citations.extract.printer import Printer
from citations.extract.titles import heading_over
from citations.extract.tree import BLOCK_TAGS, SILENT_TAGS, Node, tag_of, text_of
from citations.fold import fold

MIN_ITEM = 0.45
MIN_WITHIN = 0.3
"""The same for an item in a run that has begun and is built as this one."""
MIN_COUNTED = 0.05
"""The same for an item with the number after the last one's."""
MIN_MEAN = 0.6
MIN_ORDERED = 0.5
"""The same where the entries are in alphabetical order or counted."""
LEAST_ORDERED = 5
LEAST_COUNTED = 3
MIN_TITLED = 0.9
"""The same under a heading that is not known to title a list."""
MIN_RUN = 2
MIN_RUN_TITLED = 3
"""The same for entries: two under "How to cite" are the page's own work, printed twice."""
MIN_VOUCHED = 0.5
"""The share of a run that must have what few references lack."""
PENALTY = 0.6
"""What a run's score loses against a list that anything else vouches for."""
HIGHEST = 1 - PENALTY
"""The score of the best run: it is looked for only where nothing better was found."""
LONGEST = 3_000
"""Characters, link-outs and all, above which no element is one entry."""
LONGEST_TEXT = 1_000
EARLY = 0.2
"""The share of the page's text that must stand before a run's first entry."""
LATE = 0.5
"""The same for its last: a long list under a short text begins early, and ends late."""

_ITEMS = frozenset(("li", "tr", "dd"))
_FIRST_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_REPEATED = re.compile(r"\W*[-–—_]{2,}")


def find(page: Page) -> Sequence[Candidate]:
    """Return the runs of reference-like siblings and of reference-like lines."""
    found: list[Candidate] = []
    for node in page.nodes:
        tag = tag_of(node)
        if tag not in BLOCK_TAGS:
            continue
        leaf = not any(tag_of(kid) in BLOCK_TAGS for kid in node)
        if not leaf:
            found += _of_siblings(node, page)
        elif page.before[node] >= LATE and node.find(".//br") is not None:
            found += _of_lines(node, page.printer)
    return found


def _of_siblings(parent: Node, page: Page) -> list[Candidate]:
    """Return the runs among the children of an element that reach late into the page."""
    found: list[Candidate] = []
    for stretch in _stretches(parent, page):
        run: list[tuple[Node, Printed]] = []
        odd: list[tuple[Node, Printed]] = []
        for node in stretch:
            item = page.printer.printed(node)
            if not item.text:
                continue
            least = MIN_WITHIN if _goes_on(run, node) else MIN_ITEM
            if run and _is_next(run[-1][1], item):
                least = MIN_COUNTED
            goes_on = len(run) >= 2 and is_back_reference(item.unlabelled)
            looks = goes_on or item.likeness >= least
            other = tag_of(node) == "blockquote" or is_headed(item)
            if looks and len(item.text) < LONGEST_TEXT and not other:
                run += [*odd, (node, item)]
                odd = []
                continue
            if not odd and len(run) >= LEAST_ORDERED and _goes_on(run, node):
                odd = [(node, item)]
                continue
            found += _closed(run, page)
            run, odd = [], []
        found += _closed(run, page)
    return found


def _stretches(parent: Node, page: Page) -> Iterator[list[Node]]:
    """Yield the children in a row that are neither early nor too long, where a run may end late."""
    stretch: list[Node] = []
    for node in (*parent, None):
        if node is not None:
            tag = tag_of(node)
            if tag in SILENT_TAGS or tag in ("", "br", "hr", "dt"):  # a term labels its dd
                continue
            if page.before.get(node, 0.0) >= EARLY and page.printer.size(node) <= LONGEST:
                stretch.append(node)
                continue
        if len(stretch) >= MIN_RUN and page.before[stretch[-1]] >= LATE:
            yield stretch
        stretch = []


def _is_next(last: Printed, item: Printed) -> bool:
    """Tell whether an item's printed number is the one after another item's."""
    before, number = (
        last.label or split_label(last.text)[0],
        item.label or split_label(item.text)[0],
    )
    return bool(
        before
        and number
        and before.isdecimal()
        and number.isdecimal()
        and int(number) == int(before) + 1
    )


def _goes_on(run: Sequence[tuple[Node, Printed]], node: Node) -> bool:
    """Tell whether a node is built as the run so far is: then less likeness will do."""
    last = run[-1][0] if len(run) >= 2 else None
    return last is not None and last.tag == node.tag and last.get("class") == node.get("class")


def _closed(run: Sequence[tuple[Node, Printed]], page: Page) -> list[Candidate]:
    if len(run) < MIN_RUN or page.before[run[-1][0]] < LATE:
        return []
    titled = _is_titled_otherwise(run[0][0])
    if _is_part_of_list(run, titled=titled):
        return []
    items = [item for _, item in run]
    if len(run) < (MIN_RUN_TITLED if titled else MIN_RUN) or not _is_vouched_for(items):
        return []
    candidate = _candidate([node for node, _ in run], items)
    least = MIN_TITLED if titled else MIN_ORDERED if _is_ordered(items) else MIN_MEAN
    return [candidate] if candidate.score >= least - PENALTY else []


def _is_part_of_list(run: Sequence[tuple[Node, Printed]], *, titled: bool) -> bool:
    """Tell whether a run leaves out too much of a list: a list is one thing as a whole.

    Less than half of it, or anything at all where its heading says that it is something else.
    """
    first = run[0][0]
    parent = first.getparent()
    if parent is None or tag_of(first) not in _ITEMS:
        return False
    every = sum(1 for _ in parent.iterchildren(first.tag))
    return len(run) < every if titled else 2 * len(run) < every


def _is_ordered(items: Sequence[Printed]) -> bool:
    """Tell whether several entries are in the order of their first words, or counted."""
    if len(items) < LEAST_ORDERED:
        return len(items) >= LEAST_COUNTED and counts_up(items)
    words = [_FIRST_WORD.search(item.unlabelled) for item in items]
    first = [fold(word.group()) for word in words if word and not _REPEATED.match(word.string)]
    return first == sorted(first) or counts_up(items)


def _is_vouched_for(items: Sequence[Printed]) -> bool:
    """Tell whether most of a run has what few references lack."""
    return sum(is_vouched(item.unlabelled) for item in items) >= MIN_VOUCHED * len(items)


def _is_titled_otherwise(node: Node) -> bool:
    """Tell whether a heading of another kind stands over a run: "Contact", "In brief"."""
    parent = node.getparent()
    heading = heading_over(parent if tag_of(node) in _ITEMS and parent is not None else node)
    return heading is not None and not is_list_heading(text_of(heading))


def _of_lines(node: Node, printer: Printer) -> list[Candidate]:
    items = [line for line in printer.lines(node) if line.text]
    if (
        len(items) < MIN_RUN
        or not all(_looks(line) for line in items)
        or not _is_vouched_for(items)
    ):
        return []
    candidate = _candidate([node], items)
    return [candidate] if candidate.score >= MIN_MEAN - PENALTY else []


def _looks(item: Printed) -> bool:
    return len(item.text) < LONGEST_TEXT and item.likeness >= MIN_ITEM


def _candidate(nodes: list[Node], items: list[Printed]) -> Candidate:
    mean = sum(item.likeness for item in items) / len(items)
    return Candidate(nodes=tuple(nodes), items=tuple(items), score=mean - PENALTY, strategy="runs")
