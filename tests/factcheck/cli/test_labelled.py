"""The labelled view: every field bracketed and named, with colours or without."""

from citations import parse_references
from factcheck.cli.labelled import labelled

TEXTS = ["Okafor, N. (2019). Trust and water. River Studies, 12(3), 101-19.", "Share\x1b[31m this"]


def test_fields_are_told_without_colour() -> None:
    lines = list(labelled(parse_references(TEXTS), in_colour=False))
    assert lines[0].startswith("1. [1 Okafor, N.] ([2 2019]). [3 Trust and water].")
    assert "[3 title]" in lines
    assert not any("\033" in line for line in lines)


def test_colours_only_add() -> None:
    plain = list(labelled(parse_references(TEXTS[:1]), in_colour=False))
    coloured = list(labelled(parse_references(TEXTS[:1]), in_colour=True))
    assert "\033[36m[1 Okafor, N.]\033[0m" in coloured[0]
    assert len(plain) == len(coloured)
