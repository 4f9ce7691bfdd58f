"""REF, BIB and CIT rules on analyses built by hand: traps that an example is too long for."""

import datetime as dt
from dataclasses import replace

import pytest

from citations.checks import implausible, missing
from citations.duplicates.cluster import Cluster, Verdict
from citations.item import Date, Item, ItemType, Name
from citations.pages import parse_pages
from factcheck.model.analysis import Analysis, Citation, CitationFault, CitationStyle
from factcheck.model.finding import Hit
from factcheck.rules import find_rule
from tests.rules.building import analysis, article, at

ENTRIES = (
    "Brandt, L. (2011). Tidal loads.",
    "Okafor, C. (2019). Settlement.",
    "Brandt, L.  (2011). Tidal loads.",
    "L. Brandt, Tidal loads, 2011.",
)


def hits(code: str, made: Analysis) -> list[Hit]:
    rule = find_rule(code)
    return list(rule.find(made, rule.options()))


def with_clusters(*clusters: Cluster) -> Analysis:
    return replace(analysis(article("Text.", entries=ENTRIES)), clusters=clusters)


def cluster(*members: int, verdict: Verdict = Verdict.SAME) -> Cluster:
    return Cluster(members=tuple(f"ref-{each}" for each in members), score=0.9, verdict=verdict)


def test_each_repetition_points_at_the_first() -> None:
    made = with_clusters(cluster(0, 2, 3))
    first = made.article.entries[0].span
    got = hits("REF001", made)
    assert [(hit.subject, hit.related, hit.confidence) for hit in got] == [
        ("ref-2", (first,), 1.0),
        ("ref-3", (first,), 0.9),
    ]
    assert [hit.span for hit in got] == [made.article.entries[2].span, made.article.entries[3].span]


def test_the_fix_of_a_repetition_proposes_the_cleaned_list() -> None:
    made = with_clusters(cluster(0, 2, 3))
    items = (Item(title="Tidal loads", volume="4"), Item(), Item(title="Tidal loads", doi="10.5/x"))
    known = dict(zip((0, 2, 3), items, strict=True))
    references = tuple(
        replace(each, item=known.get(place, Item())) for place, each in enumerate(made.references)
    )
    _, fix = (hit.fix or "" for hit in hits("REF001", replace(made, references=references)))
    assert fix.startswith(("Drop this entry and keep “", "Keep this entry"))
    left = len(made.references) - 2
    assert f"{left} entries instead of {len(made.references)}" in fix
    assert "Add to it:" in fix


@pytest.mark.parametrize("verdict", [Verdict.POSSIBLE, Verdict.RELATED, Verdict.DIFFERENT])
def test_only_certain_clusters_are_duplicates(verdict: Verdict) -> None:
    assert hits("REF001", with_clusters(cluster(0, 1, verdict=verdict))) == []


@pytest.mark.parametrize("kind", ["back_reference", "not_a_reference"])
@pytest.mark.parametrize("code", ["REF001", "REF004", "BIB001"])
def test_short_forms_are_not_entries(code: str, kind: str) -> None:
    made = with_clusters(cluster(0, 1, 2, 3))
    made = replace(
        made, references=tuple(replace(each, kind=kind, item=Item()) for each in made.references)
    )
    assert hits(code, made) == []


def cite(made: Analysis, *targets: str, fault: CitationFault | None = None) -> Analysis:
    citation = Citation(
        span=at(made.article, "Text"), style=CitationStyle.KEY, targets=targets, fault=fault
    )
    return replace(made, citations=(*made.citations, citation))


def test_a_work_listed_twice_is_uncited_once() -> None:
    got = hits("REF004", with_clusters(cluster(0, 2, 3)))
    assert [hit.subject for hit in got] == ["ref-0", "ref-1"]


def test_a_citation_of_either_copy_cites_the_work() -> None:
    made = cite(with_clusters(cluster(0, 2, 3)), "ref-3")
    assert [hit.subject for hit in hits("REF004", made)] == ["ref-1"]


@pytest.mark.parametrize("fault", [CitationFault.YEAR, CitationFault.AMBIGUOUS])
def test_candidates_of_a_faulty_citation_are_cited(fault: CitationFault) -> None:
    made = cite(with_clusters(cluster(0, 2, 3)), "ref-0", "ref-1", fault=fault)
    assert hits("REF004", made) == []


@pytest.mark.parametrize(
    ("heading", "number"), [("Further reading", 0), ("Zum Weiterlesen", 0), ("References", 4)]
)
def test_further_reading_need_not_be_cited(heading: str, number: int) -> None:
    made = analysis(article("Text.", entries=ENTRIES))
    listed = [
        replace(each, entry=replace(each.entry, list_heading=heading)) for each in made.references
    ]
    assert len(hits("REF004", replace(made, references=tuple(listed)))) == number


@pytest.mark.parametrize(
    ("fault", "number"),
    [
        (None, 0),
        (CitationFault.DANGLING, 1),
        (CitationFault.AMBIGUOUS, 0),
        (CitationFault.YEAR, 0),
    ],
)
def test_dangling_citations(fault: CitationFault | None, number: int) -> None:
    got = hits("CIT001", cite(analysis(article("Text.", entries=ENTRIES)), fault=fault))
    assert len(got) == number


ADA = (Name(family="Ada", given="B."),)
AGENCY = (Name(literal="European Nutrition Agency"),)
IN_2015 = Date(year=2015)
PLACE = "publisher, journal or address"


