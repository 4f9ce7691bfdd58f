"""Whether an article is ready: "2 open errors: not ready"."""

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from factcheck.queue.filters import Filter
from factcheck.queue.gate import gate
from factcheck.queue.lists import list_findings
from factcheck.queue.roles import Action
from factcheck.web.access import needs
from factcheck.web.article import article_answer, article_of
from factcheck.web.desk import AtDesk

router = APIRouter()

_SHOWN = 100


@router.get("/articles/{article}/gate", dependencies=[needs(Action.READ)])
def gate_page(
    desk: AtDesk, article: Annotated[int, Path(ge=1, lt=2**63)], *, strict: bool = False
) -> Response:
    """Show an article's gate, and the findings in the way."""
    of = article_of(desk, article)
    stands = gate(desk.queue, of.key, strict=strict)
    first = stands.blocking[:_SHOWN]
    found = list_findings(desk.queue, Filter(ids=first), limit=_SHOWN).items if first else ()
    return article_answer(desk, "gate.html", of, stands=stands, strict=strict, blocking=found)
