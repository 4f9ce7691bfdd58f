"""The verb that credits a source also judges it.

## What it does

Flags reporting verbs that take sides: "claimed" and "insisted" cast doubt, "conceded", "owned up"
and "let slip" make a confession of an answer, "fumed", "scoffed" and "laughed off" paint the
speaker. "Admitted" and "confessed" are left alone where the sentence is about a court, a charge or
an offence, and "claimed" where nothing is said ("claimed two lives", "claimed asylum").

## Why it matters

"Said" is neutral. A loaded verb is the writer's opinion of the source, placed where readers do not
notice it.

## Example

"The ministry claimed" is flagged, "the ministry said" is not.

## Options

- `verbs`: the verbs that are flagged where they credit somebody, in their base form.

## References

- Wikipedia, Manual of Style: words to watch, synonyms for said.
- Associated Press Stylebook, "claim", "admit".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.language.cues import verb_forms
from factcheck.model.analysis import Analysis
from factcheck.model.article import Span
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, Rule
from factcheck.rules.coverage import meets, merged
from factcheck.rules.places import body_sentences, in_body, sentence_at

_IN_COURT = re.compile(
    r"\b(?:court|judge|guilty|charge[sd]?|plea|pleaded|offences?|offenses?|murder|theft|fraud|assault"
    r"|burglary|police|trial|jury|counts?)\b",
    re.IGNORECASE,
)
_EXCUSED = re.compile(r"(?:admi|confess)", re.IGNORECASE)
_REFUSED_TO_SAY = re.compile(
    r" to (?:comment|say|answer|respond|reply|discuss|speak|talk|give|explain|confirm|elaborate)\b"
)
_CLAIMED_A_THING = re.compile(
    r" (?:(?:the|a|an|his|her|its|their|another|up to|at least|more than|nearly|about|back|full|all"
    r"|first|second|third) ){0,3}(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|"
    r"dozens of|"
    r"hundreds of|thousands of|many|several)? ?(?:lives|life|victims?|responsibility|credit|victory"
    r"|asylum|benefits?|damages|compensation|expenses|insurance|title|crown|gold|silver|bronze|medal"
    r"|prize|trophy|wickets?|win|seats?|place|spot|body|bodies|relief|refund|refunds|pension)\b"
)
_WORD = re.compile(r"(?P<noun>\b(?:an?|the|his|her|its|their) (?:[a-z]+ )?)?(?P<word>[^\W\d_]+)")
# No other use of these words is likely, so that nobody need have been found to be credited.
_UNMISTAKABLE = re.compile(
    r"\b(?:(?:airily|breezily|smugly|grudgingly|sheepishly|haughtily|glibly|sniffily|petulantly|"
    r"ludicrously|laughably|predictably|conveniently|coyly|curtly|huffily|primly|blithely|shamelessly)"
    r" (?:said|says|told|dismiss\w+|insist\w+|claim\w+|repl\w+|answer\w+|add\w+|den\w+|declar\w+|"
    r"announc\w+|explain\w+|remark\w+|respond\w+|admit\w+|conced\w+|reject\w+)|"
    r"(?:let|lets|letting) (?:on|slip)(?! of\b)|(?:own(?:s|ed)|fess(?:es|ed)) up\b|(?:come|"
    r"comes|"
    r"came) clean\b|(?:laugh|shrug|brush|wav)(?:s|es|ed|ged|ing)? (?:off|aside|away)\b|(?:would|"
    r"will|"
    r"wants?|wanted to) have (?:us|you|everyone|everybody|readers|voters) believe|(?:want|wants|"
    r"wanted"
    r"|like|likes) (?:us|you|everyone|voters) to believe|(?:forced|made|obliged) to (?:admit|"
    r"concede)"
    r"|had to (?:admit|concede)|(?:tried|tries|trying|attempted) to (?:claim|explain away|"
    r"talk down)|"
    r"(?:lash|lashes|lashed|hit|hits) out at|(?:tear|tears|tore) into|"
    r"(?:fum|rag|scoff|sneer|gloat|crow|gush|whin|moan|grip|grumbl|bluster|thunder|bleat|rant|brag|"
    r"boast|snarl|bemoan|splutter|whing|trumpet|preen)(?:s|es|ed)(?= (?:that\b|about\b|at\b|"
    r"over\b|on "
    r"\w+day|in a |to (?:the|a|us|me|reporters)|[A-Z]|the\b|his\b|her\b|its\b|their\b)|"
    r"[.,:] ?[\"“‘']|"
    r"[.,:]$))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options of CLM010."""

    verbs: tuple[str, ...] = (
        "claim",
        "admit",
        "boast",
        "brag",
        "concede",
        "confess",
        "refuse",
        "insist",
        "fume",
        "rage",
        "scoff",
        "sneer",
        "gloat",
        "crow",
        "gush",
        "whine",
        "moan",
        "gripe",
        "grumble",
        "bluster",
        "thunder",
        "bleat",
        "rant",
        "snarl",
        "snap",
        "bark",
        "blast",
        "slam",
        "refute",
        "purport",
        "pretend",
    )


def find(analysis: Analysis, options: Options) -> Iterator[Hit]:
    """Yield one hit for every cue that holds one of the verbs, and for unmistakable phrases."""
    verbs = frozenset(form for verb in options.verbs for form in verb_forms(verb))
    found: list[Span] = []
    for attribution in analysis.attributions:
        cue = attribution.cue
        if cue is None or cue in found or attribution.source is None or not in_body(analysis, cue):
            continue
        loaded = next(
            (
                match["word"]
                for match in _WORD.finditer(analysis.article.quote(cue).lower())
                if match["word"] in verbs and not match["noun"]
            ),
            None,
        )
        if loaded and not _excused(analysis, loaded, cue.start):
            found.append(cue)
            yield _hit(loaded, cue)
    quoted = merged(each.span for each in analysis.quotations if each.fault is None)
    known = merged(found)
    for sentence in body_sentences(analysis):
        for match in _UNMISTAKABLE.finditer(analysis.article.quote(sentence.span)):
            place = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            if not meets(quoted, place) and not meets(known, place):
                yield _hit(match.group(), place)


def _hit(words: str, place: Span) -> Hit:
    return Hit(
        message=f"“{words}” judges the source as well as crediting it.",
        span=place,
        fix="Write “said”, unless the text shows why the judgement is right.",
        confidence=0.7,
    )


def _excused(analysis: Analysis, verb: str, offset: int) -> bool:
    sentence = sentence_at(analysis, offset)
    after = analysis.article.text[offset : offset + 80].lower().partition(verb)[2]
    if verb.startswith("refus"):  # to refuse a deed is to do something, not to say it
        return _REFUSED_TO_SAY.match(after) is None
    if verb.startswith("claim"):
        return _CLAIMED_A_THING.match(after) is not None
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
