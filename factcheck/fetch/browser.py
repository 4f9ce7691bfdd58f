"""Draw a page with a real browser that itself cannot reach the network (the extra ``render``).

The browser's own way out is shut: every name it looks up fails and its proxy is a closed port. Each
request is intercepted and answered by the guarded client, so that the address guard, the limits and
the deadline hold for a script's request as for ours, and what was checked is what is connected to.
Scripts may ask with GET, and with POST at the page's own origin; pictures, fonts, media, sockets,
service workers, downloads, pop-ups and permissions are refused.
"""

import html
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import httpx

from factcheck.errors import ConfigError, FetchError, FetchFault, LimitExceeded
from factcheck.fetch.addresses import Allowance
from factcheck.fetch.deadline import Deadline
from factcheck.fetch.exchange import Answer, send
from factcheck.fetch.scrub import scrub
from factcheck.fetch.settings import FetchSettings
from factcheck.fetch.urls import check_url
from factcheck.model.document import Document

if TYPE_CHECKING:
    from types import ModuleType

    from playwright.sync_api import BrowserContext, Page, Request, Route

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MOST_REQUESTS = 300
MOST_NAVIGATIONS = 10  # a page that leads itself on by script, for ever
QUIET = 5.0  # seconds in which a page's requests may come to rest; some never do

_REFUSED_KINDS = frozenset(
    {"image", "media", "font", "websocket", "eventsource", "manifest", "texttrack", "ping"}
)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# What the browser must not see: the body is unpacked, and cookies are nobody's.
_DROPPED = frozenset(
    {"content-encoding", "content-length", "transfer-encoding", "set-cookie", "connection"}
)
_PASSED_ON = frozenset({"accept", "accept-language", "content-type", "origin", "x-requested-with"})
# Port 9 of this machine is "discard"; nothing is sent there either, since every request is
# answered before the browser would connect.
_NOWHERE = "http://127.0.0.1:9"
_ARGUMENTS = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-bypass-list=<-loopback>",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-quic",
    "--dns-prefetch-disable",
    "--no-pings",
    "--js-flags=--max-old-space-size=512",
)
_ENVIRONMENT = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "XDG_RUNTIME_DIR")


def find_browser(stated: Path | None) -> Path:
    """Return the browser's program. Raises ConfigError where there is none."""
    names = (str(stated),) if stated is not None else BROWSERS
    for name in names:
        found = shutil.which(name)
        if found:
            return Path(found)
    if stated is not None:
        raise ConfigError(f"fetch.browser: {stated} is no program; name Chromium or Chrome")
    raise ConfigError(
        "no browser to draw pages with; install Chromium or Chrome, or name one in "
        "FACTCHECK_FETCH_BROWSER"
    )


