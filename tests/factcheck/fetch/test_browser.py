"""Pages drawn by a real browser: what comes out, and that nothing gets past the guard."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.errors import ConfigError, FetchError, LimitExceeded
from factcheck.fetch import browser
from factcheck.fetch.client import Client
from factcheck.fetch.deadline import Machine
from factcheck.fetch.settings import FetchSettings
from factcheck.readers import read
from tests.factcheck.fetch.loopback import LOOPBACK, Answer, Headers, Site, to_loopback

pytest.importorskip("playwright", reason="the extra render is not installed")
PROGRAM = next((name for name in browser.BROWSERS if shutil.which(name)), None)
needs_browser = pytest.mark.skipif(PROGRAM is None, reason="no Chromium or Chrome on PATH")

SENTENCE = "The harbour master said that the gate had stood open all night."
SCRIPT = """
const article = document.createElement("article");
article.innerHTML = "<h1>The gate</h1>" + "<p>%s</p>".repeat(9);
document.getElementById("root").append(article);
"""
JAVASCRIPT = {"Content-Type": "text/javascript"}


@pytest.fixture
def drawing(settings: FetchSettings) -> FetchSettings:
    return replace(settings, render=True, total_timeout=20.0)


def shell(script: str, head: str = "") -> Answer:
    body = f"<html lang=en-GB><head>{head}<title>The gate</title></head>"
    return Answer(body=f"{body}<body><div id=root></div><script>{script}</script>".encode())


def drawn(site: Site, settings: FetchSettings, path: str = "/") -> str:
    client = Client(settings, Machine(resolve=to_loopback))
    return client.fetch(site.url(path, host="a.test")).body.decode()


@needs_browser
def test_a_page_that_a_script_draws(site: Site, drawing: FetchSettings) -> None:
    site.answers["/"] = Answer(
        body=b"<html lang=en-GB><body><div id=root></div><script src=/draw.js></script>"
    )
    site.answers["/draw.js"] = Answer(body=(SCRIPT % SENTENCE).encode(), headers=JAVASCRIPT)
    client = Client(drawing, Machine(resolve=to_loopback))
    document = client.fetch(site.url(host="a.test"))
    article = read(document)
    assert article.text.count(SENTENCE) == 9
    assert (article.language, document.url) == ("en-GB", site.url(host="a.test"))
    assert not [problem for problem in article.problems if problem.kind == "drawn-by-script"]
    plain = read(Client(replace(drawing, render=False)).fetch(site.url()))
    assert SENTENCE not in plain.text


@needs_browser
def test_data_that_a_script_asks_for(site: Site, drawing: FetchSettings) -> None:
    site.answers["/"] = shell(
        "fetch('/a.json').then(r => r.json()).then(d => {"
        " document.getElementById('root').textContent = d.text; })"
    )
    site.answers["/a.json"] = Answer(status=302, body=b"", headers={"Location": "/b.json"})
    site.answers["/b.json"] = Answer(
        body=b'{"text": "from afar"}', headers={"Content-Type": "application/json"}
    )
    assert "from afar" in drawn(site, drawing)


@pytest.fixture
def listener() -> Iterator[tuple[int, list[object]]]:
    """Listen on a port that no setting opens; the list must stay empty."""
    made: list[object] = []
    with socket.socket() as server:
        server.bind((LOOPBACK, 0))
        server.listen()
        server.settimeout(0.1)
        done = threading.Event()

        def accept() -> None:
            while not done.is_set():
                try:
                    connection, address = server.accept()
                except TimeoutError:
                    continue
                connection.close()
                made.append(address)

        thread = threading.Thread(target=accept)
        thread.start()
        yield server.getsockname()[1], made
        done.set()
        thread.join()


@needs_browser
def test_nothing_gets_past_the_guard(
    site: Site, drawing: FetchSettings, listener: tuple[int, list[object]]
) -> None:
    port, made = listener
    tries = f"""
        const log = [];
        const to = "http://{LOOPBACK}:{port}/";
        const tried = [
          fetch(to), fetch(to, {{mode: "no-cors"}}), fetch("http://localhost:{port}/"),
          fetch("http://name.example:{port}/"), fetch("http://[::1]:{port}/"),
          fetch("http://2130706433:{port}/"), fetch("/leads-there"),
          fetch("file:///etc/passwd"), fetch("/post-elsewhere", {{method: "DELETE"}}),
        ];
        const image = new Image(); image.src = to;
        navigator.sendBeacon(to, "x");
        try {{ new WebSocket("ws://{LOOPBACK}:{port}/"); }} catch (e) {{}}
        try {{ new EventSource(to); }} catch (e) {{}}
        try {{ new RTCPeerConnection({{iceServers: [{{urls: "stun:{LOOPBACK}:{port}"}}]}})
          .createDataChannel("x"); }} catch (e) {{}}
        try {{ window.open(to); }} catch (e) {{}}
        for (const [tag, name] of [["iframe", "src"], ["script", "src"], ["embed", "src"]]) {{
          const made = document.createElement(tag); made[name] = to; document.body.append(made);
        }}
        try {{ navigator.serviceWorker.register("/worker.js"); }} catch (e) {{}}
        Promise.allSettled(tried).then(all => {{
          document.getElementById("root").textContent =
            "settled: " + all.map(each => each.status).join(" ");
        }});
    """
    hints = f'<link rel=preconnect href="http://{LOOPBACK}:{port}">'
    hints += f'<link rel=prefetch href="http://{LOOPBACK}:{port}/p">'
    site.answers["/"] = shell(tries, hints)
    site.answers["/leads-there"] = Answer(
        status=302, body=b"", headers={"Location": f"http://{LOOPBACK}:{port}/"}
    )
    site.answers["/worker.js"] = Answer(body=b"", headers=JAVASCRIPT)
    text = drawn(site, drawing)
    assert "settled: " + " ".join(["rejected"] * 9) in text
    assert made == []
    assert "/worker.js" not in site.paths()


@needs_browser
def test_a_name_is_resolved_by_us_alone(site: Site, drawing: FetchSettings) -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> tuple[str, ...]:
        asked.append(host)
        return ("10.0.0.1",) if host == "inside.example" else (LOOPBACK,)

    site.answers["/"] = shell(
        "fetch('http://inside.example/').catch(() => {"
        " document.getElementById('root').textContent = 'refused'; })"
    )
    client = Client(drawing, Machine(resolve=resolve))
    assert b"refused" in client.fetch(site.url(host="a.test")).body
    assert "inside.example" in asked


@needs_browser
@pytest.mark.parametrize(
    "script",
    [
        "while (true) {}",
        "setTimeout(() => { while (true) {} }, 300)",
        "setInterval(() => fetch('/?' + Math.random()), 20)",
    ],
    ids=["at once", "later", "never at rest"],
)
def test_the_deadline_holds(site: Site, drawing: FetchSettings, script: str) -> None:
    site.answers["/"] = shell(script)
    start = time.monotonic()
    with suppress(FetchError, LimitExceeded):
        drawn(site, replace(drawing, total_timeout=4.0))
    assert time.monotonic() - start < 9


@needs_browser
def test_a_page_that_grows_without_end(site: Site, drawing: FetchSettings) -> None:
    site.answers["/"] = shell("document.getElementById('root').textContent = 'x'.repeat(3e6)")
    with pytest.raises(LimitExceeded, match="1,000,000"):
        drawn(site, drawing)


@needs_browser
@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("location.href = 'http://10.0.0.1/'", "10.0.0.1"),
        ("document.title = '404 Not Found'", "error page"),
        ("location.href = '/?' + Math.random()", "too much|took too long"),
    ],
    ids=["leads to a private address", "draws an error page", "leads itself on"],
)
def test_where_a_script_leads(site: Site, drawing: FetchSettings, script: str, words: str) -> None:
    def everywhere(headers: Headers) -> Answer:
        return shell(script)

    class All(dict):  # type: ignore[type-arg]  # answers every address
        def get(self, path: str, default: object = None) -> object:
            return default if path == "/robots.txt" else everywhere

    site.answers = All()
    with pytest.raises(FetchError, match=words) as caught:
        drawn(site, replace(drawing, total_timeout=10.0))
    assert "\n" not in str(caught.value)


@needs_browser
def test_no_cookie_and_no_variable_reaches_a_page(
    site: Site, drawing: FetchSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://ada:CANARY@127.0.0.1:1")
    site.answers["/"] = Answer(
        body=b"<html><body><script>document.cookie='a=CANARY';"
        b"fetch('/x', {credentials: 'include'})</script>",
        headers={"Set-Cookie": "id=CANARY"},
    )
    site.answers["/x"] = Answer()
    drawn(site, drawing)
    sent = [headers for path, headers in site.requests if path == "/x"]
    assert sent
    assert not any("CANARY" in str(headers) for headers in sent)


def test_without_a_browser(site: Site, drawing: FetchSettings, tmp_path: Path) -> None:
    site.answers["/"] = shell("")
    with pytest.raises(ConfigError, match=r"fetch\.browser") as caught:
        drawn(site, replace(drawing, browser=tmp_path / "none"))
    assert "\n" not in str(caught.value)


def test_without_any_browser(
    site: Site, drawing: FetchSettings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    site.answers["/"] = shell("")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ConfigError, match="install Chromium or Chrome"):
        drawn(site, drawing)


def test_without_the_extra(
    site: Site, drawing: FetchSettings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "chromium"
    program.touch(mode=0o755)
    monkeypatch.setitem(__import__("sys").modules, "playwright", None)
    site.answers["/"] = shell("")
    with pytest.raises(ConfigError, match="extra 'render'"):
        drawn(site, replace(drawing, browser=program))
