"""The reading view of an article: its blocks cut at what is marked, and the margin's findings."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.language.cue_words import SOURCING
from factcheck.model.analysis import Analysis, Attribution, SourceKind
from factcheck.model.article import Block, Span
from factcheck.queue.items import Item
from factcheck.reports.pieces import Mark, MarkKind, Piece, cut, shared_out
from factcheck.web.paths import web_address
from factcheck.web.reading.placing import place


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A block of the body, cut at its marks, with the findings that begin in it, in text order."""

    block: Block
    pieces: tuple[Piece, ...]
    findings: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingView:
    """An article for reading.

    ``listed`` are findings about the reference list, by the place of the entry they begin in;
    ``unplaced`` have no place in the text (a missing date) or have left it. ``kinds`` are the kinds
    of sources credited, most frequent first, for the legend.
    """

    passages: tuple[Passage, ...]
    listed: tuple[tuple[int, Item], ...]
    unplaced: tuple[Item, ...]
    kinds: tuple[tuple[SourceKind, int], ...]


def make_view(analysis: Analysis, items: Iterable[Item]) -> ReadingView:
    """Return the reading view of an article with the findings that the queue has about it."""
    article = analysis.article
    starts = [block.span.start for block in article.blocks]
    marks = list(_source_marks(analysis))
    marks += [
        Mark(each.span, MarkKind.CITATION, each.targets[0])
        for each in analysis.citations
        if each.targets and each.fault is None
    ]
    marks += [
        Mark(link.span, MarkKind.LINK, address)
        for link in article.links
        if (address := web_address(link.url)) is not None
    ]
    inside: dict[int, list[tuple[Span, Item]]] = {}
    listed: list[tuple[int, Item]] = []
    unplaced: list[Item] = []
    for item in items:
        span = place(article.text, item)
        if span is None:
            unplaced.append(item)
        elif (number := _holding(article.blocks, starts, span)) is not None:
            inside.setdefault(number, []).append((span, item))
            marks.append(Mark(span, MarkKind.FINDING, str(item.id)))
        else:
            listed.append((_entry_at(analysis, span), item))
    by_block = shared_out(marks, [block.span for block in article.blocks])
    passages = tuple(
        Passage(
            block=block,
            pieces=cut(article.text, block.span, by_block[number]),
            findings=tuple(item for _, item in sorted(inside.get(number, ()), key=_in_text)),
        )
        for number, block in enumerate(article.blocks)
    )
    return ReadingView(
        passages=passages,
        listed=tuple(sorted(listed, key=lambda pair: (pair[0], pair[1].id))),
        unplaced=tuple(unplaced),
        kinds=tuple(Counter(each.source_kind for each in credited(analysis)).most_common()),
    )


def credited(analysis: Analysis) -> Iterator[Attribution]:
    """Yield the attributions that credit somebody: a wish or a feeling is nobody's word."""
    return (each for each in analysis.attributions if each.cue_class in SOURCING)


def _source_marks(analysis: Analysis) -> Iterator[Mark]:
    seen: set[Span] = set()
    for each in credited(analysis):
        if each.source is not None and each.source not in seen:
            seen.add(each.source)
            yield Mark(each.source, MarkKind.SOURCE, each.source_kind.value)
        if each.cue is not None and not _is_inside(each):
            yield Mark(each.cue, MarkKind.CUE, each.cue_class.value)


def _is_inside(attribution: Attribution) -> bool:
    source, cue = attribution.source, attribution.cue
    return source is not None and cue is not None and source.contains(cue)


def _in_text(pair: tuple[Span, Item]) -> tuple[Span, int]:
    return pair[0], pair[1].id


def _holding(blocks: Sequence[Block], starts: Sequence[int], span: Span) -> int | None:
    """Return the number of the block that a span begins in, None for a place in the list."""
    number = bisect_right(starts, span.start) - 1
    return number if number >= 0 and span.start < blocks[number].span.end else None


def _entry_at(analysis: Analysis, span: Span) -> int:
    starts = [placed.span.start for placed in analysis.article.entries]
    return max(bisect_right(starts, span.start) - 1, 0)
