"""The table of attacks names tests; they have to be there."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TABLE = (ROOT / "docs" / "hardening.md").read_text(encoding="utf-8")


def test_every_test_of_the_table_exists() -> None:
    written = "\n".join(
        path.read_text(encoding="utf-8") for path in ROOT.glob("tests/**/test_*.py")
    )
    there = set(re.findall(r"^def (test_\w+)\(", written, re.MULTILINE))
    named = set(re.findall(r"`(test_\w+)`", TABLE))
    assert len(named) > 80
    assert sorted(named - there) == []


def test_every_row_has_its_line() -> None:
    rows = [int(number) for number in re.findall(r"^\| (\d+) \|", TABLE, re.MULTILINE)]
    assert rows == sorted(set(rows))
    assert set(range(1, 50)) <= set(rows)
