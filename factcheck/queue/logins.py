"""Sessions of the desk: logging in, slowly for who guesses; only a token's hash is stored."""

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass
from functools import cache

from sqlalchemy import func
from sqlmodel import Session, col, select

from factcheck.errors import LoginRefused
from factcheck.queue import users
from factcheck.queue.desk_tables import AccountRow, LoginFailureRow, LoginRow
from factcheck.queue.engine import Queue
from factcheck.queue.users import User

LIFETIME = dt.timedelta(hours=12)
"""How long a session lasts without being used: a working day."""

WINDOW = dt.timedelta(minutes=15)
"""How long a failed login counts (NIST SP 800-63B asks for a limit on guesses)."""

_PER_NAME, _PER_CLIENT = 5, 20  # failures in the window before waiting is asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """A new session. ``token`` is the secret for the cookie; it is stored nowhere."""

    token: str
    user: User
    expires: dt.datetime


def log_in(queue: Queue, name: str, password: str, *, client: str = "") -> Login:
    """Open a session. ``client`` tells visitors apart, by address. Raises LoginRefused.

    The refusal does not tell which of name and password was wrong, nor does its time.
    """
    now = queue.clock()
    names, clients = _digest(name.strip().casefold()), _digest(client)
    with queue.reading() as session:
        _throttle(session, names, clients, now)
        row = users.row_of(session, name.strip())
    hashed = row.password_hash if row is not None else _nobody()
    right = users.is_password(hashed, password)
    with queue.writing() as session:
        row = users.row_of(session, name.strip()) if right else None
        if row is not None and row.active and row.password_hash == hashed:
            token, expires = secrets.token_urlsafe(32), now + LIFETIME
            opened = {"token_sha256": _digest(token), "account_id": row.id}
            session.add(LoginRow.model_validate(opened | {"created": now, "expires": expires}))
            return Login(token=token, user=users.user(row), expires=expires)
        failed = {"name_sha256": names, "client_sha256": clients, "at": now}
        session.add(LoginFailureRow.model_validate(failed))
    raise LoginRefused("the name or the password is wrong; try again")


def user_of(queue: Queue, token: str | None) -> User | None:
    """Return whose session a token opens; None when unknown, over, revoked or switched off.

    Using a session lengthens it.
    """
    if not token:
        return None
    now = queue.clock()
    statement = (
        select(LoginRow, AccountRow)
        .join(AccountRow, col(LoginRow.account_id) == col(AccountRow.id))
        .where(LoginRow.token_sha256 == _digest(token))
    )
    with queue.reading() as session:
        found = session.exec(statement).first()
    if found is None:
        return None
    login, account = found
    if login.revoked is not None or login.expires <= now or not account.active:
        return None
    if login.expires - now < LIFETIME / 2:
        with queue.writing() as session:
            session.get_one(LoginRow, login.id).expires = now + LIFETIME
    return users.user(account)


def log_out(queue: Queue, token: str) -> None:
    """End a session; an unknown token is no error."""
    with queue.writing() as session:
        statement = select(LoginRow).where(LoginRow.token_sha256 == _digest(token))
        row = session.exec(statement).first()
        if row is not None and row.revoked is None:
            row.revoked = queue.clock()


def revoke_all(queue: Queue, name: str) -> int:
    """End all sessions of an account and return how many there were."""
    of = users.find(queue, name).id
    with queue.writing_much() as session:
        statement = select(LoginRow).where(
            LoginRow.account_id == of, col(LoginRow.revoked).is_(None)
        )
        found = session.exec(statement).all()
        for row in found:
            row.revoked = queue.clock()
        return len(found)


def _throttle(session: Session, names: str, clients: str, now: dt.datetime) -> None:
    for column, value, most in (
        (col(LoginFailureRow.name_sha256), names, _PER_NAME),
        (col(LoginFailureRow.client_sha256), clients, _PER_CLIENT),
    ):
        statement = select(func.count(), func.min(LoginFailureRow.at)).where(
            column == value, col(LoginFailureRow.at) > now - WINDOW
        )
        number, first = session.exec(statement).one()
        if number >= most:
            wait = max(1.0, (first + WINDOW - now).total_seconds())
            raise LoginRefused(
                f"too many attempts; wait {-(-wait // 60):.0f} minutes", retry_after=wait
            )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _nobody() -> str:
    return users.hash_of(secrets.token_urlsafe(32))
