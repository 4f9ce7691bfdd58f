"""Read who says what in a German sentence.

Six constructions are known: a phrase before the source ("laut Polizei", "nach Angaben der Stadt"),
"zufolge" behind it, the verb in second place with "dass", a bare clause, a colon or a quotation
behind it, separable verbs among them ("teilte mit"), the clause behind what is said ("…, sagte
Kolb", "…, so Kolb", "wie die Stadt mitteilte"), phrases that name nobody ("es heißt", "soll …
haben"), and lines about the asking ("wollte sich nicht äußern").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from factcheck.language.foreign import german_words
from factcheck.language.foreign.clause import CLOSING, Clause, Seen, words_in
from factcheck.language.foreign.german_nouns import FINITE, SOON, noun_phrase, subject
from factcheck.language.word_lists import words
from factcheck.model.analysis import CueClass
from factcheck.model.article import Span

_TOKEN = re.compile(r"[^\W\d_]+")
_THAT = re.compile(
    r"[^.;:!?„“”»«\"]{0,120}?,\s+(?=(?:dass|ob|warum|weshalb|wie|wer|was|wann|wo|welche\w?)\b)"
)
_CLAUSE = re.compile(r"(?P<gap>[^.,;:!?„“”»«\"]{0,120}),\s+")
# What may stand between a verb and the clause it reports: when, to whom, where.
_GAP = re.compile(
    rf"\s*(?:$|(?:{SOON}|in|im|bei|vor|auf|gegenüber|dem|der|zu|zum|zur|nach)\b)", re.IGNORECASE
)
_COLON = re.compile(r"[^.;:!?„“”»«\"]{0,120}:(?=\s|$)")
_QUOTE = re.compile(r"(?:\s+[^\s.;:!?„“”»«\"]+){0,6}\s*(?=[„“»«\"])")
_NOUN_START = re.compile(
    rf"(?:\s+(?:sich|{SOON}))?\s+(?P<who>[A-ZÄÖÜ]|(?:der|die|das|ein|eine|einer|zwei|drei|"
    rf"mehrere|sein|seine|"
    r"ihr|ihre|dieser|diese|er|sie|es|man|wir)\b)"
)
_SO = re.compile(r"(?<=[,“”«»\"])\s+so (?=(?:der|die|das|ein|eine|es)\b|[A-ZÄÖÜ])")
_AS = re.compile(
    r"\bwie (?=(?:der|die|das|ein|eine|er|sie|mehrere|zwei|drei|sein|ihre?)\b|[A-ZÄÖÜ])",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"\b(?:zufolge|nach)(?=[,.]|\s+[a-zäöü]|\s*$)")
_IN = re.compile(r"(?:in|im|aus|bei|beim|auf) (?=[\wÄÖÜ])", re.IGNORECASE)
_SIDE_CLAUSE = re.compile(
    r"(?:als|wenn|nachdem|während|weil|obwohl|da|bevor|falls|um|seit|seitdem|sobald|ohne|statt|"
    r"auf|was|"
    r"wer|wie|dass|ob|solange)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"[“”«\"],\s$")
_NO_VERBS = words(
    "seit nicht selbst jetzt erst sonst fast rast hatte hat ist heute bitte mit gut oft"
)
_LEAST_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Verb:
    span: Span
    form: str
    cue_class: CueClass
    particle: int | None = None  # where a separable verb's particle ends


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], CueClass, bool], ...]:
    phrases = (
        (re.compile(rf"\b(?:{pattern})", re.IGNORECASE), cue_class, True)
        for pattern, cue_class in german_words.PHRASES
    )
    return (
        (re.compile(rf"\b(?:{german_words.NO_COMMENT})", re.IGNORECASE), CueClass.DECLINE, False),
        (re.compile(rf"\b(?:{german_words.SAID_IN})\b", re.IGNORECASE), CueClass.REPORT, True),
        (re.compile(rf"\b(?:{german_words.VAGUE})\b", re.IGNORECASE), CueClass.REPORT, False),
        (re.compile(german_words.HEARSAY), CueClass.REPORT, False),
        *phrases,
    )


def read(clause: Clause) -> Iterator[Seen]:
    """Yield the attributions of a German sentence."""
    taken: list[Span] = []
    for seen in (*_by_phrase(clause), *_postposed(clause), *_as_said(clause)):
        if not any(each.overlaps(seen.cue) for each in taken):
            taken.append(seen.cue)
            yield seen
    for verb in _verbs(clause):
        if any(each.overlaps(verb.span) for each in taken):
            continue
        found = _of_verb(clause, verb)
        if found is not None:
            taken.append(verb.span)
            yield found


def _by_phrase(clause: Clause) -> Iterator[Seen]:
    seen_cues: list[Span] = []
    for pattern, cue_class, has_source in _patterns():
        for match in pattern.finditer(clause.text, clause.span.start, clause.span.end):
            cue = Span(match.start(), match.start() + len(match.group().rstrip()))
            if clause.is_quoted(cue.start) or any(each.overlaps(cue) for each in seen_cues):
                continue
            seen = _phrase(clause, cue, cue_class) if has_source else _fixed(clause, cue, cue_class)
            if seen is not None:
                seen_cues.append(cue)
                yield seen


def _fixed(clause: Clause, cue: Span, cue_class: CueClass) -> Seen | None:
    content = clause.trimmed(clause.span.start, clause.span.end)
    if content is None:
        return None
    source = None
    if cue_class is CueClass.DECLINE:
        source = subject(clause, cue.start) or noun_phrase(clause, cue.end)
    elif clause.quote(cue).lower().startswith(("es h", "heißt", "hieß")):
        led_in = _IN.match(clause.text, clause.span.start, cue.start)
        source = None if led_in is None else noun_phrase(clause, led_in.end())
        tail = clause.trimmed(cue.end, clause.span.end) if source else None
        content = tail or _other_side(clause, cue, cue.end) or content
    return Seen(cue=cue, content=content, source=source, cue_class=cue_class)


def _phrase(clause: Clause, cue: Span, cue_class: CueClass) -> Seen | None:
    source = noun_phrase(clause, cue.end)
    if source is None:
        return None
    content = _other_side(clause, cue, source.end)
    if content is None:
        return None
    return Seen(cue=cue, content=content, source=source, cue_class=cue_class)


def _other_side(clause: Clause, cue: Span, tail: int) -> Span | None:
    """Return what is said: what stands before a phrase, or what follows it if little does."""
    before = clause.trimmed(clause.span.start, cue.start)
    if before is not None and words_in(clause.quote(before)) >= _LEAST_WORDS:
        return before
    return clause.trimmed(tail, clause.span.end) or before


def _postposed(clause: Clause) -> Iterator[Seen]:
    """Yield "der Polizei zufolge" and "eigenen Angaben nach"."""
    for match in _ACCORDING.finditer(clause.text, clause.span.start, clause.span.end):
        if clause.is_quoted(match.start()):
            continue
        source = subject(clause, match.start())
        if source is None:
            continue
        folded = clause.quote(source)
        if match.group() == "nach" and not re.search(
            r"(?:Angaben|Ansicht|Meinung|Auffassung)$", folded
        ):
            continue
        said = clause.trimmed(match.end(), clause.span.end)
        before = clause.trimmed(clause.span.start, source.start)
        if before is not None and words_in(clause.quote(before)) >= _LEAST_WORDS:
            said = Span(before.start, said.end) if said is not None else before
        if said is not None:
            yield Seen(
                cue=Span(*match.span()), content=said, source=source, cue_class=CueClass.REPORT
            )


def _as_said(clause: Clause) -> Iterator[Seen]:
    """Yield "…, so Kolb" and "wie die Stadt mitteilte"."""
    text, end = clause.text, clause.span.end
    for match in _SO.finditer(text, clause.span.start, end):
        source = noun_phrase(clause, match.end())
        content = clause.trimmed(clause.span.start, match.start())
        cue = Span(match.start() + len(match.group()) - 3, match.end() - 1)
        follows = source is not None and text[source.end : source.end + 1] in {".", ",", "", ":"}
        weiter = source is not None and text.startswith((" weiter", " am "), source.end)
        if source is not None and content is not None and (follows or weiter):
            yield Seen(cue=cue, content=content, source=source, cue_class=CueClass.ASSERT)
    for match in _AS.finditer(text, clause.span.start, end):
        if clause.is_quoted(match.start()):
            continue
        stop = re.compile(r"[,.;:!?]|$").search(text, match.end(), end)
        last = stop.start() if stop else end
        tokens = tuple(_TOKEN.finditer(text, match.end(), last))
        verb = next((each for each in reversed(tokens[-2:]) if _reports(each.group())), None)
        source = noun_phrase(clause, match.end())
        if verb is None or source is None or source.end > verb.start():
            continue
        before = clause.trimmed(clause.span.start, match.start())
        content = before if before and words_in(clause.quote(before)) >= _LEAST_WORDS else None
        content = content or clause.trimmed(last, end)
        if content is not None:
            cue_class = _class_at_end(verb.group())
            yield Seen(cue=Span(*verb.span()), content=content, source=source, cue_class=cue_class)


_AT_END = words(
    "mitteilt mitteilte mitteilten mitteilen ankündigt ankündigte ankündigten einräumt einräumte"
    " angibt angab angaben zugibt zugab bekanntgab hinzufügte feststellt feststellte"
)


def _reports(word: str) -> bool:
    return word in _AT_END or word in german_words.forms()


def _class_at_end(word: str) -> CueClass:
    entry = german_words.forms().get(word)
    return entry[0] if entry else CueClass.ASSERT


def _verbs(clause: Clause) -> Iterator[_Verb]:
    text, table = clause.text, german_words.forms()
    for token in _TOKEN.finditer(text, clause.span.start, clause.span.end):
        word = token.group()
        entry = table.get(word) or _behind_quotation(text, token)
        if entry is None:
            continue
        cue_class, finite, participle = entry
        separable = german_words.SEPARABLE.get(word)
        if separable is not None:
            particle = re.compile(rf"[^.;:!?„“”»«\"]{{0,120}}?\b(?:{separable[0]})(?=[,.:;!?]|$)")
            found = particle.match(text, token.end(), clause.span.end)
            if found is None:
                continue
            cue_class = CueClass.ASSERT if found.group().endswith("hin") else separable[1]
            yield _Verb(
                span=Span(*token.span()), form=word, cue_class=cue_class, particle=found.end()
            )
            continue
        if finite or (participle and _auxiliary(clause, token.start()) is not None):
            yield _Verb(span=Span(*token.span()), form=word, cue_class=cue_class)


def _behind_quotation(text: str, token: re.Match[str]) -> tuple[CueClass, bool, bool] | None:
    """Take any verb between a closed quotation and a noun or pronoun for a reporting one."""
    word = token.group()
    if _BEHIND.search(text, max(0, token.start() - 4), token.start()) is None:
        return None
    if not word[0].islower() or word in _NO_VERBS or not word.endswith(("t", "te", "ten")):
        return None
    return None if _NOUN_START.match(text, token.end()) is None else (CueClass.ASSERT, True, False)


def _auxiliary(clause: Clause, participle: int) -> Span | None:
    """Return the auxiliary of a participle at its clause's end: "hat am Montag erklärt"."""
    floor = max(clause.span.start, participle - 120)
    found = None
    for match in re.finditer(
        r"\b(?:hat|haben|hatte|hatten|habe)\b|[;:!?„“”»«\"]", clause.text[floor:participle]
    ):
        found = (
            None if len(match.group()) == 1 else Span(floor + match.start(), floor + match.end())
        )
    return found


