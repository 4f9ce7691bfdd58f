"""Parts of one whole that a text says are all of it, and one share said in two ways."""

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.rules.numerals import NUMBER, PERCENT, Quantity, is_hedged, is_year, quantity

Place = tuple[int, int]

FRACTIONS = {
    "half": Fraction(1, 2),
    "one half": Fraction(1, 2),
    "a third": Fraction(1, 3),
    "one third": Fraction(1, 3),
    "two thirds": Fraction(2, 3),
    "a quarter": Fraction(1, 4),
    "one quarter": Fraction(1, 4),
    "three quarters": Fraction(3, 4),
    "a fifth": Fraction(1, 5),
    "one fifth": Fraction(1, 5),
    "two fifths": Fraction(2, 5),
    "three fifths": Fraction(3, 5),
    "four fifths": Fraction(4, 5),
    "a sixth": Fraction(1, 6),
    "one sixth": Fraction(1, 6),
    "an eighth": Fraction(1, 8),
    "a tenth": Fraction(1, 10),
    "one tenth": Fraction(1, 10),
    "nine tenths": Fraction(9, 10),
}
"""Fractions in words."""

FRACTION = "|".join(name.replace(" ", "[ -]") for name in sorted(FRACTIONS, key=len, reverse=True))
ONE_IN = (
    r"(?:one|two|three|four|nine|\d) (?:in|out of) "
    r"(?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+)"
)
_ALL_OF_IT = re.compile(
    r"\b(?:the whole of it|all of it|that is all|that was all|nothing else|nobody else|no one else|"
    r"no(?:body|ne)? (?:\w+ ){0,3}(?:any )?other|no other|in full|between them|the lot|"
    r"every (?:one|member|seat|vote)|all of them|there (?:is|are|was|were) no (?:other|more)|"
    r"makes? up the (?:whole|total|rest))\b",
    re.IGNORECASE,
)
_ALL_DECLARED = re.compile(rf"\bAll (?:the )?(?P<whole>{NUMBER})\s", re.IGNORECASE)
_LEAVES = re.compile(
    r"\b(?:leav(?:ing|es?)|short|gap|rest|remain\w*|among them|including)\b", re.IGNORECASE
)
_SPLIT = re.compile(
    r"\b(?:split|divided|shared|shares?|ways|between|estate|will|"
    r"of (?:it|the (?:money|sum|total)))\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_MONEY = re.compile(rf"(?=[$€£¥]){NUMBER}", re.IGNORECASE)
_FRACTION = re.compile(rf"\b(?:{FRACTION})\b(?![ -](?:of|century|hour|past))", re.IGNORECASE)
_SHARE = rf"(?:{FRACTION}|{ONE_IN})"
_GAP = r"(?:\sof\s[^.;()\d,]{2,30}|\s[a-z]+){0,3}?"
_AS = r"(?:,? or |\s?\(|, that is,? )"
_SAID_TWICE = tuple(
    re.compile(rf"{pattern}(?=[,;.)]|$)", re.IGNORECASE)
    for pattern in (
        rf"\b(?P<share>{_SHARE})\b{_GAP}{_AS}(?P<percent>{PERCENT})",
        rf"(?P<percent>{PERCENT}){_GAP}{_AS}(?P<share>{_SHARE})\b",
    )
)
_ROUGH = Fraction(1, 6)  # by how much of itself "a third" may be off
_NEAR = Fraction(1, 4)  # a sum further from the whole is of something else
_PRICED = re.compile(
    rf"(?P<count>{NUMBER})\s(?:[a-z-]+\s){{1,3}}?(?:at|for|costing|paid|worth)\s"
    rf"(?P<price>(?=[$€£¥]){NUMBER})\s(?:each|apiece|a\s[a-z]+|per\s[a-z]+),?\s"
    r"(?:(?:making|which makes|which comes to|coming to|or|for a total of|a total of|totall?ing)\s)"
    rf"(?P<total>(?=[$€£¥]){NUMBER})",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"\bfrom\s(?P<first>{NUMBER})(?:\s[a-z]+){{0,3}}?\sto\s(?P<last>{NUMBER})(?:\s[a-z]+){{0,3}}?,?\s"
    r"(?:a|an)\s(?:rise|increase|fall|drop|gain|loss|difference|jump|decline|cut)\sof\s"
    rf"(?P<by>{NUMBER})(?![\d.,]*\d|\s?(?:%|per\s?cent|percentage|point))",
    re.IGNORECASE,
)


def wrong_wholes(text: str, before: str) -> Iterator[tuple[Place, str]]:
    """Yield place and message of parts that are said to be all and do not make their whole.

    ``before`` is the sentence before, which may state the whole.
    """
    yield from _all_of_it(text, before)
    yield from _fractions(text)


def wrong_products(text: str) -> Iterator[tuple[Place, str]]:
    """Yield place and message of shares said twice, prices times counts, and differences."""
    for pattern in _SAID_TWICE:
        for match in pattern.finditer(text):
            said, share = quantity(match["percent"]), value_of(match["share"])
            if said is None or not share or is_hedged(text, match.start("percent")):
                continue
            if abs(said.value / 100 / share - 1) > _ROUGH:
                yield match.span(), f"{match['share']} is {float(100 * share):.0f}%."
    for match in _PRICED.finditer(text):
        count, price, total = (quantity(match[each]) for each in ("count", "price", "total"))
        if count and price and total and not any(map(is_hedged, [text] * 3, _starts(match))):
            right = count.value * price.value
            slack = count.value * price.unit / 2 + total.unit if price.unit < 1 else total.unit / 2
            if abs(right - total.value) > slack and abs(right / total.value - 1) < 1:
                yield match.span(), f"{match['count']} times {match['price']} is {float(right):,g}."
    for match in _BY.finditer(text):
        first, last, by = (quantity(match[each]) for each in ("first", "last", "by"))
        if not (first and last and by) or is_year(match["first"]):
            continue
        right = abs(last.value - first.value)
        slack = (
            (first.unit + last.unit + by.unit) / 2
            if max(first.unit, last.unit) != 1
            else Fraction()
        )
        if right and abs(right - by.value) > slack and by.unit <= last.value:
            yield match.span(), f"That is a difference of {float(right):,g}."


def value_of(share: str) -> Fraction | None:
    """Return what a fraction in words comes to: "a third", "one in five"."""
    known = FRACTIONS.get(share.lower().replace("-", " "))
    numbers = [quantity(each) for each in re.split(r" (?:in|out of) (?:every )?", share.lower())]
    if known is not None or len(numbers) != 2 or not (numbers[0] and numbers[1]):
        return known
    return numbers[0].value / numbers[1].value


def _starts(match: re.Match[str]) -> tuple[int, ...]:
    return tuple(match.start(each) for each in ("count", "price", "total"))


def _all_of_it(text: str, before: str) -> Iterator[tuple[Place, str]]:
    declared = _ALL_DECLARED.search(before)
    if not (_ALL_OF_IT.search(text) or declared) or _LEAVES.search(text):
        return
    for pattern in (_MONEY, _NUMBER):
        items = [
            each
            for each in pattern.finditer(text)
            if not is_year(each.group()) and not re.match(r"\s?(?:%|per)", text[each.end() :])
        ]
        stated = [declared["whole"]] if declared else pattern.findall(before)
        parts = [each for item in items if (each := quantity(item.group()))]
        wholes = [each for each in map(quantity, stated) if each]
        if len(parts) < 2 or any(is_hedged(text, item.start()) for item in items):
            continue
        biggest = max(each.value for each in parts)
        wholes = [each for each in wholes if each.value > biggest]
        wrong = _sum_is_wrong(parts, wholes)
        if wrong:
            yield (items[0].start(), items[-1].end()), wrong
        if wholes:
            return


def _sum_is_wrong(parts: list[Quantity], wholes: list[Quantity]) -> str | None:
    made = sum((each.value for each in parts), Fraction())
    slack = sum((each.unit for each in parts if each.unit != 1), Fraction()) / 2
    near = [each for each in wholes if abs(each.value - made) <= _NEAR * each.value]
    fits = [
        each
        for each in near
        if abs(each.value - made) <= slack + (each.unit / 2 if each.unit != 1 else 0)
    ]
    if not near or fits:
        return None
    return f"The parts make {float(made):,g} and not {float(near[0].value):,g}."


def _fractions(text: str) -> Iterator[tuple[Place, str]]:
    """Judge "half to the widow, a third to the son and a quarter to the cats"."""
    found = list(_FRACTION.finditer(text))
    values = [each for match in found if (each := value_of(match.group()))]
    if len(found) < 3 or not _SPLIT.search(text) or _LEAVES.search(text):
        return
    if any(is_hedged(text, match.start()) for match in found):
        return
    made = sum(values, Fraction())
    if made != 1:
        place = (found[0].start(), found[-1].end())
        yield place, f"That makes {float(made):.2f} of the whole."
