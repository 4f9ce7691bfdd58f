"""The client: one visit to a page, redirects and all."""

import datetime as dt
import ssl
from collections import Counter
from collections.abc import Mapping
from urllib.parse import urljoin

import httpx

import factcheck
from factcheck.errors import FetchError, FetchFault
from factcheck.fetch.addresses import parse_allowance
from factcheck.fetch.deadline import Deadline, Machine
from factcheck.fetch.exchange import Answer, exchange
from factcheck.fetch.guard import GuardedBackend
from factcheck.fetch.scrub import scrub
from factcheck.fetch.settings import FetchSettings
from factcheck.fetch.transport import GuardedTransport
from factcheck.fetch.unpacking import ACCEPT_ENCODING
from factcheck.fetch.urls import check_url
from factcheck.model.document import Document

ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,text/*;q=0.8,*/*;q=0.5"
REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Client:
    """Fetches documents; share one over several targets, also between threads."""

    def __init__(self, settings: FetchSettings, machine: Machine | None = None) -> None:
        self._settings = settings
        self._machine = machine or Machine()
        self._allowances = tuple(map(parse_allowance, settings.allow_private_addresses))
        self._ssl_context = ssl.create_default_context(cafile=settings.ca_file)

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Document:
        """Fetch a document.

        ``headers`` are sent to the URL's own origin only, never past a redirect to another.
        Raise AddressRefused for an address that must not be connected to, LimitExceeded for a
        document over ``max_bytes`` and FetchError for everything else that goes wrong.
        """
        settings = self._settings
        first = check_url(url, settings.ports, self._allowances)
        with self._open(Deadline(settings.total_timeout)) as client:
            answer = self._follow(client, first, headers or {})
        if not answer.body.strip():
            raise FetchError(
                f"{scrub(url)}: the answer is empty; check the address",
                fault=FetchFault.CONTENT,
                status=answer.status,
            )
        return Document(
            target=url,
            body=answer.body,
            media_type=answer.media_type,
            charset=answer.charset,
            url=answer.url,
            fetched_at=dt.datetime.fromtimestamp(self._machine.now(), tz=dt.UTC),
        )

    def _open(self, deadline: Deadline) -> httpx.Client:
        settings = self._settings
        agent = f"{settings.user_agent}/{factcheck.__version__}"
        backend = GuardedBackend(
            allowances=self._allowances, deadline=deadline, machine=self._machine
        )
        return httpx.Client(
            transport=GuardedTransport(backend, self._ssl_context),
            trust_env=False,
            timeout=httpx.Timeout(settings.total_timeout, connect=settings.connect_timeout),
            headers={
                "User-Agent": f"{agent} (+{settings.contact})" if settings.contact else agent,
                "Accept": ACCEPT,
                "Accept-Encoding": ACCEPT_ENCODING,
            },
        )

    def _follow(self, client: httpx.Client, first: httpx.URL, headers: Mapping[str, str]) -> Answer:
        url, extra = first, headers
        visits: Counter[str] = Counter()
        for _ in range(self._settings.max_redirects + 1):
            visits[str(url)] += 1
            # Twice is a page that sets a cookie first; three times is a circle.
            if visits[str(url)] > 2:
                break
            answer = exchange(client, url, extra, self._settings.max_bytes)
            location = answer.headers.get("location")
            if answer.status not in REDIRECTS or not location:
                return _successful(answer)
            target = _joined(answer.url, location)
            url = check_url(target, self._settings.ports, self._allowances)
            if _origin(url) != _origin(first):
                extra = {}
        raise FetchError(
            f"{scrub(str(first))}: redirects without end; open it in a browser and give the "
            "address it ends at",
            fault=FetchFault.REDIRECT,
        )


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise FetchError(
            f"{scrub(url)}: redirects to something that is no address", fault=FetchFault.REDIRECT
        ) from error


def _successful(answer: Answer) -> Answer:
    if 200 <= answer.status < 300:
        return answer
    raise FetchError(
        f"{scrub(answer.url)}: HTTP {answer.status}; {_advice(answer.status)}",
        fault=FetchFault.STATUS,
        status=answer.status,
    )


def _advice(status: int) -> str:
    if status in {401, 402, 403, 407, 412, 428, 451}:
        return "the site wants a login or blocks programs; save the page and give the file"
    if status in {404, 410}:
        return "there is no such page; check the address"
    if status in {429, 503}:
        return "the site is busy or limits requests; try again later"
    if status >= 500:
        return "the site has a fault; try again later"
    return "the site gives no page there; open it in a browser to see why"
