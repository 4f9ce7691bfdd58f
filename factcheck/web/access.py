"""Who may use which route: each states the action it needs, and none may leave it out."""

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Depends
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute

from factcheck.queue.roles import Action, may
from factcheck.web.desk import AtDesk


class SignInFirst(Exception):
    """The route needs somebody who is signed in."""


@dataclass(frozen=True, slots=True)
class Needs:
    """A dependency that lets a route's handler run only for those who may do ``action``.

    None lets everybody in: signing in, and whether the desk is up.
    """

    action: Action | None

    def __call__(self, desk: AtDesk) -> None:
        """Raise SignInFirst without a user, and a refusal (403) where the role does not suffice."""
        if self.action is None:
            return
        if desk.user is None:
            raise SignInFirst
        if not may(desk.user.role, self.action):
            raise HTTPException(
                403, f"A {desk.user.role} may not do this; it takes the right to {self.action}."
            )


def needs(action: Action | None) -> Any:
    """Return the dependency that a route states: ``dependencies=[needs(Action.READ)]``."""
    return Depends(Needs(action))


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A way in: a path, a method, and the action it needs (None lets everybody in)."""

    path: str
    method: str
    action: Action | None


def doors_of(router: APIRouter, prefix: str = "") -> tuple[Door, ...]:
    """Return the ways in that a router opens; raise LookupError for one that states no action."""
    return tuple(
        Door(path=prefix + route.path, method=method, action=_action_of(route))
        for route in map(_plain, router.routes)
        for method in sorted(route.methods or ())
    )


def _plain(route: BaseRoute) -> APIRoute:
    if not isinstance(route, APIRoute):
        raise TypeError(f"{route}: a page's router holds routes and no other routers")
    return route


def _action_of(route: APIRoute) -> Action | None:
    stated = [each.call for each in route.dependant.dependencies if isinstance(each.call, Needs)]
    if len(stated) != 1:
        raise LookupError(f"{route.path}: states {len(stated)} needed actions and must state one")
    return stated[0].action
