"""What a report is written from: the outcome of every target, in the order they were given."""

from dataclasses import dataclass

from factcheck.model.finding import Finding, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One target: a report, or the line that says why there is none.

    ``target`` is what the user typed, without secrets.
    """

    target: str
    report: Report | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """The outcomes of a run. ``complete`` is False when it was interrupted before its end."""

    outcomes: tuple[Outcome, ...]
    complete: bool = True

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding of every target."""
        return tuple(
            finding
            for outcome in self.outcomes
            if outcome.report is not None
            for finding in outcome.report.findings
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a report may look: ``width`` in terminal cells; ``colour`` only adds, it never says."""

    width: int = 80
    colour: bool = False
