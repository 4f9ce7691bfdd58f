import csv
import datetime as dt
import io
import json

import pytest
from sqlalchemy import text

from factcheck.errors import UnknownFinding, UsageError
from factcheck.model.finding import Severity
from factcheck.queue import decisions, export, views
from factcheck.queue.decisions import By
from factcheck.queue.engine import Queue
from factcheck.queue.states import DismissReason, Status
from factcheck.queue.views import Filter, Order
from tests.factcheck.queue.scanned import Clock, scan

ADA = By(actor="ada")


@pytest.fixture(autouse=True)
def scanned(queue: Queue) -> None:
    scan(queue, "The river rose 100%! The mill fell! Who paid?", key="https://example.org/a")
    scan(queue, "=SUM(A1) they cried! Über the sea?", key="two.md")
    decisions.dismiss(queue, 1, DismissReason.DETECTOR_WRONG, By(actor="bo", note="@see notes"))
    decisions.claim(queue, 2, ADA)


@pytest.mark.parametrize(
    ("where", "ids"),
    [
        (Filter(), {1, 2, 3, 4, 5}),
        (Filter(statuses=(Status.OPEN,)), {3, 4, 5}),
        (Filter(statuses=(Status.DISMISSED, Status.CLAIMED)), {1, 2}),
        (Filter(rules=("TST001",)), {1, 2, 4}),
        (Filter(rules=("tst",)), {1, 2, 3, 4, 5}),
        (Filter(rules=("asking-sentence",)), {3, 5}),
        (Filter(rules=("TST00",)), set()),
        (Filter(severities=(Severity.ERROR,)), {3, 5}),
        (Filter(article="two.md"), {4, 5}),
        (Filter(article="2"), {4, 5}),
        (Filter(article="town and its"), {1, 2, 3, 4, 5}),
        (Filter(article="nowhere"), set()),
        (Filter(text="RIVER"), {1}),
        (Filter(text="100%"), {1}),
        (Filter(text="%"), {1}),
        (Filter(text="_"), set()),
        (Filter(text="'; DROP TABLE finding; --"), set()),
        (Filter(text="\x00\ud800"), set()),
        (Filter(assignee="ada"), {2}),
        (Filter(min_confidence=0.81), set()),
        (Filter(statuses=(Status.OPEN,), rules=("TST001",), article="two.md"), {4}),
    ],
)
def test_filters(queue: Queue, where: Filter, ids: set[int]) -> None:
    assert {item.id for item in views.list_findings(queue, where).items} == ids
    assert views.counts(queue, where).total == len(ids)


def test_a_lapsed_claim_is_open_in_lists_and_counts(queue: Queue, clock: Clock) -> None:
    clock.forward(minutes=15)
    where = Filter(statuses=(Status.OPEN,))
    assert {item.id for item in views.list_findings(queue, where).items} == {2, 3, 4, 5}
    assert not views.list_findings(queue, Filter(statuses=(Status.CLAIMED,))).items
    assert not views.list_findings(queue, Filter(assignee="ada")).items
    assert dict(views.counts(queue).by_status) == {Status.OPEN: 4, Status.DISMISSED: 1}


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("limit", [1, 2, 5, 50])
def test_pages_make_up_the_whole(queue: Queue, order: Order, limit: int) -> None:
    ids: list[int] = []
    after = None
    while True:
        page = views.list_findings(queue, order=order, limit=limit, after=after)
        ids += [item.id for item in page.items]
        after = page.next
        if after is None:
            break
    assert ids == ([3, 5, 1, 2, 4] if order is Order.VALUE else [5, 4, 3, 2, 1])


@pytest.mark.parametrize("after", ["", "x", "1:", ":1", "1:x", "nan:x", "--"])
def test_a_page_that_is_none(queue: Queue, after: str) -> None:
    with pytest.raises(UsageError):
        views.list_findings(queue, after=after)


def test_counts(queue: Queue) -> None:
    counts = views.counts(queue)
    assert counts.by_status == ((Status.OPEN, 3), (Status.CLAIMED, 1), (Status.DISMISSED, 1))
    assert counts.by_rule == (("TST001", 3), ("TST002", 2))
    assert counts.by_severity == ((Severity.ERROR, 2), (Severity.WARNING, 3))


def test_history_goes_back(queue: Queue) -> None:
    whole = views.history(queue)
    assert [event.id for event in whole] == sorted((e.id for e in whole), reverse=True)
    assert views.history(queue, limit=3) + views.history(queue, after=whole[2].id) == whole
    assert [event.kind for event in views.history(queue, 1)] == ["dismiss", "found"]


def test_one_article_by_any_name(queue: Queue) -> None:
    assert views.article(queue, "https://example.org/a").id == 1
    assert views.article(queue, "2").key == "two.md"
    with pytest.raises(UnknownFinding, match="more than one article"):
        views.article(queue, "river")


def test_json_is_plain_and_whole(queue: Queue) -> None:
    exported = [export.as_dict(item) for item in export.every(queue)]
    again = json.loads(json.dumps(exported))
    assert again == exported
    first = next(one for one in again if one["id"] == 1)
    assert first["status"] == "dismissed"
    assert first["decision"]["reason"] == "detector_wrong"
    assert first["span"] == [0, 20]
    assert dt.datetime.fromisoformat(first["last_seen"]).tzinfo is not None
    assert export.as_dict(views.history(queue)[0])["kind"] == "claim"


def test_csv_hides_no_formula(queue: Queue) -> None:
    table = list(csv.DictReader(io.StringIO(export.as_csv(export.every(queue)))))
    assert len(table) == 5
    by_id = {row["id"]: row for row in table}
    assert by_id["4"]["exact"] == "'=SUM(A1) they cried!"
    assert by_id["1"]["note"] == "'@see notes"
    assert by_id["5"]["exact"] == "Über the sea?"
    for row in table:
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())


def test_lists_use_an_index(sqlite_queue: Queue) -> None:
    with sqlite_queue.reading() as session:
        plan = session.connection().execute(
            text("EXPLAIN QUERY PLAN SELECT * FROM finding ORDER BY value DESC, id LIMIT 50")
        )
        assert "USING INDEX" in " ".join(str(row) for row in plan)
