"""Sub-headings that a writer made by hand: a short bold paragraph of its own."""

from dataclasses import replace

from factcheck.model.article import BlockKind
from factcheck.readers.draft import DraftBlock
from factcheck.readers.page.blocks import RawBlock

MAX_LENGTH = 120


def as_draft(block: RawBlock) -> DraftBlock:
    """Return a block as drafted; a short bold paragraph that is no sentence is a heading."""
    draft = block.draft
    short = len(draft.text) <= MAX_LENGTH and draft.text[-1:] not in '.!?:;,…"”'
    if draft.kind is BlockKind.PARAGRAPH and block.bold and short and "\n" not in draft.text:
        return replace(draft, kind=BlockKind.HEADING, level=2)
    return draft
