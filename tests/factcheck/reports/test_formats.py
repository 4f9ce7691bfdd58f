import json
import re
from dataclasses import replace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import UsageError
from factcheck.model.article import Anchor, Article, Block, BlockKind, Span
from factcheck.model.finding import Finding, Report, Severity, Skipped
from factcheck.reports import Batch, Look, Outcome, format_names, render
from factcheck.reports.excerpt import excerpt
from factcheck.reports.visible import visible, width

HOSTILE = "\x1b]0;owned\x07\x1b[31m::error::x%0A\r\n::set-output name=a::b\u202etxt\u2066\ud800\x00"


def batch(text: str = "The pier closed in 2016.", *, target: str = "pier.md") -> Batch:
    span = Span(0, len(text))
    article = Article(
        key=target,
        text=text,
        title=text,
        blocks=(Block(kind=BlockKind.PARAGRAPH, span=span, origin="line 3"),),
    )
    finding = Finding(
        code="CLM001",
        name="unattributed-claim",
        severity=Severity.WARNING,
        confidence=0.5,
        message=text,
        fingerprint="1:" + "0" * 32,
        anchor=Anchor(exact=text),
        span=span,
        sentence=span,
        related=(span,),
        fix=text,
    )
    report = Report(
        article=article,
        findings=(finding, replace(finding, span=None, sentence=None)),
        skipped=(Skipped(code="VER001", reason=text),),
        counts=((Severity.WARNING, 2),),
    )
    outcomes = (
        Outcome(target=target, report=report),
        Outcome(target="none.md", error=f"none.md: {text}"),
    )
    return Batch(outcomes=outcomes)


def test_the_formats() -> None:
    assert format_names() == ("concise", "github", "html", "json", "sarif", "text")


def test_an_unknown_format_gets_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean 'sarif'"):
        render(batch(), "sarf")


@pytest.mark.parametrize("name", format_names())
def test_nothing_from_a_page_steers_a_terminal_or_a_workflow(name: str) -> None:
    out = render(batch(HOSTILE, target=f"a{HOSTILE}.md"), name, Look(colour=False))
    out.encode("utf-8")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", out)
    if name == "github":
        lines = out.splitlines()
        assert all(line.startswith(("::warning ", "::error ")) for line in lines)
        assert len(lines) == 3


@pytest.mark.parametrize("name", format_names())
def test_the_same_batch_gives_the_same_bytes(name: str) -> None:
    assert render(batch(), name) == render(batch(), name)


@pytest.mark.parametrize("name", format_names())
def test_an_interrupted_run_says_so(name: str) -> None:
    out = render(replace(batch(), complete=False), name)
    assert "incomplete" in out or '"complete": false' in out


