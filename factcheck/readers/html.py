"""HTML pages, of any design."""

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from lxml.etree import _Element as Node

from citations.extract import FoundList, find_lists
from factcheck.errors import FactcheckError
from factcheck.model.article import Article, BlockKind, Problem
from factcheck.model.document import Document
from factcheck.readers.decode import decode
from factcheck.readers.draft import Draft, DraftBlock, assemble
from factcheck.readers.page import body
from factcheck.readers.page.blocks import RawBlock, blocks_of
from factcheck.readers.page.bylines import authors_in, written_by
from factcheck.readers.page.metadata import metadata_of
from factcheck.readers.page.tree import parse
from factcheck.readers.reader import Reader

_START = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)


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
    without = {*taken(lists), *body.outside(page)}
    base = about.canonical or document.url or ""
    chosen = body.choose(blocks_of(page, base, without=without))
    byline, rest = split_byline(chosen)
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
    entries = [entry for found in lists for entry in found.entries]
    return Draft(about=article, blocks=blocks, entries=entries, problems=problems)


def taken(lists: Sequence[FoundList]) -> set[Node]:
    """Return the nodes that reference lists and their headings took."""
    nodes = {node for found in lists for node in found.nodes}
    return nodes | {found.heading for found in lists if found.heading is not None}


def split_byline(blocks: Sequence[RawBlock]) -> tuple[str | None, list[RawBlock]]:
    """Return the byline that stands among the first or last blocks, and the blocks without it."""
    edge = {*range(4), *range(len(blocks) - 3, len(blocks))}
    for index, block in enumerate(blocks):
        if index in edge and (names := written_by(block.draft.text)):
            return names, [*blocks[:index], *blocks[index + 1 :]]
    return None, list(blocks)


def as_draft(block: RawBlock) -> DraftBlock:
    """Return a block as drafted; a short bold paragraph of its own is a sub-heading."""
    draft = block.draft
    short = len(draft.text) <= 120 and draft.text[-1:] not in ".!?:;,…\"”"
    if draft.kind is BlockKind.PARAGRAPH and block.bold and short and "\n" not in draft.text:
        return replace(draft, kind=BlockKind.HEADING, level=2)
    return draft


READER = Reader(
    name="html",
    media_types=("text/html", "application/xhtml+xml"),
    suffixes=(".html", ".htm", ".xhtml", ".shtml"),
    sniff=_sniff,
    read=read,
)
