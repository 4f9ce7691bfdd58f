"""Find the quotation marks of a paragraph and tell them from apostrophes, feet and inches."""

import re
from dataclasses import dataclass
from enum import Enum

from factcheck.model.article import Span


class Family(Enum):
    """Marks that pair with each other."""

    DOUBLE = "double"  # " “ ” „ ‟ '' ``
    SINGLE = "single"  # ' ‘ ’ ‚ ‛
    GUILLEMET = "guillemet"  # « »
    ANGLE = "angle"  # ‹ ›


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mark and what its place lets it do: open, close, both, or (loose) neither."""

    span: Span
    char: str
    family: Family
    opens: bool
    closes: bool

    @property
    def loose(self) -> bool:
        """Space on both sides: the mark belongs to no word."""
        return not self.opens and not self.closes


_MARK = re.compile(r"''(?!')|``|[\"“”„‟«»‹›'‘’‚‛]")
_DECADE = re.compile(r"['’‘]\d0s\b|['’‘]\d\d(?=\s|[.,;:)]|$)")
_ELISION = re.compile(
    r"['’‘](?:tis|twas|twere|twill|em|n|til|till|cause|cos|bout|round|nuff|ere|neath|"
    r"s|ne|nem|ner|nen|nes|rein|raus|runter|rauf|ran)\b|(?-i:['’‘](?:t|re|ve|ll)(?=[\s.,]))",
    re.IGNORECASE,
)
_PRIMES = re.compile(r"\d['’′] ?\d{1,2}(?:[.½¼¾]\d?)?$")
_HARD_SPACE = "\u00a0\u202f\u2009"
_BEFORE_OPEN = "([{—–-/|¿¡"
_STOPS = ".,!?…;:"
_FAMILIES = {
    **dict.fromkeys(('"', "“", "”", "„", "‟", "''", "``"), Family.DOUBLE),
    **dict.fromkeys("'‘’‚‛", Family.SINGLE),
    **dict.fromkeys("«»", Family.GUILLEMET),
    **dict.fromkeys("‹›", Family.ANGLE),
}
# What a directed mark does by its shape; German and Swedish use say otherwise by their place.
_OPENING = frozenset("“„‟«‹‘‚‛") | {"``"}
_CLOSING = frozenset("”»›’")


def find_marks(text: str, paragraph: Span) -> tuple[Mark, ...]:
    """Return the quotation marks of one paragraph in order; apostrophes are left out."""
    marks = (
        _read(text, match, paragraph)
        for match in _MARK.finditer(text, paragraph.start, paragraph.end)
    )
    return tuple(mark for mark in marks if mark is not None)


def _read(text: str, match: re.Match[str], paragraph: Span) -> Mark | None:
    start, end = match.span()
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    char = match.group()
    family = _FAMILIES[char]
    if family is Family.SINGLE and _is_apostrophe(text, match, before, after):
        return None
    spaced_before = before.isspace() and before not in _HARD_SPACE
    if spaced_before and family is not Family.SINGLE and start - 2 >= paragraph.start:
        # "… he said ‘no’ ”": a space between two marks that close
        spaced_before = not (text[start - 2] in "’'" and (after.isspace() or after in _STOPS))
    spaced_after = after.isspace() and after not in _HARD_SPACE
    opens, closes = not spaced_after, not spaced_before
    if before in _BEFORE_OPEN and not spaced_after:
        closes = before in "—–-" and char not in _OPENING
    elif after in _STOPS + ")]}" and not spaced_before:
        opens = False
    if before in _HARD_SPACE:
        opens = opens and after not in _HARD_SPACE and family is not Family.GUILLEMET
        closes = True
    if family in {Family.GUILLEMET, Family.ANGLE} and _is_spaced(before, after):
        opens, closes = char in _OPENING, char in _CLOSING  # "« mot »" with plain spaces
    return Mark(span=Span(start, end), char=char, family=family, opens=opens, closes=closes)


def _is_spaced(before: str, after: str) -> bool:
    """Tell whether a guillemet keeps a plain space to the words it encloses: "l'« effet »,"."""
    space_before, space_after = (
        each.isspace() and each not in _HARD_SPACE for each in (before, after)
    )
    return (space_before and (space_after or after in _STOPS + ")]}")) or (
        space_after and before in _BEFORE_OPEN + "'’"
    )


def _is_apostrophe(text: str, match: re.Match[str], before: str, after: str) -> bool:
    start = match.start()
    if before.isalnum() and after.isalnum():
        return True
    if before.isspace() and after.isspace():
        return True
    return not before.isalnum() and (
        _DECADE.match(text, start) is not None or _ELISION.match(text, start) is not None
    )


def is_measure(text: str, mark: Mark) -> bool:
    """Tell whether a straight mark may stand for inches or feet: 12" disc, 6'2", 6'."""
    start = mark.span.start
    return mark.char in {'"', "”", "''", "'", "’"} and text[max(0, start - 1) : start].isdigit()


def is_feet_and_inches(text: str, mark: Mark) -> bool:
    """Tell whether a mark surely stands for inches: it follows feet, as in 6'2"."""
    before = text[max(0, mark.span.start - 8) : mark.span.start]
    return mark.family is Family.DOUBLE and _PRIMES.search(before) is not None
