"""A percentage and the numbers it was made from do not go together.

## What it does

Computes, within a sentence (and for a survey's total, the one before):

- a part, a whole and their percentage or fraction: "six of the nine trials, or 67%", "402 of 1,206,
  or a third", "one in five";
- counts with percentages in brackets against the total that most of them fit;
- a change in per cent, or one that doubles or halves, against both of its values: "from 4.1 million
  to 3.6 million", "371,000, down from 412,000";
- a list of sums against the total that is stated with it or in the sentence before, parts that are
  said to be all, men and women, what is left over ("leaving 15", "the remaining six");
- counts times prices, differences, and a share said in two ways ("one in five, or 30 per cent");
- shares of one whole that ought to make 100: "of this, 60 per cent was for ...".

Numbers may be rounded or cut off; what is introduced as inexact ("about", "more than") and
percentage points are not judged.

## Why it matters

One of the numbers is wrong, and the reader cannot know which.

## Example

Six of nine is 67 per cent and not 76.

## Options

None.

## References

- Full Fact, and the BBC's guide to reporting statistics: check the sums yourself.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.model.analysis import Analysis
from factcheck.model.article import Span
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.changes import wrong_changes
from factcheck.rules.numerals import NUMBER, PERCENT, Quantity, is_hedged, is_year, quantity
from factcheck.rules.places import body_sentences
from factcheck.rules.sums import wrong_parts, wrong_rest, wrong_totals
from factcheck.rules.wholes import FRACTION, ONE_IN, value_of, wrong_products, wrong_wholes

_PART_OF = re.compile(
    rf"(?P<part>{NUMBER})\s(?:out\s)?of\s(?:(?:the|its|his|her|their|all|our|those|these)\s){{0,2}}"
    rf"(?P<whole>{NUMBER})(?P<gap>[^.;()\d]{{0,60}}?)(?:,?\sor\s|,\s|\s?\()"
    rf"(?P<percent>{PERCENT})",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"(?P<part>{NUMBER})(?:\s[a-z]+){{0,3}}\s?\((?P<percent>{PERCENT})\)", re.IGNORECASE
)
_PERCENT_OF = re.compile(
    rf"(?P<percent>{PERCENT})(?:[^.;()\d]{{0,50}}?)(?:,?\sor\s|,\s|\s?\()(?P<part>{NUMBER})\s"
    rf"(?:out\s)?of\s(?:(?:the|its|his|her|their|all|our|those|these)\s){{0,2}}(?P<whole>{NUMBER})",
    re.IGNORECASE,
)
_FRACTION_OF = re.compile(
    rf"(?P<part>{NUMBER})\s(?:out\s)?of\s(?:(?:the|its|his|her|their|all|our|those|these)\s){{0,2}}"
    rf"(?P<whole>{NUMBER})(?P<gap>[^.;()\d]{{0,60}}?)(?:,?\sor\s|,\s|\s?\()"
    rf"(?P<share>{FRACTION}|{ONE_IN})\b(?P<counted>(?!))?",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(
    rf"(?P<whole>{NUMBER})\s(?:[^.;\d]|\b(?:19|20)\d\d\b){{2,60}}?,?\s(?:of (?:which|whom|these|"
    rf"them)\s?,?\s?(?P<part>{NUMBER})|(?:and|but)\s(?P<counted>{NUMBER})\sof\s(?:them|these|those))"
    rf"(?:,\sor\s|\s\(|,\s)(?P<share>{FRACTION}|{ONE_IN}|{PERCENT})",
    re.IGNORECASE,
)
_OF_THOSE = re.compile(
    rf"(?:of|among) (?:those|them|these|the latter),?\s(?P<part>{NUMBER})(?:[^.;()\d]{{0,40}}?)"
    rf"(?:,?\sor\s|,\s|\s?\()(?P<percent>{PERCENT})",
    re.IGNORECASE,
)
_ROUGH = Fraction(1, 6)  # by how much of itself "a third" may be off
_PERCENT = re.compile(PERCENT, re.IGNORECASE)
_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_WHOLE = re.compile(
    r"\bof (?:this|these|that|those|them|it|the total|the whole|the (?:money|sum|budget))\b"
    r"|\bthe (?:rest|remaining|remainder|others?)\b|\b(?:split|divided) between\b"
    r"|\bno(?:body|ne| one)? (?:\w+ ){0,3}other\b|\bone (?:main|answer|choice|reason)\b"
    r"|\b(?:holds?|held|owns?|owned|ownership|shareholdings?|stakes?)\b",
    re.IGNORECASE,
)
# "Of every pound, 71p goes on ..., 14p on ..." makes a hundred.
_PENCE = re.compile(r"(?<![\w.,£])(?P<pence>\d{1,2})(?:p|c|¢|\s(?:pence|cents|paise|kobo))\b")
_OF_ONE = re.compile(
    r"\b(?:every|each|of a|of the|in the|per|whole)\s(?:single\s)?(?:pound|dollar|euro|rupee|"
    r"rand|naira|"
    r"[£$€]1)\b|\b(?:every|each)\s[£$€]1\b",
    re.IGNORECASE,
)
_PURPOSE = re.compile(r"\s(for|on|towards)\s")
_OF_ITS_OWN = re.compile(r"\sof\s(?:the|its|his|her|their|all)\b")
_REST = re.compile(r"\bthe (?:rest|remaining|remainder|other(?= \d))\b", re.IGNORECASE)
_NEAR = 15  # a sum further from 100 is of shares of different things
_PROBABLE_TOTALS = 20  # numbers before a survey's counts that are tried as its total


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every percentage that does not hold."""
    before = ""
    paragraph: tuple[str, ...] = ()
    block = -1
    for sentence in body_sentences(analysis):
        text = analysis.article.quote(sentence.span)
        found: dict[tuple[int, int], str] = {}
        paragraph = (*paragraph[-2:], text) if sentence.block == block else (text,)
        block = sentence.block
        rest = wrong_rest(paragraph)
        for check in (_parts, wrong_changes, _shares, wrong_parts, wrong_products):
            for place, message in check(text):
                found.setdefault(place, message)
        for place, message in (
            *_counts(text, before),
            *_of_those(text, before),
            *wrong_totals(text, before),
            *wrong_wholes(text, before),
            *((rest,) if rest else ()),
        ):
            if not any(place[0] < end and start < place[1] for start, end in found):
                found[place] = message
        for (start, end), message in found.items():
            yield Hit(
                message=message,
                span=Span(sentence.span.start + start, sentence.span.start + end),
                fix="Compute it again from the source, and correct what is wrong.",
                confidence=0.9,
            )
        before = text


