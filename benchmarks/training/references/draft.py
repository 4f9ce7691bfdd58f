"""One reference in the making: its language, its style, and the labelled pieces so far."""

import random
import re
from dataclasses import dataclass, field
from typing import Any, TypeVar

from .tables import listed

T = TypeVar("T")
_STOPPED = re.compile(r"[.?!…,][\"'”»“’]?\s?$")
_OPEN = (" ", "(", "[", "<", "//")


@dataclass(frozen=True, slots=True)
class Style:
    """What a house keeps to through one reference."""

    names: str
    joint: str
    conjunction: str | None
    capitals: bool
    comma: str
    initials_gap: str
    initials_stop: bool
    serial_comma: bool
    natural_after_first: bool
    quotes: tuple[str, str] | None
    inner_mark: str
    stop: str
    after_author: str
    date: str
    visited: str
    long_months: bool


@dataclass(slots=True)
class Draft:
    """A reference being rendered; pieces are (text, label) pairs in printed order."""

    random: random.Random
    language: str
    style: Style
    pieces: list[tuple[str, str]] = field(default_factory=list)

    def chance(self, probability: float) -> bool:
        """Say yes with the probability."""
        return self.random.random() < probability

    def pick(self, *values: T) -> T:
        """Return one of the values."""
        return self.random.choice(values)

    def listed(self, name: str, key: str) -> Any:
        """Return one of a table's words for the draft's language."""
        return self.random.choice(listed(name, key, self.language))

    @property
    def last(self) -> str:
        """The piece printed last."""
        return self.pieces[-1][0] if self.pieces else ""

    def put(self, text: str, label: str = "other") -> None:
        """Print a piece; a mark that would double the one before it is left out."""
        if label == "other":
            if text[:1] in {".", ","} and _STOPPED.search(self.last):
                text = text[1:]
            if text[:1] == " " and (not self.pieces or self.last.endswith(_OPEN)):
                text = text.lstrip(" ")
        if text:
            self.pieces.append((text, label))


def draw_style(source: random.Random, language: str) -> Style:
    """Draw a style as the language's houses print."""
    pick, chance = source.choice, source.random
    joint = pick([", ", ", ", ", ", "; ", "; ", " and " if language == "en" else ", ", "/"])
    if language == "de" and chance() < 0.45:
        joint = pick(["/", " / ", "; "])
    names = ["inverted_initials"] * 3 + ["inverted"] * 4 + ["natural"] * 3
    names += ["natural_initials", "vancouver", "vancouver", "bare"]
    if language == "ru":
        names = ["russian"] * 3 + ["natural", "inverted"]
    dates = ["year", "year_first", "day_first", "day_first", "month_first", "month_first"]
    dates += ["dots" if language != "en" else "month_first", "iso", "month", "year", "vancouver"]
    if language == "de" and chance() < 0.6:
        dates = ["dots", "dots", "day_first", "year", "month"]
    quotes = listed("cues", "quotes", language)
    quoted = chance() > 0.48
    return Style(
        names=pick(names),
        joint=joint,
        conjunction=None
        if joint in {" and ", "/", " / "} or chance() < 0.25
        else pick(listed("cues", "and", language)),
        capitals=chance() < 0.1,
        comma=pick([", ", ", ", ", ", ", ", " "]),
        initials_gap=pick([" ", "", " "]),
        initials_stop=chance() < 0.9,
        serial_comma=chance() < 0.4,
        natural_after_first=chance() < 0.5,
        quotes=tuple(pick(quotes)) if quoted else None,
        inner_mark=pick(["", "", "", ".", ","]),
        stop=pick([". ", ". ", ". ", ", ", ", "]),
        after_author=pick([". ", ", ", ": ", " ", ", ", ". ", ": "]),
        date=pick(dates),
        visited=pick(
            [
                "day_first",
                "month_first",
                "dots" if language != "en" else "day_first",
                "iso",
                "day_first",
                "slashes",
            ]
        ),
        long_months=chance() < 0.7,
    )
