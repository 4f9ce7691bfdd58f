"""Whether an article is ready: "2 open errors: not ready"."""

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from factcheck.queue.gate import gate
from factcheck.queue.roles import Action
from factcheck.web.access import needs
from factcheck.web.desk import AtDesk

router = APIRouter()


@router.get("/articles/{article}/gate", dependencies=[needs(Action.READ)])
def gate_page(
    desk: AtDesk, article: Annotated[int, Path(ge=1, lt=2**63)], *, strict: bool = False
) -> Response:
    """Show an article's gate."""
    return desk.page("gate.html", gate=gate(desk.queue, str(article), strict=strict), strict=strict)
