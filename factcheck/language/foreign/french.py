"""Read who says what in a French sentence.

Five constructions are known: a phrase before the source ("selon la mairie"), a verb with a clause,
an infinitive, a colon or a quotation behind it ("le maire affirme que", "X dit avoir vu"), the
inverted clause behind or inside what is said ("…, a déclaré le maire", "dit-elle"), phrases that
name nobody ("on dit que"), and lines about the asking ("n'a pas souhaité répondre").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from factcheck.language.foreign import french_words
from factcheck.language.foreign.clause import CLOSING, Clause, Seen, words_in
from factcheck.language.word_lists import words
from factcheck.model.analysis import CueClass
from factcheck.model.article import Span

_TOKEN = re.compile(r"[^\W\d_]+['’]?")
_AUXILIARIES = words("a ont avait avaient aurait auraient est sont était étaient")
_BETWEEN = words(
    "également aussi ainsi encore toutefois déjà notamment ensuite même alors par ailleurs t il"
    " elle ils elles on pas tout simplement récemment"
)
_BEFORE_NOUNS = words(
    "le la les l' l’ un une des ce cette sa de son en sans par d' d’ leur chaque toute"
)
_CLITICS = words("s' s’ se l' l’ le la les lui leur n' n’ ne y en m' m’ me nous vous")
_INVERTED = re.compile(r"(?:-t)?-(?P<who>ils?|elles?|on)\b")
_SOON = (
    r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier)(?: matin| midi| soir)?|"
    r"aujourd['’]hui|récemment|"
    r"(?:ce|cette) (?:matin|soir|semaine|midi|après-midi)|également|aussi|ainsi|encore|ensuite|"
    r"alors|par ailleurs|pour sa part|de son côté|dans la foulée|toutefois|notamment)"
)
_THAT = re.compile(r"(?P<gap>[^.;:!?«»“”\"]{0,90}?)\b(?:que\s|qu['’])")
# What may stand between a verb and its "que": when, to whom, where, an aside.
_GAP = re.compile(
    rf"\s*(?:$|,|(?:{_SOON}|à|au|aux|devant|dans|lors|sur|en|auprès|pour)\b)", re.IGNORECASE
)
_COLON = re.compile(r"[^.;:!?«»“”\"]{0,90}:(?=\s|$)")
_QUOTE = re.compile(r"(?:\s+[^\s.;:!?«»“”\"]+){0,5}\s*(?=[«“\"])")
_INFINITIVE = re.compile(
    rf"(?:\s+{_SOON})?\s+(?:ne (?:pas|plus|jamais) (?:en |y )?|n['’]|ne |s['’]|se |en |y )?"
    r"(?=(?:avoir|être|vouloir|pouvoir|devoir|ignorer|craindre|disposer|rester|attendre)\b)"
)
_NOUN_START = re.compile(
    rf"(?:\s+{_SOON})?\s+(?P<who>(?:le |la |les |l['’]|un |une |des |du |ce |cette |ces |son |"
    rf"sa |ses |leurs? |"
    r"deux |trois |plusieurs |certains |(?:M|Mme|MM|Dr|Me)\.? |nos |notre |[A-ZÀ-Þ]))"
)
_NOUN_END = re.compile(
    rf"[.;:!?«»“”\"()—–]|,|\s(?:{_SOON}|à|au|aux|dans|lors|sur|devant|après|avant|pendant|auprès|"
    rf"par|"
    r"qui|que|dont|tout|tandis|mais|pour|en|puis|avec|lorsque?|depuis|sous|face|est|sont|a|ont|"
    r"était|étaient|avait|avaient|serait|seraient|aurait|auraient|sera|seront)\b|\squ['’]"
)
_ABBREVIATION = re.compile(r"\b(?:M|Mme|MM|Dr|Me|St|Ste|[A-ZÀ-Þ])$")
_LEFT = re.compile(
    r"[,;:()«»“”\"—–]|\b(?:mais|que|et que|car|quand|lorsque|alors|parce|tandis|puis|si|comme|or|"
    r"donc|"
    r"pourtant|enfin|ensuite|ainsi|cependant|où|dont)\b\s|\bqu['’]"
)
_FINITE = re.compile(
    r"\b(?:est|sont|était|étaient|a|ont|avait|avaient|aura|auront|sera|seront|serait|fait|font|va|"
    r"vont|peut|peuvent|doit|doivent|faut|reste|restent|manque|manquent|\w{2,}(?:ait|aient|era|"
    r"eront|èrent|issent|ons|ez))\b|\b(?:c|n|s|j|m)['’]\w"
)
_BEHIND = re.compile(r"[»”\"],\s(?:se\s|s['’])?$")
_NO_VERBS = words(
    "le la les une elle de comme entre contre malgré avant pendant devant durant sauf outre celle"
    " cette quelle toute chaque notre votre quand dont souvent tant avec puisque lorsque"
)
_LEAST_WORDS = 3  # what is said holds at least so many, where no marks enclose it
_LONGEST_SOURCE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class _Verb:
    span: Span
    name: str
    cue_class: CueClass
    subject_before: int  # where the words before the verb, its clitics left off, end
    pronoun: Span | None = None  # of "dit-il"
    impersonal: bool = False  # "dit-on"


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], CueClass, bool], ...]:
    phrases = (
        (re.compile(rf"\b(?:{pattern})", re.IGNORECASE), cue_class, True)
        for pattern, cue_class in french_words.PHRASES
    )
    return (
        (re.compile(rf"\b(?:{french_words.NO_COMMENT})", re.IGNORECASE), CueClass.DECLINE, False),
        (re.compile(rf"\b(?:{french_words.VAGUE})\b", re.IGNORECASE), CueClass.REPORT, False),
        *phrases,
    )


def read(clause: Clause) -> Iterator[Seen]:
    """Yield the attributions of a French sentence."""
    taken: list[Span] = []
    for pattern, cue_class, has_source in _patterns():
        for match in pattern.finditer(clause.text, clause.span.start, clause.span.end):
            cue = Span(match.start(), match.start() + len(match.group().rstrip()))
            if clause.is_quoted(cue.start) or any(each.overlaps(cue) for each in taken):
                continue
            seen = _phrase(clause, cue, cue_class) if has_source else _fixed(clause, cue, cue_class)
            if seen is not None:
                taken.append(cue)
                yield seen
    floor = clause.span.start
    for verb in _verbs(clause):
        if any(each.overlaps(verb.span) for each in taken):
            continue
        seen = _of_verb(clause, verb, floor)
        if seen is not None:
            taken.append(verb.span)
            floor = verb.span.end
            yield seen


def _fixed(clause: Clause, cue: Span, cue_class: CueClass) -> Seen | None:
    """Read a phrase that needs no source, or whose source is its subject."""
    content = clause.trimmed(clause.span.start, clause.span.end)
    if content is None:
        return None
    source = None
    if cue_class is CueClass.DECLINE:
        source = _subject(clause, clause.span.start, cue.start)
    return Seen(cue=cue, content=content, source=source, cue_class=cue_class)


def _phrase(clause: Clause, cue: Span, cue_class: CueClass) -> Seen | None:
    source = _noun_phrase(clause, cue.end)
    if source is None:
        return None
    before = clause.trimmed(clause.span.start, cue.start)
    after = clause.trimmed(source.end, clause.span.end)
    said = before is not None and words_in(clause.quote(before)) >= _LEAST_WORDS
    if not said and after is not None:
        comma = clause.text.find(",", source.end, clause.span.end)
        if comma > 0 and _FINITE.search(clause.text, source.end, comma) is None:
            after = clause.trimmed(comma, clause.span.end) or after
    content = before if said else after
    if content is None:
        return None
    return Seen(cue=cue, content=content, source=source, cue_class=cue_class)


def _verbs(clause: Clause) -> Iterator[_Verb]:
    text, table = clause.text, french_words.forms()
    tokens = tuple(_TOKEN.finditer(text, clause.span.start, clause.span.end))
    for place, token in enumerate(tokens):
        word = token.group().lower()
        entry = table.get(word) or _behind_quotation(text, token)
        if entry is None or (token.group()[0].isupper() and place):
            continue
        name, cue_class, finite, participle = entry
        first = _auxiliary(tokens, place) if participle else None
        if first is None and not finite:
            continue
        start = place if first is None else first
        clitic = start
        while clitic > max(0, start - 3) and _is_clitic(text, tokens[clitic - 1], tokens[clitic]):
            clitic -= 1
        previous = tokens[clitic - 1].group().lower() if clitic else ""
        reflexive = any(
            tokens[at].group().lower() in {"s'", "s’", "se"} for at in range(clitic, start)
        )
        if word in french_words.REFLEXIVE and not reflexive:
            continue
        if first is None and word in french_words.NOUNS:
            leads = tokens[start - 1].group().lower() if start else ""
            if leads in _BEFORE_NOUNS:
                continue
        if previous in {"à", "de", "d'", "d’", "pour", "sans"}:
            continue
        after_first = tokens[first].end() if first is not None else token.end()
        inverted = _INVERTED.match(text, after_first, clause.span.end)
        pronoun = Span(*inverted.span("who")) if inverted else None
        impersonal = pronoun is not None and inverted is not None and inverted["who"] == "on"
        yield _Verb(
            span=Span(tokens[start].start(), token.end()),
            name=name,
            cue_class=cue_class,
            subject_before=tokens[clitic].start(),
            pronoun=pronoun,
            impersonal=impersonal,
        )


def _behind_quotation(text: str, token: re.Match[str]) -> tuple[str, CueClass, bool, bool] | None:
    """Take any verb between a closed quotation and a noun or pronoun for a reporting one."""
    word = token.group().lower()
    if _BEHIND.search(text, max(0, token.start() - 12), token.start()) is None:
        return None
    if word in _NO_VERBS or not word.endswith(("e", "nt", "it", "a", "d", "ut", "ît")):
        return None
    after = _NOUN_START.match(text, token.end()) or _INVERTED.match(text, token.end())
    return None if after is None else (word, CueClass.ASSERT, True, False)


def _is_clitic(text: str, token: re.Match[str], following: re.Match[str]) -> bool:
    adjoins = not text[token.end() : following.start()].strip()
    return adjoins and token.group().lower() in _CLITICS


def _auxiliary(tokens: tuple[re.Match[str], ...], place: int) -> int | None:
    """Return the place of a participle's auxiliary: "a également déclaré", "a-t-il dit"."""
    at = place - 1
    while at >= 0 and place - at <= 4 and tokens[at].group().lower() in _BETWEEN:
        at -= 1
    return at if at >= 0 and tokens[at].group().lower() in _AUXILIARIES else None


