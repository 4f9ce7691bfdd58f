import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from citations.item import Date, Item, ItemType, Name
from citations.reference import Entry, FieldSpan, Reference
from factcheck.errors import UnknownFinding, UsageError
from factcheck.queue import decisions, views
from factcheck.queue.decisions import By
from factcheck.queue.engine import Queue
from factcheck.queue.items import ListedReference
from factcheck.queue.scans import record
from factcheck.queue.states import DismissReason, Resolution, Status, Verdict
from factcheck.queue.upkeep import check
from tests.factcheck.queue.scanned import ALL_RULES, by_text, lint, new_scan, scan, skip, suppress

ADA = By(actor="ada")
RIVER = "The river rose faster than anyone had feared!"
WALL = "Who paid for the “new” wall beside the mill?"
MILL = "The old mill was gone by noon on Friday!"
CALM = "Nobody was hurt."
TEXT = f"{RIVER} {CALM}\n\n{WALL}\n\n{MILL} {CALM}"


def decide_all(queue: Queue) -> None:
    items = by_text(queue)
    decisions.dismiss(queue, items[RIVER].id, DismissReason.COMMON_KNOWLEDGE, ADA)
    decisions.confirm(queue, items[WALL].id, ADA)
    decisions.resolve(queue, items[MILL].id, Resolution.REWORDED, ADA)


def test_a_second_scan_adds_nothing(queue: Queue, row_counts: Callable[[], dict[str, int]]) -> None:
    references = (listed("ref-1", "Ada, 2020."),)
    first = record(queue, new_scan(lint(TEXT), references=references))
    before = row_counts()
    second = record(queue, new_scan(lint(TEXT), references=references))
    assert (first.new, first.unchanged) == (3, False)
    assert (second.new, second.kept, second.gone, second.unchanged) == (0, 3, 0, True)
    assert row_counts() == before
    assert len(views.scans(queue, "article.md")) == 2
    assert views.references(queue, "article.md") == references


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{CALM} {CALM}\n\n{TEXT}", id="inserted paragraph"),
        pytest.param(f"{MILL} {CALM}\n\n{RIVER} {CALM}\n\n{WALL}", id="moved paragraph"),
        pytest.param(TEXT.replace(" ", "  ").replace("\n\n", "\n\n\n"), id="white space"),
        pytest.param(TEXT.replace("“", '"').replace("”", '"'), id="straight quotes"),
        pytest.param(TEXT.replace(CALM, "Two people were hurt."), id="other sentence changed"),
    ],
)
def test_every_decision_is_kept(queue: Queue, text: str) -> None:
    scan(queue, TEXT)
    decide_all(queue)
    before = {item.fingerprint: (item.id, item.status) for item in by_text(queue).values()}
    summary = scan(queue, text)
    assert (summary.kept, summary.new, summary.gone, summary.stale) == (3, 0, 0, 0)
    after = {item.fingerprint: (item.id, item.status) for item in by_text(queue).values()}
    assert after == before
    assert check(queue) == ()


def test_a_moved_finding_is_shown_where_it_is_now(queue: Queue) -> None:
    scan(queue, TEXT)
    scan(queue, f"{CALM}\n\n{TEXT}")
    item = by_text(queue)[RIVER]
    assert item.span is not None
    assert item.span.start == len(CALM) + 2
    context = views.show(queue, item.id).context
    assert context is not None
    assert context.before.endswith(CALM + "\n\n")
    assert context.exact == RIVER


def test_seeing_a_finding_again_is_no_conflict(queue: Queue) -> None:
    scan(queue, TEXT)
    seen = by_text(queue)[RIVER]
    scan(queue, f"{CALM}\n\n{TEXT}")
    decisions.confirm(queue, seen.id, By(actor="ada", seen_version=seen.version))


def test_a_reworded_sentence_is_stale_with_the_old_decision_in_view(queue: Queue) -> None:
    scan(queue, TEXT)
    decide_all(queue)
    old = by_text(queue)[RIVER]
    reworded = "The river rose much faster than people had feared!"
    summary = scan(queue, TEXT.replace(RIVER, reworded))
    assert (summary.stale, summary.gone, summary.kept, summary.new) == (1, 1, 2, 0)
    new = by_text(queue)[reworded]
    assert new.status is Status.STALE
    assert new.decision is None
    detail = views.show(queue, new.id)
    assert [one.id for one in detail.earlier] == [old.id]
    assert detail.earlier[0].decision is not None
    assert detail.earlier[0].decision.reason == DismissReason.COMMON_KNOWLEDGE
    gone = views.show(queue, old.id)
    assert gone.item.status is Status.GONE
    assert gone.item.resume is Status.DISMISSED
    assert gone.superseded_by == new.id
    assert check(queue) == ()


def test_what_nobody_decided_is_open_when_reworded(queue: Queue) -> None:
    scan(queue, TEXT)
    old = by_text(queue)[RIVER]
    scan(queue, TEXT.replace("feared", "dreaded"))
    new = by_text(queue)[RIVER.replace("feared", "dreaded")]
    assert (new.status, new.supersedes) == (Status.OPEN, old.id)


def test_a_sentence_of_another_rule_is_no_match(queue: Queue) -> None:
    scan(queue, TEXT)
    decide_all(queue)
    summary = scan(queue, TEXT.replace(RIVER, RIVER.replace("!", "?")))
    assert (summary.stale, summary.new) == (0, 1)


