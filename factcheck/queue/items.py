"""What leaves the queue: frozen dataclasses, never a table row. Times are aware UTC."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from citations.reference import Reference
from factcheck.model.article import Anchor, Span
from factcheck.model.finding import Severity
from factcheck.queue.states import Status, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRef:
    """An article as the queue knows it; ``key`` identifies it over scans."""

    id: int
    key: str
    url: str | None = None
    title: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One verdict on a finding. ``undone`` tells that a later decision took it back."""

    id: int
    finding_id: int
    verdict: Verdict
    actor: str
    at: dt.datetime
    reason: str | None = None
    note: str = ""
    until: dt.datetime | None = None
    undoes: int | None = None
    undone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One line of the audit log.

    ``kind`` is a verdict, ``refused`` (an attempt that came too late or was not allowed), or what
    a scan saw: ``found``, ``missing``, ``back``. ``payload`` holds what belongs to the kind: reason
    and note of a decision, why an attempt was refused, what a finding supersedes.
    """

    id: int
    at: dt.datetime
    actor: str
    kind: str
    article_id: int
    finding_id: int | None = None
    scan_id: int | None = None
    from_status: Status | None = None
    to_status: Status | None = None
    payload: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A finding in the queue.

    ``status`` has lapsed leases and snoozes taken off. ``value`` is that of
    ``factcheck.model.ranking``, the order of the queue. ``sentence`` is the sentence or entry it
    stands in. ``span`` indexes the text of the article's last scan that saw it. ``decision`` is
    the one in force, None when undecided or undone. ``version`` changes with every change of
    standing: hand it back as ``By.seen_version``. ``supersedes`` is the finding that this one,
    reworded, takes the place of. ``paragraph`` numbers the article's blocks, None outside of them.
    """

    id: int
    fingerprint: str
    article: ArticleRef
    code: str
    name: str
    severity: Severity
    confidence: float
    value: float
    message: str
    fix: str | None
    subject: str
    anchor: Anchor
    span: Span | None
    sentence: str
    related: tuple[Span, ...]
    status: Status
    resume: Status | None
    until: dt.datetime | None
    assignee: str | None
    present: bool
    version: int
    first_seen: dt.datetime
    last_seen: dt.datetime
    supersedes: int | None = None
    decision: Decision | None = None
    paragraph: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some items in order; ``next`` goes on where this page ends, None at the end."""

    items: tuple[Item, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The text around a finding in the snapshot: ``before`` + ``exact`` + ``after``."""

    before: str
    exact: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """Everything about one finding.

    ``earlier`` are the findings that it takes the place of, nearest first, each with the decision
    that was in force; ``superseded_by`` is the finding that took its place.
    """

    item: Item
    context: Context | None
    decisions: tuple[Decision, ...]
    events: tuple[Event, ...]
    earlier: tuple[Item, ...] = ()
    superseded_by: int | None = None


class Age(StrEnum):
    """How long ago a scan first saw a finding: less than a day, week, month, quarter, or older."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    OLDER = "older"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many findings, and how many of each; rules in falling order, the rest in their own.

    Not ``whole`` where counting was broken off: there are more than these.
    """

    total: int
    whole: bool = True
    by_status: tuple[tuple[Status, int], ...] = ()
    by_rule: tuple[tuple[str, int], ...] = ()
    by_severity: tuple[tuple[Severity, int], ...] = ()
    by_age: tuple[tuple[Age, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanRef:
    """One recorded scan."""

    id: int
    article: ArticleRef
    at: dt.datetime
    tool_version: str
    outcome: str
    skipped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedReference:
    """A reference with its citation key and the number of its duplicate cluster, if any."""

    reference: Reference
    citation_key: str | None = None
    cluster: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanSummary:
    """What a scan changed.

    ``new`` were never seen before; ``kept`` were there and are; ``gone`` are no longer there;
    ``regressed`` are back after having been gone; ``returned`` are back and stand as they did
    (dismissed, stale, reopened); ``stale`` are reworded and had a decision. ``present`` is the
    sum of all but ``gone``. ``unchanged`` tells that the document is the one scanned last.
    """

    scan_id: int
    article: ArticleRef
    new: int = 0
    kept: int = 0
    gone: int = 0
    regressed: int = 0
    returned: int = 0
    stale: int = 0
    unchanged: bool = False

    @property
    def present(self) -> int:
        """The findings that the article has now."""
        return self.new + self.kept + self.regressed + self.returned + self.stale


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A decision made. ``repeated`` tells that its key had been used: nothing was done twice."""

    item: Item
    decision: Decision
    repeated: bool = False
