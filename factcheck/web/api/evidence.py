"""Evidence for a claim and what its readers say, as JSON."""

import datetime as dt
from typing import Annotated, Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from factcheck.queue import evidence
from factcheck.queue.claim_verdicts import ClaimVerdict
from factcheck.queue.roles import Action
from factcheck.reports.plain import plain
from factcheck.web.access import needs
from factcheck.web.api.findings import FindingId
from factcheck.web.desk import AtDesk
from factcheck.web.pages.evidence import evidence_of

router = APIRouter(tags=["evidence"])


class NewEvidence(BaseModel):
    """A piece of evidence; what a ``confidential`` one says is in no export."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: Annotated[str, Field(max_length=2000)]
    locator: Annotated[str, Field(max_length=500)] = ""
    accessed_on: dt.date | None = None
    archived_url: Annotated[str | None, Field(max_length=4000)] = None
    note: Annotated[str, Field(max_length=8000)] = ""
    confidential: bool = False


class NewReading(BaseModel):
    """What a reader says of a claim.

    ``again`` is the second reader's; ``seen`` is how many readings were seen, and more of them are
    a conflict.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    verdict: ClaimVerdict
    note: Annotated[str, Field(max_length=8000)] = ""
    again: bool = False
    seen: Annotated[int | None, Field(ge=0)] = None


@router.get("/findings/{finding}/evidence", dependencies=[needs(Action.READ)])
def record(desk: AtDesk, finding: FindingId) -> dict[str, Any]:
    """Return the evidence and the readings; confidential evidence to those who may read it."""
    seen = desk.may(Action.READ_CONFIDENTIAL)
    return _fields(evidence.record_of(desk.queue, finding, confidential=seen))


@router.post("/findings/{finding}/evidence", dependencies=[needs(Action.ASSESS)])
def add(desk: AtDesk, finding: FindingId, new: NewEvidence) -> dict[str, Any]:
    """Add a piece of evidence."""
    stated = evidence.NewEvidence(**new.model_dump())
    return _fields(evidence.add_evidence(desk.queue, finding, stated, desk.by()))


@router.delete("/findings/{finding}/evidence/{number}", dependencies=[needs(Action.ASSESS)])
def withdraw(desk: AtDesk, finding: FindingId, number: FindingId) -> dict[str, Any]:
    """Take a piece of evidence back; it stays in the record, as withdrawn."""
    evidence_of(desk, finding, number)
    return _fields(evidence.withdraw_evidence(desk.queue, number, desk.by()))


@router.post("/findings/{finding}/verdict", dependencies=[needs(Action.ASSESS)])
def judge(desk: AtDesk, finding: FindingId, reading: NewReading) -> dict[str, Any]:
    """Say as first or as second reader whether the claim is right; 409 for the same reader."""
    read = evidence.assess_again if reading.again else evidence.assess
    by = desk.by(note=reading.note, seen_version=reading.seen)
    return _fields(read(desk.queue, finding, reading.verdict, by))


def _fields(value: object) -> dict[str, Any]:
    made = plain(value)
    assert isinstance(made, dict)
    return made
