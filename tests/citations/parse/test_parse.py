"""Whole references: printed text in, an item, spans and a kind out."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from citations import Entry, parse_reference, parse_references
from citations.item import Date, ItemType, Name
from tests.growth import grows_linearly

JOURNAL = (
    "Okafor, N., & Lindqvist, T. (2019). Rumours? Trust and water in Kano. River Studies, "
    "12(3), 101-19."
)
CHAPTER = (
    "Moreau, P. (2015). Counting boats. In L. Haas & M. Ruiz (Eds.), Ports of call (2nd ed., "
    "pp. 12–34). Harbour Press."
)


def test_apa_journal_article() -> None:
    item = parse_reference(JOURNAL).item
    assert item.type is ItemType.ARTICLE_JOURNAL
    assert item.author == (
        Name(family="Okafor", given="N."),
        Name(family="Lindqvist", given="T."),
    )
    assert item.title == "Rumours? Trust and water in Kano"
    assert item.container_title == "River Studies"
    assert (item.volume, item.issue, item.page) == ("12", "3", "101-119")
    assert item.issued == Date(year=2019)
    assert item.extra == ()


def test_apa_chapter() -> None:
    item = parse_reference(CHAPTER).item
    assert item.type is ItemType.CHAPTER
    assert item.title == "Counting boats"
    assert item.container_title == "Ports of call"
    assert [name.family for name in item.editor] == ["Haas", "Ruiz"]
    assert item.page == "12-34"
    assert item.publisher == "Harbour Press"


def test_apa_book_with_edition_and_doi() -> None:
    item = parse_reference(
        "Adeyemi, K. (2011). The slow dam (3rd ed.). Northgate Books. https://doi.org/10.5555/SLOW.1"
    ).item
    assert item.type is ItemType.BOOK
    assert (item.title, item.publisher) == ("The slow dam", "Northgate Books")
    assert (item.edition, item.doi) == ("3rd ed.", "10.5555/slow.1")


def test_apa_report_by_a_body() -> None:
    item = parse_reference("River Basin Authority. (2020). Annual report on floods.").item
    assert item.type is ItemType.REPORT
    assert item.author == (Name(literal="River Basin Authority"),)
    assert item.title == "Annual report on floods"


def test_apa_page_without_date() -> None:
    item = parse_reference(
        "Institute of Tides. (n.d.). How tides work. Retrieved June 4, 2020, from "
        "https://tides.example.org/how"
    ).item
    assert item.type is ItemType.WEBPAGE
    assert item.issued == Date(literal="n.d.")
    assert item.accessed == Date(year=2020, month=6, day=4)
    assert item.url == "https://tides.example.org/how"


def test_apa_newspaper_article() -> None:
    item = parse_reference(
        "Vance, R. (2018, July 1). A bridge too late. The Guardian. https://paper.example/a/1"
    ).item
    assert item.type is ItemType.ARTICLE_NEWSPAPER
    assert item.container_title == "The Guardian"
    assert item.issued == Date(year=2018, month=7, day=1)


@pytest.mark.parametrize(
    ("text", "title", "container"),
    [
        (
            "Okafor, Nnamdi. “The Last Ferry.” River Studies 12, no. 3 (2019): 101–19.",
            "The Last Ferry",
            "River Studies",
        ),
        (
            "Haas, Lena (2017): Der letzte Kahn. In: Flussblätter, 4 (2), S. 13-15.",
            "Der letzte Kahn",
            "Flussblätter",
        ),
        (
            "Okafor N, Lindqvist T. Trust and water in Kano. River Stud. 2019;12(3):101-19.",
            "Trust and water in Kano",
            "River Stud",
        ),
    ],
    ids=["chicago", "german", "vancouver"],
)
def test_other_styles(text: str, title: str, container: str) -> None:
    item = parse_reference(text).item
    assert (item.title, item.container_title) == (title, container)


@pytest.mark.parametrize(
    "text",
    [
        "Share this article on Facebook Twitter Email",
        "By JANE DOE and JOHN ROE | Updated 4 p.m.",
        "© 2021 The Paper. All rights reserved.",
        "Read next: five ways to cross a river",
        "The ferry has carried passengers across the river for a hundred years.",
        "",
        "   ",
        "***",
    ],
)
def test_knows_what_is_no_reference(text: str) -> None:
    reference = parse_reference(text)
    assert reference.kind == "not_a_reference"
    assert reference.confidence == 0.0


@pytest.mark.parametrize(
    "text",
    [
        "Ibid., p. 45.",
        "Ebd., S. 3.",
        "Id. at 12.",
        "Haas, op. cit., p. 7.",
        "Okafor, supra note 3.",
    ],
)
def test_knows_a_back_reference(text: str) -> None:
    assert parse_reference(text).kind == "back_reference"


def test_ibid_gets_the_item_before_and_its_own_page() -> None:
    first, second = parse_references([JOURNAL, "Ibid., p. 105."])
    assert second.kind == "back_reference"
    assert second.item.title == first.item.title
    assert second.item.page == "105"


def test_op_cit_finds_its_author_and_not_the_entry_before() -> None:
    first, _, third = parse_references([JOURNAL, CHAPTER, "Okafor, op. cit., p. 110."])
    assert third.item.title == first.item.title
    assert ("refers_to", first.id) in third.item.extra


def test_a_dash_repeats_the_authors_before() -> None:
    first, second, third = parse_references(
        [
            CHAPTER,
            "———. (2016). More boats. Harbour Press.",
            "———. (2017). No boats. Harbour Press.",
        ]
    )
    assert second.item.author == third.item.author == first.item.author
    assert second.item.title == "More boats"


def test_ids_depend_on_the_text_alone_and_equal_texts_are_told_apart() -> None:
    one, two, three = parse_references([JOURNAL, CHAPTER, JOURNAL])
    assert one.id.startswith("ref-")
    assert len(one.id) == 16
    assert three.id == f"{one.id}-2"
    assert parse_references([CHAPTER, JOURNAL])[1].id == one.id
    assert two.id != one.id


def test_entries_keep_their_place() -> None:
    entry = Entry(position=7, text=JOURNAL, label="8")
    assert parse_references([entry])[0].entry is entry


def test_spans_cover_the_printed_value() -> None:
    reference = parse_reference(JOURNAL)
    printed = {span.name: JOURNAL[span.start : span.end] for span in reference.fields}
    assert printed["page"] == "101-19"
    assert printed["author"] == "Okafor, N., & Lindqvist, T."
    assert printed["issued"] == "2019"


@given(st.text(max_size=300))
@example("\ud800")
@example("(" * 200)
@example("10.1000/" * 30)
def test_never_raises_and_spans_lie_inside(text: str) -> None:
    reference = parse_reference(text)
    for before, after in zip(reference.fields, reference.fields[1:], strict=False):
        assert before.end <= after.start
    for span in reference.fields:
        assert 0 <= span.start < span.end <= len(text)


PIECES = st.sampled_from(
    [
        "Doe, J.",
        "(2019).",
        "In ",
        "“A title”",
        "et al.",
        "12(3), 4-5.",
        "https://a.example/b- c",
        "Ibid.",
        "pp. 3",
        "Vol. 4",
        "—",
        "Hrsg.",
        "doi:10.1000/x",
        ". ",
        ", ",
        "Press: ",
        "[Tweet]",
    ]
)


@given(st.lists(PIECES, max_size=12).map(" ".join))
def test_nothing_printed_is_lost(text: str) -> None:
    reference = parse_reference(text)
    if reference.kind != "reference":
        return
    printed = [text[span.start : span.end] for span in reference.fields]
    kept = " ".join([*printed, *(value for _, value in reference.item.extra)])
    for word in ("Doe", "title", "Tweet"):
        assert (word in text) == (word in kept)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "Smith, J., ",
        "(",
        "“",
        "‘",
        "1-",
        "10.1000/a ",
        "https://a.b/c- ",
        "vol. 1 ",
        "[",
        ". A",
        "In ",
    ],
)
def test_time_stays_bounded(piece: str) -> None:
    assert grows_linearly(parse_reference, piece, 20_000 // len(piece))


def test_import_is_cheap_and_needs_no_factcheck() -> None:
    code = (
        "import sys, time; start = time.perf_counter(); from citations import parse_references;"
        "cost = time.perf_counter() - start;"
        "foreign = ('factcheck', 'httpx', 'lxml');"
        "assert not [name for name in sys.modules if name.startswith(foreign)];"
        "print(cost)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert float(out.stdout) < 1.0  # 0.2 s on a quiet machine; CI is not quiet


def test_the_seed_article_is_parsed_whole(shared: Path) -> None:
    expected = json.loads((shared / "data" / "seed" / "expected.json").read_text("utf-8"))
    references = parse_references(expected["references"])
    assert len({reference.id for reference in references}) == len(references)
    for reference in references:
        item = reference.item
        assert reference.kind == "reference"
        assert item.title
        assert item.title in reference.entry.text
        assert len(item.author) == 2
        assert item.issued == Date(year=2020)
        assert item.extra == ()
    assert references[1].item == references[2].item
    assert references[1].item.page == "543-566"
    assert references[1].item.type is ItemType.ARTICLE_JOURNAL


def test_a_dash_before_another_author_stands_for_the_first_alone() -> None:
    before, after = parse_references(
        [
            "Doe, Jane. Tides. London: Basin Press, 2004.",
            "———, and Peter Roe. “Dredging.” Basin Review 4 (2020): 3–19.",
        ]
    )
    assert [name.family for name in after.item.author] == ["Doe", "Roe"]
    assert "repeated_author" not in dict(after.item.extra)
    assert [name.family for name in before.item.author] == ["Doe"]


@pytest.mark.parametrize(
    ("lead", "rest"),
    [
        ("For more see ", "Karl Marsh, “Dredging without regrets”, Basin Review 41, 2020"),
        ("Vgl. dazu ", "Marsh, Karl: Baggern ohne Reue. Saltmünde 2020."),
        ("See also ", "Marsh, K. (2020). Dredging without regrets. Basin Review, 41, 1–9."),
        ("Voir notamment ", "Marsh, K., « Draguer sans regret », Revue des bassins, 41, 2020."),
    ],
)  # fmt: skip
def test_what_leads_up_to_a_source_is_no_part_of_it(lead: str, rest: str) -> None:
    reference = parse_reference(lead + rest)
    assert reference.item.title
    assert all(span.start >= len(lead) for span in reference.fields)
    assert [name.family for name in reference.item.author] == ["Marsh"]
