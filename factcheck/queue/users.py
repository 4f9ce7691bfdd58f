"""Who works at the desk: accounts with a role and a password, hashed with Argon2id."""

import datetime as dt
import re
from dataclasses import dataclass

from sqlmodel import Session, col, select

from factcheck.errors import NotAllowed, UsageError
from factcheck.queue.desk_tables import AccountRow
from factcheck.queue.engine import Queue
from factcheck.queue.roles import Role

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_SHORTEST, _LONGEST = 10, 1024  # characters; the upper bound keeps hashing cheap


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """An account, without its password."""

    id: int
    name: str
    role: Role
    active: bool
    created: dt.datetime


def add(queue: Queue, name: str, role: Role, password: str) -> User:
    """Make an account. Raises UsageError for a name that is taken or none, or a bad password.

    Names are 1 to 64 ASCII letters, digits, dots, underscores and hyphens, whatever the case;
    passwords 10 to 1,024 characters.
    """
    if not _NAME.fullmatch(name):
        raise UsageError(f"{name[:80]!r}: a name has 1 to 64 letters, digits, dots or hyphens")
    hashed = hash_of(password)
    with queue.writing_much() as session:
        if row_of(session, name) is not None:
            raise UsageError(f"{name}: there is an account of that name already")
        values = {"name": name, "folded": name.casefold(), "role": role.value}
        row = AccountRow.model_validate(
            values | {"password_hash": hashed, "created": queue.clock()}
        )
        session.add(row)
        session.flush()
        return user(row)


def every(queue: Queue) -> tuple[User, ...]:
    """Return all accounts by name, the switched-off ones too."""
    with queue.reading() as session:
        found = session.exec(select(AccountRow).order_by(col(AccountRow.folded)))
        return tuple(user(row) for row in found)


def exist(queue: Queue) -> bool:
    """Tell whether the queue has any account."""
    with queue.reading() as session:
        return session.exec(select(AccountRow.id).limit(1)).first() is not None


def find(queue: Queue, name: str) -> User:
    """Return the account of a name. Raises NotAllowed where there is none."""
    with queue.reading() as session:
        return user(_known(session, name))


def set_role(queue: Queue, name: str, role: Role) -> User:
    """Change a role. Raises UsageError where no active admin would be left."""
    with queue.writing_much() as session:
        row = _known(session, name)
        _keep_an_admin(session, row, role is Role.ADMIN and row.active)
        row.role = role.value
        session.add(row)
        return user(row)


def set_active(queue: Queue, name: str, *, active: bool) -> User:
    """Switch an account on or off. Raises UsageError where no active admin would be left."""
    with queue.writing_much() as session:
        row = _known(session, name)
        _keep_an_admin(session, row, active and row.role == Role.ADMIN)
        row.active = active
        session.add(row)
        return user(row)


def set_password(queue: Queue, name: str, password: str) -> User:
    """Change a password. Raises UsageError for one that is too short or too long."""
    hashed = hash_of(password)
    with queue.writing_much() as session:
        row = _known(session, name)
        row.password_hash = hashed
        session.add(row)
        return user(row)


def hash_of(password: str) -> str:
    """Return a password's Argon2id hash, by RFC 9106's second recommended settings."""
    if not _SHORTEST <= len(password) <= _LONGEST:
        raise UsageError(f"a password has {_SHORTEST} to {_LONGEST} characters")
    from argon2 import PasswordHasher  # noqa: PLC0415 -- only who logs in or makes accounts pays

    return PasswordHasher().hash(password.encode("utf-8", "surrogatepass"))


def is_password(hashed: str, password: str) -> bool:
    """Tell whether a password is the one that was hashed."""
    if len(password) > _LONGEST:
        return False
    from argon2 import PasswordHasher  # noqa: PLC0415 -- same
    from argon2.exceptions import VerificationError  # noqa: PLC0415 -- same

    try:
        return PasswordHasher().verify(hashed, password.encode("utf-8", "surrogatepass"))
    except VerificationError:
        return False


def row_of(session: Session, name: str) -> AccountRow | None:
    """Return the row of a name, None where there is none."""
    if not _NAME.fullmatch(name):
        return None
    statement = select(AccountRow).where(AccountRow.folded == name.casefold())
    return session.exec(statement).first()


def user(row: AccountRow) -> User:
    """Return an account's row as a user."""
    assert row.id is not None
    return User(
        id=row.id, name=row.name, role=Role(row.role), active=row.active, created=row.created
    )


def _known(session: Session, name: str) -> AccountRow:
    row = row_of(session, name)
    if row is None:
        raise NotAllowed(f"{name[:80]}: no such account")
    return row


def _keep_an_admin(session: Session, row: AccountRow, stays: bool) -> None:  # noqa: FBT001 -- one use
    if stays or row.role != Role.ADMIN or not row.active:
        return
    others = select(AccountRow.id).where(
        AccountRow.role == Role.ADMIN.value, col(AccountRow.active), AccountRow.id != row.id
    )
    if session.exec(others.limit(1)).first() is None:
        raise UsageError(f"{row.name} is the last active admin; make another first")
