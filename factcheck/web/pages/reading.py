"""The reading view: an article with its findings, its reference list and its sources."""

from fastapi import APIRouter
from starlette.responses import Response

from citations.duplicates import Verdict
from factcheck.language.ledger import make_ledger
from factcheck.queue.export import every
from factcheck.queue.filters import Filter
from factcheck.queue.items import Item
from factcheck.queue.roles import Action
from factcheck.queue.states import Status
from factcheck.web.access import needs
from factcheck.web.article import article_answer, article_of
from factcheck.web.desk import AtDesk
from factcheck.web.reading.again import rereader_of
from factcheck.web.reading.references import pairs, printed
from factcheck.web.reading.sources import LETTERS, WORDS, shares
from factcheck.web.reading.view import make_view

router = APIRouter()

_SETTLED = (Status.DISMISSED, Status.CLOSED, Status.SECOND_READ, Status.RESOLVED, Status.SNOOZED)
_CLUSTERS = 12
"""Groups of entries shown beside the text; all of them have a page of their own."""


@router.get("/articles/{article}", dependencies=[needs(Action.READ)])
def article_page(desk: AtDesk, article: int) -> Response:
    """Show the article as text, findings in place and in the margin."""
    of = article_of(desk, article)
    analysis = rereader_of(desk.request.app).analysis(desk.queue, of)
    items = tuple(
        item
        for item in every(desk.queue, Filter(article_id=of.id))
        if item.status is not Status.GONE
    )
    view = make_view(analysis, items)
    about: dict[int, list[Item]] = {}
    for number, item in view.listed:
        about.setdefault(number, []).append(item)
    in_text = [item for passage in view.passages for item in passage.findings]
    placed = (*in_text, *(item for _, item in view.listed))
    alike = [each for each in analysis.clusters if each.verdict is not Verdict.RELATED]
    return article_answer(
        desk,
        "article.html",
        of,
        article=analysis.article,
        view=view,
        items={str(item.id): item for item in items},
        first=next((item.id for item in placed if item.status not in _SETTLED), None),
        settled=_SETTLED,
        entries=[
            printed(reference, about.get(number, ()))
            for number, reference in enumerate(analysis.references)
        ],
        alike=len(alike),
        clusters=[(each, pairs(each, analysis.references)) for each in alike[:_CLUSTERS]],
        ledger=(ledger := make_ledger(analysis)),
        shares=shares(ledger),
        letters=LETTERS,
        kind_words=WORDS,
    )
