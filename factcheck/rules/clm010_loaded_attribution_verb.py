"""The verb that credits a source also judges it.

## What it does

Flags reporting verbs that take sides: "claimed" casts doubt, "conceded" and "boasted" lend the
statement a motive. "Admitted" and "confessed" are left alone where the sentence is about a court,
a charge or an offence.

## Why it matters

"Said" is neutral. A loaded verb is the writer's opinion of the source, placed where readers do not
notice it.

## Example

"The ministry claimed" is flagged, "the ministry said" is not.

## Options

- `verbs`: the words that are flagged, each form of a verb by itself.

## References

- Wikipedia, Manual of Style: words to watch, synonyms for said.
- Associated Press Stylebook, "claim", "admit".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model.analysis import Analysis
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, Rule
from factcheck.rules.places import in_body, sentence_at

_IN_COURT = re.compile(
    r"\b(?:court|judge|guilty|charge[sd]?|plea|pleaded|offences?|offenses?|murder|theft|fraud|assault"
    r"|burglary|police|trial|jury)\b",
    re.IGNORECASE,
)
_EXCUSED = re.compile(r"(?:admi|confess)", re.IGNORECASE)
_REFUSED_TO_SAY = re.compile(
    r" to (?:comment|say|answer|respond|reply|discuss|speak|talk|give|explain|confirm|elaborate)\b"
)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options of CLM010."""

    verbs: tuple[str, ...] = (
        "claim",
        "claims",
        "claimed",
        "claiming",
        "admits",
        "admitted",
        "boasts",
        "boasted",
        "concede",
        "concedes",
        "conceded",
        "confesses",
        "confessed",
        "refuses",
        "refused",
    )


def find(analysis: Analysis, options: Options) -> Iterator[Hit]:
    """Yield one hit for every cue that holds one of the verbs."""
    verbs = frozenset(options.verbs)
    seen = set()
    for attribution in analysis.attributions:
        cue = attribution.cue
        if cue is None or cue in seen or attribution.source is None or not in_body(analysis, cue):
            continue
        seen.add(cue)
        loaded = [
            word for word in _WORD.findall(analysis.article.quote(cue).lower()) if word in verbs
        ]
        if loaded and not _excused(analysis, loaded[0], cue.start):
            yield Hit(
                message=f"“{loaded[0]}” judges the source as well as crediting it.",
                span=cue,
                fix="Write “said”, unless the text shows why the judgement is right.",
                confidence=0.7,
            )


def _excused(analysis: Analysis, verb: str, offset: int) -> bool:
    sentence = sentence_at(analysis, offset)
    if verb.startswith("refuse"):  # to refuse a deed is to do something, not to say it
        after = analysis.article.text[offset : offset + 80].lower().partition(verb)[2]
        return _REFUSED_TO_SAY.match(after) is None
    if sentence is None or not _EXCUSED.match(verb):
        return False
    return _IN_COURT.search(analysis.article.quote(sentence.span)) is not None


RULE = Rule(
    code="CLM010",
    name="loaded-attribution-verb",
    severity=Severity.INFO,
    options=Options,
    find=find,
    needs=frozenset({Need.ENGLISH}),
    examples=(
        Bad(
            "# The harbour\n\nTom Brandt, the harbour master, claimed that the gate had been "
            "locked.\n",
            marks=("claimed",),
        ),
        Good(
            "# The harbour\n\nTom Brandt, the harbour master, said that the gate had been locked.\n"
        ),
    ),
)
