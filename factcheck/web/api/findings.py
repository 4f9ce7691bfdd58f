"""Findings as JSON: lists, one in full, its history, and decisions about it."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, ConfigDict, Field

from factcheck.queue import export, insight, views
from factcheck.queue.roles import Action
from factcheck.web.access import needs
from factcheck.web.asking import Asked
from factcheck.web.choices import chosen
from factcheck.web.desk import AtDesk

router = APIRouter(tags=["findings"])

FindingId = Annotated[int, Path(ge=1, lt=2**63)]


class NewDecision(BaseModel):
    """A decision to make. ``version`` is the finding's that it was made on, ``key`` its name.

    A decision with a key that was used is not made twice; one on an older version is refused.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    verdict: Annotated[str, Field(max_length=60)]
    reason: Annotated[str | None, Field(max_length=60)] = None
    days: int | None = None
    note: Annotated[str, Field(max_length=4000)] = ""
    version: int | None = None
    key: str | None = None


@router.get("/findings", dependencies=[needs(Action.READ)])
def findings(
    desk: AtDesk,
    asked: Annotated[Asked, Query()],
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
) -> dict[str, Any]:
    """Return a page of findings; ``next`` is the ``after`` of the next one, null at the end."""
    where = asked.where(actor=desk.actor, sure=0.0)
    page = views.list_findings(desk.queue, where, order=asked.order, limit=limit, after=asked.after)
    return {"findings": [export.as_dict(item) for item in page.items], "next": page.next}


@router.get("/counts", dependencies=[needs(Action.READ)])
def counts(desk: AtDesk, asked: Annotated[Asked, Query()]) -> dict[str, Any]:
    """Return how many findings match, by state, rule, severity and age."""
    found = views.counts(desk.queue, asked.where(actor=desk.actor, sure=0.0))
    return {
        "total": found.total,
        "by_status": dict(found.by_status),
        "by_rule": dict(found.by_rule),
        "by_severity": dict(found.by_severity),
        "by_age": dict(found.by_age),
    }


@router.get("/findings/{finding}", dependencies=[needs(Action.READ)])
def finding(desk: AtDesk, finding: FindingId) -> dict[str, Any]:
    """Return a finding with its decisions and its history, oldest first."""
    detail = views.show(desk.queue, finding)
    return {
        "finding": export.as_dict(detail.item),
        "decisions": [export.as_dict(each) for each in detail.decisions],
        "history": [export.as_dict(each) for each in detail.events],
        "superseded_by": detail.superseded_by,
    }


@router.get("/findings/{finding}/similar", dependencies=[needs(Action.READ)])
def similar(desk: AtDesk, finding: FindingId) -> dict[str, Any]:
    """Return findings of the same rule in like words, nearest first; ``score`` is in per cent."""
    found = insight.similar(desk.queue, finding)
    return {"similar": [{"score": one.score, **export.as_dict(one.item)} for one in found]}


@router.get("/history", dependencies=[needs(Action.READ)])
def history(
    desk: AtDesk,
    after: Annotated[int | None, Query(ge=1, lt=2**63)] = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
    *,
    scans: bool = False,
) -> dict[str, Any]:
    """Return what people did and tried, newest first, and with ``scans`` what scans saw.

    ``next`` is what to give as ``after`` for more, null at the end.
    """
    events = views.history(desk.queue, limit=limit + 1, after=after, scans=scans)
    shown = events[:limit]
    more = shown[-1].id if len(events) > limit else None
    return {"events": [export.as_dict(each) for each in shown], "next": more}


@router.post("/findings/{finding}/decisions", dependencies=[needs(Action.RESOLVE)])
def decide(desk: AtDesk, finding: FindingId, decision: NewDecision) -> dict[str, Any]:
    """Decide about a finding; 409 where somebody was first or its state does not allow it."""
    what = chosen(decision.verdict, reason=decision.reason, days=decision.days)
    by = desk.by(note=decision.note, seen_version=decision.version, key=decision.key)
    outcome = what.make(desk.queue, finding, by)
    return {
        "finding": export.as_dict(outcome.item),
        "decision": export.as_dict(outcome.decision),
        "repeated": outcome.repeated,
    }
