"""Somebody's account goes on as plain fact, without them.

## What it does

Flags a statement of what happened that follows, in the same paragraph, a sentence in which
a person, a body or an office tells what happened, where the statement is in the past tense, names
nobody new and credits nobody. A figure in it is CLM002 instead, and a superlative CLM004.
Background in the present tense, a new day or place, and quotations are left alone.

## Why it matters

The reader takes for established what is one party's version. It is the commonest way in which
a lawyer's, a ministry's or a witness's story becomes the paper's own.

## Example

What a witness told is told further without the witness.

## Options

None.

## References

- Reuters Handbook of Journalism: every statement in every story is sourced unless it is an
  established fact or clearly in the public domain.
- Associated Press, News Values and Principles: attribute disputable facts that were not
  witnessed, gathered or confirmed by the writer.
"""

from collections.abc import Iterator

from factcheck.model.analysis import Analysis
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.accounts import accounts_carried_on
from factcheck.rules.places import excerpt
from factcheck.rules.unattributed import is_minor, sureness


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every claim that carries an account on without its source."""
    for claim, account in accounts_carried_on(analysis):
        who = account.source
        name = excerpt(analysis.article.quote(who)) if who else "the source"
        yield Hit(
            message=f"This goes on with what {name} said, but no longer says so.",
            span=claim.span,
            related=(who,) if who else (),
            fix="Say again whose account it is, or say who else confirms it.",
            confidence=sureness(claim),
            minor=is_minor(claim),
        )


RULE = Rule(
    code="CLM007",
    name="lapsed-attribution",
    severity=Severity.WARNING,
    options=NoOptions,
    find=find,
    needs=frozenset({Need.ENGLISH}),
    examples=(
        Bad(
            """\
# The harbour

Two masked men stopped the pilot boat and locked up its crew, said Ines Calder, the pilot's wife.
They poured the fuel into the basin and cut the ropes.
""",
            marks=("They poured the fuel into the basin and cut the ropes.",),
        ),
        Good(
            """\
# The harbour

Two masked men stopped the pilot boat and locked up its crew, said Ines Calder, the pilot's wife.
She said they poured the fuel into the basin and cut the ropes.
"""
        ),
    ),
)
