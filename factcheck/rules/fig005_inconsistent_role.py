"""A person has two offices, or is a man here and a woman there.

## What it does

Collects what the text calls each named person: an office of which one holds one at a time (finance
director and chief operating officer, foreign and defence minister, sergeant and captain, goalkeeper
and striker, prosecution and defence, somebody's mother and aunt, a club's chairwoman and its
sporting director, one country's ambassador and another's), a party, what one is director, head or
professor of, the firm or university one is of, and words that are said of one sex only (spokesman,
spokeswoman, Mr, Ms). "The Tory" is whoever was last given a party. Where two of them cannot both be
right the later is flagged. "Former", "then", "later", "acting" and the like say that there were
two; relatives of the same name are told apart by their given names.

## Why it matters

One of the two is wrong. Both the person and everybody who knows the person will notice.

## Example

A finance director is not the chief operating officer.

## Options

None.

## References

- Associated Press, News Values and Principles: accuracy; names and titles are checked.
"""

from collections.abc import Iterator

from factcheck.model.analysis import Analysis
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, NoOptions, Rule
from factcheck.rules.mentions import Mention
from factcheck.rules.offices_of_one import GROUPS
from factcheck.rules.places import excerpt
from factcheck.rules.roles_in_text import mentions

_FIXED = frozenset({"company", "cabinet", "town hall", "rank", "school", "party", "sex", "council"})


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every person and group with more than one value, at the second."""
    known: dict[tuple[str, str], list[Mention]] = {}
    for each in sorted(mentions(analysis.article), key=lambda each: each.span):
        if not each.passing:
            known.setdefault((each.person, each.group), []).append(each)
    for (person, group), listed in known.items():
        if len({each.given for each in listed if each.given}) > 1:
            continue  # relatives, or two people of one name
        first = listed[0]
        other = next((each for each in listed if _exclude(first, each)), None)
        if other is None:
            continue
        words = excerpt(analysis.article.quote(first.span))
        yield Hit(
            message=f"{person} is {_named(first)} at “{words}” and {_named(other)} here.",
            span=other.span,
            subject=f"{person} {group}",
            related=(first.span,),
            fix="Find out which is right, or say when each was.",
            confidence=0.8,
        )


def _exclude(one: Mention, other: Mention) -> bool:
    """Tell whether both cannot be right: a director of "sales and research" is one of sales."""
    if one.group in _FIXED:
        return one.value != other.value
    return not set(one.value.split()) & set(other.value.split())


def _named(mention: Mention) -> str:
    match mention.group:
        case "sex":
            return f"a {mention.value}"
        case "party":
            return mention.value
        case "body":
            return f"of {mention.value}"
        case group if group in _FIXED:
            return f"the {mention.value}"
        case "subject":
            return f"of {mention.value}"
        case group if group in GROUPS or " of " in group:
            return f"the {mention.value}"
        case "country":
            return f"the {mention.value} envoy"
        case title:
            return f"{title} of {mention.value}"


RULE = Rule(
    code="FIG005",
    name="inconsistent-role",
    severity=Severity.WARNING,
    options=NoOptions,
    find=find,
    examples=(
        Bad(
            "# The harbour\n\nTom Brandt, the finance director, said that the crane was paid for.\n"
            "\nThe quay needs a chief operating officer to succeed Brandt, he added.\n",
            marks=("chief operating officer to succeed Brandt",),
        ),
        Bad(
            "# The harbour\n\nA spokesman for the port said the gate had been open. Ines Calder, "
            "the spokeswoman, gave no reason.\n",
            marks=("Ines Calder, the spokeswoman",),
        ),
        Good(
            "# The harbour\n\nTom Brandt, the former finance director, is now the chief operating "
            "officer. Ines Calder, a spokeswoman for the port, spoke first. A spokesman for the "
            "town came later. Her brother, Ivo Calder, the chairman, left early.\n"
        ),
    ),
)
