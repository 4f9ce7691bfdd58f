"""What a page states about an entry, against what the entry prints."""

import pytest

from citations.extract import find_entries
from citations.item import Name
from citations.parse import parse_reference
from citations.reference import Entry

TEXT = "Doe, J. (2019). Of harbours: tides and silt. Ports and Coasts, 3(2), 11–19."


def entry(*metadata: tuple[str, str], text: str = TEXT, links: tuple[str, ...] = ()) -> Entry:
    return Entry(position=0, text=text, metadata=metadata, links=links)


def test_a_printed_title_is_where_the_page_says_it_is() -> None:
    text = "The Harbour Office. Tides, a short history. Basin House, Saltmere 1987."
    stated = parse_reference(entry(("rft.btitle", "Tides, A Short History"), text=text))
    assert stated.item.title == "Tides, a short history"
    (span,) = [span for span in stated.fields if span.name == "title"]
    assert text[span.start : span.end] == "Tides, a short history"


@pytest.mark.parametrize(
    "metadata",
    [
        ("rft.atitle", "Quite another work of the same people"),
        ("rft.atitle", "silt"),
        ("rft.atitle", ""),
        ("rft.volume", "77"),
        ("rft.spage", "4000"),
        ("rft.au", "Somebody, E."),
        ("rft.doi", "not a doi"),
        ("rft.issn", "1234-5678"),
        ("itemprop.name", "Doe, J."),
    ],
    ids=str,
)
def test_what_is_stale_cut_or_broken_changes_nothing(metadata: tuple[str, str]) -> None:
    assert parse_reference(entry(metadata)).item == parse_reference(TEXT).item


def test_identifiers_that_are_not_printed_are_filled_in() -> None:
    item = parse_reference(
        entry(("rft_id", "info:doi/10.5555/PC.2019.11"), ("rft.issn", "0317-8471"))
    ).item
    assert (item.doi, item.issn) == ("10.5555/pc.2019.11", "0317-8471")


def test_a_printed_identifier_stands_against_a_stated_one() -> None:
    text = f"{TEXT} doi:10.5555/printed.1"
    assert parse_reference(entry(("doi", "10.5555/stated.2"), text=text)).item.doi == (
        "10.5555/printed.1"
    )


@pytest.mark.parametrize(
    ("links", "doi", "url"),
    [
        (("https://doi.org/10.5555/pc.1",), "10.5555/pc.1", None),
        (("https://doi.org/10.5555/pc.1", "https://doi.org/10.5555/pc.2"), None, None),
        (("https://ports.example/tides",), None, "https://ports.example/tides"),
        (("https://ports.example/a", "https://ports.example/b"), None, None),
        (("https://scholar.google.com/scholar?q=tides",), None, None),
        (("/search?q=x", "mailto:a@b.example"), None, None),
    ],
)
def test_links(links: tuple[str, ...], doi: str | None, url: str | None) -> None:
    item = parse_reference(entry(links=links)).item
    assert (item.doi, item.url) == (doi, url)


def test_authors_only_where_the_print_has_none() -> None:
    text = "Tides and silt in small basins (Doe's and Roe's second report), 2019."
    stated = (
        ("rft.atitle", "Tides and silt in small basins"),
        ("rft.au", "Doe, J."),
        ("rft.au", "Roe, P."),
    )
    found = parse_reference(entry(*stated, text=text))
    assert found.kind == "reference"
    assert [name.family for name in found.item.author] == ["Doe", "Roe"]
    assert parse_reference(entry(("rft.au", "Marsh, K."))).item.author == (
        Name(family="Doe", given="J."),
    )


PAGE = """<html><head><title>Basins</title>
<meta name="citation_reference" content="citation_title=Silt; and what it costs;
 citation_author=Q. Marsh; citation_journal_title=Basin Review;
 citation_doi=10.5555/br.41; citation_volume=41">
<meta name="citation_reference"
 content="citation_title=Nowhere in the list at all; citation_doi=10.5555/x">
<meta name="citation_reference" content="Doe J. A plain string without fields. 2019">
<meta name="citation_reference"
 content="citation_title=Of harbours: tides and silt; citation_doi=10.5555/pc.3">
</head><body><p>{body}</p><h2>References</h2><ol>
<li>Doe, J. (2019). Of harbours: tides and silt. Ports and Coasts, 3(2), 11–19.</li>
<li>Marsh, Q. (2020). Silt; and what it costs. Basin Review, 41, 201–230.</li>
<li>Holt, M. (1998). Tide gauges in wartime. Annals of Gauging, 44(3), 5–27.</li>
</ol></body></html>""".replace("{body}", "The board meets again in March. " * 20)


def test_metas_of_the_head_come_to_their_entries() -> None:
    first, second, third = find_entries(PAGE)
    assert dict(first.metadata)["citation_doi"] == "10.5555/pc.3"
    assert dict(second.metadata)["citation_title"] == "Silt; and what it costs"
    assert dict(second.metadata)["citation_volume"] == "41"
    assert third.metadata == ()
    assert parse_reference(second).item.doi == "10.5555/br.41"
