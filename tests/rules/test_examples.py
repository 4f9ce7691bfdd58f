"""Every rule's examples, through the real reader and the real analysis."""

from functools import cache
from typing import Any

import pytest

from factcheck.analyse import analyse
from factcheck.lint import LintSettings, lint
from factcheck.model.analysis import Analysis
from factcheck.model.document import Document
from factcheck.readers import read
from factcheck.rule import Bad, Good, Rule
from factcheck.rules import all_rules

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code}-{number}-{type(example).__name__.lower()}")
    for rule in all_rules()
    for number, example in enumerate(rule.examples)
]


@cache
def understood(text: str, media_type: str) -> Analysis:
    document = Document(target="a", body=text.encode(), media_type=media_type)
    return analyse(read(document))


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule: Rule[Any], example: Good | Bad) -> None:
    report = lint(understood(example.text, example.media_type), LintSettings())
    assert [each for each in report.skipped if "failed" in each.reason] == []
    assert rule.code not in {each.code for each in report.skipped}
    got = [
        " ".join(each.anchor.exact.split()) for each in report.findings if each.code == rule.code
    ]
    wanted = example.marks if isinstance(example, Bad) else ()
    assert got == [" ".join(mark.split()) for mark in wanted]
