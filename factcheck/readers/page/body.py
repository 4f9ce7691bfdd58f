"""Choosing the body of a page: which of its blocks are the article."""

import re
from collections.abc import Iterable, Mapping, Sequence

from lxml.etree import _Element as Node

from citations.extract.tree import BLOCK_TAGS, HEADING_TAGS, tag_of, words_of
from factcheck.model.article import BlockKind
from factcheck.readers.page.blocks import RawBlock

GOOD = 60
"""Characters outside links from which a block counts as text and not as furniture."""
DOMINANT = 0.6
"""The share of an element's text that one child must hold for the body to lie inside it."""

_OUT_TAGS = frozenset("nav aside footer form amp-sidebar dialog menu address".split())
_OUT_ROLES = frozenset(("navigation", "banner", "complementary", "contentinfo", "search", "dialog", "alert"))
_OUT = re.compile(
    r"(?:^|[\s_-])(?:comments?|comment-?(?:list|area|body|respond)|disqus|respond|nav|navbar|navigation|menu|"
    r"side-?bar|widget|breadcrumbs?|related|share|sharing|sharedaddy|social|newsletter|recent|"
    r"footer|cookie|promo|advert(?:isement)?|ads?|sponsor(?:ed)?|byline|author-?(?:box|bio|info)?|"
    r"meta|tags?|subscribe|subscription|recommend(?:ed|ations)?|trending|popular|most-?read|"
    r"pagination|pager|login|modal|popup|banner|hidden|sr-only|screen-reader-text|caption|credit|toolbar)(?:$|[\s_-])"
)
_BODY = re.compile(
    r"(?:^|[\s_-])(?:entry-content|article-?(?:body|content|text)|post-?(?:body|content|text)|story-?(?:body|content)|"
    r"body-?(?:text|content|copy)|articlebody|main-?content|content-?body)(?:$|[\s_-])"
)


def outside(root: Node) -> list[Node]:
    """Return the topmost elements that never hold the article's body."""
    return [node for node in root.iter() if _is_outside(node)]


def _is_outside(node: Node) -> bool:
    tag = tag_of(node)
    if tag in ("html", "body", "main", "article", ""):
        return False
    if tag in _OUT_TAGS or node.get("role") in _OUT_ROLES or node.get("hidden") is not None:
        return True
    if tag == "header":
        return True
    words = words_of(node)
    if words != " " and _OUT.search(words) and not _BODY.search(words):
        return True
    return "display:none" in node.get("style", "").replace(" ", "").lower()


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
        if weights[inner] < DOMINANT * weights[home] or _is_text(inner):
            break
        home = inner
    return [block for block in blocks if _inside(block.owner, home) and _is_body(block)]


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
    return block.link_chars < 0.6 * len(text) or len(text) > 200
