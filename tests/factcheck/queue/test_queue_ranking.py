"""The queue's order and groups, and what decisions do to them."""

from dataclasses import replace

import pytest

from factcheck.model.article import Block, BlockKind, Span
from factcheck.model.finding import Report
from factcheck.model.ranking import tempered, value
from factcheck.queue import decisions, insight, views
from factcheck.queue.decisions import By
from factcheck.queue.engine import Queue
from factcheck.queue.scans import record
from factcheck.queue.states import DismissReason
from tests.factcheck.queue.scanned import by_text, lint, new_scan, scan

ADA = By(actor="ada")
PARAGRAPHS = ("The river rose! The mill fell! Who paid?", "The dam broke!")


def in_paragraphs(worth: float = 0.5) -> Report:
    """Lint two paragraphs, each a block, as if every sentence were worth so much."""
    text = "\n\n".join(PARAGRAPHS)
    made = lint(text)
    first = Span(0, len(PARAGRAPHS[0]))
    second = Span(first.end + 2, len(text))
    blocks = tuple(Block(kind=BlockKind.PARAGRAPH, span=span) for span in (first, second))
    return replace(
        made,
        article=replace(made.article, blocks=blocks),
        findings=tuple(replace(each, worth=worth) for each in made.findings),
    )


def test_the_queue_has_the_values_of_the_ranking(queue: Queue) -> None:
    report = in_paragraphs()
    record(queue, new_scan(report))
    items = views.list_findings(queue).items
    assert [each.code for each in items] == ["TST002", "TST001", "TST001", "TST001"]
    for each in items:
        assert each.value == pytest.approx(value(0.8, 0.5, each.severity))


def test_a_rule_that_was_wrong_sinks_at_the_next_scan(queue: Queue) -> None:
    scan(queue, "The river rose! Who paid?")
    before = by_text(queue)["The river rose!"].value
    decisions.dismiss(queue, 1, DismissReason.DETECTOR_WRONG, ADA)
    scan(queue, "The mill fell! Who paid?", key="other.md")
    after = by_text(queue)["The mill fell!"].value
    assert after == pytest.approx(before * tempered(1, decided=1, wrong=1), abs=1e-6)
    assert by_text(queue)["The river rose!"].value == before


def test_findings_of_one_rule_in_one_paragraph_are_alike(queue: Queue) -> None:
    record(queue, new_scan(in_paragraphs()))
    items = views.list_findings(queue).items
    named = {each.id: each.anchor.exact for each in items}
    found = insight.alike(queue, items)
    assert {named[one]: {named[other] for other in others} for one, others in found.items()} == {
        "The river rose!": {"The mill fell!"},
        "The mill fell!": {"The river rose!"},
    }


def test_what_is_decided_stands_in_no_group_any_more(queue: Queue) -> None:
    record(queue, new_scan(in_paragraphs()))
    mill = by_text(queue)["The mill fell!"]
    decisions.dismiss(queue, mill.id, DismissReason.COMMON_KNOWLEDGE, ADA)
    assert insight.alike(queue, views.list_findings(queue).items) == {mill.id: (1,)}


def test_what_stands_in_no_paragraph_is_alone(queue: Queue) -> None:
    scan(queue, "The river rose! The mill fell!")
    assert insight.alike(queue, views.list_findings(queue).items) == {}
    assert insight.alike(queue, ()) == {}
