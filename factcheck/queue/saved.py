"""Saved views: a list's filter under a name, for oneself or for the whole desk."""

import datetime as dt
from dataclasses import dataclass

from sqlmodel import col, or_, select

from factcheck.errors import NotAllowed, UnknownFinding, UsageError
from factcheck.queue.allowed import require, role_of
from factcheck.queue.decisions import By
from factcheck.queue.desk_tables import SavedViewRow
from factcheck.queue.engine import Queue
from factcheck.queue.roles import Action, Role

_LONGEST_NAME, _LONGEST_QUERY = 80, 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A saved view; ``query`` is the query string of the list's address, without "?"."""

    id: int
    name: str
    owner: str
    query: str
    shared: bool
    at: dt.datetime


def save(queue: Queue, name: str, query: str, by: By, *, shared: bool = False) -> SavedView:
    """Keep a view under a name, in place of one's own view of that name. Raises UsageError."""
    name = name.strip()
    if not 0 < len(name) <= _LONGEST_NAME or len(query) > _LONGEST_QUERY:
        raise UsageError(f"a view has a name of 1 to {_LONGEST_NAME} characters")
    with queue.writing_much() as session:
        require(session, by.actor, (Action.SHARE_VIEW if shared else Action.SAVE_VIEW,))
        statement = select(SavedViewRow).where(
            SavedViewRow.owner == by.actor, SavedViewRow.name == name
        )
        values = {"name": name, "owner": by.actor, "query": query, "shared": shared}
        new = SavedViewRow.model_validate(values | {"at": queue.clock()})
        row = session.exec(statement).first()
        if row is None:
            row = new
        else:
            row.query, row.shared, row.at = new.query, new.shared, new.at
        session.add(row)
        session.flush()
        return _view(row)


def visible_to(queue: Queue, actor: str) -> tuple[SavedView, ...]:
    """Return one's own views and the shared ones, by name."""
    statement = select(SavedViewRow).where(
        or_(col(SavedViewRow.owner) == actor, col(SavedViewRow.shared))
    )
    with queue.reading() as session:
        found = session.exec(statement.order_by(col(SavedViewRow.name), col(SavedViewRow.id)))
        return tuple(_view(row) for row in found)


def remove(queue: Queue, view: int, by: By) -> None:
    """Remove one's own view; an admin removes any. Raises UnknownFinding and NotAllowed."""
    with queue.writing_much() as session:
        role = role_of(session, by.actor)
        row = session.get(SavedViewRow, view)
        if row is None:
            raise UnknownFinding(f"{view}: no such view")
        if row.owner != by.actor and role is not Role.ADMIN:
            raise NotAllowed(f"the view is {row.owner}'s")
        session.delete(row)


def _view(row: SavedViewRow) -> SavedView:
    assert row.id is not None
    return SavedView(
        id=row.id, name=row.name, owner=row.owner, query=row.query, shared=row.shared, at=row.at
    )