def _of_verb(clause: Clause, verb: _Verb, floor: int) -> Seen | None:
    text, end = clause.text, clause.span.end
    before = text[clause.span.start : verb.subject_before].rstrip()
    closes = before[-1:] in CLOSING and bool(before)
    if verb.pronoun is not None:
        if not closes or (before[-1] == "," and not before[:-1].strip()):
            return None
        tail = max(verb.span.end, verb.pronoun.end)
        return _inverted(clause, verb, None if verb.impersonal else verb.pronoun, tail)
    noun = _NOUN_START.match(text, verb.span.end, end) if closes else None
    if noun is not None and _was_said(clause, verb):
        source = _noun_phrase(clause, noun.start("who"))
        if source is not None and _that(text, source.end, end) is None:
            return _inverted(clause, verb, source, source.end)
    if clause.is_quoted(verb.span.start):
        return None
    return _with_clause(clause, verb, floor)


def _was_said(clause: Clause, verb: _Verb) -> bool:
    """Tell whether what stands before a verb is a statement, and not the subject's apposition."""
    before = clause.text[clause.span.start : verb.subject_before]
    if any(mark in before for mark in '«»“”"'):
        return True
    # "Anne Roy, maire de Brume, affirme" has two commas, "Le vin se vend, affirme" one.
    return before.count(",") < 2 or _FINITE.search(before) is not None


