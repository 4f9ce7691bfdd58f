"""A document: the thing we read, as bytes."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Bytes and where they came from.

    ``target`` is what the user typed (a URL, a path or "-"). ``media_type`` is what the server or
    the file name says, without parameters, or None. ``charset`` is the one an HTTP header states.
    ``url`` is the final address after redirects, None for a file. ``fetched_at`` is aware UTC: when
    the server last sent or confirmed the bytes. ``unasked`` says that they came from the cache
    without asking the server, so that they may be out of date.
    """

    target: str
    body: bytes
    media_type: str | None = None
    charset: str | None = None
    url: str | None = None
    fetched_at: datetime | None = None
    unasked: bool = False
