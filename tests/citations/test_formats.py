"""The laws of the formats and of normalising, on any items and on any text."""

import sys
from subprocess import run

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.field_names import CSL, RIS
from citations.formats import Style, names, read, write
from citations.item import Date, Item, ItemType, Name
from citations.keys import make_keys
from citations.normalise import STEPS, Step, normalise

FORMATS = ("biblatex", "bibtex", "csl-json", "ris")
NASTY = st.text(
    st.sampled_from(
        "abcXYZ 019-–—'’`“”\"{}\\%&#_$~^<>|@=,.:;!?/éüÅøßıДя中ا\n\t\x00\ud800\u200b\u0301"
    ),
    max_size=14,
)
FORMULAS = st.sampled_from(
    [
        "$x_1$",
        "$\\alpha$",
        "H$_2$O",
        "$5 and $10",
        "$O(n \\log n)$",
        "α",
        "αβγ",
        "₂",
        "³",
        "$\\input{a}$",
        "$a$b$",
        "US$5,A$",
        "\\(x\\)",
        "\\url{a~b}",
        "a, b; c",
        "Berg, Jan van",
        "{A and B}",
        "note: x",
        "~a: b",
        "manual",
        "Master's thesis",
    ]
)
TEXT = st.none() | NASTY | st.text(max_size=10) | st.lists(FORMULAS, max_size=3).map(" ".join)
NAMES = st.builds(Name, family=TEXT, given=TEXT, particle=TEXT, suffix=TEXT, literal=TEXT)
INTEGER = st.none() | st.integers(-5, 40) | st.integers(1400, 2100)
DATES = st.none() | st.builds(
    Date,
    year=INTEGER,
    month=INTEGER,
    day=INTEGER,
    circa=st.booleans(),
    literal=TEXT,
    end_year=INTEGER,
)
NAMES_TEXT = st.lists(st.text("abAB ,{}.", max_size=8), max_size=3).map(" and ".join)
WORDS = st.text("abcdefgh_:|%~-", max_size=6) | st.sampled_from(
    [
        "title",
        "note",
        "key",
        "type",
        "id",
        "N1",
        "month",
        "crossref",
        "genre",
        "collection-title",
        "entrytype",
        *sorted({*CSL, *RIS.values(), *CSL.values()}),
    ]
)
# A few fields an item: making all of them takes longer than testing them.
ITEMS = st.fixed_dictionaries(
    {},
    optional={
        "type": st.sampled_from(ItemType),
        "title": TEXT,
        "container_title": TEXT,
        "author": st.lists(NAMES, max_size=3).map(tuple),
        "editor": st.lists(NAMES, max_size=2).map(tuple),
        "issued": DATES,
        "accessed": DATES,
        "publisher": TEXT,
        "publisher_place": TEXT,
        "volume": TEXT,
        "issue": TEXT,
        "page": TEXT | st.sampled_from(["12-15", "543-66", "pp. 3–4", "e12", "1-2, 5-6"]),
        "edition": TEXT | st.sampled_from(["2nd ed.", "Second", "3. Aufl."]),
        "doi": TEXT
        | st.sampled_from(["10.1000/A_b(1)", "https://doi.org/10.1/x", "10.1234/a{b}%20"]),
        "isbn": TEXT | st.just("0-306-40615-2"),
        "issn": TEXT | st.just("0378-5955"),
        "pmid": TEXT | st.just("123456"),
        "arxiv": TEXT | st.just("2101.00001v2"),
        "url": TEXT | st.sampled_from(["https://x.org/a_b?c={1}%20&d=~e#f", "www.x.org/é"]),
        "language": TEXT,
        "extra": st.lists(st.tuples(WORDS, NASTY | FORMULAS | NAMES_TEXT), max_size=4).map(tuple),
    },
).map(lambda fields: Item(**fields))


@given(ITEMS)
@settings(max_examples=60, deadline=None)
def test_normalising_twice_changes_nothing(item: Item) -> None:
    once = normalise(item)
    assert normalise(once) == once


@pytest.mark.parametrize("name", FORMATS)
@given(st.lists(ITEMS, max_size=2))
@settings(max_examples=40, deadline=None)
def test_what_is_written_is_read(name: str, items: list[Item]) -> None:
    given_items = tuple(map(normalise, items))
    found = read(write(given_items, name), name)
    assert found.items == given_items
    assert found.problems == ()
    assert len(found.keys) == len(given_items)


@pytest.mark.parametrize("name", FORMATS)
@given(
    st.text(max_size=80) | st.text(st.sampled_from('@article{a,=}"#\\\n TY-[]{}:1,'), max_size=80)
)
@settings(max_examples=50, deadline=None)
def test_no_text_makes_a_reader_raise(name: str, text: str) -> None:
    read(text, name)


@given(st.lists(ITEMS, max_size=4))
@settings(max_examples=20, deadline=None)
def test_keys_are_unlike_plain_and_stable(items: list[Item]) -> None:
    keys = make_keys(items)
    assert len(set(keys)) == len(items)
    assert all(key.isascii() and key.isalnum() and key == key.lower() for key in keys)
    assert make_keys(items[:-1]) == keys[:-1] or not items


def test_colliding_keys_get_letters() -> None:
    items = [Item(title="Spring", author=(Name(family="Łoś"),), issued=Date(year=2001))] * 3
    assert make_keys(items) == ("los2001spring", "los2001springa", "los2001springb")


