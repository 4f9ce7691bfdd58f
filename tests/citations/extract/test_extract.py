"""Reference lists out of trees and plain text, by each strategy and against what is no list."""

import lxml.html
import pytest
from bs4 import BeautifulSoup

from citations.extract import find_entries, find_entries_in_text, find_lists
from citations.extract.features import likeness
from citations.extract.heading_words import is_list_heading
from citations.extract.printed import split_label

ONE = "Doe, J., &amp; Roe, P. (2019). A harbour and its tides. Ports, 3(2), 11-19."
TWO = "Marsh, K. (2020). Dredging for beginners. Coast Press."
PRINTED = [
    "Doe, J., & Roe, P. (2019). A harbour and its tides. Ports, 3(2), 11-19.",
    "Marsh, K. (2020). Dredging for beginners. Coast Press.",
]
PROSE = "<p>The harbour board agreed on Tuesday to dredge the old basin before winter.</p>" * 6

PAGES = {
    "role": f"<section role=doc-bibliography><ul><li>{ONE}<li>{TWO}</ul></section>",
    "class": f"<div class=csl-bib-body><div class=csl-entry>{ONE}</div>"
    f"<div class=csl-entry>{TWO}</div></div>",
    "heading": f"<h2>References</h2><ol><li>{ONE}<li>{TWO}</ol>",
    "heading-in-wrapper": f"<div><div><h3>Literatur</h3></div></div>"
    f"<div><p>{ONE}</p><p>{TWO}</p></div>",
    "bold-heading": f"<p><b>Sources:</b></p><p>{ONE}</p><p>{TWO}</p>",
    "heading-in-line": f"<p><b>Sources:</b><br>{ONE}<br>{TWO}</p>",
    "table": f"<h2>References</h2><table><tr><td>[1]<td>{ONE}<tr><td>[2]<td>{TWO}</table>",
    "no-heading-list": f"<ul><li>{ONE}</li><li>{TWO}</li></ul>",
    "no-heading-lines": f"<div>• {ONE}<br>• {TWO}</div>",
    "targets": f"<p>So it is.<a href='#x1'>1</a><a href='#x2'>2</a></p><div><div id=x1>{ONE}</div>"
    f"<div id=x2>{TWO}</div></div>",
    "link-outs": f"<h2>References</h2><ol><li>{ONE} <a href='https://a.example'>Google Scholar</a>"
    f"<li><a href='#r2'>↑</a> {TWO} [<a href='https://b.example'>CrossRef</a>]</ol>",
}


@pytest.mark.parametrize("markup", PAGES.values(), ids=PAGES.keys())
def test_found(markup: str) -> None:
    page = f"<html><body><main>{PROSE}{markup}</main><footer><p>Coast Post 2024</p></footer>"
    assert [entry.text for entry in find_entries(page)] == PRINTED


NONE = {
    "prose": "<p>Nothing else.</p>",
    "related": f"<div class=related-posts><ul><li>{ONE}<li>{TWO}</ul></div>",
    "comments": f"<div class=comments><h3>Sources</h3><ul><li>{ONE}<li>{TWO}</ul></div>",
    "sidebar": "<aside><h3>References</h3><ul><li><a href=/a>My profile</a></ul></aside>",
    "menu": "<ul><li><a href=/a>News</a><li><a href=/b>Sport</a></ul>",
    "news-items": "<ul><li>Storm hits coast (2021)<li>Board resigns over basin, 12 May 2021</ul>",
}


@pytest.mark.parametrize("markup", NONE.values(), ids=NONE.keys())
def test_not_a_list(markup: str) -> None:
    assert find_entries(f"<html><body><main>{PROSE}{markup}</main></body></html>") == ()


def test_what_an_entry_keeps() -> None:
    (entry, _) = find_entries(
        f"<body>{PROSE}<h2>References</h2><ol><li id=B1><span class=label>1.</span> {ONE}"
        "<a href='https://doi.example/10.1/x'>Full text</a>"
        "<span class=Z3988 title='ctx_ver=1&amp;rft.date=2019&amp;rft.au=Doe'></span>"
        f"<li id=B2>{TWO}</ol>"
    )
    assert (entry.position, entry.label, entry.ids) == (0, "1", ("B1",))
    assert entry.links == ("https://doi.example/10.1/x",)
    assert entry.metadata == (("rft.date", "2019"), ("rft.au", "Doe"))
    assert entry.path == "li#B1"


def test_trees_of_every_kind_agree() -> None:
    page = f"<html><body>{PROSE}<h2>References</h2><ol><li>{ONE}<li>{TWO}</ol></body></html>"
    found = find_entries(page)
    assert find_entries(page.encode()) == found
    assert find_entries(BeautifulSoup(page, "lxml")) == found
    assert find_entries(lxml.html.document_fromstring(page)) == found
    assert [one.strategy for one in find_lists(lxml.html.document_fromstring(page))] == ["headings"]