@pytest.mark.parametrize(
    ("item", "lacking"),
    [
        pytest.param(
            Item(author=ADA, issued=IN_2015, title="Placebos", publisher="Alder"), (), id="book"
        ),
        pytest.param(Item(author=ADA, issued=IN_2015, title="Placebos"), (PLACE,), id="no place"),
        pytest.param(Item(author=ADA, issued=IN_2015), ("title", PLACE), id="author and year only"),
        pytest.param(Item(author=ADA, title="Placebos", doi="10.5555/a"), (), id="doi is enough"),
        pytest.param(Item(author=AGENCY, issued=IN_2015, title="Values"), (), id="own publisher"),
        pytest.param(
            Item(author=AGENCY, title="Monitor", accessed=Date(year=2024)),
            ("date", "address"),
            id="visited, but where?",
        ),
        pytest.param(
            Item(title="Monitor", issued=Date(literal="n.d."), url="https://a.example"),
            (),
            id="n.d. is a date",
        ),
        pytest.param(
            Item(type=ItemType.LEGAL_CASE, title="A v B", issued=IN_2015), (), id="court decision"
        ),
        pytest.param(Item(type=ItemType.INTERVIEW, title="Interview with A"), (), id="interview"),
        pytest.param(Item(author=AGENCY, issued=IN_2015), (), id="perhaps a court"),
        pytest.param(Item(), (), id="not understood"),
        pytest.param(
            Item(issued=IN_2015, url="https://a.example"), (), id="only a link and a year"
        ),
    ],
)
def test_missing_fields(item: Item, lacking: tuple[str, ...]) -> None:
    assert missing(item) == lacking


def test_equal_entries_lack_a_field_once() -> None:
    made = analysis(article("Text.", entries=ENTRIES))
    bare = Item(author=ADA, issued=IN_2015, title="Tidal loads")
    made = replace(made, references=tuple(replace(each, item=bare) for each in made.references))
    assert [hit.subject for hit in hits("BIB001", made)] == ["ref-0", "ref-1", "ref-3"]


def test_short_forms_and_conversations_lack_nothing() -> None:
    entries = ("Brandt, Tidal loads on quay walls, 2011.", "Brandt, Tidal loads, 90.", "Interview")
    made = analysis(article("Text.", entries=entries))
    full = Item(author=ADA, title="Tidal loads on quay walls", issued=IN_2015, publisher="Alder")
    items = (full, Item(author=ADA, title="Tidal loads"), Item(author=ADA))
    references = zip(made.references, items, strict=True)
    made = replace(made, references=tuple(replace(each, item=item) for each, item in references))
    assert hits("BIB001", made) == []
    turned = replace(made, references=tuple(reversed(made.references)))
    assert [hit.subject for hit in hits("BIB001", turned)] == ["ref-1"]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("A. ISBN 978-3-16-148410-0", []),
        ("A. ISBN 978-3-16-148410-1.", ["ISBN 978-3-16-148410-1"]),
        ("A. ISBN: 0-306-40615-2", []),
        ("A. ISBN-10: 0-306-40615-3", ["ISBN-10: 0-306-40615-3"]),
        ("A. ISSN 0378-5955", []),
        ("A. ISSN 0378-5954", ["ISSN 0378-5954"]),
        ("A. https://doi.org/10.5555/a-b", []),
        ("A. doi:10.5555ab, p. 3", ["doi:10.5555ab"]),
        ("A. https://doi.example/10/3", []),
        ("A. Phone 978-3-16-148410-1", []),
        ("A. ISBN " + "9" * 30_000, None),
    ],
)
def test_identifiers(text: str, marks: list[str] | None) -> None:
    made = analysis(article("Text.", entries=(text,)))
    got = [made.article.quote(hit.span) for hit in hits("BIB002", made) if hit.span is not None]
    assert marks is None or got == marks


IN_FEBRUARY = Date(year=2019, month=2, day=31)


@pytest.mark.parametrize(
    ("item", "faulty"),
    [
        (Item(issued=IN_FEBRUARY), True),
        (Item(issued=replace(IN_FEBRUARY, day=28)), False),
        (Item(issued=Date(year=2020, month=2, day=29)), False),
        (Item(issued=Date(year=2021, month=2, day=29)), True),
        (Item(accessed=IN_FEBRUARY), True),
        (Item(issued=Date(year=2024), accessed=Date(year=2023)), True),
        (Item(issued=Date(year=2023), accessed=Date(year=2023)), False),
        (Item(issued=Date(year=2025)), False),
        (Item(issued=Date(year=2026)), True),
        (Item(issued=Date(literal="forthcoming")), False),
        (Item(issued=Date(year=0, month=13, day=99)), False),
        (Item(), False),
    ],
)
def test_dates_that_cannot_be(item: Item, *, faulty: bool) -> None:
    assert bool(implausible(item, dt.date(2024, 5, 3))) is faulty


def test_a_date_after_the_article_needs_its_date() -> None:
    assert implausible(Item(issued=Date(year=2999)), None) == ""


@pytest.mark.parametrize(
    ("page", "number"),
    [("45-61", 0), ("61-45", 1), ("45", 0), ("543-66", 0), ("ix-iv", 1), ("A5-B3", 0), (None, 0)],
)
def test_page_ranges(page: str | None, number: int) -> None:
    made = analysis(article("Text.", entries=ENTRIES[:1]))
    item = Item(page=None if page is None else parse_pages(page))
    made = replace(made, references=(replace(made.references[0], item=item),))
    assert len(hits("BIB004", made)) == number
