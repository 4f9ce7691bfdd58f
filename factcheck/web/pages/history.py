"""The whole desk's history, newest first."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from factcheck.queue import views
from factcheck.queue.roles import Action
from factcheck.web.access import needs
from factcheck.web.desk import AtDesk

router = APIRouter()

_PAGE = 100


@router.get("/history", dependencies=[needs(Action.READ)])
def history_page(
    desk: AtDesk,
    after: Annotated[int | None, Query(ge=1, lt=2**63)] = None,
    *,
    scans: bool = False,
) -> Response:
    """Show what was done and what was tried; nothing is ever taken out of it."""
    events = views.history(desk.queue, limit=_PAGE + 1, after=after, scans=scans)
    shown = events[:_PAGE]
    onward = shown[-1].id if len(events) > _PAGE else None
    scanned = [("scans", "true")] if scans else []
    return desk.page(
        "history.html", events=shown, onward=onward, after=after, scans=scans, scanned=scanned
    )
