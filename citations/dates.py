"""Dates as references print them, in sixteen languages.

Month names and their abbreviations: Unicode CLDR 44 (en, de, fr, es, it, pt, ru; names alone of nl,
sv, da, nb, pl, cs, uk, tr and ar), with the abbreviations that style guides print ("Sept.",
"févr."); romanised Russian is left out. Chinese and Japanese dates are numbers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from citations.item import Date

_MONTH_WORDS = (
    "january jan januar jänner janvier janv enero ene gennaio gen genn janeiro января январь янв",
    (
        "february feb febr februar février févr fév fevrier febrero febbraio febb fevereiro fev"
        " февраля февраль фев февр"
    ),
    "march mar mär märz mrz mars marzo março marco марта март мар",
    "april apr avril avr abril abr aprile апреля апрель апр",
    "may mai mayo maggio mag maio мая май",
    "june jun juni juin junio giugno giu junho июня июнь июн",
    "july jul juli juillet juil julio luglio lug julho июля июль июл",
    "august aug août aout agosto ago agost августа август авг",
    (
        "september sep sept septembre septiembre setiembre settembre sett set setembro"
        " сентября сентябрь сен сент"
    ),
    "october oct oktober okt octobre octubre ottobre ott outubro out октября октябрь окт",
    "november nov novembre noviembre novembro ноября ноябрь ноя нояб",
    (
        "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro"
        " декабря декабрь дек"
    ),
)
# As they stand after a day, and where that is another form on their own; like ones left out.
_MORE_MONTH_WORDS = (
    "januari stycznia styczeń ledna leden січня ocak يناير",
    "februari lutego luty února únor лютого şubat فبراير",
    "maart mrt marts marca marzec března březen березня mart مارس",
    "kwietnia kwiecień dubna duben квітня nisan أبريل",
    "mei maj maja května květen травня mayıs مايو",
    "czerwca czerwiec června červen червня haziran يونيو",
    "lipca lipiec července červenec липня temmuz يوليو",
    "augustus augusti sierpnia sierpień srpna srpen серпня ağustos أغسطس",
    "września wrzesień září вересня eylül سبتمبر",
    "października październik října říjen жовтня ekim أكتوبر",
    "listopada listopadu листопада kasım نوفمبر",
    "grudnia grudzień prosince prosinec грудня aralık ديسمبر",
)
MONTHS: dict[str, int] = {
    word: number
    for table in (_MONTH_WORDS, _MORE_MONTH_WORDS)
    for number, words in enumerate(table, 1)
    for word in words.split()
}
_SEASONS = (
    "spring summer autumn fall winter frühjahr frühling sommer herbst printemps été automne hiver"
    " primavera verano otoño invierno estate autunno inverno verão outono весна лето осень зима"
    " michaelmas easter trinity hilary"
)

_YEAR = r"(?:1[4-9]\d\d|20\d\d)"
_MONTH = "(?:" + "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|er|º|°|\.)?"
_DAYS = rf"{_DAY}(?:\s?[-–—&/]\s?{_DAY})?"
_OF = r"(?:\s+(?:de|of|del)|,|\.)?\s+"
_NO_DATE = (
    r"n\.\s?d\b\.?|o\.\s?J\b\.?|o\.\s?D\b\.?|s\.\s?[adf]\b\.?|б\.\s?г\b\.?|no date|undated"
    r"|ohne Jahr|ohne Datum|sin fecha|sans date|senza data|sem data|без года|s/d|n/d"
    r"|in press|in print|forthcoming|im Erscheinen|im Druck|à paraître|sous presse|en prensa"
    r"|no prelo|in corso di stampa|в печати|to appear"
).replace(" ", r"\s")  # the pattern below is verbose
_SOURCE = rf"""(?<![\w])(?:
      (?P<signs>{_YEAR}\s?年\s?(?:1[0-2]|0?[1-9])\s?月(?:\s?(?:3[01]|[12]\d|0?[1-9])\s?日)?)
    | (?P<iso>{_YEAR}[-‐‑/.](?:1[0-2]|0[1-9])(?:[-‐‑/.](?:3[01]|[12]\d|0[1-9]))?)(?![\d-])
    | (?P<numeric>(?:3[01]|[12]\d|0?[1-9])\s?[./]\s?(?:3[01]|[12]\d|0?[1-9])\s?[./]\s?
        (?:{_YEAR}|\d\d))(?![\d])
    | (?P<ymd>{_YEAR}[a-z]?,?[ ]+(?:{_DAYS}{_OF}{_MONTH}|{_MONTH}(?:\s?[-–—/&]\s?{_MONTH})?
        (?:\s+{_DAYS}(?![\d]))?))(?!\w)
    | (?P<dmy>{_DAYS}{_OF}(?:{_MONTH}\s?[-–—]\s?{_DAY}{_OF})?{_MONTH}{_OF}{_YEAR})(?!\d)
    | (?P<mdy>{_MONTH}\s+{_DAY}(?:\s?[-–—&]\s?(?:{_MONTH}\s+)?{_DAY})?,?\s+{_YEAR})(?!\d)
    | (?P<my>{_MONTH}(?:\s?[-–—/&]\s?{_MONTH})?{_OF}{_YEAR})(?!\d)
    | (?P<season>(?:{"|".join(_SEASONS.split())})(?:\s?[-–—/]\s?(?:{"|".join(_SEASONS.split())}))?
        (?:\s+(?:of|de))?,?\s+{_YEAR}(?:[/–-]\d\d(?:\d\d)?)?)(?!\d)
    | (?P<range>{_YEAR}\s?[-‐–—/]\s?(?:{_YEAR}|\d\d))(?![\d-])
    | (?P<none>{_NO_DATE})(?!\w)
    | (?P<year>(?:(?:c|ca|circa|approx|um|vers|hacia|около|ок)\b\.?\s?)?{_YEAR}(?:[a-z]\b
    |\?)?)(?!\w)
    )"""


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """Compile the pattern when a date is looked for: it takes as long as starting Python does."""
    return re.compile(_SOURCE, re.IGNORECASE | re.VERBOSE)


@lru_cache(maxsize=1)
def _yearless() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_DAY}{_OF}{_MONTH}|{_MONTH}\s+{_DAY})(?!\w)", re.IGNORECASE)


_CIRCA = re.compile(r"^(?:c|ca|circa|approx|um|vers|hacia|около|ок)\b", re.IGNORECASE)
_WORD = re.compile(r"\d+|[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date and its half-open place in the text that was searched."""

    start: int
    end: int
    date: Date


