"""Attributions of one kind of source, each source once."""

import re
from collections.abc import Iterator

from factcheck.language.cue_words import TALK
from factcheck.language.detect import language_of
from factcheck.language.sources import is_pronoun
from factcheck.model.analysis import Analysis, Attribution, CueClass, SourceKind
from factcheck.model.article import Span
from factcheck.rules.places import in_body

# A cue alone is vague where it is said of nobody ("reportedly"), not where the speaker is left out.
_IMPERSONAL = re.compile(
    r"(?:it (?:is|was|has been|had been)|some|many|most|there (?:is|are|was|were)|anyone|"
    r"everyone|those who|people who"
    r"|(?:is|are|was|were|been) (?:also |still |now |[a-z]+ly )?"
    r"(?:believed|thought|said|understood|reported|rumou?red|alleged|claimed|feared|known to|"
    r"established|accepted|acknowledged|recogni[sz]ed|taken for granted)"
    r"|(?:is|are|was|were|been) widely (?:seen|viewed|regarded|considered|expected|held|credited)"
    r"|reportedly|allegedly|supposedly|purportedly|apparently|rumou?r"
    r"|they say|by (?:all|most|some|many|common) |as (?:every|any|we )"
    r"|(?:questions|eyebrows|concerns|doubts|fears|suspicions|fingers|accusations|allegations"
    rf"|complaints) |(?:{TALK}))",
    re.IGNORECASE,
)
_DEFINITE = re.compile(
    r"(?:the|this|that|these|those|both)(?: (?:two|three|four|five|same|other))? (?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_TAIL = re.compile(r",|\b(?:who|which|that|with|from|in|at|of|for|on|by|offering|close)\b")
_ASKS = re.compile(
    r" (?:have |has )?(?:asked|requested|wanted|preferred) (?:us )?(?:not to|that (?:we|their))\b"
)
_APPOSED = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ][\w'’-]+|"
    r"[‘“\"'][A-ZÀ-Þ][\w-]+[’”\"'])(?: \([^)]{1,20}\))?,[’”\"']? \Z"
)
_SHORTEST_STEM = 3
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "you"})


def credited(
    analysis: Analysis, kind: SourceKind, *, declining: bool = False
) -> Iterator[tuple[Attribution, Span]]:
    """Yield each place where a source of this kind is credited in the body, with the attribution.

    The place is the source, or the cue where it is impersonal ("reportedly"). A source that is
    carried over from a sentence before, or a pronoun was yielded where it was introduced; "the
    man" of whom the text spoke before is somebody else than its source, unless it was one there.
    Somebody who declines to comment is not credited with anything, and left out unless
    ``declining``.
    """
    seen: set[Span] = set()
    introduced: set[str] = set()
    # The readers of other languages leave a source out only where the words name nobody.
    english = language_of(analysis.article) == "en"
    for attribution in analysis.attributions:
        declines = attribution.cue_class is CueClass.DECLINE and not declining
        if attribution.source_kind is not kind or declines:
            continue
        place = attribution.source
        if place is None and attribution.carried_from is None:
            place = attribution.cue
            if english and not is_impersonal(analysis, attribution):
                continue
        if place is None or place in seen or not in_body(analysis, place):
            continue
        words = analysis.article.quote(place)
        if words.casefold() in _PRONOUNS:
            continue
        taken_up = _is_taken_up(analysis.article.text, words, place.start)
        if taken_up and (kind is SourceKind.VAGUE or _stem(words) not in introduced):
            continue
        if _ASKS.match(analysis.article.text, place.end):
            continue  # "Two patients asked us not to print their names": a practice declared
        if _APPOSED.search(analysis.article.text, max(0, place.start - 40), place.start):
            continue  # "Efua Mensah, a smoker of fish, said": the name stands before it
        seen.add(place)
        introduced.add(_stem(words))
        yield attribution, place


def is_impersonal(analysis: Analysis, attribution: Attribution) -> bool:
    """Tell whether a cue says by itself that nobody in particular is meant: "it is said"."""
    cue = attribution.cue
    return cue is not None and _IMPERSONAL.match(analysis.article.text, cue.start) is not None


def is_unresolved(analysis: Analysis, attribution: Attribution) -> bool:
    """Tell whether the source is a pronoun and nobody knows whose."""
    source = attribution.source
    return (
        source is not None
        and attribution.carried_from is None
        and is_pronoun(analysis.article.quote(source))
    )


def introduced_unnamed(analysis: Analysis) -> frozenset[str]:
    """Return the nouns of the sources without a name that the text introduces: "source", "man"."""
    kinds = (SourceKind.ANONYMOUS, SourceKind.VAGUE)
    places = [place for kind in kinds for _, place in credited(analysis, kind)]
    return frozenset(_stem(analysis.article.quote(place)) for place in places)


def is_known_otherwise(
    analysis: Analysis, attribution: Attribution, introduced: frozenset[str]
) -> bool:
    """Tell whether "the man" is somebody whom the text has spoken of, and not as its source.

    The patient of a case report has no name either and is no anonymous source.
    """
    speaker = attribution.source or attribution.carried_from
    if speaker is None:
        return False
    words = analysis.article.quote(speaker)
    taken_up = _is_taken_up(analysis.article.text, words, speaker.start)
    return taken_up and _stem(words) not in introduced


def _stem(words: str) -> str:
    """Return the noun of a source, without an article and a plural's ending."""
    match = _DEFINITE.match(words)
    head = _TAIL.split(match["rest"] if match else words, maxsplit=1)[0].split()
    return head[-1].casefold().removesuffix("s") if head else ""


def _is_taken_up(text: str, words: str, start: int) -> bool:
    """Tell whether "the two people" are people whom the text has spoken of before."""
    match = _DEFINITE.match(words)
    if match is None:
        return False
    stem = _stem(words)
    if len(stem) < _SHORTEST_STEM:
        return False
    return re.search(rf"\b{re.escape(stem)}", text[:start], re.IGNORECASE) is not None