def _parts(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    for pattern in (_PART_OF, _PERCENT_OF):
        for match in pattern.finditer(text):
            if _is_inexact(text, match, "part", "whole", "percent"):
                continue
            right = _share(match["part"], match["whole"], match["percent"])
            if right is not None:
                yield match.span(), f"{match['part']} of {match['whole']} is {right}%."
    for pattern in (_FRACTION_OF, _OF_WHICH):
        for match in pattern.finditer(text):
            if not _is_inexact(text, match, "whole", "share"):
                yield from _fraction(match)


def _fraction(match: re.Match[str]) -> Iterator[tuple[tuple[int, int], str]]:
    counted = match["part"] or match["counted"]
    part, whole = quantity(counted), quantity(match["whole"])
    if part is None or whole is None or not 0 < part.value <= whole.value:
        return
    if _PERCENT.fullmatch(match["share"]):
        right = _share(counted, match["whole"], match["share"])
        if right is not None:
            yield match.span(), f"{counted} of {match['whole']} is {right}%."
        return
    said = value_of(match["share"])
    if said and abs(part.value / whole.value / said - 1) > _ROUGH:
        share = float(100 * part.value / whole.value)
        yield match.span(), f"{counted} of {match['whole']} is {share:.0f}%."


def _counts(text: str, before: str) -> Iterator[tuple[tuple[int, int], str]]:
    pairs = list(_COUNTED.finditer(text))
    if len(pairs) < 2:
        return
    earlier = [*_NUMBER.findall(text[: pairs[0].start()]), *_NUMBER.findall(before)]
    for total in earlier[:_PROBABLE_TOTALS]:
        wrong = [
            (pair, right)
            for pair in pairs
            if not _is_inexact(text, pair, "part", "percent")
            and (right := _share(pair["part"], total, pair["percent"])) is not None
        ]
        if 2 * len(wrong) <= len(pairs):
            for pair, right in wrong:
                yield pair.span(), f"{pair['part']} of {total} is {right}%."
            return


def _of_those(text: str, before: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Judge "Of those, 21, or 35%," against the numbers of the sentence before."""
    match = _OF_THOSE.match(text)
    if match is None or _is_inexact(text, match, "part", "percent"):
        return
    totals = [each for each in _NUMBER.findall(before) if _is_whole(each, match["part"])]
    right = [_share(match["part"], total, match["percent"]) for total in totals]
    if totals and None not in right:
        yield match.span(), f"{match['part']} of {totals[-1]} is {right[-1]}%."


def _is_whole(printed: str, part: str) -> bool:
    whole, counted = quantity(printed), quantity(part)
    if not (whole and counted) or is_year(printed):
        return False
    return whole.value > counted.value


def _shares(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Judge shares that the sentence says are of one whole."""
    pence = list(_PENCE.finditer(text))
    if len(pence) > 2 and _OF_ONE.search(text):
        made = sum(int(match["pence"]) for match in pence)
        if 0 < abs(made - 100) <= _NEAR:
            yield (pence[0].start(), pence[-1].end()), f"That makes {made} and not 100."
    found = list(_PERCENT.finditer(text))
    fewest = 2 if _REST.search(text) else 3
    alike = {match[1] for each in found if (match := _PURPOSE.match(text, each.end()))}
    listed = len(alike) == 1 and all(_PURPOSE.match(text, each.end()) for each in found)
    if len(found) < fewest or not (listed or _WHOLE.search(text)):
        return
    if sum(_OF_ITS_OWN.match(text, match.end()) is not None for match in found) > 1:
        return  # each is of a whole of its own
    stated = [each for match in found if (each := quantity(match[0]))]
    if any(is_hedged(text, match.start()) for match in found) or len(stated) != len(found):
        return
    total = sum((each.value for each in stated), Fraction())
    slack = sum((each.unit for each in stated), Fraction()) / 2
    if slack < abs(total - 100) <= _NEAR:
        span = (found[0].start(), found[-1].end())
        sum_ = " + ".join(_number(each.value) for each in stated)
        yield span, f"{sum_} makes {_number(total)} and not 100."


def _share(part: str, whole: str, percent: str) -> str | None:
    """Return the right percentage where the stated one is wrong, else None.

    A percentage may be rounded or cut off, so it holds within one of its last place.
    """
    counted, total, said = quantity(part), quantity(whole), quantity(percent)
    if counted is None or total is None or said is None or total.low <= 0:
        return None
    if counted.value > total.value:
        return None
    low = 100 * _exact_or(counted.low, counted) / _exact_or(total.high, total) - said.unit
    high = 100 * _exact_or(counted.high, counted) / _exact_or(total.low, total) + said.unit
    if low < said.value < high:
        return None
    return _rounded(100 * counted.value / total.value, said)


def _exact_or(bound: Fraction, stated: Quantity) -> Fraction:
    """Return the value where it is a count of whole things, else the bound."""
    return stated.value if stated.unit == 1 else bound


def _is_inexact(text: str, match: re.Match[str], *groups: str) -> bool:
    return any(is_hedged(text, match.start(group)) for group in groups)


def _rounded(value: Fraction, like: Quantity) -> str:
    places = 0 if like.unit >= 1 else len(str(like.unit.denominator)) - 1
    return f"{float(value):.{places}f}"


def _number(value: Fraction) -> str:
    return f"{float(value):g}"


RULE = Rule(
    code="FIG002",
    name="percentage-does-not-add-up",
    severity=Severity.WARNING,
    options=NoOptions,
    find=find,
    needs=frozenset({Need.ENGLISH}),
    examples=(
        Bad(
            "# The harbour\n\nSix of the nine cranes, or 76%, were out of order, said Tom Brandt, "
            "the harbour master.\n",
            marks=("Six of the nine cranes, or 76%",),
        ),
        Bad(
            "# The harbour\n\nTraffic fell by 20 per cent, from 4.1 million tonnes in 2022 to 3.6 "
            "million in 2023, the port said.\n",
            marks=("fell by 20 per cent, from 4.1 million tonnes in 2022 to 3.6 million",),
        ),
        Bad(
            "# The harbour\n\nOf 80 skippers asked by the port, 44 (55%) wanted to stay, 24 (30%) "
            "to leave and 12 (25%) did not know.\n",
            marks=("12 (25%)",),
        ),
        Bad(
            "# The harbour\n\nOf this, 50 per cent was for cranes, 30 per cent for quays and 30 "
            "per cent for sheds, the port said.\n",
            marks=("50 per cent was for cranes, 30 per cent for quays and 30 per cent",),
        ),
        Good(
            "# The harbour\n\nSix of the nine cranes, or 67%, were out of order, said Tom Brandt, "
            "the harbour master. Some 38% of skippers, 35% of crews and 32% of owners agreed. Of "
            "this, about 50 per cent was for cranes, 30 per cent for quays and 25 per cent for "
            "sheds. Traffic rose 3% from 2019 to 2023.\n"
        ),
    ),
)
