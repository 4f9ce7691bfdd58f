"""What a route's handler works with: the queue, who is there, and how to answer."""

import datetime as dt
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import Depends, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from factcheck.queue import logins, users
from factcheck.queue.decisions import By
from factcheck.queue.engine import Queue
from factcheck.queue.roles import Action, Role, may
from factcheck.web import flash, keys
from factcheck.web.flash import Flash
from factcheck.web.keys import Keys
from factcheck.web.paths import local_path
from factcheck.web.rendering import render
from factcheck.web.settings import DeskSettings

SESSION = "factcheck_session"
"""The cookie that holds a session's token; a program may send it as a bearer token."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who is at the desk. ``local`` is the one person of a desk without users."""

    name: str
    role: Role
    local: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One request at the desk. ``user`` is None before signing in; no handler but that one's."""

    request: Request
    settings: DeskSettings
    user: Person | None

    @property
    def queue(self) -> Queue:
        """The queue."""
        return self.settings.queue

    @property
    def actor(self) -> str:
        """The name that what is done stands under."""
        assert self.user is not None
        return self.user.name

    @property
    def now(self) -> dt.datetime:
        """The time, by the queue's clock."""
        return self.queue.clock()

    @property
    def keys(self) -> Keys:
        """The shortcuts of this browser."""
        return keys.kept(self.request)

    def may(self, action: Action | str) -> bool:
        """Tell whether whoever is here may do an action."""
        return self.user is not None and may(self.user.role, Action(action))

    def by(self, *, note: str = "", seen_version: int | None = None, key: str | None = None) -> By:
        """Return who decides, for ``factcheck.queue.decisions``."""
        return By(actor=self.actor, note=note, seen_version=seen_version, key=key)

    def page(self, template: str, *, status: int = HTTPStatus.OK, **values: Any) -> HTMLResponse:
        """Return a page; its template has ``desk``, ``now`` and ``flash`` besides ``values``."""
        said = flash.kept(self.request)
        html = render(template, desk=self, now=self.now, flash=said, **values)
        response = HTMLResponse(html, status)
        if flash.COOKIE in self.request.cookies:
            response.delete_cookie(flash.COOKIE)
        return response

    def redirect(self, path: str, say: Flash | None = None) -> Response:
        """Return the answer to a form: go to a path of the desk, and say a line there."""
        response = RedirectResponse(local_path(path), HTTPStatus.SEE_OTHER)
        if say is not None:
            flash.keep(response, say)
        return response


def at_desk(request: Request) -> Desk:
    """Return the desk for a request."""
    settings: DeskSettings = request.app.state.desk
    return Desk(request=request, settings=settings, user=_user(request, settings))


AtDesk = Annotated[Desk, Depends(at_desk)]
"""A handler's parameter: ``def command(desk: AtDesk) -> Response``."""


def _user(request: Request, settings: DeskSettings) -> Person | None:
    token = request.cookies.get(SESSION) or _bearer(request)
    if token:
        found = logins.user_of(settings.queue, token)
        if found is not None:
            return Person(name=found.name, role=found.role)
    if users.exist(settings.queue):
        return None
    return Person(name=settings.actor, role=Role.ADMIN, local=True)


def _bearer(request: Request) -> str | None:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() or None if scheme.lower() == "bearer" else None
