"""What can be decided about a finding just now, by whoever is at the desk."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from factcheck.errors import UsageError
from factcheck.queue import decisions
from factcheck.queue.decisions import By
from factcheck.queue.engine import Queue
from factcheck.queue.items import Item, Outcome
from factcheck.queue.roles import Role, may, needed
from factcheck.queue.states import TRANSITIONS, DismissReason, Resolution, Status, Verdict
from factcheck.web.words import word

SNOOZES = ((1, "a day"), (7, "a week"), (30, "a month"), (90, "a quarter"))
"""For how many days a finding can be put off."""

RISKS = ((30, "a month"), (90, "a quarter"), (180, "half a year"), (365, "a year"))
"""For how many days a risk can be accepted; it is open again then."""

_LABELS = {
    Verdict.CONFIRM: "Confirm",
    Verdict.RESOLVE: "Resolve",
    Verdict.SNOOZE: "Put off",
    Verdict.CLAIM: "Claim",
    Verdict.RELEASE: "Give up claim",
    Verdict.SECOND_READ: "Read a second time",
    Verdict.CLOSE: "Close",
    Verdict.REOPEN: "Reopen",
    Verdict.UNDO: "Undo last decision",
}
_PLAIN = {
    Verdict.CONFIRM: decisions.confirm,
    Verdict.CLAIM: decisions.claim,
    Verdict.RELEASE: decisions.release,
    Verdict.SECOND_READ: decisions.second_read,
    Verdict.CLOSE: decisions.close,
    Verdict.REOPEN: decisions.reopen,
    Verdict.UNDO: decisions.undo,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A button: what it sends (``value``), what it says, and the name of its shortcut."""

    value: str
    label: str
    shortcut: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The buttons of a finding. ``dismissals`` are one for each reason."""

    plain: tuple[Choice, ...]
    dismissals: tuple[Choice, ...]
    resolve: Choice | None
    snooze: Choice | None
    aside: tuple[Choice, ...]

    @property
    def any(self) -> bool:
        """Tell whether there is anything to decide."""
        return bool(self.plain or self.dismissals or self.resolve or self.snooze or self.aside)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What somebody chose, read out of a form or a JSON body."""

    verdict: Verdict
    reason: str | None = None
    days: int | None = None

    def make(self, queue: Queue, finding: int, by: By) -> Outcome:
        """Decide; raise what ``factcheck.queue.decisions`` raises."""
        if self.verdict is Verdict.DISMISS:
            reason = DismissReason(self.reason or "")
            return decisions.dismiss(queue, finding, reason, by, until=self._end(queue, reason))
        if self.verdict is Verdict.RESOLVE:
            return decisions.resolve(queue, finding, Resolution(self.reason or ""), by)
        if self.verdict is Verdict.SNOOZE:
            until = queue.clock() + dt.timedelta(days=self.days or SNOOZES[1][0])
            return decisions.snooze(queue, finding, until, by)
        plain: Callable[[Queue, int, By], Outcome] = _PLAIN[self.verdict]
        return plain(queue, finding, by)

    def _end(self, queue: Queue, reason: DismissReason) -> dt.datetime | None:
        if reason is not DismissReason.ACCEPTED_RISK or self.days is None:
            return None
        return queue.clock() + dt.timedelta(days=self.days)

    def __str__(self) -> str:
        return word(self.verdict) + (f": {word(self.reason)}" if self.reason else "")


def chosen(verdict: str, *, reason: str | None = None, days: int | None = None) -> Chosen:
    """Return what a word stands for: "confirm", or "dismiss:detector_wrong" with its reason.

    Raises UsageError for a word, a reason or a number of days that there is not.
    """
    name, _, stated = verdict.partition(":")
    reason = stated or reason or None
    if name not in tuple(Verdict):
        raise UsageError(f"{name!r} is no decision; there are {', '.join(Verdict)}")
    known = {Verdict.DISMISS: DismissReason, Verdict.RESOLVE: Resolution}.get(Verdict(name))
    if known is None:
        reason = None
    elif reason not in tuple(known):
        raise UsageError(f"{word(name)}: give a reason, one of {', '.join(known)}")
    if days is not None and not 1 <= days <= 3650:
        raise UsageError(f"for {days} days; from 1 to 3650")
    return Chosen(verdict=Verdict(name), reason=reason, days=days)


def choices(item: Item, role: Role) -> Choices:
    """Return what a role may decide about a finding as it stands."""
    dismissals = tuple(
        Choice(value=f"dismiss:{reason}", label=word(reason), shortcut=reason.value)
        for reason in DismissReason
        if _can(item, role, Verdict.DISMISS, reason) and not _stands(item, reason)
    )
    plain = [Verdict.CONFIRM, Verdict.SECOND_READ, Verdict.CLOSE]
    aside = [Verdict.CLAIM, Verdict.RELEASE, Verdict.REOPEN, Verdict.UNDO]
    return Choices(
        plain=_buttons(item, role, plain),
        dismissals=dismissals,
        resolve=next(iter(_buttons(item, role, [Verdict.RESOLVE])), None),
        snooze=next(iter(_buttons(item, role, [Verdict.SNOOZE])), None),
        aside=_buttons(item, role, aside),
    )


def _buttons(item: Item, role: Role, verdicts: list[Verdict]) -> tuple[Choice, ...]:
    return tuple(
        Choice(value=verdict.value, label=_LABELS[verdict], shortcut=verdict.value)
        for verdict in verdicts
        if _can(item, role, verdict)
    )


def _can(item: Item, role: Role, verdict: Verdict, reason: str | None = None) -> bool:
    if not any(may(role, action) for action in needed(verdict, reason)):
        return False
    if verdict is Verdict.RELEASE:
        return item.status is Status.CLAIMED
    if verdict is Verdict.UNDO:
        return item.decision is not None
    return item.status in TRANSITIONS[verdict][0]


def _stands(item: Item, reason: DismissReason) -> bool:
    dismissed = item.status is Status.DISMISSED and item.decision is not None
    return dismissed and item.decision is not None and item.decision.reason == reason
