"""Ages and stretches of time that do not go with their dates."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.rules.calendar_words import ANY_MONTH, MONTH_NUMBER
from factcheck.rules.numerals import NUMBER, is_hedged, quantity

_FULL = (
    rf"(?:(?P<{{0}}month>{ANY_MONTH})\.? (?P<{{0}}day>\d{{{{1,2}}}}),? (?P<{{0}}year>\d{{{{4}}}})"
    rf"|(?P<{{0}}day2>\d{{{{1,2}}}}) (?P<{{0}}month2>{ANY_MONTH}) (?P<{{0}}year2>\d{{{{4}}}})"
    rf"|(?:(?:{ANY_MONTH}) )?(?P<{{0}}year3>\d{{{{4}}}})\b)"
)
_BORN = re.compile(rf"\bborn (?:on |in )(?:[A-Z][a-z]+day,? )?{_FULL.format('b')}", re.IGNORECASE)
_DIED = re.compile(rf"\b(?:died|dies|death) [^.;]{{0,40}}?{_FULL.format('d')}", re.IGNORECASE)
_AGE = re.compile(
    r"\b(?:(?:he|she) was|at the age of|aged|died at|dies at) (?P<age>\d{1,3})(?![\d,.%]*\d)"
    r"(?=[.,;]|$)",
    re.IGNORECASE,
)
_AGE_NEAR = 2  # sentences after the death that the age may stand in
_YEAR = r"(?:1[5-9]|20)\d\d"
_ENDS = rf"(?:from|between) (?P<first>{_YEAR}) (?:to|and|until|till) (?P<last>{_YEAR})"
_STRETCHES = (
    re.compile(rf"\bfor (?:(?:the|some|all) )?(?P<years>{NUMBER}) years?,? {_ENDS}", re.IGNORECASE),
    re.compile(rf"\b{_ENDS},? (?:for |a total of )?(?P<years>{NUMBER}) years\b", re.IGNORECASE),
    re.compile(
        rf"\b(?:in|since|of) (?P<first>{_YEAR})\b[^.;]{{1,60}}?\b(?P<years>{NUMBER}) years later,? "
        rf"(?:in )?(?P<last>{_YEAR})\b",
        re.IGNORECASE,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongTime:
    """Where a time is wrong: offsets in the sentence of that index, and why."""

    sentence: int
    start: int
    end: int
    message: str
    because: int | None = None


@dataclass(frozen=True, slots=True)
class _Day:
    """A day, or a year of which no day is known."""

    year: int
    date: dt.date | None

    def __str__(self) -> str:
        return self.date.isoformat() if self.date else str(self.year)


def wrong_times(sentences: tuple[str, ...]) -> Iterator[WrongTime]:
    """Yield each age at death and each number of years that does not go with its dates."""
    for place, text in enumerate(sentences):
        for pattern in _STRETCHES:
            for match in pattern.finditer(text):
                said = quantity(match["years"])
                years = int(match["last"]) - int(match["first"])
                hedged = is_hedged(text, match.start("years"))
                if said and years > 0 and not hedged and abs(said.value - years) > 1:
                    yield WrongTime(
                        sentence=place,
                        start=match.start(),
                        end=match.end(),
                        message=f"From {match['first']} to {match['last']} is {years} years.",
                    )
    yield from _ages(sentences)


def _ages(sentences: tuple[str, ...]) -> Iterator[WrongTime]:
    """Judge the age at death of the one person of whom the text says when he or she was born."""
    born, died = _only(_BORN, "b", sentences), _only(_DIED, "d", sentences)
    if born is None or died is None:
        return
    (because, birth), (place, death) = born, died
    ages = _possible(birth, death)
    for number, text in enumerate(sentences[place : place + _AGE_NEAR], place):
        for match in _AGE.finditer(text):
            if min(ages) >= 0 and int(match["age"]) not in ages:
                yield WrongTime(
                    sentence=number,
                    start=match.start(),
                    end=match.end(),
                    message=f"From {birth} to {death} is {max(ages)} years.",
                    because=because,
                )


def _only(
    pattern: re.Pattern[str], which: str, sentences: tuple[str, ...]
) -> tuple[int, _Day] | None:
    """Return the one full date of birth or death, or else the one year, with its sentence."""
    found = [
        (place, day)
        for place, text in enumerate(sentences)
        for match in pattern.finditer(text)
        if (day := _day(match, which))
    ]
    full = [each for each in found if each[1].date]
    listed = full or found
    return listed[0] if len(listed) == 1 else None


def _possible(birth: _Day, death: _Day) -> frozenset[int]:
    years = death.year - birth.year
    if birth.date is None or death.date is None:
        return frozenset({years, years - 1})
    early = (death.date.month, death.date.day) < (birth.date.month, birth.date.day)
    return frozenset({years - early})


def _day(match: re.Match[str], which: str) -> _Day | None:
    if match[f"{which}year3"]:
        return _Day(int(match[f"{which}year3"]), None)
    month = match[f"{which}month"] or match[f"{which}month2"]
    day, year = (match[f"{which}{each}"] or match[f"{which}{each}2"] for each in ("day", "year"))
    try:
        return _Day(int(year), dt.date(int(year), MONTH_NUMBER[month.lower()], int(day)))
    except ValueError:
        return None
