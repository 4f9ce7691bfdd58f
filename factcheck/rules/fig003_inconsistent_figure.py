"""Two figures of the article contradict each other.

## What it does

Computes three things: whether the parts of a stated number make more than it ("of the 40 boats,
25 went north and 18 went south"), or anything else where the last part is "the rest"; whether an
age goes with the dates of birth and death; and whether "the 21 cars", which points back, has the
number that the text gave before ("18 cars").

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

import datetime as dt
import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.language.word_lists import words
from factcheck.model.analysis import Analysis, Sentence
from factcheck.model.article import Span
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.calendar_words import ANY_MONTH, MONTH_NUMBER
from factcheck.rules.numerals import NUMBER, is_hedged, is_year, quantity
from factcheck.rules.places import body_sentences

_OF_THE = re.compile(
    rf"\bof (?:the|its|his|her|their|our|these|those) (?P<whole>{NUMBER})[^.;:\d]{{0,40}}?,\s",
    re.IGNORECASE,
)
_PART = re.compile(rf"(?P<number>{NUMBER})\s(?P<next>[a-z]+)", re.IGNORECASE)
_REST = re.compile(r"\bthe (?:rest|remaining|remainder|other)\b", re.IGNORECASE)
# After these the groups may overlap ("25 were new and 20 were large"), or it is no verb.
_NO_VERB = words(
    """
    in of on to at and or years days months were was are is had have has can could
    """
)

_FULL = (
    rf"(?:(?P<{{0}}month>{ANY_MONTH})\.? (?P<{{0}}day>\d{{{{1,2}}}}),? (?P<{{0}}year>\d{{{{4}}}})"
    rf"|(?P<{{0}}day2>\d{{{{1,2}}}}) (?P<{{0}}month2>{ANY_MONTH}) (?P<{{0}}year2>\d{{{{4}}}}))"
)
_BORN = re.compile(rf"\bborn on (?:[A-Z][a-z]+day,? )?{_FULL.format('b')}", re.IGNORECASE)
_DIED = re.compile(rf"\bdied [^.;]{{0,40}}?{_FULL.format('d')}", re.IGNORECASE)
_AGE = re.compile(
    r"\b(?:(?:he|she) was|at the age of|aged|died at|dies at) (?P<age>\d{1,3})(?![\d,.%]*\d)"
    r"(?=[.,;]|$)",
    re.IGNORECASE,
)
_AGE_NEAR = 2  # sentences after the death that the age may stand in

_COUNT = re.compile(
    rf"(?P<the>\b(?:the|these|those|all) )?(?P<number>{NUMBER})"
    r"(?P<between>(?: [a-z]+(?:-[a-z]+)?){0,2}?) (?P<noun>[a-z]{3,}s)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_NOT_COUNTED = words(
    """
    years days weeks months hours minutes seconds decades times percents points metres
    meters kilometres kilometers miles feet tonnes tons euros pounds dollars francs cents
    degrees litres liters members persons others towns was has its this news series sides
    reasons pages
    """
)


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every figure that contradicts another."""
    sentences = list(body_sentences(analysis))
    for sentence in sentences:
        yield from _parts(analysis, sentence)
    yield from _ages(analysis, sentences)
    yield from _counts(analysis, sentences)


def _parts(analysis: Analysis, sentence: Sentence) -> Iterator[Hit]:
    """Judge "of the N, A verb ... and B verb ...", where the same word follows each part."""
    text = analysis.article.quote(sentence.span)
    for match in _OF_THE.finditer(text):
        whole = quantity(match["whole"])
        parts = list(_PART.finditer(text, match.end()))
        if whole is None or len(parts) < 2 or is_year(match["whole"]):
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


def _ages(analysis: Analysis, sentences: list[Sentence]) -> Iterator[Hit]:
    """Judge the age at death of the one person of whom the text says when he or she was born."""
    article = analysis.article
    born, died = [], []
    for place, sentence in enumerate(sentences):
        text = article.quote(sentence.span)
        born += [(place, date) for match in _BORN.finditer(text) if (date := _date(match, "b"))]
        died += [(place, date) for match in _DIED.finditer(text) if (date := _date(match, "d"))]
    if len(born) != 1 or len(died) != 1:
        return
    (_, birth), (place, death) = born[0], died[0]
    age = death.year - birth.year - ((death.month, death.day) < (birth.month, birth.day))
    for sentence in sentences[place : place + _AGE_NEAR]:
        for match in _AGE.finditer(article.quote(sentence.span)):
            if 0 <= age != int(match["age"]):
                yield Hit(
                    message=f"From {birth.isoformat()} to {death.isoformat()} is {age} years.",
                    span=Span(
                        sentence.span.start + match.start(), sentence.span.start + match.end()
                    ),
                    related=(sentences[born[0][0]].span,),
                    fix="Check the date of birth, and compute the age again.",
                    confidence=0.95,
                )


def _date(match: re.Match[str], which: str) -> dt.date | None:
    month = match[f"{which}month"] or match[f"{which}month2"]
    day, year = (match[f"{which}{each}"] or match[f"{which}{each}2"] for each in ("day", "year"))
    try:
        return dt.date(int(year), MONTH_NUMBER[month.lower()], int(day))
    except ValueError:
        return None


def _counts(analysis: Analysis, sentences: list[Sentence]) -> Iterator[Hit]:
    """Judge "the N things" against the one number of such things that was stated before."""
    stated: dict[str, dict[Fraction, Span]] = {}
    seen: set[Fraction] = set()
    for sentence in sentences:
        text = analysis.article.quote(sentence.span)
        numbers = {number.value for each in _NUMBER.findall(text) if (number := quantity(each))}
        for match in _COUNT.finditer(text):
            noun, number = match["noun"].lower(), quantity(match["number"])
            place = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            if number is None or number.value < 2 or noun in _NOT_COUNTED:
                continue
            known = stated.setdefault(noun, {})
            pointing = (match["the"] or "").strip().lower() == "the"
            part = text[: match.start()].lower().endswith(" of ")
            if pointing and not part and len(known) == 1 and number.value not in seen:
                (before,) = known.values()  # a number stated nowhere before is not a part of it
                yield Hit(
                    message=f"The text gave another number of {noun} before: "
                    f"“{analysis.article.quote(before)}”.",
                    span=place,
                    related=(before,),
                    fix="Check which number is right, or say which of them are meant.",
                    confidence=0.7,
                )
            if not is_hedged(text, match.start("number")):
                known.setdefault(number.value, place)
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
