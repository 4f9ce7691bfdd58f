import csv
import datetime as dt
import io
import json

import pytest
from sqlalchemy import or_, text
from sqlmodel import select

from factcheck.errors import UnknownFinding, UsageError
from factcheck.model.finding import Severity
from factcheck.queue import decisions, export, views
from factcheck.queue.decisions import By
from factcheck.queue.engine import Queue
from factcheck.queue.filters import by_status
from factcheck.queue.items import Age
from factcheck.queue.reach import reach
from factcheck.queue.states import DismissReason, Status
from factcheck.queue.tables import FindingRow
from factcheck.queue.views import Filter, Order
from tests.factcheck.queue.scanned import Clock, scan

ADA = By(actor="ada")


@pytest.fixture(autouse=True)
def scanned(queue: Queue) -> None:
    scan(queue, "The river rose 100%! The mill fell! Who paid?", key="https://example.org/a")
    scan(queue, "=SUM(A1) they cried! Über the sea?", key="two.md")
    decisions.dismiss(queue, 1, DismissReason.DETECTOR_WRONG, By(actor="bo", note="@see notes"))
    decisions.claim(queue, 2, ADA)


@pytest.mark.parametrize(
    ("where", "ids"),
    [
        (Filter(), {1, 2, 3, 4, 5}),
        (Filter(statuses=(Status.OPEN,)), {3, 4, 5}),
        (Filter(statuses=(Status.DISMISSED, Status.CLAIMED)), {1, 2}),
        (Filter(rules=("TST001",)), {1, 2, 4}),
        (Filter(rules=("tst",)), {1, 2, 3, 4, 5}),
        (Filter(rules=("asking-sentence",)), {3, 5}),
        (Filter(rules=("TST00",)), set()),
        (Filter(severities=(Severity.ERROR,)), {3, 5}),
        (Filter(article="two.md"), {4, 5}),
        (Filter(article="2"), {4, 5}),
        (Filter(article="town and its"), {1, 2, 3, 4, 5}),
        (Filter(article="nowhere"), set()),
        (Filter(text="RIVER"), {1}),
        (Filter(text="riv"), {1}),
        (Filter(text="100%"), {1}),
        (Filter(text="uber THE"), {5}),
        (Filter(text='"the sea"'), {5}),
        (Filter(text='"sea the"'), set()),
        (Filter(text='"the se"'), set()),
        (Filter(text="rose -river"), set()),
        (Filter(text="loud -river"), {2, 3, 4, 5}),
        (Filter(text="loud -river -sum(a1"), {2, 3, 5}),
        (Filter(text="  "), {1, 2, 3, 4, 5}),
        (Filter(text="'; DROP TABLE finding; --"), set()),
        (Filter(text="river\x00\ud800"), {1}),
        (Filter(ids=(2, 4, 99)), {2, 4}),
        (Filter(newer_than=dt.timedelta(hours=1)), {1, 2, 3, 4, 5}),
        (Filter(older_than=dt.timedelta(hours=1)), set()),
        (Filter(rules=("TST001", "TST002"), severities=(Severity.ERROR,)), {3, 5}),
        (Filter(assignee="ada"), {2}),
        (Filter(min_confidence=0.81), set()),
        (Filter(statuses=(Status.OPEN,), rules=("TST001",), article="two.md"), {4}),
    ],
)
def test_filters(queue: Queue, where: Filter, ids: set[int]) -> None:
    assert {item.id for item in views.list_findings(queue, where).items} == ids
    assert views.counts(queue, where).total == len(ids)
    assert views.counts(queue, where, most=0).total <= len(ids)
    assert named_or_not(queue, where) == (ids, ids)


def named_or_not(queue: Queue, where: Filter) -> tuple[set[int | None], set[int | None]]:
    """Return what a filter finds if what it names is found first, and if it is only tested."""
    found = []
    with queue.reading() as session:
        for most in (None, -1):
            way = reach(session, where, queue.clock(), most=most)
            wanted = [*way.wanted, *way.tested]
            if way.named is not None:
                wanted.append(way.named)
            elif where.statuses:
                wanted.append(or_(*(condition for _, condition in by_status(where, queue.clock()))))
            found.append(set(session.exec(select(FindingRow.id).where(*wanted))))
    return (found[0], found[1])


