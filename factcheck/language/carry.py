"""Attributions that a sentence takes over from its neighbours.

A quotation that runs over several sentences has one speaker. A quotation without a speaker of its
own belongs to the one named last in its paragraph, or right before it.
"""

import re
from bisect import bisect_left

from factcheck.language.sources import type_of
from factcheck.model.analysis import (
    Attribution,
    CueClass,
    Quotation,
    QuotationFault,
    QuotationKind,
    Sentence,
)
from factcheck.model.article import Span

_SPOKEN = frozenset({QuotationKind.DIRECT, QuotationKind.FRAGMENT, QuotationKind.BLOCK})
_SPEECH = frozenset({CueClass.ASSERT, CueClass.DENY, CueClass.REPORT, CueClass.DOCUMENT})
_SIGNED = re.compile(
    r"[\"”»’]?\s{0,3}[—–―]\s?(?P<who>[A-ZÀ-Þ][\w'’.-]*(?: [A-ZÀ-Þ][\w'’.-]*){1,4})"
)
_NEAR = 2  # sentences back that a speaker is looked for


def carry_over(
    text: str,
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...],
    explicit: tuple[Attribution, ...],
) -> tuple[Attribution, ...]:
    """Return the attributions of quotations whose speaker stands in another sentence."""
    spoken = [q for q in quotations if q.kind in _SPOKEN and q.fault is not QuotationFault.UNOPENED]
    anchors = [a.cue.start if a.cue else a.content.start for a in explicit]
    ordered = sorted(zip(anchors, range(len(explicit)), strict=True))
    places = [place for place, _ in ordered]
    starts = [sentence.span.start for sentence in sentences]
    covered = sorted((a.content for a in explicit), key=lambda span: span.start)
    found: list[Attribution] = []
    speaker: Attribution | None = None
    quoted_block = -2  # the last block that is a quotation as a whole
    for quotation in spoken:
        first = max(0, bisect_left(starts, quotation.span.start + 1) - 1)
        last = max(first, bisect_left(starts, quotation.span.end) - 1)
        if first >= len(sentences):
            break
        block = sentences[first].block
        goes_on = quotation.kind is QuotationKind.BLOCK and block == quoted_block + 1
        if quotation.kind is QuotationKind.BLOCK:
            quoted_block = block
        if not quotation.continued and not (goes_on and speaker is not None):
            speaker = _speaker(text, sentences, (first, last), (explicit, ordered, places))
        if speaker is None:
            continue
        for sentence in sentences[first : last + 1]:
            start = max(sentence.span.start, quotation.span.start)
            part = Span(start, min(sentence.span.end, quotation.span.end))
            if part.end > part.start and not _is_covered(covered, part):
                found.append(_carried(part, speaker))
    return tuple(found)


def _speaker(
    text: str,
    sentences: tuple[Sentence, ...],
    reach: tuple[int, int],
    index: tuple[tuple[Attribution, ...], list[tuple[int, int]], list[int]],
) -> Attribution | None:
    """Find whose words a quotation is: in its own sentences, after it, or shortly before it."""
    first, last = reach
    explicit, ordered, places = index
    block = sentences[first].block
    own = _between(sentences[first].span.start, sentences[last].span.end, ordered, places)
    for place in own:
        if explicit[place].cue_class in _SPEECH:
            return explicit[place]
    back = first - 1
    while back >= 0 and first - back <= _NEAR and sentences[back].block >= block - 1:
        near = _between(sentences[back].span.start, sentences[back].span.end, ordered, places)
        led_in = text[: sentences[back].span.end].endswith(":") if back == first - 1 else False
        for place in reversed(near):
            if explicit[place].cue_class in _SPEECH and (
                sentences[back].block == block or led_in or first - back == 1
            ):
                return explicit[place]
        back -= 1
    return _signature(text, sentences, last)


def _signature(text: str, sentences: tuple[Sentence, ...], last: int) -> Attribution | None:
    """Read the name that a quotation is signed with: a dash and a name right behind it."""
    end = sentences[last].span.end
    signed = _SIGNED.match(text, end) or _SIGNED.match(text, max(0, end - 1))
    if signed is None:
        return None
    who = Span(*signed.span("who"))
    return Attribution(
        content=sentences[last].span,
        source=who,
        cue=None,
        source_kind=type_of(signed["who"]).kind,
    )


def _between(
    start: int, end: int, ordered: list[tuple[int, int]], places: list[int]
) -> tuple[int, ...]:
    low, high = bisect_left(places, start), bisect_left(places, end)
    return tuple(place for _, place in ordered[low:high])


def _is_covered(covered: list[Span], part: Span) -> bool:
    low = bisect_left(covered, part.start, key=lambda span: span.start)
    near = covered[max(0, low - 6) : low + 6]
    return any(span.overlaps(part) for span in near)


def _carried(part: Span, speaker: Attribution) -> Attribution:
    return Attribution(
        content=part,
        source=None,
        cue=None,
        source_kind=speaker.source_kind,
        cue_class=speaker.cue_class,
        confidence=0.7,
        count=speaker.count,
        carried_from=speaker.source or speaker.carried_from,
    )
