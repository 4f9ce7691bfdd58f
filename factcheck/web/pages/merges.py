"""References that look alike: one work, previewed field by field, or not; and every word on it."""

from typing import Annotated

from fastapi import APIRouter, Form, Path, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from citations.duplicates import Verdict
from citations.duplicates.apart import entry_key
from citations.duplicates.cluster import Cluster
from factcheck.errors import UnknownFinding, UsageError
from factcheck.queue import merges
from factcheck.queue.merges import Judgement
from factcheck.queue.roles import Action
from factcheck.web.access import needs
from factcheck.web.article import article_answer, article_of
from factcheck.web.desk import AtDesk, Desk
from factcheck.web.flash import Flash
from factcheck.web.reading.again import rereader_of
from factcheck.web.reading.references import Pair, pairs

router = APIRouter()

_GROUPS = 40
"""Groups of a kind that a page shows; a list of a thousand entries has more related works."""

ArticleId = Annotated[int, Path(ge=1, lt=2**63)]
Ids = Annotated[list[Annotated[str, Field(max_length=60)]], Field(max_length=50)]


class Judged(BaseModel):
    """The form of a judgement. ``take`` holds "field:reference" for a field that was chosen."""

    model_config = ConfigDict(frozen=True)

    id: Ids
    take: Annotated[list[Annotated[str, Field(max_length=120)]], Field(max_length=60)] = []
    note: Annotated[str, Field(max_length=4000)] = ""


@router.get("/articles/{article}/duplicates", dependencies=[needs(Action.READ)])
def duplicates_page(desk: AtDesk, article: ArticleId) -> Response:
    """Show the references that look alike, side by side, and what was said of them."""
    of = article_of(desk, article)
    analysis = rereader_of(desk.request.app).analysis(desk.queue, of)
    positions = {each.id: each.entry.position + 1 for each in analysis.references}
    keys = {each.id: entry_key(each.entry.text) for each in analysis.references}
    related = [each for each in analysis.clusters if each.verdict is Verdict.RELATED]
    alike = [each for each in analysis.clusters if each.verdict is not Verdict.RELATED]

    def shown(cluster: Cluster) -> tuple[Cluster, tuple[Pair, ...], bool]:
        distinct = len({keys[member] for member in cluster.members}) == len(cluster.members)
        return cluster, pairs(cluster, analysis.references), distinct

    return article_answer(
        desk,
        "duplicates.html",
        of,
        clusters=[shown(each) for each in alike[:_GROUPS]],
        clusters_left=max(0, len(alike) - _GROUPS),
        related=[shown(each) for each in related[:_GROUPS]],
        related_left=max(0, len(related) - _GROUPS),
        positions=positions,
        references=analysis.references,
        judgements=merges.judgements(desk.queue, of.key),
        may_judge=desk.may(Action.MERGE),
    )


@router.get("/articles/{article}/merge", dependencies=[needs(Action.MERGE)])
def preview_page(
    desk: AtDesk,
    article: ArticleId,
    id: Annotated[Ids, Query()],  # noqa: A002 - the name in the address
) -> Response:
    """Show what a merge would be, field by field, before it is made."""
    of = article_of(desk, article)
    return desk.page("merge.html", of=of, preview=merges.preview(desk.queue, of.key, tuple(id)))


@router.post("/articles/{article}/merge", dependencies=[needs(Action.MERGE)])
def merge(desk: AtDesk, article: ArticleId, form: Annotated[Judged, Form()]) -> Response:
    """Say that references are one work."""
    of = article_of(desk, article)
    made = merges.merge(
        desk.queue, of.key, tuple(form.id), desk.by(note=form.note.strip()), taken(form.take)
    )
    return _said(desk, made, f"{len(made.members)} entries are one work from now on.")


@router.post("/articles/{article}/apart", dependencies=[needs(Action.MERGE)])
def keep_apart(desk: AtDesk, article: ArticleId, form: Annotated[Judged, Form()]) -> Response:
    """Say that references are different works."""
    of = article_of(desk, article)
    made = merges.keep_apart(desk.queue, of.key, tuple(form.id), desk.by(note=form.note.strip()))
    return _said(desk, made, "Kept apart; no later scan takes them for one.")


@router.post("/articles/{article}/judgements/{number}/undo", dependencies=[needs(Action.MERGE)])
def undo(desk: AtDesk, article: ArticleId, number: int) -> Response:
    """Take a judgement back; it stays in the history."""
    judgement_of(desk, article, number)
    merges.undo_judgement(desk.queue, number, desk.by())
    return desk.redirect(f"/articles/{article}/duplicates", Flash(text="Taken back."))


def judgement_of(desk: Desk, article: int, number: int) -> Judgement:
    """Return a judgement on an article's references; raises UnknownFinding for another's."""
    for each in merges.judgements(desk.queue, article_of(desk, article).key):
        if each.id == number:
            return each
    raise UnknownFinding(f"{number}: no such judgement on article {article}")


def taken(choices: list[str]) -> dict[str, str]:
    """Return the reference whose value holds, by field; "" leaves a field to the merge.

    Raises UsageError for a choice that is not "field:reference".
    """
    found: dict[str, str] = {}
    for choice in filter(None, choices):
        name, colon, id_ = choice.partition(":")
        if not colon:
            raise UsageError(f"{choice}: not a field and a reference")
        found[name] = id_
    return found


def _said(desk: Desk, made: Judgement, text: str) -> Response:
    path = f"/articles/{made.article_id}"
    return desk.redirect(
        f"{path}/duplicates", Flash(text=text, undo=f"{path}/judgements/{made.id}/undo")
    )
