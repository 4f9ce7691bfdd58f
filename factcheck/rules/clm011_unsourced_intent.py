"""A motive, an intention or a feeling of somebody else is stated as a fact.

## What it does

Flags a sentence of the writer's own that says what a third person intends, what somebody feels
about another, or why they acted, where no source, quotation or citation stands with it. People who
could be anyone ("insiders say") are no source for it. Plans that were announced and what the
writer's own family felt are left alone, and so are questions and conditions.

## Why it matters

Nobody can see into another's mind. What somebody meant is known from what they said, wrote or did,
and the reader wants to know which; a motive invented in passing is what people sue over.

## Example

"The mayor intends to stay for life" is flagged; "the mayor told the council that she intends to
stay" is not.

## Options

None.

## References

- Reuters Handbook of Journalism: do not impute motives; say what people did and said.
- Associated Press, News Values and Principles: state the source's reason for knowing.
- BBC Editorial Guidelines, 3.3.28: distinguish fact from inference.
"""

import re
from collections.abc import Iterator

from factcheck.language.cue_words import SOURCING
from factcheck.model.analysis import Analysis, Attribution, SourceKind
from factcheck.model.article import Span
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.coverage import meets, merged
from factcheck.rules.places import in_body

# Somebody in particular: a name, he or she, or "the" with a singular noun.
_SOMEBODY = (
    r"(?:\b[Hh]e|\b[Ss]he|\b[Tt]he (?:[a-z-]{2,15} ){0,2}[a-z-]{2,20}[^\Ws]|\b[A-Z][\w'’-]{1,30})"
)
_ADVERB = (
    r"(?: (?:has|had|have|never|always|still|clearly|secretly|only|really|long|now|[a-z]{3,12}ly))?"
)
_INTENDS = re.compile(
    rf"{_SOMEBODY}{_ADVERB} (?:intend(?:s|ed)|mean(?:s|t)|is (?:bent|intent) on|"
    rf"was (?:bent|intent) on|(?:is|was) (?:determined|desperate)|chose|"
    r"plott(?:s|ed)|schem(?:es|ed)) (?:to|[a-z]{2,20}ing)\b"
)
_FEELS = re.compile(
    r"\b(?:resent(?:s|ed)?|env(?:y|ies|ied)|despis(?:e|es|ed)|loath(?:e|es|ed)|"
    r"secretly [a-z]{3,15}|"
    r"(?:is|are|was|were) (?:jealous|envious|resentful|terrified|ashamed) of)\b"
)
_MOTIVE = re.compile(
    r"\b(?:out of (?:spite|revenge|greed|jealousy|fear|envy|malice|vanity)|"
    r"(?:in a bid|in order|so as) to "
    r"(?:hide|silence|punish|intimidate|discredit|cover up|humiliate|deceive))\b"
)
_SPARED = re.compile(
    r"\?|\b(?:if|whether|unless|I|[Mm]y|[Oo]ur|we|We|perhaps|maybe|may|might|could)\b"
)


def _vouches(attribution: Attribution) -> bool:
    """Tell whether somebody in particular answers for it: "insiders say" is nobody's knowledge."""
    return attribution.cue_class in SOURCING and attribution.source_kind is not SourceKind.VAGUE


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every sentence that tells another's mind with nothing to tell it by."""
    known = merged(
        [
            *(each.content for each in analysis.attributions if _vouches(each)),
            *(each.span for each in analysis.quotations),
            *(each.span for each in analysis.citations),
        ]
    )
    for sentence in analysis.sentences:
        span = sentence.span
        if not in_body(analysis, span) or meets(known, span):
            continue
        text = analysis.article.quote(span)
        found = _INTENDS.search(text) or _FEELS.search(text) or _MOTIVE.search(text)
        if found is None or _SPARED.search(text):
            continue
        yield Hit(
            message="This tells what somebody has in mind, and nothing says how that is known.",
            span=Span(span.start, span.end),
            fix="Say who told you or what shows it, or tell what was done and said instead.",
            confidence=0.6,
        )


RULE = Rule(
    code="CLM011",
    name="unsourced-intent",
    severity=Severity.WARNING,
    options=NoOptions,
    find=find,
    needs=frozenset({Need.ENGLISH}),
    examples=(
        Bad(
            "# The harbour\n\nThe harbour master intends to keep the quay for the yachts.\n",
            marks=("The harbour master intends to keep the quay for the yachts.",),
        ),
        Good(
            "# The harbour\n\nThe harbour master told the council that she intends to keep the "
            "quay for the yachts.\n"
        ),
    ),
)
