"""Numbers in running text: their patterns, their values and how exactly they are stated."""

import re
from dataclasses import dataclass
from fractions import Fraction

_TO_TWENTY = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORD_VALUE = {word: value for value, word in enumerate(_TO_TWENTY, 1)} | {
    f"{tens}-{ones}" if ones else tens: 10 * place + value
    for place, tens in enumerate(_TENS, 2)
    for value, ones in enumerate(["", *_TO_TWENTY[:9]])
}
"""The value of each number in words below a hundred."""

_WORDS = sorted(WORD_VALUE, key=len, reverse=True)
_SCALES = {
    "thousand": 10**3,
    "k": 10**3,
    "m": 10**6,
    "million": 10**6,
    "bn": 10**9,
    "billion": 10**9,
    "trillion": 10**12,
}
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"

NUMBER = (
    rf"(?<![\w.,])[$€£¥]?(?:{_DIGITS}(?:\s?(?:{'|'.join(_SCALES)})\b)?|(?:{'|'.join(_WORDS)})\b"
    r"(?:\s(?:thousand|million|billion|trillion)\b)?)"
)
"""A number as a pattern, in digits or (below a hundred) in words, with currency sign and scale."""

PERCENT = (
    rf"(?<![\w.,])(?:{_DIGITS}|(?:{'|'.join(_WORDS)})\b)\s?"
    r"(?:%|per\s?cent\b)(?!\s?(?:-?\s?points?\b|of a\b))"
)
"""A percentage as a pattern; percentage points are none."""

HEDGED = re.compile(
    r"(?:about|around|roughly|approximately|nearly|almost|over|under|some|up to|least|most|than"
    r"|circa|estimated)\s[$€£¥]?$",
    re.IGNORECASE,
)
"""What stands right before a number that is not meant exactly, up to the number."""

_PARTS = re.compile(
    rf"(?P<digits>{_DIGITS})|(?P<word>{'|'.join(_WORDS)})",
    re.IGNORECASE,
)
_SCALE = re.compile(rf"\s?({'|'.join(sorted(_SCALES, key=len, reverse=True))})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value and the size of the last place it is stated to, both exact."""

    value: Fraction
    unit: Fraction

    @property
    def low(self) -> Fraction:
        """The smallest value that rounds to this one."""
        return self.value - self.unit / 2

    @property
    def high(self) -> Fraction:
        """The largest value that rounds to this one."""
        return self.value + self.unit / 2


def quantity(printed: str) -> Quantity | None:
    """Return the first number that a text states, or None; a percentage counts in per cent.

    "4.1 million" is stated to 100,000, "312" to 1, and three or more noughts at the end of a whole
    number count as rounded.
    """
    found = _PARTS.search(printed)
    if found is None:
        return None
    scaled = _SCALE.match(printed, found.end())
    scale = _SCALES[scaled[1].lower()] if scaled else 1
    if found["word"]:
        return Quantity(Fraction(WORD_VALUE[found["word"].lower()] * scale), Fraction(scale))
    plain = found["digits"].replace(",", "")
    whole, _, decimals = plain.partition(".")
    if len(plain) > 30:
        return None
    unit = Fraction(1, 10 ** len(decimals))
    noughts = len(whole) - len(whole.rstrip("0"))
    if not decimals and noughts >= 3:
        unit = Fraction(10**noughts)
    return Quantity(Fraction(plain) * scale, unit * scale)


def is_year(printed: str) -> bool:
    """Tell whether a number reads as a year: four bare digits from 1500 to 2099."""
    return re.fullmatch(r"(?:1[5-9]|20)\d\d", printed.strip()) is not None


def is_hedged(text: str, start: int) -> bool:
    """Tell whether the number that starts at an offset is introduced as inexact ("about 40")."""
    return HEDGED.search(text, max(0, start - 16), start) is not None
