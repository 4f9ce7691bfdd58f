"""Where things stand: what several rules ask of an analysis."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from citations.reference import Reference
from factcheck.model.analysis import Analysis, CitationFault, Sentence
from factcheck.model.article import Block, BlockKind, Span

BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})
"""Blocks in which somebody asserts something: headings, captions and tables are left out."""


_UNCITED_LIST = re.compile(
    r"further reading|read more|see also|recommended reading|suggested reading|"
    r"weiterführende literatur|zum weiterlesen|pour en savoir plus|pour aller plus loin",
    re.IGNORECASE,
)


def entry_spans(analysis: Analysis) -> dict[int, Span]:
    """Return the span of each printed entry by its position in the list."""
    return {placed.entry.position: placed.span for placed in analysis.article.entries}


def works(analysis: Analysis) -> Iterator[tuple[Reference, Span | None]]:
    """Yield each reference that stands for a work of its own, with its place.

    Back references ("ibid.") and lines that are no reference are left out.
    """
    spans = entry_spans(analysis)
    for reference in analysis.references:
        if reference.kind == "reference":
            yield reference, spans.get(reference.entry.position)


def block_at(analysis: Analysis, span: Span) -> Block | None:
    """Return the block in which a span begins, or None outside the body."""
    blocks = analysis.article.blocks
    index = bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1
    if index < 0 or span.start >= blocks[index].span.end:
        return None
    return blocks[index]


def in_body(analysis: Analysis, span: Span) -> bool:
    """Tell whether a span begins in a paragraph, a list item or a quotation block."""
    block = block_at(analysis, span)
    return block is not None and block.kind in BODY


def sentence_at(analysis: Analysis, offset: int) -> Sentence | None:
    """Return the sentence that holds an offset, or None."""
    sentences = analysis.sentences
    index = bisect_right(sentences, offset, key=lambda sentence: sentence.span.start) - 1
    if index < 0 or offset >= sentences[index].span.end:
        return None
    return sentences[index]


def body_sentences(analysis: Analysis) -> Iterator[Sentence]:
    """Yield the sentences of paragraphs, list items and quotation blocks."""
    blocks = analysis.article.blocks
    for sentence in analysis.sentences:
        if blocks[sentence.block].kind in BODY:
            yield sentence


def excerpt(text: str, limit: int = 60) -> str:
    """Return a text on one line, cut at a word to at most ``limit`` characters."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[: limit - 1].rsplit(" ", 1)[0].rstrip(",;:. ") + "…"


def is_further_reading(reference: Reference) -> bool:
    """Tell whether the heading over an entry's list says that it need not be cited."""
    return _UNCITED_LIST.match((reference.entry.list_heading or "").strip()) is not None


def faulty_citations(
    analysis: Analysis, fault: CitationFault
) -> Iterator[tuple[str, Span, tuple[Span, ...]]]:
    """Yield each citation with this fault: its mark in short, its span, what it may mean."""
    spans = entry_spans(analysis)
    places = {each.id: spans.get(each.entry.position) for each in analysis.references}
    for citation in analysis.citations:
        if citation.fault is fault:
            related = (places.get(name) for name in citation.targets)
            yield (
                excerpt(analysis.article.quote(citation.span)),
                citation.span,
                tuple(place for place in related if place is not None),
            )
