"""A person as running text speaks of them: the name's pattern, and what it is given."""

import re
from dataclasses import dataclass

from factcheck.language.word_lists import words
from factcheck.model.article import Span

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’.-]{0,30}"
NAME = rf"{_CAPITAL}(?: (?:(?:van|von|de|der|den|du|la|al|bin|di|da) ){{0,2}}{_CAPITAL}){{0,3}}"
"""A name as a pattern: up to four capitalised words, particles between them."""

ANOTHER_TIME = re.compile(
    r"\b(?:former|formerly|ex|then|later|previous|previously|acting|interim|outgoing|incoming|next"
    r"|past|retired|until|became|become|becoming|appointed|named|elected|promoted|made|late|deputy"
    r"|vice|assistant|shadow|designate|elect|would-be|candidate|was|had been|once|succeeds?"
    r"|succeeded|resigned|left|new|old|under|his|her|their|whose)\b|\bex-|\bthen-",
    re.IGNORECASE,
)
"""Words that place an office in another time than the text's."""

_NO_NAME = words(
    """
    The A An In On At But And He She They It Its His Her Their This That These Those When While
    After Before According For From With By Of To As If Mr Mrs Ms Miss Dr Prof Sir Monday Tuesday
    Wednesday Thursday Friday Saturday Sunday Cllr Councillor Sen Senator Rep Gov Governor Lord Lady
    Dame Judge Justice Captain Major Colonel Sergeant Inspector Rev Father Baroness
    """
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A person given an office, or words that imply a sex.

    ``person`` is the family name. ``group`` is what excludes another value: "company", "cabinet",
    "party", a title whose field is the value ("director": "sales"), or "sex" with the value "woman"
    or "man". ``passing`` marks what was or will be.
    """

    person: str
    group: str
    value: str
    span: Span
    given: str | None = None
    passing: bool = False


def named(match: re.Match[str], group: str = "name") -> tuple[str | None, str] | None:
    """Return (given name, family name) of a match's name, or None where it is no name."""
    parts = [
        part.rstrip(".'’") for part in match[group].removesuffix("'s").removesuffix("’s").split()
    ]
    while parts and parts[0] in _NO_NAME:
        parts = parts[1:]
    if not parts or not parts[-1][0].isupper() or parts[-1] in _NO_NAME:
        return None
    return (parts[0] if len(parts) > 1 else None, parts[-1])
