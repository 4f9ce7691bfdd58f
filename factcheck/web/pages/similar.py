"""Findings like one: the same rule, similar words."""

from fastapi import APIRouter
from starlette.responses import Response

from factcheck.queue import insight, views
from factcheck.queue.roles import Action
from factcheck.web.access import needs
from factcheck.web.desk import AtDesk
from factcheck.web.pages.findings import FindingId

router = APIRouter()


@router.get("/findings/{finding}/similar", dependencies=[needs(Action.READ)])
def similar_page(desk: AtDesk, finding: FindingId) -> Response:
    """Show what is like a finding, nearest first."""
    item = views.show(desk.queue, finding).item
    return desk.page("similar.html", item=item, found=insight.similar(desk.queue, finding))
