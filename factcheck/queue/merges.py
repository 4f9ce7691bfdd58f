"""Duplicate references: a merge, previewed field by field, or "not a duplicate", remembered.

Nothing changes in the article: a merge says what the one reference shall be. Two entries kept
apart are remembered by their folded text, so that every later scan of any article knows them.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from itertools import combinations
from typing import Any

from sqlmodel import Session, col, select

from citations.duplicates import merge as merge_items
from citations.duplicates.apart import entry_key
from citations.item import Item
from factcheck.errors import DecisionConflict, UnknownFinding, UsageError
from factcheck.queue import codec, views
from factcheck.queue.allowed import require
from factcheck.queue.decisions import By
from factcheck.queue.desk_tables import JudgedPairRow, JudgementRow
from factcheck.queue.engine import Queue
from factcheck.queue.items import ListedReference
from factcheck.queue.roles import Action
from factcheck.queue.tables import EventRow

_FIELDS = tuple(field.name for field in fields(Item) if field.name != "extra")
_MOST = 50  # references in one judgement: their pairs are stored


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChoice:
    """A field of a merge: each reference's value, as JSON, and the merged one."""

    name: str
    values: tuple[Any, ...]
    merged: Any
    differs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePreview:
    """What a merge would make of some references; ``fields`` leaves out what none has."""

    references: tuple[ListedReference, ...]
    fields: tuple[FieldChoice, ...]
    item: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A word on references that look alike: ``verdict`` is "merge" or "apart".

    ``members`` are their printed entries, ``item`` the merged item.
    """

    id: int
    verdict: str
    article_id: int
    members: tuple[str, ...]
    item: Item | None
    note: str
    actor: str
    at: dt.datetime
    undone: bool = False


def preview(
    queue: Queue, article: str, ids: tuple[str, ...], chosen: Mapping[str, str] | None = None
) -> MergePreview:
    """Return what a merge of references would be; ``chosen`` names for a field whose value holds.

    Raises UsageError for fewer than two references, or one or a field that is not there.
    """
    found = _named(queue, article, ids)
    items = [one.reference.item for one in found]
    by_id = {one.reference.id: one.reference.item for one in found}
    item = merge_items(items)
    for name, id_ in (chosen or {}).items():
        if name not in _FIELDS or id_ not in by_id:
            raise UsageError(f"{name} of {id_}: no such field or reference in this merge")
        item = replace(item, **{name: getattr(by_id[id_], name)})
    plain = [codec.item_to_json(one) for one in items]
    merged = codec.item_to_json(item)
    choices = []
    for name in _FIELDS:
        values = tuple(one.get(name) for one in plain)
        if any(value is not None for value in values):
            differs = any(value != values[0] for value in values)
            choices.append(
                FieldChoice(name=name, values=values, merged=merged.get(name), differs=differs)
            )
    return MergePreview(references=found, fields=tuple(choices), item=item)


def merge(
    queue: Queue,
    article: str,
    ids: tuple[str, ...],
    by: By,
    chosen: Mapping[str, str] | None = None,
) -> Judgement:
    """Say that references are one work and what it is. Raises UsageError like ``preview``."""
    seen = preview(queue, article, ids, chosen)
    return _judge(queue, article, seen.references, by, seen.item)


def keep_apart(queue: Queue, article: str, ids: tuple[str, ...], by: By) -> Judgement:
    """Say that references are different works; later scans will not take them for one.

    Raises UsageError like ``preview``, and for entries printed alike, which nobody can tell apart.
    """
    found = _named(queue, article, ids)
    if len({entry_key(one.reference.entry.text) for one in found}) < len(found):
        raise UsageError("entries that are printed word for word alike cannot be kept apart")
    return _judge(queue, article, found, by, None)


def undo_judgement(queue: Queue, judgement: int, by: By) -> Judgement:
    """Take a judgement back. Raises UnknownFinding, and DecisionConflict when it has been."""
    with queue.writing_much() as session:
        require(session, by.actor, (Action.MERGE,))
        row = session.get(JudgementRow, judgement)
        if row is None or row.undoes_id is not None:
            raise UnknownFinding(f"{judgement}: no such judgement")
        if row.id in _undone(session):
            raise DecisionConflict(f"judgement {judgement} has been taken back already")
        undoing: dict[str, Any] = {
            "verdict": "undo",
            "members": [],
            "undoes_id": row.id,
            "note": by.note,
        }
        _add(session, undoing | _made(queue, by, row.article_id), "unmerge")
        return _judgement(row, frozenset((judgement,)))


def judgements(queue: Queue, article: str) -> tuple[Judgement, ...]:
    """Return the judgements on an article's references, newest first, the undone ones too."""
    of = views.article(queue, article).id
    statement = select(JudgementRow).where(
        JudgementRow.article_id == of, col(JudgementRow.undoes_id).is_(None)
    )
    with queue.reading() as session:
        undone = _undone(session)
        found = session.exec(statement.order_by(col(JudgementRow.id).desc()))
        return tuple(_judgement(row, undone) for row in found)


