"""The given article, in six forms: what must be found in it, and what must not."""

import json
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from factcheck.analyse import analyse
from factcheck.lint import lint
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
def linted(path: Path) -> Report:
    document = Document(
        target=path.name, body=path.read_bytes(), media_type=MEDIA_TYPES[path.suffix]
    )
    return lint(analyse(read(document)))


def plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).translate(PLAIN).split())


@pytest.fixture(params=FORMS)
def report(request: pytest.FixtureRequest, shared: Path) -> Report:
    return linted(shared / "data" / "seed" / str(request.param))


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
    assert plain(unopened.anchor.exact).startswith("President Putin, you have said")
    assert plain(unopened.anchor.exact).endswith('required."')
    assert plain(misplaced.anchor.exact).startswith('"This is only a rumor.')
    text = report.article.text
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


@pytest.mark.parametrize(
    "start",
    [
        "The presence of Russian paramilitaries",
        "According to Russia's defense ministry",
        "According to a spokesman for Mali's defense ministry",
        "The military junta in Mali has said",
    ],
)
@pytest.mark.parametrize("code", ["CLM001", "CLM002", "CLM004"])
def test_a_named_speaker_answers_for_the_sentence(report: Report, start: str, code: str) -> None:
    assert any(start in plain(report.article.quote(each.span)) for each in report.article.blocks)
    assert not flagged(report, code, start)


def test_the_forms_agree(shared: Path) -> None:
    places = {
        name: [
            (each.code, plain(each.anchor.exact))
            for each in linted(shared / "data" / "seed" / name).findings
            if each.span is not None
        ]
        for name in FORMS
    }
    assert all(found == places[FORMS[0]] for found in places.values())


def test_the_same_article_gets_the_same_fingerprints(shared: Path) -> None:
    prints = [
        {each.fingerprint for each in linted(shared / "data" / "seed" / name).findings}
        for name in ("olivium-plain.html", "olivium-wordpress.html", "olivium.txt")
    ]
    dates = {each.fingerprint for each in of(linted(shared / "data/seed/olivium.txt"), "ART004")}
    assert prints[0] - dates == prints[1] - dates == prints[2] - dates
