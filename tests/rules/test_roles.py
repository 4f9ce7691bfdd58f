"""FIG005 on text: offices and sexes that go together, and those that do not."""

import pytest

from factcheck.rules import find_rule
from tests.rules.building import analysis, article


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Ada Cole, the mayor, left. The deputy mayor, Ada Cole, stayed.", "Cole town hall"),
        ("Foreign Minister Ada Cole met Defence Minister Cole.", "Cole cabinet"),
        ("Spokesman Ada Cole left. Ms Cole came back.", "Cole sex"),
        ("A spokesman for the port left. Ada Cole, the spokeswoman, came.", "Cole sex"),
        ("Ada Cole, the mayor, left. Mayor Cole came back.", None),
        ("Former foreign minister Ada Cole met the defence minister, Ada Cole.", None),
        ("Mr Ivo Cole left. Ms Ada Cole stayed.", None),
        ("Ada Cole, the chief executive, succeeds Tom Brandt, the former finance director.", None),
        ("A spokesman left. Ada Cole, a spokeswoman for the town, came.", None),
    ],
)
def test_what_a_person_is_called(text: str, subject: str | None) -> None:
    rule = find_rule("FIG005")
    found = list(rule.find(analysis(article(text)), rule.options()))
    assert [hit.subject for hit in found] == ([] if subject is None else [subject])


def test_a_page_of_capitals_is_read_in_linear_time() -> None:
    rule = find_rule("FIG005")
    list(rule.find(analysis(article("Ada Cole, " * 4_000)), rule.options()))
