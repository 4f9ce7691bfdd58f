"""Single-key shortcuts: their names, their letters, and how a browser remembers others.

A page's buttons and links carry their letter (``data-letter``) and print it; ``static/desk.js``
presses what carries the letter that was typed, so no letter is stated twice.
"""

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import Response

from factcheck.errors import UsageError

COOKIE = "factcheck_keys"
_A_YEAR = 365 * 86_400

DEFAULTS: Mapping[str, str] = MappingProxyType(
    {
        "next": "j",
        "previous": "k",
        "confirm": "a",
        "detector_wrong": "1",
        "not_checkable": "2",
        "common_knowledge": "3",
        "own_reporting": "4",
        "attributed_nearby": "5",
        "accepted_risk": "6",
        "resolve": "r",
        "snooze": "s",
        "claim": "c",
        "release": "e",
        "second_read": "x",
        "close": "z",
        "reopen": "o",
        "undo": "u",
        "note": "n",
        "text": "t",
        "evidence": "v",
        "similar": "f",
        "search": "/",
        "help": "?",
    }
)
"""The letter of each shortcut unless somebody chose another."""

MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "next": "go to the next finding, in the queue and in the text",
        "previous": "go to the finding before, in the queue and in the text",
        "confirm": "confirm: the writer has to act",
        "detector_wrong": "dismiss: detector wrong",
        "not_checkable": "dismiss: not checkable",
        "common_knowledge": "dismiss: common knowledge",
        "own_reporting": "dismiss: own reporting",
        "attributed_nearby": "dismiss: attributed nearby",
        "accepted_risk": "dismiss: accepted risk",
        "resolve": "resolve: the text was changed",
        "snooze": "put off",
        "claim": "claim it for a quarter of an hour, or renew the claim",
        "release": "give up the claim",
        "second_read": "sign off as second reader",
        "close": "close",
        "reopen": "reopen",
        "undo": "undo the last decision",
        "note": "write a note",
        "text": "from a finding to its place in the text, and back",
        "evidence": "evidence for it, and the verdict",
        "similar": "find similar findings",
        "search": "search",
        "help": "show the keys",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """The shortcuts of one browser. ``chosen`` are the letters that differ from the defaults."""

    on: bool = True
    chosen: Mapping[str, str] = field(default_factory=dict)

    def letter(self, name: str) -> str:
        """Return the letter of a shortcut, "" while they are off or for one without a letter."""
        return self.stated(name) if self.on else ""

    def stated(self, name: str) -> str:
        """Return the letter of a shortcut, whether they are on or off."""
        return self.chosen.get(name, DEFAULTS[name])


def checked(*, on: bool, letters: Mapping[str, str]) -> Keys:
    """Return the shortcuts that somebody asked for; "" gives one no letter.

    Raises UsageError for an unknown name, more than one character, a blank, or a letter twice.
    """
    taken: dict[str, str] = {}
    chosen = dict(DEFAULTS) | dict(letters)
    for name, letter in chosen.items():
        if name not in DEFAULTS:
            raise UsageError(f"{name}: no shortcut is called that")
        if letter and (len(letter) > 1 or letter.isspace() or not letter.isprintable()):
            raise UsageError(f"{MEANINGS[name]}: one visible character, not {letter!r}")
        if letter in taken:
            raise UsageError(
                f"{letter!r} cannot do two things: {MEANINGS[taken[letter]]}; {MEANINGS[name]}"
            )
        if letter:
            taken[letter] = name
    different = {name: letter for name, letter in letters.items() if letter != DEFAULTS[name]}
    return Keys(on=on, chosen=different)


def keep(response: Response, keys: Keys) -> None:
    """Remember the shortcuts in the browser."""
    stated = json.dumps({"on": keys.on, "chosen": dict(keys.chosen)})
    packed = base64.urlsafe_b64encode(stated.encode()).decode()
    response.set_cookie(COOKIE, packed, max_age=_A_YEAR, httponly=True, samesite="lax")


def kept(request: Request) -> Keys:
    """Return the shortcuts that the browser remembers; the defaults where that makes no sense."""
    packed = request.cookies.get(COOKIE)
    if packed is None or len(packed) > 4096:
        return Keys()
    try:
        stated = json.loads(base64.urlsafe_b64decode(packed.encode()))
        letters = {str(name): str(letter) for name, letter in stated["chosen"].items()}
        return checked(on=bool(stated["on"]), letters=letters)
    except (binascii.Error, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Keys()
    except UsageError:
        return Keys()
