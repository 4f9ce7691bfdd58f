"""Dates of seven languages, ranges, seasons and what stands for no date."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.dates import find_dates, parse_date
from citations.item import Date

CASES = [
    ("2020", Date(year=2020)),
    ("(2020)", Date(year=2020)),
    ("2020a", Date(year=2020, literal="2020a")),
    ("2018, July 1", Date(year=2018, month=7, day=1)),
    ("July 1, 2018", Date(year=2018, month=7, day=1)),
    ("1 July 2018", Date(year=2018, month=7, day=1)),
    ("1st July, 2018", Date(year=2018, month=7, day=1)),
    ("14 Feb. 2016", Date(year=2016, month=2, day=14)),
    ("Sept. 2016", Date(year=2016, month=9)),
    ("2020 Jan 3", Date(year=2020, month=1, day=3)),
    ("1999 Sep", Date(year=1999, month=9)),
    ("2016-02-14", Date(year=2016, month=2, day=14)),
    ("2016-02", Date(year=2016, month=2)),
    ("1983.09", Date(year=1983, month=9)),
    ("25.09.2017", Date(year=2017, month=9, day=25)),
    ("5/6/2017", Date(year=2017, month=6, day=5)),
    ("12/25/2017", Date(year=2017, month=12, day=25)),
    ("30/04/16", Date(year=2016, month=4, day=30)),
    ("3. September 2018", Date(year=2018, month=9, day=3)),
    ("4. März 2018", Date(year=2018, month=3, day=4)),
    ("Dez. 2011", Date(year=2011, month=12)),
    ("5 décembre 2019", Date(year=2019, month=12, day=5)),
    ("1er août 2019", Date(year=2019, month=8, day=1)),
    ("févr. 2015", Date(year=2015, month=2)),
    ("3 de septiembre de 2018", Date(year=2018, month=9, day=3)),
    ("enero de 2018", Date(year=2018, month=1)),
    ("12 novembre 2020", Date(year=2020, month=11, day=12)),
    ("7 gennaio 1999", Date(year=1999, month=1, day=7)),
    ("18 abr. 2020", Date(year=2020, month=4, day=18)),
    ("2 de março de 2020", Date(year=2020, month=3, day=2)),
    ("9 мая 1945", Date(year=1945, month=5, day=9)),
    ("январь 2020", Date(year=2020, month=1)),
    ("December 24 & 31, 2012", Date(year=2012, month=12, day=24)),
    ("May 19 – 26, 2004", Date(year=2004, month=5, day=19)),
    ("July–August 2012", Date(year=2012, month=7)),
    ("1998-2001", Date(year=1998, end_year=2001)),
    ("1998–2001", Date(year=1998, end_year=2001)),
    ("2015/16", Date(year=2015, end_year=2016)),
    ("Spring 2019", Date(year=2019, literal="Spring 2019")),
    ("printemps 2019", Date(year=2019, literal="printemps 2019")),
    ("c. 1850", Date(year=1850, circa=True)),
    ("ca. 1850", Date(year=1850, circa=True)),
    ("[1850?]", Date(year=1850, circa=True)),
    ("n.d.", Date(literal="n.d.")),
    ("n. d.", Date(literal="n. d.")),
    ("o. J.", Date(literal="o. J.")),
    ("s.f.", Date(literal="s.f.")),
    ("s. d.", Date(literal="s. d.")),
    ("б. г.", Date(literal="б. г.")),
    ("forthcoming", Date(literal="forthcoming")),
    ("in press", Date(literal="in press")),
    ("im Erscheinen", Date(literal="im Erscheinen")),
    ("2014; 27 May", Date(year=2014, month=5, day=27)),
    ("27 May", Date(month=5, day=27)),
    ("", None),
    ("page 12", None),
    ("99/99/2020", Date(year=2020)),
    ("12345", None),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] or "empty" for case in CASES])
def test_reads_a_date(text: str, expected: Date | None) -> None:
    assert parse_date(text) == expected


def test_finds_dates_where_they_stand() -> None:
    text = "Doe, J. (2018, July 1). In 1999 we met. Retrieved 3 May 2020."
    assert [text[found.start : found.end] for found in find_dates(text)] == [
        "2018, July 1",
        "1999",
        "3 May 2020",
    ]


@given(st.text(max_size=200))
def test_never_raises(text: str) -> None:
    parse_date(text)


@given(st.text(alphabet="0123456789-–./ ,mayjul", max_size=60))
def test_parts_are_in_their_range(text: str) -> None:
    for found in find_dates(text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.date.month is None or 1 <= found.date.month <= 12
        assert found.date.day is None or 1 <= found.date.day <= 31
