"""Working the queue by links and forms alone."""

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient

from factcheck.queue import decisions, views
from factcheck.queue.decisions import By
from factcheck.queue.engine import Queue
from factcheck.queue.states import DismissReason, Status
from factcheck.web.keys import DEFAULTS, MEANINGS
from tests.factcheck.queue.scanned import Clock, scan


def hidden(html: str) -> dict[str, str]:
    form = html.partition('<form class="decide"')[2].partition("</form>")[0]
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form)
    return {name: unescape(value) for name, value in found}


def test_the_first_page_leads_to_the_queue(client: TestClient) -> None:
    assert client.get("/").headers["location"] == "/queue"


def test_a_decision_goes_on_to_the_next_and_can_be_undone(client: TestClient, queue: Queue) -> None:
    page = client.get("/queue").text
    first = views.list_findings(queue).items[0]
    assert "5 findings" in page
    fields = hidden(page)
    sent = client.post(
        f"/findings/{first.id}/decide",
        data={**fields, "choice": "dismiss:own_reporting", "note": "tape on file"},
    )
    assert sent.status_code == 303
    second = views.list_findings(queue).items[1]
    onward = client.get(sent.headers["location"]).text
    assert "4 findings" in onward
    assert f"Finding {first.id}: dismiss: own reporting" in onward
    assert f'<a href="/findings/{second.id}">No.' not in onward.partition("in-hand")[0]
    shown = views.show(queue, first.id)
    assert (shown.item.status, shown.decisions[-1].note) == (Status.DISMISSED, "tape on file")
    undo = client.post(f"/findings/{first.id}/decide", data={"choice": "undo"})
    assert undo.status_code == 303
    assert views.show(queue, first.id).item.status is Status.OPEN


def test_sent_twice_it_decides_once(client: TestClient, queue: Queue) -> None:
    fields = hidden(client.get("/findings/1").text)
    for _ in range(2):
        sent = client.post("/findings/1/decide", data={**fields, "choice": "confirm"})
        assert sent.status_code == 303
    assert len(views.show(queue, 1).decisions) == 1


def test_the_second_of_two_sees_what_the_first_did(
    client: TestClient, queue: Queue, clock: Clock
) -> None:
    fields = hidden(client.get("/findings/1").text)
    decisions.dismiss(queue, 1, DismissReason.DETECTOR_WRONG, By(actor="bo"))
    clock.forward(seconds=20)
    sent = client.post(
        "/findings/1/decide", data={**fields, "choice": "confirm", "note": "ask <her>"}
    )
    assert sent.status_code == 409
    assert "bo changed this first" in sent.text
    assert "detector wrong" in sent.text
    assert "20 s ago" in sent.text
    assert "ask &lt;her&gt;" in sent.text
    kinds = [event.kind for event in views.show(queue, 1).events]
    assert kinds == ["found", "dismiss", "refused"]
    again = client.post(
        "/findings/1/decide", data={**hidden_of_conflict(sent.text), "choice": "confirm"}
    )
    assert again.status_code == 303
    assert views.show(queue, 1).item.status is Status.NEEDS_WRITER


def hidden_of_conflict(html: str) -> dict[str, str]:
    form = html.partition('class="conflict"')[2].partition("</form>")[0]
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form))


def test_a_claim_shows_who_and_until_when(client: TestClient, queue: Queue) -> None:
    decisions.claim(queue, 1, By(actor="bo"))
    page = client.get("/queue?at=1").text
    assert "bo has claimed it until" in page
    assert "09:15 UTC" in page
    assert client.post("/findings/1/decide", data={"choice": "confirm"}).status_code == 409


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("severity=error", 2),
        ("rule=TST001", 3),
        ("rule=TST&severity=warning", 3),
        ("text=mayor", 1),
        ("state=dismissed", 0),
        ("state=all&assignee=", 5),
        ("article=river", 5),
        ("article=nothing+of+the+kind", 0),
        ("age=day", 5),
        ("age=older", 0),
        ("sure=0.9", 0),
        ("group=rule&order=newest", 5),
    ],
)
def test_filters_are_addresses(client: TestClient, query: str, count: int) -> None:
    page = client.get(f"/queue?{query}")
    assert page.status_code == 200
    assert f"{count} finding" in page.text


@pytest.mark.parametrize(
    "query", ["state=lost", "age=x", "sure=2", "at=0", "at=99999999999999999999", "after=x"]
)
def test_a_wrong_address_is_told_so(client: TestClient, query: str) -> None:
    assert client.get(f"/queue?{query}").status_code in (400, 422)


