"""The text speaks with the voice of an agency, under another byline.

## What it does

Flags places where an agency that is not the article's own checks ("could not independently
verify"), counts ("an AFP tally"), sees (its correspondents at the scene), asks ("economists polled
by"), or is signed for (its dateline, "reporting by ...; editing by ...", "with agency inputs"), and
"this agency". People who "told" an agency something are flagged too, with less confidence where
that is all there is, unless a link, a citation, a date or a title says which of its reports it was.
Copy that byline or dateline give to the agency is left alone, and no-comment lines are CLM013.

## Why it matters

Copy that was taken over without its byline is passed off as the site's own reporting, and the
checks and interviews it speaks of were not the site's.

## Example

"Reuters could not independently verify the number" is flagged on any other site.

## Options

- `agencies`: the agencies that are looked for.

## References

- Society of Professional Journalists, Code of Ethics: never plagiarise, always attribute.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.language.cues import is_no_comment
from factcheck.model.analysis import Analysis
from factcheck.model.article import Span
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, Rule
from factcheck.rules.no_comment import is_unanswered
from factcheck.rules.outlets import AGENCIES, interviews, voices
from factcheck.rules.places import sentence_at

_CHECKED = re.compile(r"\b(?:verify|confirm|ascertain|determine|establish|authenticate)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options of CLM012."""

    agencies: tuple[str, ...] = AGENCIES


def find(analysis: Analysis, options: Options) -> Iterator[Hit]:
    """Yield one hit for every such sentence."""
    found = voices(analysis, options.agencies)
    spoken = [each.span for each in found if not _is_no_comment(analysis, each.span)]
    # A no-comment line is CLM013's unless it is all there is.
    places = dict.fromkeys(spoken or [each.span for each in found[:1]], 0.85)
    for place in interviews(analysis, options.agencies):
        places.setdefault(place, 0.85 if found else 0.5)
    done: set[Span] = set()
    for place, confidence in sorted(places.items()):
        sentence = sentence_at(analysis, place.start)
        if sentence is None or sentence.span in done:
            continue
        done.add(sentence.span)
        yield Hit(
            message="The text speaks for a news agency that is not the article's own.",
            span=place,
            fix="Credit the agency in the byline, or report it yourself.",
            confidence=confidence,
        )


def _is_no_comment(analysis: Analysis, place: Span) -> bool:
    sentence = sentence_at(analysis, place.start)
    if sentence is None:
        return False
    text = analysis.article.quote(sentence.span)
    no_comment = is_no_comment(analysis.article.text, sentence.span) or is_unanswered(text)
    return no_comment and not _CHECKED.search(text)


RULE = Rule(
    code="CLM012",
    name="agency-copy",
    severity=Severity.WARNING,
    options=Options,
    find=find,
    needs=frozenset({Need.ENGLISH}),
    examples=(
        Bad(
            "# The harbour\n\nAt least 40 boats were lost, Tom Brandt told Reuters. Reuters could "
            "not independently verify the number.\n",
            marks=("Reuters", "Reuters could not independently verify"),
        ),
        Good(
            "# The harbour\n\nAt least 40 boats were lost, Tom Brandt told Reuters (“Forty boats "
            "lost”, 3 May 2024). We could not verify the number. Ines Calder told this newspaper "
            "that she lost one.\n"
        ),
    ),
)
