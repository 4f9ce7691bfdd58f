"""The desk's tables: people, saved views, batches, evidence, readings of claims, duplicates.

``evidence``, ``assessment``, ``judgement`` and ``batch`` are append-only, like decisions.
"""

import datetime as dt
from typing import Any, ClassVar

from pydantic import AwareDatetime
from sqlalchemy import JSON, CheckConstraint, Index
from sqlalchemy.schema import SchemaItem, UniqueConstraint
from sqlmodel import Field

from factcheck.queue.claim_verdicts import ClaimVerdict
from factcheck.queue.roles import Role
from factcheck.queue.states import Verdict
from factcheck.queue.tables import METADATA, Bytewise, Table, Text, UtcTime, one_of

__all__ = [
    "METADATA",
    "AccountRow",
    "AssessmentRow",
    "BatchMemberRow",
    "BatchRow",
    "EvidenceRow",
    "JudgedPairRow",
    "JudgementRow",
    "LoginFailureRow",
    "LoginRow",
    "SavedViewRow",
]

JUDGEMENTS = ("merge", "apart", "undo")
"""What an editor says of references that look like duplicates."""


class AccountRow(Table, table=True):
    """Somebody who may work at the desk. ``folded`` is the name in lower case."""

    __tablename__ = "account"
    __table_args__: ClassVar[tuple[SchemaItem, ...]] = (one_of("role", Role),)

    id: int | None = Field(default=None, primary_key=True)
    name: Text = Field(min_length=1)
    folded: Text = Field(min_length=1, unique=True, sa_type=Bytewise)
    role: str
    password_hash: str = Field(min_length=1)
    active: bool = True
    created: AwareDatetime = Field(sa_type=UtcTime)


class LoginRow(Table, table=True):
    """A session of the desk; only its token's hash is kept."""

    __tablename__ = "login"

    id: int | None = Field(default=None, primary_key=True)
    token_sha256: str = Field(min_length=64, max_length=64, unique=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    created: AwareDatetime = Field(sa_type=UtcTime)
    expires: AwareDatetime = Field(sa_type=UtcTime)
    revoked: AwareDatetime | None = Field(default=None, sa_type=UtcTime)


class LoginFailureRow(Table, table=True):
    """A failed login. Name and client are hashed: people type passwords into the wrong field."""

    __tablename__ = "login_failure"
    __table_args__: ClassVar[tuple[SchemaItem, ...]] = (
        Index(None, "name_sha256", "at"),
        Index(None, "client_sha256", "at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    name_sha256: str = Field(min_length=64, max_length=64)
    client_sha256: str = Field(min_length=64, max_length=64)
    at: AwareDatetime = Field(sa_type=UtcTime)


class SavedViewRow(Table, table=True):
    """A list's filter under a name; ``query`` is the query string of its address."""

    __tablename__ = "saved_view"
    __table_args__: ClassVar[tuple[SchemaItem, ...]] = (UniqueConstraint("owner", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    name: Text = Field(min_length=1, sa_type=Bytewise)
    owner: Text = Field(min_length=1, sa_type=Bytewise)
    query: Text
    shared: bool = False
    at: AwareDatetime = Field(sa_type=UtcTime)


class BatchRow(Table, table=True):
    """One verdict on many findings. ``filter`` says in JSON which were meant."""

    __tablename__ = "batch"
    __table_args__: ClassVar[tuple[SchemaItem, ...]] = (one_of("verdict", Verdict),)

    id: int | None = Field(default=None, primary_key=True)
    verdict: str
    reason: str | None = None
    note: Text = ""
    filter: dict[str, Any] = Field(sa_type=JSON)
    actor: Text = Field(min_length=1)
    at: AwareDatetime = Field(sa_type=UtcTime)
    key: Text | None = Field(default=None, unique=True)
    undoes_id: int | None = Field(default=None, foreign_key="batch.id", index=True)


class BatchMemberRow(Table, table=True):
    """One decision of a batch."""

    __tablename__ = "batch_member"

    decision_id: int = Field(foreign_key="decision.id", primary_key=True)
    batch_id: int = Field(foreign_key="batch.id", index=True)


class EvidenceRow(Table, table=True):
    """What speaks for or against a claim; a row that ``withdraws`` another takes it back."""

    __tablename__ = "evidence"
    __table_args__: ClassVar[tuple[SchemaItem, ...]] = (
        CheckConstraint(
            "(withdraws_id IS NULL) = (length(source) > 0)", name="source_or_withdraws"
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    finding_id: int = Field(foreign_key="finding.id", index=True)
    source: Text = ""
    locator: Text = ""
    accessed_on: dt.date | None = None
    archived_url: Text | None = None
    note: Text = ""
    confidential: bool = False
    actor: Text = Field(min_length=1)
    at: AwareDatetime = Field(sa_type=UtcTime)
    withdraws_id: int | None = Field(default=None, foreign_key="evidence.id", unique=True)


class AssessmentRow(Table, table=True):
    """A reader's verdict on a claim. ``answers_id`` is the first reading that a second answers."""

    __tablename__ = "assessment"
    __table_args__: ClassVar[tuple[SchemaItem, ...]] = (one_of("verdict", ClaimVerdict),)

    id: int | None = Field(default=None, primary_key=True)
    finding_id: int = Field(foreign_key="finding.id", index=True)
    verdict: str
    note: Text = ""
    actor: Text = Field(min_length=1)
    at: AwareDatetime = Field(sa_type=UtcTime)
    answers_id: int | None = Field(default=None, foreign_key="assessment.id", index=True)


class JudgementRow(Table, table=True):
    """An editor's word on references that look alike: one work, or not.

    ``members`` are the printed entries, ``item`` the merged item.
    """

    __tablename__ = "judgement"
    __table_args__: ClassVar[tuple[SchemaItem, ...]] = (
        one_of("verdict", JUDGEMENTS),
        CheckConstraint("(verdict = 'undo') = (undoes_id IS NOT NULL)", name="undoes"),
    )

    id: int | None = Field(default=None, primary_key=True)
    verdict: str
    article_id: int = Field(foreign_key="article.id", index=True)
    members: list[dict[str, str]] = Field(sa_type=JSON)
    item: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    note: Text = ""
    actor: Text = Field(min_length=1)
    at: AwareDatetime = Field(sa_type=UtcTime)
    undoes_id: int | None = Field(default=None, foreign_key="judgement.id", unique=True)


class JudgedPairRow(Table, table=True):
    """Two entries of a judgement, each by the hash of its folded text, in sorted order."""

    __tablename__ = "judged_pair"

    judgement_id: int = Field(foreign_key="judgement.id", primary_key=True)
    one: str = Field(min_length=64, max_length=64, primary_key=True, index=True)
    other: str = Field(min_length=64, max_length=64, primary_key=True)