SENTENCES = (
    "The harbour, the harbours and a harbourmaster!",
    "A master of the harbour!",
    "Café au lait, l'été, naïve, Straße!",
    "Ἑλλάς и Москва, 東京都の橋!",
    "1e5 and 3.14 and 2026-01-02 and x2y!",
    "under_score 100% 'quoted' (brackets)!",
)
QUERIES = (
    *(
        "harbour",
        '"harbour"',
        "har",
        '"the harbour"',
        '"of the harbour"',
        '"the harb"',
        "master of",
    ),
    *("harbour -master", 'harbour -"a master"', "the -the", "cafe", "ete", "strasse", "STRASSE"),
    *("Ἑλλ", "моск", "москва -東京", "東京", "京都", '"都の橋"', "都京", "1e5", "3.14", "2026-01"),
    *("x2", "2y", "under", "score", "under_score", "100%", "quoted", "l'ete", "brackets loud"),
)


@pytest.mark.parametrize("query", QUERIES)
def test_the_index_and_the_rows_answer_a_search_alike(queue: Queue, query: str) -> None:
    scan(queue, " ".join(SENTENCES), key="words.md")
    by_index, by_row = named_or_not(queue, Filter(text=query))
    assert by_index == by_row
    found = views.list_findings(queue, Filter(text=query)).items
    assert {item.id for item in found} == by_index


def test_a_lapsed_claim_is_open_in_lists_and_counts(queue: Queue, clock: Clock) -> None:
    clock.forward(minutes=15)
    where = Filter(statuses=(Status.OPEN,))
    assert {item.id for item in views.list_findings(queue, where).items} == {2, 3, 4, 5}
    assert not views.list_findings(queue, Filter(statuses=(Status.CLAIMED,))).items
    assert not views.list_findings(queue, Filter(assignee="ada")).items
    assert dict(views.counts(queue).by_status) == {Status.OPEN: 4, Status.DISMISSED: 1}


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("limit", [1, 2, 5, 50])
def test_pages_make_up_the_whole(queue: Queue, order: Order, limit: int) -> None:
    ids: list[int] = []
    after = None
    while True:
        where = Filter(article="1") if order is Order.PLACE else Filter()
        page = views.list_findings(queue, where, order=order, limit=limit, after=after)
        ids += [item.id for item in page.items]
        after = page.next
        if after is None:
            break
    orders = {Order.VALUE: [3, 5, 1, 2, 4], Order.NEWEST: [5, 4, 3, 2, 1], Order.PLACE: [1, 2, 3]}
    assert ids == orders.get(order, [1, 2, 3, 4, 5])


@pytest.mark.parametrize(
    "after", ["", "x", "1:", ":1", "1:x", "nan:x", "nan:1", "inf:1", "1:99999999999", "--"]
)
def test_a_page_that_is_none(queue: Queue, after: str) -> None:
    with pytest.raises(UsageError):
        views.list_findings(queue, after=after)


def test_counts(queue: Queue, clock: Clock) -> None:
    counts = views.counts(queue)
    assert counts.by_status == ((Status.OPEN, 3), (Status.CLAIMED, 1), (Status.DISMISSED, 1))
    assert counts.by_rule == (("TST001", 3), ("TST002", 2))
    assert counts.by_severity == ((Severity.ERROR, 2), (Severity.WARNING, 3))
    assert counts.by_age == ((Age.DAY, 5),)
    clock.forward(days=8)
    scan(queue, "The mill fell! New!", key="three.md")
    assert views.counts(queue).by_age == ((Age.DAY, 2), (Age.MONTH, 5))
    assert views.counts(queue, Filter(older_than=dt.timedelta(days=8))).total == 5
    assert views.counts(queue, Filter(newer_than=dt.timedelta(days=8))).total == 2