@pytest.mark.parametrize("nothing", ["", b"", "<!-- -->", "\x00"])
def test_nothing(nothing: str | bytes) -> None:
    assert find_entries(nothing) == ()


def test_a_repeated_entry_is_kept() -> None:
    page = f"<body>{PROSE}<ul><li>{ONE}<li>{TWO}<li>{TWO}</ul>"
    assert [entry.text for entry in find_entries(page)] == [*PRINTED, PRINTED[1]]


TEXTS = {
    "heading": ["Some text.", "", "References", "", *PRINTED],
    "bullets": ["Some text.", "", "  • " + PRINTED[0], "  • " + PRINTED[1], "Coast Post"],
    "wrapped": ["References", "", "1. Doe, J., & Roe, P. (2019). A harbour and its tides.",
                "   Ports, 3(2), 11-19.", "2. " + PRINTED[1]],
}  # fmt: skip


@pytest.mark.parametrize("lines", TEXTS.values(), ids=TEXTS.keys())
def test_plain_text(lines: list[str]) -> None:
    assert [entry.text for entry in find_entries_in_text(lines)] == PRINTED


def test_plain_prose_has_no_list() -> None:
    assert find_entries_in_text(["Said in 2019 by J. Doe.", "", "And more."] * 20) == ()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("References", True),
        ("4 References", True),
        ("References (76)", True),
        ("Quellenangaben:", True),
        ("Notes et références", True),
        ("参考文献", True),
        ("Reference desk opening hours", False),
        ("The sources of the Nile", False),
    ],
)
def test_headings(text: str, title: bool) -> None:  # noqa: FBT001 -- a table's column
    assert is_list_heading(text) is title


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("[3] Doe", "3", "Doe"),
        ("12. Doe", "12", "Doe"),
        ("• Doe", None, "Doe"),
        ("2019 was a year", None, "2019 was a year"),
        ("[3]", None, "[3]"),
    ],
)
def test_labels(text: str, label: str | None, rest: str) -> None:
    assert split_label(text) == (label, rest)


def test_likeness_tells_references_from_prose() -> None:
    assert min(map(likeness, PRINTED)) > 0.6
    assert likeness("The harbour board said on Tuesday that the basin would be dredged.") < 0.2


@pytest.mark.parametrize(
    ("markup", "heading"),
    [
        (f"<h3>Further reading</h3><ol><li>{ONE}<li>{TWO}</ol>", "Further reading"),
        (f"<h2>Notes [edit]</h2><ol class=references><li>{ONE}<li>{TWO}</ol>", "Notes"),
        (f"<p><b>Sources:</b></p><p>{ONE}</p><p>{TWO}</p>", "Sources"),
        (
            f"<div><h2>Works cited</h2></div><ul class=biblist><li>{ONE}<li>{TWO}</ul>",
            "Works cited",
        ),
        (f"<p>Said twice.</p><ul><li>{ONE}<li>{TWO}</ul>", None),
    ],
)
def test_the_heading_over_a_list_is_passed_on(markup: str, heading: str | None) -> None:
    entries = find_entries(f"<html><body><main>{PROSE}{markup}</main></body></html>")
    assert [entry.list_heading for entry in entries] == [heading, heading]


def test_neighbouring_lists_of_a_text_are_one_and_headings_are_no_entries() -> None:
    text = """1.  Introduction

   The harbour speaks to ships in plain text and always has.

7.  References

7.1.  Normative References

   [RFC0001]  Bradner, S., "Words for ships to use when they are
              told to wait", BCP 14, March 1997.

   [TIDE]     Doe, J., "Tide tables in plain text", Harbour Notes 4,
              May 2004.

7.2.  Informative References

   [SILT]     Marsh, K., "Silt", Basin Review 41, 2020.

Authors' Addresses

   Jane Doe
   Saltmere
"""
    entries = find_entries_in_text(text.splitlines())
    assert [entry.label for entry in entries] == ["RFC0001", "TIDE", "SILT"]
    assert entries[0].text.endswith('told to wait", BCP 14, March 1997.')


def test_footnotes_are_not_lumped_into_one_entry() -> None:
    page = """<p>{}</p><h2>Notes</h2><ol>
    <li id="n1">The board did not answer three letters; its chair said she had nothing to add.</li>
    <li id="n2">See Karl Marsh, “Dredging without regrets”, Basin Review 41 (2020), pp. 3–9.</li>
    </ol>""".format("The board meets again in March. " * 20)
    assert [entry.ids for entry in find_entries(page)] == [("n1",), ("n2",)]
