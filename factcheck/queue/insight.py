"""What the decisions teach: how often each rule was right, and findings like a given one."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import and_, func, or_
from sqlmodel import col, select

from factcheck.queue import matching, rows
from factcheck.queue.engine import Queue
from factcheck.queue.filters import status_now
from factcheck.queue.items import Item
from factcheck.queue.rows import FindingRef
from factcheck.queue.states import NEEDS_WORK, DismissReason, Verdict
from factcheck.queue.tables import DecisionRow, FindingRow

_JUDGING = (Verdict.CONFIRM.value, Verdict.DISMISS.value, Verdict.RESOLVE.value)
_CANDIDATES = 5_000  # of the same rule, newest first: compared in well under a second


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePrecision:
    """How a rule's findings were decided; ``wrong`` are dismissals that blame the detector."""

    code: str
    decided: int
    dismissed: int
    wrong: int

    @property
    def dismissal_rate(self) -> float:
        """The share of decided findings that were dismissed (0-1)."""
        return self.dismissed / self.decided

    @property
    def precision(self) -> float:
        """The share of decided findings of which nobody said that the detector was wrong."""
        return 1 - self.wrong / self.decided


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """A finding of the same rule; ``score`` (0-100) as ``matching.similarity`` has it."""

    item: Item
    score: float


def precision(queue: Queue, *, since: dt.datetime | None = None) -> tuple[RulePrecision, ...]:
    """Return each rule's record by the last verdict in force on each finding, worst first."""
    undone = select(DecisionRow.undoes_id).where(col(DecisionRow.undoes_id).is_not(None))
    last = (
        select(func.max(DecisionRow.id))
        .where(
            col(DecisionRow.verdict).in_(_JUDGING),
            col(DecisionRow.id).not_in(undone),
            *([] if since is None else [col(DecisionRow.at) >= since]),
        )
        .group_by(col(DecisionRow.finding_id))
    )
    statement = (
        select(FindingRow.code, DecisionRow.verdict, DecisionRow.reason, func.count())
        .join(DecisionRow, col(DecisionRow.finding_id) == col(FindingRow.id))
        .where(col(DecisionRow.id).in_(last))
        .group_by(col(FindingRow.code), col(DecisionRow.verdict), col(DecisionRow.reason))
    )
    by_rule: dict[str, Counter[str]] = defaultdict(Counter)
    with queue.reading() as session:
        for code, verdict, reason, number in session.exec(statement):
            by_rule[code]["decided"] += number
            by_rule[code]["dismissed"] += number * (verdict == Verdict.DISMISS)
            by_rule[code]["wrong"] += number * (reason == DismissReason.DETECTOR_WRONG)
    found = (RulePrecision(code=code, **_three(counts)) for code, counts in by_rule.items())
    return tuple(sorted(found, key=lambda one: (-one.dismissal_rate, one.code)))


def similar(queue: Queue, finding: FindingRef, *, limit: int = 20) -> tuple[Similar, ...]:
    """Return findings of the same rule in like words, most alike first, in any state."""
    now = queue.clock()
    with queue.reading() as session:
        row = rows.find(session, finding)
        others = session.exec(
            select(FindingRow.id, FindingRow.sentence, FindingRow.exact)
            .where(FindingRow.code == row.code, FindingRow.id != row.id)
            .order_by(col(FindingRow.id).desc())
            .limit(_CANDIDATES)
        )
        text = row.sentence or row.exact
        scored = [
            (matching.similarity(text, sentence or exact), id_) for id_, sentence, exact in others
        ]
        best = sorted(
            ((score, id_) for score, id_ in scored if score >= matching.SIMILAR and id_),
            key=lambda pair: (-pair[0], pair[1]),
        )[:limit]
        found = session.exec(
            select(FindingRow).where(col(FindingRow.id).in_([id_ for _, id_ in best]))
        ).all()
        items = {item.id: item for item in rows.items(session, found, now)}
    return tuple(Similar(item=items[id_], score=score) for score, id_ in best)


def alike(queue: Queue, items: Iterable[Item]) -> dict[int, tuple[int, ...]]:
    """Return, by id, the findings that stand with each in one group (``factcheck.model.grouping``).

    They are of the same rule and paragraph and still ask for somebody, most pressing first; an item
    that stands alone has no entry. One query for a page of items.
    """
    placed = [item for item in items if item.paragraph is not None]
    if not placed:
        return {}
    where = or_(
        *(
            and_(
                col(FindingRow.article_id) == article,
                col(FindingRow.code) == code,
                col(FindingRow.paragraph) == paragraph,
            )
            for article, code, paragraph in {_group(item) for item in placed}
        )
    )
    statement = (
        select(FindingRow.article_id, FindingRow.code, FindingRow.paragraph, FindingRow.id)
        .where(where, status_now(queue.clock()).in_([one.value for one in NEEDS_WORK]))
        .order_by(col(FindingRow.value).desc(), col(FindingRow.id))
    )
    members: dict[tuple[int, str, int | None], list[int]] = defaultdict(list)
    with queue.reading() as session:
        for article, code, paragraph, id_ in session.exec(statement):
            members[article, code, paragraph].append(id_ or 0)
    found = {
        item.id: tuple(id_ for id_ in members[_group(item)] if id_ != item.id) for item in placed
    }
    return {id_: others for id_, others in found.items() if others}


def _group(item: Item) -> tuple[int, str, int | None]:
    return item.article.id, item.code, item.paragraph


def _three(counts: Counter[str]) -> dict[str, int]:
    return {name: counts[name] for name in ("decided", "dismissed", "wrong")}
