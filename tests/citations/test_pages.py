"""Page ranges as printed, and as CSL writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.pages import page_bounds, parse_pages

CASES = [
    ("543-566", "543-566"),
    ("543–566", "543-566"),
    ("543—566", "543-566"),
    ("543--566", "543-566"),
    ("543 - 566", "543-566"),
    ("543-66", "543-566"),
    ("319-23", "319-323"),
    ("1146–51", "1146-1151"),
    ("105-4", "105-4"),
    ("pp. 12–34", "12-34"),
    ("p. 9", "9"),
    ("S. 13-15", "13-15"),
    ("С. 88–97", "88-97"),
    ("pp. 1-3, 7-9", "1-3, 7-9"),
    ("A3", "A3"),
    ("A3-A5", "A3-A5"),
    ("S12-5", "S12-S15"),
    ("e1234", "e1234"),
    ("xii", "xii"),
    ("ix-xii", "ix-xii"),
    ("63 с.", "63"),
    ("pages", None),
    ("", None),
    ("–", None),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] or "empty" for case in CASES])
def test_reads_pages(text: str, expected: str | None) -> None:
    assert parse_pages(text) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("543-566", (543, 566)),
        ("12", (12, 12)),
        ("ix-xii", (9, 12)),
        ("A3-A5", (3, 5)),
        ("A3-B5", None),
        ("1-3, 7-9", None),
        ("", None),
    ],
)
def test_gives_bounds(page: str, expected: tuple[int, int] | None) -> None:
    assert page_bounds(page) == expected


@given(st.text(max_size=100))
def test_never_raises(text: str) -> None:
    pages = parse_pages(text)
    if pages is not None:
        page_bounds(pages)


@given(st.integers(1, 99_999), st.integers(0, 500))
def test_a_written_out_range_stays(first: int, length: int) -> None:
    text = f"{first}-{first + length}"
    assert parse_pages(text) == text
