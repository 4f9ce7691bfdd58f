import datetime as dt

import pytest

from factcheck.errors import DecisionConflict, NotAllowed, UnknownFinding, UsageError
from factcheck.queue import decisions, evidence, insight, saved, users, views
from factcheck.queue.decisions import By
from factcheck.queue.engine import Queue
from factcheck.queue.evidence import WITHHELD, ClaimVerdict, NewEvidence
from factcheck.queue.roles import Role
from factcheck.queue.states import DismissReason, Resolution
from factcheck.queue.upkeep import check
from tests.factcheck.queue.scanned import scan

ADA, BO = By(actor="ada"), By(actor="bo")
OPEN = NewEvidence(
    source="Town council, minutes",
    locator="p. 4",
    accessed_on=dt.date(2026, 2, 28),
    archived_url="https://archive.example/1",
)
SECRET = NewEvidence(source="CANARY-NAME", locator="CANARY-PLACE", note="CANARY", confidential=True)


@pytest.fixture(autouse=True)
def scanned(queue: Queue) -> None:
    scan(queue, "The river rose faster than feared! The river rose faster than all feared! Who?")


def test_evidence_is_kept_and_what_is_confidential_withheld(queue: Queue) -> None:
    first = evidence.add_evidence(queue, 1, OPEN, ADA)
    evidence.add_evidence(queue, 1, SECRET, ADA)
    assert (first.source, first.accessed_on) == (OPEN.source, OPEN.accessed_on)
    shown = evidence.record_of(queue, 1)
    assert [one.source for one in shown.evidence] == [OPEN.source, WITHHELD]
    whole = evidence.record_of(queue, 1, confidential=True)
    assert whole.evidence[1].source == "CANARY-NAME"
    assert "CANARY" not in repr((shown, views.show(queue, 1), views.history(queue)))
    assert evidence.withdraw_evidence(queue, first.id, BO).withdrawn
    assert evidence.withdraw_evidence(queue, first.id, BO).withdrawn  # once in the history
    assert evidence.record_of(queue, 1).evidence[0].withdrawn
    kinds = [event.kind for event in views.show(queue, 1).events]
    assert kinds == ["found", "evidence", "evidence", "withdraw"]
    assert check(queue) == ()
    with pytest.raises(UnknownFinding):
        evidence.withdraw_evidence(queue, 99, ADA)


@pytest.mark.parametrize(
    "new", [NewEvidence(source="  "), NewEvidence(source="x", archived_url="javascript:alert(1)")]
)
def test_evidence_that_is_none(queue: Queue, new: NewEvidence) -> None:
    with pytest.raises(UsageError):
        evidence.add_evidence(queue, 1, new, ADA)


def test_the_second_reader_is_somebody_else(queue: Queue) -> None:
    with pytest.raises(DecisionConflict, match="nobody has read it first"):
        evidence.assess_again(queue, 1, ClaimVerdict.ACCURATE, BO)
    evidence.assess(queue, 1, ClaimVerdict.ACCURATE, ADA)
    with pytest.raises(DecisionConflict, match="somebody else"):
        evidence.assess_again(queue, 1, ClaimVerdict.ACCURATE, By(actor="Ada"))
    assert evidence.assess_again(queue, 1, ClaimVerdict.INACCURATE, BO).second
    found = evidence.record_of(queue, 1)
    assert (found.first_reader, found.second_reader, found.agreed) == ("ada", "bo", False)
    evidence.assess_again(queue, 1, ClaimVerdict.ACCURATE, BO)
    assert evidence.record_of(queue, 1).agreed
    evidence.assess(queue, 1, ClaimVerdict.UNVERIFIABLE, BO)
    again = evidence.record_of(queue, 1)
    assert (again.verdict, again.second_reader) == (ClaimVerdict.UNVERIFIABLE, None)
    assert len(again.assessments) == 4


def test_writers_do_not_judge_claims(queue: Queue) -> None:
    users.add(queue, "ada", Role.WRITER, "correct horse battery")
    with pytest.raises(NotAllowed):
        evidence.add_evidence(queue, 1, OPEN, ADA)
    with pytest.raises(NotAllowed):
        evidence.assess(queue, 1, ClaimVerdict.ACCURATE, ADA)


def test_live_precision_follows_the_verdicts_in_force(queue: Queue) -> None:
    assert insight.precision(queue) == ()
    decisions.dismiss(queue, 1, DismissReason.DETECTOR_WRONG, ADA)
    decisions.dismiss(queue, 2, DismissReason.DETECTOR_WRONG, ADA)
    decisions.undo(queue, 2, ADA)
    decisions.confirm(queue, 2, ADA)
    decisions.resolve(queue, 3, Resolution.CUT, ADA)
    found = {one.code: one for one in insight.precision(queue)}
    assert (found["TST001"].decided, found["TST001"].dismissal_rate) == (2, 0.5)
    assert (found["TST002"].dismissed, found["TST002"].precision) == (0, 1.0)
    assert insight.precision(queue, since=queue.clock() + dt.timedelta(days=1)) == ()


def test_find_similar(queue: Queue) -> None:
    scan(queue, "The river rose faster than was feared! Calm came!", key="two.md")
    found = insight.similar(queue, 1)
    assert {one.item.id for one in found} == {2, 4}
    assert all(one.score >= 65 for one in found)
    assert len(insight.similar(queue, 1, limit=1)) == 1


def test_saved_views(queue: Queue) -> None:
    mine = saved.save(queue, "Loud", "rule=TST001", ADA)
    saved.save(queue, "Shared", "status=open", BO, shared=True)
    saved.save(queue, "Hidden", "status=closed", BO)
    assert saved.save(queue, "Loud", "rule=TST002", ADA).id == mine.id
    assert [one.name for one in saved.visible_to(queue, "ada")] == ["Loud", "Shared"]
    with pytest.raises(NotAllowed):
        saved.remove(queue, mine.id, BO)
    saved.remove(queue, mine.id, ADA)
    assert [one.name for one in saved.visible_to(queue, "ada")] == ["Shared"]
    with pytest.raises(UsageError):
        saved.save(queue, " ", "", ADA)
