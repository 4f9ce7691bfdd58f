"""A motive, an intention or a feeling of somebody else is stated as a fact.

## What it does

Flags a sentence of the writer's own that says what a third person or a body intends, what somebody
feels about another, or why they acted, where no source, quotation or citation stands with it.
People who could be anyone ("insiders say") are no source for it. Plans that were announced and
what the writer's own family felt are left alone, and so are questions and conditions.

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
from factcheck.language.span_index import SpanIndex
from factcheck.model.analysis import Analysis, Attribution, SourceKind
from factcheck.model.article import Span
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.coverage import meets, merged
from factcheck.rules.places import in_body

# Somebody in particular: a name, he or she, or "the" with a singular noun.
_SOMEBODY = (
    r"(?:\b[Hh]e|\b[Ss]he|\b[Tt]he (?:[a-z-]{2,15} ){0,2}[a-z-]{2,20}[^\Ws]|\b[A-Z][\w'’.-]{1,30})"
    r"(?: [A-Z][\w'’-]{1,30}){0,2}(?:, [^,.;]{1,60},)?"
)
_ADVERB = (
    r"(?: (?:has|had|have|never|always|still|clearly|secretly|only|really|long|now|also|just|merely"
    r"|simply|privately|said|[a-z]{3,12}ly))?"
)
_BE = r"(?:is|was|are|were|has been|had been|remains?|seems?|seemed|looks|looked)"
_INTENDS = re.compile(
    rf"{_SOMEBODY}{_ADVERB} (?:intend(?:s|ed)|mean(?:s|t)|chose|plott(?:s|ed|ing)|"
    r"schem(?:es|ed|ing)|long(?:s|ed)|yearn(?:s|ed)|itch(?:es|ed)|crav(?:es|ed)|"
    r"(?:would|['’]d) (?:dearly |sorely |just )?(?:love|prefer|like nothing (?:more|better)"
    r" than)|wants? nothing (?:more|better) than|wanted nothing (?:more|better) than|"
    r"ha(?:s|d|ve) no intention of|knows? (?:full|perfectly|very) well|knew (?:full|perfectly|very)"
    r" well) (?:to|that|[a-z]{2,20}ing|see|have|be)\b"
    r"|\bwould (?:much |far )?rather (?:you|we|they|nobody|no one|the public|voters|readers)\b"
    rf"|{_SOMEBODY}{_ADVERB} (?:"
    r"fear(?:s|ed) (?:that|for|losing|being|having)|dream(?:s|t|ed) of|"
    r"believes (?:that )?(?:the|he|she|his|her|it|they)\b|suspect(?:s|ed) that|"
    r"regret(?:s|ted) (?:that|having|the|his|her)|doubt(?:s|ed) (?:that|whether))\b"
    r"|\b(?:[Hh]e|[Ss]he|[A-Z]\w+ [A-Z]\w+) (?:hope[sd]? to (?!be\b)|hopes that)\b"
    r"|\b(?:[Mm]anagers|[Bb]osses|[Ee]xecutives|[Mm]inisters|[Oo]fficials|[Oo]wners|[Dd]irectors)"
    r" (?:already |always |had )?kn[eo]wn? (?:\w+ ){0,3}(?:earlier |before )?that\b"
    rf"|{_SOMEBODY}{_ADVERB} {_BE}{_ADVERB} (?:(?:hell-?bent|bent|intent|dead set|set|fixated) on"
    r"|(?:itching|dying|aching|desperate|determined|anxious|eager|reluctant|loath|hungry|longing"
    r"|gagging|hoping|out|terrified|afraid|scared|ashamed|keen|plotting|scheming) to(?! be\b)"
    r"|(?:desperate|hungry|itching|longing) for"
    r"|(?:terrified|afraid|scared|frightened|jealous|envious|resentful|ashamed|sick|tired|wary) of"
    r"|(?:obsessed|besotted|smitten) with|(?:furious|livid|bitter|seething|smarting|fuming) "
    r"(?:that|at|over|about|with|from)|(?:playing for time|buying time|after revenge))\b"
)
_FEELS = re.compile(
    r"\b(?:resent(?:s|ed)?|env(?:y|ies|ied)|despis(?:e|es|ed)|loath(?:e|es|ed)|detest(?:s|ed)?|"
    r"crav(?:es|ed)|covet(?:s|ed)?|dread(?:s|ed)|relish(?:es|ed)|secretly [a-z]{3,15}|"
    r"never (?:forgave|got over|"
    r"forgot)|(?:has|had|have) never forgiven|(?:bears?|bore|nurs(?:es|ed)|holds?|harbou?rs?) a "
    r"grudge|(?:has|had|have) it in for|(?:has|had|have) (?:set )?(?:his|her|its|their) "
    r"(?:sights|eyes?|heart) (?:firmly |set )?on|(?:cannot|can['’]t|could not) (?:stand|bear|"
    r"abide)|"
    r"(?:could not|couldn['’]t|does not|doesn['’]t|did not|do not) (?:really )?care (?:less|about|"
    r"whether|who|what|that))\b"
)
_DARK = (
    r"(?:hide|silence|punish|intimidate|discredit|cover (?:up|his|her|its|their)|humiliate|deceive|"
    r"distract|divert|deflect|save face|curry favou?r|cling (?:on )?to|settle (?:old )?scores|line "
    r"(?:his|her|its|their) (?:own )?pockets?|clip the wings|buy (?:time|votes|silence)|get (?:his|"
    r"her|its|their) own back|smear|undermine|sideline|weaken|outflank|score points|pander|appease|"
    r"crush|destroy|oust|topple|break the|frighten|scare|bully|blackmail|starve|browbeat|"
    r"strong-arm|squeeze out|drive out|"
    r"placate|keep [\w ]{2,30} (?:sweet|quiet|happy|out)|muzzle|bury|whitewash|drum up|cash in)"
)
_MOTIVE = re.compile(
    r"\b(?:out of (?:spite|revenge|greed|jealousy|fear|envy|malice|vanity|pique|cowardice)|"
    rf"(?:in a(?:n apparent|n obvious| desperate| cynical)? bid|in order|so as|simply|merely|"
    rf"purely|only|just) to {_DARK}|for fear of (?!being attacked|reprisals|retribution)|"
    rf"wants? to {_DARK}|wanted to {_DARK}|so as to [a-z]+|"
    r"because (?:the |his |her |its |their )?[\w’' -]{3,40}? (?:was|were) (?:afraid|frightened|"
    r"scared|"
    r"jealous|ashamed|terrified|nervous|wary)|"
    r"(?:so as not|in order not|careful not|anxious not) to [a-z]+|"
    r"to avoid (?:upsetting|offending|angering|embarrassing|antagoni[sz]ing|having to)|"
    rf"(?:is|are|was|were) (?:now |simply |merely )?using (?:the|this|that|his|her|its|their) "
    rf"[^.;]{{2,50}}? to {_DARK}|"
    r"to (?:frighten|intimidate|silence|punish|humiliate|discredit|deceive|smear|bully|scare|"
    r"blackmail|save face|curry favou?r|settle (?:old )?scores|buy (?:time|silence)|line (?:his|"
    r"her|"
    r"its|their) (?:own )?pockets?)|"
    r"so that (?:nobody|no one|voters|readers|customers|consumers|regulators|investors|inspectors|"
    r"auditors|residents|rivals|the (?:public|press|police|court)|(?!I\b)[A-Z]\w+) (?:can|could|"
    r"would|"
    r"will|might|need)|"
    r"because (?:he|she|it|they) (?:was|were) (?:behind|afraid|angry|short of|losing|desperate|"
    r"worried|"
    r"keen|about to|running out)|"
    r"because (?:he|she|it|they) (?:wanted|wants?|feared|fears?|hoped|hopes?|hated|hates?|knew|"
    r"could not bear|did not want)|(?:chose|decided|preferred) to [^.;]{3,60} because)\b"
)
_SPARED = re.compile(
    r"\?|\b(?:if|whether|unless|I|[Mm]y|[Oo]ur|we|We|perhaps|maybe|may|might|could)\b"
)


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every sentence that tells another's mind with nothing to tell it by."""
    known = merged(
        [
            *(each.span for each in analysis.quotations),
            *(each.span for each in analysis.citations),
        ]
    )
    vouching = [each for each in analysis.attributions if _vouches(each)]
    told = SpanIndex((each.content, place) for place, each in enumerate(vouching))
    for sentence in analysis.sentences:
        span = sentence.span
        if not in_body(analysis, span) or meets(known, span):
            continue
        text = analysis.article.quote(span)
        found = _INTENDS.search(text) or _FEELS.search(text) or _MOTIVE.search(text)
        if found is None or _SPARED.search(text[: found.start()] + text[found.end() :]):
            continue
        mind = Span(span.start + found.start(), span.start + found.end())
        if any(not _is_itself(vouching[place], mind) for place in told.touching(span)):
            continue
        yield Hit(
            message="This tells what somebody has in mind, and nothing says how that is known.",
            span=Span(span.start, span.end),
            fix="Say who told you or what shows it, or tell what was done and said instead.",
            confidence=0.6,
        )


def _vouches(attribution: Attribution) -> bool:
    """Tell whether somebody in particular answers for it: "insiders say" is nobody's knowledge."""
    return (
        attribution.cue_class in SOURCING
        and attribution.source_kind is not SourceKind.VAGUE
        and (attribution.cue is not None or attribution.carried_from is not None)
    )


def _is_itself(attribution: Attribution, mind: Span) -> bool:
    """Tell whether the words for a state of mind were read as words of saying."""
    return attribution.cue is not None and attribution.cue.overlaps(mind)


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
