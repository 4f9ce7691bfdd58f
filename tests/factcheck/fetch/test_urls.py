"""Row 14 and 47: addresses that are never resolved, secrets that are never shown."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import AddressRefused
from factcheck.fetch.addresses import parse_allowance
from factcheck.fetch.scrub import scrub
from factcheck.fetch.urls import check_url


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("file:///etc/passwd", "http"),
        ("ftp://x.example/", "only http"),
        ("gopher://x.example/", "only http"),
        ("javascript:alert(1)", "not a web address"),
        ("data:text/html,x", "not a web address"),
        ("http:x.example", "not a web address"),
        ("http://", "host"),
        ("http:///path", "host"),
        ("http://x.example:22/", "port 22"),
        ("http://x.example:99999/", "port 99999"),
        ("http://ada:pw@x.example/", "password"),
        ("http://x.example\\@y.example/", "not a web address"),
        ("http://x.example/\r\nHost: y", "control"),
        ("http://x.example/\x00", "control"),
        ("http://x.example/\ud800", "control"),
        ("http://x.example/" + "a" * 100_000, "longer"),
    ],
)
def test_refused(url: str, why: str) -> None:
    with pytest.raises(AddressRefused, match=why) as caught:
        check_url(url, (80, 443), ())
    assert len(str(caught.value).splitlines()) == 1
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("https://x.example/a?b=c#d", "https://x.example/a?b=c"),
        ("HTTPS://X.Example/ä", "https://x.example/%C3%A4"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://1.example/", "https://1.example/"),
        ("http://8.8.8.8/", "http://8.8.8.8/"),
    ],
)
def test_accepted(url: str, sent: str) -> None:
    assert str(check_url(url, (80, 443), ())) == sent


def test_an_allowance_opens_its_port() -> None:
    allowances = (parse_allowance("intranet:8080"),)
    assert check_url("http://intranet:8080/", (80,), allowances).port == 8080
    with pytest.raises(AddressRefused):
        check_url("http://intranet:8081/", (80,), allowances)


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    with contextlib.suppress(AddressRefused):
        check_url("http://" + text, (80, 443), ())


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://ada:CANARY@x.example/", "https://***@x.example/"),
        ("https://x.example/?token=CANARY&q=1", "https://x.example/?token=***&q=1"),
        (
            "https://x.example/?q=1&X-Amz-Signature=CANARY",
            "https://x.example/?q=1&X-Amz-Signature=***",
        ),
        ("https://x.example/?api_key=CANARY", "https://x.example/?api_key=***"),
        ("https://x.example/#access_token=CANARY", "https://x.example/#access_token=***"),
        (
            "https://x.example/?keyword=mali&author=ada",
            "https://x.example/?keyword=mali&author=ada",
        ),
        ("https://x.example/\n\x1b[31m", "https://x.example/??[31m"),
    ],
)
def test_secrets_are_not_shown(url: str, shown: str) -> None:
    assert scrub(url) == shown


@given(st.text())
def test_what_is_shown_is_one_short_printable_line(text: str) -> None:
    assert len(scrub(text)) <= 200
    assert scrub(text).isprintable()
