"""Take out the findings that the document itself allows, and name the allowances without effect."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from factcheck.model.article import Suppression
from factcheck.model.finding import Finding, Suppressed
from factcheck.rules import all_rules, find_rule, matches

LINT_FAMILY = "LNT"
"""The rules about the lint itself. They run last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What is left, what was allowed, and (suppression, word) indexes of words that did work."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    used: frozenset[tuple[int, int]]


def suppress(findings: Sequence[Finding], suppressions: Sequence[Suppression]) -> Outcome:
    """Part the findings that a suppression with a reason allows from the others.

    A suppression of a block allows what overlaps the block; one of the whole article allows
    everything. Findings of the LNT family are about suppressions and cannot be allowed here.
    """
    kept: list[Finding] = []
    allowed: list[Suppressed] = []
    used: set[tuple[int, int]] = set()
    for finding in findings:
        workers = [
            (index, place)
            for index, suppression in enumerate(suppressions)
            for place, word in enumerate(suppression.codes)
            if _allows(suppression, word, finding)
        ]
        used.update(workers)
        if workers:
            reason = _reason(suppressions[workers[0][0]])
            allowed.append(Suppressed(finding=finding, reason=reason))
        else:
            kept.append(finding)
    return Outcome(findings=tuple(kept), suppressed=tuple(allowed), used=frozenset(used))


def idle(
    suppressions: Sequence[Suppression],
    used: Collection[tuple[int, int]],
    ran: Collection[str],
) -> tuple[Suppression, ...]:
    """Return the suppressions with only those words of theirs that had no effect.

    A word for a rule that did not run (``ran`` holds the codes of those that did) is left out:
    nothing is known about it. A suppression without a reason keeps all its words.
    """
    unjudged = [rule for rule in all_rules() if rule.code not in ran]
    left = []
    for index, suppression in enumerate(suppressions):
        words = tuple(
            word
            for place, word in enumerate(suppression.codes)
            if not _reason(suppression)
            or ((index, place) not in used and not any(matches(rule, word) for rule in unjudged))
        )
        if words or not suppression.codes:
            left.append(replace(suppression, codes=words))
    return tuple(left)


def _allows(suppression: Suppression, word: str, finding: Finding) -> bool:
    if not _reason(suppression) or finding.code.startswith(LINT_FAMILY):
        return False
    if suppression.span is not None and (
        finding.span is None or not suppression.span.overlaps(finding.span)
    ):
        return False
    return matches(find_rule(finding.code), word)


def _reason(suppression: Suppression) -> str:
    return (suppression.reason or "").strip()
