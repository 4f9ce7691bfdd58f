"""Text for people: the sentence with the span underlined, what, why, and what to do.

Findings of one rule in one paragraph stand together: the most pressing in full, the others as
"also". Why a rule matters, and advice that stays the same, stand at the first finding only; who
reads the tenth finding of a rule has read them.
"""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.model.article import Article, Span
from factcheck.model.finding import Finding, Report, Severity
from factcheck.model.grouping import group
from factcheck.reports.batch import Batch, Look, Outcome
from factcheck.reports.excerpt import excerpt
from factcheck.reports.lines import INDENT, columns, labelled, paragraph
from factcheck.reports.places import find_place
from factcheck.reports.reasons import reason
from factcheck.reports.tally import summary, tally, verdict
from factcheck.reports.visible import visible, width

_BOLD, _PLAIN = "1", "0"
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}


@dataclass(slots=True)
class _Told:
    """What the reader has been told: the words of a rule, and whether some were left out."""

    words: set[tuple[str, str]] = field(default_factory=set)
    left_out: bool = False

    def is_news(self, code: str, text: str) -> bool:
        if (code, text) in self.words:
            self.left_out = True
            return False
        self.words.add((code, text))
        return True


def render(batch: Batch, look: Look) -> str:
    """Return the batch as text; colour only repeats what the words say."""
    told = _Told()
    blocks = [_outcome(outcome, look, told) for outcome in batch.outcomes]
    if len(batch.outcomes) > 1:
        for outcome, block in zip(batch.outcomes, blocks, strict=True):
            if outcome.report is not None:
                block += ["", *paragraph(tally(outcome.report.counts), look)]
    if told.left_out:
        blocks.append(paragraph("(why and do stand at the first finding that they go for)", look))
    blocks.append(
        [*paragraph(visible(summary(batch)), look), *paragraph(f"{verdict(batch)}.", look)]
    )
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _outcome(outcome: Outcome, look: Look, told: _Told) -> list[str]:
    lines = [_paint(visible(outcome.target), _BOLD, look)]
    report = outcome.report
    if report is None:
        return [*lines, *labelled("error", f"not read: {visible(outcome.error or '')}", look)]
    if report.article.title:
        lines += paragraph(f"“{visible(report.article.title)}”", look)
    for alike in group(report.findings, report.article):
        lines += ["", *_finding(alike.lead, report.article, look)]
        for other in alike.others:
            lines += _also(other, report.article, look)
        lines += _advice(alike.lead, look, told)
    rest = list(_rest(report, look))
    return [*lines, "", *rest] if rest else lines


def _finding(finding: Finding, article: Article, look: Look) -> Iterator[str]:
    place = find_place(article, finding.span)
    where = place.name if place.line is None else f"{place.name}, line {place.line}"
    head = _paint(f"{finding.severity.value} {finding.code}", _COLOURS[finding.severity], look)
    sure = f", {finding.confidence:.0%} sure" if finding.confidence < 1 else ""
    title, detail = f"{finding.severity.value} {finding.code} {finding.name}", f"({where}{sure})"
    if width(title) + 1 + width(detail) <= columns(look):
        yield f"{head} {finding.name} {detail}"
    else:
        yield f"{head} {finding.name}"
        yield f"{INDENT}{detail}"
    shown = finding.sentence or finding.span
    if finding.span is not None and shown is not None:
        yield from _quoted(article, shown, finding.span, look)
    yield from labelled("what", visible(finding.message), look)
    for span in finding.related:
        if shown is not None and shown.start <= span.start and span.end <= shown.end:
            continue  # it has just been read
        other = " ".join(visible(article.quote(span)).split())
        quoted = textwrap.shorten(other, 80, placeholder=" …")
        yield from labelled("see", f"{find_place(article, span).name}: “{quoted}”", look)


def _also(finding: Finding, article: Article, look: Look) -> list[str]:
    """Name a finding of the same rule in the same paragraph by its words alone."""
    words = " ".join(visible(finding.anchor.exact or finding.message).split())
    sure = f" ({finding.confidence:.0%} sure)" if finding.confidence < 1 else ""
    place = find_place(article, finding.span)
    line = "" if place.line is None else f"line {place.line}, "
    return labelled("also", f"{line}“{textwrap.shorten(words, 80, placeholder=' …')}”{sure}", look)


def _advice(finding: Finding, look: Look, told: _Told) -> Iterator[str]:
    why = reason(finding.code)
    if why and told.is_news(finding.code, why):
        yield from labelled("why", why, look)
    if finding.fix and told.is_news(finding.code, finding.fix):
        yield from labelled("do", visible(finding.fix), look)


def _quoted(article: Article, sentence: Span, span: Span, look: Look) -> Iterator[str]:
    for line, marks in excerpt(article.text, sentence, span, columns(look) - len(INDENT)):
        yield f"{INDENT}{line}"
        if marks:
            yield f"{INDENT}{_paint(marks, _BOLD, look)}"


def _rest(report: Report, look: Look) -> Iterator[str]:
    for allowed in report.suppressed:
        if not allowed.reason:
            continue  # counted in the last line: a baseline may know hundreds
        text = f"{allowed.finding.code} by {allowed.by}, because: {visible(allowed.reason)}"
        yield from labelled("allowed", text, look)
    for skipped in report.skipped:
        yield from labelled("skipped", f"{skipped.code}: {visible(skipped.reason)}", look)


def _paint(text: str, colour: str, look: Look) -> str:
    return f"\x1b[{colour}m{text}\x1b[{_PLAIN}m" if look.colour else text
