"""The client: a document by its address, from the cache or the network."""

import datetime as dt
import os
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

import httpx

import factcheck
from factcheck.errors import ConfigError, FetchError, FetchFault
from factcheck.fetch.addresses import parse_allowance
from factcheck.fetch.cache import Cache, Kept, Limits
from factcheck.fetch.deadline import Deadline, Machine
from factcheck.fetch.guard import GuardedBackend
from factcheck.fetch.media_types import parse_content_type
from factcheck.fetch.pace import Pace
from factcheck.fetch.scrub import scrub, without_secrets
from factcheck.fetch.settings import CacheMode, FetchSettings
from factcheck.fetch.transport import GuardedTransport
from factcheck.fetch.unpacking import ACCEPT_ENCODING
from factcheck.fetch.urls import check_url
from factcheck.fetch.visit import Visit
from factcheck.fetch.walls import find_wall
from factcheck.model.document import Document

ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,text/*;q=0.8,*/*;q=0.5"


class Client:
    """Fetches documents; share one over several targets, also between threads."""

    def __init__(self, settings: FetchSettings, machine: Machine | None = None) -> None:
        self._settings = settings
        self._machine = machine or Machine()
        self._allowances = tuple(map(parse_allowance, settings.allow_private_addresses))
        self._ssl_context = _ssl_context(settings)
        folder = settings.cache_folder
        answers = folder / "answers" if folder and settings.cache is not CacheMode.OFF else None
        limits = Limits(max_bytes=settings.cache_max_bytes, max_age=settings.cache_keep)
        self._cache = Cache(answers, limits)
        self._pace = Pace(
            folder / "pace" if folder else None,
            self._machine,
            delay=settings.per_host_delay,
            longest_wait=settings.max_retry_wait,
        )

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Document:
        """Fetch a document.

        ``headers`` are sent to the URL's own origin only, never past a redirect to another; what
        comes back for them is neither kept nor taken from the cache. Raise AddressRefused for an
        address that must not be connected to, LimitExceeded for a document over ``max_bytes`` and
        FetchError for everything else that goes wrong, a login or an error page instead of the
        document included.
        """
        document = self._fetch(url, headers)
        if self._settings.render and not self._settings.offline and _is_page(document):
            document = self._draw(document)
        # What is read, stored and reported from here on has no secret of the address in it.
        address = None if document.url is None else without_secrets(document.url)
        return replace(document, target=without_secrets(document.target), url=address)

    def _fetch(self, url: str, headers: Mapping[str, str] | None) -> Document:
        settings = self._settings
        first = check_url(url, settings.ports, self._allowances)
        cache = Cache(None) if headers else self._cache
        refresh = settings.cache is CacheMode.REFRESH and not settings.offline
        kept = None if refresh else cache.find(str(first))
        is_kept = kept is not None and (
            settings.offline or kept.is_fresh(self._machine.now(), settings.cache_max_age)
        )
        if kept is None or not is_kept:
            if settings.offline:
                raise FetchError(
                    f"{scrub(url)}: not in the cache, and the network is switched off; "
                    "fetch it once online, or give a file",
                    fault=FetchFault.OFFLINE,
                )
            kept = self._visit(first, headers or {}, cache)
        media_type, charset = parse_content_type(kept.content_type)
        return Document(
            target=url,
            body=kept.body,
            media_type=media_type,
            charset=charset,
            url=kept.url,
            fetched_at=dt.datetime.fromtimestamp(kept.stored_at, tz=dt.UTC),
            unasked=is_kept,
        )

    def _visit(self, first: httpx.URL, headers: Mapping[str, str], cache: Cache) -> Kept:
        deadline = Deadline(self._settings.total_timeout)
        with self._http(deadline) as client:
            visit = Visit(
                settings=self._settings,
                machine=self._machine,
                allowances=self._allowances,
                client=client,
                deadline=deadline,
                pace=self._pace,
                cache=cache,
                robots_cache=self._cache,
            )
            return visit.follow(first, headers)

    def _draw(self, document: Document) -> Document:
        # Imported here: few pages want a browser, and it is an extra.
        from factcheck.fetch.browser import Drawing  # noqa: PLC0415

        deadline = Deadline(self._settings.total_timeout)
        with self._http(deadline) as client:
            drawing = Drawing(
                settings=self._settings,
                allowances=self._allowances,
                client=client,
                deadline=deadline,
            )
            drawn = drawing.draw(document)
        before, after = document.url or document.target, drawn.url or drawn.target
        headers = httpx.Headers({"Content-Type": "text/html"})
        if wall := find_wall(before, after, headers, drawn.body):
            raise FetchError(f"{scrub(after)}: {wall}", fault=FetchFault.WALL)
        return drawn

    @contextmanager
    def _http(self, deadline: Deadline) -> Iterator[httpx.Client]:
        settings = self._settings
        backend = GuardedBackend(
            allowances=self._allowances, deadline=deadline, machine=self._machine
        )
        environ = dict(os.environ) if settings.trust_env else {}
        agent = f"{settings.user_agent}/{factcheck.__version__}"
        with httpx.Client(
            transport=GuardedTransport(backend, self._ssl_context, environ),
            trust_env=False,
            timeout=httpx.Timeout(settings.total_timeout, connect=settings.connect_timeout),
            headers={
                "User-Agent": f"{agent} (+{settings.contact})" if settings.contact else agent,
                "Accept": ACCEPT,
                "Accept-Encoding": ACCEPT_ENCODING,
            },
        ) as client:
            yield client


def _is_page(document: Document) -> bool:
    return document.media_type in {"text/html", "application/xhtml+xml", None}


def _ssl_context(settings: FetchSettings) -> ssl.SSLContext:
    if settings.ca_file is None:
        return httpx.create_ssl_context(trust_env=settings.trust_env)
    try:
        return ssl.create_default_context(cafile=settings.ca_file)
    except (OSError, ssl.SSLError) as error:
        raise ConfigError(
            f"ca_file {settings.ca_file}: no certificates can be read from it; give a PEM file"
        ) from error
