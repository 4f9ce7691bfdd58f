"""Rows 9 and 16: what is kept, for how long, and that an edit is never missed."""

import json
import os
import socket
import subprocess
import sys
import textwrap
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.errors import FetchError, FetchFault
from factcheck.fetch.cache import Cache, Kept, Limits, prune
from factcheck.fetch.client import Client
from factcheck.fetch.settings import CacheMode, FetchSettings, platform_cache_folder
from tests.factcheck.fetch.loopback import Answer, Clock, Headers, Site


def conditional(headers: Headers) -> Answer:
    if headers["If-None-Match"] == '"v1"' and headers["If-Modified-Since"]:
        return Answer(status=304, body=b"")
    stamps = {"ETag": '"v1"', "Last-Modified": "Fri, 15 Jan 2027 08:00:00 GMT"}
    return Answer(headers=stamps)


def test_an_unchanged_page_is_not_sent_twice(
    site: Site, settings: FetchSettings, clock: Clock, tmp_path: Path
) -> None:
    kept = replace(settings, cache_folder=tmp_path, cache_max_age=60)
    site.answers |= {"/": conditional, "/from": Answer(status=301, headers={"Location": "/"})}
    first = Client(kept, clock.machine()).fetch(site.url("/from"))
    again = Client(kept, clock.machine()).fetch(site.url("/from"))
    assert (first.unasked, again) == (False, replace(first, unasked=True))
    assert site.paths().count("/") == 1, "fresh: not asked"
    clock.time += 61
    again = Client(kept, clock.machine()).fetch(site.url("/from"))
    assert (again.body, again.media_type) == (first.body, first.media_type)
    assert site.requests[-1][1]["If-None-Match"] == '"v1"'
    assert site.paths().count("/") == 2
    Client(kept, clock.machine()).fetch(site.url("/from"))
    assert site.paths().count("/") == 2, "fresh again"


@pytest.mark.parametrize(
    ("control", "requests"),
    [("no-store", 2), ("no-cache", 2), ("max-age=0", 2), ("max-age=9999", 1), ("", 1)],
)
def test_the_server_may_shorten_the_time(
    site: Site, settings: FetchSettings, tmp_path: Path, control: str, requests: int
) -> None:
    site.answers["/"] = Answer(headers={"Cache-Control": control} if control else {})
    for _ in range(2):
        Client(replace(settings, cache_folder=tmp_path, cache_max_age=600)).fetch(site.url())
    assert site.paths().count("/") == requests


def test_answers_to_secrets_are_not_kept(
    site: Site, settings: FetchSettings, tmp_path: Path
) -> None:
    site.answers["/"] = Answer()
    client = Client(replace(settings, cache_folder=tmp_path))
    client.fetch(site.url(), headers={"X-Api-Key": "CANARY"})
    client.fetch(site.url())
    assert site.paths().count("/") == 2


def test_damaged_and_unwritable_caches_do_no_harm(
    site: Site, settings: FetchSettings, tmp_path: Path
) -> None:
    site.answers["/"] = Answer()
    kept = replace(settings, cache_folder=tmp_path)
    Client(kept).fetch(site.url())
    for path in (tmp_path / "answers").iterdir():
        path.write_bytes(path.read_bytes()[:-3])
    assert Client(kept).fetch(site.url()).body == b"<p>a page</p>"
    assert site.paths().count("/") == 2
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    assert Client(replace(settings, cache_folder=blocked)).fetch(site.url()).body


