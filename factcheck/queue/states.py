"""The states of a finding and what moves it from one to another: pure, no database.

An editor's verdict moves a finding along the line

    open -> claimed (lease) -> needs_writer -> resolved -> second_read -> closed

or aside to ``dismissed`` (reason; a risk is accepted until a day) and ``snoozed`` (until). A scan
sets ``gone`` (no longer in the article), ``regressed`` (in it again) and ``stale`` (a reworded
finding that had a decision). Every state can be left again; ``reopen`` leads back to ``open`` from
anywhere.
"""

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from factcheck.errors import DecisionConflict

LEASE = dt.timedelta(minutes=15)
"""How long a claim holds: long enough to check one sentence, short enough not to block a desk."""

ACCEPTED_FOR = dt.timedelta(days=180)
"""How long a risk is accepted unless a day is named: until somebody has to look at it again."""


class Status(StrEnum):
    """Where a finding stands."""

    OPEN = "open"
    CLAIMED = "claimed"
    NEEDS_WRITER = "needs_writer"
    RESOLVED = "resolved"
    SECOND_READ = "second_read"
    CLOSED = "closed"
    DISMISSED = "dismissed"
    SNOOZED = "snoozed"
    GONE = "gone"
    REGRESSED = "regressed"
    STALE = "stale"


class Verdict(StrEnum):
    """What an editor decides."""

    CLAIM = "claim"
    RELEASE = "release"
    CONFIRM = "confirm"
    DISMISS = "dismiss"
    RESOLVE = "resolve"
    SECOND_READ = "second_read"
    CLOSE = "close"
    SNOOZE = "snooze"
    REOPEN = "reopen"
    UNDO = "undo"


class DismissReason(StrEnum):
    """Why a finding is set aside; the list is closed so that it can be counted per rule."""

    DETECTOR_WRONG = "detector_wrong"
    NOT_CHECKABLE = "not_checkable"  # opinion, or nothing that could be checked
    COMMON_KNOWLEDGE = "common_knowledge"
    OWN_REPORTING = "own_reporting"  # evidence on file, not public
    ATTRIBUTED_NEARBY = "attributed_nearby"
    ACCEPTED_RISK = "accepted_risk"  # for a while: it comes back


class Resolution(StrEnum):
    """What was done about a finding."""

    SOURCE_ADDED = "source_added"
    ATTRIBUTION_ADDED = "attribution_added"
    REWORDED = "reworded"
    CUT = "cut"
    DUPLICATE_MERGED = "duplicate_merged"
    LINK_REPLACED = "link_replaced"
    ARCHIVED_COPY_ADDED = "archived_copy_added"
    RETRACTION_ACKNOWLEDGED = "retraction_acknowledged"


NEEDS_WORK = (
    Status.OPEN,
    Status.CLAIMED,
    Status.NEEDS_WRITER,
    Status.REGRESSED,
    Status.STALE,
)
"""The states in which somebody still has to do something: what a queue lists by default."""

_UNDECIDED = (Status.OPEN, Status.CLAIMED, Status.REGRESSED, Status.STALE, Status.SNOOZED)
_HELD = (Status.CLAIMED, Status.SNOOZED)

LAPSING = (*_HELD, Status.DISMISSED)
"""The states that end by themselves where they have an end."""

