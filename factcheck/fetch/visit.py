"""One visit: from the first address over its redirects to the answer.

Robots.txt, redirects on the same host and retries are part of one visit, so that only the next
visit waits for the host's pause.
"""

from collections import Counter
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin

import httpx

from factcheck.errors import FetchError, FetchFault, LimitExceeded
from factcheck.fetch.addresses import Allowance
from factcheck.fetch.cache import Cache, Kept, freshness, is_storable
from factcheck.fetch.deadline import Deadline, Machine
from factcheck.fetch.exchange import Answer, exchange
from factcheck.fetch.pace import Pace, Slot
from factcheck.fetch.retry_after import parse_retry_after
from factcheck.fetch.robots import MAX_AGE, MAX_BYTES, MAX_REDIRECTS, Rules, rules_for_status
from factcheck.fetch.scrub import scrub
from factcheck.fetch.settings import CacheMode, FetchSettings
from factcheck.fetch.urls import check_url
from factcheck.fetch.walls import find_wall

REDIRECTS = frozenset({301, 302, 303, 307, 308})
BUSY = frozenset({429, 503})
MAX_RETRIES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What one visit works with. ``cache`` may keep nothing; ``robots_cache`` is the real one."""

    settings: FetchSettings
    machine: Machine
    allowances: tuple[Allowance, ...]
    client: httpx.Client
    deadline: Deadline
    pace: Pace
    cache: Cache
    robots_cache: Cache
    _rules: dict[str, Rules] = field(default_factory=dict)

    def follow(self, first: httpx.URL, headers: Mapping[str, str]) -> Kept:
        """Return the answer that the redirects end at; raise FetchError or LimitExceeded."""
        url, extra, host = first, headers, ""
        seen: Counter[str] = Counter()
        with ExitStack() as stack:
            slot = Slot(0.0)
            for _ in range(self.settings.max_redirects + 1):
                seen[str(url)] += 1
                # Twice is a page that sets a cookie first; three times is a circle.
                if seen[str(url)] > 2:
                    break
                if url.host != host:
                    # Leave one host before waiting for the next: two visits must not wait for
                    # each other's.
                    stack.close()
                    host = url.host
                    with self.deadline.paused():
                        slot = stack.enter_context(self.pace.visit(host))
                self._obey_robots(url, slot)
                fresh = self.settings.cache is CacheMode.REFRESH
                kept = None if fresh else self.cache.find(str(url))
                # What was reached over a redirect has another address's validators.
                kept = kept if kept and kept.url == str(url) else None
                answer = self._ask(url, {**extra, **(kept.validators if kept else {})}, slot)
                location = answer.headers.get("location")
                if answer.status in REDIRECTS and location:
                    url = self._next(answer.url, location)
                    extra = extra if _origin(url) == _origin(first) else {}
                    continue
                return self._settle(first, answer, kept)
        raise FetchError(
            f"{scrub(str(first))}: redirects without end; open it in a browser and give the "
            "address it ends at",
            fault=FetchFault.REDIRECT,
        )

    def _ask(self, url: httpx.URL, headers: Mapping[str, str], slot: Slot) -> Answer:
        """Ask once, and at most twice more when the server is busy."""
        answer = exchange(self.client, url, headers, self.settings.max_bytes)
        for attempt in range(MAX_RETRIES):
            if answer.status not in BUSY:
                return answer
            asked = parse_retry_after(answer.headers.get("retry-after"), self.machine.now())
            wait = 2.0**attempt if asked is None else asked
            slot.pause = max(slot.pause, wait)
            if wait > self.settings.max_retry_wait:
                return answer
            with self.deadline.paused():
                self.machine.sleep(wait)
            answer = exchange(self.client, url, headers, self.settings.max_bytes)
        return answer

    def _next(self, url: str, location: str) -> httpx.URL:
        try:
            target = urljoin(url, location)
        except ValueError as error:
            raise FetchError(
                f"{scrub(url)}: redirects to something that is no address; open it in a browser",
                fault=FetchFault.REDIRECT,
            ) from error
        return check_url(target, self.settings.ports, self.allowances)

    def _settle(self, first: httpx.URL, answer: Answer, kept: Kept | None) -> Kept:
        """Turn the last answer into a document to keep, or raise FetchError."""
        now = self.machine.now()
        if answer.status == 304 and kept is not None:
            settled = replace(kept, stored_at=now)
        elif not 200 <= answer.status < 300:
            raise FetchError(
                f"{scrub(answer.url)}: HTTP {answer.status}; {_advice(answer.status)}",
                fault=FetchFault.WALL if answer.status == 511 else FetchFault.STATUS,
                status=answer.status,
                retry_after=parse_retry_after(answer.headers.get("retry-after"), now),
            )
        elif wall := find_wall(str(first), answer.url, answer.headers, answer.body):
            raise FetchError(
                f"{scrub(answer.url)}: {wall}", fault=FetchFault.WALL, status=answer.status
            )
        elif not answer.body.strip():
            raise FetchError(
                f"{scrub(answer.url)}: the answer is empty; check the address",
                fault=FetchFault.CONTENT,
                status=answer.status,
            )
        else:
            settled = _to_keep(answer, now)
        if answer.status == 304 or is_storable(answer.headers):
            self.cache.keep(settled)
            if str(first) != settled.url:
                self.cache.keep(Kept(url=str(first), stored_at=now, redirect=settled.url))
        else:
            self.cache.forget(settled.url)
        return settled

    def _obey_robots(self, url: httpx.URL, slot: Slot) -> None:
        if not self.settings.respect_robots:
            return
        place = url.copy_with(raw_path=b"/robots.txt")
        rules = self._rules.get(str(place))
        if rules is None:
            rules = Rules(text=self._robots_text(place), agent=self.settings.user_agent)
            self._rules[str(place)] = rules
        slot.pause = max(slot.pause, rules.crawl_delay())
        if not rules.allows(str(url)):
            raise FetchError(
                f"{scrub(str(url))}: the site's robots.txt asks programs to stay away; "
                "save the page from a browser and give the file",
                fault=FetchFault.ROBOTS,
            )

    def _robots_text(self, place: httpx.URL) -> str:
        now = self.machine.now()
        kept = self.robots_cache.find(str(place))
        if kept is not None and kept.is_fresh(now, MAX_AGE):
            return kept.body.decode("utf-8", "replace")
        url = place
        text = ""
        for _ in range(MAX_REDIRECTS + 1):
            try:
                answer = exchange(self.client, url, {}, MAX_BYTES)
                location = answer.headers.get("location")
                if answer.status in REDIRECTS and location:
                    url = self._next(answer.url, location)
                    continue
                text = rules_for_status(answer.status, answer.body)
            except (FetchError, LimitExceeded) as error:
                # No rules that can be read; a host that cannot be reached fails on the page too.
                if isinstance(error, FetchError) and error.fault is not FetchFault.CONTENT:
                    return ""
            break
        self.robots_cache.keep(Kept(url=str(place), stored_at=now, body=text.encode()))
        return text


def _to_keep(answer: Answer, now: float) -> Kept:
    return Kept(
        url=answer.url,
        stored_at=now,
        body=answer.body,
        content_type=answer.headers.get("content-type", ""),
        etag=answer.headers.get("etag", ""),
        last_modified=answer.headers.get("last-modified", ""),
        fresh_for=freshness(answer.headers),
    )


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port


def _advice(status: int) -> str:
    if status == 511:
        return "this network wants a login first (RFC 6585); log in and try again"
    if status in {401, 402, 403, 407, 412, 428, 451}:
        return "the site wants a login or blocks programs; save the page and give the file"
    if status in {404, 410}:
        return "there is no such page; check the address"
    if status in {429, 503}:
        return "the site is busy or limits requests; try again later"
    if status >= 500:
        return "the site has a fault; try again later"
    return "the site gives no page there; open it in a browser to see why"
