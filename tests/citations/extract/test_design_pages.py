"""Whole pages in the designs of publishers, wikis, blogs and offices; all text is made up.

A file of ``designs/`` is a page and, in a comment at its end, the list it prints: one line an
entry, "label | string", "-" for no label. ``traps/`` are pages that hold no reference list.
"""

from pathlib import Path

import pytest

from citations.extract import find_entries

HERE = Path(__file__).parent
DESIGNS = sorted((HERE / "designs").glob("*.html"))
TRAPS = sorted((HERE / "traps").glob("*.html"))
MARK = "<!-- expected\n"


@pytest.mark.parametrize("path", DESIGNS, ids=lambda path: path.stem)
def test_the_list_is_read_as_printed(path: Path) -> None:
    page, _, expected = path.read_text("utf-8").partition(MARK)
    lines = expected.removesuffix("\n").removesuffix("-->").splitlines()
    assert [f"{entry.label or '-'} | {entry.text}" for entry in find_entries(page)] == lines


@pytest.mark.parametrize("path", TRAPS, ids=lambda path: path.stem)
def test_no_list_is_seen(path: Path) -> None:
    assert find_entries(path.read_text("utf-8")) == ()
