"""What rules yield (hits) and what the lint makes of them (findings, a report)."""

from dataclasses import dataclass, field

from factcheck.model.article import Anchor, Article, Span
from factcheck.model.ranking import UNRATED, value
from factcheck.model.severity import Severity

__all__ = ["Finding", "Hit", "Report", "Severity", "Skipped", "Suppressed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What a rule yields.

    ``span`` indexes ``Article.text``; None where the fault has no place (a missing date).
    ``subject`` names what the hit is about when that is not the quoted text itself: a reference
    id, a URL. ``related`` are other places to look at; ``fix`` says what to do, in one sentence.
    A ``minor`` hit is one step less severe than its rule.
    """

    message: str
    span: Span | None = None
    subject: str = ""
    related: tuple[Span, ...] = ()
    fix: str | None = None
    confidence: float = 1.0
    minor: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A hit with its rule's code and severity, an anchor and a fingerprint.

    ``sentence`` is the span of the sentence, entry or block that the finding stands in, for
    showing it; None where the fault has no place. ``worth`` (0-1) is the check-worthiness of the
    claim that it is about, ``ranking.UNRATED`` where it is about none.
    """

    code: str
    name: str
    severity: Severity
    confidence: float
    message: str
    fingerprint: str
    anchor: Anchor
    span: Span | None = None
    sentence: Span | None = None
    subject: str = ""
    related: tuple[Span, ...] = ()
    fix: str | None = None
    worth: float = UNRATED

    @property
    def value(self) -> float:
        """What a look at it is worth: see ``factcheck.model.ranking``."""
        return value(self.confidence, self.worth, self.severity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppressed:
    """A finding that the document itself allows, or a baseline, with the reason ``by`` gives.

    The reason is "" where a baseline only says that the finding was there before.
    """

    finding: Finding
    reason: str
    by: str = "the document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A rule that could not judge, and why: never shown as clean."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The outcome of a lint. ``counts`` are (severity, number) pairs, error first."""

    article: Article
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    counts: tuple[tuple[Severity, int], ...] = field(default=())
