"""Evidence and verdicts at the desk, without a browser."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from factcheck.queue import evidence
from factcheck.queue.engine import Queue
from factcheck.queue.roles import Role
from tests.factcheck.web.test_roles import accounts, sign_in

__all__ = ["accounts"]
PAGE = "/findings/1/evidence"
NEW = {
    "source": "<script>alert(1)</script> harbour ledger",
    "locator": "p. 12",
    "accessed_on": "2026-03-01",
    "archived_url": "https://archive.example/1",
    "note": "seen by two of us",
}


def test_evidence_is_noted_shown_as_text_and_withdrawn(client: TestClient, queue: Queue) -> None:
    assert client.post(PAGE, data=NEW).headers["location"] == PAGE
    page = client.get(PAGE).text
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page
    assert 'href="https://archive.example/1"' in page
    (noted,) = evidence.record_of(queue, 1).evidence
    assert client.post(f"/findings/2/evidence/{noted.id}/withdraw").status_code == 404
    assert not evidence.record_of(queue, 1).evidence[0].withdrawn
    client.post(f"{PAGE}/{noted.id}/withdraw")
    assert evidence.record_of(queue, 1).evidence[0].withdrawn
    assert "withdrawn" in client.get(PAGE).text


@pytest.mark.parametrize(
    "wrong",
    [{"source": " "}, {"archived_url": "javascript:alert(1)"}, {"accessed_on": "yesterday"}],
    ids=lambda wrong: next(iter(wrong)),
)
def test_wrong_evidence_is_refused(client: TestClient, queue: Queue, wrong: dict[str, str]) -> None:
    assert client.post(PAGE, data=NEW | wrong).status_code in (400, 422)
    assert evidence.record_of(queue, 1).evidence == ()


@pytest.mark.usefixtures("accounts")
def test_the_second_reader_is_somebody_else(app: FastAPI, queue: Queue) -> None:
    first, second = sign_in(app, Role.CHECKER), sign_in(app, Role.EDITOR)
    verdict = {"verdict": "accurate"}
    assert second.post("/findings/1/verdict", data=verdict | {"again": "true"}).status_code == 409
    assert first.post("/findings/1/verdict", data=verdict).status_code == 303
    assert first.post("/findings/1/verdict", data=verdict | {"again": "true"}).status_code == 409
    assert 'name="again"' in second.get(PAGE).text
    assert second.post("/findings/1/verdict", data=verdict | {"again": "true"}).status_code == 303
    record = evidence.record_of(queue, 1)
    assert record.agreed
    assert (record.first_reader, record.second_reader) == ("checker", "editor")


@pytest.mark.usefixtures("accounts")
def test_a_writer_sees_no_confidential_source_and_judges_nothing(app: FastAPI) -> None:
    checker, writer = sign_in(app, Role.CHECKER), sign_in(app, Role.WRITER)
    checker.post(PAGE, data={"source": "Ines Calder, by telephone", "confidential": "true"})
    assert "Ines Calder" in checker.get(PAGE).text
    assert "Ines Calder" not in writer.get(PAGE).text
    assert writer.post(PAGE, data=NEW).status_code == 403
    assert writer.post("/findings/1/verdict", data={"verdict": "accurate"}).status_code == 403


@pytest.mark.usefixtures("accounts")
def test_of_two_first_readers_the_later_is_told(app: FastAPI, queue: Queue) -> None:
    one, other = sign_in(app, Role.CHECKER), sign_in(app, Role.EDITOR)
    assert 'name="seen" value="0"' in other.get(PAGE).text
    verdict = {"verdict": "accurate", "seen": "0"}
    assert one.post("/findings/1/verdict", data=verdict).status_code == 303
    late = other.post("/findings/1/verdict", data=verdict | {"verdict": "inaccurate"})
    assert late.status_code == 409
    assert "checker has read it" in late.text
    (reading,) = evidence.record_of(queue, 1).assessments
    assert reading.actor == "checker"
    again = verdict | {"verdict": "inaccurate", "seen": "1"}
    assert other.post("/findings/1/verdict", data=again).status_code == 303


def test_evidence_can_be_taken_back_at_once(client: TestClient, queue: Queue) -> None:
    client.post(PAGE, data=NEW)
    page = client.get(PAGE).text
    (noted,) = evidence.record_of(queue, 1).evidence
    assert f'action="{PAGE}/{noted.id}/withdraw"' in page.split("<main")[0]
