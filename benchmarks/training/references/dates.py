"""Dates as references print them in seven languages."""

import random
from typing import NamedTuple

from .draft import Draft
from .tables import listed


class Day(NamedTuple):
    """A day of the calendar."""

    year: int
    month: int
    day: int


def draw_year(source: random.Random) -> int:
    """Draw a year, recent ones more often."""
    return int(source.triangular(1955, 2026, 2017))


def draw_day(source: random.Random) -> Day:
    """Draw a day."""
    return Day(draw_year(source), source.randint(1, 12), source.randint(1, 28))


def print_date(draft: Draft, when: Day, form: str) -> str:
    """Print a day in one of the forms that ``Style.date`` may have."""
    language = draft.language
    year, month, day = when
    name = _month(draft, month)
    of = {"es": " de ", "pt": " de ", "de": ". "}.get(language, " ")
    ordinal = "er" if language == "fr" and day == 1 else ""
    if form == "day":
        return (
            f"{day}{ordinal}{of}{name}"
            if language != "en" or draft.chance(0.6)
            else f"{name} {day}"
        )
    if form == "year_first":
        return f"{year}, {name} {day}" if language == "en" else f"{year}, {day}{of}{name}"
    if form == "month_first" and language == "en":
        return f"{name} {day}, {year}"
    if form in {"day_first", "month_first"}:
        joint = " de " if language in {"es", "pt"} else " "
        tail = " г." if language == "ru" and draft.chance(0.3) else ""
        return f"{day}{ordinal}{of}{name}{joint}{year}{tail}"
    if form == "dots":
        return draft.pick(
            f"{day:02d}.{month:02d}.{year}",
            f"{day:02d}.{month:02d}.{year}",
            f"{day}.{month}.{year}",
        )
    if form == "iso":
        return f"{year}-{month:02d}-{day:02d}"
    if form == "slashes":
        return draft.pick(f"{day:02d}/{month:02d}/{year}", f"{month}/{day}/{year}")
    if form == "month":
        joint = " de " if language in {"es", "pt"} and draft.chance(0.5) else " "
        return f"{name}{joint}{year}"
    if form == "vancouver":
        short = listed("cues", "months_long", language)[month - 1][:3]
        return f"{year} {short}" + (f" {day}" if draft.chance(0.6) else "")
    return str(year)


def _month(draft: Draft, month: int) -> str:
    key = "months_long" if draft.style.long_months else "months_short"
    if key == "months_short" and draft.language == "en" and draft.chance(0.4):
        return listed("cues", "months_long", "en")[month - 1][:3]
    return listed("cues", key, draft.language)[month - 1]
