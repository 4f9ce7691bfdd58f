"""One HTML page to look at, print or send on: the article with what was found beside it.

The page stands alone: its style is in it, it runs no script and loads nothing.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from lxml.html import tostring
from lxml.html.builder import E

from factcheck.model.article import Article, BlockKind, Span
from factcheck.model.finding import Finding, Report, Severity
from factcheck.model.grouping import Group, group
from factcheck.reports.batch import Batch, Look, Outcome
from factcheck.reports.pieces import Mark, MarkKind, Piece, cut, shared_out
from factcheck.reports.places import find_place
from factcheck.reports.reasons import reason
from factcheck.reports.tally import summary, tally, verdict
from factcheck.reports.visible import visible

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_TAGS = {
    BlockKind.QUOTE: E.blockquote,
    BlockKind.LIST_ITEM: E.p,
    BlockKind.CAPTION: E.p,
    BlockKind.TABLE: E.p,
    BlockKind.PARAGRAPH: E.p,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """An article with its findings numbered as the page's addresses are.

    ``marks`` and ``notes`` are those of each block and entry, by its span; None has the notes about
    what stands in none of them, such as the article as a whole.
    """

    report: Report
    numbers: Mapping[int, int]
    marks: Mapping[Span, list[Mark]]
    notes: Mapping[Span | None, list[Group]]

    @property
    def article(self) -> Article:
        return self.report.article

    def number(self, finding: Finding) -> int:
        return self.numbers[id(finding)]


def render(batch: Batch, look: Look) -> str:  # noqa: ARG001 every format takes the same arguments
    """Return the batch as one HTML page."""
    count = 0
    parts: list[Any] = []
    for outcome in batch.outcomes:
        parts.append(_outcome(outcome, count))
        count += len(outcome.report.findings) if outcome.report is not None else 0
    title = f"factcheck: {visible(summary(batch))}"
    page = E.html(
        E.head(
            E.meta(charset="utf-8"),
            E.meta({"http-equiv": "Content-Security-Policy", "content": _POLICY}),
            E.meta(name="viewport", content="width=device-width, initial-scale=1"),
            E.title(title),
            E.style(files("factcheck.reports").joinpath("page.css").read_text(encoding="utf-8")),
        ),
        E.body(
            E.header(E.p(visible(summary(batch))), E.p({"class": "verdict"}, f"{verdict(batch)}.")),
            E.main(*parts),
        ),
        lang="en",
    )
    return f"{tostring(page, doctype='<!doctype html>', encoding='unicode')}\n"


def _outcome(outcome: Outcome, count: int) -> Any:
    report = outcome.report
    if report is None:
        return E.article(
            E.h1(visible(outcome.target)),
            E.p({"class": "error"}, f"not read: {visible(outcome.error or '')}"),
        )
    sheet = _sheet(report, count)
    article = report.article
    head = [
        E.h1(visible(article.title or outcome.target)),
        E.p({"class": "about"}, _about(outcome)),
    ]
    whole = _notes(sheet, None)
    return E.article(
        E.div({"class": "row"}, E.div(*head, _contents(sheet)), *whole),
        *_body(sheet),
        *_entries(sheet),
        *_rest(report),
    )


def _sheet(report: Report, count: int) -> _Sheet:
    """Share out the findings in one pass; the first one's number is that after ``count``."""
    article = report.article
    placed = [each.span for each in article.entries]
    regions = sorted([each.span for each in article.blocks] + placed)
    marks = [
        Mark(each.span, MarkKind.FINDING, str(place))
        for place, each in enumerate(report.findings)
        if each.span is not None
    ]
    notes: dict[Span | None, list[Group]] = {}
    for alike in group(report.findings, article):
        notes.setdefault(_region_of(alike.lead.span, regions), []).append(alike)
    return _Sheet(
        report=report,
        numbers={id(each): count + place for place, each in enumerate(report.findings, start=1)},
        marks=dict(zip(regions, shared_out(marks, regions), strict=True)),
        notes=notes,
    )


def _region_of(span: Span | None, regions: Sequence[Span]) -> Span | None:
    """Return the region that a span begins in, None where it begins in none."""
    if span is None:
        return None
    number = bisect_right(regions, span.start, key=lambda region: region.start) - 1
    region = regions[number] if number >= 0 else None
    return region if region and span.start < max(region.end, region.start + 1) else None


def _about(outcome: Outcome) -> str:
    if outcome.report is None:
        return ""
    article = outcome.report.article
    stated = (outcome.target, article.byline, article.published and article.published.isoformat())
    counts = tally(outcome.report.counts)
    return " · ".join([visible(each) for each in stated if each] + [counts])