def _inverted(clause: Clause, verb: _Verb, source: Span | None, tail: int) -> Seen | None:
    """Read "…, dit-il": what is said stands before the verb, or around it."""
    own = next((each for each in clause.quoted if each.contains(verb.span)), None)
    start = max(clause.span.start, own.start) if own else clause.span.start
    content = clause.trimmed(start, verb.subject_before)
    few = content is None or words_in(clause.quote(content)) < _LEAST_WORDS
    if few and (own is None or own.start >= start):
        after = clause.trimmed(tail, clause.span.end)
        content = after or content
    return None if content is None else Seen(
        cue=verb.span, content=content, source=source, cue_class=verb.cue_class
    )  # fmt: skip


def _with_clause(clause: Clause, verb: _Verb, floor: int) -> Seen | None:
    text, end = clause.text, clause.span.end
    behind = (
        _that(text, verb.span.end, end)
        or _INFINITIVE.match(text, verb.span.end, end)
        or _COLON.match(text, verb.span.end, end)
        or _QUOTE.match(text, verb.span.end, end)
    )
    source = _subject(clause, floor, verb.subject_before)
    if behind is not None:
        nominal = behind.re is _QUOTE
        content = clause.trimmed(verb.span.end if nominal else behind.end(), end)
        content = content or clause.trimmed(clause.span.start, end)  # "la lettre dit :"
    elif verb.name in french_words.TAKES_OBJECT or verb.cue_class is CueClass.DOCUMENT:
        content = clause.trimmed(verb.span.end, end)
    else:
        return None
    if source is None or content is None:
        return None
    return Seen(cue=verb.span, content=content, source=source, cue_class=verb.cue_class)


