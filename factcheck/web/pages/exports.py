"""What leaves the desk about an article: its list in many forms, its findings, its check file."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.exceptions import HTTPException
from starlette.responses import Response

from citations.house_style import Form, is_doubtful, merged, render_list, style_names
from factcheck.bibliography import works, written
from factcheck.errors import UsageError
from factcheck.language.ledger import make_ledger
from factcheck.queue import exports, views
from factcheck.queue.check_file import check_file as sheets_of
from factcheck.queue.export import as_csv, as_dict, every
from factcheck.queue.filters import Filter
from factcheck.queue.items import ArticleRef, Item
from factcheck.queue.roles import Action
from factcheck.reports.plain import dump, envelope
from factcheck.web.access import needs
from factcheck.web.article import article_answer, article_of
from factcheck.web.desk import AtDesk, Desk
from factcheck.web.reading.again import rereader_of
from factcheck.web.reading.sources import LETTERS, WORDS, shares

router = APIRouter()

BIBLIOGRAPHIES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "bibtex": ("BibTeX", "bib", "application/x-bibtex"),
        "biblatex": ("BibLaTeX", "biblatex.bib", "application/x-bibtex"),
        "csl-json": ("CSL-JSON", "json", "application/vnd.citationstyles.csl+json"),
        "ris": ("RIS", "ris", "application/x-research-info-systems"),
    }
)
"""Name of a format: how it is called, the file's ending, the media type."""

RECORDS: Mapping[str, tuple[str, str, str, str]] = MappingProxyType(
    {
        "csv": ("CSV", "csv", "text/csv", "the findings and what was decided"),
        "json": ("JSON", "json", "application/json", "the same for programs"),
        "web-annotation": (
            "Web Annotations",
            "annotations.jsonld",
            "application/ld+json",
            "the findings at their quotations (W3C)",
        ),
        "claimreview": (
            "ClaimReview",
            "claimreview.jsonld",
            "application/ld+json",
            "the claims that two readers judged alike (schema.org)",
        ),
        "training": ("Training data", "jsonl", "application/x-ndjson", "what was judged, labelled"),
    }
)
"""The same for findings, and what the file holds."""


@router.get("/articles/{article}/export", dependencies=[needs(Action.EXPORT)])
def export_page(
    desk: AtDesk,
    article: int,
    style: Annotated[str, Query(max_length=200)] = "apa",
    form: Form = Form.TEXT,
) -> Response:
    """Offer the files, and show the list in a house style, ready to paste."""
    of = article_of(desk, article)
    analysis = rereader_of(desk.request.app).analysis(desk.queue, of)
    below = desk.settings.settings.parse.review_below
    references = merged(analysis.references, analysis.clusters)
    try:
        text = render_list(references, style, form, analysis.article.language, below)
    except ValueError as error:
        raise UsageError(f"{style}: {error}") from error
    return article_answer(
        desk,
        "export.html",
        of,
        formats=BIBLIOGRAPHIES,
        records=RECORDS,
        known_styles=style_names(),
        style=style,
        form=form,
        forms=tuple(Form),
        text=text,
        doubtful=sum(is_doubtful(each, below) for each in references),
    )


@router.get("/articles/{article}/export/findings/{name}", dependencies=[needs(Action.EXPORT)])
def findings(desk: AtDesk, article: int, name: str) -> Response:
    """Give the findings with their decisions; what confidential evidence says stays here."""
    if name not in RECORDS:
        raise HTTPException(404, f"{name}: no such export.")
    of = article_of(desk, article)
    _, ending, media_type, _ = RECORDS[name]
    return _file(_record(desk, of, name), f"findings-{of.id}.{ending}", media_type)


@router.get("/articles/{article}/export/{name}", dependencies=[needs(Action.EXPORT)])
def bibliography(desk: AtDesk, article: int, name: str) -> Response:
    """Give the article's works, each once, in a bibliography format."""
    if name not in BIBLIOGRAPHIES:
        raise HTTPException(404, f"{name}: no such export.")
    of = article_of(desk, article)
    analysis = rereader_of(desk.request.app).analysis(desk.queue, of)
    _, ending, media_type = BIBLIOGRAPHIES[name]
    text = written(works(analysis), name, desk.settings.settings.parse.review_below)
    return _file(text, f"references-{of.id}.{ending}", media_type)


@router.get("/articles/{article}/check-file", dependencies=[needs(Action.EXPORT)])
def check_file(desk: AtDesk, article: int) -> Response:
    """Show everything that was flagged and what was decided, to print and keep."""
    of = article_of(desk, article)
    analysis = rereader_of(desk.request.app).analysis(desk.queue, of)
    return article_answer(
        desk,
        "check_file.html",
        of,
        sheets=sheets_of(desk.queue, of),
        scan=views.scans(desk.queue, of.key)[0],
        references=analysis.references,
        ledger=(ledger := make_ledger(analysis)),
        shares=shares(ledger),
        letters=LETTERS,
        kind_words=WORDS,
    )


def _record(desk: Desk, of: ArticleRef, name: str) -> str:
    if name == "csv":
        return as_csv(_items(desk, of))
    if name == "json":
        found = [as_dict(item) for item in _items(desk, of)]
        return dump(envelope("queue", total=len(found), findings=found, next=None))
    return exports.render(desk.queue, name, Filter(article_id=of.id))


def _items(desk: Desk, of: ArticleRef) -> list[Item]:
    return list(every(desk.queue, Filter(article_id=of.id)))


def _file(text: str, name: str, media_type: str) -> Response:
    """Return a download; names are ours and ASCII, so that no header can be forged."""
    disposition = f'attachment; filename="{name}"'
    return Response(
        text.encode("utf-8", "replace"),
        media_type=f"{media_type}; charset=utf-8",
        headers={"Content-Disposition": disposition},
    )
