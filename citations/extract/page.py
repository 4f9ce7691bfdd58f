"""The page as the strategies see it: what is left without menus, comments and related posts."""

import re
from functools import lru_cache

from lxml.etree import iterwalk

from citations.extract.candidate import Page
from citations.extract.printer import Printer
from citations.extract.tree import SILENT_TAGS, Node, tag_of, words_of

_OUTSIDE_TAGS = frozenset(("nav", "aside", "amp-sidebar"))
_OUTSIDE_ROLES = frozenset(
    ("navigation", "banner", "complementary", "search", "contentinfo", "menu")
)
_OUTSIDE = re.compile(
    r"(?:^|[\s_-])(?:comments?|comment-?(?:list|area|body|respond)|disqus(?:_thread)?|respond|nav(?:igation|bar)?|menu|"
    r"side-?bar\d?|widget(?:-area|s)?|breadcrumbs?|related(?:-?(?:posts?|articles?|content|references|links|stories))?|"
    r"share(?:daddy|-buttons?|bar)?|sharing|social|newsletter|recent-?posts|see-?also|navbox|"
    r"blogroll|trending|popular|recommend(?:ed|ations)?|most-?read|toc|cookie|promo|advert(?:isement)?|"
    r"cited-?by|citing-?articles)(?:$|[\s_-])"
)
_REFERENCE_WORD = re.compile(
    r"ref-?list|references|biblio|footnote|endnote|citation|cit-list|\bnotes?\b"
)


def look(root: Node) -> Page:
    """Return the page of a tree, in one walk."""
    body = next(iter(root.iter("body")), root)
    printer = Printer(body)
    before: dict[Node, int] = {}
    skipped = 0
    walk = iterwalk(body, events=("start",))
    for _, element in walk:
        if _is_outside(element, body):
            skipped += printer.size(element)
            walk.skip_subtree()
        else:
            before[element] = printer.offset(element) - skipped
    total = max(1, printer.size(body) - skipped)
    shares = {node: offset / total for node, offset in before.items()}
    return Page(root, printer, tuple(before), shares)


def _is_outside(node: Node, body: Node) -> bool:
    tag = tag_of(node)
    if tag in SILENT_TAGS or tag in _OUTSIDE_TAGS or node.get("role") in _OUTSIDE_ROLES:
        return not _REFERENCE_WORD.search(words_of(node)) or tag in SILENT_TAGS
    if node is body or tag in ("article", "main", "html", "body"):
        return False
    return _names_furniture(words_of(node))


@lru_cache(maxsize=8192)  # a page gives hundreds of its elements the same names
def _names_furniture(words: str) -> bool:
    return bool(words != " " and _OUTSIDE.search(words) and not _REFERENCE_WORD.search(words))
