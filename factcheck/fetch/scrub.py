"""Secrets out of what is shown: passwords and tokens in addresses."""

import re

SHOWN_LENGTH = 200

_USERINFO = re.compile(r"(?<=//)[^/?#\s]*@")
_PARAMETER = re.compile(r"([?&;#])([^=&;#?\s]{1,80})=([^&;#\s]*)")
_SECRET_NAME = re.compile(
    r"token|secret|passw|pwd|signature|credential|session|auth(?!or)|jwt|api.?key|access.?key"
    r"|(?:^|[-_.])(?:key|sig|sid)$",
    re.IGNORECASE,
)


def scrub(url: str) -> str:
    """Return an address fit for a message, a log or a report, on one line.

    User names and passwords go, values of parameters named like a secret become "***", control
    characters "?"; at most 200 characters are kept.
    """
    text = without_secrets(url[: 4 * SHOWN_LENGTH])
    text = "".join(character if character.isprintable() else "?" for character in text)
    return text if len(text) <= SHOWN_LENGTH else text[: SHOWN_LENGTH - 1] + "…"


def without_secrets(url: str) -> str:
    """Return an address fit to be kept: whole, with "***" for passwords, tokens and signatures."""
    return _PARAMETER.sub(_hide_value, _USERINFO.sub("***@", url))


def _hide_value(match: re.Match[str]) -> str:
    mark, name, value = match.groups()
    return f"{mark}{name}={'***' if _SECRET_NAME.search(name) else value}"
