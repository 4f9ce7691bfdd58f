"""One finding: its page, and the form that decides."""

import secrets
from typing import Annotated

from fastapi import APIRouter, Form, Path
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from factcheck.errors import DecisionConflict
from factcheck.queue.conflict import Overtaken
from factcheck.queue.items import Outcome
from factcheck.queue.roles import Action
from factcheck.queue.states import DismissReason, Verdict
from factcheck.web.access import needs
from factcheck.web.choices import Chosen, chosen
from factcheck.web.desk import AtDesk, Desk
from factcheck.web.flash import Flash
from factcheck.web.paths import local_path
from factcheck.web.words import word
from factcheck.web.work import work_on

router = APIRouter()

_TOLD = 5
"""Events that a conflict tells: the newest of what happened since somebody looked."""

FindingId = Annotated[int, Path(ge=1, lt=2**63)]


class Decided(BaseModel):
    """The form of a decision.

    ``days`` is for how long it is put off, ``risk_days`` for how long a risk is accepted.
    ``go`` is where to go afterwards, ``here`` where the form stood; ``version`` the finding's when
    the form was made, ``key`` names the submission so that sending it twice decides once.
    """

    model_config = ConfigDict(frozen=True)

    choice: Annotated[str, Field(max_length=60)]
    note: Annotated[str, Field(max_length=4000)] = ""
    resolution: Annotated[str, Field(max_length=60)] = ""
    days: Annotated[int, Field(ge=1, le=3650)] = 7
    risk_days: Annotated[int, Field(ge=1, le=3650)] = 180
    version: int | None = None
    key: Annotated[str | None, Field(max_length=80)] = None
    go: Annotated[str, Field(max_length=4000)] = ""
    here: Annotated[str, Field(max_length=4000)] = ""


@router.get("/findings/{finding}", dependencies=[needs(Action.READ)])
def finding_page(desk: AtDesk, finding: FindingId) -> Response:
    """Show a finding with its history."""
    here = f"/findings/{finding}"
    key = secrets.token_urlsafe(12)
    work = work_on(desk, finding, here=here, onward=None, back=None, key=key)
    return desk.page("finding.html", work=work)


@router.post("/findings/{finding}/decide", dependencies=[needs(Action.RESOLVE)])
def decide(desk: AtDesk, finding: FindingId, form: Annotated[Decided, Form()]) -> Response:
    """Decide about a finding and go on; where somebody was first, show what they did."""
    risked = form.choice.endswith(DismissReason.ACCEPTED_RISK)
    days = form.risk_days if risked else form.days
    what = chosen(form.choice, reason=form.resolution or None, days=days)
    by = desk.by(note=form.note.strip(), seen_version=form.version, key=form.key)
    here = local_path(form.here, f"/findings/{finding}")
    try:
        outcome = what.make(desk.queue, finding, by)
    except DecisionConflict as conflict:
        return _conflict(desk, finding, form, conflict)
    stays = what.verdict in (Verdict.CLAIM, Verdict.RELEASE, Verdict.UNDO)
    go = here if stays else local_path(form.go, here)
    return desk.redirect(go, _said(outcome, what, here))


def _said(outcome: Outcome, what: Chosen, here: str) -> Flash:
    number = outcome.item.id
    if what.verdict is Verdict.UNDO:
        return Flash(text=f"Taken back: finding {number} is {word(outcome.item.status)} again.")
    text = f"Finding {number}: {what}"
    if what.verdict is Verdict.CLAIM and outcome.item.until is not None:
        text = f"Finding {number} is yours until {outcome.item.until:%H:%M} UTC"
    fields = (("choice", "undo"), ("here", here), ("key", secrets.token_urlsafe(12)))
    return Flash(text=f"{text}.", undo=f"/findings/{number}/decide", fields=fields)


def _conflict(desk: Desk, finding: int, form: Decided, conflict: DecisionConflict) -> Response:
    here = local_path(form.here, f"/findings/{finding}")
    onward = local_path(form.go, "") or None
    key = secrets.token_urlsafe(12)
    work = work_on(desk, finding, here=here, onward=onward, back=None, key=key)
    changed = form.version is not None and form.version != work.detail.item.version
    told = conflict.conflict if isinstance(conflict, Overtaken) else None
    return desk.page(
        "conflict.html",
        status=409,
        work=work,
        form=form,
        because=str(conflict),
        overtaken=changed,
        since=tuple(reversed(told.since))[:_TOLD] if told is not None else (),
        differs=told.differs if told is not None else (),
    )
