"""What the desk asks about one article: its scans' changes, its file, and it alone."""

import pytest

from factcheck.errors import UnknownFinding
from factcheck.queue import decisions, evidence, views
from factcheck.queue.check_file import check_file
from factcheck.queue.decisions import By
from factcheck.queue.engine import Queue
from factcheck.queue.evidence import ClaimVerdict, NewEvidence
from factcheck.queue.filters import Filter
from factcheck.queue.items import Item
from factcheck.queue.lists import Order
from factcheck.queue.rescans import Changed, changes_of
from factcheck.queue.states import DismissReason, Status
from tests.factcheck.queue.scanned import by_text, scan

ADA = By(actor="ada")
MILL = "The old mill by the river fell into the water on Monday night!"
MOVED = "The old mill by the river fell into the water on Monday morning!"


def texts(changed: Changed) -> tuple[int, list[str]]:
    found: tuple[Item, ...] = changed.findings
    return changed.count, [item.anchor.exact for item in found]


def test_a_scan_says_what_is_new_gone_stale_and_back(queue: Queue) -> None:
    first = scan(queue, f"{MILL} Who paid? Nobody knew!").scan_id
    changes = changes_of(queue, first)
    assert texts(changes.new) == (3, [MILL, "Who paid?", "Nobody knew!"])
    assert (changes.gone, changes.stale, changes.back) == (Changed(), Changed(), Changed())
    decisions.dismiss(queue, by_text(queue)[MILL].id, DismissReason.OWN_REPORTING, ADA)

    second = changes_of(queue, scan(queue, f"{MOVED} Nobody knew! The sea came!").scan_id)
    assert texts(second.new) == (1, ["The sea came!"])
    assert texts(second.stale) == (1, [MOVED])
    assert set(texts(second.gone)[1]) == {MILL, "Who paid?"}

    third = changes_of(queue, scan(queue, f"{MOVED} Nobody knew! Who paid?").scan_id)
    assert texts(third.back) == (1, ["Who paid?"])
    assert third.back.findings[0].status is Status.REGRESSED
    assert texts(third.gone) == (1, ["The sea came!"])
    again = changes_of(queue, scan(queue, f"{MOVED} Nobody knew! Who paid?").scan_id)
    assert not again.any


def test_only_so_many_are_shown_and_all_are_counted(queue: Queue) -> None:
    made = scan(queue, " ".join(f"Alarm {number}!" for number in range(12)))
    changes = changes_of(queue, made.scan_id, limit=5)
    assert (changes.new.count, len(changes.new.findings)) == (12, 5)


def test_a_check_file_holds_what_was_decided_and_withholds_what_is_confidential(
    queue: Queue,
) -> None:
    scan(queue, f"{MILL} Who paid? Nobody knew!")
    scan(queue, "Another one!", key="other.md")
    mill, paid = by_text(queue)[MILL], by_text(queue)["Who paid?"]
    decisions.dismiss(queue, mill.id, DismissReason.OWN_REPORTING, ADA)
    decisions.undo(queue, mill.id, ADA)
    decisions.confirm(queue, mill.id, ADA)
    evidence.add_evidence(queue, paid.id, NewEvidence(source="a driver", confidential=True), ADA)
    evidence.assess(queue, paid.id, ClaimVerdict.ACCURATE, ADA)
    sheets = check_file(queue, views.article(queue, 1))
    assert [sheet.item.anchor.exact for sheet in sheets] == [MILL, "Who paid?", "Nobody knew!"]
    assert [(one.verdict, one.undone) for one in sheets[0].decisions] == [
        ("dismiss", True),
        ("undo", False),
        ("confirm", False),
    ]
    (withheld,) = sheets[1].record.evidence
    assert (withheld.source, withheld.confidential) == (evidence.WITHHELD, True)
    assert sheets[1].record.verdict is ClaimVerdict.ACCURATE
    assert sheets[2].decisions == ()
    assert sheets[2].record.evidence == ()


def test_a_number_names_an_article_whatever_others_are_called(queue: Queue) -> None:
    scan(queue, "First!")
    scan(queue, "Second!", key="1")
    assert views.article(queue, 1).key == "article.md"
    assert views.article(queue, 2).key == "1"
    found = views.list_findings(queue, Filter(article_id=2)).items
    assert [item.anchor.exact for item in found] == ["Second!"]
    assert views.list_findings(queue, Filter(article_id=2), order=Order.PLACE).items == found
    for none in (0, -1, 3, 10**30):
        with pytest.raises(UnknownFinding):
            views.article(queue, none)


def test_the_history_can_leave_out_what_scans_saw(queue: Queue) -> None:
    scan(queue, "First! Second!")
    decisions.confirm(queue, 1, ADA)
    assert [event.kind for event in views.history(queue)] == ["confirm", "found", "found"]
    assert [event.kind for event in views.history(queue, scans=False)] == ["confirm"]
