import datetime as dt

import pytest
from sqlalchemy import text

from factcheck.errors import LoginRefused, NotAllowed, UsageError
from factcheck.queue import decisions, logins, users
from factcheck.queue.decisions import By
from factcheck.queue.engine import Queue
from factcheck.queue.roles import Action, Role, may
from factcheck.queue.states import DismissReason, Resolution, Status
from tests.factcheck.queue.scanned import Clock, scan

SECRET = "correct horse battery"


def test_each_role_may_what_the_one_before_may() -> None:
    for less, more in zip(list(Role), list(Role)[1:], strict=False):
        for action in Action:
            assert may(more, action) >= may(less, action)
    assert not may(Role.CHECKER, Action.ACCEPT_RISK)
    assert may(Role.EDITOR, Action.ACCEPT_RISK)
    assert all(may(Role.ADMIN, action) for action in Action)


def test_accounts_and_sessions(queue: Queue, clock: Clock) -> None:
    assert not users.exist(queue)
    ada = users.add(queue, "Ada", Role.ADMIN, SECRET)
    assert (users.find(queue, "ADA"), users.every(queue)) == (ada, (ada,))
    with pytest.raises(UsageError, match="already"):
        users.add(queue, "ada", Role.WRITER, SECRET)
    login = logins.log_in(queue, "ada", SECRET, client="::1")
    assert logins.user_of(queue, login.token) == ada
    with queue.reading() as session:
        stored = session.connection().execute(text("SELECT * FROM login, account")).all()
    assert login.token not in str(stored)
    assert SECRET not in str(stored)
    clock.forward(hours=11)
    assert logins.user_of(queue, login.token) == ada
    clock.forward(hours=11)
    assert logins.user_of(queue, login.token) == ada  # used, so longer
    clock.forward(hours=12)
    assert logins.user_of(queue, login.token) is None
    again = logins.log_in(queue, "ada", SECRET)
    assert logins.revoke_all(queue, "ada") >= 1
    assert logins.user_of(queue, again.token) is None
    last = logins.log_in(queue, "ada", SECRET)
    logins.log_out(queue, last.token)
    assert [logins.user_of(queue, one) for one in (last.token, "", None, "\ud800")] == [None] * 4


def test_guessing_is_slowed_and_tells_nothing(queue: Queue, clock: Clock) -> None:
    users.add(queue, "ada", Role.EDITOR, SECRET)
    said = set()
    for name in ("ada", "nobody", "\ud800"):
        for _ in range(5):
            with pytest.raises(LoginRefused) as refused:
                logins.log_in(queue, name, "wrong password", client=name)
            said.add(str(refused.value))
    assert len(said) == 1
    with pytest.raises(LoginRefused, match="too many") as refused:
        logins.log_in(queue, "ada", SECRET)
    assert refused.value.retry_after == 15 * 60
    clock.forward(minutes=15)
    assert logins.log_in(queue, "ada", SECRET).user.name == "ada"


@pytest.mark.parametrize("name", ["", " ada", "a" * 65, "ada\n", "<b>", "ädä", "a b"])
def test_a_name_that_is_none(queue: Queue, name: str) -> None:
    with pytest.raises(UsageError):
        users.add(queue, name, Role.WRITER, SECRET)
    with pytest.raises(UsageError, match="10 to"):
        users.add(queue, "ada", Role.WRITER, "short")


def test_an_admin_is_left(queue: Queue) -> None:
    users.add(queue, "ada", Role.ADMIN, SECRET)
    with pytest.raises(UsageError, match="last active admin"):
        users.set_active(queue, "ada", active=False)
    with pytest.raises(UsageError, match="last active admin"):
        users.set_role(queue, "ada", Role.WRITER)
    users.add(queue, "bo", Role.ADMIN, SECRET)
    assert not users.set_active(queue, "ada", active=False).active
    with pytest.raises(LoginRefused):
        logins.log_in(queue, "ada", SECRET)


def test_a_role_holds_for_decisions(queue: Queue) -> None:
    scan(queue, "The river rose! The mill fell!")
    risk = DismissReason.ACCEPTED_RISK
    decisions.dismiss(queue, 1, risk, By(actor="anybody"))  # no accounts: one person's queue
    for role in Role:
        users.add(queue, role.value, role, SECRET)
    with pytest.raises(NotAllowed, match="no active account"):
        decisions.confirm(queue, 2, By(actor="anybody"))
    with pytest.raises(NotAllowed, match="writer and may not decide"):
        decisions.confirm(queue, 2, By(actor="writer"))
    with pytest.raises(NotAllowed, match="may not accept risk"):
        decisions.dismiss(queue, 2, risk, By(actor="checker"))
    assert decisions.dismiss(queue, 2, risk, By(actor="editor")).item.status is Status.DISMISSED
    decisions.reopen(queue, 2, By(actor="checker"))
    cut = decisions.resolve(queue, 2, Resolution.CUT, By(actor="writer"))
    assert cut.decision.at <= dt.datetime.now(dt.UTC)
    assert decisions.undo(queue, 2, By(actor="writer")).item.status is Status.OPEN
