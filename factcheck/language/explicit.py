"""Attributions whose cue stands in the sentence itself."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.language.antecedents import KEPT, resolve
from factcheck.language.cues import Cue, Form, find_cues
from factcheck.language.sources import type_of
from factcheck.language.word_lists import words
from factcheck.model.analysis import Attribution, Quotation, QuotationFault, Sentence, SourceKind
from factcheck.model.article import Span

_SPACE_OR_STOP = " \t\n\r\u00a0\u202f,;:—–-"
_LEFT_BREAK = re.compile(
    r"[,;:()—–\"“”«»„]|\b(?:but|and|while|that|because|when|as|if|although|though|which|since|"
    r"after|before|mais|que|aber|dass|und|et)\b\s",
)
_AUXILIARY = re.compile(
    r"(?:\s|\b(?:has|have|had|having|is|are|was|were|been|be|being|will|would|can|could|may|might|"
    r"must|should|did|do|does|not|never|also|previously|later|then|now|repeatedly|once|often|"
    r"recently|already|again|even|just|still|earlier|publicly|privately|first|to|further|himself|"
    r"herself|themselves|a|ont|avait|n't|further|likewise|in turn|on \w+day|[a-z]{3,14}ly)\b|"
    r"['’](?:s|ve|d|re|ll))+$",
    re.IGNORECASE,
)
_SOURCE_END = re.compile(
    r"[;:\"“”«»„!?—()]|,|\.(?=\s|$)|\b(?:that|who|which|when|while|after|before|during|as|because|"
    r"but|in a|in an|in the|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|at a|at the|to reporters|"
    r"last|this|yesterday|today|earlier|later|referring|adding)\b",
    re.IGNORECASE,
)
_PHRASE_END = re.compile(
    r"[;:\"“”«»„!?—]|,|\.(?=\s|$)|\b(?:that|which|who|was|were|is|are|has|have|had|will|would)\b",
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|did|does|could|can|should|may|might)\b"
)
_VERBAL = re.compile(rf"{_FINITE.pattern}|\b[a-z]{{3,}}ed\b|\b(?:said|says|told|went|made|took)\b")
_APPOSED = re.compile(
    r",\s+(?:(?:a|an|the|its|his|her|their)\s[^,.;:\"“”()]{3,80}|[A-ZÀ-Þ][\w'’.-]*(?:\s[\w'’.-]+){1,5}?)"
    r"(?=,|\.(?:\s|$)|[\"”]|$)"
)
_LABEL = re.compile(r"[\"“]?(?P<who>(?:[A-ZÀ-Þ]{2,}+[.'’]?[ -]?){1,4}):\s+(?=\S)")
_LEADING = re.compile(
    r"(?:(?:as|if|because|when|but|and|so|then|although|though|while|that|how|or|yet|meanwhile|"
    r"still|also|however|later|after|since|where|what|why|do|does|did|once|now|instead|mais|et|"
    r"wie|aber|und)\b,?\s*)+",
    re.IGNORECASE,
)
_CLAUSE = 4  # words that can be a statement
_LONGEST_SOURCE = 160
_LONGEST_SENTENCE = 2_000  # characters
_OBJECT_VERBS = frozenset({"tell", "inform", "notify", "remind", "assure", "warn", "advise", "ask"})
_HEARER = re.compile(
    r"(?:to (?!be\b|have\b|[a-z]+ (?:it|that)\b)|in (?:an? |the |\d)|on (?:[A-Z]|the )|at (?:a |"
    r"the )|"
    r"over |during |by (?:phone|email)|last |this |yesterday|earlier|later|afterwards)"
)
_INVERTED = words(
    "say add ask write explain note reply respond recall tweet tell argue conclude continue admit"
    " insist joke remark declare announce quip report shout read warn claim state observe"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    source: Span | None
    content: Span


def explicit_attributions(
    text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]
) -> tuple[Attribution, ...]:
    """Return the attributions that a cue in their own sentence signals, in order."""
    found: list[Attribution] = []
    recent: list[Attribution] = []
    # An unclosed quotation seems to reach to the paragraph's end: its words cannot be trusted.
    sound = (q.span for q in quotations if q.fault is not QuotationFault.UNCLOSED)
    outer = sorted(sound, key=lambda span: (span.start, -span.end))
    starts = [span.start for span in outer]
    for sentence in sentences:
        for window in windows(text, sentence.span):
            quoted = overlapping(outer, starts, window)
            for attribution in _of_sentence(text, window, quoted):
                resolved = resolve(text, attribution, recent[-KEPT:])
                found.append(resolved)
                if resolved.source is not None and resolved.carried_from is None:
                    recent.append(resolved)
    return tuple(found)


def windows(text: str, sentence: Span) -> Iterator[Span]:
    """Cut what is too long for a sentence, at a blank, so that the work stays linear."""
    start = sentence.start
    while sentence.end - start > _LONGEST_SENTENCE:
        blank = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        end = blank if blank > start else start + _LONGEST_SENTENCE
        yield Span(start, end)
        start = end
    yield Span(start, sentence.end)


def overlapping(spans: list[Span], starts: list[int], sentence: Span) -> tuple[Span, ...]:
    """Return the quotations that touch a sentence; of those begun earlier the nearest few."""
    last = bisect_left(starts, sentence.end)
    first = max(0, bisect_left(starts, sentence.start) - 4)
    return tuple(span for span in spans[first:last] if span.overlaps(sentence))


def _of_sentence(text: str, sentence: Span, quoted: tuple[Span, ...]) -> Iterator[Attribution]:
    label = _LABEL.match(text, sentence.start, sentence.end)
    if label is not None:
        yield _labelled(text, sentence, label)
    outside = tuple(
        cue
        for cue in find_cues(text, sentence)
        if not any(span.contains(cue.span) for span in quoted)
    )
    reached = sentence.start
    for cue in outside:
        reading = _read(text, sentence, cue, _Around(quoted=quoted, floor=reached))
        reached = cue.span.end
        if reading is None:
            continue
        kind = type_of(text[reading.source.start : reading.source.end]) if reading.source else None
        yield Attribution(
            content=reading.content,
            source=reading.source,
            cue=_with_auxiliaries(text, sentence, cue),
            source_kind=kind.kind if kind else SourceKind.VAGUE,
            cue_class=cue.cue_class,
            confidence=0.9 if reading.source else 0.6,
            count=kind.count if kind else None,
        )


def _labelled(text: str, sentence: Span, label: re.Match[str]) -> Attribution:
    """Read a transcript's "COLE: We left." The colon is the cue."""
    return Attribution(
        content=_trim(text, Span(label.end(), sentence.end)),
        source=Span(*label.span("who")),
        cue=Span(label.end("who"), label.end("who") + 1),
        source_kind=type_of(label["who"].title()).kind,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What stands around a cue: the quotations of its sentence, where the last cue ended."""

    quoted: tuple[Span, ...]
    floor: int


def _with_auxiliaries(text: str, sentence: Span, cue: Cue) -> Span:
    """Widen a verb to "has also said"; the cue of a phrase is the phrase."""
    if cue.form is not Form.FINITE and cue.form is not Form.PASSIVE:
        return cue.span
    floor = max(sentence.start, cue.span.start - 40)
    match = _AUXILIARY.search(text[floor : cue.span.start])
    if match is None or not match.group().strip():
        return cue.span
    start = floor + match.start()
    while text[start].isspace():
        start += 1
    return Span(start, cue.span.end)


def _read(text: str, sentence: Span, cue: Cue, around: _Around) -> _Reading | None:
    quoted = around.quoted
    if cue.form is Form.PHRASE:
        return _read_phrase(text, sentence, cue)
    if cue.form in {Form.VAGUE, Form.DECLINE}:
        declines = cue.form is Form.DECLINE
        source = _subject(text, around.floor, cue.span.start) if declines else None
        return _Reading(source=source, content=_trim(text, sentence))
    if cue.form is Form.PASSIVE:
        return _Reading(source=None, content=_trim(text, Span(cue.span.end, sentence.end)))
    right = _trim(text, Span(cue.span.end, sentence.end))
    left_text = text[sentence.start : cue.span.start].rstrip()
    closes = bool(left_text) and left_text[-1] in ',"”’»?!“'
    if closes and (cue.lemma in _INVERTED or quoted) and cue.form is Form.FINITE:
        inverted = _read_inverted(text, sentence, cue)
        if inverted is not None:
            return inverted
    if cue.form is Form.PARTICIPLE or cue.form is Form.INFINITIVE:
        return _read_dependent(text, sentence, cue, right)
    source = _subject(text, around.floor, cue.span.start)
    if source is not None:
        before = text[sentence.start : source.start].rstrip()
        behind = text[cue.span.end : sentence.end].strip(' \n"”’»')
        follows = (
            behind[:1] in {"", ".", ",", "?", "!"}
            or cue.lemma in _OBJECT_VERBS
            or _HEARER.match(behind) is not None
        )
        if (
            before
            and before[-1] in ',"”’»?!'
            and _is_content(before)
            and (follows or before[-1] != ",")
        ):
            return _Reading(source=source, content=_trim(text, Span(sentence.start, source.start)))
    if right.end <= right.start:
        led_in = text[sentence.start : sentence.end].endswith(":") and source is not None
        return _Reading(source=source, content=_trim(text, sentence)) if led_in else None
    return _Reading(source=source, content=_after_that(text, right))


def _read_dependent(text: str, sentence: Span, cue: Cue, right: Span) -> _Reading | None:
    """Read ", saying ..." and "to say": the subject is the one that the sentence begins with."""
    if right.end <= right.start:
        return None
    content = _after_that(text, right)
    if cue.form is Form.PARTICIPLE and text[sentence.start : cue.span.start].rstrip()[-1:] in {
        ",",
        "—",
        "–",
    }:
        end = _VERBAL.search(text, sentence.start, cue.span.start)
        comma = text.find(",", sentence.start, end.start() if end else cue.span.start)
        stop = comma if comma > 0 else (end.start() if end else cue.span.start)
        return _Reading(source=_source(text, sentence.start, stop), content=content)
    return _Reading(source=None, content=content)


def _is_content(before: str) -> bool:
    """Tell whether what stands before ", X said" is a statement, not "In June,"."""
    return len(before.split()) > 4 or before[-1] in '"”’»'


def _read_inverted(text: str, sentence: Span, cue: Cue) -> _Reading | None:
    """Read '..., said X': the source follows the cue, the content stands before it."""
    source = _noun_phrase(text, cue.span.end, sentence.end, _SOURCE_END)
    content = _trim(text, Span(sentence.start, cue.span.start))
    if content.end <= content.start or source is None:
        return None
    if _FINITE.search(text, source.start, source.end):
        return None  # "X, the mayor, said he was": the subject stands before the cue
    return _Reading(source=source, content=content)


def _read_phrase(text: str, sentence: Span, cue: Cue) -> _Reading | None:
    source = _noun_phrase(text, cue.span.end, sentence.end, _PHRASE_END)
    if source is not None and cue.span.start > sentence.start:
        apposed = _APPOSED.match(text, source.end, sentence.end)
        source = Span(source.start, apposed.end()) if apposed else source
    before = _trim(text, Span(sentence.start, cue.span.start))
    after = _trim(text, Span(source.end if source else cue.span.end, sentence.end))
    content = before if len(text[before.start : before.end].split()) >= _CLAUSE else after
    if content.end <= content.start:
        return None
    return _Reading(source=source, content=content)


def _noun_phrase(text: str, start: int, end: int, stop: re.Pattern[str]) -> Span | None:
    """Return the words from ``start`` up to the first stop."""
    match = stop.search(text, start, min(end, start + _LONGEST_SOURCE))
    limit = match.start() if match else min(end, start + _LONGEST_SOURCE)
    span = _trim(text, Span(start, limit))
    return span if span.end > span.start else None


def _subject(text: str, begin: int, verb: int) -> Span | None:
    """Return the words before a verb that name its subject, auxiliaries left off.

    ``begin`` is the sentence's start or the end of the cue before. An apposition between commas
    ("Ada Cole, the mayor, said") belongs to the subject, which is then what stands before it.
    """
    floor = max(begin, verb - _LONGEST_SOURCE)
    before = text[floor:verb]
    auxiliaries = _AUXILIARY.search(before)
    end = floor + (auxiliaries.start() if auxiliaries else len(before))
    stripped = text[floor:end].rstrip()
    if stripped.endswith((",", "—", "–")):
        inner = text.rfind(stripped[-1], floor, floor + len(stripped) - 1)
        if inner <= floor:
            return None
        end = inner
    return _source(text, _phrase_start(text, floor, end), end)


def _phrase_start(text: str, floor: int, end: int) -> int:
    """Return where the noun phrase that ends at ``end`` begins; "and" may join two heads."""
    start = floor
    for match in _LEFT_BREAK.finditer(text, floor, end):
        joins = match.group().strip() in {"and", "et", "und"}
        if not joins or _VERBAL.search(text, start, match.start()):
            start = match.end()
    return start


def _source(text: str, start: int, end: int) -> Span | None:
    leading = _LEADING.match(text, start, end)
    span = _trim(text, Span(leading.end() if leading else start, end))
    words = text[span.start : span.end]
    return span if words and any(character.isalpha() for character in words) else None


def _after_that(text: str, span: Span) -> Span:
    match = re.compile(r"that\s+").match(text, span.start, span.end)
    return Span(match.end(), span.end) if match else span


def _trim(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in _SPACE_OR_STOP:
        start += 1
    while end > start and text[end - 1] in _SPACE_OR_STOP + ".":
        end -= 1
    return Span(start, end)
