"""Content types: what a reader may be given, and what a file's name says."""

import re
from email.message import Message
from pathlib import PurePath

from factcheck.errors import FetchError, FetchFault

_REFUSED = re.compile(r"(?:audio|video|image|font|model|message|multipart)/")
# Readers look into bytes of no stated kind themselves.
_READABLE = re.compile(
    r"text/[^/\s]+"
    r"|application/(?:xhtml\+xml|xml|json|pdf|octet-stream|x-tex|x-latex|x-markdown|markdown"
    r"|vnd\.openxmlformats-officedocument\.wordprocessingml\.document)"
    r"|[a-z]+/[a-z0-9.-]+\+(?:xml|json)"
)

BY_SUFFIX = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".xml": "application/xml",
    ".nxml": "application/xml",
    ".json": "application/json",
    ".tex": "application/x-tex",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def from_name(path: PurePath) -> str | None:
    """Return the media type that a file's name says, None when it says nothing.

    The table is our own: the standard library's depends on files of the system.
    """
    return BY_SUFFIX.get(path.suffix.lower())


def parse_content_type(value: str | None) -> tuple[str | None, str | None]:
    """Split a Content-Type header into media type and charset, both lower case or None."""
    message = Message()
    message["Content-Type"] = re.sub(r"[\r\n\x00]", " ", value or "")[:200]
    stated, _, _ = (value or "").partition(";")
    media_type = stated.strip().lower()
    if not re.fullmatch(r"[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+", media_type):
        return None, None
    try:
        charset = message.get_content_charset()
    except (LookupError, ValueError):
        charset = None
    return media_type, charset


def check_readable(media_type: str | None) -> None:
    """Raise FetchError for a type that no reader takes; PDF passes, its reader says what to do."""
    if media_type is None:
        return
    if _REFUSED.match(media_type) or not _READABLE.fullmatch(media_type):
        raise FetchError(
            f"the answer is {media_type}, not a page; give the page's own address or a text file",
            fault=FetchFault.CONTENT,
        )
