import pytest

from citations.item import Date, Item, ItemType
from citations.reference import Entry, Reference
from factcheck.config import Settings
from factcheck.errors import DecisionConflict, UnknownFinding, UsageError
from factcheck.model.document import Document
from factcheck.queue import merges, views
from factcheck.queue.decisions import By
from factcheck.queue.engine import Queue
from factcheck.queue.items import ListedReference
from factcheck.queue.scans import record
from factcheck.queue.upkeep import check
from factcheck.scanning import Recorder
from tests.factcheck.queue.scanned import lint, new_scan

ADA = By(actor="ada")
ARTICLE = """# Walls

The river was walled [1, 2].

## References

1. Miller, A. (2019). Rivers and their walls. Journal of Floods, 4(2), 11-29.
2. Miller, A. (2019). Rivers and their walls. Journal of Floods, 4(2), 11-29. Reprint.
"""


def listed(id_: str, text: str, item: Item) -> ListedReference:
    entry = Entry(position=0, text=text)
    return ListedReference(reference=Reference(id=id_, entry=entry, item=item, confidence=0.9))


@pytest.fixture
def two(queue: Queue) -> Queue:
    full = Item(type=ItemType.BOOK, title="Rivers and walls", issued=Date(year=2019))
    short = Item(type=ItemType.BOOK, title="Rivers", publisher="Bank")
    references = (listed("r1", "Miller, Rivers.", full), listed("r2", "Miller: Rivers", short))
    record(queue, new_scan(lint("Calm."), references=references))
    return queue


def test_a_merge_is_previewed_made_and_undone(two: Queue) -> None:
    seen = merges.preview(two, "article.md", ("r1", "r2"))
    choices = {choice.name: choice for choice in seen.fields}
    assert choices["title"].values == ("Rivers and walls", "Rivers")
    assert (choices["title"].differs, choices["type"].differs) == (True, False)
    assert (seen.item.title, seen.item.publisher) == ("Rivers and walls", "Bank")
    made = merges.merge(two, "article.md", ("r1", "r2"), ADA, {"title": "r2"})
    assert made.item is not None
    assert (made.item.title, made.item.issued) == ("Rivers", Date(year=2019))
    assert merges.judgements(two, "article.md") == (made,)
    assert merges.undo_judgement(two, made.id, ADA).undone
    assert [one.undone for one in merges.judgements(two, "article.md")] == [True]
    with pytest.raises(DecisionConflict, match="already"):
        merges.undo_judgement(two, made.id, ADA)
    assert [event.kind for event in views.history(two)] == ["unmerge", "merge"]
    assert check(two) == ()


@pytest.mark.parametrize(
    ("ids", "chosen"),
    [(("r1",), {}), (("r1", "r1"), {}), (("r1", "r9"), {}), (("r1", "r2"), {"title": "r9"}),
     (("r1", "r2"), {"__class__": "r1"})],
)  # fmt: skip
def test_a_merge_that_is_none(two: Queue, ids: tuple[str, ...], chosen: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        merges.merge(two, "article.md", ids, ADA, chosen)
    with pytest.raises(UnknownFinding):
        merges.undo_judgement(two, 99, ADA)


def test_not_a_duplicate_is_remembered_by_later_scans(queue: Queue) -> None:
    recorder = Recorder(queue, Settings(), "ada")

    def codes(text: str) -> list[str]:
        recorder.scan_document(
            Document(target="walls.md", body=text.encode(), media_type="text/markdown")
        )
        found = views.list_findings(queue).items
        return [one.code for one in found if one.present and one.code in ("REF001", "REF002")]

    assert codes(ARTICLE) != []
    ids = tuple(one.reference.id for one in views.references(queue, "walls.md"))
    made = merges.keep_apart(queue, "walls.md", ids, ADA)
    assert codes(ARTICLE.replace("Rivers and", "RIVERS and").replace("was walled", "is")) == []
    merges.undo_judgement(queue, made.id, ADA)
    assert codes(ARTICLE) != []
    assert check(queue) == ()
