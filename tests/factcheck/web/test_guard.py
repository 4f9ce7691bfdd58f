"""What every request and response goes through."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import APIRouter
from fastapi.testclient import TestClient

from factcheck.errors import UsageError
from factcheck.queue.engine import Queue
from factcheck.queue.roles import Role
from factcheck.queue.users import add
from factcheck.web import rendering
from factcheck.web.access import doors_of
from factcheck.web.guard import SMALL_BODY, host_name
from factcheck.web.paths import local_path, web_address
from factcheck.web.serving import Address, hosts_of, listen
from factcheck.web.settings import DeskSettings


@pytest.mark.parametrize(
    "path", ["/queue", "/nowhere", "/api/nowhere", "/static/desk.css", "/findings/99"]
)
def test_every_answer_forbids_what_is_not_ours(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "cross-site", "origin": "http://127.0.0.1:8765"}, 403),
        ({"origin": "https://elsewhere.example"}, 403),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "same-origin"}, 303),
        ({"sec-fetch-site": "none"}, 303),
        ({"origin": "http://127.0.0.1:8765"}, 303),
        ({}, 303),
    ],
    ids=str,
)
def test_a_form_from_another_site_is_refused(
    client: TestClient, headers: dict[str, str], status: int
) -> None:
    form = {"choice": "claim"}
    assert client.post("/findings/1/decide", data=form, headers=headers).status_code == status


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("evil.example", 421),
        ("evil.example:8765", 421),
        ("127.0.0.1.evil.example", 421),
        ("127.0.0.1@evil.example", 421),
        ("", 421),
        ("127.0.0.1:8765", 200),
        ("LOCALHOST:1", 200),
        ("[::1]:8765", 200),
    ],
)
def test_the_desk_answers_to_its_own_names_only(client: TestClient, host: str, status: int) -> None:
    assert client.get("/queue", headers={"host": host}).status_code == status


def test_a_host_that_cannot_be_read_has_no_name() -> None:
    assert host_name("[::1") == ""
    assert host_name("a/b") == ""


def test_a_body_has_a_limit(client: TestClient) -> None:
    form = {"choice": "confirm", "note": "x" * SMALL_BODY}
    assert client.post("/findings/1/decide", data=form).status_code == 413

    def pieces() -> Iterator[bytes]:  # sent without a Content-Length
        for _ in range(8):
            yield b"note=" + b"x" * 65_536

    kind = {"content-type": "application/x-www-form-urlencoded"}
    sent = client.post("/findings/1/decide", content=pieces(), headers=kind)
    assert sent.status_code == 413


@pytest.mark.parametrize(
    "stated",
    ["//evil.example", "/\\evil.example", "https://evil.example", "/\tevil", "evil", "", "\\\\x",
     "/\r\nSet-Cookie: a=b", "javascript:alert(1)"],
)  # fmt: skip
def test_a_redirect_stays_at_the_desk(client: TestClient, stated: str) -> None:
    assert local_path(stated) == "/"
    sent = client.post("/findings/1/decide", data={"choice": "confirm", "go": stated})
    assert sent.headers["location"] == "/findings/1"


@pytest.mark.parametrize("stated", ["javascript:alert(1)", "data:text/html,x", "//x", "", None])
def test_a_link_leads_to_the_web_or_nowhere(stated: str | None) -> None:
    assert web_address(stated) is None
    assert web_address("https://example.org/a") == "https://example.org/a"


def test_a_route_has_to_state_what_it_needs() -> None:
    router = APIRouter()
    router.add_api_route("/open", lambda: None)
    with pytest.raises(LookupError):
        doors_of(router)


def test_templates_hold_nothing_raw_and_nothing_inline() -> None:
    for path in sorted((Path(rendering.HERE) / "templates").glob("*.html")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\|\s*safe|Markup|autoescape|<style|\sstyle=|\son\w+=", text), path
        assert not re.search(r"<script(?![^>]*\ssrc=)", text), path


def test_a_name_that_is_missing_is_an_error() -> None:
    with pytest.raises(Exception, match="undefined"):
        rendering.environment().from_string("{{ nothing }}").render()


def test_an_address_for_others_needs_users_and_a_name(queue: Queue) -> None:
    desk = DeskSettings(queue=queue, actor="ada")
    with pytest.raises(UsageError, match="no users"):
        listen(Address(host="0.0.0.0", port=0), desk)
    with pytest.raises(UsageError, match="--name"):
        hosts_of(Address(host="0.0.0.0"))
    assert "desk.example" in hosts_of(Address(host="0.0.0.0", names=("desk.example",)))
    add(queue, "ada", Role.ADMIN, "correct horse battery")
    listen(Address(host="0.0.0.0", port=0), desk).close()


def test_a_taken_port_is_one_line(queue: Queue) -> None:
    desk = DeskSettings(queue=queue, actor="ada")
    with listen(Address(port=0), desk) as first:
        port = first.getsockname()[1]
        with pytest.raises(UsageError, match="choose another"):
            listen(Address(port=port), desk)
