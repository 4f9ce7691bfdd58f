"""A finding's standing, worked out again from what editors decided and what scans saw.

The columns of ``finding`` are a cache of this: the log is the truth. Each event is played through
``states`` anew, so a wrong stored state and a wrong event both show.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session, col, select

from factcheck.queue import states
from factcheck.queue.states import Standing, Status, Step, Verdict
from factcheck.queue.tables import DecisionRow, EventRow, FindingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One decision's effect: where the finding stood before it and after it."""

    before: Standing
    after: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """A finding's log played through: where it stands, and each decision's turn by its id."""

    standing: Standing
    turns: dict[int, Turn]
    undone: frozenset[int]

    def in_force(self) -> int | None:
        """Return the id of the last decision that nobody has taken back."""
        return max((id_ for id_ in self.turns if id_ not in self.undone), default=None)


def replay(log: Iterable[tuple[EventRow, DecisionRow | None]]) -> Replay:
    """Play the log of one finding, in the order of its event ids."""
    standing = Standing()
    turns: dict[int, Turn] = {}
    undone: set[int] = set()
    for event, decision in log:
        if decision is not None and decision.id is not None:
            if decision.undoes_id is not None:
                turn = turns[decision.undoes_id]
                standing = states.undo(standing, turn.before, turn.after)
                undone.add(decision.undoes_id)
                continue
            before = standing
            standing = states.decide(before, step_of(decision))
            turns[decision.id] = Turn(before=before, after=standing)
        elif event.kind == "found":
            standing = Standing(status=Status(event.to_status or Status.OPEN))
        elif event.kind == "missing":
            standing = states.missing(standing)
        elif event.kind == "back":
            standing = states.seen(standing)
    return Replay(standing=standing, turns=turns, undone=frozenset(undone))


def step_of(decision: DecisionRow) -> Step:
    """Return a decision as a step of the state machine."""
    return Step(
        verdict=Verdict(decision.verdict),
        actor=decision.actor,
        at=decision.at,
        until=decision.until,
    )


def log_of(session: Session, finding_id: int) -> list[tuple[EventRow, DecisionRow | None]]:
    """Return one finding's events in order, each with its decision if it has one."""
    statement = (
        select(EventRow, DecisionRow)
        .join(DecisionRow, col(EventRow.decision_id) == col(DecisionRow.id), isouter=True)
        .where(EventRow.finding_id == finding_id)
        .order_by(col(EventRow.id))
    )
    return list(session.exec(statement).all())


def standing_of(row: FindingRow) -> Standing:
    """Return the stored standing."""
    return Standing(
        status=Status(row.status),
        resume=None if row.resume is None else Status(row.resume),
        until=row.until,
        assignee=row.assignee,
        present=row.present,
    )


def store(row: FindingRow, standing: Standing) -> None:
    """Write a standing into the finding's columns."""
    row.status = standing.status.value
    row.resume = None if standing.resume is None else standing.resume.value
    row.until = standing.until
    row.assignee = standing.assignee
    row.present = standing.present


def differences(session: Session) -> tuple[str, ...]:
    """Return one line for each finding whose stored standing is not what its log says."""
    lines = []
    for row in session.exec(select(FindingRow).order_by(col(FindingRow.id))):
        assert row.id is not None
        derived = replay(log_of(session, row.id)).standing
        stored = standing_of(row)
        if derived != stored:
            lines.append(f"finding {row.id} is stored as {stored} but its log says {derived}")
    return tuple(lines)
