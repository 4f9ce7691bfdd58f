"""Saved views: a filter under a name, for oneself or for the whole desk."""

from typing import Annotated
from urllib.parse import parse_qsl, urlsplit

from fastapi import APIRouter, Form, Path
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.responses import Response

from factcheck.queue import saved
from factcheck.queue.roles import Action
from factcheck.web.access import needs
from factcheck.web.desk import AtDesk, Desk
from factcheck.web.flash import Flash
from factcheck.web.paths import local_path, with_query

router = APIRouter()


class NewView(BaseModel):
    """The form: a name for the filter that ``here`` states."""

    model_config = ConfigDict(frozen=True)

    name: Annotated[str, Field(max_length=200)]
    here: Annotated[str, Field(max_length=4000)] = ""
    shared: bool = False


@router.post("/views", dependencies=[needs(Action.SAVE_VIEW)])
def save(desk: AtDesk, form: Annotated[NewView, Form()]) -> Response:
    """Keep a filter under a name."""
    may_share(desk, shared=form.shared)
    here = local_path(form.here, "/queue")
    query = kept_query(urlsplit(here).query)
    saved.save(desk.queue, form.name, query, desk.by(), shared=form.shared)
    return desk.redirect(here, Flash(text=f"View {form.name.strip()} is kept."))


@router.post("/views/{view}/remove", dependencies=[needs(Action.SAVE_VIEW)])
def remove(desk: AtDesk, view: Annotated[int, Path(ge=1, lt=2**63)]) -> Response:
    """Forget a view."""
    saved.remove(desk.queue, view, desk.by())
    return desk.redirect("/queue", Flash(text="The view is gone; no finding is."))


def may_share(desk: Desk, *, shared: bool) -> None:
    """Raise a 403 where somebody shares a view whose role keeps views for itself."""
    if shared and not desk.may(Action.SHARE_VIEW):
        raise HTTPException(403, "Your role may keep views for itself and not share them.")


def kept_query(query: str) -> str:
    """Return a query string as it is kept: read, and written anew."""
    return with_query("", parse_qsl(query.removeprefix("?"))).removeprefix("?")
