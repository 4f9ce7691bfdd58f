"""The articles in ``examples/`` show what the lint is for: their planted faults are found."""

from pathlib import Path

import pytest

from factcheck.analyse import analyse
from factcheck.lint import lint
from factcheck.model.document import Document
from factcheck.model.finding import Report
from factcheck.readers import read

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


def linted(name: str, media_type: str) -> Report:
    body = (EXAMPLES / name).read_bytes()
    return lint(analyse(read(Document(target=name, body=body, media_type=media_type))))


@pytest.fixture(scope="module")
def page() -> Report:
    return linted("harbour.html", "text/html")


@pytest.fixture(scope="module")
def draft() -> Report:
    return linted("harbour.md", "text/markdown")


def found(report: Report, code: str) -> list[str]:
    return [" ".join(each.anchor.exact.split()) for each in report.findings if each.code == code]


def test_the_page(page: Report) -> None:
    assert found(page, "ART004") == [""]
    assert found(page, "ART003") == []
    assert [text[:6] for text in found(page, "REF001")] == ["Ferris"]
    assert [text[:6] for text in found(page, "REF004")] == ["Ferris", "Lindho"]
    assert len(found(page, "QUO002")) == 2
    assert "a senior official in the county treasury" in found(page, "CLM005")
    critics, belief = found(page, "CLM003")
    assert critics == "Critics"
    assert belief.endswith("is widely believed")
    assert any("auction hall closed" in text for text in found(page, "CLM001"))
    assert not any("county college" in text for text in found(page, "CLM001"))


def test_the_draft(draft: Report) -> None:
    assert found(draft, "ART003") == [""]
    assert found(draft, "ART004") == []
    assert [text[:6] for text in found(draft, "REF001")] == ["Harker"]
    assert [text[:5] for text in found(draft, "BIB001")] == ["Quill"]
    assert [text[:5] for text in found(draft, "REF004")] == ["Quill"]
    assert len(found(draft, "QUO002")) == 1
    assert found(draft, "FIG001") == []
    assert found(draft, "LNT001") == []
    assert [each.finding.code for each in draft.suppressed] == ["CLM005"]


def test_nothing_outside_the_article_is_flagged(page: Report) -> None:
    flagged = " ".join(each.anchor.exact for each in page.findings)
    assert not any(words in flagged for words in ("cookies", "Bakery", "invented newspaper"))