# No slots: playwright writes a mark on the object whose method it calls.
@dataclass(kw_only=True)
class Drawing:
    """One page being drawn. ``client`` is guarded, ``deadline`` is the page's and the client's."""

    settings: FetchSettings
    allowances: tuple[Allowance, ...]
    client: httpx.Client
    deadline: Deadline
    _given: Mapping[str, Document] = field(default_factory=dict)
    _requests: int = 0
    _navigations: int = 0
    _room: int = 0
    _failure: FetchError | LimitExceeded | None = None
    _page: "Page | None" = None

    def draw(self, document: Document) -> Document:
        """Return a fetched page as a browser shows it once its scripts have run.

        Raises ConfigError without the extra or a browser, FetchError where the page cannot be
        drawn in time, LimitExceeded beyond ``max_bytes``.
        """
        program = find_browser(self.settings.browser)
        sync = _playwright()
        url = document.url or document.target
        shown = scrub(url)
        self._given = {url: document}
        self._room = self.settings.max_bytes
        try:
            with sync.sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=program,
                    # Chromium's sandbox cannot be set up by root.
                    chromium_sandbox=not _is_root(),
                    args=list(_ARGUMENTS),
                    proxy={"server": _NOWHERE},
                    env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
                    timeout=self._milliseconds(),
                )
                try:
                    page = self._open(
                        browser.new_context(
                            accept_downloads=False,
                            service_workers="block",
                            permissions=[],
                            user_agent=self.client.headers["User-Agent"],
                        )
                    )
                    body, final = self._drawn(page, url)
                finally:
                    browser.close()
        except sync.TimeoutError as error:
            raise self._failure or _too_slow(shown) from error
        except sync.Error as error:
            raise self._failure or _not_drawn(shown, error) from error
        if len(body) > self.settings.max_bytes:
            raise LimitExceeded(
                f"{shown}: more than {self.settings.max_bytes:,} bytes when drawn; "
                "raise max_bytes to read it anyway"
            )
        return Document(
            target=document.target,
            body=body,
            media_type="text/html",
            charset="utf-8",
            url=final,
            fetched_at=document.fetched_at,
        )

    def _open(self, context: "BrowserContext") -> "Page":
        context.set_default_timeout(self._milliseconds())
        context.route("**/*", self._answer)
        context.route_web_socket("**/*", lambda socket: socket.close())
        page = self._page = context.new_page()
        context.on("page", lambda opened: opened.close())
        return page

    def _drawn(self, page: "Page", url: str) -> tuple[bytes, str]:
        page.goto(url, wait_until="domcontentloaded", timeout=self._milliseconds())
        with suppress(_playwright().TimeoutError):
            page.wait_for_load_state("networkidle", timeout=min(self._milliseconds(), QUIET * 1000))
        if self._failure is not None:
            raise self._failure
        if urlsplit(page.url).scheme not in {"http", "https"}:
            raise FetchError(
                f"{scrub(url)}: its scripts lead to what is no page; open it in a browser",
                fault=FetchFault.REDIRECT,
            )
        # page.content() waits for ever for a script that never ends; these keep to a time limit.
        try:
            page.wait_for_function(
                "most => document.documentElement.innerHTML.length <= most",
                arg=self.settings.max_bytes,
                timeout=min(self._milliseconds(), QUIET * 1000),
            )
        except _playwright().TimeoutError as error:
            raise LimitExceeded(
                f"{scrub(url)}: its scripts never come to rest, or draw more than "
                f"{self.settings.max_bytes:,} bytes; save the page from a browser"
            ) from error
        root = page.locator(":root")
        language = html.escape(root.get_attribute("lang", timeout=self._milliseconds()) or "")
        inner = root.inner_html(timeout=self._milliseconds())
        drawn = f'<!DOCTYPE html>\n<html lang="{language}">{inner}</html>'
        return drawn.encode("utf-8", "replace"), page.url

    def _milliseconds(self) -> float:
        """Return what is left of the deadline; raise FetchError at its end."""
        left = self.deadline.remaining()
        if left <= 0:
            raise _too_slow(scrub(next(iter(self._given))))
        return max(left * 1000, 1.0)

    def _answer(self, route: "Route") -> None:
        """Answer one request of the page, or refuse it."""
        request = route.request
        navigates = self._navigates(request)
        try:
            self._count(navigates=navigates)
            given = self._given.get(request.url)
            if request.resource_type in _REFUSED_KINDS:
                route.abort("blockedbyclient")
            elif given is not None and navigates and request.method == "GET":
                kind = given.media_type or "text/html"
                kind += f"; charset={given.charset}" if given.charset else ""
                route.fulfill(status=200, headers={"content-type": kind}, body=given.body)
            else:
                answer = self._fetch(request)
                headers = {
                    name: text for name, text in answer.headers.items() if name not in _DROPPED
                }
                route.fulfill(status=answer.status, headers=headers, body=answer.body)
        except (FetchError, LimitExceeded) as error:
            # A page does without one of its scripts; where it goes itself, it must get there.
            if navigates:
                self._failure = error
            route.abort("blockedbyclient")

    def _navigates(self, request: "Request") -> bool:
        """Tell whether a request loads the page's own document, not a frame's or another window's.

        A page's script may open a window; until we have closed it, its request comes here too.
        """
        if self._page is None or not request.is_navigation_request():
            return False
        try:
            return request.frame == self._page.main_frame
        except _playwright().Error:
            return False  # a new window's first request comes before its frame is there

    def _count(self, *, navigates: bool) -> None:
        self._requests += 1
        self._navigations += navigates
        if self._navigations > MOST_NAVIGATIONS or self._requests > MOST_REQUESTS:
            raise FetchError(
                f"{scrub(next(iter(self._given)))}: asks for too much to be drawn; "
                "save the page from a browser and give the file",
                fault=FetchFault.REDIRECT,
            )

    def _fetch(self, request: "Request") -> Answer:
        """Fetch what a page asks for through the guard; raise FetchError or LimitExceeded."""
        url = check_url(request.url, self.settings.ports, self.allowances)
        method, body = request.method, None
        if method == "POST" and _origin(request.url) == _origin(next(iter(self._given))):
            body = request.post_data_buffer
        elif method not in {"GET", "HEAD"}:
            raise FetchError(f"{method} is not sent", fault=FetchFault.ADDRESS)
        headers = {name: text for name, text in request.headers.items() if name in _PASSED_ON}
        for _ in range(self.settings.max_redirects + 1):
            asked = self.client.build_request(method, url, headers=headers, content=body)
            answer = send(self.client, asked, self._room)
            self._room -= len(answer.body)
            location = answer.headers.get("location")
            if answer.status not in _REDIRECTS or not location:
                return answer
            try:
                target = urljoin(answer.url, location)
            except ValueError:
                break
            url = check_url(target, self.settings.ports, self.allowances)
            method, body = "GET", None
        raise FetchError(
            f"{scrub(str(url))}: redirects to nowhere; open it in a browser",
            fault=FetchFault.REDIRECT,
        )


def _playwright() -> "ModuleType":
    try:
        # Imported here: an extra that only --render needs.
        from playwright import sync_api  # noqa: PLC0415
    except ImportError as error:
        raise ConfigError(
            "drawing pages with a browser needs the extra 'render'; "
            "install it with: pip install 'factcheck-desk[render]'"
        ) from error
    return sync_api


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc


def _too_slow(shown: str) -> FetchError:
    return FetchError(
        f"{shown}: took too long to draw; raise total_timeout, or save the page from a browser",
        fault=FetchFault.DEADLINE,
    )


def _not_drawn(shown: str, error: Exception) -> FetchError:
    reason = " ".join(str(error).split("\n", 1)[0].split())[:160]
    return FetchError(
        f"{shown}: the browser could not draw it ({reason}); "
        "save the page from a browser and give the file",
        fault=FetchFault.CONTENT,
    )
