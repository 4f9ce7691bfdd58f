"""What an element of an entry is and says besides its text, judged from its markup alone."""

import re
from collections.abc import Callable
from enum import Enum
from functools import lru_cache
from urllib.parse import parse_qsl

from citations.extract.tree import SILENT_TAGS, Node, words_of

_BACK_CLASS = re.compile(
    r"\b(?:mw-cite-backlink|cite-accessibility-label|rev-xref(?:-ref)?|footnote-?back(?:ref|link)?|"
    r"easy-footnote-to-top|backlink|back-link|reversefootnote|data-footnote-backref)\b"
)
_OUT_CLASS = re.compile(
    r"(?:^|\s)(?:cit-extra|reflinks|reference-links|ref-links|link-?outs?|casrecord|cascontent|popup|tooltip|"
    r"c-article-references__links|external-ref-links|"
    r"citation__links|citationlinks|crossref-doi-links|gs_links|occurrences|noprint|print-hidden|"
    r"no-print|hidden|d-none|is-hidden|screen-reader-text|sr-only|visually-?hidden|mw-editsection|ref-list__links|"
    r"pubmed-link|google-scholar-link|ltx_bib_cited|extra-links|article-ref__links|nav_?links?)(?:\s|$)"
)
_LABEL_CLASS = re.compile(
    r"(?:^|\s)(?:label|ref-label|csl-left-margin|ltx_tag|ltx_tag_bibitem|ref-number|refnumber|"
    r"number|"
    r"reference-number|c-article-references__counter|cit-ref-label|ref__label|citation-number|"
    r"reference__label|bib-number|footnote-label|order|counter|numbering)(?:\s|$)"
)
_MAX_ADDRESS = 2_000
_MAX_VALUE = 500
_MAX_COINS = 8_000

LINK = "link"
ID = "id"


class Kind(Enum):
    """What an element's text is in an entry."""

    PLAIN = "plain"
    SILENT = "silent"  # never printed
    LABEL = "label"  # the entry's number, where nothing stands before it
    LINK = "link"  # text, unless it is a link-out or leads back


def kind_of(node: Node, tag: str) -> Kind:
    """Judge an element by its tag, role, style and the words of its class and id."""
    if tag in SILENT_TAGS:
        return Kind.SILENT
    style = node.get("style")
    if style and "display:none" in style.replace(" ", "").lower():
        return Kind.SILENT
    if node.get("role") in ("doc-backlink", "button"):
        return Kind.SILENT
    named = _named(words_of(node))
    return Kind.LINK if named is Kind.PLAIN and tag == "a" else named


@lru_cache(maxsize=8192)  # a page gives hundreds of its elements the same names
def _named(words: str) -> Kind:
    if words == " ":
        return Kind.PLAIN
    if _BACK_CLASS.search(words) or _OUT_CLASS.search(words):
        return Kind.SILENT
    return Kind.LABEL if _LABEL_CLASS.search(words) else Kind.PLAIN


def stated_by(node: Node, tag: str, text: Callable[[Node], str]) -> tuple[tuple[str, str], ...]:
    """Return ids, links and fields that an element's attributes state, as (name, value) pairs."""
    if not node.attrib:
        return ()
    found: list[tuple[str, str]] = []
    if named := node.get("id") or (node.get("name") if tag == "a" else None):
        found.append((ID, named))
    href = node.get("href", "").strip() if tag == "a" else ""
    if href.startswith(("http://", "https://", "//", "/", "mailto:")) and len(href) < _MAX_ADDRESS:
        found.append((LINK, href))
    if "Z3988" in node.get("class", ""):
        found += _coins(node.get("title", ""))
    if (prop := node.get("itemprop")) and node.get("itemscope") is None:
        value = node.get("content") or text(node)
        if value and len(value) < _MAX_VALUE:
            found.append((f"itemprop.{prop}", value))
    for name in ("data-doi", "data-pmid"):
        if given := node.get(name):
            found.append((name.removeprefix("data-"), given))
    return tuple(found)


def _coins(query: str) -> list[tuple[str, str]]:
    """Decode a COinS title (an OpenURL context object) to its referent's fields."""
    if len(query) >= _MAX_COINS:
        return []
    pairs = parse_qsl(query.replace("&amp;", "&"), max_num_fields=200)
    return [(name, value) for name, value in pairs if name.startswith(("rft.", "rft_id"))]
