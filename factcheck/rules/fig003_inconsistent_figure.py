"""Two figures of the article contradict each other.

## What it does

Computes whether

- the parts of a stated number make more than it ("of the 40 boats, 25 went north and 18 went
  south"), or anything else where they are all of it;
- an age goes with the dates or years of birth and death, and a stretch of years with its ends;
- "the 21 cars", which points back, has the number that the text gave before ("18 cars");
- a figure comes twice with two digits swapped ("240 jobs", then "204 jobs");
- a person's age, a sentence ("jailed for six years", "the nine-year term"), a score, a distance, a
  price, a rate of a month or a toll ("11 died", "the 16 who died") is told twice and differs.

Two sources that give different figures are no contradiction of the writer's.

## Why it matters

One of the two is wrong, and readers do the sum.

## Example

25 and 18 are more than 40.

## Options

None.

## References

- Associated Press, News Values and Principles: accuracy; ages are computed from the date of birth.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.language.word_lists import words
from factcheck.model.analysis import Analysis, Sentence
from factcheck.model.article import Span
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.numerals import NUMBER, is_hedged, is_year, quantity
from factcheck.rules.places import body_sentences, in_body
from factcheck.rules.told_again import Told, figures, is_contradiction, is_slip
from factcheck.rules.told_of_one import contradictions
from factcheck.rules.years_between import wrong_times

_OF_THE = re.compile(
    rf"\bof (?:the|its|his|her|their|our|these|those)(?: [\w-]{{2,20}}['’]s?)? (?P<whole>{NUMBER})"
    r"[^.;:\d]{0,40}?,\s",
    re.IGNORECASE,
)
_PART = re.compile(rf"(?P<number>{NUMBER})\s(?P<next>[a-z]+)", re.IGNORECASE)
# "41 were profitable and 58 were not": who is not in one group is in the other.
_SPLIT = re.compile(
    rf"(?P<one>{NUMBER})\s(?P<verb>were|are|had|have|did|do|could|can|would|will)\b[^.;]{{2,60}}?\band\s"
    rf"(?P<other>{NUMBER})\s(?P=verb)\snot\b",
    re.IGNORECASE,
)
_REST = re.compile(r"\bthe (?:rest|remaining|remainder|other)\b", re.IGNORECASE)
# After these the groups may overlap ("25 were new and 20 were large"), or it is no verb.
_NO_VERB = words(
    """
    in of on to at and or years days months were was are is had have has can could
    """
)

_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_NOT_COUNTED = words(
    "member other town side reason page serie thing way part case kind type one set"
)
_REMEMBERED = 200  # figures


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every figure that contradicts another."""
    sentences = list(body_sentences(analysis))
    for sentence in sentences:
        yield from list(_parts(analysis, sentence))[:1]
    yield from _times(analysis, sentences)
    slips = list(_slips(analysis, sentences))
    yield from slips
    known = {hit.span for hit in slips}
    for hit in _counts(analysis, sentences):
        if hit.span and not any(each and each.overlaps(hit.span) for each in known):
            known.add(hit.span)
            yield hit
    for hit in _told_of_one(analysis):
        if hit.span and not any(each and each.overlaps(hit.span) for each in known):
            yield hit


def _told_of_one(analysis: Analysis) -> Iterator[Hit]:
    """Judge what is told twice of one thing: an age, a sentence, a score, a toll."""
    for earlier, later in contradictions(analysis.article.text):
        first, second = Span(earlier.start, earlier.end), Span(later.start, later.end)
        if in_body(analysis, first) and in_body(analysis, second):
            yield Hit(
                message=f"The text said otherwise before: “{analysis.article.quote(first)}”.",
                span=second,
                related=(first,),
                fix="Check which is right, or say which of them is meant.",
                confidence=0.7,
            )


def _wrong_split(printed: str, split: re.Match[str]) -> str | None:
    """Return the message where two groups that make the whole do not, else None."""
    whole, one, other = quantity(printed), quantity(split["one"]), quantity(split["other"])
    if not (whole and one and other) or one.value + other.value == whole.value:
        return None
    return f"{split['one']} + {split['other']} makes {one.value + other.value} and not {printed}."


def _slips(analysis: Analysis, sentences: list[Sentence]) -> Iterator[Hit]:
    """Judge figures that come again with two digits swapped."""
    told: list[tuple[Told, frozenset[str]]] = []
    for sentence in sentences:
        text = analysis.article.quote(sentence.span)
        who = _sources(analysis, sentence.span)
        for later in figures(text, sentence.span.start):
            for earlier, by in told:
                apart = who and by and not who & by and not later.points
                if is_slip(earlier, later) and not apart:
                    yield Hit(
                        message=f"“{earlier.printed}” before: two digits are swapped.",
                        span=later.span,
                        related=(earlier.span,),
                        fix="Check which number is right.",
                        confidence=0.85,
                    )
                    break
            told = [*told, (later, who)][-_REMEMBERED:]


