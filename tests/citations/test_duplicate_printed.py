"""Pairs of entries as printed, in many languages, from parsing to verdict and reason."""

from pathlib import Path

import pytest

from citations.duplicates import Verdict, compare
from citations.parse import parse_references

TABLE = (Path(__file__).parent / "printed_pairs.txt").read_text("utf-8")
PAIRS = [block.splitlines() for block in TABLE.split("\n\n")[1:]]


@pytest.mark.parametrize(
    ("verdict", "left", "right"),
    [pytest.param(head.split()[1], *entries, id=head.split()[0]) for head, *entries in PAIRS],
)
def test_a_pair_as_printed(verdict: str, left: str, right: str) -> None:
    one, other = parse_references([left, right])
    found = compare(one, other)
    assert found.verdict is Verdict(verdict), found.reasons
    assert compare(other, one).verdict is found.verdict


REASONS = {
    "advocate general": (
        "Case C-77/09, Molkerei Nord v Council, EU:C:2010:331.",
        "Opinion of Advocate General Duarte of 4 March 2010, Molkerei Nord v Council, C-77/09.",
        "one is an opinion on the case",
    ),
    "numbers of a bulletin": (
        "INSTITUTO DO CERRADO. Boletim das águas, n. 21, maio 2015.",
        "INSTITUTO DO CERRADO. Boletim das águas, n. 22, jun. 2015.",
        "numbers 21 and 22 of one series (boletim)",
    ),
    "another word": (
        "Novak, Irena. “Bread and ballots.” Open Plain, 3 May 2016.",
        "Novak, Irena. “Salt and ballots.” Open Plain, 24 May 2016.",
        "the titles differ in a word: “Bread” and “Salt”",
    ),
    "release": (
        "Port of Skarn. Dredging the Meadows of Skarn Sound. Skarn, 2018. 44 pp.",
        "Port of Skarn. “Study backs dredging the meadows of Skarn Sound.” Press release, 2018.",
        "one is a press release about the other",
    ),
}


@pytest.mark.parametrize("name", REASONS)
def test_the_reason_comes_first(name: str) -> None:
    left, right, reason = REASONS[name]
    one, other = sorted(parse_references([left, right]), key=lambda each: each.id)
    words = compare(one, other).reasons[0]
    assert sorted(words.split()) == sorted(reason.split())
