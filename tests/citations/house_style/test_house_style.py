"""A list in house style: what is set, what stays as printed, and that nothing scraped is obeyed."""

import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.duplicates import Cluster
from citations.house_style import Form, merged, near_names, render_list, style_names
from citations.item import Date, Item, ItemType, Name
from citations.reference import Entry, Reference


def person(family: str, given: str, **parts: str) -> Name:
    return Name(family=family, given=given, **parts)


def reference(position: int, item: Item, text: str = "as printed", sure: float = 0.9) -> Reference:
    entry = Entry(position=position, text=text)
    return Reference(id=f"ref-{position}", entry=entry, item=item, confidence=sure)


TIDES = Item(
    type=ItemType.ARTICLE_JOURNAL,
    title="Tides and the NATO piers: What remains?",
    author=(person("Berg", "Jan", particle="van der"), person("Brandt", "Lena K.")),
    container_title="Journal of Harbour Works",
    volume="12",
    issue="3",
    page="145-161",
    issued=Date(year=2011),
    doi="10.5555/jhw.45",
)
LOADS = Item(
    type=ItemType.ARTICLE_JOURNAL,
    title="The loads of winter",
    author=(person("Brandt", "Lena K."),),
    container_title="Journal of Harbour Works",
    issued=Date(year=2011),
)
WALLS = replace(LOADS, title="The walls of summer")
BOOK = Item(
    type=ItemType.BOOK,
    title="Over de haven",
    author=(person("Ōe", "Piet"), Name(literal="others")),
    publisher="Waterland",
    issued=Date(year=1999, circa=True),
    edition="2",
)
CHAPTER = Item(
    type=ItemType.CHAPTER,
    title="Mud",
    author=(Name(literal="World Harbour Board"),),
    editor=(person("Roe", "Rick"), person("Doe", "Jane")),
    container_title="Handbook of Mud",
    publisher="Mud Press",
    page="3-9",
    issued=Date(year=2004),
)
PAGE = Item(
    type=ItemType.WEBPAGE,
    title="What is a pier?",
    url="https://example.org/a_b?x=1&y=2",
    accessed=Date(year=2020, month=5, day=3),
)
SOON = Item(type=ItemType.BOOK, title="The pier at dusk", issued=Date(literal="forthcoming"))

