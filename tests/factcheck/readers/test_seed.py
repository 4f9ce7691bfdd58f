"""The six forms of one article each yield the same body, byline and printed references."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from factcheck.model.article import Article, BlockKind
from factcheck.model.document import Document
from factcheck.readers import read

NAMES = (
    "olivium.txt",
    "olivium-plain.html",
    "olivium-wordpress.html",
    "olivium-amp.html",
    "olivium.md",
    "olivium.docx",
)
FOLDED = str.maketrans("“”„‘’‚–—−", "\"\"\"'''---")


def fold(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).translate(FOLDED)
    return " ".join(text.split()).removeprefix("•").strip()


@pytest.fixture(scope="module")
def expected(shared: Path) -> Any:
    return json.loads((shared / "data/seed/expected.json").read_text("utf-8"))


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def article(shared: Path, name: str) -> Article:
    path = shared / "data/seed" / name
    return read(Document(target=str(path), body=path.read_bytes()))


def test_body(article: Article, expected: Any) -> None:
    texts = {
        kind: [fold(article.quote(block.span)) for block in article.blocks if block.kind is kind]
        for kind in BlockKind
    }
    assert len(texts[BlockKind.PARAGRAPH]) == expected["body_paragraphs"]
    assert texts[BlockKind.HEADING] == expected["subheadings"]
    assert fold(article.text).startswith(expected["first_paragraph_starts"])
    assert texts[BlockKind.PARAGRAPH][-1].endswith(expected["last_paragraph_ends"])
    assert {block.kind for block in article.blocks} == {BlockKind.PARAGRAPH, BlockKind.HEADING}


def test_entries_and_byline(article: Article, expected: Any) -> None:
    assert [fold(placed.entry.text) for placed in article.entries] == expected["references"]
    assert fold(article.byline or "") == expected["byline"]


def test_nothing_else(article: Article, expected: Any) -> None:
    text = fold(article.text)
    unwanted = expected["not_body"] + expected["not_references"]
    assert [line for line in unwanted if fold(line) in text] == []


def test_metadata(article: Article, name: str, expected: Any) -> None:
    stated = expected["files"][name]
    assert article.title == stated["title"]
    date = stated["published"]
    assert str(article.published) == (date.split()[0] if date else "None")
    if "site_name" in stated:
        assert article.site_name == stated["site_name"]