def _of_verb(clause: Clause, verb: _Verb) -> Seen | None:
    text, end = clause.text, clause.span.end
    _, finite, participle = german_words.forms().get(verb.form, (verb.cue_class, True, False))
    before = text[clause.span.start : verb.span.start].rstrip()
    closes = bool(before) and before[-1] in CLOSING
    noun = _NOUN_START.match(text, verb.span.end, end)
    if closes and noun is not None and _was_said(before):
        source = noun_phrase(clause, noun.start("who"))
        content = clause.trimmed(clause.span.start, verb.span.start)
        if source is not None and content is not None:
            if words_in(clause.quote(content)) < _LEAST_WORDS and not _is_marked(before):
                tail = max(source.end, verb.particle or 0)
                content = clause.trimmed(tail, end) or content
            return Seen(cue=verb.span, content=content, source=source, cue_class=verb.cue_class)
    if clause.is_quoted(verb.span.start):
        return None
    anchor = verb.span
    if participle and not (
        finite and verb.particle is None and _auxiliary(clause, verb.span.start) is None
    ):
        anchor = _auxiliary(clause, verb.span.start) or verb.span
    content = _said_after(clause, verb)
    source = subject(clause, anchor.start)
    if source is None and noun is not None:
        source = noun_phrase(clause, noun.start("who"))
    elif source is None and anchor is not verb.span:
        behind = _NOUN_START.match(text, anchor.end, end)
        source = noun_phrase(clause, behind.start("who")) if behind else None
    if source is None or content is None:
        return None
    if content.overlaps(source):  # "bestätigte ein Sprecher": the noun is no object
        return None
    return Seen(cue=verb.span, content=content, source=source, cue_class=verb.cue_class)


