"""HTML pages, of any design."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from lxml.etree import _Element as Node

from citations.extract import find_lists
from factcheck.model.article import Article, Problem
from factcheck.model.document import Document
from factcheck.readers.decode import decode
from factcheck.readers.draft import Draft, assemble
from factcheck.readers.page import body
from factcheck.readers.page.blocks import RawBlock, blocks_of
from factcheck.readers.page.bylines import authors_in, split_byline
from factcheck.readers.page.furniture import outside
from factcheck.readers.page.headings import as_draft
from factcheck.readers.page.metadata import metadata_of
from factcheck.readers.page.tree import parse
from factcheck.readers.page.whole import no_text, taken
from factcheck.readers.reader import Reader

FEW_WORDS = 200
_APP_ROOTS = frozenset(("root", "app", "__next", "__nuxt", "app-root", "react-root", "main-app"))
_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def _sniff(head: bytes) -> bool:
    return _START.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def read(document: Document) -> Article:
    """Return the article in an HTML page."""
    decoded = decode(document.body, document.charset)
    root = parse(decoded.text, document.target)
    return assemble(draft_of(root, document, decoded.problems))


def draft_of(root: Node, document: Document, problems: Sequence[Problem]) -> Draft:
    """Return the draft of a page's tree."""
    about = metadata_of(root, document.url)
    lists = find_lists(root)
    page = next(root.iter("body"), root)
    listed = taken(lists)
    base = about.canonical or document.url or ""
    without = {*listed, *outside(page, listed, _host(base))}
    chosen = body.choose(blocks_of(page, base, without=without))
    byline, rest = split_byline(chosen)
    rest = body.trimmed(rest)
    blocks = [as_draft(block) for block in rest if block.draft.text != about.title]
    byline = byline or about.byline
    article = Article(
        key=about.canonical or document.url or document.target,
        url=document.url or about.canonical,
        text="",
        title=about.title,
        byline=byline,
        authors=about.authors or authors_in(byline),
        published=about.published,
        published_from=about.published_from,
        modified=about.modified,
        site_name=about.site_name,
        language=about.language,
        media_type=document.media_type or "text/html",
    )
    return Draft(
        about=article,
        blocks=blocks,
        entries=[entry for found in lists for entry in found.entries],
        problems=[*problems, *_emptiness(root, rest)],
    )


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _emptiness(root: Node, blocks: Sequence[RawBlock]) -> list[Problem]:
    """Return the problems of a page with little or no text of its own."""
    words = sum(len(block.draft.text.split()) for block in blocks)
    found = list(no_text(blocks))
    if words < FEW_WORDS and _is_drawn_by_script(root):
        message = "The page is drawn by script: the text is not in the HTML that the server sends."
        found.append(Problem(kind="drawn-by-script", message=message))
    return found


def _is_drawn_by_script(root: Node) -> bool:
    """Tell whether a page holds an empty element for a script to fill, or asks for JavaScript."""
    for node in root.iter("div", "noscript", "app-root"):
        if node.tag == "noscript":
            text = " ".join(map(str, node.itertext())).lower()
            if "javascript" in text and ("enable" in text or "need" in text or "require" in text):
                return True
        elif (node.get("id") in _APP_ROOTS or node.tag == "app-root") and not len(node):
            return True
    return False


READER = Reader(
    name="html",
    media_types=("text/html", "application/xhtml+xml"),
    suffixes=(".html", ".htm", ".xhtml", ".shtml"),
    sniff=_sniff,
    read=read,
)