def _contents(sheet: _Sheet) -> Any:
    """List the findings by rule, most severe first, each with its place as a link."""
    by_rule: dict[tuple[int, str, str], list[Finding]] = {}
    for each in sheet.report.findings:
        by_rule.setdefault((-each.severity.rank, each.code, each.name), []).append(each)
    return E.ul(
        {"class": "contents"},
        *(
            E.li(
                _badge(found[0].severity),
                f" {code} {name}: ",
                *_joined(
                    _link(sheet, each, find_place(sheet.article, each.span).name) for each in found
                ),
            )
            for (_, code, name), found in sorted(by_rule.items(), key=lambda pair: pair[0])
        ),
    )


def _joined(links: Iterable[Any]) -> Iterator[Any]:
    for place, link in enumerate(links):
        if place:
            yield ", "
        yield link


def _link(sheet: _Sheet, finding: Finding, text: str) -> Any:
    return E.a({"href": f"#note-{sheet.number(finding)}"}, text)


def _body(sheet: _Sheet) -> Iterator[Any]:
    for block in sheet.article.blocks:
        if block.kind is BlockKind.HEADING:
            element = getattr(E, f"h{min(max(block.level, 1) + 1, 6)}")
        else:
            element = _TAGS[block.kind]
        text = element({"class": block.kind.value.replace("_", "-")}, *_marked(sheet, block.span))
        yield E.div({"class": "row"}, text, *_notes(sheet, block.span))


def _entries(sheet: _Sheet) -> Iterator[Any]:
    if sheet.article.entries:
        yield E.h2("References")
    for placed in sheet.article.entries:
        number = E.span({"class": "number"}, f"{placed.entry.position + 1}. ")
        text = E.p({"class": "entry"}, number, *_marked(sheet, placed.span))
        yield E.div({"class": "row"}, text, *_notes(sheet, placed.span))


def _marked(sheet: _Sheet, within: Span) -> Iterator[Any]:
    for piece in cut(sheet.article.text, within, sheet.marks[within]):
        yield _piece(sheet, piece)


def _piece(sheet: _Sheet, piece: Piece) -> Any:
    if not piece.marks:
        return visible(piece.text)
    about = [sheet.report.findings[int(mark.about)] for mark in piece.marks]
    worst = max(about, key=lambda each: each.severity.rank)
    began = [sheet.report.findings[int(mark.about)] for mark in piece.begins]
    targets = (E.a({"id": f"mark-{sheet.number(each)}"}) for each in began)
    links = (E.sup(_link(sheet, each, str(sheet.number(each)))) for each in began)
    return E.mark({"class": worst.severity.value}, *targets, *links, visible(piece.text))


def _notes(sheet: _Sheet, within: Span | None) -> Iterator[Any]:
    """Yield the notes about what begins in a block or entry, or (None) in none of them."""
    notes = [_note(sheet, alike) for alike in sheet.notes.get(within, ())]
    if notes:
        yield E.aside(*notes)


def _note(sheet: _Sheet, alike: Group) -> Any:
    lead = alike.lead
    number = sheet.number(lead)
    sure = f", {lead.confidence:.0%} sure" if lead.confidence < 1 else ""
    name = f"{number} " if lead.span is None else ""
    back: list[Any] = (
        [] if lead.span is None else [E.a({"href": f"#mark-{number}"}, str(number)), " "]
    )
    lines = [
        E.p(
            {"class": "head"}, name, *back, _badge(lead.severity), f" {lead.code} {lead.name}{sure}"
        )
    ]
    lines.append(E.p(visible(lead.message)))
    lines += [_other(sheet, each) for each in alike.others]
    read = lead.sentence or lead.span
    lines += [
        _see(sheet.article, span)
        for span in lead.related
        if read is None or not read.contains(span)
    ]
    if lead.fix:
        lines.append(E.p(E.b("Do: "), visible(lead.fix)))
    why = reason(lead.code)
    if why:
        lines.append(E.details(E.summary("Why"), E.p(why)))
    return E.section({"class": lead.severity.value, "id": f"note-{number}"}, *lines)


def _other(sheet: _Sheet, finding: Finding) -> Any:
    number = str(sheet.number(finding))
    words = visible(finding.anchor.exact or finding.message)
    return E.p(
        {"id": f"note-{number}"}, "Also ", E.a({"href": f"#mark-{number}"}, number), f": “{words}”"
    )


def _see(article: Article, span: Span) -> Any:
    words = " ".join(visible(article.quote(span)).split())
    return E.p(E.b("See: "), f"{find_place(article, span).name}: “{words}”")


def _badge(severity: Severity) -> Any:
    return E.span({"class": f"badge {severity.value}"}, severity.value)


def _rest(report: Report) -> Iterator[Any]:
    said = [
        f"{each.finding.code} by {each.by}, because: {visible(each.reason)}"
        for each in report.suppressed
        if each.reason
    ]
    if said:
        yield E.h2("Allowed")
        yield E.ul(*(E.li(each) for each in said))
    if report.skipped:
        yield E.h2("Skipped")
        yield E.ul(*(E.li(f"{each.code}: {visible(each.reason)}") for each in report.skipped))
