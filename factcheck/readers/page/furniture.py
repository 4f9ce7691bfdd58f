"""What on a page is furniture: the elements that never hold the article's body."""

import re
from collections.abc import Collection
from enum import Enum
from functools import lru_cache
from itertools import takewhile

from lxml.etree import _Element as Node
from lxml.etree import iterwalk

from citations.extract.tree import HEADING_TAGS, SILENT_TAGS, tag_of, words_of

HELD = 0.3
"""The share of the page's text from which an element is not furniture, whatever it is called."""
HELD_SURELY = 0.8
"""The same for names that hardly anything but furniture has."""
CARD = 0.1
"""The share of the page's text below which an ``article`` may be a card that leads to another."""
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
    r"toolbar|jp-relatedposts|taboola|outbrain|more-?(?:from|on|stories|news)|"
    r"signup|sign-?up|copyright|disclaimer|print|rating|gallery|video-?(?:player|caption)|cta|call-?to-?action|"
    r"infobox|toc|navbox|editsection|catlinks|printfooter|profile|about-?author|bio)(?:$|[\s_-])"
)
_BODY = re.compile(
    r"(?:^|[\s_-])(?:entry-content|article-?(?:body|content|text)|post-?(?:body|content|text)|"
    r"story-?(?:body|content)|"
    r"body-?(?:text|content|copy)|articlebody|main-?content|content-?body)(?:$|[\s_-])"
)

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OF_A_QUOTE = frozenset(("cite", "figcaption", "footer", "p"))


def outside(root: Node, taken: Collection[Node] = ()) -> list[Node]:
    """Return the outermost elements that never hold the article's body; not inside ``taken``."""
    held = _text_held(root)
    total = max(1, held.get(root, 0))
    found: list[Node] = []
    walk = iterwalk(root, events=("start",))
    for _, node in walk:
        if node in taken:
            walk.skip_subtree()
        elif _is_outside(node, held.get(node, 0) / total):
            found.append(node)
            walk.skip_subtree()
    return found


def names_body(node: Node) -> bool:
    """Tell whether class, id or microdata call an element the article's text."""
    return node.get("itemprop") == "articleBody" or _is_called_body(words_of(node))


@lru_cache(maxsize=8192)  # a page gives hundreds of its elements the same names
def _is_called_body(words: str) -> bool:
    return _BODY.search(words) is not None


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
    if tag == "article":
        return share < CARD and _is_card(node)
    if tag in ("html", "body", "main", "p", "h1", ""):
        return False
    if not node.keys():
        return tag in _OUT_TAGS and share < _most_of(tag) and not _quotes(node, tag)
    style = node.get("style")
    if node.get("hidden") is not None or (style and "display:none" in style.replace(" ", "")):
        return share < HELD_SURELY
    named = _named(f"{node.get('class') or ''} {node.get('id') or ''}")
    if tag in _OUT_TAGS or node.get("role") in _OUT_ROLES or named is _Named.SURELY:
        return share < _most_of(tag) and not _quotes(node, tag)
    if named is not _Named.LIKELY or share >= HELD:
        return False
    # The names of a link tell where it leads.
    return tag != "a" and node.find(".//blockquote") is None


def _is_card(node: Node) -> bool:
    """Tell whether an ``article`` announces another page: its heading is a link."""
    heading = next(node.iter(*HEADING_TAGS), None)
    if heading is None:
        return False
    around = takewhile(lambda one: one is not node, heading.iterancestors("a", "article"))
    if any(tag_of(one) == "a" for one in around):
        return True
    texts = [part for part in heading.itertext() if part.strip()]
    linked = [part for link in heading.iter("a") for part in link.itertext() if part.strip()]
    return bool(texts) and len(linked) == len(texts)


def _most_of(tag: str) -> float:
    """Return the share of the page's text below which an element of a tag is furniture."""
    return HELD if tag in ("form", "header") else HELD_SURELY


def _quotes(node: Node, tag: str) -> bool:
    """Tell whether an aside is there for what it quotes: a pull quote, not a box of links."""
    if tag != "aside":
        return False
    kids = [kid for kid in node if tag_of(kid) and tag_of(kid) not in SILENT_TAGS]
    quotes = [kid for kid in kids if tag_of(kid) in ("blockquote", "q")]
    return bool(quotes) and all(kid in quotes or tag_of(kid) in _OF_A_QUOTE for kid in kids)


class _Named(Enum):
    """Whether class and id call an element furniture."""

    NO = 0
    LIKELY = 1
    SURELY = 2


@lru_cache(maxsize=8192)  # a page gives hundreds of its elements the same names
def _named(names: str) -> _Named:
    """Judge class and id as written; "newsletterSignup" is "newsletter-signup"."""
    words = _HUMP.sub("-", names).lower()
    if words == " " or _BODY.search(words):
        return _Named.NO
    if _SURE.search(words):
        return _Named.SURELY
    return _Named.LIKELY if _OUT.search(words) else _Named.NO
