"""Requests that nobody means to send: each is answered by a page or by JSON, never by a fault."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from factcheck.web.access import Door

NUMBERS = ("0", "-1", "1", "007", "2147483648", "9" * 30, "-" + "9" * 30, "1.5", "x", "%00", "١")
QUERIES = (
    "x" * 5000 + "=1",
    "&".join(f"rule=CLM{number:03}" for number in range(400)),
    "text=%22unclosed&rule=%27;DROP&article=%00&assignee=%ED%A0%80&age=&order=&group=",
    "text=%2A%3A(NEAR)%20AND&sure=nan&at=" + "9" * 25,
    "after=%FF%FE&beyond=-1&scan=0&style=..%2F..%2Fetc&form=exe&id=&id=r1&id=r1",
    "state=all&state=all&severity=error&severity=fatal&strict=maybe&scans=2&limit=-5",
    "next=%2F%2Fevil&%FF=%FF&=&&&",
)
FORM = "application/x-www-form-urlencoded"
BODIES: dict[str, tuple[str, bytes]] = {
    "nothing": (FORM, b""),
    "not-utf-8": (FORM, b"choice=%FF%FE&note=\xff\xfe\x00&url=\xc3\x28&name=\xed\xa0\x80"),
    "lone-surrogate": (FORM, b"choice=confirm&note=%ED%A0%80&name=%ED%B0%80&source=%ED%A0%80"),
    "huge-numbers": (FORM, b"choice=snooze&days=" + b"9" * 40 + b"&version=" + b"9" * 40),
    "many-fields": (FORM, b"&".join(b"f%d=1" % number for number in range(2000))),
    "no-boundary": ("multipart/form-data", b"--x\r\n\r\n"),
    "broken-multipart": ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form"),
    "json-array": ("application/json", b"[1, 2"),
    "deep-json": ("application/json", b"[" * 20_000 + b"]" * 20_000),
    "json-of-another-kind": ("application/json", b'{"verdict": {}, "ids": "r1", "name": null}'),
    "json-surrogate": ("application/json", b'{"verdict": "confirm", "note": "\\ud800"}'),
    "odd-type": ("text/;;=", b"\x00\x01"),
}  # fmt: skip


@pytest.fixture
def guarded(app: FastAPI) -> TestClient:
    return TestClient(
        app,
        base_url="http://127.0.0.1:8765",
        follow_redirects=False,
        raise_server_exceptions=False,
    )


def doors(app: FastAPI) -> tuple[Door, ...]:
    found: tuple[Door, ...] = app.state.doors
    return found


def filled(path: str, number: str) -> str:
    return re.sub(r"\{[^}]+\}", number, path)


def is_clear(answer: Any, path: str) -> bool:
    """Tell whether an answer is a page, a file, JSON, or leads on, and no fault."""
    if answer.status_code >= 500:
        return False
    if answer.status_code < 400:
        return True
    if path.startswith("/api/"):
        return set(answer.json()) == {"error", "status"}
    return "<h1" in answer.text


def unclear(ask: Callable[[str, str], Iterator[Any]], app: FastAPI) -> list[str]:
    return [
        f"{door.method} {answer.request.url} {answer.status_code}"[:300]
        for door in doors(app)
        for answer in ask(door.method, door.path)
        if not is_clear(answer, door.path)
    ]


def test_no_number_in_an_address_is_a_fault(app: FastAPI, guarded: TestClient) -> None:
    def ask(method: str, path: str) -> Iterator[Any]:
        for number in NUMBERS:
            if "{" in path:
                yield guarded.request(method, filled(path, number))

    assert unclear(ask, app) == []


def test_no_query_is_a_fault(app: FastAPI, guarded: TestClient) -> None:
    def ask(method: str, path: str) -> Iterator[Any]:
        for query in QUERIES:
            yield guarded.request(method, f"{filled(path, '1')}?{query}")

    assert unclear(ask, app) == []


@pytest.mark.parametrize("name", BODIES)
def test_no_body_is_a_fault(app: FastAPI, guarded: TestClient, name: str) -> None:
    kind, body = BODIES[name]

    def ask(method: str, path: str) -> Iterator[Any]:
        if method != "GET":
            headers = {"content-type": kind}
            yield guarded.request(method, filled(path, "1"), content=body, headers=headers)

    assert unclear(ask, app) == []


def test_a_wrong_method_is_told_so(app: FastAPI, guarded: TestClient) -> None:
    def ask(_: str, path: str) -> Iterator[Any]:
        for method in ("PUT", "PATCH", "TRACE", "PROPFIND"):
            yield guarded.request(method, filled(path, "1"))

    assert unclear(ask, app) == []


def archive(name: str, text: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        opened.writestr(name, text)
    return made.getvalue()


UPLOADS = {
    "no-docx": ("draft.docx", b"This is no archive.\n"),
    "empty-docx": ("draft.docx", archive("word/document.xml", b"")),
    "docx-of-something-else": ("draft.docx", archive("a.txt", b"x")),
    "broken-pdf": ("paper.pdf", b"%PDF-1.7\n\x00\x01"),
    "picture": ("photo.png", b"\x89PNG\r\n\x1a\n" + bytes(200)),
    "no-ending": ("draft", bytes(range(256))),
    "blank": ("draft.md", b" \n"),
    "path": ("../../etc/passwd", b"A draft.\n"),
    "path-of-windows": ("C:\\drafts\\one.md", b"A draft.\n"),
    "name-of-a-number": ("1", b"Another draft altogether.\n"),
    "long-name": ("x" * 3000 + ".md", b"A draft.\n"),
    "odd-name": ("\u202ea\x1b\ud800.md".encode("utf-8", "replace").decode(), b"A draft.\n"),
    "one-long-line": ("draft.txt", b"word " * 20_000),
    "deep": ("draft.html", b"<div>" * 50_000),
}


@pytest.mark.parametrize("name", UPLOADS)
def test_no_upload_is_a_fault(guarded: TestClient, name: str) -> None:
    answer = guarded.post("/articles", files={"file": UPLOADS[name]})
    assert is_clear(answer, "/articles")
    if answer.status_code == 303:
        where = answer.headers["location"]
        for page in ("", "/duplicates", "/gate", "/scans", "/check-file", "/export"):
            assert guarded.get(where + page).status_code == 200, page


def test_an_article_called_like_a_number_hides_no_other(guarded: TestClient) -> None:
    added = guarded.post("/articles", files={"file": UPLOADS["name-of-a-number"]})
    assert added.headers["location"] == "/articles/2"
    assert "Another draft" in guarded.get("/articles/2").text
    assert "Another draft" not in guarded.get("/articles/1").text


def test_too_long_a_text_is_told_so(guarded: TestClient) -> None:
    """It would keep the desk at work for minutes, and everybody at it waiting."""
    answer = guarded.post("/articles", files={"file": ("book.txt", b"A stone. " * 60_000)})
    assert answer.status_code == 422
    assert "book.txt: 5" in answer.text
    assert "500,000 at most" in answer.text


def test_too_large_an_upload_is_told_so(app: FastAPI, guarded: TestClient) -> None:
    most = app.state.desk.settings.fetch.max_bytes
    answer = guarded.post("/articles", files={"file": ("large.txt", b"x" * (most + 1))})
    assert answer.status_code == 413
    assert "Too large" in answer.text
    assert is_clear(answer, "/articles")
