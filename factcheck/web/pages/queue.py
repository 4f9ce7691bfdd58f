"""The queue: what was flagged, filtered by the address, and one finding in hand."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from factcheck.queue import insight, saved, views
from factcheck.queue.insight import RulePrecision
from factcheck.queue.items import Age, Counts, Item, Page
from factcheck.queue.roles import Action
from factcheck.web.access import needs
from factcheck.web.asking import AGES, Asked, Group
from factcheck.web.desk import AtDesk, Desk
from factcheck.web.narrowing import chips, tabs
from factcheck.web.plots import Bar, rule_name, share
from factcheck.web.work import work_on

router = APIRouter()

_PAGE = 40
_COUNTED = 10_000
"""Findings of one state that are counted; a page has to come in no time with a million of them."""
_RULES_SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Some rows of the list that stand together, with what they have in common."""

    title: str | None
    href: str | None
    items: tuple[Item, ...]


@router.get("/queue", dependencies=[needs(Action.READ)])
def queue_page(desk: AtDesk, asked: Annotated[Asked, Query()]) -> Response:
    """Show a page of the queue and the finding in hand."""
    sure = desk.settings.settings.lint.min_confidence
    where = asked.where(actor=desk.actor, sure=sure)
    page = views.list_findings(desk.queue, where, order=asked.order, limit=_PAGE, after=asked.after)
    counts = views.counts(desk.queue, where, most=_COUNTED)
    rows = _grouped(page, asked)
    decided = {each.code: each for each in insight.precision(desk.queue)}
    listed = tuple(item for group in rows for item in group.items)
    return desk.page(
        "queue.html",
        asked=asked,
        tabs=tabs(asked),
        chips=chips(asked),
        rows=rows,
        counts=counts,
        page=page,
        rule_bars=_rule_bars(counts, asked, decided),
        alike=insight.alike(desk.queue, listed),
        age_bars=_age_bars(counts, asked),
        saved_views=saved.visible_to(desk.queue, desk.actor),
        work=_in_hand(desk, asked, listed, page),
        sure=sure if asked.sure is None else asked.sure,
    )


def _in_hand(desk: Desk, asked: Asked, listed: tuple[Item, ...], page: Page) -> Any:
    """Return the finding in hand, with the addresses of its neighbours; None for an empty list."""
    ids = [item.id for item in listed]
    at = asked.at if asked.at is not None else (ids[0] if ids else None)
    if at is None:
        return None
    place = ids.index(at) if at in ids else -1
    following = ids[place + 1] if place + 1 < len(ids) else None
    before = ids[place - 1] if place > 0 else None
    onward: str | None = asked.path(at=following)
    if following is None:
        onward = asked.path(after=page.next, at=None) if page.next else None
    return work_on(
        desk,
        at,
        here=asked.path(at=at),
        onward=onward,
        back=asked.path(at=before) if before is not None else None,
        key=secrets.token_urlsafe(12),
    )


def _grouped(page: Page, asked: Asked) -> tuple[Rows, ...]:
    if asked.group is Group.NONE:
        return (Rows(title=None, href=None, items=page.items),) if page.items else ()
    by_key: dict[str, list[Item]] = {}
    for item in page.items:
        key = item.code if asked.group is Group.RULE else str(item.article.id)
        by_key.setdefault(key, []).append(item)
    return tuple(_rows(key, tuple(items), asked) for key, items in by_key.items())


def _rows(key: str, items: tuple[Item, ...], asked: Asked) -> Rows:
    if asked.group is Group.RULE:
        title = f"{key} {rule_name(key)}".strip()
        return Rows(title=title, href=asked.filtered(rule=[key]), items=items)
    article = items[0].article
    return Rows(title=article.title or article.key, href=asked.filtered(article=key), items=items)


def _rule_bars(
    counts: Counts, asked: Asked, decided: Mapping[str, RulePrecision]
) -> tuple[Bar, ...]:
    most = max((count for _, count in counts.by_rule), default=0)
    return tuple(
        Bar(
            code=code,
            label=rule_name(code),
            count=count,
            share=share(count, most),
            href=asked.filtered(rule=[code]),
            current=asked.rule == [code],
            note=_record(decided.get(code)),
        )
        for code, count in counts.by_rule[:_RULES_SHOWN]
    )


def _record(decided: RulePrecision | None) -> str:
    """Return a rule's live precision in words: how often its findings were dismissed."""
    if decided is None:
        return ""
    return f"{decided.dismissed} of {decided.decided} dismissed"


def _age_bars(counts: Counts, asked: Asked) -> tuple[Bar, ...]:
    by_age = dict(counts.by_age)
    most = max(by_age.values(), default=0)
    return tuple(
        Bar(
            label=AGES[age],
            count=by_age.get(age, 0),
            share=share(by_age.get(age, 0), most),
            href=asked.filtered(age=age),
            current=asked.age is age,
        )
        for age in Age
        if most
    )