@pytest.mark.parametrize(
    "form",
    [
        {"choice": "delete"},
        {"choice": "dismiss:because"},
        {"choice": "dismiss"},
        {"choice": "resolve", "resolution": "detector_wrong"},
        {"choice": "snooze", "days": "0"},
        {},
    ],
    ids=str,
)
def test_a_decision_that_there_is_not_changes_nothing(
    client: TestClient, queue: Queue, form: dict[str, str]
) -> None:
    assert client.post("/findings/1/decide", data=form).status_code in (400, 422)
    assert views.show(queue, 1).decisions == ()


def test_pages_go_on_by_key(client: TestClient, queue: Queue) -> None:
    scan(queue, " ".join(f"Alarm {number}!" for number in range(60)), key="long.md")
    first = client.get("/queue").text
    onward = re.search(r'rel="next" href="([^"]*after=[^"]*)"', first)
    assert onward is not None
    second = client.get(unescape(onward[1])).text
    ids = [set(re.findall(r'href="/queue\?(?:[^"]*&amp;)?at=(\d+)"', page.partition(
        'class="list"')[2].partition("</section>")[0])) for page in (first, second)]  # fmt: skip
    assert ids[0]
    assert ids[1]
    assert not ids[0] & ids[1]


def test_every_key_is_printed_on_its_button(client: TestClient) -> None:
    page = client.get("/queue").text
    for name in ("confirm", "detector_wrong", "accepted_risk", "resolve", "snooze", "next"):
        letter = DEFAULTS[name]
        assert f'data-letter="{letter}"' in page
        assert f'<kbd aria-hidden="true">{letter}</kbd>' in page
    letters = re.findall(r'data-letter="([^"]+)"', page)
    assert len(letters) == len(set(letters))
    assert DEFAULTS.keys() == MEANINGS.keys()


def test_keys_can_be_changed_and_switched_off(client: TestClient) -> None:
    assert client.post("/settings", data={"on": "yes", "confirm": "y"}).status_code == 303
    assert 'data-letter="y"' in client.get("/queue").text
    client.post("/settings", data={"on": "yes", "confirm": "j"})
    assert "cannot do two things" in client.get("/settings").text
    client.post("/settings", data={"confirm": "y"})
    assert "data-letter" not in client.get("/queue").text


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'-alert(1)-'",
    "{{ 7*7 }}{% raw %}",
    "</textarea><script>x</script>",
    "\u202etxt.exe\x1b[31m\x00\ud800",
)


@pytest.mark.parametrize("payload", HOSTILE, ids=ascii)
def test_what_others_wrote_is_only_ever_text(
    client: TestClient, queue: Queue, payload: str
) -> None:
    scan(queue, f"It reads {payload} here!", key=f"{payload}.md")
    found = next(one for one in views.list_findings(queue).items if one.article.id == 2)
    decisions.confirm(queue, found.id, By(actor=payload.replace("\ud800", ""), note=payload))
    fields = hidden(client.get(f"/findings/{found.id}").text)
    pages = [
        client.get(f"/queue?at={found.id}"),
        client.get("/queue", params={"text": payload.replace("\ud800", "").replace('"', "")}),
        client.get(f"/findings/{found.id}"),
        client.get("/history"),
        client.post(
            f"/findings/{found.id}/decide",
            data={"choice": "second_read", "note": payload.replace("\ud800", ""),
                  "version": str(int(fields["version"]) - 1)},
        ),
    ]  # fmt: skip
    for page in pages:
        body = page.text
        assert "<script>" not in body
        assert "<img" not in body
        assert "onerror=alert(1)>" not in body.replace("&gt;", "") or "&lt;img" in body
        assert "49" not in re.findall(r"It reads (\S+)", body)
        assert not re.search("[\x00-\x08\x0e-\x1f\u202a-\u202e]", body)


def test_a_risk_is_accepted_for_as_long_as_was_chosen(
    client: TestClient, queue: Queue, clock: Clock
) -> None:
    assert 'name="risk_days"' in client.get("/findings/1").text
    form = {"choice": "dismiss:accepted_risk", "days": "7", "risk_days": "30"}
    assert client.post("/findings/1/decide", data=form).status_code == 303
    until = views.show(queue, 1).item.until
    assert until is not None
    assert (until - clock()).days == 30
    wrong = client.post("/findings/2/decide", data={**form, "risk_days": "0"})
    assert wrong.status_code == 422
    assert views.show(queue, 2).item.status is Status.OPEN
