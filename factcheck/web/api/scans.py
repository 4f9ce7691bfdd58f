"""Scans as JSON: what each changed; adding an article, and scanning one again."""

from typing import Annotated, Any

from fastapi import APIRouter, Path
from pydantic import BaseModel, ConfigDict, Field

from factcheck.errors import UnknownFinding
from factcheck.queue import export, views
from factcheck.queue.items import ScanSummary
from factcheck.queue.rescans import Changed, changes_of
from factcheck.queue.roles import Action
from factcheck.reports.plain import plain
from factcheck.web.access import needs
from factcheck.web.article import article_of, recorder_of
from factcheck.web.desk import AtDesk
from factcheck.web.pages.articles import web_target
from factcheck.web.pages.scans import rescanned

router = APIRouter(tags=["scans"])


class NewArticle(BaseModel):
    """The address of a page to scan, http or https."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: Annotated[str, Field(max_length=4000)]


@router.post("/articles", dependencies=[needs(Action.SCAN)])
def add(desk: AtDesk, new: NewArticle) -> dict[str, Any]:
    """Fetch a page, scan it, and say what that changed."""
    recorder = recorder_of(desk)
    return _summary(recorder.scan(web_target(new.url)).summary)


@router.post("/articles/{article}/scan", dependencies=[needs(Action.SCAN)])
def scan_again(desk: AtDesk, article: int) -> dict[str, Any]:
    """Scan an article again: fetched anew, or, for a file, what was kept of it."""
    return _summary(rescanned(desk, article_of(desk, article)))


@router.get("/articles/{article}/scans", dependencies=[needs(Action.READ)])
def scans(desk: AtDesk, article: int) -> dict[str, Any]:
    """Return an article's scans, newest first."""
    found = views.scans(desk.queue, article_of(desk, article).key)
    return {"scans": [plain(each) for each in found]}


@router.get("/articles/{article}/scans/{scan}", dependencies=[needs(Action.READ)])
def scan(desk: AtDesk, article: int, scan: Annotated[int, Path(ge=1, lt=2**63)]) -> dict[str, Any]:
    """Return what a scan changed: the findings that were new, stale, gone and back again."""
    known = views.scans(desk.queue, article_of(desk, article).key)
    if scan not in {each.id for each in known}:
        raise UnknownFinding(f"{scan}: no such scan of this article")
    changes = changes_of(desk.queue, scan, limit=500)
    return {
        "new": _changed(changes.new),
        "stale": _changed(changes.stale),
        "gone": _changed(changes.gone),
        "back": _changed(changes.back),
    }


def _changed(changed: Changed) -> dict[str, Any]:
    found = [export.as_dict(item) for item in changed.findings]
    return {"count": changed.count, "findings": found}


def _summary(summary: ScanSummary) -> dict[str, Any]:
    made = plain(summary)
    assert isinstance(made, dict)
    return made
