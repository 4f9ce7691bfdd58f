"""What the linear models look at in a sentence: words, word pairs, quotation and rule state.

A feature is a short string; a model gives some of them a weight. The rules' own reading of the
sentence and of its neighbours is among them, which is how a cue that the lists know and a word that
only the data know come together.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.language.span_index import SpanIndex
from factcheck.model.analysis import Attribution, Quotation, QuotationKind, Sentence
from factcheck.model.article import Span

_TOKEN = re.compile(r"\d[\d.,]*|\w+(?:['’]\w+)*|[\"“”?!:;—–$%()]")
_LONGEST = 2_000  # characters of a sentence that are looked at
_NEIGHBOURS = (-2, -1, 1, 2)
_PARTS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """A text with its sentences in order, its quotations and what the rules attribute."""

    text: str
    sentences: Sequence[Sentence]
    quotations: Sequence[Quotation]
    attributions: Sequence[Attribution]


def tokens(text: str) -> list[str]:
    """Return the lower-case tokens of a text; a number is as many zeros as it has digits (1-4)."""
    return [
        "0" * min(4, len(token)) if token[0].isdigit() else token.lower().replace("’", "'")
        for token in _TOKEN.findall(text[:_LONGEST])
    ]


def word_features(text: str) -> set[str]:
    """Return the features of the words alone."""
    listed = tokens(text)
    found = {f"w={word}" for word in listed}
    found.update(f"b={one}_{other}" for one, other in pairwise(listed))
    if listed:
        found.update((f"s={listed[0]}", f"e={'_'.join(listed[-2:])}"))
        found.add(f"s2={'_'.join(listed[:2])}")
    found.add(f"len={min(6, len(listed) // 6)}")
    return found


def sentence_features(around: Surroundings) -> Iterator[set[str]]:
    """Yield the features of each sentence: its words, its state and that of its neighbours."""
    states = tuple(_states(around))
    sentences = around.sentences
    for number, (sentence, state) in enumerate(zip(sentences, states, strict=True)):
        found = state | word_features(around.text[sentence.span.start : sentence.span.end])
        if number == 0 or sentences[number - 1].block != sentence.block:
            found.add("opens")
        for distance in _NEIGHBOURS:
            other = number + distance
            if 0 <= other < len(sentences):
                mark = "=" if sentences[other].block == sentence.block else "/"
                found.update(f"{distance:+d}{mark}{each}" for each in states[other])
        yield found


def _states(around: Surroundings) -> Iterator[set[str]]:
    quoted = SpanIndex((each.span, place) for place, each in enumerate(around.quotations))
    said = SpanIndex((_reach(each), place) for place, each in enumerate(around.attributions))
    for sentence in around.sentences:
        span = sentence.span
        quotations = [around.quotations[place] for place in quoted.touching(span)]
        credits_ = [around.attributions[place] for place in said.touching(span)]
        credits_ = [each for each in credits_ if _touches(each, span)]
        yield set(_quotation_state(span, quotations)) | set(_rule_state(span, credits_))


def _reach(attribution: Attribution) -> Span:
    cue = attribution.cue or attribution.content
    content = attribution.content
    return Span(min(cue.start, content.start), max(cue.end, content.end))


def _touches(attribution: Attribution, span: Span) -> bool:
    cue = attribution.cue
    return attribution.content.overlaps(span) or (cue is not None and cue.overlaps(span))


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _quotation_state(span: Span, quotations: list[Quotation]) -> Iterator[str]:
    length = max(1, span.end - span.start)
    covered = sum(
        _shared(each.span, span) for each in quotations if each.kind is not QuotationKind.NESTED
    )
    yield f"qcov={min(_PARTS, int(covered / length * _PARTS))}"
    for each in quotations:
        yield f"q={each.kind.value}"
        if each.span.start < span.start:
            yield "q<"
        if each.span.end > span.end:
            yield "q>"
        if each.fault is not None:
            yield f"qf={each.fault.value}"


def _rule_state(span: Span, credits_: list[Attribution]) -> Iterator[str]:
    if not credits_:
        yield "na"
        return
    yield "a"
    for each in credits_:
        carried = "" if each.cue is not None and span.contains(each.cue) else "~"
        yield f"a={each.cue_class.value}{carried}{'' if each.source else '-'}"
        yield f"ak={each.source_kind.value}{carried}"
    length = max(1, span.end - span.start)
    covered = sum(_shared(each.content, span) for each in credits_)
    yield f"acov={min(_PARTS, int(covered / length * _PARTS))}"