def kept_apart(queue: Queue) -> frozenset[tuple[str, str]]:
    """Return all pairs of entry keys that are kept apart now, for the analysis of an article."""
    statement = (
        select(JudgedPairRow.one, JudgedPairRow.other)
        .join(JudgementRow, col(JudgementRow.id) == col(JudgedPairRow.judgement_id))
        .where(JudgementRow.verdict == "apart")
    )
    taken_back = select(JudgementRow.undoes_id).where(col(JudgementRow.undoes_id).is_not(None))
    with queue.reading() as session:
        return frozenset(
            (one, other)
            for one, other in session.exec(statement.where(col(JudgementRow.id).not_in(taken_back)))
        )


def _named(queue: Queue, article: str, ids: tuple[str, ...]) -> tuple[ListedReference, ...]:
    known = {one.reference.id: one for one in views.references(queue, article)}
    missing = [id_ for id_ in ids if id_ not in known]
    if missing:
        raise UsageError(f"{missing[0][:80]}: no such reference in the article's last scan")
    if not 1 < len(set(ids)) <= _MOST:
        raise UsageError(f"name two to {_MOST} references")
    return tuple(known[id_] for id_ in dict.fromkeys(ids))


def _judge(
    queue: Queue, article: str, found: tuple[ListedReference, ...], by: By, item: Item | None
) -> Judgement:
    of = views.article(queue, article).id
    verdict = "apart" if item is None else "merge"
    texts = [one.reference.entry.text for one in found]
    keys = sorted({entry_key(text) for text in texts})
    members = [
        {"id": one.reference.id, "entry": text} for one, text in zip(found, texts, strict=True)
    ]
    with queue.writing_much() as session:
        require(session, by.actor, (Action.MERGE,))
        stated: dict[str, Any] = {"verdict": verdict, "members": members, "note": by.note}
        stated["item"] = None if item is None else codec.item_to_json(item)
        row = _add(session, stated | _made(queue, by, of), verdict)
        for one, other in combinations(keys, 2):
            session.add(JudgedPairRow(judgement_id=row.id or 0, one=one, other=other))
        return _judgement(row, frozenset())


def _made(queue: Queue, by: By, article_id: int) -> dict[str, Any]:
    if not by.actor.strip():
        raise UsageError("a judgement needs somebody's name")
    return {"actor": by.actor, "at": queue.clock(), "article_id": article_id}


def _add(session: Session, values: dict[str, Any], kind: str) -> JudgementRow:
    row = JudgementRow.model_validate(values)
    session.add(row)
    session.flush()
    payload = {"judgement": row.undoes_id or row.id, "note": row.note}
    event = {"at": row.at, "actor": row.actor, "kind": kind, "article_id": row.article_id}
    session.add(EventRow.model_validate(event | {"payload": payload}))
    session.flush()
    return row


def _undone(session: Session) -> frozenset[int]:
    statement = select(JudgementRow.undoes_id).where(col(JudgementRow.undoes_id).is_not(None))
    return frozenset(id_ for id_ in session.exec(statement) if id_ is not None)


def _judgement(row: JudgementRow, undone: frozenset[int]) -> Judgement:
    assert row.id is not None
    return Judgement(
        id=row.id,
        verdict=row.verdict,
        article_id=row.article_id,
        members=tuple(member["entry"] for member in row.members),
        item=None if row.item is None else codec.item_from_json(row.item),
        note=row.note,
        actor=row.actor,
        at=row.at,
        undone=row.id in undone,
    )
