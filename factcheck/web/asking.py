"""What a queue's address asks for: filters, order, page and the finding at hand."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from factcheck.model.finding import Severity
from factcheck.queue.filters import Filter
from factcheck.queue.items import Age
from factcheck.queue.states import NEEDS_WORK, Status
from factcheck.queue.views import Order
from factcheck.web.paths import with_query

ME = "me"
"""Stands for whoever is at the desk in ``assignee``, so that an address can be handed on."""


def _stated(values: Any) -> Any:
    """Drop what a form's empty fields send."""
    if isinstance(values, list):
        return [value for value in values if value != ""]
    return None if values == "" else values


class Standing(StrEnum):
    """Which states are asked for, besides single ones."""

    WAITING = "waiting"  # somebody still has to act
    SETTLED = "settled"  # dismissed, read twice or closed
    ALL = "all"


class Group(StrEnum):
    """What a page's rows stand together by."""

    NONE = "none"
    RULE = "rule"
    ARTICLE = "article"


AGES: Mapping[Age, str] = MappingProxyType(
    {
        Age.DAY: "today",
        Age.WEEK: "this week",
        Age.MONTH: "this month",
        Age.QUARTER: "this quarter",
        Age.OLDER: "older",
    }
)
"""The desk's words for how long ago a finding was first seen."""

_BOUNDS = (
    (Age.DAY, 0, 1),
    (Age.WEEK, 1, 7),
    (Age.MONTH, 7, 30),
    (Age.QUARTER, 30, 90),
    (Age.OLDER, 90, None),
)  # days; the bounds of ``Counts.by_age``


SETTLED = (Status.DISMISSED, Status.SECOND_READ, Status.CLOSED)

_BETWEEN = re.compile(r"[\s,;]+")


def _rules(values: Any) -> Any:
    """Take "CLM001, QUO" for two rules, as one types them into one field."""
    if not isinstance(values, list):
        return values
    return [one for value in values for one in _BETWEEN.split(str(value)) if one]


Words = Annotated[Annotated[str, Field(max_length=200)] | None, BeforeValidator(_stated)]


class Asked(BaseModel):
    """A queue's address: every filter is a part of it, so that it can be kept and handed on.

    ``sure`` is the least confidence; ``at`` the finding being worked on; ``after`` where the page
    begins.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    state: Annotated[list[Status | Standing], BeforeValidator(_stated)] = []
    severity: Annotated[list[Severity], BeforeValidator(_stated)] = []
    rule: Annotated[
        list[Annotated[str, Field(max_length=60)]], Field(max_length=50), BeforeValidator(_rules)
    ] = []
    article: Words = None
    assignee: Words = None
    text: Words = None
    age: Annotated[Age | None, BeforeValidator(_stated)] = None
    sure: Annotated[Annotated[float, Field(ge=0, le=1)] | None, BeforeValidator(_stated)] = None
    order: Order = Order.VALUE
    group: Group = Group.NONE
    after: Words = None
    at: Annotated[Annotated[int, Field(ge=1, lt=2**63)] | None, BeforeValidator(_stated)] = None

    def where(self, *, actor: str, sure: float) -> Filter:
        """Return the filter; ``sure`` is the least confidence where the address states none."""
        least = sure if self.sure is None else self.sure
        newer, older = self._bounds()
        return Filter(
            newer_than=newer,
            older_than=older,
            statuses=self._statuses(),
            rules=tuple(self.rule),
            severities=tuple(self.severity),
            article=self.article,
            text=self.text,
            assignee=actor if self.assignee == ME else self.assignee,
            min_confidence=least,
        )

    def pairs(self, **changes: Any) -> list[tuple[str, object]]:
        """Return the address's query with some parts changed; None takes a part out."""
        stated = self.model_dump() | changes
        found: list[tuple[str, object]] = []
        for name, value in stated.items():
            if value == type(self).model_fields[name].default:
                continue
            each: Iterable[object] = value if isinstance(value, list | tuple) else [value]
            found.extend((name, one) for one in each if one is not None)
        return found

    def path(self, **changes: Any) -> str:
        """Return the queue's address with some parts changed; another filter begins anew."""
        return with_query("/queue", self.pairs(**changes))

    def filtered(self, **changes: Any) -> str:
        """Return the address of another filter: its first page, with nothing in hand."""
        return self.path(**({"after": None, "at": None} | changes))

    def _bounds(self) -> tuple[dt.timedelta | None, dt.timedelta | None]:
        for age, least, most in _BOUNDS:
            if age is self.age:
                newer = None if most is None else dt.timedelta(days=most)
                return newer, dt.timedelta(days=least) if least else None
        return None, None

    def _statuses(self) -> tuple[Status, ...]:
        if Standing.ALL in self.state:
            return ()
        single = tuple(one for one in self.state if isinstance(one, Status))
        settled = SETTLED if Standing.SETTLED in self.state else ()
        waiting = NEEDS_WORK if Standing.WAITING in self.state or not (single or settled) else ()
        return tuple(dict.fromkeys((*waiting, *settled, *single)))
