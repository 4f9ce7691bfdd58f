"""Addresses: which a link may lead to, and which a redirect may go to."""

from collections.abc import Iterable
from urllib.parse import urlencode, urlsplit

_REFUSED = frozenset("\\\t\r\n\x00")


def local_path(stated: str | None, otherwise: str = "/") -> str:
    r"""Return a path of the desk's own, or ``otherwise`` for anything else.

    Browsers read "//host", "/\host" and "/\thost" as addresses of another site.
    """
    if not stated or not stated.startswith("/") or stated.startswith("//"):
        return otherwise
    if any(char in _REFUSED or ord(char) < 0x20 for char in stated):
        return otherwise
    try:
        parts = urlsplit(stated)
    except ValueError:
        return otherwise
    return otherwise if parts.scheme or parts.netloc else stated


def web_address(stated: str | None) -> str | None:
    """Return an http(s) address that a link may lead to, None for everything else."""
    if not stated:
        return None
    try:
        parts = urlsplit(stated.strip())
    except ValueError:
        return None
    return stated.strip() if parts.scheme in ("http", "https") and parts.hostname else None


def with_query(path: str, pairs: Iterable[tuple[str, object]]) -> str:
    """Return a path with a query of the pairs that have a value."""
    stated = [(name, str(value)) for name, value in pairs if value not in (None, "")]
    return f"{path}?{urlencode(stated)}" if stated else path
