"""What a queue's address narrows the list to, as links: a standing, or a filter to drop."""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.queue.states import Status
from factcheck.web.asking import AGES, ME, Asked, Standing
from factcheck.web.plots import rule_name
from factcheck.web.words import word


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link to another list; ``current`` tells that it is the one shown."""

    label: str
    href: str
    current: bool = False


_TABS: tuple[tuple[str, tuple[Status | Standing, ...], str | None], ...] = (
    ("Waiting", (), None),
    ("Mine", (), ME),
    ("Writer", (Status.NEEDS_WRITER,), None),
    ("2nd reading", (Status.RESOLVED,), None),
    ("Put off", (Status.SNOOZED,), None),
    ("Settled", (Standing.SETTLED,), None),
    ("All", (Standing.ALL,), None),
)


def tabs(asked: Asked) -> tuple[Link, ...]:
    """Return the lists that a desk works through; the other filters stay."""
    return tuple(
        Link(
            label=label,
            href=asked.filtered(state=list(states), assignee=assignee),
            current=tuple(asked.state) == states and asked.assignee == assignee,
        )
        for label, states, assignee in _TABS
    )


def chips(asked: Asked) -> tuple[Link, ...]:
    """Return the filters in force, each with the address without it."""
    return tuple(_chips(asked))


def _chips(asked: Asked) -> Iterator[Link]:
    known = {(states, assignee) for _, states, assignee in _TABS}
    if (tuple(asked.state), asked.assignee) not in known:
        for state in asked.state:
            rest = [one for one in asked.state if one != state]
            yield Link(label=word(state), href=asked.filtered(state=rest))
    for severity in asked.severity:
        rest_of = [one for one in asked.severity if one != severity]
        yield Link(label=str(severity), href=asked.filtered(severity=rest_of))
    for rule in asked.rule:
        others = [one for one in asked.rule if one != rule]
        yield Link(label=f"{rule} {rule_name(rule)}".strip(), href=asked.filtered(rule=others))
    for name, label in _single(asked):
        yield Link(label=label, href=asked.filtered(**{name: None}))


def _single(asked: Asked) -> Iterator[tuple[str, str]]:
    if asked.text:
        yield "text", f"“{asked.text}”"
    if asked.article:
        yield "article", f"article {asked.article}"
    if asked.assignee and asked.assignee != ME:
        yield "assignee", f"claimed by {asked.assignee}"
    if asked.age is not None:
        yield "age", f"first seen {AGES[asked.age]}"
    if asked.sure is not None:
        yield "sure", f"at least {asked.sure:.0%} sure"
