"""Strategy: a run of blocks that each look like a reference, under no heading at all.

refextract and GROBID do this on plain text. A run has at least two entries, stands in the later
part of the page, and must look like references much more than a headed list has to.
"""

from collections.abc import Sequence

from citations.extract.candidate import Candidate, Page
from citations.extract.printed import Printed
from citations.extract.printer import Printer
from citations.extract.tree import BLOCK_TAGS, SILENT_TAGS, Node, tag_of

MIN_ITEM = 0.45
MIN_MEAN = 0.6
PENALTY = 0.6
"""What a run's score loses against a list that anything else vouches for."""
LONGEST = 3_000
"""Characters, link-outs and all, above which no element is one entry."""
LATE = 0.5
"""The share of the page's text that must stand before a run."""


def find(page: Page) -> Sequence[Candidate]:
    """Return the runs of reference-like siblings and of reference-like lines."""
    found: list[Candidate] = []
    for node in page.nodes:
        if page.before[node] < LATE:
            continue
        tag = tag_of(node)
        leaf = tag in BLOCK_TAGS and not any(tag_of(kid) in BLOCK_TAGS for kid in node)
        if leaf and any(tag_of(kid) == "br" for kid in node.iter("br")):
            found += _of_lines(node, page.printer)
        elif not leaf and tag in BLOCK_TAGS:
            found += _of_siblings(node, page.printer)
    return found


def _of_siblings(parent: Node, printer: Printer) -> list[Candidate]:
    found: list[Candidate] = []
    run: list[tuple[Node, Printed]] = []
    for node in [*parent, None]:
        if node is not None and (tag_of(node) in SILENT_TAGS or tag_of(node) in ("", "br", "hr")):
            continue
        if node is not None and printer.size(node) <= LONGEST:
            item = printer.printed(node)
            if _looks(item):
                run.append((node, item))
                continue
            if not item.text:
                continue
        if len(run) >= 2:
            found.append(_candidate([kid for kid, _ in run], [line for _, line in run]))
        run = []
    return [candidate for candidate in found if candidate.score >= MIN_MEAN - PENALTY]


def _of_lines(node: Node, printer: Printer) -> list[Candidate]:
    items = [line for line in printer.lines(node) if line.text]
    if len(items) < 2 or not all(_looks(line) for line in items):
        return []
    candidate = _candidate([node], items)
    return [candidate] if candidate.score >= MIN_MEAN - PENALTY else []


def _looks(item: Printed) -> bool:
    return len(item.text) < 1000 and item.likeness >= MIN_ITEM


def _candidate(nodes: list[Node], items: list[Printed]) -> Candidate:
    mean = sum(item.likeness for item in items) / len(items)
    return Candidate(nodes=tuple(nodes), items=tuple(items), score=mean - PENALTY, strategy="runs")
