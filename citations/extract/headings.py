"""Strategy: a heading that titles a list, in any tag and many languages, and what follows it."""

import re
from collections.abc import Sequence

from citations.extract.candidate import Candidate, Page
from citations.extract.heading_words import MAX_LENGTH, is_list_heading, is_sure_heading
from citations.extract.items import best_split, candidate_of
from citations.extract.known import is_marked_list
from citations.extract.parting import at_semicolons, cut, parted
from citations.extract.printed import Printed, collapse
from citations.extract.printer import Printer
from citations.extract.tree import BLOCK_TAGS, HEADING_TAGS, Node, tag_of

BONUS = 0.2
MIN_SCORE = 0.22
MAX_CLIMB = 5
UNRANKED = 7
"""The level of a heading in no heading tag: below all that are in one."""
LEAST = 15
"""Characters below which what follows a heading is not its list."""
LINKED = MIN_SCORE + BONUS
"""The score of a list of linked titles, which look like nothing by themselves."""
MIN_LINKED = 2
MIN_INLINE = 2
"""How many references must follow a heading on its own line: "Source: ..." is a credit."""
MIN_LISTED = 3
"""How many sources a line must list between semicolons."""
MOST = 0.8
"""The share of what stands under a heading that linked titles must make up."""
LATE = 0.4
"""The share of the page's text that must stand before a list of linked titles."""
_HEADING_LIKE = HEADING_TAGS | frozenset(
    [
        "p",
        "div",
        "span",
        "strong",
        "b",
        "em",
        "i",
        "u",
        "td",
        "th",
        "dt",
        "summary",
        "legend",
        "caption",
        "header",
        "font",
        "center",
        "a",
        "button",
        "section",
    ]
)


def find(page: Page) -> Sequence[Candidate]:
    """Return the list after each heading."""
    headings = _headings(page)
    stops = set(headings)
    allowed = set(page.nodes)
    found: list[Candidate] = []
    for heading in headings:
        found += _under(heading, stops, allowed, page)
    return found


def _headings(page: Page) -> list[Node]:
    found: list[Node] = []
    inside: Node | None = None
    for node in page.nodes:
        if tag_of(node) not in _HEADING_LIKE:
            continue
        if not 0 < page.printer.size(node) <= MAX_LENGTH:
            continue
        if inside is not None and any(parent is inside for parent in node.iterancestors()):
            continue
        if is_list_heading(collapse(page.printer.text(node))):
            found.append(node)
            inside = node
    return found


def _under(heading: Node, stops: set[Node], allowed: set[Node], page: Page) -> list[Candidate]:
    """Return what stands under a heading: the rest of its line, or what follows, climbing up."""
    node = heading
    level = _first_heading(heading, set()) or UNRANKED
    for _ in range(MAX_CLIMB):
        parent = node.getparent()
        if (
            tag_of(node) not in BLOCK_TAGS
            and parent is not None
            and _goes_on(node)
            and (found := _rest_of_lines(heading, parent, page.printer))
        ):
            return found
        region = _region(node, level, stops, allowed)
        if sum(map(page.printer.size, region)) > LEAST:
            split = best_split(region, page)
            if split.score < MIN_SCORE:
                return _linked(heading, region, page)
            one = candidate_of(region, split.items, "headings", BONUS, heading=heading)
            return [one] if one else []
        if parent is None or tag_of(parent) in ("body", "html", "main"):
            return []
        node = parent
    return []


def _region(node: Node, level: int, stops: set[Node], allowed: set[Node]) -> list[Node]:
    region: list[Node] = []
    for sibling in node.itersiblings():
        if not tag_of(sibling) or sibling not in allowed:
            continue
        first = _first_heading(sibling, stops)
        if first is not None and first <= level:
            break
        least = 0 if tag_of(sibling) == "hr" else LEAST  # a list's own sub-heading goes before it
        ends = tag_of(sibling) == "hr" or is_marked_list(sibling)
        if ends and sum(len("".join(map(str, one.itertext())).strip()) for one in region) > least:
            break
        region.append(sibling)
    return region


def _linked(heading: Node, region: Sequence[Node], page: Page) -> list[Candidate]:
    """Return the list of linked titles under a heading that can title nothing else."""
    if page.before[heading] < LATE or not is_sure_heading(collapse(page.printer.text(heading))):
        return []
    for tag in ("li", "p"):
        nodes = [node for part in region for node in part.iter(tag)]
        items = [page.printer.printed(node) for node in nodes]
        sizes = sum(len(item.text) for item in items)
        if (
            len(items) >= MIN_LINKED
            and all(_leads_out(item) for item in items)
            and sizes >= MOST * sum(len(page.printer.printed(part).text) for part in region)
            and sizes >= LEAST * len(items)
        ):
            return [
                Candidate(
                    nodes=tuple(region),
                    items=tuple(items),
                    score=LINKED,
                    strategy="headings",
                    heading=heading,
                )
            ]
    return []


def _leads_out(item: Printed) -> bool:
    return any(link.startswith(("http://", "https://")) for link in item.links)


def _first_heading(node: Node, stops: set[Node]) -> int | None:
    """Return the level of a heading that a node is or begins with."""
    for inner in node.iter():
        tag = tag_of(inner)
        if tag in HEADING_TAGS:
            return int(tag[1])
        if inner in stops:
            return _first_heading(inner, set()) or 1
        if (inner.text or "").strip():
            return None
    return None


def _goes_on(node: Node) -> bool:
    """Tell whether an inline heading shares its block with what it titles."""
    return (node.tail or "").strip(" \t\r\n:.\u00a0") != "" or any(
        tag_of(sibling) == "br" or (tag_of(sibling) and tag_of(sibling) not in BLOCK_TAGS)
        for sibling in node.itersiblings()
    )


def _listed(block: Node, items: Sequence[Printed], heading: Node) -> Candidate:
    """Return what a line lists after its heading: "Sources: the one; the other; ..."."""
    return Candidate(
        nodes=(block,), items=tuple(items), score=LINKED, strategy="headings", heading=heading
    )


def _rest_of_lines(heading: Node, block: Node, printer: Printer) -> list[Candidate]:
    """Return what follows a heading that shares its block with it, on its line or on others."""
    sure = is_sure_heading(collapse(printer.text(heading)))
    words = r"\s+".join(map(re.escape, printer.text(heading).split()))
    title = re.compile(rf"\s*{words}[\s:.–—-]*")
    every = printer.lines(block)
    for place, line in enumerate(every):
        raw = "".join(line.parts)
        if printed := title.match(raw):
            after = cut(line, printed.end(), len(raw))
            rest = [one for one in (after, *every[place + 1 :]) if one.text]
            items = [piece for one in rest for piece in parted(one)]
            if (
                sure
                and len(items) == 1
                and len(semicolons := at_semicolons(items[0])) >= MIN_LISTED
            ):
                return [_listed(block, semicolons, heading)]
            if len(items) < (MIN_INLINE if after.text else 1):
                return []
            found = candidate_of([block], items, "headings", BONUS, heading=heading)
            return [found] if found and found.score >= MIN_SCORE + BONUS else []
    return []
