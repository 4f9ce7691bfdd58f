"""The queue's tables.

A table model does not validate when it is called, so rows are made by ``model_validate`` and the
database checks again. ``decision`` and ``event`` are append-only: triggers in the migrations
refuse UPDATE and DELETE.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Annotated, Any, ClassVar

from pydantic import AwareDatetime, BeforeValidator
from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    DateTime,
    Dialect,
    Index,
    Integer,
    MetaData,
    String,
    text,
)
from sqlalchemy.schema import SchemaItem, UniqueConstraint
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

from factcheck.model.finding import Severity
from factcheck.queue.states import DismissReason, Resolution, Status, Verdict

SCHEMA = "0005"
"""The newest migration: what an open queue must be at."""

APPLICATION_ID = 0x46434451
"""Marks a SQLite file as a review queue ("FCDQ" in its header)."""

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

EVENT_KINDS = (
    *(verdict.value for verdict in Verdict),
    *("refused", "found", "missing", "back"),
    *("evidence", "withdraw", "assess", "merge", "apart", "unmerge"),
)
"""What an event may record; see ``items.Event``."""


class UtcTime(TypeDecorator[dt.datetime]):
    """An aware time, stored as UTC; SQLite keeps no offset, so it is put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self,
        value: dt.datetime | None,
        dialect: Dialect,  # noqa: ARG002 -- the signature is SQLAlchemy's
    ) -> dt.datetime | None:
        """Refuse a naive time and turn any other to UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without a zone: {value}")
        return value.astimezone(dt.UTC)

    def process_result_value(
        self,
        value: dt.datetime | None,
        dialect: Dialect,  # noqa: ARG002 -- the signature is SQLAlchemy's
    ) -> dt.datetime | None:
        """Return the time as aware UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


def storable(text: object) -> object:
    """Replace what a database cannot hold (NUL, lone surrogates) by U+FFFD, one for one.

    The length stays, so offsets stay true. What is not a string is returned as it is.
    """
    if not isinstance(text, str) or (text.isascii() and "\x00" not in text):
        return text
    return "".join(
        "\ufffd" if char == "\x00" or "\ud800" <= char <= "\udfff" else char for char in text
    )


Text = Annotated[str, BeforeValidator(storable)]


class Bytewise(TypeDecorator[str]):
    """A text that is sorted and compared byte by byte, as SQLite does and a server may not."""

    impl = String
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        """Return the type with PostgreSQL's "C" collation there."""
        collation = "C" if dialect.name == "postgresql" else None
        return dialect.type_descriptor(String(collation=collation))


def one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    """Return the constraint that a column holds one of these values."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


class Table(SQLModel):
    """The base of the queue's tables."""

    metadata: ClassVar[MetaData] = METADATA


class ArticleRow(Table, table=True):
    """An article over all its scans."""

    __tablename__ = "article"

    id: int | None = Field(default=None, primary_key=True)
    key: Text = Field(unique=True, min_length=1, sa_type=Bytewise)
    url: Text | None = None
    title: Text | None = None
    language: Text | None = None


class SnapshotRow(Table, table=True):
    """A document's bytes and the text read out of them, zlib-compressed; shared by scans."""

    __tablename__ = "snapshot"
    __table_args__: ClassVar[tuple[SchemaItem, ...]] = (
        UniqueConstraint("sha256", "text_sha256", "media_type", "charset"),
    )

    id: int | None = Field(default=None, primary_key=True)
    sha256: str = Field(min_length=64, max_length=64)
    text_sha256: str = Field(min_length=64, max_length=64)
    media_type: Text = ""
    charset: Text = ""
    body: bytes
    text: bytes


class ScanRow(Table, table=True):
    """One recorded lint. ``references_from`` is the scan that holds this one's reference rows."""

    __tablename__ = "scan"
    __table_args__: ClassVar[tuple[SchemaItem, ...]] = (one_of("outcome", ("complete", "partial")),)

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id", index=True)
    snapshot_id: int = Field(foreign_key="snapshot.id", index=True)
    target: Text
    fetched_at: AwareDatetime | None = Field(default=None, sa_type=UtcTime)
    tool_version: Text
    rules_hash: str
    config_hash: str
    references_hash: str
    references_from: int | None = Field(default=None, foreign_key="scan.id")
    actor: Text = Field(min_length=1)
    started: AwareDatetime = Field(sa_type=UtcTime)
    finished: AwareDatetime = Field(sa_type=UtcTime)
    outcome: str
    skipped: list[dict[str, str]] = Field(sa_type=JSON)


class ReferenceRow(Table, table=True):
    """One printed reference as a scan parsed it."""

    __tablename__ = "reference"
    __table_args__: ClassVar[tuple[SchemaItem, ...]] = (
        UniqueConstraint("scan_id", "position"),
        CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence"),
    )

    id: int | None = Field(default=None, primary_key=True)
    scan_id: int = Field(foreign_key="scan.id", index=True)
    position: int = Field(ge=0)
    reference: Text
    raw: Text
    item: dict[str, Any] = Field(sa_type=JSON)
    detail: dict[str, Any] = Field(sa_type=JSON)
    confidence: float = Field(ge=0, le=1)
    citation_key: Text | None = None
    cluster: int | None = None


