"""A statement is credited to people who could be anyone.

## What it does

Flags plural or impersonal sources that name nobody and could not be asked: "critics say",
"experts agree", "studies show", "it is believed", "reportedly".

## Why it matters

It sounds sourced and is not: the reader can neither find the people nor count them. It is also
how a writer's own opinion gets into the news.

## Example

"Critics say" is flagged; a critic with a name is not.

## Options

None.

## References

- Wikipedia, Manual of Style: words to watch, unsupported attributions ("weasel words");
  templates "who?" and "by whom?".
- Reuters Handbook of Journalism: no plural sources where there is one, no unnamed critics.
"""

import re
from collections.abc import Iterator

from factcheck.language.source_words import ORDINARY, VAGUE
from factcheck.language.sources import is_pronoun
from factcheck.language.word_lists import words
from factcheck.model.analysis import Analysis, SourceKind
from factcheck.model.article import Span
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.coverage import meets, merged
from factcheck.rules.credited import credited
from factcheck.rules.places import excerpt, sentence_at

_LEAST = 0.75
_USUAL = (VAGUE | ORDINARY) - words("many some most few others several people money talk number")
_POINTS_BACK = re.compile(r"(?:its|their|his|her) ", re.IGNORECASE)
_TERM = re.compile(r"\b(?:as|what)\s\Z", re.IGNORECASE)
_TO_THE_WRITER = re.compile(
    r"(?: [a-z]+){0,3} (?:ask|asks|asked|asking|tell|tells|told|write|wrote|e-?mail|e-?mailed|"
    r"send|sent)"
    r" (?:to )?(?:me|us)\b"
)
_STRETCH = re.compile(r" (?:seconds|minutes|hours|days|weeks|months|years|decades|times)\b")


def _is_listed(analysis: Analysis, place: Span) -> bool:
    return not _USUAL.isdisjoint(analysis.article.quote(place).casefold().split())


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every vague source in a sentence without a citation."""
    cited = merged(each.span for each in analysis.citations)
    for attribution, place in credited(analysis, SourceKind.VAGUE):
        sentence = sentence_at(analysis, place.start)
        if sentence is not None and meets(cited, sentence.span):
            continue  # "studies show ... (Harker 2012)": the citation says which
        if is_pronoun(analysis.article.quote(place)):
            continue  # "the reviewers" are those of a sentence before
        if _STRETCH.match(analysis.article.text, place.end):
            continue  # "every few weeks" is a time and nobody's word
        if (
            attribution.source
            and attribution.confidence < _LEAST
            and not _is_listed(analysis, place)
        ):
            continue  # the network was not sure, and the words are no usual ones
        if _POINTS_BACK.match(analysis.article.quote(place)):
            continue  # "its authors" are those of a work named before
        if _TERM.search(analysis.article.text, max(0, place.start - 6), place.start):
            continue  # "as economists call it" is about a word
        if _TO_THE_WRITER.match(analysis.article.text, place.end):
            continue  # the writer's own mail
        quoted = excerpt(analysis.article.quote(place))
        yield Hit(
            message=f"“{quoted}” could be anyone.",
            span=place,
            related=(attribution.content,),
            fix="Name the people or the document, or say how many were asked and by whom.",
            confidence=attribution.confidence,
        )


RULE = Rule(
    code="CLM003",
    name="vague-attribution",
    severity=Severity.WARNING,
    options=NoOptions,
    find=find,
    needs=frozenset({Need.ATTRIBUTIONS}),
    examples=(
        Bad(
            "# The harbour\n\nCritics say the new crane was never needed.\n",
            marks=("Critics",),
        ),
        Good(
            "# The harbour\n\nThe new crane was never needed, said Ines Calder, who chairs the "
            "boat owners' association.\n"
        ),
    ),
)
