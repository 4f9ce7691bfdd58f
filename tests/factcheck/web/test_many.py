"""Many findings at once, saved views, the gate, what is similar, and the same as JSON."""

import re
from html import unescape

from fastapi.testclient import TestClient

from factcheck.queue import views
from factcheck.queue.engine import Queue
from factcheck.queue.states import Status
from tests.factcheck.queue.scanned import scan


def test_a_batch_is_counted_made_and_undone(client: TestClient, queue: Queue) -> None:
    step = {"choice": "dismiss:not_checkable", "note": "slogans"}
    counted = client.post("/bulk?rule=TST001", data=step)
    assert "3 findings would be decided" in counted.text
    assert dict(views.counts(queue).by_status) == {Status.OPEN: 5}
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', counted.text))
    wrong = client.post("/bulk?rule=TST001", data={**fields, "expected": "2"})
    assert wrong.status_code == 409
    made = client.post("/bulk?rule=TST001", data=fields)
    assert made.status_code == 303
    assert dict(views.counts(queue).by_status)[Status.DISMISSED] == 3
    page = client.get(made.headers["location"]).text
    undo = re.search(r'action="(/bulk/\d+/undo)"', page)
    assert undo is not None
    client.post(unescape(undo[1]))
    assert dict(views.counts(queue).by_status) == {Status.OPEN: 5}


def test_a_view_is_kept_and_forgotten(client: TestClient) -> None:
    form = {"name": "Errors <only>", "here": "/queue?severity=error", "shared": "true"}
    assert client.post("/views", data=form).headers["location"] == "/queue?severity=error"
    page = client.get("/queue").text
    assert '<a href="/queue?severity=error"><bdi>Errors &lt;only&gt;</bdi></a>' in page
    remove = re.search(r'action="(/views/\d+/remove)"', page)
    assert remove is not None
    client.post(remove[1])
    assert "Errors &lt;only&gt;" not in client.get("/queue").text


def test_the_gate_says_what_is_in_the_way(client: TestClient) -> None:
    page = client.get("/articles/1/gate")
    assert "2 open errors: not ready" in page.text
    answer = client.get("/api/articles/1/gate").json()
    assert (answer["ready"], len(answer["blocking"])) == (False, 2)
    for number in answer["blocking"]:
        client.post(f"/findings/{number}/decide", data={"choice": "dismiss:accepted_risk"})
    assert client.get("/api/articles/1/gate").json()["summary"] == "ready"
    assert client.get("/api/articles/1/gate?strict=true").json()["ready"] is False
    assert client.get("/articles/9/gate").status_code == 404


def test_similar_findings_are_a_key_away(client: TestClient) -> None:
    assert "/findings/1/similar" in client.get("/findings/1").text
    assert client.get("/findings/1/similar").status_code == 200


def test_the_api_lists_decides_and_refuses(client: TestClient) -> None:
    first = client.get("/api/findings?limit=2").json()
    second = client.get(f"/api/findings?limit=5&after={first['next']}").json()
    ids = [one["id"] for page in (first, second) for one in page["findings"]]
    assert len(set(ids)) == 5
    version = first["findings"][0]["version"]
    body = {"verdict": "dismiss", "reason": "own_reporting", "version": version, "key": "k1"}
    path = f"/api/findings/{ids[0]}"
    made = client.post(f"{path}/decisions", json=body).json()
    assert made["finding"]["status"] == "dismissed"
    assert client.post(f"{path}/decisions", json=body).json()["repeated"] is True
    late = client.post(f"{path}/decisions", json={"verdict": "confirm", "version": version})
    assert late.status_code == 409
    assert [one["kind"] for one in client.get(path).json()["history"]][-1] == "refused"
    assert client.get("/api/counts").json()["total"] == 4
    assert client.post(f"{path}/decisions", json={"verdict": "x"}).status_code == 400
    described = client.get("/api/openapi.json").json()
    assert "/api/findings/{finding}/decisions" in described["paths"]
    assert "/queue" not in described["paths"]


def test_a_batch_as_json_is_counted_made_and_undone(client: TestClient) -> None:
    batch = {"verdict": "dismiss", "reason": "not_checkable", "note": "all of it"}
    counted = client.post("/api/bulk?rule=TST001", json=batch).json()
    assert (counted["id"], counted["changed"]) == (None, [])
    wrong = client.post("/api/bulk?rule=TST001", json=batch | {"expected": 99})
    assert wrong.status_code == 409
    made = client.post(
        "/api/bulk?rule=TST001", json=batch | {"expected": counted["matched"], "key": "k1"}
    ).json()
    assert len(made["changed"]) == counted["matched"] > 0
    undone = client.post(f"/api/bulk/{made['id']}/undo").json()
    assert sorted(undone["undone"]) == sorted(made["changed"])
    assert client.post("/api/bulk?rule=TST001", json={"verdict": "explode"}).status_code == 400


def test_views_as_json(client: TestClient) -> None:
    kept = client.post("/api/views", json={"name": "Mine", "query": "?rule=TST001"}).json()
    assert kept["query"] == "rule=TST001"
    assert [each["name"] for each in client.get("/api/views").json()["views"]] == ["Mine"]
    assert client.delete(f"/api/views/{kept['id']}").json() == {"removed": kept["id"]}
    assert client.get("/api/views").json() == {"views": []}
    assert client.delete(f"/api/views/{kept['id']}").status_code == 404


def test_articles_are_paged_by_the_last_one_seen(client: TestClient, queue: Queue) -> None:
    for number in range(45):
        scan(queue, f"It is {number}!", key=f"a{number}.md")
    first = client.get("/articles").text
    assert "46" in first
    assert 'href="/articles?beyond=7"' in first
    second = client.get("/articles?beyond=7").text
    assert 'href="/articles/6"' in second
    assert 'href="/articles/7"' not in second
    assert 'rel="next"' not in second
    page = client.get("/api/articles?limit=2").json()
    assert [each["id"] for each in page["articles"]] == [1, 2]
    assert client.get(f"/api/articles?after={page['next']}&limit=500").json()["next"] is None
