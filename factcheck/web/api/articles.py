"""Articles as JSON: the list, one with its findings, its gate for a CMS, its references."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from factcheck.language.ledger import make_ledger
from factcheck.queue import views
from factcheck.queue.export import as_dict, every
from factcheck.queue.filters import Filter
from factcheck.queue.gate import gate
from factcheck.queue.roles import Action
from factcheck.reports.plain import plain
from factcheck.web.access import needs
from factcheck.web.article import article_of
from factcheck.web.desk import AtDesk
from factcheck.web.reading.again import rereader_of

router = APIRouter(tags=["articles"])


@router.get("/articles", dependencies=[needs(Action.READ)])
def articles(
    desk: AtDesk,
    after: Annotated[int, Query(ge=0, lt=2**63)] = 0,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> dict[str, Any]:
    """List articles by number; ``next`` is what to give as ``after`` for more, null at the end."""
    page = views.article_page(desk.queue, beyond=after, limit=limit, newest_first=False)
    return {"articles": [plain(each) for each in page.articles], "next": page.beyond}


@router.get("/articles/{article}", dependencies=[needs(Action.READ)])
def article(desk: AtDesk, article: int) -> dict[str, Any]:
    """Return an article with its findings, most urgent first."""
    of = article_of(desk, article)
    found = every(desk.queue, Filter(article_id=of.id))
    return {
        "article": plain(of),
        "findings": [as_dict(item) for item in found],
    }


@router.get("/articles/{article}/gate", dependencies=[needs(Action.READ)])
def article_gate(desk: AtDesk, article: int, *, strict: bool = False) -> dict[str, Any]:
    """Tell whether an article is ready, and how many findings of each severity are open."""
    of = article_of(desk, article)
    found = gate(desk.queue, of.key, strict=strict)
    return {"summary": found.summary, **_fields(plain(found))}


@router.get("/articles/{article}/references", dependencies=[needs(Action.READ)])
def article_references(desk: AtDesk, article: int) -> dict[str, Any]:
    """Return the references of an article's newest scan, in printed order."""
    of = article_of(desk, article)
    return {"references": [plain(each) for each in views.references(desk.queue, of.key)]}


@router.get("/articles/{article}/sources", dependencies=[needs(Action.READ)])
def article_sources(desk: AtDesk, article: int) -> dict[str, Any]:
    """Return the sourcing ledger of an article: who carries how many claims."""
    of = article_of(desk, article)
    analysis = rereader_of(desk.request.app).analysis(desk.queue, of)
    return _fields(plain(make_ledger(analysis)))


def _fields(value: Any) -> dict[str, Any]:
    assert isinstance(value, dict)
    return value