def _sources(analysis: Analysis, span: Span) -> frozenset[str]:
    """Return the words for those who are credited in a sentence."""
    places = (
        each.source or each.carried_from
        for each in analysis.attributions
        if each.content.overlaps(span)
    )
    return frozenset(analysis.article.quote(place) for place in places if place)


def _parts(analysis: Analysis, sentence: Sentence) -> Iterator[Hit]:
    """Judge "of the N, A verb ... and B verb ...", where the same word follows each part."""
    text = analysis.article.quote(sentence.span)
    for match in _OF_THE.finditer(text):
        whole = quantity(match["whole"])
        parts = list(_PART.finditer(text, match.end()))
        if whole is None or len(parts) < 2 or is_year(match["whole"]):
            continue
        split = _SPLIT.search(text, match.end())
        if split and (wrong := _wrong_split(match["whole"], split)):
            begin = sentence.span.start
            yield Hit(
                message=wrong,
                span=Span(begin + match.start(), begin + split.end()),
                fix="Count again, or say what the groups share.",
                confidence=0.9,
            )
            continue
        follows = parts[0]["next"].lower()
        same = [part for part in parts if part["next"].lower() == follows]
        if len(same) < 2 or follows in _NO_VERB:
            continue
        values = [quantity(part["number"]) for part in same]
        if any(is_hedged(text, part.start()) for part in same):
            continue
        total = sum(value.value for value in values if value is not None)
        rest = _REST.search(text, match.end()) is not None
        if total > whole.value or (rest and total != whole.value and len(same) == len(parts)):
            yield Hit(
                message=f"{' + '.join(part['number'] for part in same)} makes {total} and not "
                f"{match['whole']}.",
                span=Span(
                    sentence.span.start + match.start(), sentence.span.start + same[-1].end()
                ),
                fix="Count again, or say what the groups share.",
                confidence=0.9,
            )


def _times(analysis: Analysis, sentences: list[Sentence]) -> Iterator[Hit]:
    """Judge ages and stretches of years."""
    texts = tuple(analysis.article.quote(each.span) for each in sentences)
    for wrong in wrong_times(texts):
        begin = sentences[wrong.sentence].span.start
        yield Hit(
            message=wrong.message,
            span=Span(begin + wrong.start, begin + wrong.end),
            related=() if wrong.because is None else (sentences[wrong.because].span,),
            fix="Check the dates, and compute it again.",
            confidence=0.95,
        )


def _counts(analysis: Analysis, sentences: list[Sentence]) -> Iterator[Hit]:
    """Judge "the N things" against the one number of such things that was stated before."""
    stated: dict[str, dict[Fraction, Told]] = {}
    seen: set[Fraction] = set()
    for sentence in sentences:
        text = analysis.article.quote(sentence.span)
        numbers = {number.value for each in _NUMBER.findall(text) if (number := quantity(each))}
        for each in figures(text, sentence.span.start):
            if not each.noun or each.value < 2 or each.noun in _NOT_COUNTED or each.money:
                continue
            known = stated.setdefault(each.noun, {})
            after = analysis.article.text[each.span.end : sentence.span.end]
            if len(known) == 1 and each.value not in seen and each.points:
                (before,) = known.values()  # a number stated nowhere before is not a part of it
                if is_contradiction(before, each, after):
                    yield Hit(
                        message=f"The text gave another number of {each.noun}s before: "
                        f"“{analysis.article.quote(before.span)}”.",
                        span=each.span,
                        related=(before.span,),
                        fix="Check which number is right, or say which of them are meant.",
                        confidence=0.7,
                    )
            known.setdefault(each.value, each)
        seen |= numbers


RULE = Rule(
    code="FIG003",
    name="inconsistent-figure",
    severity=Severity.WARNING,
    options=NoOptions,
    find=find,
    needs=frozenset({Need.ENGLISH}),
    examples=(
        Bad(
            "# The harbour\n\nOf the 40 boats, 25 went north and 18 went south, the port said.\n",
            marks=("Of the 40 boats, 25 went north and 18 went",),
        ),
        Bad(
            "# Ines Calder\n\nInes Calder died on Monday, 4 March 2024. She was 81.\n\nShe was "
            "born on 7 March 1943 in a lighthouse, her son said.\n",
            marks=("She was 81",),
        ),
        Bad(
            "# The harbour\n\nThe storm sank 18 fishing boats, the port said.\n\nThe 21 sunken "
            "boats are insured, it added.\n",
            marks=("The 21 sunken boats",),
        ),
        Good(
            "# The harbour\n\nOf the 40 boats, 25 went north and 18 were new, the port said. The "
            "25 boats are insured. At least 28 sailors were hurt, according to the port. The union "
            "counted 45 sailors.\n\nInes Calder died on 4 March 2024. She was 80.\n\nShe was "
            "born on 7 March 1943 in a lighthouse, her son said.\n"
        ),
    ),
)
