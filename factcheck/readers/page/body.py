"""Choosing the body of a page: which of its blocks are the article."""

from collections.abc import Iterable, Mapping, Sequence

from lxml.etree import _Element as Node

from citations.extract.tree import HEADING_TAGS, tag_of
from factcheck.model.article import BlockKind
from factcheck.readers.page.blocks import RawBlock

GOOD = 60
"""Characters outside links from which a block counts as text and not as furniture."""
DOMINANT = 0.7
"""The share of an element's text that one child must hold for the body to lie inside it."""

BESIDE = 0.1
"""The share of an element's text in blocks of its own from which the body is not in one child."""
LINKED = 0.45
"""The share of a short block's characters in links from which it is navigation."""


def choose(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Return the blocks of the article: those in the element where the page's text is at home."""
    weights: dict[Node, int] = {}
    kids: dict[Node, dict[Node, None]] = {}
    top: Node | None = None
    for block in blocks:
        weight = _weight(block)
        if not weight:
            continue
        child: Node | None = None
        for node in (block.owner, *block.owner.iterancestors()):
            weights[node] = weights.get(node, 0) + weight
            if child is not None:
                kids.setdefault(node, {})[child] = None
            child = node
        top = child
    if top is None:
        return []
    home = top
    while (inner := _heaviest(kids.get(home, {}), weights)) is not None:
        if weights[inner] < DOMINANT * weights[home] or not kids.get(inner) or _is_text(inner):
            break
        if _is_one_of_many(inner, kids[home]) or _stands_among_text(inner, kids, weights):
            break
        home = inner
    return [block for block in blocks if _inside(block.owner, home)]


def _is_one_of_many(node: Node, others: Iterable[Node]) -> bool:
    """Tell whether an element has siblings with text that are built as it is: parts of one body."""
    name = node.get("class")
    return name is not None and any(
        other is not node and other.get("class") == name for other in others
    )


def _stands_among_text(
    node: Node, kids: Mapping[Node, Iterable[Node]], weights: Mapping[Node, int]
) -> bool:
    """Tell whether blocks of text stand right beside an element: it is the rest of an article."""
    parent = node.getparent()
    if parent is None:
        return False
    beside = [kid for kid in kids[parent] if kid is not node and not kids.get(kid)]
    return len(beside) > 1 and sum(weights[kid] for kid in beside) >= BESIDE * weights[parent]


def trimmed(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Drop link lists, headings over them, and the short lines before and after the text."""
    kept: list[RawBlock] = []
    dropped = True
    for block in reversed(blocks):
        out = not _is_body(block) or (dropped and block.draft.kind is BlockKind.HEADING)
        if not out:
            kept.append(block)
        dropped = out
    kept.reverse()
    first = next((n for n, block in enumerate(kept) if _weight(block)), 0)
    if (
        first
        and kept[first - 1].draft.kind is BlockKind.HEADING
        and kept[first - 1].draft.level > 1
    ):
        first -= 1
    last = next((n for n in range(len(kept) - 1, -1, -1) if _ends(kept[n])), len(kept) - 1)
    return kept[first : last + 1]


def _ends(block: RawBlock) -> bool:
    """Tell whether a block can be the last one of an article."""
    text = block.draft.text
    sentence = text.endswith((".", "!", "?", "…", "”", '"', "»", ")", "。"))
    return bool(_weight(block)) or (sentence and len(text.split()) > 3)


def _heaviest(nodes: Iterable[Node], weights: Mapping[Node, int]) -> Node | None:
    return max(nodes, key=lambda node: weights[node], default=None)


def _weight(block: RawBlock) -> int:
    """Return how much a block speaks for the element it is in: its characters outside links."""
    free = len(block.draft.text) - 2 * block.link_chars
    return free if free >= GOOD and block.draft.kind is not BlockKind.HEADING else 0


def _is_text(node: Node) -> bool:
    return tag_of(node) in ("p", "blockquote", "li") or tag_of(node) in HEADING_TAGS


def _inside(node: Node, home: Node) -> bool:
    return node is home or any(ancestor is home for ancestor in node.iterancestors())


def _is_body(block: RawBlock) -> bool:
    text = block.draft.text
    return block.link_chars < LINKED * len(text) or len(text) > 200
