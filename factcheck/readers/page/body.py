"""Choosing the body of a page: which of its blocks are the article."""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from functools import lru_cache

from lxml.etree import _Element as Node

from citations.extract.tree import HEADING_TAGS, SILENT_TAGS, tag_of, words_of
from factcheck.model.article import BlockKind
from factcheck.readers.page.blocks import RawBlock

GOOD = 60
"""Characters outside links from which a block counts as text and not as furniture."""
DOMINANT = 0.7
"""The share of an element's text that one child must hold for the body to lie inside it."""

LINKED = 0.45
"""The share of a short block's characters in links from which it is navigation."""
HELD = 0.3
"""The share of the page's text from which an element is not furniture, whatever it is called."""
HELD_SURELY = 0.8
"""The same for names that hardly anything but furniture has."""
_CHUNK = 60

_OUT_TAGS = frozenset(
    ["nav", "aside", "footer", "form", "amp-sidebar", "dialog", "menu", "address", "header"]
)
_OUT_ROLES = frozenset(
    ("navigation", "banner", "complementary", "contentinfo", "search", "dialog", "alert")
)
_SURE = re.compile(
    r"(?:^|[\s_-])(?:comments?|comment-?(?:list|area|body|respond|section)s?|commentlist|"
    r"disqus|respond|nav|navbar|"
    r"navigation|menu|(?<!w-)(?<!with-)(?<!has-)(?<!no-)side-?bar|breadcrumbs?|related|footer|"
    r"cookie)(?:$|[\s_-])"
)
_OUT = re.compile(
    r"(?:^|[\s_-])(?:widget|share|sharing|sharedaddy|social|newsletter|recent|"
    r"promo|advert(?:isement)?|ads?|sponsor(?:ed)?|byline|author-?(?:box|bio|info)?|"
    r"meta|tags?|subscribe|subscription|recommend(?:ed|ations)?|trending|popular|most-?read|"
    r"pagination|pager|login|modal|popup|banner|hidden|sr-only|screen-reader-text|caption|credit|"
    r"toolbar|jp-relatedposts|taboola|outbrain|more-?(?:from|on|stories|news)|read-?more|"
    r"signup|sign-?up|copyright|disclaimer|print|rating|gallery|video-?(?:player|caption)?|"
    r"infobox|toc|navbox|editsection|catlinks|printfooter|profile|about-?author|bio)(?:$|[\s_-])"
)
_BODY = re.compile(
    r"(?:^|[\s_-])(?:entry-content|article-?(?:body|content|text)|post-?(?:body|content|text)|"
    r"story-?(?:body|content)|"
    r"body-?(?:text|content|copy)|articlebody|main-?content|content-?body)(?:$|[\s_-])"
)


def outside(root: Node) -> list[Node]:
    """Return the elements that never hold the article's body."""
    held = _text_held(root)
    total = max(1, held.get(root, 0))
    return [node for node in root.iter() if _is_outside(node, held.get(node, 0) / total)]


def _text_held(root: Node) -> dict[Node, int]:
    """Return how many characters of running text each element holds."""
    held: dict[Node, int] = {}
    for node in reversed(list(root.iter())):  # children come before their parents
        tag = tag_of(node)
        size = held.get(node, 0)
        if tag and tag not in SILENT_TAGS and tag != "a":
            size += _running(node.text)
            held[node] = size
        parent = node.getparent()
        if parent is not None and node is not root:
            held[parent] = held.get(parent, 0) + size + _running(node.tail)
    return held


def _running(text: str | None) -> int:
    size = len(text) if text else 0
    return size if size >= _CHUNK and text is not None and len(text.strip()) >= _CHUNK else 0


def _is_outside(node: Node, share: float) -> bool:
    tag = tag_of(node)
    if tag in ("html", "body", "main", "article", "p", "h1", ""):
        return False
    if not node.keys():
        return tag in _OUT_TAGS and share < (HELD if tag in ("form", "header") else HELD_SURELY)
    style = node.get("style")
    if node.get("hidden") is not None or (style and "display:none" in style.replace(" ", "")):
        return share < HELD_SURELY
    named = _named(words_of(node))
    if tag in _OUT_TAGS or node.get("role") in _OUT_ROLES or named is _Named.SURELY:
        return share < (HELD if tag in ("form", "header") else HELD_SURELY)
    return named is _Named.LIKELY and share < HELD


class _Named(Enum):
    """Whether class and id call an element furniture."""

    NO = 0
    LIKELY = 1
    SURELY = 2


@lru_cache(maxsize=8192)  # a page gives hundreds of its elements the same names
def _named(words: str) -> _Named:
    if words == " " or _BODY.search(words):
        return _Named.NO
    if _SURE.search(words):
        return _Named.SURELY
    return _Named.LIKELY if _OUT.search(words) else _Named.NO


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
        if _is_one_of_many(inner, kids[home]):
            break
        home = inner
    return [block for block in blocks if _inside(block.owner, home)]


def _is_one_of_many(node: Node, others: Iterable[Node]) -> bool:
    """Tell whether an element has siblings with text that are built as it is: parts of one body."""
    name = node.get("class")
    return name is not None and any(
        other is not node and other.get("class") == name for other in others
    )


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
