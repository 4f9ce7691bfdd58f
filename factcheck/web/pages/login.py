"""Signing in and out, where the queue has accounts."""

from typing import Annotated

from fastapi import APIRouter, Form, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from factcheck.errors import LoginRefused
from factcheck.queue import logins
from factcheck.web.access import needs
from factcheck.web.desk import SESSION, AtDesk, Desk
from factcheck.web.paths import local_path

router = APIRouter()


class Credentials(BaseModel):
    """The form of a login; ``next`` is the page that was asked for."""

    model_config = ConfigDict(frozen=True)

    name: Annotated[str, Field(max_length=200)]
    password: Annotated[str, Field(max_length=2000)]
    next: Annotated[str, Field(max_length=4000)] = "/"


@router.get("/login", dependencies=[needs(None)])
def login_page(
    desk: AtDesk, onward: Annotated[str, Query(alias="next", max_length=4000)] = "/"
) -> Response:
    """Ask for name and password."""
    if desk.user is not None:
        return desk.redirect(onward)
    return desk.page("login.html", next=local_path(onward), name="", refused=None)


@router.post("/login", dependencies=[needs(None)])
def log_in(desk: AtDesk, form: Annotated[Credentials, Form()]) -> Response:
    """Open a session and go to the page that was asked for."""
    client = desk.request.client.host if desk.request.client else ""
    try:
        login = logins.log_in(desk.queue, form.name, form.password, client=client)
    except LoginRefused as refused:
        return _refused(desk, form, refused)
    response = desk.redirect(form.next)
    response.set_cookie(
        SESSION,
        login.token,
        max_age=int((login.expires - desk.now).total_seconds()),
        httponly=True,
        samesite="lax",
        secure=desk.request.url.scheme == "https",
    )
    return response


@router.post("/logout", dependencies=[needs(None)])
def log_out(desk: AtDesk) -> Response:
    """End the session."""
    token = desk.request.cookies.get(SESSION)
    if token:
        logins.log_out(desk.queue, token)
    response = desk.redirect("/login")
    response.delete_cookie(SESSION)
    return response


def _refused(desk: Desk, form: Credentials, refused: LoginRefused) -> Response:
    status = 401 if refused.retry_after is None else 429
    response = desk.page(
        "login.html",
        status=status,
        next=local_path(form.next),
        name=form.name,
        refused=str(refused),
    )
    if refused.retry_after is not None:
        response.headers["Retry-After"] = str(int(refused.retry_after) + 1)
    return response
