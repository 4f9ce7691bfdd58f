"""The parts of a mail: its head, what it quotes, the signature below it."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import parseaddr, parsedate_to_datetime

MOST_HEADERS = 40
_FIELD = re.compile(
    r"(?P<name>from|to|cc|subject|date|sent|von|an|betreff|datum|gesendet|de|à|objet|envoyé|"
    r"[A-Za-z]+(?:-[A-Za-z]+)+)\s?:\s+(?P<value>\S.*)",
    re.IGNORECASE,
)
_SUBJECTS = ("subject", "betreff", "objet")
_SENDERS = ("from", "von", "de")
_DATES = ("date", "datum", "sent", "gesendet", "envoyé")
_PREFIX = re.compile(r"(?:(?:re|fwd?|aw|wg|tr|draft|entwurf)\s?:\s*)+", re.IGNORECASE)
_SIGNATURE = re.compile(r"--\s?$")
LAST_LINES = 15
"""Lines that a signature has at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """What a mail's head states, and its lines with head and signature blank."""

    lines: tuple[str, ...]
    subject: str | None = None
    sender: str | None = None
    day: dt.date | None = None


def opened(lines: Sequence[str]) -> Mail:
    """Return a text as a mail; one without a head is all text."""
    head = _head(lines)
    fields: dict[str, str] = {}
    for line in lines[:head]:
        if match := _FIELD.match(line):
            fields.setdefault(match["name"].lower(), match["value"].strip())
    body = [*([""] * head), *lines[head:]]
    for place in range(max(head, len(body) - LAST_LINES), len(body)):
        if _SIGNATURE.fullmatch(body[place]):
            body[place:] = [""] * (len(body) - place)
    subject = _PREFIX.sub("", _first(fields, _SUBJECTS)) or None
    sender = parseaddr(_first(fields, _SENDERS))[0] or None
    return Mail(lines=tuple(body), subject=subject, sender=sender, day=_day(fields))


def _head(lines: Sequence[str]) -> int:
    """Return how many lines the head takes: fields up to a blank line, a subject among them."""
    names: set[str] = set()
    for place, line in enumerate(lines[:MOST_HEADERS]):
        match = _FIELD.match(line)
        if match:
            names.add(match["name"].lower())
        elif not line.strip():
            return place if names.intersection(_SUBJECTS) and len(names) > 1 else 0
        elif not (names and line[:1] in " \t"):
            return 0
    return 0


def _first(fields: dict[str, str], names: Sequence[str]) -> str:
    return next((fields[name] for name in names if name in fields), "")


def _day(fields: dict[str, str]) -> dt.date | None:
    try:
        return parsedate_to_datetime(_first(fields, _DATES)).date()
    except (ValueError, TypeError, IndexError):
        return None
