"""Days as print writes them, found in folded text: in digits, spelt, in Chinese and Japanese."""

import re
from collections.abc import Sequence

from citations.duplicates.stop_words import MONTHS

_NUMERIC_DATE = re.compile(
    r"\b(?:(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)|((?:19|20)\d\d)-(\d\d)-(\d\d))\b"
)
_ORDINAL_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\Z")
# Chinese, Japanese and Korean write numbers without blanks: "2015年第3期", "2016年5月9日".
_EAST_DATE = re.compile(r"((?:19|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_EAST_NUMBER = re.compile(
    r"(?<=[\u3040-\u9fff\uac00-\ud7af])(?=\d)|(?<=\d)(?=[\u3040-\u9fff\uac00-\ud7af])"
)


def spaced_numbers(text: str) -> str:
    """Set numbers off from Chinese, Japanese and Korean words, dates as 2016-05-09."""
    return _EAST_NUMBER.sub(" ", _EAST_DATE.sub(_dashed, text))


def _dashed(match: re.Match[str]) -> str:
    return f"{match[1]}-{match[2]:0>2}-{match[3]:0>2} "


def numeric_dates(bare: str) -> tuple[str, set[tuple[int, int]]]:
    """Take days written in digits out of ``bare``, leaving their years."""
    days: set[tuple[int, int]] = set()

    def note(match: re.Match[str]) -> str:
        day, month, year = match[1], match[2], match[3]
        if year is None:
            year, month, day = match[4], match[5], match[6]
        days.add((int(month), int(day)))
        return f" {year} "

    return (_NUMERIC_DATE.sub(note, bare) if "." in bare or "-" in bare else bare), days


def spelt_days(tokens: Sequence[str]) -> tuple[set[int], set[tuple[int, int]], set[int]]:
    """Return the months named, the days they are named with, and the places of those days."""
    months: set[int] = set()
    days: set[tuple[int, int]] = set()
    places: set[int] = set()
    if MONTHS.keys().isdisjoint(tokens):
        return months, days, places
    for place, token in enumerate(tokens):
        month = MONTHS.get(token)
        if month is None:
            continue
        months.add(month)
        for near in (place + 1, place - 1, place - 2):
            if 0 <= near < len(tokens) and (near != place - 2 or tokens[place - 1] == "de"):
                match = _ORDINAL_DAY.match(tokens[near])
                if match and 1 <= int(match[1]) <= 31:
                    days.add((month, int(match[1])))
                    places.add(near)
                    break
    return months, days, places