def test_offline_opens_no_socket(
    site: Site, settings: FetchSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = replace(settings, cache_folder=tmp_path, cache_max_age=0)
    site.answers |= {"/": Answer(), "/from": Answer(status=302, headers={"Location": "/"})}
    online = Client(kept).fetch(site.url("/from"))

    def no_socket(*args: object, **kwargs: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", no_socket)
    monkeypatch.setattr(socket, "getaddrinfo", no_socket)
    offline = Client(replace(kept, offline=True))
    for path in ("/", "/from"):
        assert offline.fetch(site.url(path)).body == online.body
    with pytest.raises(FetchError, match="not in the cache") as caught:
        offline.fetch(site.url("/never"))
    assert caught.value.fault is FetchFault.OFFLINE


def edition(number: int) -> Answer:
    """Return an edition of a page, as a server does that knows ETags."""
    return Answer(body=f"<p>edition {number}</p>".encode(), headers={"ETag": f'"{number}"'})


def serve(site: Site, number: int) -> None:
    """Serve an edition, or 304 to whoever has it."""

    def answer(headers: Headers) -> Answer:
        known = headers["If-None-Match"] == f'"{number}"'
        return Answer(status=304, body=b"") if known else edition(number)

    site.answers["/"] = answer


def test_an_edit_is_never_missed(site: Site, settings: FetchSettings, tmp_path: Path) -> None:
    kept = replace(settings, cache_folder=tmp_path)
    bodies = []
    for number in (1, 1, 2):
        serve(site, number)
        document = Client(kept).fetch(site.url())
        assert not document.unasked
        bodies.append(document.body)
    assert bodies == [b"<p>edition 1</p>", b"<p>edition 1</p>", b"<p>edition 2</p>"]
    sent = [headers["If-None-Match"] for path, headers in site.requests if path == "/"]
    assert sent == [None, '"1"', '"1"']


def test_a_kept_answer_without_validators_is_fetched_anew(
    site: Site, settings: FetchSettings, tmp_path: Path
) -> None:
    kept = replace(settings, cache_folder=tmp_path)
    for body in (b"<p>old</p>", b"<p>new</p>"):
        site.answers["/"] = Answer(body=body)
        assert Client(kept).fetch(site.url()).body == body


def test_refresh_asks_for_all_of_it_and_keeps_it(
    site: Site, settings: FetchSettings, tmp_path: Path
) -> None:
    kept = replace(settings, cache_folder=tmp_path, cache_max_age=600)
    serve(site, 1)
    Client(kept).fetch(site.url())
    serve(site, 2)
    fresh = Client(replace(kept, cache=CacheMode.REFRESH)).fetch(site.url())
    assert fresh.body == b"<p>edition 2</p>"
    assert site.requests[-1][1]["If-None-Match"] is None
    assert Client(replace(kept, offline=True)).fetch(site.url()).body == fresh.body


def test_off_neither_uses_nor_keeps(site: Site, settings: FetchSettings, tmp_path: Path) -> None:
    site.answers["/"] = edition(1)
    off = replace(settings, cache_folder=tmp_path, cache_max_age=600, cache=CacheMode.OFF)
    for _ in range(2):
        assert not Client(off).fetch(site.url()).unasked
    assert site.paths().count("/") == 2
    assert not list(tmp_path.glob("answers/*"))


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda data: b"\x00" * len(data),
        lambda _: b"[" * 100_000,
        lambda data: b"null\n" + data,
        lambda data: data.replace(b"edition", b"edited!"),
        lambda data: data.replace(b'"version": 1', b'"version": 99'),
        lambda _: json.dumps({"version": 1}).encode() + b"\n",
    ],
    ids=["empty", "noughts", "nesting", "null", "body changed", "newer version", "fields missing"],
)
def test_a_damaged_entry_is_a_miss(
    site: Site, settings: FetchSettings, tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    serve(site, 1)
    kept = replace(settings, cache_folder=tmp_path, cache_max_age=600)
    Client(kept).fetch(site.url())
    for path in (tmp_path / "answers").iterdir():
        path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(FetchError, match="not in the cache"):
        Client(replace(kept, offline=True)).fetch(site.url())
    assert Client(kept).fetch(site.url()).body == b"<p>edition 1</p>"
    assert site.requests[-1][1]["If-None-Match"] is None


def page(number: int, stored_at: float, size: int = 1000) -> Kept:
    return Kept(url=f"https://x.example/{number}", stored_at=stored_at, body=bytes(size))


def kept_pages(cache: Cache, count: int) -> list[int]:
    return [number for number in range(count) if cache.find(page(number, 0).url)]


def test_the_oldest_go_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for number in range(9):
        cache.keep(page(number, stored_at=1000.0 + number))
    sizes = [path.stat().st_size for path in tmp_path.iterdir()]
    prune(tmp_path, Limits(max_bytes=4 * max(sizes), max_age=3600), now=1010)
    assert kept_pages(cache, 9) == [5, 6, 7, 8]
    prune(tmp_path, Limits(max_bytes=10**9, max_age=3.0), now=1010)
    assert kept_pages(cache, 9) == [7, 8]


def test_what_a_killed_process_left_is_dropped(tmp_path: Path) -> None:
    (tmp_path / "a.new").write_bytes(b"half")
    (tmp_path / "b.new").write_bytes(b"half")
    os.utime(tmp_path / "a.new", (1000, 1000))
    os.utime(tmp_path / "b.new", (9000, 9000))
    prune(tmp_path, Limits(max_bytes=10**9, max_age=10**9), now=9001)
    assert [path.name for path in tmp_path.iterdir()] == ["b.new"]


def test_a_client_keeps_its_folder_small(
    site: Site, settings: FetchSettings, clock: Clock, tmp_path: Path
) -> None:
    small = replace(
        settings, cache_folder=tmp_path, cache_keep=100.0, respect_robots=False, offline=False
    )
    site.answers |= {f"/{number}": Answer() for number in range(3)}
    for number in range(3):
        Client(small, clock.machine()).fetch(site.url(f"/{number}"))
        clock.time += 80
    assert len(list(tmp_path.glob("answers/*"))) == 2


def test_many_writers_never_show_half_an_answer(tmp_path: Path) -> None:
    script = f"""
        import sys
        from pathlib import Path
        from factcheck.fetch.cache import Cache, Kept, Limits
        letter = sys.argv[1].encode()
        for time in range(150):
            cache = Cache(Path({str(tmp_path)!r}), Limits(max_bytes=10**9, max_age=10**9))
            cache.keep(Kept(url="u", stored_at=1000.0 + time, body=letter * 50_000))
            kept = cache.find("u")
            assert kept is not None and len(set(kept.body)) == 1 and len(kept.body) == 50_000
    """
    command = [sys.executable, "-c", textwrap.dedent(script)]
    running = [subprocess.Popen([*command, letter]) for letter in "abc"]
    assert [process.wait(60) for process in running] == [0, 0, 0]
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    ("environ", "platform", "folder"),
    [
        ({"XDG_CACHE_HOME": "/x", "HOME": "/h"}, "linux", Path("/x/factcheck-desk")),
        ({"XDG_CACHE_HOME": "x", "HOME": "/h"}, "linux", Path("/h/.cache/factcheck-desk")),
        ({"HOME": "/h"}, "darwin", Path("/h/Library/Caches/factcheck-desk")),
        ({"HOME": "/h"}, "linux", Path("/h/.cache/factcheck-desk")),
        ({}, "linux", None),
        ({}, "win32", None),
    ],
)
def test_the_systems_place(environ: dict[str, str], platform: str, folder: Path | None) -> None:
    assert platform_cache_folder(environ, platform) == folder


def test_nobody_else_can_read_it(site: Site, settings: FetchSettings, tmp_path: Path) -> None:
    site.answers["/"] = edition(1)
    Client(replace(settings, cache_folder=tmp_path / "new")).fetch(site.url())
    for path in (tmp_path / "new").rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path
