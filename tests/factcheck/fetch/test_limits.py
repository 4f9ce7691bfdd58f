"""Rows 5-9, 12 and 15: redirects, secrets, bombs, deadlines, broken answers, TLS, proxies."""

import gzip
import socket
import subprocess
import sys
import textwrap
import time
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import trustme

from factcheck.errors import AddressRefused, ConfigError, FetchError, FetchFault, LimitExceeded
from factcheck.fetch import fetch
from factcheck.fetch.client import Client
from factcheck.fetch.deadline import Machine
from factcheck.fetch.settings import FetchSettings
from tests.factcheck.fetch.loopback import Answer, Headers, Site, tls_context, to_loopback


def to(location: str, status: int = 302) -> Answer:
    return Answer(status=status, body=b"", headers={"Location": location})


def test_a_document(site: Site, settings: FetchSettings) -> None:
    site.answers["/"] = Answer(headers={"Content-Type": 'Text/HTML; charset="Latin-1"'})
    document = fetch(site.url("/#part"), replace(settings, contact="desk@x.example"))
    assert document.body == b"<p>a page</p>"
    assert (document.media_type, document.charset) == ("text/html", "latin-1")
    assert (document.target, document.url) == (site.url("/#part"), site.url("/"))
    assert document.fetched_at is not None
    assert document.fetched_at.utcoffset() is not None
    agent = site.requests[-1][1]["User-Agent"]
    assert agent.startswith("factcheck-desk/")
    assert agent.endswith("(+desk@x.example)")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(site: Site, settings: FetchSettings, status: int) -> None:
    site.answers["/"] = to("b/../end", status)
    site.answers["/end"] = Answer()
    assert fetch(site.url(), settings).url == site.url("/end")


@pytest.mark.parametrize(
    "location",
    ["http://127.0.0.1:1/", "http://10.0.0.1/", "http://169.254.169.254/", "//[::1]/",
     "file:///etc/passwd", "ftp://x.example/", "javascript:alert(1)", "data:text/html,x",
     "http://ada:pw@x.example/", "http://2130706433/"],
)  # fmt: skip
def test_a_redirect_to_a_refused_address(
    site: Site, settings: FetchSettings, location: str
) -> None:
    site.answers["/"] = to(location)
    with pytest.raises(FetchError) as caught:
        fetch(site.url(), settings)
    assert caught.value.fault in {FetchFault.ADDRESS, FetchFault.REDIRECT}
    assert "/" in site.paths()


@pytest.mark.parametrize("location", ["/", "/b", "http://[x/"], ids=["self", "pair", "nonsense"])
def test_a_redirect_to_nowhere(site: Site, settings: FetchSettings, location: str) -> None:
    site.answers["/"] = to(location)
    site.answers["/b"] = to("/")
    with pytest.raises(FetchError) as caught:
        fetch(site.url(), settings)
    assert caught.value.fault in {FetchFault.REDIRECT, FetchFault.ADDRESS}
    assert len(site.requests) < 8


def test_too_many_redirects(site: Site, settings: FetchSettings) -> None:
    for number in range(9):
        site.answers[f"/{number}"] = to(f"/{number + 1}")
    with pytest.raises(FetchError, match="without end"):
        fetch(site.url("/0"), replace(settings, max_redirects=3))
    assert [path for path in site.paths() if path != "/robots.txt"] == ["/0", "/1", "/2", "/3"]


def test_no_secret_crosses_to_another_host(
    site: Site, other: Site, settings: FetchSettings
) -> None:
    site.answers["/"] = Answer(
        status=302, body=b"", headers={"Location": "/again", "Set-Cookie": "id=CANARY"}
    )
    site.answers["/again"] = to(other.url("/end", host="b.test"))
    other.answers["/end"] = Answer()
    secrets = {"X-Api-Key": "CANARY", "Authorization": "Bearer CANARY", "Cookie": "a=CANARY"}
    client = Client(settings, Machine(resolve=to_loopback))
    client.fetch(site.url(host="a.test"), headers=secrets)
    assert [headers["X-Api-Key"] for path, headers in site.requests if path == "/again"] == [
        "CANARY"
    ]
    assert other.requests
    assert not any("CANARY" in str(headers) for _, headers in other.requests)


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda data: zlib.compress(data)[2:-4]),
        ("gzip", lambda data: gzip.compress(data[:1000]) + gzip.compress(data[1000:])),
        ("identity", bytes),
    ],
    ids=["gzip", "zlib", "bare deflate", "two members", "identity"],
)
def test_packed_answers(
    site: Site, settings: FetchSettings, encoding: str, pack: Callable[[bytes], bytes]
) -> None:
    body = b"<p>" + b"words and words " * 20_000
    site.answers["/"] = Answer(body=pack(body), headers={"Content-Encoding": encoding})
    assert fetch(site.url(), settings).body == body


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "identity"])
def test_the_unpacked_body_is_capped(site: Site, settings: FetchSettings, encoding: str) -> None:
    body = bytes(1_000_001)
    packed = {"gzip": gzip.compress(body), "deflate": zlib.compress(body), "identity": body}
    site.answers["/"] = Answer(body=packed[encoding], headers={"Content-Encoding": encoding})
    with pytest.raises(LimitExceeded, match="1,000,000 bytes"):
        fetch(site.url(), settings)


