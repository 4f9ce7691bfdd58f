"""Attributions from what the encoder saw: join its spans, classify them by the rules' lists.

The network says where sources, cues and contents are; who belongs to what, the kind of source, the
class of cue and whom a pronoun means are decided here, as for the rules' own attributions.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from factcheck.language.antecedents import KEPT, resolve
from factcheck.language.cue_classes import class_of
from factcheck.language.cues import is_sourcing
from factcheck.language.encoder import Labelled, Reading, Role
from factcheck.language.sources import type_of
from factcheck.model.analysis import Attribution, Sentence, SourceKind
from factcheck.model.article import Span

_LEAST_CREDITED = 0.5  # a sentence less surely attributed keeps no span: one verdict, not two
_CUE_REACH = 60  # characters
_BACK = 2  # sentences back that a content without a cue looks for its speaker


def learned_attributions(
    text: str, sentences: Sequence[Sentence], reading: Reading
) -> tuple[Attribution, ...]:
    """Return the attributions that the network's spans make, in text order.

    A content without a cue in its sentence is carried over from the sentence before, or after,
    that has one. Sentences that their score calls unattributed have none.
    """
    by_sentence = {
        number: tuple(spans)
        for number, spans in groupby(
            sorted(reading.spans, key=lambda each: (each.sentence, each.span)),
            key=lambda each: each.sentence,
        )
        if (sentences[number].attributed or 1.0) >= _LEAST_CREDITED
    }
    explicit: dict[int, list[Attribution]] = {}
    recent: list[Attribution] = []
    for number, spans in by_sentence.items():
        joined = [resolve(text, each, recent[-KEPT:]) for each in _join(text, spans)]
        explicit[number] = joined
        recent += [each for each in joined if each.source and each.carried_from is None]
    found = [each for listed in explicit.values() for each in listed]
    for number, spans in by_sentence.items():
        if not explicit[number]:
            speaker = _neighbour(sentences, explicit, number)
            found += (_carried(each, speaker) for each in spans if each.role is Role.CONTENT)
    return tuple(sorted(found, key=lambda each: (each.content, each.cue or each.content)))


def _join(text: str, spans: tuple[Labelled, ...]) -> Iterator[Attribution]:
    """Join the parts in one sentence: each cue takes its nearest content and source."""
    cues = [each for each in spans if each.role is Role.CUE]
    sources = [each for each in spans if each.role is Role.SOURCE]
    contents = [each for each in spans if each.role is Role.CONTENT]
    if not cues:
        if sources:
            for content in contents:
                yield _made(text, content, None, _nearest(content, sources))
        return
    taken: set[Span] = set()
    for content in contents:
        cue = _nearest(content, cues)
        source = _nearest(cue, sources) if cue else None
        taken.update(part.span for part in (cue, source) if part is not None)
        yield _made(text, content, cue, source)
    for cue in cues:
        if cue.span not in taken:
            source = _nearest(cue, sources)
            taken.update(part.span for part in (cue, source) if part is not None)
            said = _nearest(cue, contents)
            if said is not None:
                yield _made(text, said, cue, source)
    for source in sources:
        if source.span not in taken:
            said = _nearest(source, contents)
            if said is not None:
                yield _made(text, said, _nearest(source, cues), source)


def _nearest(part: Labelled, others: Sequence[Labelled]) -> Labelled | None:
    return min(others, key=lambda other: _gap(part.span, other.span), default=None)


def _gap(one: Span, other: Span) -> int:
    return max(0, one.start - other.end, other.start - one.end)


def _made(
    text: str, content: Labelled, cue: Labelled | None, source: Labelled | None
) -> Attribution:
    kind = (
        type_of(text[source.span.start : source.span.end], _aside(text, source, cue))
        if source
        else None
    )
    words = text[cue.span.start : cue.span.end] if cue else _between(text, content, source)
    parts = [part.confidence for part in (content, cue, source) if part is not None]
    return Attribution(
        content=content.span,
        source=source.span if source else None,
        cue=cue.span if cue else None,
        source_kind=kind.kind if kind else SourceKind.VAGUE,
        cue_class=class_of(words),
        confidence=round(min(parts), 3),
        count=kind.count if kind else None,
    )


def _aside(text: str, source: Labelled, cue: Labelled | None) -> str:
    """Return what is said of a source before its cue, "" where the cue stands first or far off."""
    if cue is None or not 0 < cue.span.end - source.span.end <= 2 * _CUE_REACH:
        return ""
    return text[source.span.end : cue.span.end]


def _between(text: str, content: Labelled, source: Labelled | None) -> str:
    """Return the words between source and content, where a cue stands that the network left out."""
    if source is None:
        return ""
    return text[source.span.end : content.span.start][:_CUE_REACH]


def _neighbour(
    sentences: Sequence[Sentence], explicit: dict[int, list[Attribution]], number: int
) -> Attribution | None:
    """Return the attribution that a sentence without one of its own continues."""
    block = sentences[number].block
    for other in range(number - 1, max(-1, number - 1 - 8 * _BACK), -1):
        # Into another paragraph only what is said throughout goes on.
        gap = other + 1 < number and other + 1 not in explicit
        if sentences[other].block < block - 1 or (sentences[other].block != block and gap):
            break
        said = _spoken(explicit.get(other, ()))
        if said:
            return said[-1]
        if other not in explicit and number - other > _BACK:
            break
    after = number + 1
    if after < len(sentences) and sentences[after].block == block:
        return next(iter(_spoken(explicit.get(after, ()))), None)
    return None


def _spoken(listed: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions that somebody can go on with: a wish or a refusal is no speech."""
    return [each for each in listed if is_sourcing(each.cue_class)]


def _carried(content: Labelled, speaker: Attribution | None) -> Attribution:
    made = Attribution(
        content=content.span,
        source=None,
        cue=None,
        source_kind=SourceKind.VAGUE,
        confidence=round(content.confidence, 3),
    )
    if speaker is None:
        return made
    return replace(
        made,
        source_kind=speaker.source_kind,
        cue_class=speaker.cue_class,
        count=speaker.count,
        carried_from=speaker.source or speaker.carried_from,
    )
