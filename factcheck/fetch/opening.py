"""Open a target: a web address, a file or standard input."""

import errno
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import AddressRefused, DocumentError, LimitExceeded
from factcheck.fetch.media_types import from_name
from factcheck.fetch.scrub import scrub
from factcheck.fetch.settings import FetchSettings
from factcheck.model.document import Document

if TYPE_CHECKING:
    from factcheck.fetch.client import Client

STDIN = "-"

_WEB = re.compile(r"https?:", re.IGNORECASE)
_OTHER_SCHEME = re.compile(
    r"(?:[a-z][a-z0-9+.-]+://|(?:javascript|data|mailto|file|ftp|gopher|about|blob|tel|vbscript):)",
    re.IGNORECASE,
)
_HOST = re.compile(r"[a-z0-9.-]+\.[a-z]{2,}", re.IGNORECASE)


def open_document(
    target: str,
    settings: FetchSettings,
    *,
    stdin: bytes | None = None,
    client: "Client | None" = None,
) -> Document:
    """Return the bytes of a target: an http(s) URL, a file's path, or "-" for standard input.

    ``stdin`` stands in for standard input; ``client`` keeps pace and cache over several targets
    (its own settings hold for the network). Raise DocumentError for a file that cannot be read,
    FetchError for a URL that cannot, LimitExceeded beyond ``settings.max_bytes``.
    """
    if target == STDIN:
        return _from_stdin(settings.max_bytes, stdin)
    if _WEB.match(target):
        return _from_network(target, settings, client)
    if _OTHER_SCHEME.match(target):
        raise AddressRefused(
            f"{scrub(target)}: only http and https addresses and files can be read; "
            "save it to a file and give its path"
        )
    return _from_file(target, settings.max_bytes)


def _from_network(target: str, settings: FetchSettings, client: "Client | None") -> Document:
    # Imported here: a lint of a file shall not pay for an HTTP client it never uses.
    from factcheck.fetch.client import Client  # noqa: PLC0415  # see the line above

    return (client or Client(settings)).fetch(target)


def _from_stdin(max_bytes: int, given: bytes | None) -> Document:
    body = sys.stdin.buffer.read(max_bytes + 1) if given is None else given
    _check_size(body, "standard input", max_bytes)
    return Document(target=STDIN, body=body)


def _from_file(target: str, max_bytes: int) -> Document:
    path = Path(target)
    shown = scrub(target)
    try:
        with path.open("rb") as file:
            body = file.read(max_bytes + 1)
    except (OSError, ValueError) as error:
        raise DocumentError(f"{shown}: {_file_advice(target, error)}") from error
    _check_size(body, shown, max_bytes)
    return Document(target=target, body=body, media_type=from_name(path))


def _check_size(body: bytes, shown: str, max_bytes: int) -> None:
    if not body.strip():
        raise DocumentError(f"{shown}: empty; check that it was saved or sent whole")
    if len(body) > max_bytes:
        raise LimitExceeded(
            f"{shown}: more than {max_bytes:,} bytes; raise max_bytes to read it anyway"
        )


def _file_advice(target: str, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        host = target.partition("/")[0]
        if _HOST.fullmatch(host) and from_name(Path(host)) is None:
            return "no such file; a web address starts with https://"
        return "no such file; check the path"
    if isinstance(error, IsADirectoryError):
        return "a directory; give the files in it"
    if isinstance(error, PermissionError):
        return "no permission to read it; change its permissions or copy it"
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        return "not a file's path; to read text, pipe it in and give - as the target"
    if isinstance(error, OSError):
        return f"cannot be read ({error.strerror}); copy it elsewhere and try again"
    return "not a file's path; check how it was copied"
