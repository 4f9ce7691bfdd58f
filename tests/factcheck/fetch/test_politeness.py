"""Rows 10, 13 and 16: Retry-After, robots.txt, pace, conditional requests, offline."""

import itertools
import subprocess
import sys
import textwrap
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FetchError, FetchFault
from factcheck.fetch.client import Client
from factcheck.fetch.deadline import Machine
from factcheck.fetch.pace import Pace
from factcheck.fetch.retry_after import LONGEST, parse_retry_after
from factcheck.fetch.robots import Rules
from factcheck.fetch.settings import FetchSettings
from tests.factcheck.fetch.loopback import Answer, Clock, Site

NOW = 1_800_000_000.0  # Fri, 15 Jan 2027 08:00:00 GMT


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0), ("7", 7.0), (" 7 ", 7.0), ("1000000000", LONGEST), ("9" * 5000, LONGEST),
        ("Fri, 15 Jan 2027 08:01:00 GMT", 60.0), ("Fri, 15 Jan 2027 07:00:00 GMT", 0.0),
        ("Fri, 15 Jan 9999 08:00:00 GMT", LONGEST), ("Friday, 15-Jan-27 08:01:00 GMT", 60.0),
        ("soon", None), ("-5", None), ("1.5e3", None), ("٧", None), ("", None), (None, None),
        ("Fri, 99 Jan 2027 08:01:00 GMT", None),
    ],
)  # fmt: skip
def test_retry_after(value: str | None, seconds: float | None) -> None:
    assert parse_retry_after(value, NOW) == seconds


@given(st.text(max_size=80))
def test_retry_after_never_fails(value: str) -> None:
    seconds = parse_retry_after(value, NOW)
    assert seconds is None or 0 <= seconds <= LONGEST


@pytest.mark.parametrize(
    ("status", "value", "slept"),
    [
        (429, "3", [3.0, 3.0]),
        (503, "3", [3.0, 3.0]),
        (429, "nonsense", [1.0, 2.0]),
        (503, "Fri, 15 Jan 2027 08:00:05 GMT", [5.0, 0.0]),
    ],
)
def test_a_busy_server_is_asked_twice_more(
    site: Site,
    settings: FetchSettings,
    clock: Clock,
    *,
    status: int,
    value: str,
    slept: list[float],
) -> None:
    site.answers["/"] = Answer(status=status, headers={"Retry-After": value})
    with pytest.raises(FetchError, match=f"HTTP {status}") as caught:
        Client(settings, clock.machine()).fetch(site.url())
    assert clock.slept == slept
    assert site.paths().count("/") == 3
    assert caught.value.status == status


def test_a_retry_may_succeed(site: Site, settings: FetchSettings, clock: Clock) -> None:
    answers = iter([Answer(status=503, headers={"Retry-After": "2"}), Answer()])
    site.answers["/"] = lambda _headers: next(answers)
    assert Client(settings, clock.machine()).fetch(site.url()).body


def test_a_long_wait_is_told_not_waited(site: Site, settings: FetchSettings, clock: Clock) -> None:
    site.answers["/"] = Answer(status=429, headers={"Retry-After": "1000000000"})
    with pytest.raises(FetchError) as caught:
        Client(settings, clock.machine()).fetch(site.url())
    assert (clock.slept, site.paths().count("/")) == ([], 1)
    assert caught.value.retry_after == LONGEST


ROBOTS = b"""
User-agent: factcheck-desk
Disallow: /private
Crawl-delay: 4

User-agent: *
Disallow: /
"""


def test_robots_are_obeyed(site: Site, settings: FetchSettings, clock: Clock) -> None:
    site.answers |= {"/robots.txt": Answer(body=ROBOTS), "/": Answer(), "/private/x": Answer()}
    site.answers["/r"] = Answer(status=302, headers={"Location": "/private/x"})
    client = Client(settings, clock.machine())
    assert client.fetch(site.url()).body
    for path in ("/private/x", "/r"):
        with pytest.raises(FetchError, match=r"robots\.txt") as caught:
            client.fetch(site.url(path))
        assert caught.value.fault is FetchFault.ROBOTS
    assert "/private/x" not in site.paths()
    assert clock.slept == [4.0, 4.0]
    disobedient = Client(replace(settings, respect_robots=False), clock.machine())
    assert disobedient.fetch(site.url("/private/x")).body


