import datetime as dt

import pytest

from factcheck.errors import DecisionConflict
from factcheck.queue import states
from factcheck.queue.states import Standing, Status, Step, Verdict

NOW = dt.datetime(2026, 3, 1, 9, 0, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(minutes=15)


def step(verdict: Verdict, *, actor: str = "ada", at: dt.datetime = NOW) -> Step:
    return Step(verdict=verdict, actor=actor, at=at, until=at + dt.timedelta(minutes=15))


def standing(status: Status) -> Standing:
    if status is Status.CLAIMED:
        return Standing(status=status, resume=Status.STALE, until=LATER, assignee="ada")
    if status is Status.SNOOZED:
        return Standing(status=status, resume=Status.NEEDS_WRITER, until=LATER)
    if status is Status.GONE:
        return Standing(status=status, resume=Status.RESOLVED, present=False)
    return Standing(status=status)


@pytest.mark.parametrize(
    "line",
    [
        "open claim claimed confirm needs_writer resolve resolved",
        "resolved second_read second_read close closed reopen open",
        "open dismiss dismissed confirm needs_writer dismiss dismissed dismiss dismissed",
        "open snooze snoozed snooze snoozed claim claimed release open",
        "stale claim claimed claim claimed release stale",
        "needs_writer snooze snoozed claim claimed release needs_writer",
        "gone close closed",
        "gone second_read second_read",
        "regressed dismiss dismissed",
    ],
)
def test_line_of_states(line: str) -> None:
    words = line.split()
    current = standing(Status(words[0]))
    for verdict, goal in zip(words[1::2], words[2::2], strict=True):
        current = states.decide(current, step(Verdict(verdict)))
        assert current.status == goal


@pytest.mark.parametrize("status", Status)
def test_every_state_can_be_left(status: Status) -> None:
    verdict = Verdict.CONFIRM if status is Status.OPEN else Verdict.REOPEN
    assert states.decide(standing(status), step(verdict)).status is not status


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("verdict", [one for one in Verdict if one is not Verdict.UNDO])
def test_a_refusal_is_said_in_words(status: Status, verdict: Verdict) -> None:
    try:
        after = states.decide(standing(status), step(verdict))
    except DecisionConflict as error:
        refusal = str(error)
    else:
        assert (after.until is not None) == (after.status in ("claimed", "snoozed", "dismissed"))
        assert (after.assignee is not None) == (after.status == "claimed")
        return
    assert "\n" not in refusal
    assert refusal.startswith(f"it is {status.replace('_', ' ')}")


def test_a_claim_keeps_others_off_until_it_lapses() -> None:
    claimed = states.decide(Standing(), step(Verdict.CLAIM))
    for verdict in (Verdict.CLAIM, Verdict.CONFIRM, Verdict.DISMISS, Verdict.RELEASE):
        with pytest.raises(DecisionConflict, match="ada has claimed it until 2026-03-01 09:15"):
            states.decide(claimed, step(verdict, actor="bo"))
    assert states.decide(claimed, step(Verdict.CLAIM, actor="bo", at=LATER)).assignee == "bo"


def test_reopen_goes_through_a_claim() -> None:
    claimed = states.decide(Standing(), step(Verdict.CLAIM))
    assert states.decide(claimed, step(Verdict.REOPEN, actor="bo")) == Standing()


def test_a_lapsed_snooze_stands_as_before() -> None:
    snoozed = states.decide(Standing(status=Status.REGRESSED), step(Verdict.SNOOZE))
    assert states.effective(snoozed, NOW) == snoozed
    assert states.effective(snoozed, LATER) == Standing(status=Status.REGRESSED)


@pytest.mark.parametrize(
    ("verdict", "until"),
    [
        (Verdict.SNOOZE, None),
        *((verdict, NOW) for verdict in (Verdict.SNOOZE, Verdict.DISMISS)),
        *((verdict, NOW - dt.timedelta(1)) for verdict in (Verdict.SNOOZE, Verdict.DISMISS)),
    ],
)
def test_an_end_is_in_the_future(verdict: Verdict, until: dt.datetime | None) -> None:
    asked = Step(verdict=verdict, actor="ada", at=NOW, until=until)
    with pytest.raises(DecisionConflict, match="future"):
        states.decide(Standing(), asked)


@pytest.mark.parametrize(
    ("left", "back"),
    [
        (Status.OPEN, Status.REGRESSED),
        (Status.CLAIMED, Status.STALE),  # claimed while stale
        (Status.NEEDS_WRITER, Status.REGRESSED),
        (Status.RESOLVED, Status.REGRESSED),
        (Status.CLOSED, Status.REGRESSED),
        (Status.DISMISSED, Status.DISMISSED),
        (Status.STALE, Status.STALE),
    ],
)
def test_gone_and_back(left: Status, back: Status) -> None:
    gone = states.missing(standing(left))
    assert gone.status is Status.GONE
    assert states.missing(gone) == gone
    assert states.seen(gone) == Standing(status=back)


def test_an_accepted_risk_comes_back_open_and_outlives_an_absence() -> None:
    accepted = states.decide(Standing(), step(Verdict.DISMISS))
    assert states.effective(accepted, NOW) == accepted
    assert states.effective(accepted, LATER) == Standing()
    assert states.seen(states.missing(accepted)) == accepted
    assert states.decide(accepted, step(Verdict.CONFIRM, at=LATER)).status is Status.NEEDS_WRITER
    for_good = Step(verdict=Verdict.DISMISS, actor="ada", at=NOW)
    assert states.decide(accepted, for_good) == Standing(status=Status.DISMISSED)


def test_closed_while_gone_stays_closed_and_regresses_when_back() -> None:
    closed = states.decide(states.missing(Standing()), step(Verdict.CLOSE))
    assert states.missing(closed) == closed
    assert states.seen(closed).status is Status.REGRESSED


def test_reopened_while_gone_goes_again() -> None:
    reopened = states.decide(states.missing(Standing()), step(Verdict.REOPEN))
    assert states.missing(reopened).status is Status.GONE
    assert states.seen(reopened) == Standing()


def test_undo_after_the_finding_went() -> None:
    before, after = Standing(), Standing(status=Status.DISMISSED)
    assert states.undo(states.missing(after), before, after) == states.missing(before)
    with pytest.raises(DecisionConflict, match="changed since"):
        states.undo(Standing(status=Status.CLOSED), before, after)
