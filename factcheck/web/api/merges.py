"""Duplicate references as JSON: what looks alike, previews, merges, judgements."""

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from factcheck.queue import merges
from factcheck.queue.codec import item_to_json
from factcheck.queue.merges import Judgement
from factcheck.queue.roles import Action
from factcheck.reports.plain import plain
from factcheck.web.access import needs
from factcheck.web.article import article_of
from factcheck.web.desk import AtDesk
from factcheck.web.pages.merges import ArticleId, Ids, judgement_of
from factcheck.web.reading.again import rereader_of

router = APIRouter(tags=["references"])


class NewJudgement(BaseModel):
    """References (by id) to judge; ``take`` names for a field whose value holds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ids: Ids
    take: Annotated[dict[str, str], Field(max_length=60)] = {}
    note: Annotated[str, Field(max_length=4000)] = ""


@router.get("/articles/{article}/duplicates", dependencies=[needs(Action.READ)])
def duplicates(desk: AtDesk, article: ArticleId) -> dict[str, Any]:
    """Return the references that look alike, and the judgements, newest first."""
    of = article_of(desk, article)
    analysis = rereader_of(desk.request.app).analysis(desk.queue, of)
    return {
        "clusters": [plain(each) for each in analysis.clusters],
        "judgements": [_plain(each) for each in merges.judgements(desk.queue, of.key)],
    }


@router.get("/articles/{article}/merge", dependencies=[needs(Action.MERGE)])
def preview(
    desk: AtDesk,
    article: ArticleId,
    id: Annotated[Ids, Query()],  # noqa: A002 - the name in the address
) -> dict[str, Any]:
    """Return what a merge would be: each field's values, and the merged one."""
    seen = merges.preview(desk.queue, article_of(desk, article).key, tuple(id))
    return {
        "references": [each.reference.id for each in seen.references],
        "fields": [plain(each) for each in seen.fields],
        "item": item_to_json(seen.item),
    }


@router.post("/articles/{article}/merge", dependencies=[needs(Action.MERGE)])
def merge(desk: AtDesk, article: ArticleId, asked: NewJudgement) -> dict[str, Any]:
    """Say that references are one work."""
    by = desk.by(note=asked.note)
    of = article_of(desk, article)
    return _plain(merges.merge(desk.queue, of.key, tuple(asked.ids), by, asked.take))


@router.post("/articles/{article}/apart", dependencies=[needs(Action.MERGE)])
def apart(desk: AtDesk, article: ArticleId, asked: NewJudgement) -> dict[str, Any]:
    """Say that references are different works."""
    by = desk.by(note=asked.note)
    of = article_of(desk, article)
    return _plain(merges.keep_apart(desk.queue, of.key, tuple(asked.ids), by))


@router.post("/articles/{article}/judgements/{number}/undo", dependencies=[needs(Action.MERGE)])
def undo(desk: AtDesk, article: ArticleId, number: int) -> dict[str, Any]:
    """Take a judgement back."""
    judgement_of(desk, article, number)
    return _plain(merges.undo_judgement(desk.queue, number, desk.by()))


def _plain(judgement: Judgement) -> dict[str, Any]:
    item = None if judgement.item is None else item_to_json(judgement.item)
    stated = plain(replace(judgement, item=None))
    assert isinstance(stated, dict)
    return stated | {"item": item}
