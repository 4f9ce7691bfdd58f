"""Describe findings, decisions and events of the queue in lines of text."""

import json
from collections.abc import Iterator

from factcheck.cli.output import look
from factcheck.model.article import Span
from factcheck.queue.items import Context, Decision, Detail, Event, Outcome
from factcheck.reports.excerpt import excerpt
from factcheck.reports.reasons import reason
from factcheck.reports.visible import visible


def described(detail: Detail) -> Iterator[str]:
    """Yield the lines that show one finding in full."""
    item = detail.item
    yield f"{item.id}  {item.status.value}  {item.severity.value} {item.code} {item.name}"
    title = f" “{visible(item.article.title)}”" if item.article.title else ""
    yield f"    in:   {visible(item.article.key)}{title}"
    if detail.context is not None:
        yield from _quoted(detail.context)
    elif item.anchor.exact:
        yield f"    text: {visible(item.anchor.exact)}"
    yield f"    what: {visible(item.message)}"
    why = reason(item.code)
    if why:
        yield f"    why:  {why}"
    if item.fix:
        yield f"    do:   {visible(item.fix)}"
    for earlier in detail.earlier:
        made = f", {decided(earlier.decision)}" if earlier.decision else ""
        yield f"    was:  {earlier.id} “{visible(earlier.anchor.exact)}”{made}"
    if detail.superseded_by is not None:
        yield f"    now:  finding {detail.superseded_by} takes its place"
    for decision in detail.decisions:
        yield f"    {decided(decision)}"
    yield f"    mark: {item.fingerprint}"


def decided(decision: Decision) -> str:
    """Return a decision on one line."""
    text = f"{_when(decision)} {visible(decision.actor)}: {decision.verdict.value}"
    if decision.reason:
        text += f" ({decision.reason})"
    if decision.note:
        text += f" “{visible(decision.note)}”"
    return text + (" (taken back)" if decision.undone else "")


def outcome_line(outcome: Outcome) -> str:
    """Return what a decision came to, on one line."""
    again = " (had been decided already)" if outcome.repeated else ""
    return f"{outcome.item.id} is now {outcome.item.status.value}{again}"


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
    text = context.before + context.exact + context.after
    start = max(context.before.rfind("\n") + 1, 0)
    after = context.after.find("\n")
    end = len(text) if after < 0 else len(context.before) + len(context.exact) + after
    span = Span(len(context.before), len(context.before) + len(context.exact))
    for line, marks in excerpt(text, Span(start, end), span, min(look().width, 100) - 4):
        yield f"    {line}"
        if marks:
            yield f"    {marks}"
