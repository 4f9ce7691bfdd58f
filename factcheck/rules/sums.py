"""Parts that do not make their whole: lists of amounts, men and women, what is left over."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.rules.numerals import NUMBER, PERCENT, Quantity, is_hedged, is_year, quantity

Place = tuple[int, int]

_LISTED = re.compile(
    r":\s|\b(?:made up of|comprising|comprises?|comprised|consist(?:s|ed|ing) of|composed of|"
    r"divided "
    r"into|split (?:into|between|among)|broken? down|breaks down|namely|of (?:which|that|this|"
    r"these))\b",
    re.IGNORECASE,
)
_MONEY = re.compile(rf"(?=[$€£¥]){NUMBER}", re.IGNORECASE)
_ANY = re.compile(NUMBER, re.IGNORECASE)
_MOST_ITEMS = 12
_NEAR = Fraction(1, 4)  # a sum further from the whole is of something else
_SEXES = re.compile(
    rf"(?P<whole>{NUMBER})\s[^.;:\d]{{3,40}}?(?:,|\s[(–—-]|:)\s?(?P<one>{NUMBER})\s"
    rf"(?P<who>men|women|boys|girls|males|females|adults|children|mothers|fathers)\s(?:and|,)\s"
    rf"(?P<other>{NUMBER})\s(?P<whom>men|women|boys|girls|males|females|adults|children|mothers|"
    r"fathers)\b(?!\s(?:and|,))",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"(?P<part>{NUMBER})\s(?:[a-z]+\s){{0,2}}?(?:out\s)?of\s(?:the\s|its\s|his\s|her\s|their\s|those\s|our\s)"
    rf"(?P<whole>{NUMBER})",
    re.IGNORECASE,
)
_LEFT = re.compile(
    rf"\b(?:the|all|its|their)\s(?:remaining|other)\s(?P<left>{NUMBER})(?!\s?(?:%|per))|"
    rf"\bthe rest(?:,|\s\(|:)\s?(?P<rest>{NUMBER})(?!\s?(?:%|per))",
    re.IGNORECASE,
)
_PERCENT = re.compile(PERCENT, re.IGNORECASE)
_CLOSE = Fraction(6, 100)  # nearer than this by chance is rare
_PLACED = re.compile(r"(?:,|:|\s[–—-]|\()\s(?:[a-z]+\s){0,2}$")
_JOINED = re.compile(r"\s[^.;:]{2,40}?,?\s(?:and|with)\s(?:[a-z]+\s){0,2}")
_LEAVING = re.compile(
    rf"\bleav(?:ing|es?)\s(?:just\s|only\s|us\s)?(?P<left>{NUMBER})\s[a-z]", re.IGNORECASE
)
_OF_THE = re.compile(
    rf"\bof\s(?:the\s|its\s|their\s|our\s|those\s|these\s)?(?P<whole>{NUMBER})\s", re.IGNORECASE
)
_TOTAL = re.compile(
    rf"\b(?:a (?:grand )?total of|totall?ing|adding up to|which adds up to|or|making|makes?)\s"
    rf"(?P<total>{NUMBER})(?:\s(?:in all|in total|altogether|together|overall))?",
    re.IGNORECASE,
)


def wrong_totals(text: str, before: str) -> Iterator[tuple[Place, str]]:
    """Yield place and message of lists that do not make the total stated with them.

    ``before`` is the sentence before, which may state the total.
    """
    yield from _lists(text, before)
    yield from _totals(text)


def wrong_parts(text: str) -> Iterator[tuple[Place, str]]:
    """Yield place and message of counted parts that do not make their whole, in one sentence."""
    yield from _three(text)
    yield from _leaving(text)
    for match in _SEXES.finditer(text):
        whole, one, other = (quantity(match[name]) for name in ("whole", "one", "other"))
        if not (whole and one and other) or match["who"].lower() == match["whom"].lower():
            continue
        total = one.value + other.value
        if total != whole.value and abs(total - whole.value) <= max(
            Fraction(2), _NEAR * whole.value
        ):
            yield match.span(), f"{match['one']} + {match['other']} makes {total}."


def _three(text: str) -> Iterator[tuple[Place, str]]:
    """Judge "3,100 people, 1,250 in beds and 1,950 on floors": the first is nearly both."""
    found = [
        each
        for each in _ANY.finditer(text)
        if not is_year(each.group()) and not _is_share(text, each.end())
    ]
    if len(found) != len(_ANY.findall(text)) or len(found) != 3:
        return
    whole, one, other = (quantity(each.group()) for each in found)
    if not (whole and one and other) or any(is_hedged(text, each.start()) for each in found):
        return
    joint = text[found[1].end() : found[2].start()]
    led = text[found[0].end() : found[1].start()]
    total = one.value + other.value
    close = 0 < abs(total - whole.value) <= _CLOSE * whole.value and min(one.value, other.value) > 9
    if close and _PLACED.search(led) and _JOINED.fullmatch(joint):
        yield (
            (found[0].start(), found[2].end()),
            f"{found[1].group()} + {found[2].group()} makes {float(total):,g}.",
        )


def wrong_rest(texts: tuple[str, ...]) -> tuple[Place, str] | None:
    """Return where the last of some sentences counts what is left wrongly, and the message.

    "19 of the 24 sang. The remaining six did not": nothing else may be counted in between.
    """
    text = texts[-1]
    left = _LEFT.search(text)
    if left is None:
        return None
    group = "left" if left["left"] else "rest"
    earlier = " ".join((*texts[:-1], text[: left.start()]))
    parts = list(_PART.finditer(earlier))
    if not parts:
        return None
    part = parts[-1]
    said, counted, whole = quantity(left[group]), quantity(part["part"]), quantity(part["whole"])
    between = _PERCENT.sub(" ", earlier[part.end() :])
    others = [number.group() for number in _ANY.finditer(between)]
    if not (said and counted and whole) or counted.value > whole.value or others:
        return None
    right = whole.value - counted.value
    if said.value == right:
        return None
    return left.span(), f"{part['part']} of {part['whole']} leaves {right} and not {left[group]}."


def _leaving(text: str) -> Iterator[tuple[Place, str]]:
    """Judge "of the 46, 31 were moved and nine broke, leaving eight"."""
    left, whole = _LEAVING.search(text), _OF_THE.search(text)
    if left is None or whole is None or whole.end() > left.start():
        return
    parts = [quantity(each.group()) for each in _ANY.finditer(text, whole.end(), left.start())]
    said, total = quantity(left["left"]), quantity(whole["whole"])
    if not parts or not (said and total) or any(each is None for each in parts):
        return
    right = total.value - sum((each.value for each in parts if each), Fraction())
    if right >= 0 and right != said.value:
        yield left.span(), f"That leaves {float(right):,g} and not {left['left']}."


def _totals(text: str) -> Iterator[tuple[Place, str]]:
    """Judge a list of sums of money that ends with its total."""
    total = _TOTAL.search(text)
    if total is None or total["total"][0] not in "$€£¥":
        return
    items = list(_MONEY.finditer(text, 0, total.start()))[-_MOST_ITEMS:]
    values, said = _values(items), quantity(total["total"])
    if len(items) < 2 or values is None or said is None or not _is_list(text, items):
        return
    yield from _judged(values, [said], (items[0].start(), total.end()))


def _lists(text: str, before: str) -> Iterator[tuple[Place, str]]:
    introduced = _LISTED.search(text)
    if introduced is None:
        return
    for pattern in (_MONEY, _ANY):
        items = [
            each
            for each in pattern.finditer(text, introduced.end())
            if not is_year(each.group()) and not _is_share(text, each.end())
        ]
        if len(items) < 3 or not _is_list(text, items):
            continue
        stated = [*pattern.findall(text[: introduced.start()]), *pattern.findall(before)]
        values = _values(items)
        if values is None or any(is_hedged(text, each.start()) for each in items):
            return
        totals = [
            each
            for each in map(quantity, stated)
            if each and each.value > max(value.value for value in values)
        ]
        if not totals:
            continue
        yield from _judged(values, totals, (items[0].start(), items[-1].end()))
        return


def _judged(
    values: list[Quantity], totals: list[Quantity], place: Place
) -> Iterator[tuple[Place, str]]:
    total = sum((each.value for each in values), Fraction())
    slack = sum((_slack(each) for each in values), Fraction())
    fits = [each for each in totals if abs(each.value - total) <= slack + _slack(each)]
    near = [each for each in totals if abs(each.value - total) <= _NEAR * each.value]
    if near and not fits:
        yield place, f"The parts make {float(total):,g} and not {float(near[0].value):,g}."


def _slack(stated: Quantity) -> Fraction:
    """Return by how much a value may be off: a count of whole things by nothing."""
    return Fraction() if stated.unit == 1 else stated.unit / 2


def _values(items: list[re.Match[str]]) -> list[Quantity] | None:
    values = [quantity(each.group()) for each in items]
    return None if any(each is None for each in values) else [each for each in values if each]


def _is_share(text: str, end: int) -> bool:
    return re.match(r"\s?(?:%|per\s?cent)", text[end : end + 9]) is not None


def _is_list(text: str, items: list[re.Match[str]]) -> bool:
    """Tell whether the items stand in one list, each with a few words of its own."""
    gaps = [text[one.end() : other.start()] for one, other in pairwise(items)]
    return all(
        re.fullmatch(r"[^.;]{2,60}?(?:,|\band|;|,? and)\s?(?:[a-z]+\s){0,3}", gap) for gap in gaps
    )
