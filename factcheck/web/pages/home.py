"""The first page leads to the queue."""

from fastapi import APIRouter
from starlette.responses import Response

from factcheck.queue.roles import Action
from factcheck.web.access import needs
from factcheck.web.desk import AtDesk

router = APIRouter()


@router.get("/", dependencies=[needs(Action.READ)])
def home(desk: AtDesk) -> Response:
    """Go to the queue."""
    return desk.redirect("/queue")