def _that(text: str, start: int, end: int) -> re.Match[str] | None:
    found = _THAT.match(text, start, end)
    return found if found is not None and _GAP.match(found["gap"]) else None


def _noun_phrase(clause: Clause, start: int) -> Span | None:
    """Return the source that begins here, up to the first word that cannot belong to it."""
    text = clause.text
    limit = min(clause.span.end, start + _LONGEST_SOURCE)
    at = start
    while (stop := _NOUN_END.search(text, at, limit)) is not None:
        if stop.group() != "." or not _ABBREVIATION.search(text, start, stop.start()):
            break
        at = stop.end()
    return clause.trimmed(start, stop.start() if stop else limit)


def _subject(clause: Clause, floor: int, end: int) -> Span | None:
    """Return the noun phrase that ends here; an apposition between commas is left off."""
    text = clause.text
    floor = max(floor, clause.span.start, end - 2 * _LONGEST_SOURCE)
    stretch = text[floor:end].rstrip()
    relative = re.search(r",?\s(?:qui|laquelle|lequel)$", stretch)
    if relative is not None:
        stretch = stretch[: relative.start()]
    if stretch.endswith(","):
        opening = stretch.rfind(",", 0, len(stretch) - 1)
        if opening <= 0:
            return None
        stretch = stretch[:opening]
    start = 0
    for match in _LEFT.finditer(stretch):
        start = match.end()
    span = clause.trimmed(floor + start, floor + len(stretch))
    if span is None or not any(map(str.isalpha, clause.quote(span))):
        return None
    if _FINITE.search(text, span.start, span.end):
        return None  # a clause and no noun phrase
    return span
