"""Decisions about many findings at once, and saved views, as JSON."""

import datetime as dt
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, ConfigDict, Field

from factcheck.queue import bulk, saved
from factcheck.queue.bulk import BulkStep
from factcheck.queue.roles import Action
from factcheck.queue.states import Verdict
from factcheck.reports.plain import plain
from factcheck.web.access import needs
from factcheck.web.asking import Asked
from factcheck.web.choices import chosen
from factcheck.web.desk import AtDesk
from factcheck.web.pages.views import kept_query, may_share

router = APIRouter(tags=["many"])

RowId = Annotated[int, Path(ge=1, lt=2**63)]


class Batch(BaseModel):
    """A decision about every finding of a filter; the filter is the address's query.

    Without ``expected`` nothing is decided and the findings are counted; with it the decision is
    made if that many match. A batch with a ``key`` that was used is not made twice.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    verdict: Annotated[str, Field(max_length=60)]
    reason: Annotated[str | None, Field(max_length=60)] = None
    days: Annotated[int, Field(ge=1, le=3650)] = 7
    note: Annotated[str, Field(max_length=4000)] = ""
    expected: Annotated[int | None, Field(ge=0)] = None
    key: Annotated[str | None, Field(max_length=80)] = None


class NewView(BaseModel):
    """A view to keep: a name, the query string of the queue, whether the desk shares it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str, Field(max_length=200)]
    query: Annotated[str, Field(max_length=4000)] = ""
    shared: bool = False


@router.post("/bulk", dependencies=[needs(Action.BULK)])
def decide(desk: AtDesk, asked: Annotated[Asked, Query()], batch: Batch) -> dict[str, Any]:
    """Count, or decide about, everything that matches; ``id`` is what undo takes."""
    what = chosen(batch.verdict, reason=batch.reason, days=batch.days)
    until = desk.now + dt.timedelta(days=batch.days) if what.verdict is Verdict.SNOOZE else None
    step = BulkStep(verdict=what.verdict, reason=what.reason, until=until, expected=batch.expected)
    where = asked.where(actor=desk.actor, sure=0.0)
    by = desk.by(note=batch.note, key=batch.key)
    return _fields(bulk.bulk(desk.queue, where, step, by, dry_run=batch.expected is None))


@router.post("/bulk/{batch}/undo", dependencies=[needs(Action.BULK)])
def undo(desk: AtDesk, batch: RowId) -> dict[str, Any]:
    """Take a batch back, but for what others have changed since."""
    return _fields(bulk.undo_batch(desk.queue, batch, desk.by()))


@router.get("/views", dependencies=[needs(Action.READ)])
def views(desk: AtDesk) -> dict[str, Any]:
    """Return one's own saved views and the shared ones."""
    return {"views": [plain(each) for each in saved.visible_to(desk.queue, desk.actor)]}


@router.post("/views", dependencies=[needs(Action.SAVE_VIEW)])
def keep(desk: AtDesk, view: NewView) -> dict[str, Any]:
    """Keep a filter under a name."""
    may_share(desk, shared=view.shared)
    query = kept_query(view.query)
    return _fields(saved.save(desk.queue, view.name, query, desk.by(), shared=view.shared))


@router.delete("/views/{view}", dependencies=[needs(Action.SAVE_VIEW)])
def forget(desk: AtDesk, view: RowId) -> dict[str, Any]:
    """Forget a view."""
    saved.remove(desk.queue, view, desk.by())
    return {"removed": view}


def _fields(value: object) -> dict[str, Any]:
    made = plain(value)
    assert isinstance(made, dict)
    return made
