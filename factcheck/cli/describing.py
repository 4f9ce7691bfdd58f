"""Describe findings, decisions and events of the queue in lines of text."""

import json
from collections.abc import Iterator

from factcheck.cli.output import look
from factcheck.model.article import Span
from factcheck.queue.evidence import ClaimRecord
from factcheck.queue.items import Context, Decision, Detail, Event, Outcome
from factcheck.queue.views import CONTEXT
from factcheck.reports.excerpt import excerpt
from factcheck.reports.lines import INDENT, columns, labelled
from factcheck.reports.reasons import reason
from factcheck.reports.visible import visible


def described(detail: Detail, record: ClaimRecord) -> Iterator[str]:
    """Yield the lines that show one finding in full, and how much is known of it as a claim."""
    item, shape = detail.item, look()
    yield f"{item.id}  {item.status.value}  {item.severity.value} {item.code} {item.name}"
    title = f" “{visible(item.article.title)}”" if item.article.title else ""
    yield from labelled("in", f"{visible(item.article.key)}{title}", shape)
    if detail.context is not None:
        yield from _quoted(detail.context)
    elif item.anchor.exact and item.anchor.exact not in item.message:
        yield from labelled("text", visible(item.anchor.exact), shape)
    yield from labelled("what", visible(item.message), shape)
    why = reason(item.code)
    if why:
        yield from labelled("why", why, shape)
    if item.fix:
        yield from labelled("do", visible(item.fix), shape)
    for earlier in detail.earlier:
        made = f", {decided(earlier.decision)}" if earlier.decision else ""
        was = f"{earlier.id} “{visible(earlier.anchor.exact)}”{made}"
        yield from labelled("was", was, shape)
    if detail.superseded_by is not None:
        yield from labelled("now", f"finding {detail.superseded_by} takes its place", shape)
    for decision in detail.decisions:
        yield f"{INDENT}{decided(decision)}"
    if record.evidence or record.assessments:
        yield f"{INDENT}claim: {_known(record)}; 'factcheck queue evidence {item.id}' shows it"
    yield f"{INDENT}mark: {item.fingerprint}"


def _known(record: ClaimRecord) -> str:
    pieces = sum(not one.withdrawn for one in record.evidence)
    said = f"{pieces} piece{'s' if pieces != 1 else ''} of evidence"
    if record.verdict is None:
        return said
    second = f" and {visible(record.second_reader)}" if record.second_reader else ""
    agree = "" if record.agreed or not second else ", who differ"
    return f"{said}, {record.verdict} by {visible(record.first_reader or '')}{second}{agree}"


def decided(decision: Decision) -> str:
    """Return a decision on one line."""
    text = f"{_when(decision)} {visible(decision.actor)}: {decision.verdict.value}"
    if decision.reason:
        text += f" ({decision.reason})"
    if decision.until:
        text += f" until {decision.until:%Y-%m-%d %H:%M}"
    if decision.note:
        text += f" “{visible(decision.note)}”"
    return text + (" (taken back)" if decision.undone else "")


def outcome_line(outcome: Outcome) -> str:
    """Return what a decision came to, on one line."""
    again = " (had been decided already)" if outcome.repeated else ""
    until = f" until {outcome.item.until:%Y-%m-%d %H:%M} UTC" if outcome.item.until else ""
    return f"{outcome.item.id} is now {outcome.item.status.value}{until}{again}"


def event_line(event: Event) -> str:
    """Return an event of the history on one line."""
    states = ""
    if event.to_status is not None:
        before = event.from_status.value if event.from_status is not None else "new"
        states = f" {before} -> {event.to_status.value}"
    stated = {name: value for name, value in event.payload.items() if value not in (None, "")}
    payload = f" {json.dumps(stated, ensure_ascii=False, default=str)}" if stated else ""
    number = f" finding {event.finding_id}" if event.finding_id is not None else ""
    return visible(f"{_when(event)} {event.actor}: {event.kind}{number}{states}{payload}")


def _when(thing: Decision | Event) -> str:
    return thing.at.strftime("%Y-%m-%d %H:%M:%S")


def _quoted(context: Context) -> Iterator[str]:
    before, after = _start(context.before), _end(context.after)
    text = before + context.exact + after
    span = Span(len(before), len(before) + len(context.exact))
    for line, marks in excerpt(text, Span(0, len(text)), span, columns(look()) - len(INDENT)):
        yield f"{INDENT}{line}"
        if marks:
            yield f"{INDENT}{marks}"


def _start(before: str) -> str:
    """Return what stands before the finding in its paragraph, from the start of a word."""
    _, line_feed, line = before.rpartition("\n")
    if line_feed or len(before) < CONTEXT:
        return line
    _, blank, whole = before.partition(" ")
    return f"… {whole}" if blank else "…"


def _end(after: str) -> str:
    """Return what stands after the finding in its paragraph, to the end of a word."""
    line, line_feed, _ = after.partition("\n")
    if line_feed or len(after) < CONTEXT:
        return line
    whole, blank, _ = after.rpartition(" ")
    return f"{whole} …" if blank else "…"
