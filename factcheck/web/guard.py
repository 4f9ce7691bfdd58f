"""What every request and response goes through, whatever the route.

- ``Host`` must be a name of the desk's own.
- What changes something must not come from another site. There are no tokens: a browser states
  where a request comes from in ``Sec-Fetch-Site``, an older one in ``Origin``, and neither can be
  set by a page (the recipe is datasette's, docs/internals.rst, "CSRF protection"). What is no
  browser states neither and holds no cookie that a page could ride on.
- A body has a limit, counted while it is read.
- Headers forbid scripts and styles from anywhere else or inline, and showing the desk in a frame.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SMALL_BODY = 256 * 1024
"""Bytes of a form: a note and some filters are far below it."""

_DIGITS = 15  # of a length in bytes; more cannot be sent

_SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
_HEADERS = (
    (
        "Content-Security-Policy",
        (
            "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; "
            "frame-ancestors 'none'"
        ),
    ),
    ("X-Frame-Options", "DENY"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
)


class Guard:
    """ASGI middleware. ``large_bodies`` maps a path to the bytes a body sent there may have."""

    def __init__(
        self, app: ASGIApp, *, hosts: tuple[str, ...], large_bodies: Mapping[str, int]
    ) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)
        self._large_bodies = large_bodies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse the request, or pass it on with its body limited and its answer's headers set."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        limit = self._large_bodies.get(scope["path"], SMALL_BODY)
        refusal = self._refusal(scope["method"], headers)
        if refusal is not None:
            await refusal(scope, receive, _with_headers(send))
            return
        length = int(headers.get("content-length", "0"))
        if length > limit:
            receive = _too_long(limit)
        await self._app(scope, _limited(receive, limit), _with_headers(send))

    def _refusal(self, method: str, headers: Headers) -> PlainTextResponse | None:
        if host_name(headers.get("host", "")) not in self._hosts:
            return PlainTextResponse("This desk has another name.\n", 421)
        if method not in _SAFE and not same_site(headers):
            return PlainTextResponse("Refused: sent from another site.\n", 403)
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit() or len(length) > _DIGITS:
            return PlainTextResponse("Content-Length is not a number.\n", 400)
        return None


def host_name(host: str) -> str:
    """Return the name in a ``Host`` header, in lower case and without port; "" for none."""
    try:
        parts = urlsplit(f"//{host}")
    except ValueError:
        return ""
    if parts.netloc != host or "@" in host:
        return ""
    name = parts.hostname or ""
    return f"[{name}]" if ":" in name else name


def same_site(headers: Headers) -> bool:
    """Tell whether a request comes from a page of the desk itself, or from no page at all."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def _limited(receive: Receive, limit: int) -> Receive:
    read = 0

    async def limited() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > limit:
            raise HTTPException(413, _too_large(limit))
        return message

    return limited


def _too_long(limit: int) -> Receive:
    """Return a body that is refused before it is read, so that a route answers in its own way."""

    async def refused() -> Message:
        raise HTTPException(413, _too_large(limit))

    return refused


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS:
                headers[name] = value
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return sending


def _too_large(limit: int) -> str:
    return f"Too large: more than {limit:,} bytes."
