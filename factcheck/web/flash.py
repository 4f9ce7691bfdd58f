"""What the next page says about what was just done: a line, kept in a cookie until shown."""

import base64
import binascii
import json
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from factcheck.web.paths import local_path

COOKIE = "factcheck_flash"
_LONGEST = 600  # characters: a line, and the cookie stays far below the 4 kB browsers keep


@dataclass(frozen=True, slots=True, kw_only=True)
class Flash:
    """A line about what was done, or (``problem``) why it was not.

    ``undo`` is the path that a POST takes it back at, with ``fields`` as its form.
    """

    text: str
    problem: bool = False
    undo: str | None = None
    fields: tuple[tuple[str, str], ...] = ()


def keep(response: Response, flash: Flash) -> None:
    """Keep a line for the next page."""
    stated = {
        "text": flash.text[:_LONGEST],
        "problem": flash.problem,
        "undo": flash.undo,
        "fields": flash.fields,
    }
    packed = base64.urlsafe_b64encode(json.dumps(stated).encode()).decode()
    response.set_cookie(COOKIE, packed, max_age=60, httponly=True, samesite="lax")


def kept(request: Request) -> Flash | None:
    """Return the line that was kept for this page; None for none, or one we did not write."""
    packed = request.cookies.get(COOKIE)
    if packed is None or len(packed) > 4096:
        return None
    try:
        stated = json.loads(base64.urlsafe_b64decode(packed.encode()))
        undo = stated["undo"]
        return Flash(
            text=str(stated["text"]),
            problem=bool(stated["problem"]),
            undo=(local_path(str(undo), "") or None) if undo else None,
            fields=tuple((str(name), str(value)) for name, value in stated["fields"]),
        )
    except (binascii.Error, ValueError, KeyError, TypeError, RecursionError):
        return None
