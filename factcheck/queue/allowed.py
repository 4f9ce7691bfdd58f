"""Whether somebody may do something in a queue, asked inside the transaction that does it."""

from sqlmodel import Session, select

from factcheck.errors import NotAllowed
from factcheck.queue.desk_tables import AccountRow
from factcheck.queue.roles import Action, Role, may
from factcheck.queue.tables import storable


def require(session: Session, actor: str, actions: tuple[Action, ...]) -> None:
    """Make sure that an actor may do any one of these actions. Raises NotAllowed.

    A queue without accounts is one person's, who may do everything.
    """
    role = role_of(session, actor)
    if role is not None and not any(may(role, action) for action in actions):
        wanted = " or ".join(action.replace("_", " ") for action in actions)
        raise NotAllowed(f"{actor} is a {role} and may not {wanted}; ask an editor")


def role_of(session: Session, actor: str) -> Role | None:
    """Return an actor's role, None in a queue without accounts. Raises NotAllowed."""
    folded = storable(actor.strip().casefold())
    row = session.exec(select(AccountRow).where(AccountRow.folded == folded)).first()
    if row is None and session.exec(select(AccountRow.id).limit(1)).first() is None:
        return None
    if row is None or not row.active:
        raise NotAllowed(f"{actor} has no active account here; an admin can make one")
    return Role(row.role)