def _was_said(before: str) -> bool:
    """Tell whether what stands before a verb is a statement, not an apposition or a side clause.

    "Anna Kolb, die Leiterin, sagt" has two commas, "Die Stadt prüft, sagt" one.
    """
    if _is_marked(before):
        return True
    if _SIDE_CLAUSE.match(before):
        return False
    return before.count(",") < 2 or FINITE.search(before) is not None


def _is_marked(before: str) -> bool:
    return any(mark in before for mark in '„“”»«"')


def _said_after(clause: Clause, verb: _Verb) -> Span | None:
    """Return what follows a verb in second place as what is said, None where nothing does."""
    text, end = clause.text, clause.span.end
    start = verb.particle or verb.span.end
    behind = _THAT.match(text, start, end) or _COLON.match(text, start, end)
    if behind is not None:
        return clause.trimmed(behind.end(), end) or clause.trimmed(clause.span.start, end)
    if _QUOTE.match(text, start, end):
        return clause.trimmed(start, end)
    if verb.form in german_words.TAKES_OBJECT:
        return clause.trimmed(start, end)
    if verb.particle is not None:
        follows = clause.trimmed(start, end)
        return follows or clause.trimmed(verb.span.end, start)
    bare = _CLAUSE.match(text, start, end) if verb.form not in german_words.NEEDS_QUOTE else None
    timed = bare is not None and _GAP.match(bare["gap"]) is not None
    if bare is not None and timed and FINITE.search(text, bare.end(), end):
        return clause.trimmed(bare.end(), end)
    inverted = re.compile(r"[^.;:!?„“”»«\",]{1,120},\s+").match(text, start, end)
    if inverted is not None and verb.form not in german_words.NEEDS_QUOTE:
        noun = _NOUN_START.match(text, start, end)
        if noun is not None and FINITE.search(text, inverted.end(), end):
            return clause.trimmed(inverted.end(), end)
    return None
