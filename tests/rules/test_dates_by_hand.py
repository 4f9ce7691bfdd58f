"""FIG001 over spellings of a date in three languages."""

import pytest

from factcheck.rules import find_rule
from tests.rules.building import analysis, article


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("on Saturday 1 March 2025", None),
        ("on Saturday, 1 March 2025", None),
        ("on Saturday the 1st of March, 2025", None),
        ("on Saturday, March 1, 2025", None),
        ("on Saturday, Mar. 1st, 2025", None),
        ("on SATURDAY 1 MARCH 2025", None),
        ("on Friday 1 March 2025", "Saturday"),
        ("on Friday, March 1, 2025", "Saturday"),
        ("on Friday the 1st of March 2025", "Saturday"),
        ("am Samstag, dem 1. März 2025", None),
        ("am Freitag, den 1. März 2025", "Samstag"),
        ("le samedi 1er mars 2025", None),
        ("le vendredi 1er mars 2025", "samedi"),
        ("on Monday 31 February 2025", "no such day"),
        ("on Monday 1 March 1700", None),
        ("on Friday 1 March", None),
        ("on Friday. 1 March 2025 was warm", None),
        ("on Friday 1 March 20251", None),
        ("on Thursday, February 29, 2024", None),
    ],
)
def test_weekdays(text: str, right: str | None) -> None:
    rule = find_rule("FIG001")
    got = list(rule.find(analysis(article(f"The gate stood open {text}.")), rule.options()))
    assert [right in hit.message for hit in got if right] == ([] if right is None else [True])
    assert len(got) == (right is not None)


def test_many_weekdays_take_linear_time() -> None:
    rule = find_rule("FIG001")
    text = "Friday the " * 20_000 + "Friday 1 March " * 20_000
    assert list(rule.find(analysis(article(text)), rule.options())) == []
