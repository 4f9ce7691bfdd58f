"""Rows 11 and 16: what stands where an article should is told, and never kept."""

import time
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from factcheck.errors import FetchError, FetchFault
from factcheck.fetch import fetch
from factcheck.fetch.client import Client
from factcheck.fetch.deadline import Machine
from factcheck.fetch.settings import FetchSettings
from factcheck.fetch.walls import find_wall
from tests.factcheck.fetch.loopback import Answer, Site, to_loopback

HTML = httpx.Headers({"Content-Type": "text/html"})
PARAGRAPH = "<p>" + "The harbour master said the gate had stood open all night. " * 40 + "</p>"
FORM = "<form><input type=password name=p><button>Go</button></form>"


def html(title: str, body: str, head: str = "") -> bytes:
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>".encode()


PORTAL = html("Welcome", f"<h1>Hotel Seaview Wi-Fi</h1>{FORM}")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        pytest.param(html("404 Not Found", "<h1>Oops</h1>"), "error page", id="404 with 200"),
        pytest.param(html("Herald", "<h1>Page not found</h1>"), "error page", id="in the heading"),
        pytest.param(html("Seite nicht gefunden", "<p>x</p>"), "error page", id="German"),
        pytest.param(html("503 Service Unavailable", ""), "error page", id="server fault"),
        pytest.param(html("Just a moment...", "<p>Wait</p>"), "check for robots", id="challenge"),
        pytest.param(
            html("x", "<script src=/cdn-cgi/challenge-platform/h/b.js></script>"),
            "check for robots",
            id="challenge by script",
        ),
        pytest.param(
            html("Access Denied", "<p>Reference #18</p>"), "check for robots", id="denied"
        ),
        pytest.param(
            html("harbour.example", "<h1>harbour.example is for sale</h1><p>Buy this domain.</p>"),
            "parked",
            id="for sale",
        ),
        pytest.param(
            html("x", '<script src="//img.sedoparking.com/a.js"></script>'), "parked", id="parking"
        ),
        pytest.param(b"<html><!-- <WISPAccessGatewayParam> --></html>", "network", id="WISPr"),
    ],
)
def test_a_wall_with_status_200(
    site: Site, settings: FetchSettings, tmp_path: Path, body: bytes, words: str
) -> None:
    site.answers["/a"] = Answer(body=body)
    kept = replace(settings, cache_folder=tmp_path)
    with pytest.raises(FetchError, match=words) as caught:
        fetch(site.url("/a"), kept)
    assert caught.value.fault is FetchFault.WALL
    assert "\n" not in str(caught.value)
    with pytest.raises(FetchError, match="not in the cache"):
        fetch(site.url("/a"), replace(kept, offline=True))


@pytest.fixture
def sites(site: Site, other: Site) -> tuple[Site, Site]:
    return site, other


@pytest.mark.parametrize(
    ("location", "body", "words"),
    [
        pytest.param("/captiveportal/index.html", PORTAL, "network", id="captive portal"),
        pytest.param("/hotspot?to=x", PORTAL, "network", id="hot spot"),
        pytest.param("/start", PORTAL, "login", id="password on another host"),
        pytest.param("/login?next=%2Fa", html("Herald", FORM), "login", id="login"),
        pytest.param("/users/sign_in", html("Herald", "<p>Welcome</p>"), "login", id="sign in"),
        pytest.param("/oauth2/authorize?x", html("Herald", "<p>Hello</p>"), "login", id="oauth"),
    ],
)
def test_a_redirect_to_a_wall(
    sites: tuple[Site, Site], settings: FetchSettings, location: str, body: bytes, words: str
) -> None:
    site, other = sites
    site.answers["/a"] = Answer(
        status=302, body=b"", headers={"Location": other.url(location, host="b.test")}
    )
    other.answers[location] = Answer(body=body)
    with pytest.raises(FetchError, match=words) as caught:
        Client(settings, Machine(resolve=to_loopback)).fetch(site.url("/a", host="a.test"))
    assert caught.value.fault is FetchFault.WALL


def test_a_portal_by_its_status(site: Site, settings: FetchSettings) -> None:
    site.answers["/a"] = Answer(status=511, body=PORTAL)
    with pytest.raises(FetchError, match="network wants a login") as caught:
        fetch(site.url("/a"), settings)
    assert (caught.value.fault, caught.value.status) == (FetchFault.WALL, 511)


def test_a_portal_on_a_private_address_is_not_even_asked(
    site: Site, settings: FetchSettings
) -> None:
    site.answers["/a"] = Answer(status=302, body=b"", headers={"Location": "http://10.0.0.1/login"})
    with pytest.raises(FetchError) as caught:
        fetch(site.url("/a"), settings)
    assert caught.value.fault is FetchFault.ADDRESS


@pytest.mark.parametrize(
    ("first", "final", "body"),
    [
        pytest.param("/a", "/a", html("404 Not Found: a history", PARAGRAPH), id="about errors"),
        pytest.param("/a", "/a", html("Domain is for sale", PARAGRAPH), id="about domains"),
        pytest.param("/a", "/a", html("The log in the harbour", "<p>Short.</p>"), id="short"),
        pytest.param("/login", "/login", html("Log in", FORM), id="asked for the login"),
        pytest.param("/a", "/2026/catalogue-in-print", html("News", "<p>Short.</p>"), id="words"),
        pytest.param("/a", "/b", html("News", PARAGRAPH + FORM), id="a form under an article"),
        pytest.param("/a", "/a", b"404 not found", id="plain text in a page's clothes"),
        pytest.param("/a", "/a", html("500 days at sea", "<p>x</p>"), id="a number in a title"),
        pytest.param("/a", "/a", html("404 days at sea", PARAGRAPH), id="an error's number"),
    ],
)
def test_an_article_is_no_wall(first: str, final: str, body: bytes) -> None:
    host = "https://herald.example"
    assert find_wall(host + first, host + final, HTML, body) is None


def test_other_formats_are_not_judged() -> None:
    plain = httpx.Headers({"Content-Type": "text/plain"})
    text = html("404 Not Found", "")
    assert find_wall("https://x.example/a", "https://x.example/a", plain, text) is None


@pytest.mark.parametrize(
    "unit",
    ["<input ", "<script ", "<title ", "<h1 ", "<", "domain ", "<script></script", "page was "],
)
def test_hostile_pages_are_judged_quickly(unit: str) -> None:
    body = b"<html><body>" + unit.encode() * (400_000 // len(unit))
    start = time.perf_counter()
    find_wall("https://x.example/a", "https://y.example/b", HTML, body)
    assert time.perf_counter() - start < 2
