"""The short way through plain entries finds the blocks that bibtexparser's splitter finds."""

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given, settings

from citations.formats.latex.rough import rough_blocks
from citations.formats.latex.splitting import Block, blocks_of
from tests.citations.bibfile.test_laws import FILES


def told(blocks: Iterable[Block]) -> Iterator[object]:
    for one in blocks:
        yield one.kind, one.raw, one.name, one.key, one.fields, one.error if not one.key else None


def compare(text: str) -> int:
    """Compare both ways; return how many entries took the short one."""
    found = list(blocks_of(text))
    assert list(told(found)) == list(told(rough_blocks(text, 0)))
    return sum(one.is_plain for one in found)


@given(FILES)
@settings(max_examples=300, deadline=None)
def test_both_ways_find_the_same(text: str) -> None:
    compare(text.replace("\r", "\n").removeprefix("\ufeff"))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("", 0),
        ("@book{a, title = {An {N}ame}, year = 2001,}\n\n@misc{b,\n}", 2),
        ('@Book{a, Title = "A {\\"u} b", month = jan}\n', 1),
        ("% a comment\n@book{a, title = {b}}\n", 1),
        ("@book{a, title = {b}} % behind it\n@book{b, title = {c}}", 1),
        ("@book{a, title = {open\n@book{b, title = {c}}\n", 1),
        ("@string{x = {y}}\n@commentary{a, b = {c}}\n@book{a, b = x # {z}}", 0),
        ("@book{a, title = {one \\{ brace}}\n@book{b, title = {write @ {home}}}", 1),
        ('@book{a, title = "a {"}quote{"}"}\n@book(b, title = {c})', 0),
        ("@book{a, title = {{{{{deep}}}}}}", 0),
        ("@book{a, title = {b}}\n}}\n@book{b, title = {c}}\n}", 0),
    ],
)
def test_what_takes_the_short_way(text: str, plain: int) -> None:
    assert compare(text) == plain
