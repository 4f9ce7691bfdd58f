"""Somebody without a name is quoted word for word.

## What it does

Flags a quotation whose speaker is unnamed or could be anyone, be it a sentence or a phrase of a few
words. Where nobody at all is said to have spoken QUO001 asks instead.

## Why it matters

Quotation marks lend weight to words for which nobody answers. Opinion and criticism from
unnamed people is what the handbooks rule out first.

## Example

A quotation from "a security source" is flagged.

## Options

None.

## References

- Associated Press, News Values and Principles: unnamed sources for information, not opinion.
- Reuters Handbook of Journalism: no personal attack from an unnamed source.
"""

from collections.abc import Iterator

from factcheck.model.analysis import Analysis, QuotationKind, SourceKind
from factcheck.model.article import Span
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.coverage import meets, merged
from factcheck.rules.credited import introduced_unnamed, is_known_otherwise, is_unresolved
from factcheck.rules.places import in_body
from factcheck.rules.sayings import is_common_property

_UNNAMED = frozenset({SourceKind.ANONYMOUS, SourceKind.VAGUE})
_QUOTED = frozenset({QuotationKind.DIRECT, QuotationKind.FRAGMENT})
_FEWEST_WORDS = 3  # of less nobody is hurt


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every quotation that only unnamed people are credited with."""
    introduced = introduced_unnamed(analysis)
    nobodys: list[Span] = []
    somebodys: list[Span] = []
    for each in analysis.attributions:
        speaker = each.source or each.carried_from
        if each.source_kind not in _UNNAMED or is_known_otherwise(analysis, each, introduced):
            somebodys.append(each.content)
        elif speaker and not (each.source and is_unresolved(analysis, each)):
            nobodys.append(each.content)
    unnamed, named = merged(nobodys), merged(somebodys)
    for quotation in analysis.quotations:
        span = quotation.span
        if (
            quotation.kind in _QUOTED
            and quotation.fault is None
            and len(analysis.article.quote(span).split()) >= _FEWEST_WORDS
            and in_body(analysis, span)
            and meets(unnamed, span)
            and not meets(named, span)
            and not is_common_property(analysis, span)
        ):
            yield Hit(
                message="The speaker of this quotation has no name.",
                span=span,
                fix="Name the speaker, paraphrase, or let an editor who knows the source decide.",
                confidence=0.8,
            )


RULE = Rule(
    code="QUO004",
    name="anonymous-quotation",
    severity=Severity.WARNING,
    options=NoOptions,
    find=find,
    needs=frozenset({Need.ATTRIBUTIONS}),
    examples=(
        Bad(
            '# The harbour\n\n"The mayor has never understood ships," said a security source in '
            "the port.\n",
            marks=('"The mayor has never understood ships,"',),
        ),
        Good(
            '# The harbour\n\n"The mayor has never understood ships," said Tom Brandt, the harbour '
            "master.\n"
        ),
    ),
)
