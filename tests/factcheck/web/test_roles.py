"""Every route against every role; the table is the router's own."""

import re

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from factcheck.queue.engine import Queue
from factcheck.queue.roles import Role, may
from factcheck.queue.users import add, set_active
from factcheck.web.access import Door
from factcheck.web.desk import SESSION

PASSWORD = "correct horse battery"
OPEN = {("GET", "/login"), ("POST", "/login"), ("POST", "/logout")}


@pytest.fixture
def accounts(queue: Queue) -> None:
    for role in Role:
        add(queue, role.value, role, PASSWORD)


def sign_in(app: FastAPI, name: str) -> TestClient:
    client = TestClient(app, base_url="http://127.0.0.1:8765", follow_redirects=False)
    sent = client.post("/login", data={"name": name, "password": PASSWORD})
    assert sent.status_code == 303
    return client


def doors(app: FastAPI) -> list[tuple[Door, str]]:
    found: tuple[Door, ...] = app.state.doors
    assert len(found) > len(OPEN)
    return [(door, re.sub(r"\{[^}]+\}", "1", door.path)) for door in found]


@pytest.mark.usefixtures("accounts")
def test_each_role_may_do_what_the_table_says(app: FastAPI) -> None:
    for role in Role:
        client = sign_in(app, role.value)
        for door, path in doors(app):
            if door.action is not None:
                refused = client.request(door.method, path).status_code == 403
                assert refused == (not may(role, door.action)), (role, door)


@pytest.mark.usefixtures("accounts")
def test_nobody_gets_in_without_signing_in(app: FastAPI, client: TestClient) -> None:
    for door, path in doors(app):
        answer = client.request(door.method, path)
        assert (door.action is None) == ((door.method, door.path) in OPEN)
        if door.action is None:
            assert answer.status_code in (200, 303, 422), path
        elif door.method == "GET" and not path.startswith("/api/"):
            assert answer.headers["location"].startswith("/login?next="), path
        else:
            assert answer.status_code == 401, path


@pytest.mark.usefixtures("accounts")
def test_a_login_leads_on_and_a_logout_ends_it(client: TestClient, queue: Queue) -> None:
    form = {"name": "editor", "password": PASSWORD, "next": "/queue?state=all"}
    sent = client.post("/login", data=form)
    assert sent.headers["location"] == "/queue?state=all"
    cookie = sent.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=lax" in cookie.lower()
    assert client.get("/queue").status_code == 200
    token = client.cookies[SESSION]
    assert client.post("/logout").headers["location"] == "/login"
    client.cookies.set(SESSION, token)
    assert client.get("/queue").status_code == 303
    elsewhere = client.post("/login", data=form | {"next": "//evil.example"})
    assert elsewhere.headers["location"] == "/"
    set_active(queue, "editor", active=False)
    assert client.get("/queue").status_code == 303


@pytest.mark.usefixtures("accounts")
def test_guessing_is_slowed_down(client: TestClient) -> None:
    answers = [
        client.post("/login", data={"name": "editor", "password": f"guess {number} guess"})
        for number in range(6)
    ]
    assert [answer.status_code for answer in answers] == [401] * 5 + [429]
    assert int(answers[-1].headers["retry-after"]) > 0


@pytest.mark.usefixtures("accounts")
def test_a_writer_may_resolve_and_not_dismiss(app: FastAPI) -> None:
    writer = sign_in(app, "writer")
    page = writer.get("/findings/1").text
    assert 'value="resolve"' in page
    assert "dismiss:" not in page
    dismissed = writer.post("/findings/1/decide", data={"choice": "dismiss:detector_wrong"})
    assert dismissed.status_code == 403
    resolved = {"choice": "resolve", "resolution": "reworded"}
    assert writer.post("/findings/1/decide", data=resolved).status_code == 303


@pytest.mark.usefixtures("accounts")
def test_who_was_signed_out_is_led_back_to_where_he_was(client: TestClient) -> None:
    form = {"choice": "confirm"}
    came = {"referer": "http://127.0.0.1:8765/queue?rule=TST&at=1"}
    page = client.post("/findings/1/decide", data=form, headers=came)
    assert page.status_code == 401
    assert "nothing was done" in page.text
    assert 'href="/login?next=%2Fqueue%3Frule%3DTST%26at%3D1"' in page.text
    for foreign in (
        "https://evil.example/queue",
        "http://127.0.0.1:8765//evil.example",
        "http://[",
    ):
        page = client.post("/findings/1/decide", data=form, headers={"referer": foreign})
        assert 'href="/login"' in page.text