@pytest.mark.parametrize(
    ("answer", "allowed"),
    [
        (Answer(status=404), True), (Answer(status=403), True), (Answer(status=500), False),
        (Answer(status=503), False), (Answer(status=429), False), (Answer(body=b""), True),
        (Answer(body=b"\xff\xfe\x00 nonsense" * 99), True), (Answer(body=b"x" * 1_100_000), True),
        (Answer(body=b"\xef\xbb\xbfUser-agent: *\nDisallow: /\n"), False),
        (Answer(status=301, headers={"Location": "/robots.txt"}), True),
        (Answer(headers={"Content-Type": "image/png"}), True),
    ],
    ids=["404", "403", "500", "503", "429", "empty", "nonsense", "huge", "BOM", "loop", "image"],
)  # fmt: skip
def test_robots_that_cannot_be_read(
    site: Site, settings: FetchSettings, answer: Answer, allowed: object
) -> None:
    site.answers |= {"/robots.txt": answer, "/": Answer()}
    if allowed:
        assert Client(settings).fetch(site.url()).body
    else:
        with pytest.raises(FetchError, match=r"robots\.txt"):
            Client(settings).fetch(site.url())


def test_robots_are_read_once_a_day(
    site: Site, settings: FetchSettings, clock: Clock, tmp_path: Path
) -> None:
    kept = replace(settings, cache_folder=tmp_path, cache_max_age=0)
    site.answers |= {"/robots.txt": Answer(body=ROBOTS), "/": Answer()}
    for _ in range(3):
        Client(kept, clock.machine()).fetch(site.url())
    assert site.paths().count("/robots.txt") == 1
    clock.time += 86_401
    Client(kept, clock.machine()).fetch(site.url())
    assert site.paths().count("/robots.txt") == 2


def test_hostile_robots_match_in_linear_time() -> None:
    rules = Rules(text="User-agent: *\n" + f"Disallow: /{'*a' * 500}b\n" * 20, agent="x")
    start = time.monotonic()
    assert rules.allows("https://x.example/" + "a" * 8000)
    assert time.monotonic() - start < 2


def test_visits_to_a_host_keep_their_distance(clock: Clock) -> None:
    pace = Pace(None, clock.machine(), delay=2.0, longest_wait=20.0)
    for host in ("a", "a", "b", "a"):
        with pace.visit(host):
            pass
    assert clock.slept == [2.0, 2.0]


def test_a_clock_set_back_does_not_stop_us(clock: Clock, tmp_path: Path) -> None:
    for _ in range(2):
        with Pace(tmp_path, clock.machine(), delay=2.0, longest_wait=5.0).visit("a"):
            pass
        clock.time -= 1_000_000
    assert clock.slept == [5.0]


def test_threads_take_turns() -> None:
    pace = Pace(None, Machine(), delay=0.05, longest_wait=1.0)
    inside: list[float] = []
    spans: list[tuple[float, float]] = []

    def work() -> None:
        with pace.visit("a"):
            inside.append(time.monotonic())
            time.sleep(0.01)
            spans.append((inside[-1], time.monotonic()))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    spans.sort()
    assert all(b[0] - a[1] >= 0.045 for a, b in itertools.pairwise(spans))


def test_processes_take_turns(tmp_path: Path) -> None:
    script = f"""
        import time
        from pathlib import Path
        from factcheck.fetch.deadline import Machine
        from factcheck.fetch.pace import Pace
        for _ in range(2):
            with Pace(Path({str(tmp_path)!r}), Machine(), delay=0.1, longest_wait=5).visit("a"):
                start = time.time()
                time.sleep(0.02)
                print(start, time.time())
    """
    command = [sys.executable, "-c", textwrap.dedent(script)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    lines = [line for process in running for line in process.communicate()[0].splitlines()]
    spans = sorted(tuple(map(float, line.split())) for line in lines)
    assert len(spans) == 4
    assert all(b[0] - a[1] >= 0.09 for a, b in itertools.pairwise(spans))