HOSTILE = (
    *('"', '"open', "-", "-river", "%", "_", "* ", "()", '""', '-"a b"', "'", "\\", ":*", "!&|<->"),
    *(
        "\x00",
        "\ud800",
        "NEAR",
        "AND OR NOT",
        "words:river",
        "{words}:river",
        "^river",
        "a" * 5_000,
    ),
    *("river*", "riv* OR 1=1", "' OR '1'='1", "1; DROP TABLE finding", "(((((", "'a' & !'b'", "$1"),
    *("%s", "%(x)s", ":sought", "?", "\u202eriver", "ﬁ", "—", "🏞", "川の水", "x " * 3_000),
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_search_finds_nothing_or_is_refused(queue: Queue, text: str) -> None:
    said = ""
    try:
        views.list_findings(queue, Filter(text=text))
        views.counts(queue, Filter(text=text))
    except UsageError as error:
        said = str(error)
    assert "\n" not in said
    assert len(said) < 400
    assert views.counts(queue).total == 5


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_other_filter_is_read_as_a_query(queue: Queue, text: str) -> None:
    for where in (Filter(rules=(text,)), Filter(article=text), Filter(assignee=text)):
        for order in (Order.VALUE, Order.NEWEST):
            views.list_findings(queue, where, order=order)
        views.counts(queue, where)
    with pytest.raises(UsageError):
        views.list_findings(queue, after=text)


def test_unspaced_scripts_are_found_in_the_middle(queue: Queue) -> None:
    scan(queue, "昨日川の水が増えた!", key="ja.md")
    found = views.list_findings(queue, Filter(text="川の水")).items
    assert [item.article.key for item in found] == ["ja.md"]
    assert not views.list_findings(queue, Filter(text="水の川")).items


def test_a_search_follows_the_text(queue: Queue) -> None:
    scan(queue, "The river rose 100%! The mill fell! Who paid?", key="https://example.org/a")
    assert views.counts(queue, Filter(text="rose")).total == 1
    with queue.writing() as session:
        session.connection().execute(text("UPDATE finding SET words = 'barge' WHERE id = 1"))
    assert views.counts(queue, Filter(text="rose")).total == 0
    assert views.counts(queue, Filter(text="barges")).total == 0
    assert views.counts(queue, Filter(text="barg")).total == 1


def test_history_goes_back(queue: Queue) -> None:
    whole = views.history(queue)
    assert [event.id for event in whole] == sorted((e.id for e in whole), reverse=True)
    assert views.history(queue, limit=3) + views.history(queue, after=whole[2].id) == whole
    assert [event.kind for event in views.history(queue, 1)] == ["dismiss", "found"]


def test_one_article_by_any_name(queue: Queue) -> None:
    assert views.article(queue, "https://example.org/a").id == 1
    assert views.article(queue, "2").key == "two.md"
    with pytest.raises(UnknownFinding, match="more than one article"):
        views.article(queue, "river")


def test_json_is_plain_and_whole(queue: Queue) -> None:
    exported = [export.as_dict(item) for item in export.every(queue)]
    again = json.loads(json.dumps(exported))
    assert again == exported
    first = next(one for one in again if one["id"] == 1)
    assert first["status"] == "dismissed"
    assert first["decision"]["reason"] == "detector_wrong"
    assert first["span"] == [0, 20]
    assert dt.datetime.fromisoformat(first["last_seen"]).tzinfo is not None
    assert export.as_dict(views.history(queue)[0])["kind"] == "claim"


def test_csv_hides_no_formula(queue: Queue) -> None:
    table = list(csv.DictReader(io.StringIO(export.as_csv(export.every(queue)))))
    assert len(table) == 5
    by_id = {row["id"]: row for row in table}
    assert by_id["4"]["exact"] == "'=SUM(A1) they cried!"
    assert by_id["1"]["note"] == "'@see notes"
    assert by_id["5"]["exact"] == "Über the sea?"
    for row in table:
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())


def test_counting_can_be_broken_off(queue: Queue) -> None:
    for number in range(3):
        scan(queue, "It broke! Who knew? It broke again! Why?", key=f"b{number}.md")
    every = views.counts(queue)
    assert (every.whole, views.counts(queue, most=every.total).whole) == (True, True)
    some = views.counts(queue, most=5)
    assert not some.whole
    assert 6 <= some.total < every.total
    narrow = views.Filter(article="b1.md")
    few = views.counts(queue, narrow, most=3)
    assert not few.whole
    assert few.total < 4
    enough = views.counts(queue, narrow, most=4)
    assert (enough.whole, enough.total) == (True, 4)