def find_dates(text: str) -> Iterator[FoundDate]:
    """Yield every date of the text from left to right, "n.d." and its sisters included.

    A bare number counts as a year from 1400 to 2099 only.
    """
    for match in _pattern().finditer(text):
        date = _read(match.lastgroup or "", match.group())
        if date is not None:
            yield FoundDate(start=match.start(), end=match.end(), date=date)


def parse_date(text: str) -> Date | None:
    """Return the first date of the text, or ``None``.

    A year that stands apart from its day and month ("2014; 27 May") is put together. In
    "01/02/2019" the day comes first unless only the other order gives a date.
    """
    found = next(find_dates(text), None)
    if found is None:
        match = _yearless().search(text)
        return _from_words(match.group(), None) if match else None
    if found.date.year and not found.date.month:
        rest = text[: found.start] + " ; " + text[found.end :]
        match = _yearless().search(rest)
        if match:
            return _from_words(match.group(), found.date)
    return found.date


def _read(kind: str, text: str) -> Date | None:
    if kind == "none":
        return Date(literal=" ".join(text.split()))
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if kind in {"iso", "signs"}:
        return Date(year=numbers[0], month=numbers[1], day=numbers[2] if numbers[2:] else None)
    if kind == "numeric":
        return _numeric(numbers)
    if kind == "range":
        return _year_range(text, numbers)
    if kind == "year":
        return _year(text, numbers[0])
    if kind == "season":
        return Date(year=numbers[0], literal=" ".join(text.split()))
    return _from_words(text, None)


def _numeric(numbers: list[int]) -> Date | None:
    day, month, year = numbers
    if month > 12:
        day, month = month, day
    if month > 12:
        return None
    if year < 100:
        # Two digits are a year of the web's age: 30/04/16 is 2016, 01.02.98 is 1998.
        year += 2000 if year < 70 else 1900
    return Date(year=year, month=month, day=day)


def _year_range(text: str, numbers: list[int]) -> Date:
    first, last = numbers
    if last < 100:
        last += first - first % 100
    if last <= first:
        return Date(year=first, literal=text)
    return Date(year=first, end_year=last)


def _year(text: str, year: int) -> Date:
    circa = bool(_CIRCA.match(text)) or text.endswith("?")
    letter = text[-1].isalpha()
    return Date(year=year, circa=circa, literal=text.rsplit(maxsplit=1)[-1] if letter else None)


def _from_words(text: str, known: Date | None) -> Date:
    year = known.year if known else None
    month = day = None
    for word in _WORD.findall(text):
        if word.isdigit():
            value = int(word)
            if value > 31:
                year = value if year is None else year
            elif day is None:
                day = value
        elif month is None:
            month = MONTHS.get(word.casefold())
    return Date(year=year, month=month, day=day, literal=known.literal if known else None)
