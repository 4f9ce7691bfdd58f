"""What on a page is furniture: the elements that never hold the article's body."""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
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
LEAST_ARTICLE = 150
"""Characters of text beside the comments from which a page has an article under them."""
MANY = 3
"""Neighbours of one class that are a grid of cards."""
LONGEST_TILE = 300
"""Characters of such a card."""
_SPACE = re.compile(r"\s+")
_CHUNK = 60

_OUT_TAGS = frozenset(
    ["nav", "aside", "footer", "form", "amp-sidebar", "dialog", "menu", "address", "header"]
)
_OUT_ROLES = frozenset(
    ("navigation", "banner", "complementary", "contentinfo", "search", "dialog", "alert")
)
_SURE = re.compile(
    r"(?:^|[\s_-])(?:comments?|comment-?(?:list|area|body|respond|section)s?|commentlist|"
    r"kommentare?r?|commentaires?|comentarios?|coment[aá]rios?|commenti|reacties|komentarze|"
    r"disqus|respond|nav|navbar|"
    r"navigation|menu|(?<!w-)(?<!with-)(?<!has-)(?<!no-)side-?bar|breadcrumbs?|related|footer|"
    r"cookie)(?:$|[\s_-])"
)
_COMMENTS = re.compile(r"(?:^|[\s_-])(?:comment|kommentar|comentar|coment[aá]rio|reactie|disqus)")
_OUT = re.compile(
    r"(?:^|[\s_-])(?:widget|share|sharing|sharedaddy|social|newsletter|recent|"
    r"promo|advert(?:isement)?|ads?|sponsor(?:ed)?|byline|author-?(?:box|bio|info)?|"
    r"meta|tags?|subscribe|subscription|recommend(?:ed|ations)?|trending|popular|most-?read|"
    r"pagination|pager|login|modal|popup|banner|hidden|sr-only|screen-reader-text|caption|credit|"
    r"toolbar|jp-relatedposts|taboola|outbrain|more-?(?:from|on|stories|news)|"
    r"signup|sign-?up|copyright|disclaimer|print|rating|gallery|video-?(?:player|caption)|cta|call-?to-?action|paywall|regwall|"
    r"infobox|toc|navbox|editsection|catlinks|printfooter|profile|about-?author|bio)(?:$|[\s_-])"
)
_BODY = re.compile(
    r"(?:^|[\s_-])(?:entry-content|article-?(?:body|content|text)|post-?(?:body|content|text)|"
    r"story-?(?:body|content)|"
    r"body-?(?:text|content|copy)|articlebody|main-?content|content-?body)(?:$|[\s_-])"
)

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OF_A_QUOTE = frozenset(("cite", "figcaption", "footer", "p"))


@dataclass(slots=True)
class _Page:
    """What is asked of a page again and again: its size, host and title; neighbours by class."""

    total: int
    host: str
    titled: bool
    alike: dict[Node, Counter[str]] = field(default_factory=dict)


def outside(root: Node, taken: Collection[Node] = (), host: str = "") -> list[Node]:
    """Return the outermost elements that never hold the article's body; not inside ``taken``.

    ``host`` is the page's own, where it is known.
    """
    held = _text_held(root)
    page = _Page(max(1, held.get(root, 0)), host, root.find(".//h1") is not None)
    found: list[Node] = []
    walk = iterwalk(root, events=("start",))
    for _, node in walk:
        if node in taken:
            walk.skip_subtree()
            continue
        share = held.get(node, 0) / page.total
        if (
            _is_outside(node, share)
            or (share < CARD and _is_tile(node, page))
            or (share >= HELD_SURELY and _is_discussion(node, share, page))
        ):
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


def _is_discussion(node: Node, share: float, page: _Page) -> bool:
    """Tell whether comments take up nearly all of a page that has an article over them."""
    article = (1 - share) * page.total
    return (
        page.titled
        and article >= LEAST_ARTICLE
        and _COMMENTS.search(words_of(node)) is not None
        and node.find(".//h1") is None
    )


def _is_tile(node: Node, page: _Page) -> bool:
    """Tell whether an element is one of a grid that leads to other pages of the site."""
    name, parent = node.get("class"), node.getparent()
    if not name or parent is None or tag_of(node) not in ("div", "li", "section"):
        return False
    if parent not in page.alike:
        page.alike[parent] = Counter(kid.get("class") or "" for kid in parent)
    return (
        page.alike[parent][name] >= MANY
        and len(_SPACE.sub("", "".join(map(str, node.itertext())))) < LONGEST_TILE
        and _is_card(node)
        and _stays(node, page.host)
    )


def _stays(card: Node, host: str) -> bool:
    """Tell whether all that a card leads to is on the page's own site: no product of a list."""
    addresses = [link.get("href") or "" for link in card.iter("a")]
    return all("//" not in one or (host and host in one) for one in addresses)


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