def test_a_bomb_costs_little_memory(site: Site) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    piece = bytes(1 << 20)
    bomb = b"".join(packer.compress(piece) for _ in range(300)) + packer.flush()
    site.answers["/"] = Answer(body=bomb, headers={"Content-Encoding": "gzip"})
    script = f"""
        import resource
        from factcheck.errors import LimitExceeded
        from factcheck.fetch.client import Client
        from factcheck.fetch.settings import FetchSettings
        client = Client(FetchSettings(allow_private_addresses=("127.0.0.1:{site.port}",)))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        try:
            client.fetch("{site.url()}")
        except LimitExceeded:
            print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
    """
    run = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=True
    )
    assert int(run.stdout) < 50 * 1024, "kilobytes of growth"


def drip(head: bytes, drop: bytes) -> Callable[[socket.socket], None]:
    def write(connection: socket.socket) -> None:
        connection.sendall(head)
        for _ in range(100):
            connection.sendall(drop)
            time.sleep(0.05)

    return write


@pytest.mark.parametrize(
    "raw",
    [
        drip(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"x"),
        drip(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x"),
        drip(b"", b""),
    ],
    ids=["body", "headers", "silence"],
)
def test_the_total_deadline_holds(
    site: Site, settings: FetchSettings, raw: Callable[[socket.socket], None]
) -> None:
    site.answers["/"] = Answer(raw=raw)
    start = time.monotonic()
    with pytest.raises(FetchError, match="too long") as caught:
        fetch(site.url(), replace(settings, total_timeout=0.4))
    assert caught.value.fault is FetchFault.DEADLINE
    assert time.monotonic() - start < 1.4


def test_a_resolver_that_hangs_meets_the_deadline(settings: FetchSettings) -> None:
    def hang(host: str, port: int) -> tuple[str, ...]:
        time.sleep(3)
        return ()

    start = time.monotonic()
    with pytest.raises(FetchError) as caught:
        Client(replace(settings, total_timeout=0.3), Machine(resolve=hang)).fetch(
            "http://x.example"
        )
    assert caught.value.fault is FetchFault.DEADLINE
    assert time.monotonic() - start < 1.3


def send(data: bytes) -> Callable[[socket.socket], None]:
    return lambda connection: connection.sendall(data)


OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00\xff nothing like HTTP\r\n\r\n",
        b"HTTP/1.1 999999 X\r\n\r\n",
        OK + b"Content-Length: 100\r\n\r\nshort",
        OK + b"Content-Length: -1\r\n\r\nx",
        OK + b"Content-Length: many\r\n\r\nx",
        OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nab",
        OK + b"Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope",
        OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(bytes(range(256)) * 9)[:-20],
        OK + b"Content-Encoding: br\r\nContent-Length: 1\r\n\r\nx",
        OK + b"Content-Encoding: gzip, gzip\r\nContent-Length: 1\r\n\r\nx",
        OK + b"Content-Length: 0\r\n\r\n",
        OK + b"Content-Length: 3\r\n\r\n \n ",
        OK + b"X: " + b"x" * 300_000 + b"\r\n\r\n",
        b"HTTP/1.1 304 Not Modified\r\n\r\n",
        b"HTTP/1.1 204 No Content\r\n\r\n",
    ],
    ids=lambda raw: repr(raw.removeprefix(OK))[:50],
)  # fmt: skip
def test_a_broken_answer_is_one_clear_line(site: Site, settings: FetchSettings, raw: bytes) -> None:
    site.answers["/"] = Answer(raw=send(raw))
    with pytest.raises(FetchError) as caught:
        fetch(site.url("/"), settings)
    message = str(caught.value)
    assert message.startswith(site.url("/"))
    assert len(message.splitlines()) == 1


