"""Sentences in many genres, each with the rule that must or must not ask about it."""

from pathlib import Path

import pytest

from factcheck.analyse import analyse
from factcheck.lint import lint
from factcheck.model.document import Document
from factcheck.readers import read

_TABLES = (
    "marked_sentences.txt",
    "outlet_sentences.txt",
    "time_sentences.txt",
    "number_sentences.txt",
)
_LINES = [
    line
    for name in _TABLES
    for line in (Path(__file__).parent / name).read_text("utf-8").splitlines()
]
MARKED = [line.split(" ", 2) for line in _LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(
    ("code", "mark", "text"),
    MARKED,
    ids=[f"{code}{mark}{text[:50]}" for code, mark, text in MARKED],
)
def test_marked(code: str, mark: str, text: str) -> None:
    paragraphs = text.replace("¶", "\n\n")
    body = f"---\ndate: 2024-06-11\n---\n\n# The report\n\n{paragraphs}\n"
    report = lint(analyse(read(Document(target="a.md", body=body.encode()))))
    assert (code in {finding.code for finding in report.findings}) is (mark == "+")
