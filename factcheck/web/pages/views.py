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
from factcheck.web.desk import AtDesk
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
    if form.shared and not desk.may(Action.SHARE_VIEW):
        raise HTTPException(403, "Your role may keep views for itself and not share them.")
    here = local_path(form.here, "/queue")
    query = with_query("", parse_qsl(urlsplit(here).query))
    saved.save(desk.queue, form.name, query.removeprefix("?"), desk.by(), shared=form.shared)
    return desk.redirect(here, Flash(text=f"View {form.name.strip()} is kept."))


@router.post("/views/{view}/remove", dependencies=[needs(Action.SAVE_VIEW)])
def remove(desk: AtDesk, view: Annotated[int, Path(ge=1, lt=2**63)]) -> Response:
    """Forget a view."""
    saved.remove(desk.queue, view, desk.by())
    return desk.redirect("/queue", Flash(text="The view is gone; no finding is."))
