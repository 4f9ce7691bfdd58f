import pytest

from factcheck.errors import DecisionConflict, NotAllowed, UnknownFinding, UsageError
from factcheck.queue import bulk, decisions, users, views
from factcheck.queue.bulk import BulkStep
from factcheck.queue.decisions import By
from factcheck.queue.engine import Queue
from factcheck.queue.filters import Filter
from factcheck.queue.gate import gate
from factcheck.queue.roles import Role
from factcheck.queue.states import DismissReason, Resolution, Status, Verdict
from factcheck.queue.upkeep import check
from tests.factcheck.queue.scanned import scan

ADA, BO = By(actor="ada"), By(actor="bo")
LOUD = Filter(rules=("TST001",), statuses=(Status.OPEN,))
NOT_CHECKABLE = BulkStep(verdict=Verdict.DISMISS, reason="not_checkable", expected=3)


@pytest.fixture(autouse=True)
def scanned(queue: Queue) -> None:
    scan(queue, "The river rose! The mill fell! It rained! Who paid?")


def statuses(queue: Queue) -> list[str]:
    return [views.show(queue, number).item.status.value for number in (1, 2, 3, 4)]


def test_a_batch_is_counted_made_and_taken_back(queue: Queue) -> None:
    assert bulk.bulk(queue, LOUD, NOT_CHECKABLE, ADA, dry_run=True).matched == 3
    assert statuses(queue) == ["open"] * 4
    made = bulk.bulk(queue, LOUD, NOT_CHECKABLE, ADA)
    assert (made.changed, made.refused) == ((1, 2, 3), ())
    assert statuses(queue) == ["dismissed"] * 3 + ["open"]
    assert made.id is not None
    with pytest.raises(DecisionConflict, match="ada's"):
        bulk.undo_batch(queue, made.id, BO)
    undone = bulk.undo_batch(queue, made.id, ADA)
    assert (undone.undone, undone.left) == ((1, 2, 3), ())
    assert statuses(queue) == ["open"] * 4
    assert [one.verdict for one in bulk.batches(queue)] == [Verdict.UNDO, Verdict.DISMISS]
    assert check(queue) == ()


def test_undo_leaves_what_others_or_oneself_changed_since(queue: Queue) -> None:
    made = bulk.bulk(queue, LOUD, NOT_CHECKABLE, ADA)
    decisions.confirm(queue, 1, BO)
    decisions.confirm(queue, 2, ADA)
    undone = bulk.undo_batch(queue, made.id or 0, ADA)
    assert undone.undone == (3,)
    assert [finding for finding, _ in undone.left] == [1, 2]
    assert statuses(queue) == ["needs_writer", "needs_writer", "open", "open"]
    assert bulk.undo_batch(queue, made.id or 0, ADA).undone == ()
    assert check(queue) == ()


def test_what_the_state_does_not_allow_is_reported(queue: Queue) -> None:
    decisions.claim(queue, 2, BO)
    step = BulkStep(verdict=Verdict.CONFIRM)
    made = bulk.bulk(queue, Filter(rules=("TST001",)), step, ADA)
    assert made.changed == (1, 3)
    ((finding, why),) = made.refused
    assert finding == 2
    assert "bo has claimed it" in why
    assert check(queue) == ()


def test_a_batch_that_is_none(queue: Queue) -> None:
    decisions.confirm(queue, 1, BO)
    with pytest.raises(DecisionConflict, match="2 findings match now, not 3"):
        bulk.bulk(queue, LOUD, NOT_CHECKABLE, ADA)
    for step in (
        BulkStep(verdict=Verdict.UNDO),
        BulkStep(verdict=Verdict.DISMISS),
        BulkStep(verdict=Verdict.DISMISS, reason="cut"),
        BulkStep(verdict=Verdict.CONFIRM, reason="cut"),
    ):
        with pytest.raises(UsageError):
            bulk.bulk(queue, LOUD, step, ADA)
    with pytest.raises(UnknownFinding):
        bulk.undo_batch(queue, 99, ADA)
    users.add(queue, "ada", Role.CHECKER, "correct horse battery")
    with pytest.raises(NotAllowed, match="may not bulk"):
        bulk.bulk(queue, LOUD, BulkStep(verdict=Verdict.CONFIRM), ADA)


def test_a_double_submit_decides_once(queue: Queue) -> None:
    by = By(actor="ada", key="form-1")
    first = bulk.bulk(queue, LOUD, NOT_CHECKABLE, by)
    again = bulk.bulk(queue, LOUD, NOT_CHECKABLE, by)
    assert (again.id, again.changed, again.repeated) == (first.id, first.changed, True)
    assert len(views.show(queue, 1).decisions) == 1


def test_the_gate_opens_when_no_error_is_left(queue: Queue) -> None:
    shut = gate(queue, "article.md")
    assert (shut.ready, shut.open_errors, shut.open_warnings) == (False, 1, 3)
    assert (shut.blocking, shut.summary) == ((4,), "1 open error: not ready")
    decisions.dismiss(queue, 4, DismissReason.OWN_REPORTING, ADA)
    assert gate(queue, "article.md").summary == "ready"
    assert gate(queue, "article.md", strict=True).summary == "3 open findings: not ready"
    decisions.resolve(queue, 1, Resolution.CUT, ADA)
    assert (gate(queue, "1").open_warnings, gate(queue, "1").unread) == (2, 1)
    scan(queue, "Calm.")
    assert gate(queue, "1", strict=True).ready
    with pytest.raises(UnknownFinding):
        gate(queue, "nowhere")
