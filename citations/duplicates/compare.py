"""Compare two references: one score, one verdict, and the reasons in words."""

from collections.abc import Callable

from citations.duplicates.cluster import Comparison, Verdict
from citations.duplicates.evidence import Evidence, features, gather
from citations.duplicates.policy import DEFAULT, Policy
from citations.duplicates.profile import Profile, profile
from citations.duplicates.relation import relation
from citations.duplicates.weights import probability
from citations.reference import Reference

_ALIKE = 0.75
_SURE = 0.99
_LONGEST_WEIGHED = 10


def plain_weight(word: str) -> float:
    """Say how telling ``word`` is by its length alone: 0.3 for two letters, 1 from ten on."""
    return 0.125 + 0.0875 * min(len(word), _LONGEST_WEIGHED)


def compare(a: Reference, b: Reference) -> Comparison:
    """Compare two references; the outcome does not depend on their order, but for the ids."""
    return judge(profile(a), profile(b), plain_weight, DEFAULT)


def _looks_alike(evidence: Evidence, score: float) -> bool:
    """Tell whether a reader would take the two for one work at first sight."""
    return score >= 0.5 or evidence.containment >= _ALIKE or evidence.title_short >= 0.9


def _verdict(
    pair: tuple[Profile, Profile], evidence: Evidence, score: float, policy: Policy
) -> tuple[Verdict, float, str | None]:
    a, b = pair
    if a.text == b.text and a.words and a.url == b.url:
        return Verdict.SAME, 1.0, "the printed texts are equal"
    alike = _looks_alike(evidence, score)
    reason = relation(a, b, evidence) if alike else None
    if reason is not None:
        return Verdict.RELATED, min(score, policy.same - 0.01), reason
    if score >= policy.same:
        return Verdict.SAME, score, None
    if score >= policy.possible:
        return Verdict.POSSIBLE, score, None
    return Verdict.DIFFERENT, score, None


def judge(a: Profile, b: Profile, weight: Callable[[str], float], policy: Policy) -> Comparison:
    """Compare two profiles; ``weight`` says how telling a word is among the references at hand."""
    if a.id > b.id:
        comparison = judge(b, a, weight, policy)
        return Comparison(
            left=a.id,
            right=b.id,
            score=comparison.score,
            verdict=comparison.verdict,
            reasons=comparison.reasons,
        )
    evidence = gather(a, b, weight)
    score = probability(features(evidence))
    verdict, score, mark = _verdict((a, b), evidence, score, policy)
    reasons = ((mark,) if mark else ()) + _reasons(a, b, evidence)
    if policy.keeps_apart(a.id, b.id):
        verdict, reasons = Verdict.DIFFERENT, ("an editor keeps these apart", *reasons)
    return Comparison(
        left=a.id, right=b.id, score=round(score, 4), verdict=verdict, reasons=reasons
    )


def _reasons(a: Profile, b: Profile, evidence: Evidence) -> tuple[str, ...]:
    """Say which parts agree and which differ, the most telling first."""
    reasons = []
    if evidence.identifier_same:
        reasons.append("same identifier")
    if evidence.identifier_conflict:
        reasons.append("different identifiers")
    if evidence.url_same:
        reasons.append("same web address")
    if a.title and b.title:
        if a.title == b.title:
            reasons.append("same title")
        elif a.main_title == b.main_title:
            reasons.append("same main title, subtitle differs")
        elif evidence.title_short >= 0.9:
            reasons.append("title nearly the same")
        elif evidence.title_short < 0.6:
            reasons.append("titles differ")
    if a.families and b.families:
        if evidence.author >= _SURE:
            reasons.append("same authors")
        elif evidence.author <= 0:
            reasons.append("authors differ")
        else:
            reasons.append("some authors in common")
    if evidence.year_same:
        reasons.append("same year")
    elif evidence.year_near:
        reasons.append("years one apart")
    elif evidence.year_conflict:
        reasons.append("years differ")
    shared = sorted(a.numbers & b.numbers, key=lambda number: (-len(number), number))
    if shared:
        reasons.append(f"numbers in common: {', '.join(shared[:4])}")
    elif evidence.numbers_conflict:
        reasons.append("no number in common")
    reasons.append(
        f"{round(evidence.containment * 100)} % of the shorter entry's words in the longer"
    )
    return tuple(reasons)
