"""A tree that is all body: what Markdown and DOCX become."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.etree import _Element as Node

from citations.extract import FoundList, find_lists
from factcheck.model.article import Article, BlockKind, Problem, Suppression
from factcheck.model.document import Document
from factcheck.readers.draft import Draft
from factcheck.readers.page.blocks import RawBlock, blocks_of
from factcheck.readers.page.bylines import authors_in, split_byline, split_dateline
from factcheck.readers.page.headings import as_draft

LONGEST_NUMBER = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a document states about itself outside its text."""

    title: str | None = None
    byline: str | None = None
    authors: tuple[str, ...] = ()
    published: dt.date | None = None
    published_from: str | None = None
    modified: dt.date | None = None
    site_name: str | None = None
    language: str | None = None
    canonical: str | None = None
    suppressions: tuple[Suppression, ...] = ()
    media_type: str | None = None


def draft_whole(
    root: Node, document: Document, stated: Stated, problems: Sequence[Problem]
) -> Draft:
    """Return the draft of a tree of which every block is the article's."""
    lists = find_lists(root)
    base = stated.canonical or document.url or ""
    blocks = blocks_of(root, base, without=taken(lists))
    title = stated.title
    if not title and blocks and blocks[0].draft.level == 1:
        title, blocks = blocks[0].draft.text, blocks[1:]
    elif blocks and blocks[0].draft.text == title:
        blocks = blocks[1:]
    if blocks and stated.byline and blocks[0].draft.text == stated.byline:
        blocks = blocks[1:]
    printed, blocks = split_byline(blocks)
    above, day, blocks = split_dateline(blocks)
    printed = printed or above
    byline = printed or stated.byline
    blocks = [block for block in blocks if not _leads_back(block)]
    printed_first = day is not None and stated.published_from in (None, "core properties")
    about = Article(
        key=stated.canonical or document.url or document.target,
        url=stated.canonical or document.url,
        text="",
        title=title,
        byline=byline,
        authors=authors_in(printed) or stated.authors,
        published=day if printed_first else stated.published,
        published_from="text" if printed_first else stated.published_from,
        modified=stated.modified if stated.modified != stated.published else None,
        site_name=stated.site_name,
        language=stated.language,
        media_type=document.media_type or stated.media_type,
    )
    return Draft(
        about=about,
        blocks=[as_draft(block) for block in blocks],
        entries=[entry for found in lists for entry in found.entries],
        suppressions=stated.suppressions,
        problems=[*problems, *no_text(blocks)],
    )


def _leads_back(block: RawBlock) -> bool:
    """Tell whether a block is the number of a note alone, linked to its mark in the text."""
    text, links = block.draft.text, block.draft.links
    return len(text) <= LONGEST_NUMBER and len(links) == 1 and "#" in links[0].url


def taken(lists: Sequence[FoundList]) -> set[Node]:
    """Return the nodes that reference lists and their headings took."""
    nodes = {node for found in lists for node in found.nodes}
    return nodes | {found.heading for found in lists if found.heading is not None}


def no_text(blocks: Sequence[RawBlock]) -> tuple[Problem, ...]:
    """Return the problem of an article that has no text."""
    if any(block.draft.kind is not BlockKind.HEADING for block in blocks):
        return ()
    return (Problem(kind="no-body-text", message="No body text was found in the document."),)