_FILTERED = ("code", "severity", "confidence", "first_seen", "until")
"""What lists filter and count by, kept in their indexes so that they need not read the rows."""

_ENDS = text("until IS NOT NULL")
_FINDING_VERSION: Column[int] = Column("version", Integer, nullable=False)


class FindingRow(Table, table=True):
    """A finding over all scans; its standing is a projection of events (``projection``)."""

    __tablename__ = "finding"
    __table_args__: ClassVar[tuple[SchemaItem, ...]] = (
        UniqueConstraint("article_id", "fingerprint"),
        one_of("severity", Severity),
        one_of("status", Status),
        one_of("resume", Status),
        CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence"),
        CheckConstraint("span_start <= span_end AND span_start >= 0", name="span"),
        CheckConstraint(
            "CASE WHEN status IN ('claimed', 'snoozed') THEN until IS NOT NULL "
            "ELSE until IS NULL OR status IN ('dismissed', 'gone') END",
            name="until_when_held",
        ),
        CheckConstraint(
            "(status = 'claimed') = (assignee IS NOT NULL)", name="assignee_when_claimed"
        ),
        # One serves lists by value, with everything a filter asks for, and the counts.
        Index("ix_finding_by_value", "status", text("value DESC"), "id", *_FILTERED),
        Index("ix_finding_by_rule", "code", "status", text("value DESC"), "id", *_FILTERED[1:]),
        Index("ix_finding_until", "until", sqlite_where=_ENDS, postgresql_where=_ENDS),
        Index(None, "status", "id", "until"),
        Index(None, "article_id", "span_start", "id"),
    )
    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": _FINDING_VERSION}

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id")
    fingerprint: str = Field(min_length=1, index=True, sa_type=Bytewise)
    code: str = Field(min_length=1, sa_type=Bytewise)
    name: str
    severity: str
    confidence: float = Field(ge=0, le=1)
    value: float = Field(ge=0)
    message: Text
    fix: Text | None = None
    subject: Text = ""
    exact: Text
    prefix: Text = ""
    suffix: Text = ""
    sentence: Text = ""
    words: Text = ""
    span_start: int | None = None
    span_end: int | None = None
    paragraph: int | None = None
    related: list[list[int]] = Field(sa_type=JSON)
    status: str
    resume: str | None = None
    until: AwareDatetime | None = Field(default=None, sa_type=UtcTime)
    assignee: Text | None = Field(default=None, index=True)
    present: bool = True
    version: int | None = Field(default=None, sa_column=_FINDING_VERSION)
    supersedes_id: int | None = Field(default=None, foreign_key="finding.id", index=True)
    first_seen: AwareDatetime = Field(sa_type=UtcTime)
    first_scan_id: int = Field(foreign_key="scan.id")
    last_scan_id: int = Field(foreign_key="scan.id", index=True)


class DecisionRow(Table, table=True):
    """An editor's verdict. ``key`` makes a repeated submission harmless."""

    __tablename__ = "decision"
    __table_args__: ClassVar[tuple[SchemaItem, ...]] = (
        one_of("verdict", Verdict),
        one_of("reason", (*DismissReason, *Resolution)),
        CheckConstraint("(verdict = 'undo') = (undoes_id IS NOT NULL)", name="undoes"),
        CheckConstraint(
            "(verdict IN ('dismiss', 'resolve')) = (reason IS NOT NULL)", name="reason_needed"
        ),
        CheckConstraint("length(actor) > 0", name="actor"),
    )

    id: int | None = Field(default=None, primary_key=True)
    finding_id: int = Field(foreign_key="finding.id", index=True)
    verdict: str
    reason: str | None = None
    note: Text = ""
    until: AwareDatetime | None = Field(default=None, sa_type=UtcTime)
    actor: Text = Field(min_length=1)
    at: AwareDatetime = Field(sa_type=UtcTime)
    undoes_id: int | None = Field(default=None, foreign_key="decision.id", unique=True)
    key: Text | None = Field(default=None, unique=True)


class EventRow(Table, table=True):
    """One line of the audit log. ``finding_id`` is None where it is about the whole article."""

    __tablename__ = "event"
    __table_args__: ClassVar[tuple[SchemaItem, ...]] = (
        one_of("kind", EVENT_KINDS),
        one_of("from_status", Status),
        one_of("to_status", Status),
    )

    id: int | None = Field(default=None, primary_key=True)
    at: AwareDatetime = Field(sa_type=UtcTime)
    actor: Text = Field(min_length=1)
    kind: str
    article_id: int = Field(foreign_key="article.id", index=True)
    finding_id: int | None = Field(default=None, foreign_key="finding.id", index=True)
    scan_id: int | None = Field(default=None, foreign_key="scan.id", index=True)
    decision_id: int | None = Field(default=None, foreign_key="decision.id", unique=True)
    from_status: str | None = None
    to_status: str | None = None
    payload: dict[str, Any] = Field(sa_type=JSON)
