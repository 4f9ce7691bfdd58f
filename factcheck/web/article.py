"""What every page about one article has: the article, whether it is ready, and its other pages."""

from typing import Any

from starlette.responses import Response

from factcheck.queue import views
from factcheck.queue.gate import gate
from factcheck.queue.items import ArticleRef
from factcheck.queue.roles import Action
from factcheck.scanning import Recorder
from factcheck.web.desk import Desk

MOST_TEXT = 500_000
"""Characters of text that are scanned while somebody waits: a book, in less than a minute."""


def recorder_of(desk: Desk) -> Recorder:
    """Return what scans an article in the name of whoever is at the desk."""
    settings = desk.settings.settings
    return Recorder(desk.queue, settings, desk.actor, most_text=MOST_TEXT)


def article_of(desk: Desk, number: int) -> ArticleRef:
    """Return the article of a number in an address; raise UnknownFinding."""
    return views.article(desk.queue, number)


def article_answer(desk: Desk, template: str, of: ArticleRef, **values: Any) -> Response:
    """Return a page about an article; its template extends ``article_page.html``."""
    stands = gate(desk.queue, of.key)
    return desk.page(template, of=of, gate=stands, may_scan=desk.may(Action.SCAN), **values)
