"""Figures that a text gives twice: "the 204 jobs" after "240 jobs", "all 14 sites" after "12"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from factcheck.language.word_lists import words
from factcheck.model.article import Span
from factcheck.rules.numerals import NUMBER, is_hedged, is_year, quantity

_TOLD = re.compile(
    rf"(?P<points>(?:\w['’]s |\b(?:the|these|those|all|all the|his|her|its|their|of the) ))?"
    rf"(?P<number>{NUMBER})(?!\s?(?:%|per\s?cent))(?P<words>(?:[ -][a-z]+){{1,4}})?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)
_PLURALS = words(
    "people men women children cattle sheep police crew staff fish deer mice feet teeth"
)
_MORE_THAN_CHANCE = 3  # digits
_SIGNIFICANT = re.compile(r"\d[\d.,]*")
_RESTRICTED = re.compile(
    r",? (?:with|without|that|who|whom|which|whose|of|from|in|at|on|for|where|still|already|not|"
    r"named|"
    r"under|over|above|below|between|to|left|near|aged|behind|beyond|outside|inside)\b",
    re.IGNORECASE,
)
_NO_NOUN = words(
    """
    and the for was were has had have are with from that which who per than but not its his her
    million billion thousand hundred percent cent out more less fewer
    """
)
_TIMES = words(
    """
    year years day days week weeks month months hour hours minute minutes second seconds century
    centuries decade decades metre metres meter meters kilometre kilometres kilometer kilometers
    yard yards gram grams kilo kilos dollar dollars euro euros pounds francs rupees
    mile miles foot feet inch inches degree degrees times points pages percent
    """
)
_SAME = (
    words("people persons residents inhabitants"),
    words("farmers growers smallholders peasants outgrowers"),
    words("workers employees staff jobs posts positions"),
    words("pupils students children youngsters"),
    words("homes houses flats dwellings units apartments"),
    words("boats ships vessels trawlers"),
    words("cars vehicles"),
    words("dead deaths fatalities killed bodies"),
    words("firms companies businesses"),
    words("patients cases"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A figure as it stands: its digits, the noun it counts, whether it points back."""

    span: Span
    printed: str
    value: Fraction
    digits: str
    noun: str
    money: bool
    points: bool
    described: bool
    """Another word stands between the number and the noun ("the 21 burned-out cars")."""
    part: bool
    """It is a part of something: "four of the 12"."""


def figures(text: str, offset: int) -> Iterator[Told]:
    """Yield the figures of a sentence that count something; ``offset`` is where it begins."""
    for match in _TOLD.finditer(text):
        number = quantity(match["number"])
        if number is None or is_hedged(text, match.start("number")) or is_year(match["number"]):
            continue
        noun, place, end = _noun(match)
        if noun in _TIMES:
            continue
        digits = _SIGNIFICANT.search(match["number"])
        points = (match["points"] or "").strip().lower()
        start = match.start("points") if points else match.start("number")
        yield Told(
            span=Span(offset + start, offset + end),
            printed=match["number"].strip(),
            value=number.value,
            digits=digits.group().replace(",", "").rstrip(".") if digits else "",
            noun=noun.removesuffix("s"),
            money=match["number"][0] in "$€£¥",
            points=bool(points) and points != "of the",
            described=place > 0,
            part=text[:start].lower().endswith(" of ") or points.startswith("of "),
        )


def _noun(match: re.Match[str]) -> tuple[str, int, int]:
    """Return the noun that a number counts, the words before it, and where it ends in the text.

    It is the first plural of the next four words, or else the first word.
    """
    listed = list(_WORD.finditer(match.string, *match.span("words"))) if match["words"] else []
    for place, word in enumerate(listed):
        plain = word.group().lower()
        if plain in _NO_NOUN and (plain != "out" or not place):
            break
        if plain in _PLURALS or (plain.endswith("s") and not plain.endswith(("ss", "us", "is"))):
            return plain, place, word.end()
    if listed and (plain := listed[0].group().lower()) not in _NO_NOUN and len(plain) > 2:
        return plain, 0, listed[0].end()
    return "", 0, match.end("number")


def is_slip(earlier: Told, later: Told) -> bool:
    """Tell whether two figures are one with two digits swapped, as fingers do: 6.5 and 5.6.

    The later one must point back at such things or at money; where it does not, three digits of the
    same things are more than chance.
    """
    if earlier.money != later.money or not _are_swapped(earlier, later):
        return False
    if later.points:
        long = len(later.digits.replace(".", "")) >= _MORE_THAN_CHANCE
        one_kind = not later.noun or _are_of_one_kind(earlier.noun, later.noun)
        return later.money or long or one_kind
    long = len(later.digits.replace(".", "")) >= _MORE_THAN_CHANCE
    return long and bool(later.noun) and earlier.noun == later.noun


def is_contradiction(earlier: Told, later: Told, after: str) -> bool:
    """Tell whether "the 21 cars" cannot be the 18 cars told before, or some of them.

    ``after`` is how the sentence goes on: "the nine companies with contracts" are others, and fewer
    that are described may be some of the former.
    """
    if later.part or earlier.part or _RESTRICTED.match(after):
        return False
    return later.value > earlier.value or not later.described


def _are_swapped(one: Told, other: Told) -> bool:
    left, right = one.digits, other.digits
    if len(left) != len(right) or len(left.replace(".", "")) < 2:
        return False
    # The noughts and the scale are the same: 23,000 and 32,000, not 230 and 32,000.
    if not Fraction(1, 10) < one.value / other.value < 10:
        return False
    places = [
        place for place, pair in enumerate(zip(left, right, strict=True)) if pair[0] != pair[1]
    ]
    if len(places) != 2:
        return False
    low, high = places
    apart = left[low + 1 : high]
    return left[low] == right[high] and left[high] == right[low] and apart in {"", "."}


def _are_of_one_kind(one: str, other: str) -> bool:
    if one and one == other:
        return True
    return any(
        f"{one}s" in group or one in group
        for group in _SAME
        if f"{other}s" in group or other in group
    )
