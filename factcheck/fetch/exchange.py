"""One request and its answer, within the limits; every failure becomes a FetchError."""

import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass

import httpcore
import httpx

from factcheck.errors import FetchError, FetchFault, LimitExceeded
from factcheck.fetch.media_types import check_readable, parse_content_type
from factcheck.fetch.scrub import scrub
from factcheck.fetch.unpacking import unpack

# Bytes on the wire may exceed the unpacked ones only by framing; a stream of empty blocks unpacks
# to nothing for ever.
WIRE_SLACK = 65536


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said. ``body`` is unpacked, and empty unless the status is 200-299."""

    url: str
    status: int
    headers: httpx.Headers
    body: bytes

    @property
    def media_type(self) -> str | None:
        """The stated media type, lower case, without parameters."""
        return parse_content_type(self.headers.get("content-type"))[0]

    @property
    def charset(self) -> str | None:
        """The charset that the Content-Type states."""
        return parse_content_type(self.headers.get("content-type"))[1]


def exchange(
    client: httpx.Client, url: httpx.URL, headers: Mapping[str, str], max_bytes: int
) -> Answer:
    """GET a page without following redirects; raise FetchError or LimitExceeded."""
    request = client.build_request("GET", url, headers=dict(headers))
    return send(client, request, max_bytes, check=check_readable)


def send(
    client: httpx.Client,
    request: httpx.Request,
    max_bytes: int,
    *,
    check: Callable[[str | None], None] = lambda _: None,
) -> Answer:
    """Send a request without following redirects; raise FetchError or LimitExceeded.

    ``check`` is shown the media type before the body is read, and raises FetchError.
    """
    shown = scrub(str(request.url))
    with (
        _failures_named(shown, request.url.host),
        closing(client.send(request, stream=True, follow_redirects=False)) as response,
    ):
        body = b""
        if response.is_success:
            check(parse_content_type(response.headers.get("content-type"))[0])
            body = _read(response, shown, max_bytes)
        return Answer(
            url=str(request.url),
            status=response.status_code,
            headers=response.headers,
            body=body,
        )


def _read(response: httpx.Response, shown: str, max_bytes: int) -> bytes:
    body = bytearray()
    wire = _counted(response.iter_raw(), shown, max_bytes)
    for piece in unpack(wire, response.headers.get("content-encoding", "")):
        body += piece
        if len(body) > max_bytes:
            raise _too_big(shown, max_bytes)
    return bytes(body)


def _counted(chunks: Iterator[bytes], shown: str, max_bytes: int) -> Iterator[bytes]:
    seen = 0
    for chunk in chunks:
        seen += len(chunk)
        if seen > max_bytes + WIRE_SLACK:
            raise _too_big(shown, max_bytes)
        yield chunk


def _too_big(shown: str, max_bytes: int) -> LimitExceeded:
    return LimitExceeded(
        f"{shown}: more than {max_bytes:,} bytes when unpacked; raise max_bytes to read it anyway"
    )


@contextmanager
def _failures_named(shown: str, host: str) -> Iterator[None]:
    try:
        yield
    except FetchError as error:
        if not str(error).startswith((shown, host)):
            error.args = (f"{shown}: {error}",)
        raise
    except (TimeoutError, httpcore.TimeoutException) as error:
        raise FetchError(
            f"{shown}: took too long; try again later or raise the timeout",
            fault=FetchFault.DEADLINE,
        ) from error
    except (OSError, httpcore.NetworkError, httpx.NetworkError) as error:
        certificate = _tls_error(error)
        if certificate is not None:
            raise FetchError(
                f"{shown}: no secure connection ({_reason(certificate)}); log in if this network "
                "asks for it, or save the page from a browser and give the file",
                fault=FetchFault.TLS,
            ) from error
        raise FetchError(
            f"{shown}: {host} cannot be reached ({_reason(error)}); "
            "check the address and your connection",
            fault=FetchFault.CONNECTION,
        ) from error
    except httpx.InvalidURL as error:
        # httpx works out where a redirect would lead even when it is not to follow it.
        raise FetchError(
            f"{shown}: redirects to something that is no address; open it in a browser",
            fault=FetchFault.REDIRECT,
        ) from error
    except (httpcore.ProtocolError, httpcore.ProxyError, httpx.HTTPError, ValueError) as error:
        raise FetchError(
            f"{shown}: the server's answer is broken or was cut short; "
            "try again, or save the page and give the file",
            fault=FetchFault.CONTENT,
        ) from error


def _tls_error(error: BaseException) -> ssl.SSLError | None:
    """Find the TLS failure among the causes of an error."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return cause
        cause = cause.__cause__ or cause.__context__
    return None


def _reason(error: BaseException) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return str(error.verify_message).rstrip(".")
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    if error.__cause__ is not None:
        return _reason(error.__cause__)
    return " ".join(str(error).split())[:100] or type(error).__name__