TRANSITIONS = MappingProxyType(
    {
        Verdict.CLAIM: (
            frozenset((*_UNDECIDED, Status.NEEDS_WRITER)),
            Status.CLAIMED,
        ),
        Verdict.CONFIRM: (frozenset((*_UNDECIDED, Status.DISMISSED)), Status.NEEDS_WRITER),
        Verdict.DISMISS: (
            frozenset((*_UNDECIDED, Status.NEEDS_WRITER, Status.DISMISSED)),
            Status.DISMISSED,
        ),
        Verdict.RESOLVE: (frozenset((*_UNDECIDED, Status.NEEDS_WRITER)), Status.RESOLVED),
        Verdict.SECOND_READ: (frozenset((Status.RESOLVED, Status.GONE)), Status.SECOND_READ),
        Verdict.CLOSE: (frozenset((Status.SECOND_READ, Status.GONE)), Status.CLOSED),
        Verdict.SNOOZE: (frozenset((*_UNDECIDED, Status.NEEDS_WRITER)), Status.SNOOZED),
        Verdict.REOPEN: (frozenset(Status) - {Status.OPEN}, Status.OPEN),
    }
)
"""For each verdict the states it may be given in and the state it leads to.

``release`` (back to where the claim was made) and ``undo`` (back to before a decision) have no
fixed goal and are not in the table.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a finding stands, in full.

    ``until`` ends a claim's lease, a snooze or an accepted risk; ``resume`` is the state that then
    holds. For a gone finding ``resume`` is the state it left, and ``until`` the end of that one
    where it was accepted. ``assignee`` holds the claim. ``present``
    tells whether the last scan that looked for the finding saw it.
    """

    status: Status = Status.OPEN
    resume: Status | None = None
    until: dt.datetime | None = None
    assignee: str | None = None
    present: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One verdict as it acts on a standing.

    ``until`` is needed by ``claim`` and ``snooze``; ``dismiss`` may have one.
    """

    verdict: Verdict
    actor: str
    at: dt.datetime
    until: dt.datetime | None = None


def effective(standing: Standing, now: dt.datetime) -> Standing:
    """Return the standing with a lapsed lease, snooze or accepted risk taken off."""
    if standing.status in LAPSING and standing.until is not None and standing.until <= now:
        return _settled(standing, standing.resume or Status.OPEN)
    return standing


def decide(standing: Standing, step: Step) -> Standing:
    """Return the standing after a verdict other than ``undo``.

    Raises DecisionConflict, in words, when the state does not allow it or when somebody else
    holds a claim that has not lapsed. ``reopen`` alone goes through another's claim, so that
    nobody can lock a finding for good.
    """
    before = effective(standing, step.at)
    _respect_claim(before, step)
    if step.verdict is Verdict.RELEASE:
        if before.status is not Status.CLAIMED:
            raise DecisionConflict(f"it is {before.status.replace('_', ' ')} and not claimed")
        return _settled(before, before.resume or Status.OPEN)
    allowed, goal = TRANSITIONS[step.verdict]
    if before.status not in allowed:
        raise DecisionConflict(_refusal(before.status, step.verdict))
    if goal not in LAPSING or (goal is Status.DISMISSED and step.until is None):
        return _settled(before, goal)
    if step.until is None or step.until <= step.at:
        raise DecisionConflict(f"{step.verdict} needs a time in the future")
    if goal is Status.DISMISSED:
        return replace(_settled(before, goal), resume=Status.OPEN, until=step.until)
    return replace(
        before,
        status=goal,
        resume=before.resume if before.status in _HELD else before.status,
        until=step.until,
        assignee=step.actor if goal is Status.CLAIMED else None,
    )


def undo(now: Standing, before: Standing, after: Standing) -> Standing:
    """Return the standing with one decision (``before`` to ``after``) taken back.

    A scan that lost the finding since is no obstacle: the finding stays gone and what it left is
    put right. Raises DecisionConflict when something else has moved the finding since.
    """
    if now == after:
        return before
    if now == missing(after):
        return missing(before)
    raise DecisionConflict("it has changed since; reopen it instead")


def missing(standing: Standing) -> Standing:
    """Return the standing after a scan that looked for the finding and did not see it."""
    if standing.status is Status.GONE:
        return replace(standing, present=False)
    if not standing.present and standing.status not in NEEDS_WORK:
        return standing
    left = standing.resume if standing.status in _HELD else standing.status
    end = standing.until if standing.status is Status.DISMISSED else None
    return Standing(status=Status.GONE, resume=left or Status.OPEN, until=end, present=False)


def seen(standing: Standing) -> Standing:
    """Return the standing after a scan that saw the finding.

    A finding that was there all along keeps its state. One that comes back is ``regressed``, with
    three exceptions: a dismissal was about this very text and holds again, to its end if it has
    one; an undecided ``stale`` or reopened finding is what it was.
    """
    if standing.present:
        return standing
    left = standing.resume if standing.status is Status.GONE else standing.status
    keeps = (Status.DISMISSED, Status.STALE)
    reopened = standing.status in (Status.OPEN, *_HELD)
    if reopened:
        return replace(standing, present=True)
    if left not in keeps:
        return Standing(status=Status.REGRESSED)
    resume = None if standing.until is None else Status.OPEN
    return Standing(status=left, resume=resume, until=standing.until)


def _settled(standing: Standing, status: Status) -> Standing:
    return Standing(status=status, present=standing.present)


def _respect_claim(standing: Standing, step: Step) -> None:
    claimed_by_other = standing.status is Status.CLAIMED and standing.assignee != step.actor
    if claimed_by_other and step.verdict is not Verdict.REOPEN:
        until = f"{standing.until:%Y-%m-%d %H:%M} UTC" if standing.until else "further notice"
        raise DecisionConflict(f"{standing.assignee} has claimed it until {until}")


def _refusal(status: Status, verdict: Verdict) -> str:
    verb = verdict.replace("_", " ")
    if verdict is Verdict.REOPEN:
        return "it is open already"
    return f"it is {status.replace('_', ' ')}, which {verb} does not apply to; reopen it first"
