import datetime as dt
from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from factcheck.errors import DecisionConflict, UnknownFinding, UsageError
from factcheck.queue import bulk, decisions, views
from factcheck.queue.conflict import Overtaken
from factcheck.queue.decisions import By
from factcheck.queue.engine import Queue
from factcheck.queue.filters import Filter
from factcheck.queue.gate import gate
from factcheck.queue.items import Outcome
from factcheck.queue.states import ACCEPTED_FOR, DismissReason, Resolution, Status, Verdict
from factcheck.queue.upkeep import check
from tests.factcheck.queue.scanned import Clock, scan

ADA = By(actor="ada", note="asked the mayor")
BO = By(actor="bo")


@pytest.fixture(autouse=True)
def scanned(queue: Queue) -> None:
    scan(queue, "The river rose! The mill fell! Who paid?")


@pytest.mark.parametrize(
    ("decide", "status", "reason"),
    [
        (lambda q: decisions.claim(q, 1, ADA), Status.CLAIMED, None),
        (lambda q: decisions.confirm(q, 1, ADA), Status.NEEDS_WRITER, None),
        (
            lambda q: decisions.dismiss(q, 1, DismissReason.OWN_REPORTING, ADA),
            Status.DISMISSED,
            "own_reporting",
        ),
        (lambda q: decisions.resolve(q, 1, Resolution.CUT, ADA), Status.RESOLVED, "cut"),
        (
            lambda q: decisions.snooze(q, 1, q.clock() + dt.timedelta(days=1), ADA),
            Status.SNOOZED,
            None,
        ),
    ],
    ids=["claim", "confirm", "dismiss", "resolve", "snooze"],
)
def test_a_decision_is_remembered(
    queue: Queue, decide: Callable[[Queue], Outcome], status: Status, reason: str | None
) -> None:
    outcome = decide(queue)
    detail = views.show(queue, 1)
    assert outcome.item == detail.item
    assert detail.item.status is status
    assert detail.item.decision == outcome.decision == detail.decisions[0]
    assert (outcome.decision.actor, outcome.decision.note) == ("ada", "asked the mayor")
    assert outcome.decision.reason == reason
    assert detail.events[-1].to_status is status
    assert check(queue) == ()


def test_the_whole_line(queue: Queue) -> None:
    decisions.claim(queue, 1, ADA)
    decisions.confirm(queue, 1, ADA)
    decisions.resolve(queue, 1, Resolution.SOURCE_ADDED, ADA)
    with pytest.raises(DecisionConflict, match="a second reader is somebody else"):
        decisions.second_read(queue, 1, ADA)
    decisions.second_read(queue, 1, BO)
    assert decisions.close(queue, 1, BO).item.status is Status.CLOSED
    assert decisions.reopen(queue, 1, ADA).item.status is Status.OPEN


def test_the_second_of_two_editors_learns_who_was_first(queue: Queue) -> None:
    seen = views.show(queue, 1).item.version
    decisions.dismiss(queue, 1, DismissReason.DETECTOR_WRONG, By(actor="ada", seen_version=seen))
    with pytest.raises(
        DecisionConflict, match=r"ada was first: dismiss at .*, it is now dismissed"
    ):
        decisions.confirm(queue, 1, By(actor="bo", seen_version=seen))
    detail = views.show(queue, 1)
    assert detail.item.status is Status.DISMISSED
    assert [(event.actor, event.kind) for event in detail.events[1:]] == [
        ("ada", "dismiss"),
        ("bo", "refused"),
    ]
    assert detail.events[-1].payload["verdict"] == "confirm"
    assert len(detail.decisions) == 1
    assert check(queue) == ()


def test_a_conflict_says_what_differs(queue: Queue) -> None:
    seen = views.show(queue, 1).item.version
    decisions.claim(queue, 1, ADA)
    decisions.dismiss(queue, 1, DismissReason.DETECTOR_WRONG, ADA)
    with pytest.raises(Overtaken) as caught:
        decisions.confirm(queue, 1, By(actor="bo", seen_version=seen))
    conflict = caught.value.conflict
    assert [(event.actor, event.kind) for event in conflict.since] == [
        ("ada", "claim"),
        ("ada", "dismiss"),
    ]
    assert {(one.what, one.before, one.after) for one in conflict.differs} == {
        ("status", "open", "dismissed"),
        ("reason", "", "detector_wrong"),
        ("note", "", "asked the mayor"),
    }


def test_a_new_reason_is_a_new_version(queue: Queue) -> None:
    seen = decisions.dismiss(queue, 1, DismissReason.DETECTOR_WRONG, ADA).item.version
    decisions.dismiss(queue, 1, DismissReason.ACCEPTED_RISK, ADA)
    with pytest.raises(DecisionConflict, match="ada was first"):
        decisions.confirm(queue, 1, By(actor="bo", seen_version=seen))