def test_a_repaired_sentence_is_gone_and_regressed_when_back(queue: Queue) -> None:
    scan(queue, TEXT)
    decide_all(queue)
    repaired = TEXT.replace(WALL, "The wall was paid for by the town.")
    assert scan(queue, repaired).gone == 1
    assert by_text(queue)[WALL].status is Status.GONE
    assert scan(queue, repaired).gone == 0
    assert scan(queue, TEXT).regressed == 1
    back = by_text(queue)[WALL]
    assert back.status is Status.REGRESSED
    assert back.decision is not None
    assert back.decision.verdict is Verdict.CONFIRM
    kinds = [event.kind for event in views.show(queue, back.id).events]
    assert kinds == ["found", "confirm", "missing", "back"]


def test_a_dismissal_holds_when_the_same_text_is_back(queue: Queue) -> None:
    scan(queue, TEXT)
    decide_all(queue)
    scan(queue, TEXT.replace(RIVER, ""))
    assert by_text(queue)[RIVER].status is Status.GONE
    assert scan(queue, TEXT).returned == 1
    assert by_text(queue)[RIVER].status is Status.DISMISSED


def test_a_resolved_finding_is_gone_then_regressed(queue: Queue) -> None:
    scan(queue, TEXT)
    decide_all(queue)
    scan(queue, TEXT.replace(MILL, ""))
    scan(queue, TEXT)
    assert by_text(queue)[MILL].status is Status.REGRESSED


@pytest.mark.parametrize("how", ["deselected", "skipped"])
def test_only_findings_of_rules_that_ran_can_go(queue: Queue, how: str) -> None:
    scan(queue, TEXT)
    report = skip(lint(TEXT), "TST002")
    if how == "deselected":
        report = dataclasses.replace(report, skipped=())
        summary = record(queue, new_scan(report, rules_run=ALL_RULES - {"TST002"}))
    else:
        summary = record(queue, new_scan(report))
    assert summary.gone == 0
    assert by_text(queue)[WALL].status is Status.OPEN


def test_what_the_document_allows_is_gone_and_says_so(queue: Queue) -> None:
    scan(queue, TEXT)
    record(queue, new_scan(suppress(lint(TEXT), "the mayor's own words")))
    item = by_text(queue)[WALL]
    assert item.status is Status.GONE
    last = views.show(queue, item.id).events[-1]
    assert last.payload == {"allowed_in_document": "the mayor's own words"}


def test_equal_sentences_are_told_apart(queue: Queue) -> None:
    assert scan(queue, f"{RIVER} {RIVER} {RIVER}").new == 3
    assert scan(queue, f"{RIVER} {RIVER}").gone == 1


def test_articles_do_not_mix(queue: Queue) -> None:
    scan(queue, TEXT, key="one.md")
    decisions.dismiss(queue, 1, DismissReason.NOT_CHECKABLE, ADA)
    assert scan(queue, TEXT, key="two.md").new == 3
    assert len(views.articles(queue)) == 2


def test_a_fingerprint_twice_in_one_report_is_one_finding(queue: Queue) -> None:
    report = lint(TEXT)
    doubled = dataclasses.replace(report, findings=report.findings * 2)
    assert record(queue, new_scan(doubled)).new == 3
    assert record(queue, new_scan(doubled)).kept == 3


def test_text_no_database_can_hold(queue: Queue) -> None:
    hostile = "A \x00 and a \ud800 rose!"
    scan(queue, hostile, key="a\x00b\ud800.md")
    assert scan(queue, hostile, key="a\x00b\ud800.md").kept == 1
    (item,) = by_text(queue).values()
    assert item.anchor.exact == "A \ufffd and a \ufffd rose!"
    assert views.show(queue, item.id).context is not None


def test_an_empty_article(queue: Queue) -> None:
    assert scan(queue, "").present == 0


def test_a_scan_needs_a_name(queue: Queue) -> None:
    with pytest.raises(UsageError):
        record(queue, dataclasses.replace(new_scan(lint(TEXT)), actor=" "))


def listed(id_: str, text: str, **item: Any) -> ListedReference:
    entry = Entry(position=0, text=text, label="3", links=("https://example.org/",), ids=("r3",))
    reference = Reference(
        id=id_,
        entry=entry,
        item=Item(**item),
        fields=(FieldSpan(name="title", start=0, end=3),),
        confidence=0.5,
    )
    return ListedReference(reference=reference, citation_key="ada2020", cluster=1)


def test_references_come_back_whole(queue: Queue) -> None:
    first = listed(
        "ref-1",
        "Ada, B. (2020). Rivers.",
        type=ItemType.BOOK,
        title="Rivers",
        author=(Name(family="Ada", given="B."), Name(literal="River Board")),
        issued=Date(year=2020, circa=True),
        extra=(("note", "second printing"),),
    )
    again = dataclasses.replace(first, cluster=None, citation_key=None)
    record(queue, new_scan(lint(TEXT), references=(first, again)))
    assert views.references(queue, "article.md") == (first, again)
    record(queue, new_scan(lint(TEXT), references=(again,)))
    assert views.references(queue, "article.md") == (again,)


def test_the_document_comes_back_whole(queue: Queue) -> None:
    scanned = new_scan(lint(TEXT))
    record(queue, scanned)
    assert views.document(queue, "article.md") == scanned.document
    with pytest.raises(UnknownFinding):
        views.document(queue, "other.md")
