"""Merges of duplicate references at the desk, by form and as JSON."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from factcheck.config import Settings
from factcheck.model.document import Document
from factcheck.queue import merges, views
from factcheck.queue.engine import Queue, open_queue
from factcheck.queue.roles import Role
from factcheck.scanning import Recorder
from tests.factcheck.queue.scanned import Clock
from tests.factcheck.web.test_roles import accounts, sign_in

__all__ = ["accounts"]
PAGE = "/articles/1/duplicates"
ARTICLE = """# Walls

The river was walled (Miller 2019).

## References

- Miller, A. (2019). Rivers and their walls. Journal of Floods, 4(2), 11-29.
- Miller, Anna (2019). Rivers and their <b>walls</b>. J. Floods 4 (2): 11-29.
- Okafor, C. (2021). Settlement of quays under traffic. Coastal Structures, 7(1), 10-22.
"""


@pytest.fixture
def queue(tmp_path: Path, clock: Clock) -> Iterator[Queue]:
    with open_queue(tmp_path / "desk.db", clock=clock) as opened:
        document = Document(target="walls.md", body=ARTICLE.encode(), media_type="text/markdown")
        Recorder(opened, Settings(), "scanner").scan_document(document)
        yield opened


@pytest.fixture
def ids(queue: Queue) -> list[str]:
    return [each.reference.id for each in views.references(queue, "1")]


def test_a_merge_is_previewed_made_exported_and_taken_back(
    client: TestClient, queue: Queue, ids: list[str]
) -> None:
    page = client.get(PAGE).text
    assert "Merge, with a preview" in page
    assert page.count('name="id"') >= 4
    preview = client.get("/articles/1/merge", params={"id": ids[:2]}).text
    assert "J. Floods" in preview
    assert f"container_title:{ids[1]}" in preview
    form = {"id": ids[:2], "take": ["", f"container_title:{ids[1]}"], "note": "one paper"}
    assert client.post("/articles/1/merge", data=form).headers["location"] == PAGE
    (made,) = merges.judgements(queue, "1")
    assert made.item is not None
    assert made.item.container_title == "J. Floods"
    exported = client.get("/articles/1/export/bibtex").text
    assert exported.count("@article") == 2
    assert "journal = {J. Floods}" in exported
    page = client.get(PAGE).text
    assert "One work" in page
    assert "one paper" in page
    client.post(f"/articles/1/judgements/{made.id}/undo")
    assert "journal = {J. Floods}" not in client.get("/articles/1/export/bibtex").text
    assert "taken back" in client.get(PAGE).text


def test_kept_apart_they_no_longer_look_alike(
    client: TestClient, queue: Queue, ids: list[str]
) -> None:
    assert client.get("/articles/1/export/bibtex").text.count("@article") == 2
    client.post("/articles/1/apart", data={"id": ids[:2]})
    assert "No two entries" in client.get(PAGE).text
    assert client.get("/articles/1/export/bibtex").text.count("@article") == 3
    (made,) = merges.judgements(queue, "1")
    client.post(f"/articles/1/judgements/{made.id}/undo")
    assert "No two entries" not in client.get(PAGE).text


def test_any_entries_can_be_merged(client: TestClient, queue: Queue, ids: list[str]) -> None:
    client.post("/articles/1/merge", data={"id": [ids[0], ids[2]]})
    assert len(merges.judgements(queue, "1")) == 1
    clusters = client.get("/api/articles/1/duplicates").json()["clusters"]
    assert [ids[0], ids[2]] in [each["members"] for each in clusters]


@pytest.mark.parametrize(
    "form",
    [
        {"id": ["ref-000000000000", "ref-111111111111"]},
        {"id": []},
        {"id": ["one"], "take": ["title"]},
        {"id": ["x" * 100, "y"]},
    ],
)
def test_a_merge_that_is_none(client: TestClient, queue: Queue, form: dict[str, list[str]]) -> None:
    for path in ("merge", "apart"):
        assert client.post(f"/articles/1/{path}", data=form).status_code in (400, 422)
    assert client.get("/articles/1/merge", params=form).status_code in (400, 422)
    assert client.post("/articles/1/judgements/7/undo").status_code == 404
    assert merges.judgements(queue, "1") == ()


def test_the_same_as_json(client: TestClient, ids: list[str]) -> None:
    preview = client.get("/api/articles/1/merge", params={"id": ids[:2]}).json()
    title = next(field for field in preview["fields"] if field["name"] == "container_title")
    assert title["values"] == ["Journal of Floods", "J. Floods"]
    asked = {"ids": ids[:2], "take": {"container_title": ids[1]}}
    made = client.post("/api/articles/1/merge", json=asked).json()
    assert (made["verdict"], made["item"]["container_title"]) == ("merge", "J. Floods")
    undone = client.post(f"/api/articles/1/judgements/{made['id']}/undo").json()
    assert undone["undone"]
    again = client.post(f"/api/articles/1/judgements/{made['id']}/undo")
    assert again.status_code == 409
    assert client.post("/api/articles/1/apart", json={"ids": ids[:2]}).json()["item"] is None


@pytest.mark.usefixtures("accounts")
def test_a_writer_looks_and_judges_nothing(app: FastAPI, queue: Queue, ids: list[str]) -> None:
    writer = sign_in(app, Role.WRITER)
    assert "Merge, with a preview" not in writer.get(PAGE).text
    assert writer.post("/articles/1/merge", data={"id": ids[:2]}).status_code == 403
    assert merges.judgements(queue, "1") == ()
