"""The desk's resources as JSON: what a page shows and does, a program can ask for and do."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from factcheck.queue.engine import Queue
from factcheck.queue.roles import Role
from factcheck.web.access import Door
from tests.factcheck.queue.scanned import scan
from tests.factcheck.web.test_roles import accounts, sign_in

__all__ = ["accounts"]
ONLY_PAGES = {
    "/",
    "/login",
    "/logout",
    "/settings",
    "/findings/{finding}/decide",
    "/articles/{article}/check-file",
    "/articles/{article}/export",
    "/articles/{article}/export/{name}",
    "/articles/{article}/export/findings/{name}",
}
"""What is a form of the desk's own, or leaves it as a file anyhow."""
ELSEWHERE = {
    "/queue": "/findings",
    "/views/{view}/remove": "/views/{view}",
    "/findings/{finding}/evidence/{number}/withdraw": "/findings/{finding}/evidence/{number}",
}
"""Where a program finds what a page has under another address."""


def test_what_a_page_has_a_program_has(app: FastAPI) -> None:
    doors: tuple[Door, ...] = app.state.doors
    asked = {door.path.removeprefix("/api") for door in doors if door.path.startswith("/api/")}
    pages = {door.path for door in doors if not door.path.startswith("/api/")} - ONLY_PAGES
    assert {ELSEWHERE.get(path, path) for path in pages} - asked == set()


def test_evidence_is_noted_read_and_withdrawn(app: FastAPI, client: TestClient) -> None:
    path = "/api/findings/1/evidence"
    new = {"source": "Bridge books", "locator": "p. 4", "accessed_on": "2026-03-01"}
    noted = client.post(path, json=new).json()
    assert (noted["source"], noted["actor"]) == ("Bridge books", "ada")
    assert client.delete(f"/api/findings/2/evidence/{noted['id']}").status_code == 404
    assert client.delete(f"{path}/{noted['id']}").status_code == 200
    reading = {"verdict": "accurate", "seen": 0}
    assert client.post("/api/findings/1/verdict", json=reading).json()["second"] is False
    again = client.post("/api/findings/1/verdict", json=reading | {"again": True, "seen": 1})
    assert again.status_code == 409
    record = client.get(path).json()
    assert [one["withdrawn"] for one in record["evidence"]] == [True]
    assert (record["verdict"], record["second_reader"]) == ("accurate", None)
    assert client.post(path, json={"source": " "}).status_code == 400
    described = TestClient(app, base_url="http://127.0.0.1:8765").get("/api/openapi.json").json()
    assert "/api/findings/{finding}/evidence" in described["paths"]


@pytest.mark.usefixtures("accounts")
def test_confidential_evidence_is_withheld_from_a_writers_program(app: FastAPI) -> None:
    checker, writer = sign_in(app, Role.CHECKER), sign_in(app, Role.WRITER)
    new = {"source": "Ines Calder, by telephone", "confidential": True}
    checker.post("/api/findings/1/evidence", json=new)
    assert "Ines Calder" in checker.get("/api/findings/1/evidence").text
    assert "Ines Calder" not in writer.get("/api/findings/1/evidence").text


def test_scans_tell_what_they_changed(client: TestClient, queue: Queue) -> None:
    scan(queue, "The dam broke! A new one!\n")
    newest, first = client.get("/api/articles/1/scans").json()["scans"]
    changes = client.get(f"/api/articles/1/scans/{newest['id']}").json()
    assert [one["anchor"]["exact"] for one in changes["new"]["findings"]] == ["A new one!"]
    assert changes["gone"]["count"] == 4
    assert client.get(f"/api/articles/1/scans/{first['id']}").json()["new"]["count"] == 5
    assert client.get("/api/articles/1/scans/77").status_code == 404
    again = client.post("/api/articles/1/scan").json()
    assert again["article"]["id"] == 1
    for address in ("/etc/passwd", "http://169.254.169.254/"):
        refused = client.post("/api/articles", json={"url": address})
        assert refused.status_code in (400, 422)


def test_the_history_goes_on_by_key(client: TestClient) -> None:
    for verdict in ("claim", "release", "confirm"):
        client.post("/api/findings/1/decisions", json={"verdict": verdict})
    first = client.get("/api/history?limit=2").json()
    assert [one["kind"] for one in first["events"]] == ["confirm", "release"]
    rest = client.get(f"/api/history?after={first['next']}").json()
    assert [one["kind"] for one in rest["events"]] == ["claim"]
    assert rest["next"] is None
    assert len(client.get("/api/history?scans=true").json()["events"]) == 8


def test_similar_findings_have_their_score(client: TestClient, queue: Queue) -> None:
    scan(queue, "The dam broke too!", key="b.md")
    (found,) = client.get("/api/findings/1/similar").json()["similar"]
    assert found["score"] > 50
    assert found["id"] == 6
