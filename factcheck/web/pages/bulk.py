"""One decision about every finding of a filter: counted first, made at once, undone at once."""

import datetime as dt
import secrets
from typing import Annotated

from fastapi import APIRouter, Form, Path, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from factcheck.queue import bulk
from factcheck.queue.bulk import BulkStep
from factcheck.queue.items import Item
from factcheck.queue.lists import list_findings
from factcheck.queue.roles import Action
from factcheck.queue.states import DismissReason, Resolution, Verdict
from factcheck.web.access import needs
from factcheck.web.asking import Asked
from factcheck.web.choices import SNOOZES, Chosen, chosen
from factcheck.web.desk import AtDesk, Desk
from factcheck.web.flash import Flash
from factcheck.web.narrowing import chips, tabs

router = APIRouter()

_SHOWN = 8
"""Findings of a batch that are shown before it is made: enough to see what it would be."""


class Step(BaseModel):
    """The form: what to decide and, once it was counted, how many findings that may change."""

    model_config = ConfigDict(frozen=True)

    choice: Annotated[str, Field(max_length=60)]
    note: Annotated[str, Field(max_length=4000)] = ""
    days: Annotated[int, Field(ge=1, le=3650)] = 7
    expected: int | None = None
    key: Annotated[str | None, Field(max_length=80)] = None


@router.get("/bulk", dependencies=[needs(Action.BULK)])
def bulk_page(desk: AtDesk, asked: Annotated[Asked, Query()]) -> Response:
    """Ask what to decide about everything that a filter shows."""
    return _page(desk, asked, None, None)


@router.post("/bulk", dependencies=[needs(Action.BULK)])
def decide(
    desk: AtDesk, asked: Annotated[Asked, Query()], form: Annotated[Step, Form()]
) -> Response:
    """Count what a decision would change; with that count stated, make it."""
    what = chosen(form.choice, days=form.days)
    by = desk.by(note=form.note.strip(), key=form.key)
    where = asked.where(actor=desk.actor, sure=desk.settings.settings.lint.min_confidence)
    done = bulk.bulk(desk.queue, where, _step(desk, what, form), by, dry_run=form.expected is None)
    if form.expected is None:
        return _page(desk, asked, form, done)
    left = f" {len(done.refused)} were left as they are." if done.refused else ""
    number = len(done.changed)
    said = f"{number} finding{'s' if number != 1 else ''}: {what}.{left}"
    undo = None if done.id is None else f"/bulk/{done.id}/undo"
    return desk.redirect(asked.filtered(), Flash(text=said, undo=undo))


@router.post("/bulk/{batch}/undo", dependencies=[needs(Action.BULK)])
def undo(desk: AtDesk, batch: Annotated[int, Path(ge=1, lt=2**63)]) -> Response:
    """Take a whole batch back, but for what others have changed since."""
    taken = bulk.undo_batch(desk.queue, batch, desk.by())
    left = f" {len(taken.left)} were changed since and are left." if taken.left else ""
    return desk.redirect("/queue", Flash(text=f"Taken back for {len(taken.undone)}.{left}"))


def _step(desk: Desk, what: Chosen, form: Step) -> BulkStep:
    until = desk.now + dt.timedelta(days=form.days) if what.verdict is Verdict.SNOOZE else None
    return BulkStep(verdict=what.verdict, reason=what.reason, until=until, expected=form.expected)


def _some(desk: Desk, asked: Asked) -> tuple[Item, ...]:
    where = asked.where(actor=desk.actor, sure=desk.settings.settings.lint.min_confidence)
    return list_findings(desk.queue, where, limit=_SHOWN).items


def _page(desk: Desk, asked: Asked, form: Step | None, counted: bulk.Batch | None) -> Response:
    return desk.page(
        "bulk.html",
        asked=asked,
        form=form,
        counted=counted,
        some=() if counted is None else _some(desk, asked),
        tabs=tabs(asked),
        chips=chips(asked),
        key=secrets.token_urlsafe(12),
        reasons=tuple(DismissReason),
        resolutions=tuple(Resolution),
        snoozes=SNOOZES,
    )