# Checked by hand against the manuals, and the same as pandoc's processor sets but for its faults.
SET = {
    "apa journal": (
        "apa", TIDES,
        ("van der Berg, J., & Brandt, L. K. (2011). Tides and the NATO piers: What remains? Journal"
        " of Harbour Works, 12(3), 145–161. https://doi.org/10.5555/jhw.45"),
    ),
    "apa chapter": (
        "apa", CHAPTER,
        ("World Harbour Board. (2004). Mud. In R. Roe & J. Doe (Eds.), Handbook of Mud (pp. 3–9)."
        " Mud Press."),
    ),
    "apa title first": (
        "apa", PAGE,
        "What is a pier? (n.d.). Retrieved May 3, 2020, from https://example.org/a_b?x=1&y=2",
    ),
    "apa et al. as printed": (
        "apa", BOOK, "Ōe, P. et al. (ca. 1999). Over de haven (2nd ed.). Waterland.",
    ),
    "apa date in words": ("apa", SOON, "The pier at dusk. (forthcoming)."),
    "chicago": (
        "chicago-author-date", TIDES,
        ("Berg, Jan van der, and Lena K. Brandt. 2011. “Tides and the NATO Piers: What Remains?”"
        " Journal of Harbour Works 12 (3): 145–61. https://doi.org/10.5555/jhw.45."),
    ),
    "chicago chapter": (
        "chicago-author-date", CHAPTER,
        ("World Harbour Board. 2004. “Mud.” In Handbook of Mud, edited by Rick Roe and Jane Doe."
        " Mud Press."),
    ),
    "ieee": (
        "ieee", CHAPTER,
        ("[1] World Harbour Board, “Mud,” in Handbook of Mud, R. Roe and J. Doe, Eds., Mud Press,"
        " 2004, pp. 3–9."),
    ),
    "mla by its former name": (
        "mla", LOADS, "Brandt, Lena K. “The Loads of Winter.” Journal of Harbour Works, 2011.",
    ),
    "vancouver": (
        "vancouver", LOADS, "1. Brandt LK. The loads of winter. Journal of Harbour Works. 2011.",
    ),
    "chicago editor first": (
        "chicago-author-date",
        replace(CHAPTER, type=ItemType.BOOK, author=(), container_title=None),
        "Roe, Rick, and Jane Doe, eds. 2004. Mud. Mud Press.",
    ),
    "mla pages of more digits": (
        "mla", replace(LOADS, page="1-88"),
        "Brandt, Lena K. “The Loads of Winter.” Journal of Harbour Works, 2011, pp. 1–88.",
    ),
    "apa thesis": (
        "apa", replace(LOADS, type=ItemType.THESIS, container_title=None, publisher="Quay College",
                       extra=(("type", "Doctoral dissertation"),)),
        "Brandt, L. K. (2011). The loads of winter [Doctoral dissertation]. Quay College.",
    ),
    "apa translator": (
        "apa", replace(BOOK, extra=(("translator", "Ross, W. D."),)),
        "Ōe, P. et al. (ca. 1999). Over de haven (W. D. Ross, Trans.; 2nd ed.). Waterland.",
    ),
    "apa case": (
        "apa", Item(type=ItemType.LEGAL_CASE, title="Brown v. Board", container_title="U.S.",
                    volume="347", page="483", issued=Date(year=1954), language="en"),
        "Brown v. Board, 347 U.S. 483 (1954).",
    ),
    "ieee question": (
        "ieee", replace(LOADS, title="Why?"),
        "[1] L. K. Brandt, “Why?” Journal of Harbour Works, 2011.",
    ),
    "german ordinal": (
        "deutsche-gesellschaft-fur-psychologie", BOOK,
        "Ōe, P. et al. (1999). Over de haven (2. Auflage). Waterland.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("style", "item", "text"), SET.values(), ids=SET)
def test_an_entry_is_set(style: str, item: Item, text: str) -> None:
    assert render_list([reference(0, item)], style, Form.TEXT).strip() == text


def test_works_of_one_year_get_letters() -> None:
    text = render_list([reference(0, WALLS), reference(1, LOADS)], "apa", Form.TEXT)
    assert "(2011a). The loads" in text
    assert "(2011b). The walls" in text


def test_the_same_author_is_a_dash_where_the_style_has_it() -> None:
    text = render_list([reference(0, WALLS), reference(1, LOADS)], "mla", Form.TEXT)
    assert text.split("\n\n")[1].startswith("———. “The Walls of Summer.”")


def test_printed_entries_do_not_part_a_dash_from_its_author() -> None:
    doubtful = reference(2, LOADS, "Grove. Mud.", sure=0.1)
    text = render_list([reference(0, WALLS), reference(1, LOADS), doubtful], "mla", Form.TEXT)
    assert [entry[:6] for entry in text.split("\n\n")] == ["Brandt", "———. “", "[check"]


def test_titles_keep_their_case_in_other_languages() -> None:
    german = Item(type=ItemType.BOOK, title="Unter dem alten pier", author=TIDES.author)
    text = render_list([reference(0, german)], "mla", Form.TEXT, "en")
    assert "Unter dem alten pier" in text
    bare = replace(german, title="Pier falls again")
    assert "Pier falls again" in render_list([reference(0, bare)], "mla", Form.TEXT, "de")
    assert "Pier Falls Again" in render_list([reference(0, bare)], "mla", Form.TEXT, "en")


def test_doubtful_entries_stay_as_printed_in_their_place() -> None:
    doubtful = reference(1, BOOK, "Moss? A *note* on <b>piers</b>.", 0.2)
    note = replace(reference(2, Item()), kind="not_a_reference")
    given = [reference(0, TIDES), doubtful, note, reference(3, LOADS)]
    lines = render_list(given, "apa", Form.TEXT).strip().split("\n\n")
    assert [line[:12] for line in lines] == [
        "[check] as p", "Brandt, L. K", "[check] Moss", "van der Berg",
    ]  # fmt: skip
    assert "Moss? A *note* on <b>piers</b>." in lines[2]
    numbered = render_list(given, "ieee", Form.TEXT)
    assert "[4] L. K. Brandt" in numbered


def test_each_work_stands_once() -> None:
    twice = [reference(0, replace(TIDES, doi=None)), reference(1, LOADS), reference(2, TIDES)]
    found = merged(twice, [Cluster(members=("ref-0", "ref-2"), score=1.0)])
    assert [each.id for each in found] == ["ref-0", "ref-1"]
    assert found[0].item.doi == TIDES.doi


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.shown = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(attrs)))

    def handle_data(self, data: str) -> None:
        self.shown += data