def test_colour_only_adds() -> None:
    plain = render(batch(), "text", Look(colour=False))
    coloured = render(batch(), "text", Look(colour=True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert coloured != plain


def test_text_fits_the_width() -> None:
    out = render(batch("The pier has been closed " * 12), "text", Look(width=60))
    assert max(width(line) for line in out.splitlines()) <= 60


def test_text_fits_the_width_of_wide_characters_and_long_words() -> None:
    out = render(batch("橋は封鎖された。" * 12 + " " + "x" * 150), "text", Look(width=60))
    assert max(width(line) for line in out.splitlines()) <= 60


def test_text_says_why_and_what_to_do_once() -> None:
    out = render(batch("The pier closed."), "text")
    assert [out.count(f"    {label}: ") for label in ("what", "why", "do")] == [2, 1, 1]
    assert out.count("stand at the first finding") == 1
    assert out.count("    see: ") == 1  # not where it is the sentence that has just been quoted


@pytest.mark.parametrize(
    ("changed", "code", "closing"),
    [
        ({}, 2, "exit code 2: not everything could be read."),
        ({"outcomes": batch().outcomes[:1]}, 1, "exit code 1: findings that fail the lint"),
        (
            {"outcomes": batch().outcomes[:1], "fail_on": Severity.ERROR},
            0,
            "exit code 0: nothing that fails the lint (fail_on is error).",
        ),
        ({"outcomes": batch().outcomes[:1], "fail_on": None}, 0, "(fail_on is never)."),
        ({"complete": False}, 130, "exit code 130: interrupted."),
    ],
    ids=["unread", "found", "below", "never", "interrupted"],
)
def test_the_last_line_explains_the_exit_code(
    changed: dict[str, Any], code: int, closing: str
) -> None:
    ran = replace(batch(), **changed)
    assert ran.exit_code == code
    assert closing in render(ran, "text").splitlines()[-1]


def test_concise_is_one_line_a_finding() -> None:
    first, second, third = render(batch(), "concise").splitlines()
    assert first.startswith("pier.md:3: warning CLM001 unattributed-claim: The pier")
    assert second.startswith("pier.md:the article: warning CLM001")
    assert third.startswith("none.md: not read: ")


def test_github_annotates_the_line_and_escapes() -> None:
    first, *_ = render(batch("50% closed, they say: so", target="a,b:c.md"), "github").splitlines()
    assert first.startswith(
        "::warning file=a%2Cb%3Ac.md,line=3,title=CLM001 unattributed-claim::50%25"
    )


def test_sarif_has_what_code_scanning_needs() -> None:
    document = json.loads(render(batch(target="a b/ü.md"), "sarif"))
    assert document["version"] == "2.1.0"
    (run,) = document["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["CLM001"]
    result = run["results"][0]
    assert result["partialFingerprints"] == {"factcheck/v1": "1:" + "0" * 32}
    physical = result["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "a%20b/%C3%BC.md"
    assert physical["region"]["startLine"] == 3
    invocation = run["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert "none.md" in invocation["toolExecutionNotifications"][0]["message"]["text"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("a\nb\tc", "a b c"),
        ("\x1b[31m", "\\x1b[31m"),
        ("a\u202eb", "a\\u202eb"),
        ("so\u00adft", "soft"),
        ("\u200bx\ufeff", "\\u200bx\\ufeff"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("“—é", "“—é"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(max_size=400), st.data())
def test_an_excerpt_marks_exactly_the_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    rows = excerpt(text, Span(0, len(text)), Span(start, end), 40)
    for line, marks in rows:
        assert width(line) <= 40
        assert width(marks) <= 40
        assert set(marks) <= {"^", " "}
    if not visible(text[start:end]).strip():
        return
    assert any(marks for _, marks in rows)


def test_an_excerpt_of_a_long_sentence_shows_the_span() -> None:
    text = "word " * 2_000 + "TARGET" + " word" * 2_000
    rows = excerpt(text, Span(0, len(text)), Span(10_000, 10_006), 80)
    assert len(rows) < 15
    ((line, marks),) = [(line, marks) for line, marks in rows if marks]
    assert line[marks.index("^") : marks.rindex("^") + 1] == "TARGET"


def test_an_excerpt_is_cut_between_words() -> None:
    text = "harbour " * 60 + "PIER" + " harbour" * 60
    start = text.index("PIER")
    lines = excerpt(text, Span(0, len(text)), Span(start, start + 4), 76)
    shown = " ".join(line for line, _ in lines)
    assert set(shown.split()) == {"…", "harbour", "PIER"}


def test_wide_characters_are_underlined_to_their_width() -> None:
    ((line, marks),) = excerpt("港口 port", Span(0, 7), Span(0, 2), 40)
    assert (line, marks) == ("港口 port", "^^^^")


def page(made: Batch) -> BeautifulSoup:
    return BeautifulSoup(render(made, "html"), "lxml")


def test_the_page_stands_alone_and_its_links_lead_somewhere() -> None:
    soup = page(batch())
    assert not soup.select("script, link, img, [style], [src]")
    named = [str(each["id"]) for each in soup.select("[id]")]
    assert len(named) == len(set(named))
    targets = {str(each["href"]).removeprefix("#") for each in soup.select("a[href]")}
    assert targets
    assert targets <= set(named)
    assert [each.get_text() for each in soup.select("mark.warning")] == [
        "1The pier closed in 2016."
    ]
    assert len(soup.select("aside > section")) == 2


def test_the_page_shows_overlapping_findings_in_place() -> None:
    (first, _), report = batch().findings, batch().outcomes[0].report
    assert report is not None
    inner = replace(first, span=Span(4, 8), severity=Severity.ERROR, sentence=None)
    outcome = Outcome(target="pier.md", report=replace(report, findings=(first, inner)))
    marks = page(Batch(outcomes=(outcome,))).select("mark")
    assert [each["class"] for each in marks] == [["warning"], ["error"], ["warning"]]
    assert [each.get_text() for each in marks] == ["1The ", "2pier", " closed in 2016."]


def test_what_a_page_says_is_only_ever_text() -> None:
    hostile = "<script>alert(1)</script><a href='javascript:1'>&amp;</a>"
    soup = page(batch(hostile, target=hostile))
    assert not soup.select("script, a[href^=javascript]")
    assert hostile in soup.get_text()
