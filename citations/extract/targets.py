"""Strategy: what the text's own marks point at.

A mark such as ``<a href="#B12">12</a>`` names the element of its entry. That finds a list without
heading or class, and is how a reader would find it.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from citations.extract.candidate import Candidate, Page
from citations.extract.items import candidate_of, outermost
from citations.extract.tree import BLOCK_TAGS, Node, tag_of

BONUS = 0.2
MIN_SCORE = 0.35 + BONUS
MIN_NUMBERED = BONUS
"""Notes that numbered marks point at may be prose; that they are marked is what counts."""
MIN_TARGETS = 2
_STEM = re.compile(r"\d+[a-z]?|[-_.:]+$")
_NOT_ENTRY = re.compile(
    r"fig|tab(?:le|\b|-)|sec|eq|app|toc|top|comment|respond|heading|box|video", re.IGNORECASE
)
_FIGURE = re.compile(
    r"\b(?:figure|fig\.?|table|video|scheme|box|abb\.|tabelle) ?S?\d", re.IGNORECASE
)
_ITEM_BLOCKS = BLOCK_TAGS - {"td", "tbody", "table", "ul", "ol", "dl"}
_MAX_MARK = 60
_NUMBERED = re.compile(r"\W*(?:\d{1,3}|[ivxlc]{1,6}|[a-z]|note \d{1,3})\W*", re.IGNORECASE)


def find(page: Page) -> Sequence[Candidate]:
    """Return the lists whose entries are targets of the page's marks."""
    by_id: dict[str, Node] = {}
    for node in page.nodes:
        for identifier in (node.get("id"), node.get("name") if tag_of(node) == "a" else None):
            if identifier:
                by_id.setdefault(identifier, node)
    groups: dict[str, dict[Node, None]] = defaultdict(dict)
    numbered: dict[str, int] = defaultdict(int)
    for node in page.nodes:
        target = _target(node, by_id, page)
        if target is not None and page.before[target] >= page.before[node]:
            stem = _STEM.sub("", (node.get("href") or "")[1:])
            if not _NOT_ENTRY.search(stem) and (block := _block(target)) is not None:
                groups[stem][block] = None
                numbered[stem] += _NUMBERED.fullmatch(page.printer.text(node)) is not None
    found: list[Candidate] = []
    for stem, group in groups.items():
        candidate = _candidate(list(group), page) if len(group) >= MIN_TARGETS else None
        least = MIN_NUMBERED if numbered[stem] >= len(group) else MIN_SCORE
        if candidate is not None and candidate.score >= least:
            found.append(candidate)
    return found


def _target(node: Node, by_id: dict[str, Node], page: Page) -> Node | None:
    """Return the element a mark points at; None for a link that is no mark."""
    href = node.get("href") or ""
    if tag_of(node) != "a" or len(href) < 2 or href[0] != "#":
        return None
    return by_id.get(href[1:]) if 0 < page.printer.size(node) <= _MAX_MARK else None


def _block(node: Node) -> Node | None:
    """Return the block of an entry: the target itself, or what an empty anchor stands in."""
    if tag_of(node) in _ITEM_BLOCKS and tag_of(node) != "section":
        return node
    for parent in node.iterancestors(*_ITEM_BLOCKS):
        return (
            parent if tag_of(parent) not in ("body", "html", "section", "article", "main") else None
        )
    return None


def _candidate(group: list[Node], page: Page) -> Candidate | None:
    nodes = _with_uncited(outermost(group))
    nodes.sort(key=page.printer.place)
    items = [page.printer.printed(node) for node in nodes]
    texts = [item.text for item in items]
    if 2 * sum(map(_shows, nodes)) > len(nodes):
        return None
    figures = sum(_FIGURE.search(text[:160]) is not None for text in texts)
    if 2 * figures > len(texts) or 2 * len(set(texts)) < len(texts):
        return None
    return candidate_of(nodes, items, "targets", BONUS)


def _shows(node: Node) -> bool:
    """Tell whether a target is a figure, a table or a part of the page under a heading."""
    return any(True for _ in node.iter("figure", "table", "img", "h1", "h2", "h3", "h4"))


def _with_uncited(nodes: list[Node]) -> list[Node]:
    """Add the siblings that no mark points at: entries that are never cited belong to the list."""
    parents = {node.getparent() for node in nodes}
    if len(parents) > max(4, len(nodes) // 4):
        return nodes
    tags = {(tag_of(node), node.get("class")) for node in nodes}
    return [
        kid
        for parent in parents
        if parent is not None
        for kid in parent
        if kid in nodes or (tag_of(kid), kid.get("class")) in tags
    ]
