"""Group flags that are alike: one rule, one paragraph. An editor reads them once."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.model.article import Article
from factcheck.model.finding import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Findings of one rule in one paragraph; ``lead`` is the most pressing, ``others`` follow."""

    lead: Finding
    others: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All of them, the lead first."""
        return (self.lead, *self.others)


def paragraph_of(finding: Finding, article: Article) -> int | None:
    """Return the block of the article's body that a finding begins in, None outside of it."""
    if finding.span is None:
        return None
    place = bisect_right(article.blocks, finding.span.start, key=lambda block: block.span.start) - 1
    if place < 0 or finding.span.start >= article.blocks[place].span.end:
        return None
    return place


def group(findings: Iterable[Finding], article: Article) -> tuple[Group, ...]:
    """Return the findings in groups, in the order in which each group's first one comes.

    What stands in no paragraph (an entry of the list, a fault of the whole page) is alone.
    """
    listed: dict[object, list[Finding]] = {}
    for number, finding in enumerate(findings):
        place = paragraph_of(finding, article)
        key = (finding.code, place) if place is not None else number
        listed.setdefault(key, []).append(finding)
    return tuple(_made(members) for members in listed.values())


def by_value(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings with the most valuable first (``factcheck.model.ranking``)."""
    return tuple(sorted(findings, key=lambda each: -each.value))


def _made(members: list[Finding]) -> Group:
    lead = max(members, key=lambda each: each.value)
    return Group(lead=lead, others=tuple(each for each in members if each is not lead))