def test_the_formats_are_found_by_their_modules() -> None:
    assert names() == FORMATS
    with pytest.raises(ValueError, match="there are biblatex"):
        read("", "endnote")


def test_a_style_gives_keys() -> None:
    text = write([Item(title="A")], "bibtex", Style(keys=("mine",)))
    assert read(text, "bibtex").keys == ("mine",)


PROTECTED = {
    "acronym": ("The role of NATO in war", "The role of {NATO} in war"),
    "brand": ("Why the iPhone won", "Why the {iPhone} won"),
    "name": ("The war in Ukraine: a history", "The war in {Ukraine}: a history"),
    "after colon": ("On war: A history of it", "On war: A history of it"),
    "title case": ("The Long War in Ukraine Ends", "The Long War in Ukraine Ends"),
    "capitals": ("THE LONG WAR ENDS", "THE LONG WAR ENDS"),
    "dotted": ("Trade with the U.S. now", "Trade with the {U.S}. now"),
}


@pytest.mark.parametrize(("title", "written"), PROTECTED.values(), ids=PROTECTED)
def test_capitals_that_mean_something_are_protected(title: str, written: str) -> None:
    assert f"title = {{{written}}}," in write([Item(title=title)], "bibtex")


FILES = {
    "repeated field": ("@book{a, title={One}, title={Two}}", "Two", 2),
    "unclosed": ("@book{a, title={One}\n@book{b, title={Two}}", "Two", 1),
    "repeated key": ("@book{a, title={One}}\n@book{a, title={Two}}", "Two", 1),
    "concatenation": ('@string{x = "Phys"}@book{a, title = x # "ics" # {!}}', "Physics!", 0),
    "undefined string": ("@book{a, title = nowhere}", "nowhere", 1),
    "crlf and bom": ("\ufeff@book{a,\r\n title={One}}\r\n", "One", 0),
    "latex": (
        r"@book{a, title={\'{E}t{\"u}de \"o \ss{} {\o} \emph{x} \v{C}}}",
        "Étüde ö ß ø x Č",
        0,
    ),
    "parentheses": ("@book(a, title={One})", "One", 0),
    "address left alone": ("@misc{a, url={http://x.org/a_b?x=1&y=%20}}", "a_b?x=1&y=%20", 0),
}


@pytest.mark.parametrize(("text", "holds", "problems"), FILES.values(), ids=FILES)
def test_bibtex_files_of_all_kinds(text: str, holds: str, problems: int) -> None:
    found = read(text, "bibtex")
    assert holds in repr(found.items)
    assert bool(found.problems) == bool(problems)


def test_comments_and_broken_blocks_are_kept() -> None:
    text = "% free\n@comment{kept}\n@preamble{{x}}\n@string{s = {t}}\n"
    text += "@book{a, oops\n@book{b, title=s}\n"
    found = read(text, "bibtex")
    assert any("free" in other for other in found.other)
    assert any("kept" in other for other in found.other)
    assert any("preamble" in other for other in found.other)
    assert any("oops" in problem.raw for problem in found.problems)
    assert found.items[-1].title == "t"


NAMES_READ = {
    "von last first": ("van der Berg, Jan", Name(family="Berg", given="Jan", particle="van der")),
    "von last jr first": (
        "de la Cruz, Jr., Ana", Name(family="Cruz", given="Ana", particle="de la", suffix="Jr.")
    ),
    "first von last": ("Jan van Eyck", Name(family="Eyck", given="Jan", particle="van")),
    "body": ("{World Health Organization}", Name(literal="World Health Organization")),
    "accent is no body": (r"{\'E}mile Zola", Name(family="Zola", given="Émile")),
    "others": ("others", Name(literal="others")),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name"), NAMES_READ.values(), ids=NAMES_READ)
def test_names_are_read_as_bibtex_does(text: str, name: Name) -> None:
    assert read(f"@misc{{a, author={{{text}}}}}", "bibtex").items[0].author == (name,)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.__name__)
def test_every_step_alone_is_idempotent_on_a_plain_item(step: Step) -> None:
    item = Item(title="It's  here", page="pp. 12–5", edition="2nd ed.", doi="doi:10.1/X")
    assert step(step(item)) == step(item)


def test_huge_and_deep_files_are_read_in_time() -> None:
    read("@book{a, title={" + "{" * 200_000, "bibtex")
    read("@book{a, title={" + "{" * 100_000 + "}" * 100_000 + "}}", "bibtex")
    read("[" * 100_000, "csl-json")


def test_libraries_are_imported_only_when_a_format_is_used() -> None:
    code = (
        "import sys, citations.formats, citations.duplicates; print('bibtexparser' in sys.modules)"
    )
    result = run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False"


def test_a_key_of_the_right_form_stays_whatever_the_order() -> None:
    item = Item(title="Tides", author=(Name(family="Berg"),), issued=Date(year=2001))
    assert make_keys([item, item]) == ("berg2001tides", "berg2001tidesa")
    present = ("berg2001tidesa", "berg2001tides", "old", "berg2001tides")
    assert make_keys([item] * 4, present=present) == (
        *present[:2],
        "berg2001tidesb",
        "berg2001tidesc",
    )