@pytest.mark.parametrize(
    ("content_type", "fine"),
    [
        ("image/png", False), ("video/mp4", False), ("audio/mpeg", False), ("font/woff2", False),
        ("application/zip", False), ("application/x-msdownload", False), ("image/svg+xml", False),
        ("text/html", True), ("text/markdown", True), ("text/plain; charset=utf-8", True),
        ("application/xhtml+xml", True), ("application/atom+xml", True), ("application/pdf", True),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", True),
        ("application/octet-stream", True), ("nonsense", True), ("", True), ("/;;=", True),
    ],
)  # fmt: skip
def test_what_can_be_read(
    site: Site, settings: FetchSettings, content_type: str, fine: object
) -> None:
    site.answers["/"] = Answer(headers={"Content-Type": content_type})
    if fine:
        assert fetch(site.url(), settings).body
    else:
        with pytest.raises(FetchError, match="not a page") as caught:
            fetch(site.url(), settings)
        assert caught.value.fault is FetchFault.CONTENT


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 418, 451, 500, 502, 300, 305])
def test_a_status_is_told(site: Site, settings: FetchSettings, status: int) -> None:
    site.answers["/"] = Answer(status=status)
    with pytest.raises(FetchError, match=f"HTTP {status}; ") as caught:
        fetch(site.url(), settings)
    assert (caught.value.status, caught.value.fault) == (status, FetchFault.STATUS)


def test_nobody_listens(site: Site, settings: FetchSettings) -> None:
    url = site.url("/?token=CANARY")
    site.close()
    with pytest.raises(FetchError, match="cannot be reached") as caught:
        fetch(url, settings)
    assert caught.value.fault is FetchFault.CONNECTION
    assert "CANARY" not in str(caught.value)


@pytest.mark.parametrize("host", ["a.test", "b.test"], ids=["right host", "wrong host"])
@pytest.mark.parametrize("trusted", ["trusted", "unknown"])
def test_tls(
    authority: trustme.CA, ca_file: Path, settings: FetchSettings, host: str, trusted: str
) -> None:
    site = Site(tls_context(authority, "a.test"))
    site.answers["/"] = Answer()
    asked = replace(
        settings,
        ca_file=ca_file if trusted == "trusted" else None,
        allow_private_addresses=(f"{host}:{site.port}",),
    )
    client = Client(asked, Machine(resolve=to_loopback))
    try:
        if (host, trusted) == ("a.test", "trusted"):
            assert client.fetch(site.url(host=host)).body
        else:
            with pytest.raises(FetchError, match="no secure connection") as caught:
                client.fetch(site.url(host=host))
            assert caught.value.fault is FetchFault.TLS
            assert site.requests == []
    finally:
        site.close()


def test_unusable_certificates(settings: FetchSettings, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="ca_file"):
        Client(replace(settings, ca_file=tmp_path / "none.pem"))


def poison(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, proxy: str) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.setenv(name, proxy)
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv("no_proxy", "")
    netrc = tmp_path / ".netrc"
    netrc.write_text("default login ada password CANARY\n", encoding="ascii")
    netrc.chmod(0o600)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(netrc))


def test_the_environment_is_ignored(
    site: Site,
    other: Site,
    settings: FetchSettings,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    poison(monkeypatch, tmp_path, other.url("/"))
    site.answers["/"] = Answer()
    assert fetch(site.url(), settings).body
    assert other.requests == []
    assert not any("CANARY" in str(headers) for _, headers in site.requests)
    assert all(headers["Authorization"] is None for _, headers in site.requests)


def test_a_proxy_is_used_when_asked_for(
    site: Site,
    other: Site,
    settings: FetchSettings,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    poison(monkeypatch, tmp_path, other.url("/"))
    seen: list[Headers] = []

    def answer(headers: Headers) -> Answer:
        seen.append(headers)
        return Answer(body=b"<p>by proxy</p>")

    other.answers["http://x.example/"] = answer
    asked = replace(settings, trust_env=True, allow_private_addresses=())
    assert fetch("http://x.example/", asked).body == b"<p>by proxy</p>"
    assert seen[0]["Authorization"] is None
    with pytest.raises(AddressRefused):
        fetch("http://10.0.0.1/", asked)
