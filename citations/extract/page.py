"""The page as the strategies see it: what is left without menus, comments and related posts."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from lxml.etree import iterwalk

from citations.extract.candidate import Page
from citations.extract.preformatted import wrap_preformatted
from citations.extract.printed import label_in
from citations.extract.printer import Printer
from citations.extract.tree import SILENT_TAGS, Node, ancestors, tag_of, words_of
from citations.extract.wrapping import wrap_tails

_OUTSIDE_TAGS = frozenset(("nav", "aside", "amp-sidebar"))
_OUTSIDE_ROLES = frozenset(
    ("navigation", "banner", "complementary", "search", "contentinfo", "menu")
)
_SURELY_OUTSIDE = re.compile(
    r"(?:^|[\s_-])(?:kommentare?r?|commentaires?|comentarios?|coment[aá]rios?|commenti|reacties|"
    r"komentarze|comments?|comment-?(?:list|area|body|respond)|disqus(?:_thread)?|respond|nav(?:igation|bar)?|menu|"
    r"(?<!w-)(?<!with-)(?<!has-)(?<!no-)side-?bar\d?|breadcrumbs?|navbox|"
    r"related(?:-?(?:posts?|articles?|content|references|links|stories))?|cookie)(?:$|[\s_-])"
)
_OUTSIDE = re.compile(
    r"(?:^|[\s_-])(?:widget(?:-area|s)?|share(?:daddy|-buttons?|bar)?|sharing|social|newsletter|"
    r"recent-?posts|see-?also|blogroll|trending|popular|recommend(?:ed|ations)?|most-?read|"
    r"toc(?!-section)|promo|advert(?:isement)?|cited-?by|citing-?articles)(?:$|[\s_-])"
)
HELD = 0.4
"""The share of the page's text from which an element is not furniture, whatever it is called."""
HELD_SURELY = 0.9
"""The same for names and elements that hardly anything but furniture has."""
MARKED = 2
"""Targets of marks that an element must hold to be no furniture, whatever it is called.

An ``aside`` with an id may be a single note beside the text.
"""
MAX_MARKS = 2_000
MAX_MARK = 24
"""Characters of a numbered mark: "[12]", "Footnote 3"."""
_REFERENCE_WORD = re.compile(
    r"ref-?list|references|biblio|footnote|endnote|citation|cit-list|\bnotes?\b"
)


def look(root: Node) -> Page:
    """Return the page of a tree, in one walk."""
    body = next(iter(root.iter("body")), root)
    wrap_tails(body)
    wrap_preformatted(body)
    printer = Printer(body)
    before: dict[Node, int] = {}
    skipped = 0
    walk = iterwalk(body, events=("start",))
    held = _marked(body)
    whole = max(1, printer.size(body))
    for _, element in walk:
        share = printer.size(element) / whole
        marked = held.get(element, 0)
        if _is_outside(element, body, share) and not (
            marked >= MARKED or (marked and tag_of(element) == "aside" and element.get("id"))
        ):
            skipped += printer.size(element)
            walk.skip_subtree()
        else:
            before[element] = printer.offset(element) - skipped
    total = max(1, printer.size(body) - skipped)
    shares = {node: offset / total for node, offset in before.items()}
    return Page(root, printer, tuple(before), shares)


def _marked(body: Node) -> dict[Node, int]:
    """Return how many targets of numbered marks from elsewhere each element holds.

    A sidebar or box that the text's marks lead into is no furniture.
    """
    targets = {href[1:]: mark for mark, href in _marks(body)}
    held: dict[Node, int] = {}
    if targets:
        for node in body.iter():
            mark = targets.get(node.get("id") or "") if tag_of(node) else None
            if mark is None:
                continue
            around = set(ancestors(mark))
            for holder in (node, *ancestors(node)):
                if holder in around:
                    break
                held[holder] = held.get(holder, 0) + 1
    return held


def _marks(body: Node) -> Iterator[tuple[Node, str]]:
    """Yield the first ``MAX_MARKS`` numbered links within the page, and where they lead."""
    found = 0
    for node in body.iter("a"):
        href = node.get("href") or ""
        if len(href) < 2 or href[0] != "#" or found >= MAX_MARKS:
            continue
        text = "".join(islice(map(str, node.itertext()), 4))
        if len(text) <= MAX_MARK and label_in(text):
            found += 1
            yield node, href


def _is_outside(node: Node, body: Node, share: float) -> bool:
    tag = tag_of(node)
    words = words_of(node)
    if tag in SILENT_TAGS:
        return True
    if node is body or tag in ("article", "main", "html", "body"):
        return False
    if tag in _OUTSIDE_TAGS or node.get("role") in _OUTSIDE_ROLES:
        return share < HELD_SURELY and not _REFERENCE_WORD.search(words)
    return words != " " and share < _most_of(words)


@lru_cache(maxsize=8192)  # a page gives hundreds of its elements the same names
def _most_of(words: str) -> float:
    """Return the share of the page's text below which an element so named is furniture."""
    if _REFERENCE_WORD.search(words):
        return 0.0
    if _SURELY_OUTSIDE.search(words):
        return HELD_SURELY
    return HELD if _OUTSIDE.search(words) else 0.0