def test_an_attempt_the_state_refuses_is_in_the_history(queue: Queue) -> None:
    with pytest.raises(DecisionConflict, match="finding 1: it is open, which close"):
        decisions.close(queue, 1, ADA)
    assert views.history(queue, 1)[0].kind == "refused"


def test_a_double_submit_decides_once(
    queue: Queue, row_counts: Callable[[], dict[str, int]]
) -> None:
    by = By(actor="ada", key="form-7", seen_version=1)
    first = decisions.confirm(queue, 1, by)
    before = row_counts()
    second = decisions.confirm(queue, 1, by)
    assert (first.repeated, second.repeated) == (False, True)
    assert second.decision == first.decision
    assert row_counts() == before
    with pytest.raises(UsageError, match="form-7"):
        decisions.confirm(queue, 2, by)


def test_undo_walks_back(queue: Queue) -> None:
    decisions.claim(queue, 1, ADA)
    decisions.confirm(queue, 1, ADA)
    decisions.dismiss(queue, 1, DismissReason.ACCEPTED_RISK, ADA)
    assert decisions.undo(queue, 1, ADA).item.status is Status.NEEDS_WRITER
    item = decisions.undo(queue, 1, ADA).item
    assert (item.status, item.assignee) == (Status.CLAIMED, "ada")
    assert item.decision is not None
    assert item.decision.verdict is Verdict.CLAIM
    item = decisions.undo(queue, 1, ADA).item
    assert (item.status, item.decision) == (Status.OPEN, None)
    with pytest.raises(DecisionConflict, match="no decision to undo"):
        decisions.undo(queue, 1, ADA)
    assert [one.undone for one in views.show(queue, 1).decisions] == [True] * 3 + [False] * 3
    assert check(queue) == ()


def test_undo_then_decide_then_undo(queue: Queue) -> None:
    decisions.confirm(queue, 1, ADA)
    decisions.undo(queue, 1, ADA)
    decisions.dismiss(queue, 1, DismissReason.NOT_CHECKABLE, ADA)
    assert decisions.undo(queue, 1, ADA).item.status is Status.OPEN
    assert check(queue) == ()


def test_undo_leaves_others_decisions_alone(queue: Queue) -> None:
    decisions.confirm(queue, 1, ADA)
    with pytest.raises(DecisionConflict, match="ada's"):
        decisions.undo(queue, 1, BO)
    assert views.show(queue, 1).item.status is Status.NEEDS_WRITER


def test_undo_after_the_finding_went_and_after_it_came_back(queue: Queue) -> None:
    decisions.dismiss(queue, 1, DismissReason.DETECTOR_WRONG, ADA)
    decisions.confirm(queue, 2, ADA)
    scan(queue, "Who paid?")
    assert decisions.undo(queue, 1, ADA).item.resume is Status.OPEN
    scan(queue, "The river rose! The mill fell! Who paid?")
    assert views.show(queue, 1).item.status is Status.REGRESSED
    with pytest.raises(DecisionConflict, match="changed since"):
        decisions.undo(queue, 2, ADA)
    assert check(queue) == ()


def test_a_claim_lapses(queue: Queue, clock: Clock) -> None:
    claimed = decisions.claim(queue, 1, ADA).item
    assert claimed.until == clock.now + dt.timedelta(minutes=15)
    with pytest.raises(DecisionConflict, match="ada has claimed it until"):
        decisions.claim(queue, 1, BO)
    clock.forward(minutes=15)
    item = views.show(queue, 1).item
    assert (item.status, item.assignee, item.until) == (Status.OPEN, None, None)
    assert decisions.claim(queue, 1, BO).item.assignee == "bo"
    assert check(queue) == ()


def test_a_snooze_ends(queue: Queue, clock: Clock) -> None:
    tokyo = dt.timezone(dt.timedelta(hours=9))
    until = (clock.now + dt.timedelta(days=2)).astimezone(tokyo)
    item = decisions.snooze(queue, 1, until, ADA).item
    assert item.until == until
    assert item.until.tzinfo is dt.UTC
    clock.forward(days=2)
    assert views.show(queue, 1).item.status is Status.OPEN
    with pytest.raises(UsageError, match="zone"):
        decisions.snooze(queue, 1, dt.datetime(2027, 1, 1), ADA)  # noqa: DTZ001 -- naive on purpose


