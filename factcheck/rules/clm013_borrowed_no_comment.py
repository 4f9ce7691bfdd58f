"""Somebody did not answer, and it was another outlet that asked.

## What it does

Flags lines such as "did not reply to a Reuters request for comment" on any other site, be it
an agency that asked or another outlet. Where the text speaks for an agency anywhere (CLM012), lines
that do not say who asked are flagged as well. Elsewhere they are taken to mean the writer.

## Why it matters

The line says that the site asked. If it did not, the people concerned have not been heard.

## Example

A line in which the request was an agency's is flagged.

## Options

- `agencies`: the agencies that are looked for.

## References

- BBC Editorial Guidelines, 6.3 (right of reply): the request is the publisher's to make.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model.analysis import Analysis
from factcheck.model.article import Span
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, Rule
from factcheck.rules.coverage import meets, merged
from factcheck.rules.no_comment import (
    asked_by_another,
    asked_by_the_writer,
    is_refusal,
    unanswered,
)
from factcheck.rules.outlets import AGENCIES, asked, is_own, reported, told, voices
from factcheck.rules.places import body_sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options of CLM013."""

    agencies: tuple[str, ...] = AGENCIES


def find(analysis: Analysis, options: Options) -> Iterator[Hit]:
    """Yield one hit for every such line."""
    found = voices(analysis, options.agencies)
    askers = [place for name, place in asked(analysis) if _is_anothers(analysis, name, place)]
    others = [
        each.span
        for each in body_sentences(analysis)
        if asked_by_another(analysis.article.quote(each.span))
    ]
    named_ones = merged([*(each.span for each in found), *askers, *others])
    if not named_ones:
        return
    for sentence in body_sentences(analysis):
        text = analysis.article.quote(sentence.span)
        place = unanswered(text)
        if place is None or asked_by_the_writer(text):
            continue
        named = meets(named_ones, sentence.span)
        if not named and not found:
            continue
        asker = "another outlet" if named else "nobody says whom"
        confidence = 0.9 if named else 0.4 if is_refusal(text) else 0.7
        yield Hit(
            message=f"This line stands for a request that was made by {asker}.",
            span=Span(sentence.span.start + place[0], sentence.span.end),
            fix="Ask yourself and say so, or credit the outlet that asked.",
            confidence=confidence,
        )


def _is_anothers(analysis: Analysis, name: str, place: Span) -> bool:
    """Tell whether an outlet is not the page's own.

    "The Ledger", short, may well be the page itself where that names no site.
    """
    if is_own(analysis.article, name):
        return False
    credited_too = name in {each for each, _ in (*told(analysis), *reported(analysis))}
    before = analysis.article.text[max(0, place.start - 4) : place.start].casefold()
    short = " " not in name and name.upper() != name and before == "the "
    return bool(analysis.article.site_name) or not short or name in AGENCIES or credited_too


RULE = Rule(
    code="CLM013",
    name="borrowed-no-comment",
    severity=Severity.WARNING,
    options=Options,
    find=find,
    needs=frozenset({Need.ENGLISH}),
    examples=(
        Bad(
            "# The harbour\n\nThe gate stood open, said Tom Brandt, the harbour master.\n\nThe "
            "shipyard did not reply to a Reuters request for comment.\n",
            marks=("did not reply to a Reuters request for comment.",),
        ),
        Good(
            "# The harbour\n\nThe gate stood open, said Tom Brandt, the harbour master. The "
            "shipyard did not reply to our request for comment. The owner declined to comment.\n"
        ),
    ),
)
