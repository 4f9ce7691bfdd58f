"""Attributions of one kind of source, each source once."""

import re
from collections.abc import Iterator

from factcheck.language.detect import language_of
from factcheck.model.analysis import Analysis, Attribution, CueClass, SourceKind
from factcheck.model.article import Span
from factcheck.rules.places import in_body

# A cue alone is vague where it is said of nobody ("reportedly"), not where the speaker is left out.
_IMPERSONAL = re.compile(
    r"(?:it (?:is|was|has been|had been)|some|many|most|there (?:is|are|was|were)"
    r"|(?:is|are|was|were|been) (?:[a-z]+ly )?"
    r"(?:believed|thought|said|understood|reported|rumou?red)"
    r"|reportedly|allegedly|supposedly|purportedly|apparently|rumou?r)",
    re.IGNORECASE,
)
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "you"})


def credited(
    analysis: Analysis, kind: SourceKind, *, declining: bool = False
) -> Iterator[tuple[Attribution, Span]]:
    """Yield each place where a source of this kind is credited in the body, with the attribution.

    The place is the source, or the cue where it is impersonal ("reportedly"). A source that
    is carried over from a sentence before, or a pronoun, was yielded where it was introduced.
    Somebody who declines to comment is not credited with anything, and left out unless
    ``declining``.
    """
    seen: set[Span] = set()
    # The readers of other languages leave a source out only where the words name nobody.
    english = language_of(analysis.article) == "en"
    for attribution in analysis.attributions:
        declines = attribution.cue_class is CueClass.DECLINE and not declining
        if attribution.source_kind is not kind or declines:
            continue
        place = attribution.source
        if place is None and attribution.carried_from is None:
            place = attribution.cue
            if english and place and not _IMPERSONAL.match(analysis.article.quote(place)):
                continue
        if place is None or place in seen or not in_body(analysis, place):
            continue
        if analysis.article.quote(place).casefold() not in _PRONOUNS:
            seen.add(place)
            yield attribution, place
