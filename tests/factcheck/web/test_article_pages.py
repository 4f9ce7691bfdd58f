"""The pages about one article, without a browser, on an article that tries to break out of them."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from factcheck.config import Settings
from factcheck.queue.engine import Queue, open_queue
from factcheck.scanning import Recorder
from factcheck.web.app import create_app
from factcheck.web.settings import DeskSettings

HOSTILE = """---
title: "<script>alert(1)</script> \\" onmouseover=alert(2)"
author: "Ina <img src=x onerror=alert(3)>"
---

Critics say the quay </p><script>alert(4)</script> sank by 14 per cent [here](javascript:alert(5)).

"We never measured it, said Owen Tait, the harbour master, on Monday.

The quay is the oldest in the county (Brandt, 2019).

## References

Brandt, I. (2019). Loads on <b onclick=alert(6)>quay</b> walls. *Harbour Review*, 4(2), 11-19.

Brandt, I. (2019). Loads on quay walls. Harbour Review, 4(2), 11-19.
"""

PAGES = (
    "/articles",
    "/articles/1",
    "/articles/1/gate",
    "/articles/1/check-file",
    "/articles/1/export",
    "/articles/1/export?style=ieee&form=html",
)


@pytest.fixture(scope="module")
def queue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Queue]:
    folder = tmp_path_factory.mktemp("desk")
    draft = folder / "draft.md"
    draft.write_text(HOSTILE, encoding="utf-8")
    with open_queue(folder / "desk.db") as opened:
        Recorder(opened, Settings(), "ada").scan(str(draft))
        yield opened


@pytest.fixture(scope="module")
def client(queue: Queue) -> TestClient:
    app = create_app(DeskSettings(queue=queue, actor="ada"))
    return TestClient(app, base_url="http://127.0.0.1:8765", follow_redirects=False)


@pytest.mark.parametrize("path", PAGES)
def test_no_page_lets_scraped_text_be_more_than_text(client: TestClient, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    for payload in ("<script>alert", "<img src=x", "<b onclick", 'href="javascript:'):
        assert payload not in page.text
    assert "default-src 'self'" in page.headers["content-security-policy"]


def test_the_reading_view_marks_findings_and_leads_to_them_and_back(client: TestClient) -> None:
    page = client.get("/articles/1").text
    assert 'class="flag flag-' in page
    number = page.partition('id="place-')[2].partition('"')[0]
    assert f'href="#place-{number}"' in page
    assert f'href="#note-{number}"' in page
    assert f'href="/queue?at={number}"' in page
    assert "<mark>" not in page.partition('id="duplicates"')[0]
    assert 'class="field field-title"' in page
    assert "checkable claim" in page


@pytest.mark.parametrize(
    ("name", "begins"),
    [("bibtex", "@"), ("biblatex", "@"), ("csl-json", "["), ("ris", "TY  - ")],
)
def test_bibliographies_are_downloads_of_each_work_once(
    client: TestClient, name: str, begins: str
) -> None:
    answer = client.get(f"/articles/1/export/{name}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith('attachment; filename="references-1.')
    assert begins in answer.text
    assert answer.text.casefold().count("harbour review") == 1


def test_findings_leave_as_csv_and_an_unknown_export_is_not_there(client: TestClient) -> None:
    assert client.get("/articles/1/export/findings/csv").text.startswith("id,status,code")
    for name in ("json", "web-annotation", "claimreview", "training"):
        answer = client.get(f"/articles/1/export/findings/{name}")
        assert answer.status_code == 200
        assert "attachment" in answer.headers["content-disposition"]
        for line in answer.text.splitlines() if name == "training" else [answer.text]:
            json.loads(line)
    assert client.get("/articles/1/export/findings/shapefile").status_code == 404
    assert client.get("/articles/1/export/../../etc/passwd").status_code == 404
    assert client.get("/articles/1/export/pdf").status_code == 404
    assert client.get("/articles/1/export?style=no-such-style").status_code == 400


@pytest.mark.parametrize("path", ["/articles/99", "/articles/99/gate", "/api/articles/99"])
def test_an_article_that_is_not_there_is_a_404(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_gate_is_json_for_a_cms(client: TestClient) -> None:
    answer = client.get("/api/articles/1/gate").json()
    assert answer["ready"] is (answer["open_errors"] == 0)
    assert answer["article"]["id"] == 1
    assert client.get("/api/articles/1/gate?strict=true").json()["ready"] is False


@pytest.mark.parametrize("path", ["/api/articles", "/api/articles/1", "/api/articles/1/references"])
def test_the_same_resources_are_json(client: TestClient, path: str) -> None:
    assert client.get(path).json()


def test_the_ledger_is_json(client: TestClient) -> None:
    assert client.get("/api/articles/1/sources").json()["claims"] >= 1


@pytest.mark.parametrize("stated", ["/etc/passwd", "file:///etc/passwd", "notes.md", "-", " "])
def test_an_address_is_never_a_file_of_the_server(client: TestClient, stated: str) -> None:
    answer = client.post("/articles", data={"url": stated})
    assert answer.status_code == 400
    assert "root:" not in answer.text


def test_an_uploaded_file_becomes_an_article_and_is_never_read_by_its_name(
    client: TestClient, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("Nobody may read this.", encoding="utf-8")
    files = {"file": (str(secret), b"Experts say the weir leaks.\n", "text/markdown")}
    added = client.post("/articles", files=files)
    assert added.status_code == 303
    where = added.headers["location"]
    assert "Experts" in client.get(where).text
    assert client.post(f"{where}/scan").status_code == 303
    assert "Nobody may read" not in client.get(where).text


def test_a_private_address_is_refused(client: TestClient) -> None:
    answer = client.post("/articles", data={"url": "http://169.254.169.254/latest/meta-data"})
    assert answer.status_code in (400, 422)
