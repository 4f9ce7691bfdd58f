"""The articles: which are ready, and adding one by address or from a file."""

from pathlib import PurePath
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Query, UploadFile
from starlette.responses import Response

from factcheck.errors import UsageError
from factcheck.fetch.media_types import from_name
from factcheck.model.document import Document
from factcheck.queue import views
from factcheck.queue.gate import gate
from factcheck.queue.items import ScanSummary
from factcheck.queue.roles import Action
from factcheck.web.access import needs
from factcheck.web.article import recorder_of
from factcheck.web.desk import AtDesk, Desk
from factcheck.web.flash import Flash

router = APIRouter()

LARGE_BODIES = ("/articles",)

_PAGE = 40
_CHANGES = {
    "new": "new",
    "gone": "gone",
    "stale": "stale",
    "regressed": "back again",
    "returned": "back as they stood",
    "kept": "as before",
}


@router.get("/articles", dependencies=[needs(Action.READ)])
def articles_page(
    desk: AtDesk,
    text: Annotated[str, Query(max_length=200)] = "",
    beyond: Annotated[int | None, Query(ge=1, lt=2**63)] = None,
) -> Response:
    """Show the articles, each with its gate, newest first; ``beyond`` is the last one shown.

    ``text`` is a part of a title, or a whole address.
    """
    page = views.article_page(desk.queue, text.strip(), beyond=beyond, limit=_PAGE)
    return desk.page(
        "articles.html",
        gates=[gate(desk.queue, each.key) for each in page.articles],
        total=page.total,
        text=text,
        later=beyond is not None,
        beyond=page.beyond,
        may_scan=desk.may(Action.SCAN),
    )


@router.post("/articles", dependencies=[needs(Action.SCAN)])
def add_article(
    desk: AtDesk,
    url: Annotated[str, Form(max_length=4000)] = "",
    file: UploadFile | None = None,
) -> Response:
    """Scan an address or an uploaded file, and go to the article."""
    recorder = recorder_of(desk)
    if url.strip():
        return _added(desk, recorder.scan(web_target(url)).summary)
    name = PurePath((file.filename if file else "") or "").name.replace("\\", "/").split("/")[-1]
    if file is None or not name:
        raise UsageError("Give an address that starts with http:// or https://, or choose a file.")
    body = file.file.read(desk.settings.settings.fetch.max_bytes + 1)
    if not body.strip():
        raise UsageError(f"{name}: empty; there is nothing to read")
    document = Document(target=name, body=body, media_type=from_name(PurePath(name)))
    return _added(desk, recorder.scan_document(document).summary)


def web_target(stated: str) -> str:
    """Return an http(s) address; raise UsageError for anything else, a path above all."""
    address = stated.strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        raise UsageError("That is no web address; it starts with http:// or https://.")
    return address


def scanned(summary: ScanSummary) -> Flash:
    """Return the line that says what a scan changed."""
    counts = [
        f"{getattr(summary, name)} {words}"
        for name, words in _CHANGES.items()
        if getattr(summary, name)
    ]
    return Flash(text="Scanned: " + (", ".join(counts) or "no findings") + ".")


def _added(desk: Desk, summary: ScanSummary) -> Response:
    return desk.redirect(f"/articles/{summary.article.id}", scanned(summary))
