"""An article's scans, and what each of them changed; scanning it again."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from factcheck.errors import UnknownFinding
from factcheck.queue import views
from factcheck.queue.items import ArticleRef, ScanSummary
from factcheck.queue.rescans import changes_of
from factcheck.queue.roles import Action
from factcheck.web.access import needs
from factcheck.web.article import article_answer, article_of, recorder_of
from factcheck.web.desk import AtDesk, Desk
from factcheck.web.pages.articles import scanned, web_target

router = APIRouter()


@router.get("/articles/{article}/scans", dependencies=[needs(Action.READ)])
def scans_page(
    desk: AtDesk, article: int, scan: Annotated[int | None, Query(ge=1, lt=2**63)] = None
) -> Response:
    """Show what the last scan changed, or another one."""
    of = article_of(desk, article)
    known = views.scans(desk.queue, of.key)
    shown = next((each for each in known if scan in (None, each.id)), None)
    if shown is None:
        raise UnknownFinding(f"{scan}: no such scan of this article")
    changes = changes_of(desk.queue, shown.id)
    return article_answer(desk, "scans.html", of, scans=known, shown=shown, changes=changes)


@router.post("/articles/{article}/scan", dependencies=[needs(Action.SCAN)])
def scan_again(desk: AtDesk, article: int) -> Response:
    """Scan an article again: fetched anew, or, for a file, what was kept of it.

    A file is never read by its name: whoever uploads one chooses what it is called.
    """
    summary = rescanned(desk, article_of(desk, article))
    return desk.redirect(f"/articles/{summary.article.id}/scans", scanned(summary))


def rescanned(desk: Desk, of: ArticleRef) -> ScanSummary:
    """Scan an article again, and return what that changed."""
    recorder = recorder_of(desk)
    if of.url:
        return recorder.scan(web_target(of.url)).summary
    kept = replace(views.document(desk.queue, of.key), target=of.key)
    return recorder.scan_document(kept).summary
