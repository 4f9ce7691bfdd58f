"""Find the noun phrase that names a source in a German sentence, behind or before its verb."""

import re

from factcheck.language.foreign import german_words
from factcheck.language.foreign.clause import Clause
from factcheck.language.word_lists import words
from factcheck.model.article import Span

_DAY = (
    r"(?:am|vom|seit) (?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|"
    r"Morgen|Abend|Mittag|Nachmittag|\d)"
)
SOON = (
    rf"(?:{_DAY}\w*|gestern|heute|zuvor|zunächst|später|nun|jetzt|auch|weiter|dazu|außerdem|"
    rf"zudem|jüngst|kürzlich|bereits|bislang|hingegen|dagegen|daraufhin|jedoch|aber)"
)
"""Words for when or how, between a verb and the noun phrase or clause it takes."""

# Behind a noun these go on with the noun phrase; any other small word is a verb or an adverb.
_GLUE = words("der des von vom für und & sowie aus")
_ENDS = words(
    "am im in bei beim vor nach auf gegenüber zu zum zur während seit mit über unter an gegen durch"
    " dass ob wie wenn weil als"
)
_SMALL = german_words.SOURCES.small
_ADVERBS = words(
    "dort hier dann damals danach dabei daraufhin später zudem außerdem nun trotzdem inzwischen"
    " zuletzt schon davor gleichzeitig schließlich unterdessen derweil vorher ferner"
)
_PRONOUN = words("er sie es wir ich man")
_LEFT = re.compile(
    r"[,;:()„“”»«\"—–]|\b(?:und|aber|denn|doch|weil|dass|wenn|als|obwohl|während|sowie)\b\s"
)
_COMMON = (
    r"(?:ist|sind|war|waren|sei|seien|wäre|wären|hat|haben|hatte|hatten|habe|hätte|hätten|wird|"
    r"werden|werde|wurde|wurden|würde|würden|kann|können|könne|könnte|muss|müssen|müsse|müsste|"
    r"soll|sollen|solle|sollte|will|wollen|wolle|darf|dürfe|gibt|gebe|gab|kommt|komme|kam|geht|"
    r"gehe|ging|bleibt|bleibe|steht|stehe|liegt|liege|fehlt|fehle|braucht|brauche)"
)
FINITE = re.compile(rf"\b(?:{_COMMON}|[a-zäöü]\w{{2,}}(?:ten?|e))\b")
"""A finite verb, by its ending or by the list of common ones."""

_CLOSED = re.compile(rf"\b{_COMMON}\b")
_WORD = re.compile(r"[^\s.,;:!?„“”»«\"()]+")
_LONGEST_SOURCE = 120  # characters


def noun_phrase(clause: Clause, start: int) -> Span | None:
    """Return the source that begins here: it ends before the first small word behind a noun."""
    text = clause.text
    limit = min(clause.span.end, start + _LONGEST_SOURCE)
    last, after_noun = start, False
    for match in _WORD.finditer(text, start, limit):
        word = match.group()
        gap = text[last : match.start()]
        if match.start() > start and gap.strip() not in {"", "."}:
            break
        if "." in gap and not re.search(r"\b(?:Dr|Prof|St|[A-ZÄÖÜ])$", text[start:last]):
            break
        folded = word.lower()
        if folded in _PRONOUN and match.start() - start <= 1:
            return Span(match.start(), match.end())
        if folded in _ENDS:
            break
        if after_noun and word[0].islower() and folded not in _GLUE:
            break
        if word[0].isupper():
            after_noun = True
        elif folded in _GLUE or folded in _SMALL:
            after_noun = False
        last = match.end()
    span = clause.trimmed(start, last)
    while span is not None and clause.quote(span).rpartition(" ")[2].lower() in _GLUE | _SMALL:
        cut = clause.quote(span).rpartition(" ")[0]
        span = clause.trimmed(span.start, span.start + len(cut)) if cut else None
    if span is None or not any(map(str.isupper, clause.quote(span))):
        return None
    return span


def subject(clause: Clause, end: int) -> Span | None:
    """Return the noun phrase that ends here; an apposition between commas is left off."""
    text = clause.text
    floor = max(clause.span.start, end - 2 * _LONGEST_SOURCE)
    stretch = text[floor:end].rstrip()
    if stretch.endswith(","):
        opening = stretch.rfind(",", 0, len(stretch) - 1)
        if opening <= 0:
            return None
        stretch = stretch[:opening]
    start = 0
    for match in _LEFT.finditer(stretch):
        start = match.end()
    span = clause.trimmed(floor + start, floor + len(stretch))
    if span is None:
        return None
    words_ = clause.quote(span)
    folded = words_.lower()
    if folded in _PRONOUN:
        return span
    if not any(map(str.isupper, words_)) or _CLOSED.search(words_):
        return None
    first = folded.split()[0]
    if first in _ENDS or first in _ADVERBS or re.match(rf"{SOON}\b", words_, re.IGNORECASE):
        return None  # "Am Montag": the subject stands behind the verb
    return span
