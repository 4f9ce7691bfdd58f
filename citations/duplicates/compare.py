"""Compare two references: one score, one verdict, and the reasons in words."""

from functools import lru_cache
from typing import NamedTuple

from citations.duplicates.block import plain_weight
from citations.duplicates.cluster import Comparison, Verdict
from citations.duplicates.evidence import Evidence, Weight, gather
from citations.duplicates.policy import DEFAULT, Policy
from citations.duplicates.profile import Profile, profile
from citations.duplicates.relation import loose_relation, relation
from citations.duplicates.rules import bound
from citations.duplicates.swap import other_word
from citations.duplicates.weights import probability
from citations.reference import Reference

_ALIKE = 0.75
_TITLE_ALIKE = 0.9
_SURE = 0.99
EQUAL = "the printed texts are equal"


class Judged(NamedTuple):
    """The outcome for a pair: score (0-1), verdict, and the mark that makes it *related*."""

    score: float
    verdict: Verdict
    mark: str | None = None


_cached = lru_cache(maxsize=2_048)(profile)


def compare(a: Reference, b: Reference) -> Comparison:
    """Compare two references; the outcome does not depend on their order, but for the ids."""
    one, other = _cached(a), _cached(b)
    judged = judge(one, other, plain_weight, DEFAULT)
    return Comparison(
        left=a.id,
        right=b.id,
        score=judged.score,
        verdict=judged.verdict,
        reasons=explain(one, other, plain_weight, judged),
    )


def equal(a: Profile, b: Profile) -> bool:
    """Tell whether two entries print the same text, and nothing else tells them apart."""
    return a.text == b.text and bool(a.words) and (a.url, a.doi) == (b.url, b.doi)


def judge(a: Profile, b: Profile, weight: Weight, policy: Policy) -> Judged:
    """Compare two profiles; ``weight`` says how telling a word is among the references at hand."""
    if policy.kept_apart and policy.keeps_apart(a.id, b.id):
        return Judged(0.0, Verdict.DIFFERENT, "an editor keeps these apart")
    if equal(a, b):
        return Judged(1.0, Verdict.SAME, EQUAL)
    if a.id > b.id:
        a, b = b, a
    evidence = gather(a, b, weight)
    score = round(bound(a, b, evidence, probability(evidence)), 4)
    mark = relation(a, b, evidence) if _looks_alike(evidence, score) else None
    if mark is None and score < policy.same:
        mark = loose_relation(a, b, evidence)
    if mark is not None:
        return Judged(min(score, policy.same - 0.01), Verdict.RELATED, mark)
    other = other_word(a, b, evidence, weight) if score >= policy.possible else None
    if other is not None:
        score, mark = min(score, other.most), other.reason
    if score >= policy.same:
        return Judged(score, Verdict.SAME)
    return Judged(score, Verdict.POSSIBLE if score >= policy.possible else Verdict.DIFFERENT, mark)


def _looks_alike(evidence: Evidence, score: float) -> bool:
    """Tell whether a reader would take the two for one work at first sight."""
    return score >= 0.5 or evidence.containment >= _ALIKE or evidence.title >= _TITLE_ALIKE


def explain(a: Profile, b: Profile, weight: Weight, judged: Judged) -> tuple[str, ...]:
    """Say in words why a pair was judged so: its mark, then which parts agree and which differ."""
    if judged.mark == EQUAL:
        return (EQUAL,)
    if a.id > b.id:
        a, b = b, a
    return ((judged.mark,) if judged.mark else ()) + _reasons(a, b, gather(a, b, weight))


def _reasons(a: Profile, b: Profile, evidence: Evidence) -> tuple[str, ...]:
    """Say which parts agree and which differ, the most telling first."""
    found = (
        "same identifier" if evidence.identifier_same else None,
        "different identifiers" if evidence.identifier_conflict else None,
        "same web address" if evidence.url_same else None,
        "different web addresses" if evidence.url_conflict else None,
        _title_reason(a, b, evidence),
        _author_reason(a, b, evidence),
        _year_reason(a, b, evidence),
        _number_reason(a, b, evidence),
        "different pages" if evidence.page_conflict == 1 else None,
        f"{round(evidence.containment * 100)} % of the shorter entry's words in the longer",
    )
    return tuple(reason for reason in found if reason)


def _title_reason(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    if not (a.title and b.title):
        return None
    if a.title == b.title:
        return "same title"
    if a.main_title == b.main_title:
        return "same main title, subtitle differs"
    if evidence.title_short >= 0.9:
        return "title nearly the same"
    if evidence.title >= 0.95:
        return "the one's title is printed in the other"
    return "titles differ" if evidence.title < 0.6 else None


def _author_reason(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    if not (a.families and b.families):
        return None
    if evidence.author >= _SURE:
        return "same authors" if evidence.author_split == 0 else "some authors in common"
    return "some authors in common" if evidence.author > 0 else "authors differ"


def _year_reason(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    if a.letters and b.letters and a.letters.isdisjoint(b.letters):
        return "years told apart by a letter"
    if evidence.year_same:
        return "same year"
    if evidence.year_near:
        return "years one apart"
    return "years differ" if evidence.year_conflict else None


def _number_reason(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    shared = sorted(a.numbers & b.numbers, key=lambda number: (-len(number), number))
    if shared:
        return f"numbers in common: {', '.join(shared[:4])}"
    return "no number in common" if evidence.number_split else None
