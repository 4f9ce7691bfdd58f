"""What rules yield (hits) and what the lint makes of them (findings, a report)."""

from dataclasses import dataclass, field
from enum import StrEnum

from factcheck.model.article import Anchor, Article, Span


class Severity(StrEnum):
    """How much a fault matters; separate from how sure we are."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return ("info", "warning", "error").index(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What a rule yields.

    ``span`` indexes ``Article.text``; None where the fault has no place (a missing date).
    ``subject`` names what the hit is about when that is not the quoted text itself: a reference
    id, a URL. ``related`` are other places to look at; ``fix`` says what to do, in one sentence.
    """

    message: str
    span: Span | None = None
    subject: str = ""
    related: tuple[Span, ...] = ()
    fix: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A hit with its rule's code and severity, an anchor and a fingerprint.

    ``sentence`` is the span of the sentence, entry or block that the finding stands in, for
    showing it; None where the fault has no place.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppressed:
    """A finding that the document itself allows, with the reason it gives."""

    finding: Finding
    reason: str


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
