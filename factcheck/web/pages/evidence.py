"""What a claim rests on: its evidence, and what the first and the second reader say of it."""

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Form
from pydantic import BaseModel, ConfigDict, Field, field_validator
from starlette.responses import Response

from factcheck.errors import UnknownFinding
from factcheck.queue import evidence, views
from factcheck.queue.claim_verdicts import ClaimVerdict
from factcheck.queue.roles import Action
from factcheck.web.access import needs
from factcheck.web.desk import AtDesk, Desk
from factcheck.web.flash import Flash
from factcheck.web.words import word

router = APIRouter()


class Stated(BaseModel):
    """The form of a piece of evidence."""

    model_config = ConfigDict(frozen=True)

    source: Annotated[str, Field(max_length=2000)]
    locator: Annotated[str, Field(max_length=500)] = ""
    accessed_on: dt.date | None = None
    archived_url: Annotated[str, Field(max_length=4000)] = ""
    note: Annotated[str, Field(max_length=8000)] = ""
    confidential: bool = False

    @field_validator("accessed_on", mode="before")
    @classmethod
    def _no_date(cls, value: object) -> object:
        return None if value == "" else value


class Read(BaseModel):
    """The form of a verdict; ``again`` is the second reader's, ``seen`` how many were read."""

    model_config = ConfigDict(frozen=True)

    verdict: ClaimVerdict
    note: Annotated[str, Field(max_length=8000)] = ""
    again: bool = False
    seen: Annotated[int | None, Field(ge=0)] = None


@router.get("/findings/{finding}/evidence", dependencies=[needs(Action.READ)])
def evidence_page(desk: AtDesk, finding: int) -> Response:
    """Show the evidence and the verdicts; confidential evidence to those who may read it."""
    seen = desk.may(Action.READ_CONFIDENTIAL)
    record = evidence.record_of(desk.queue, finding, confidential=seen)
    return desk.page(
        "evidence.html",
        item=views.show(desk.queue, finding).item,
        record=record,
        verdicts=tuple(ClaimVerdict),
        withheld=evidence.WITHHELD,
        may_assess=desk.may(Action.ASSESS),
        is_first=record.first_reader is None
        or record.first_reader.casefold() == desk.actor.casefold(),
    )


@router.post("/findings/{finding}/evidence", dependencies=[needs(Action.ASSESS)])
def add(desk: AtDesk, finding: int, form: Annotated[Stated, Form()]) -> Response:
    """Add a piece of evidence."""
    new = evidence.NewEvidence(
        source=form.source.strip(),
        locator=form.locator.strip(),
        accessed_on=form.accessed_on,
        archived_url=form.archived_url.strip() or None,
        note=form.note.strip(),
        confidential=form.confidential,
    )
    page = f"/findings/{finding}/evidence"
    made = evidence.add_evidence(desk.queue, finding, new, desk.by())
    return desk.redirect(page, Flash(text="Noted.", undo=f"{page}/{made.id}/withdraw"))


@router.post("/findings/{finding}/evidence/{number}/withdraw", dependencies=[needs(Action.ASSESS)])
def withdraw(desk: AtDesk, finding: int, number: int) -> Response:
    """Take a piece of evidence back; it stays in the record."""
    evidence_of(desk, finding, number)
    evidence.withdraw_evidence(desk.queue, number, desk.by())
    return desk.redirect(f"/findings/{finding}/evidence", Flash(text="The evidence is withdrawn."))


@router.post("/findings/{finding}/verdict", dependencies=[needs(Action.ASSESS)])
def judge(desk: AtDesk, finding: int, form: Annotated[Read, Form()]) -> Response:
    """Say as first or as second reader whether the claim is right."""
    read = evidence.assess_again if form.again else evidence.assess
    by = desk.by(note=form.note.strip(), seen_version=form.seen)
    made = read(desk.queue, finding, form.verdict, by)
    said = f"{'Second' if made.second else 'First'} reading: {word(made.verdict)}."
    return desk.redirect(f"/findings/{finding}/evidence", Flash(text=said))


def evidence_of(desk: Desk, finding: int, number: int) -> None:
    """Raise UnknownFinding for evidence that is not of this finding."""
    known = evidence.record_of(desk.queue, finding).evidence
    if number not in {each.id for each in known}:
        raise UnknownFinding(f"{number}: no such evidence for finding {finding}")