@pytest.mark.parametrize(
    "named", ["99", "abc", "1:", "-1", "1.0", "", "9" * 40, "zzzzzzzz", "%%%%%%", "1' OR '1'='1"]
)
def test_no_such_finding(queue: Queue, named: str) -> None:
    with pytest.raises(UnknownFinding) as caught:
        decisions.confirm(queue, named, ADA)
    assert "\n" not in str(caught.value)


def test_a_finding_by_the_start_of_its_fingerprint(queue: Queue) -> None:
    fingerprint = views.show(queue, 2).item.fingerprint
    for named in (fingerprint, fingerprint[:10], fingerprint[2:10], fingerprint[2:12].upper()):
        assert views.show(queue, named).item.id == 2
    scan(queue, "The mill fell!", key="copy.md")
    with pytest.raises(UnknownFinding, match=r"more than one finding \(2, 4\)"):
        views.show(queue, fingerprint)


def test_somebody_must_decide(queue: Queue) -> None:
    with pytest.raises(UsageError, match="name"):
        decisions.confirm(queue, 1, By(actor="  "))


@pytest.mark.parametrize("table", ["decision", "event"])
@pytest.mark.parametrize("change", ["UPDATE {} SET actor = 'mallory'", "DELETE FROM {}"])
def test_history_cannot_be_changed(queue: Queue, table: str, change: str) -> None:
    decisions.confirm(queue, 1, ADA)
    with pytest.raises(DBAPIError, match="append-only"), queue.writing() as session:
        session.connection().execute(text(change.format(table)))
    assert check(queue) == ()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE finding SET status = 'lost'",
        "UPDATE finding SET status = 'claimed'",
        "UPDATE finding SET confidence = 2",
        "UPDATE finding SET article_id = 99",
        pytest.param(
            "INSERT INTO decision (finding_id, verdict, note, actor, at)"
            " VALUES (1, 'dismiss', '', 'ada', '2026-03-01 09:00:00')",
            id="dismissal without a reason",
        ),
    ],
)
def test_the_database_refuses_what_cannot_be(queue: Queue, change: str) -> None:
    with pytest.raises(DBAPIError, match="constraint"), queue.writing() as session:
        session.connection().execute(text(change))


def test_an_accepted_risk_lapses_everywhere(queue: Queue, clock: Clock) -> None:
    until = clock.now + dt.timedelta(days=30)
    accepted = decisions.dismiss(queue, 3, DismissReason.ACCEPTED_RISK, ADA, until=until)
    assert (accepted.item.status, accepted.item.until) == (Status.DISMISSED, until)
    assert gate(queue, "article.md").ready
    open_ = Filter(statuses=(Status.OPEN,))
    put_aside = Filter(statuses=(Status.DISMISSED,))
    assert [views.counts(queue, where).total for where in (open_, put_aside)] == [2, 1]
    clock.forward(days=30)
    assert views.show(queue, 3).item.status is Status.OPEN
    assert not gate(queue, "article.md").ready
    assert {item.id for item in views.list_findings(queue, open_).items} == {1, 2, 3}
    assert not views.list_findings(queue, put_aside).items
    assert [views.counts(queue, where).total for where in (open_, put_aside)] == [3, 0]
    assert dict(views.counts(queue).by_status) == {Status.OPEN: 3}
    scan(queue, "The river rose! The mill fell!")
    scan(queue, "The river rose! The mill fell! Who paid?")
    assert views.show(queue, 3).item.status is Status.OPEN
    decisions.undo(queue, 3, ADA)
    assert views.show(queue, 3).item.until is None
    assert check(queue) == ()


def test_a_risk_is_not_accepted_for_ever(queue: Queue, clock: Clock) -> None:
    accepted = decisions.dismiss(queue, 1, DismissReason.ACCEPTED_RISK, ADA).item
    assert accepted.until == clock.now + ACCEPTED_FOR
    step = bulk.BulkStep(verdict=Verdict.DISMISS, reason="accepted_risk")
    bulk.bulk(queue, Filter(ids=(2,)), step, ADA)
    assert views.show(queue, 2).item.until == clock.now + ACCEPTED_FOR
    for reason in (DismissReason.DETECTOR_WRONG, DismissReason.OWN_REPORTING):
        with pytest.raises(UsageError, match="has no end"):
            decisions.dismiss(queue, 1, reason, ADA, until=clock.now + dt.timedelta(1))
        dated = bulk.BulkStep(verdict=Verdict.DISMISS, reason=reason, until=clock.now)
        with pytest.raises(UsageError, match="has no end"):
            bulk.bulk(queue, Filter(), dated, ADA)
    decisions.dismiss(queue, 1, DismissReason.OWN_REPORTING, ADA)
    assert views.show(queue, 1).item.until is None
    assert check(queue) == ()
