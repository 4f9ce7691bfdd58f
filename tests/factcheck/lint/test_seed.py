"""The given article, in six forms: what must be found in it, and what must not."""

import json
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from factcheck.analyse import analyse
from factcheck.lint import lint
from factcheck.model.analysis import Analysis
from factcheck.model.document import Document
from factcheck.model.finding import Finding, Report
from factcheck.readers import read

MEDIA_TYPES = {
    ".html": "text/html",
    ".md": "text/markdown",
    ".txt": "text/plain",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
FORMS = (
    "olivium.txt",
    "olivium-plain.html",
    "olivium-wordpress.html",
    "olivium-amp.html",
    "olivium.md",
    "olivium.docx",
)
PLAIN = str.maketrans("“”‘’–", "\"\"''-")


@cache
def understood(path: Path) -> Analysis:
    document = Document(
        target=path.name, body=path.read_bytes(), media_type=MEDIA_TYPES[path.suffix]
    )
    return analyse(read(document))


@cache
def linted(path: Path) -> Report:
    return lint(understood(path))


def plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).translate(PLAIN).split())


@pytest.fixture(params=FORMS)
def report(request: pytest.FixtureRequest, shared: Path) -> Report:
    return linted(shared / "data" / "seed" / str(request.param))


@pytest.fixture(params=FORMS)
def analysed(request: pytest.FixtureRequest, shared: Path) -> Analysis:
    return understood(shared / "data" / "seed" / str(request.param))


@pytest.fixture
def expected(shared: Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(
        (shared / "data" / "seed" / "expected.json").read_text(encoding="utf-8")
    )
    return made


def of(report: Report, code: str) -> list[Finding]:
    return [each for each in report.findings if each.code == code]


def test_every_rule_judges_it(report: Report) -> None:
    assert report.skipped == ()


def test_the_one_repeated_entry(report: Report, expected: dict[str, Any]) -> None:
    ((first, second),) = expected["duplicate_pairs"]
    (repeated,) = of(report, "REF001")
    entries = report.article.entries
    assert repeated.span == entries[second].span
    assert repeated.related == (entries[first].span,)
    assert plain(repeated.anchor.exact) == plain(expected["references"][second])
    assert of(report, "REF002") == []


def test_both_works_are_never_cited(report: Report) -> None:
    entries = report.article.entries
    assert [each.span for each in of(report, "REF004")] == [entries[0].span, entries[1].span]


def test_the_two_broken_quotations(report: Report) -> None:
    unopened, misplaced = of(report, "QUO002")
    assert unopened.span is not None
    assert misplaced.span is not None
    text, blocks = report.article.text, report.article.blocks
    assert unopened.span.end == blocks[2].span.end
    assert blocks[18].span.contains(misplaced.span)
    (mark,) = unopened.related
    assert plain(text[mark.start : mark.end]) == '"'
    assert mark.end == unopened.span.end
    (mark,) = misplaced.related
    assert plain(text[mark.start : mark.end]) == '"'
    assert text[mark.end :].startswith("Baba Cisse")


def flagged(report: Report, code: str, start: str) -> bool:
    found = (
        report.article.quote(each.sentence)
        for each in of(report, code)
        if each.sentence is not None
    )
    return any(plain(sentence).startswith(start) for sentence in found)


def test_an_unattributed_sentence(report: Report) -> None:
    assert flagged(report, "CLM001", "Mali has been fighting")


def test_an_anonymous_source(report: Report) -> None:
    assert flagged(report, "CLM005", "According to a security source in the area")


@pytest.mark.parametrize("code", ["CLM001", "CLM002", "CLM004"])
@pytest.mark.parametrize(("block", "number"), [(0, 0), (19, 0), (25, 0), (27, 1), (28, 1)])
def test_a_named_speaker_answers_for_the_sentence(
    analysed: Analysis, block: int, number: int, code: str
) -> None:
    sentence = [each.span for each in analysed.sentences if each.block == block][number]
    found = [each.span for each in of(lint(analysed), code) if each.span is not None]
    assert not any(span.overlaps(sentence) for span in found)


UNDATED = {"FIG006", "FIG007", "REF007"}  # two of the forms state a date of publication


def test_the_forms_agree(shared: Path) -> None:
    places = {
        name: [
            (each.code, plain(each.anchor.exact))
            for each in linted(shared / "data" / "seed" / name).findings
            if each.span is not None and each.code not in UNDATED
        ]
        for name in FORMS
    }
    assert all(found == places[FORMS[0]] for found in places.values())


def test_the_same_article_gets_the_same_fingerprints(shared: Path) -> None:
    prints = [
        {
            each.fingerprint
            for each in linted(shared / "data" / "seed" / name).findings
            if each.span is not None and each.code not in UNDATED
        }
        for name in FORMS
    ]
    assert all(each == prints[0] for each in prints)