ATTACK = (
    "<script>alert(1)</script><img src=x onerror=alert(2)> \"'> &amp; *x* _y_ [z](javascript:1)"
)
SAFE_TAGS = {"div", "p", "i", "b", "u", "sup", "sub", "span", "mark", "a"}


@pytest.mark.parametrize("style", ["apa", "ieee", "chicago-author-date", "nature"])
def test_nothing_scraped_becomes_markup(style: str) -> None:
    item = Item(
        type=ItemType.ARTICLE_JOURNAL, title=ATTACK, container_title=ATTACK, publisher=ATTACK,
        author=(person(ATTACK, ATTACK), Name(literal=ATTACK)), volume=ATTACK, page=ATTACK,
        url="https://example.org/\"onclick='x'", issued=Date(literal=ATTACK), doi="10.1/<b>x",
    )  # fmt: skip
    given = [reference(0, item), reference(1, item, ATTACK, 0.0)]
    reader = _Tags()
    reader.feed(render_list(given, style, Form.HTML))
    assert {tag for tag, _ in reader.tags} <= SAFE_TAGS
    for tag, attributes in reader.tags:
        for name, value in attributes:
            assert name in {"class", "style", "href"}
            assert tag != "a" or (value or "").startswith(("https://", "http://"))
    assert "<script>" in reader.shown
    markdown = render_list(given, style, Form.MARKDOWN)
    assert not re.search(r"(?<!\\)<(?!https?://)|(?<!\\)\[|(?<!\\)_", markdown)


@given(st.text(max_size=60), st.sampled_from(["apa", "ieee"]), st.sampled_from(Form))
@settings(max_examples=60, deadline=None)
def test_any_text_is_set(text: str, style: str, form: Form) -> None:
    item = replace(TIDES, title=text, author=(Name(literal=text), person(text, text)), volume=text)
    out = render_list([reference(0, item, text)], style, form)
    assert out.endswith("\n")
    if form is Form.HTML:
        assert out.count("<p") == 1


def test_a_link_is_a_link() -> None:
    html = render_list([reference(0, PAGE)], "apa", Form.HTML)
    assert '<a href="https://example.org/a_b?x=1&amp;y=2">' in html
    assert "<https://example.org/a_b?x=1&y=2>" in render_list(
        [reference(0, PAGE)], "apa", Form.MARKDOWN
    )


def test_names_of_styles() -> None:
    names = style_names()
    assert {"apa", "ieee", "chicago-author-date", "nature"} <= set(names)
    assert "chicago-author-date" in near_names("chicago")
    with pytest.raises(ValueError, match="near it"):
        render_list((), "chicago-author", Form.TEXT)
    with pytest.raises(ValueError, match="none is near it"):
        render_list((), "xqzwvk", Form.TEXT)


WRONG = {
    "not xml": b"no style",
    "not csl": b"<style/>",
    "entities": b'<!DOCTYPE s [<!ENTITY e SYSTEM "file:///etc/passwd">]><style>&e;</style>',
    "only notes": b'<style xmlns="http://purl.org/net/xbiblio/csl"><citation><layout/></citation></style>',
}


@pytest.mark.parametrize("source", WRONG.values(), ids=WRONG)
def test_what_is_no_style_is_refused(source: bytes) -> None:
    with pytest.raises(ValueError, match="style"):
        render_list([reference(0, TIDES)], source, Form.TEXT)


def test_a_style_of_ones_own() -> None:
    source = (
        b'<style xmlns="http://purl.org/net/xbiblio/csl"><bibliography><layout suffix=".">'
        b'<text variable="title" quotes="true"/></layout></bibliography></style>'
    )
    assert render_list([reference(0, CHAPTER)], source, Form.TEXT) == "“Mud.”\n"


def test_the_processor_is_loaded_only_when_it_is_needed() -> None:
    code = "import sys, citations.house_style; sys.exit('citeproc' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
