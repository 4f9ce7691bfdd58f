"""REF005 and REF007: what is computed over a list, and over years."""

import datetime as dt
from dataclasses import replace

import pytest

from citations.item import Date, Name
from factcheck.model.analysis import Analysis, Citation, CitationStyle
from factcheck.model.finding import Hit
from factcheck.rules import find_rule
from factcheck.rules.ref005_out_of_order import longest_in_order
from tests.rules.building import analysis, article, at


def hits(code: str, made: Analysis) -> list[Hit]:
    rule = find_rule(code)
    return list(rule.find(made, rule.options()))


@pytest.mark.parametrize(
    ("keys", "kept"),
    [
        ((), set()),
        ((1, 2, 3), {0, 1, 2}),
        ((1, 2, 2, 3), {0, 1, 2, 3}),
        ((1, 3, 2, 4), {0, 2, 3}),
        ((5, 1, 2, 3, 0), {1, 2, 3}),
    ],
)
def test_longest_in_order(keys: tuple[int, ...], kept: set[int]) -> None:
    assert longest_in_order(keys) == kept


def listed(*names: str, labels: tuple[str, ...] = ()) -> Analysis:
    made = analysis(article("Text.", entries=tuple(f"{name}, L. Title." for name in names)))
    return replace(
        made,
        references=tuple(
            replace(
                each,
                item=replace(each.item, author=(Name(family=name, given="L."),)),
                entry=replace(each.entry, label=labels[place] if labels else None),
            )
            for place, (each, name) in enumerate(zip(made.references, names, strict=True))
        ),
    )


@pytest.mark.parametrize(
    ("names", "wrong"),
    [
        (("Abel", "Baker", "Cole", "Dorn", "Egan"), []),
        (("Abel", "Baker", "Egan", "Cole", "Dorn", "Fox"), [2]),
        (("Abel", "Müller", "Mueller", "Muller", "Zorn"), []),
        (("Abel", "van der Berg", "Cole", "Dorn", "Egan"), []),
        (("Dorn", "Abel", "Egan", "Baker", "Cole"), []),
        (("Abel", "Cole", "Baker"), []),
    ],
    ids=["sorted", "one out", "umlauts", "particle", "no order", "too few"],
)
def test_entries_out_of_order(names: tuple[str, ...], wrong: list[int]) -> None:
    found = [hit.subject for hit in hits("REF005", listed(*names))]
    assert found == [f"ref-{place}" for place in wrong]


def test_numbers_out_of_order() -> None:
    made = listed("Zorn", "Abel", "Cole", "Dorn", labels=("1", "3", "2", "4"))
    assert [hit.subject for hit in hits("REF005", made)] == ["ref-1"]


def dated(text: str, *years: int, published: dt.date | None = None) -> Analysis:
    made = analysis(article(text, entries=tuple(f"Work {year}." for year in years)))
    references = tuple(
        replace(each, item=replace(each.item, issued=Date(year=year)))
        for each, year in zip(made.references, years, strict=True)
    )
    return replace(made, references=references, article=replace(made.article, published=published))


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("The wall fell in 2019.", True),
        ("The wall fell in 2012.", False),
        ("The wall will fall in 2031.", False),
        ("The plan runs from 2019-2025.", False),
        ("Bake it at 2019.5 degrees.", False),
        ("The wall fell on 3 May.", True),
        ("The wall fell on 3 May 2011.", False),
        ("The wall fell.", False),
    ],
)
def test_a_list_that_is_too_old(text: str, *, old: bool) -> None:
    made = dated(text, 2008, 2012, published=dt.date(2020, 6, 1))
    found = hits("REF007", made)
    assert bool(found) is old
    if old:
        assert found[0].span == made.article.entries[0].span


@pytest.mark.parametrize(("years", "old"), [((2011,), True), ((2011, 2019), False)])
def test_a_citation_that_is_too_old(years: tuple[int, ...], *, old: bool) -> None:
    made = dated("The wall fell in 2019 [1].", *years)
    mark = Citation(
        span=at(made.article, "[1]"),
        style=CitationStyle.NUMERIC,
        targets=tuple(each.id for each in made.references),
    )
    found = hits("REF007", replace(made, citations=(mark,)))
    assert [hit.span for hit in found] == ([mark.span] if old else [])
