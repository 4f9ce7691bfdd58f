"""Text for people: the sentence with the span underlined, what, why, and what to do."""

import textwrap
from collections.abc import Iterator

from factcheck.model.article import Article, Span
from factcheck.model.finding import Finding, Report, Severity
from factcheck.reports.batch import Batch, Look, Outcome
from factcheck.reports.excerpt import excerpt
from factcheck.reports.places import find_place
from factcheck.reports.reasons import reason
from factcheck.reports.tally import summary, tally
from factcheck.reports.visible import visible

_INDENT = "    "
_WIDEST = 100  # longer lines are hard to read, however wide the terminal
_BOLD, _PLAIN = "1", "0"
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}


def render(batch: Batch, look: Look) -> str:
    """Return the batch as text; colour only repeats what the words say."""
    parts = [_outcome(outcome, look) for outcome in batch.outcomes]
    closing = "\n".join(_wrapped(visible(summary(batch)), look))
    return "\n".join([*parts, closing]) + "\n"


def _outcome(outcome: Outcome, look: Look) -> str:
    lines = [_paint(visible(outcome.target), _BOLD, look)]
    report = outcome.report
    if report is None:
        lines += _paragraph("error", f"not read: {visible(outcome.error or '')}", look)
        return "\n".join(lines) + "\n"
    if report.article.title:
        lines += _wrapped(f"“{visible(report.article.title)}”", look)
    for finding in report.findings:
        lines += ["", *_finding(finding, report.article, look)]
    lines += ["", *_rest(report, look)]
    return "\n".join(lines) + "\n"


def _finding(finding: Finding, article: Article, look: Look) -> Iterator[str]:
    place = find_place(article, finding.span)
    where = place.name if place.line is None else f"{place.name}, line {place.line}"
    head = _paint(f"{finding.severity.value} {finding.code}", _COLOURS[finding.severity], look)
    sure = f", {finding.confidence:.0%} sure" if finding.confidence < 1 else ""
    title, detail = f"{finding.severity.value} {finding.code} {finding.name}", f"({where}{sure})"
    if len(title) + 1 + len(detail) <= _columns(look):
        yield f"{head} {finding.name} {detail}"
    else:
        yield f"{head} {finding.name}"
        yield f"{_INDENT}{detail}"
    if finding.span is not None:
        yield from _quoted(article, finding.sentence or finding.span, finding.span, look)
    yield from _paragraph("what", visible(finding.message), look)
    for span in finding.related:
        other = " ".join(visible(article.quote(span)).split())
        quoted = textwrap.shorten(other, 80, placeholder=" …")
        yield from _paragraph("see", f"{find_place(article, span).name}: “{quoted}”", look)
    why = reason(finding.code)
    if why:
        yield from _paragraph("why", why, look)
    if finding.fix:
        yield from _paragraph("do", visible(finding.fix), look)


def _quoted(article: Article, sentence: Span, span: Span, look: Look) -> Iterator[str]:
    columns = _columns(look) - len(_INDENT)
    for line, marks in excerpt(article.text, sentence, span, columns):
        yield f"{_INDENT}{line}"
        if marks:
            yield f"{_INDENT}{_paint(marks, _BOLD, look)}"


def _rest(report: Report, look: Look) -> Iterator[str]:
    yield tally(report.counts) + (
        f"; {len(report.suppressed)} allowed by the document" if report.suppressed else ""
    )
    for allowed in report.suppressed:
        yield from _paragraph(
            "allowed", f"{allowed.finding.code}, because: {visible(allowed.reason)}", look
        )
    for skipped in report.skipped:
        yield from _paragraph("skipped", f"{skipped.code}: {visible(skipped.reason)}", look)


def _paragraph(label: str, text: str, look: Look) -> list[str]:
    lead = f"{_INDENT}{label}: "
    return textwrap.wrap(
        text,
        _columns(look),
        initial_indent=lead,
        subsequent_indent=" " * (len(_INDENT) + 2),
        break_on_hyphens=False,
    )


def _wrapped(text: str, look: Look) -> list[str]:
    return textwrap.wrap(text, _columns(look), break_on_hyphens=False)


def _columns(look: Look) -> int:
    return max(40, min(look.width, _WIDEST))


def _paint(text: str, colour: str, look: Look) -> str:
    return f"\x1b[{colour}m{text}\x1b[{_PLAIN}m" if look.colour else text
