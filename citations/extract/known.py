"""Strategy: what the markup itself says is a reference list.

DPUB-ARIA roles and schema.org microdata are exact; class and id words are what publishers, wikis,
citation processors and footnote plug-ins have used for years.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from citations.extract.candidate import Candidate, Page
from citations.extract.items import best_split, candidate_of, outermost
from citations.extract.tree import HEADING_TAGS, Node, ancestors, children, tag_of, words_of

_LIST_ROLES = frozenset(("doc-bibliography", "doc-endnotes", "doc-footnotes"))
_LIST_CLASS = re.compile(
    r"(?:^|[\s_-])(?:references?(?:-?list|-?section|-?block|-?container)?|ref-?list|reflist|"
    r"bibliograph(?:y|ie)|bibliography-?list|cit-?list|citation-?list|"
    r"csl-bib-body|ltx_bibliography|ltx_biblist|bib-?list|biblist|works-?cited|literature-?list|article-references|"
    r"html-references_list|footnotes?(?:-?list)?|endnotes?|easy-footnotes-wrapper|wp-block-footnotes|footnote-definitions|"
    r"quellen|literatur(?:verzeichnis)?|sources-?list)(?:$|[\s_-])"
)
_ENTRY = re.compile(r"(?:^|\s)(?:csl-entry|ltx_bibitem|c-article-references__item)(?:\s|$)")
_NOT = re.compile(
    r"related-?references|references?-?(?:link|tab|count|toggle|nav|btn|button|tools?)\b|cite-?(?:this|as)\b"
)
BONUS = 0.25
EXACT_BONUS = 0.4
MIN_SCORE = 0.2
MIN_LINES = 3
LONGEST_LINE = 1_000
MAX_HOLDERS = 4
"""How far above an entry its list may stand; citation managers wrap each entry on its own."""


def find(page: Page) -> Sequence[Candidate]:
    """Return the lists that roles, microdata and well-known class words mark."""
    return [*_marked_entries(page), *_marked_lists(page)]


def _marked_entries(page: Page) -> list[Candidate]:
    """Return lists of which every entry is marked as one, by the element that holds them all."""
    entries = [node for node in page.nodes if _is_entry(node)]
    outer = outermost(entries)
    counts = Counter(holder for node in outer for holder in _holders(node))
    groups: dict[Node | None, list[Node]] = {}
    for node in outer:
        groups.setdefault(_holder(node, counts), []).append(node)
    found: list[Candidate] = []
    for nodes in groups.values():
        items = [page.printer.printed(node) for node in nodes]
        if candidate := candidate_of(nodes, items, "known", EXACT_BONUS):
            found.append(candidate)
    return found


def _is_entry(node: Node) -> bool:
    if node.get("role") == "doc-biblioentry":
        return True
    if node.get("itemprop") == "citation":
        return tag_of(node) in ("li", "p", "div", "span", "cite") and len(node) > 0
    words = node.get("class", "")
    return bool(words) and bool(_ENTRY.search(words)) and not _NOT.search(words)


def _holders(node: Node) -> list[Node]:
    return [one for one, _ in zip(ancestors(node), range(MAX_HOLDERS), strict=False)]


def _holder(node: Node, counts: Counter[Node]) -> Node | None:
    """Return the list an entry is in: the nearest element that holds others too, or the parent."""
    holders = _holders(node)
    return next((one for one in holders if counts[one] > 1), holders[0] if holders else None)


def _marked_lists(page: Page) -> list[Candidate]:
    marked = outermost([node for node in page.nodes if is_marked_list(node)])
    found: list[Candidate] = []
    alike: dict[tuple[Node | None, str], list[Node]] = {}
    counts = Counter(holder for node in marked for holder in _holders(node))
    for node in marked:
        alike.setdefault((_holder(node, counts), node.get("class", "")), []).append(node)
    for nodes in alike.values():
        if len(nodes) > 1 and (_are_entries(nodes) or _are_lines(nodes, page)):
            items = [page.printer.printed(node) for node in nodes]
            proposed = [candidate_of(nodes, items, "known", EXACT_BONUS)]
        else:
            proposed = [_marked_list(node, page) for node in nodes]
        found += [candidate for candidate in proposed if candidate is not None]
    return found


def _are_entries(nodes: Sequence[Node]) -> bool:
    """Tell whether neighbours of one class are an entry each, as some note plug-ins mark them."""
    return all(
        (_has_id(node) or node.find(".//*[@id]") is not None)
        and node.find(".//li") is None
        and all(len(node.findall(f".//{tag}")) <= 1 for tag in ("p", "dd", "tr"))
        for node in nodes
    )


def _has_id(node: Node) -> bool:
    """Tell whether a node, or what holds nothing but it, has an id that a mark may lead to."""
    for one in (node, *_holders(node)):
        if one is not node and len(one) > 1:
            return False
        if one.get("id") is not None:
            return True
    return False


def _are_lines(nodes: Sequence[Node], page: Page) -> bool:
    """Tell whether neighbours of one class are too small to be lists: an entry and its links."""
    return len(nodes) >= MIN_LINES and all(
        page.printer.size(node) < LONGEST_LINE
        and node.find(".//li") is None
        and len(best_split([node], page).items) <= 1
        for node in nodes
    )


def _marked_list(node: Node, page: Page) -> Candidate | None:
    region, heading = without_heading(node)
    split = best_split(region, page)
    if split.score < MIN_SCORE:
        return None
    bonus = EXACT_BONUS if node.get("role") in _LIST_ROLES else BONUS
    return candidate_of(region, split.items, "known", bonus, heading=heading)


def is_marked_list(node: Node) -> bool:
    """Tell whether role, class or id call an element a reference list."""
    if node.get("role") in _LIST_ROLES:
        return True
    words = words_of(node)
    if words == " " or tag_of(node) in (
        "sup",
        "a",
        "span",
        "i",
        "b",
        "cite",
        "body",
        "article",
        "main",
    ):
        return False
    if tag_of(node) in HEADING_TAGS:
        return False
    return _names_list(words)


@lru_cache(maxsize=8192)  # a page gives hundreds of its elements the same names
def _names_list(words: str) -> bool:
    return bool(_LIST_CLASS.search(words) and not _NOT.search(words))


def without_heading(node: Node) -> tuple[list[Node], Node | None]:
    """Return a list's nodes without its heading: the node itself where it has none."""
    kids = children(node)
    heads = [kid for kid in kids if tag_of(kid) in HEADING_TAGS or tag_of(kid) == "header"]
    if not heads:
        return [node], None
    rest = [kid for kid in kids if kid not in heads]
    return (rest, heads[0]) if rest else ([node], None)
