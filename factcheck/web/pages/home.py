"""The first page leads to the queue."""

from fastapi import APIRouter
from starlette.responses import Response

from factcheck.web.access import needs
from factcheck.web.desk import AtDesk
from factcheck.web.roles import Action

router = APIRouter()


@router.get("/", dependencies=[needs(Action.READ)])
def home(desk: AtDesk) -> Response:
    """Go to the queue."""
    return desk.redirect("/queue")
