"""Parts that do not make their whole: lists of amounts, men and women, what is left over."""

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.rules.numerals import NUMBER, PERCENT, Quantity, is_hedged, is_year, quantity

Place = tuple[int, int]

_LISTED = re.compile(
    r":\s|\b(?:made up of|comprising|comprises?|comprised|consist(?:s|ed|ing) of|composed of|divided "
    r"into|split (?:into|between|among)|broken? down|breaks down|namely|of (?:which|that|this|these))\b",
    re.IGNORECASE,
)
_MONEY = re.compile(rf"(?=[$€£¥]){NUMBER}", re.IGNORECASE)
_ANY = re.compile(NUMBER, re.IGNORECASE)
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


def wrong_sums(text: str, before: str) -> Iterator[tuple[Place, str]]:
    """Yield place and message of parts in a sentence that do not make the whole stated with them.

    ``before`` is the sentence before, which may state the whole.
    """
    yield from _lists(text, before)
    for match in _SEXES.finditer(text):
        whole, one, other = (quantity(match[name]) for name in ("whole", "one", "other"))
        if not (whole and one and other) or match["who"].lower() == match["whom"].lower():
            continue
        total = one.value + other.value
        if total != whole.value and abs(total - whole.value) <= max(2, _NEAR * whole.value):
            yield match.span(), f"{match['one']} + {match['other']} makes {total}."


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
    slack = sum((each.unit for each in values), Fraction()) / 2
    fits = [each for each in totals if abs(each.value - total) <= slack + each.unit / 2]
    near = [each for each in totals if abs(each.value - total) <= _NEAR * each.value]
    if near and not fits:
        yield place, f"The parts make {float(total):,g} and not {float(near[0].value):,g}."


def _values(items: list[re.Match[str]]) -> list[Quantity] | None:
    values = [quantity(each.group()) for each in items]
    return None if any(each is None for each in values) else [each for each in values if each]


def _is_share(text: str, end: int) -> bool:
    return re.match(r"\s?(?:%|per\s?cent)", text[end : end + 9]) is not None


def _is_list(text: str, items: list[re.Match[str]]) -> bool:
    """Tell whether the items stand in one list, each with a few words of its own."""
    gaps = [text[one.end() : other.start()] for one, other in zip(items, items[1:], strict=False)]
    return all(
        re.fullmatch(r"[^.;]{2,60}?(?:,|\band|;|,? and)\s?(?:[a-z]+\s){0,3}", gap) for gap in gaps
    )
