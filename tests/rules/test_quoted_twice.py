"""QUO003 on quotations built by hand."""

from dataclasses import replace

import pytest

from factcheck.model.analysis import Quotation, QuotationKind
from factcheck.rules import find_rule
from tests.rules.building import analysis, article, at


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("we will not leave the old quay", "we will not leave the old harbour", True),
        ("we will not leave the old quay", "We will not leave the old quay.", False),
        ("it is not an ending, it's a rest", "it is not an ending, it is a rest", True),
        ("we will not leave the old quay", "not leave the old quay", False),
        ("we will not leave the old quay", "we will not [now] leave the quay", False),
        ("we will not leave … the old quay", "we will not ever leave the new quay", False),
        ("we will not leave", "we will not go", False),
        ("the boats are too old for that", "the crane is too heavy for them", False),
        ("they don’t come here at night", "they don't come here at night", False),
        ("nobody ever asked the boat owners", "nobody asked the boat owners", True),
    ],
)
def test_two_quotations(one: str, other: str, *, differ: bool) -> None:
    made = article(f"She said “{one}”.", f"Later he said “{other}”.")
    quotations = tuple(
        Quotation(span=at(made, f"“{words}”"), kind=QuotationKind.DIRECT) for words in (one, other)
    )
    rule = find_rule("QUO003")
    found = list(rule.find(replace(analysis(made), quotations=quotations), rule.options()))
    assert bool(found) is differ
    if differ:
        assert found[0].span == quotations[1].span
        assert found[0].related == (quotations[0].span,)
