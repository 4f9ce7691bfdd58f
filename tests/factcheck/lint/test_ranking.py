import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lint import LintSettings, lint
from factcheck.lint.settings import Order
from factcheck.model.analysis import Analysis, Claim, ClaimKind, Sentence
from factcheck.model.article import Anchor, Article, Block, BlockKind, Span
from factcheck.model.finding import Finding, Report, Severity
from factcheck.model.grouping import by_value, group
from factcheck.model.ranking import PRIOR, UNRATED, WEIGHTS, tempered, value
from factcheck.reports import Batch, Look, Outcome
from factcheck.reports import render as written

PARAGRAPHS = (
    "The quay lost its last crane. The market closed for good. The gate was sold.",
    "The mill burned down.",
)
TEXT = "\n\n".join(PARAGRAPHS)
SENTENCES = (Span(0, 29), Span(30, 57), Span(58, 76), Span(78, 99))
ARTICLE = Article(
    key="a",
    text=TEXT,
    language="en",
    blocks=(
        Block(kind=BlockKind.PARAGRAPH, span=Span(0, 76)),
        Block(kind=BlockKind.PARAGRAPH, span=Span(78, 99)),
    ),
)
SURE = (0.6, 0.9, 0.7, 0.8)
ANALYSIS = Analysis(
    article=ARTICLE,
    sentences=tuple(Sentence(span=span, block=span.start // 77) for span in SENTENCES),
    claims=tuple(
        Claim(span=span, kinds=(ClaimKind.EVENT,), score=0.5, unattributed=sure)
        for span, sure in zip(SENTENCES, SURE, strict=True)
    ),
)


def finding(code: str, span: Span | None, confidence: float = 0.5) -> Finding:
    return Finding(
        code=code,
        name="x",
        severity=Severity.WARNING,
        confidence=confidence,
        message="m",
        fingerprint=f"{code}{span}",
        anchor=Anchor(exact="" if span is None else ARTICLE.quote(span)),
        span=span,
    )


def report(order: Order = Order.PLACE) -> Report:
    return lint(ANALYSIS, LintSettings(select=("CLM001",), order=order))


@given(st.floats(0, 1), st.floats(0, 1), st.sampled_from(Severity))
def test_a_value_lies_within_its_severity(sure: float, worth: float, severity: Severity) -> None:
    assert 0 <= value(sure, worth, severity) <= WEIGHTS[severity]


@given(st.floats(0, 1), st.integers(0, 10_000), st.integers(0, 10_000))
def test_decisions_only_lower_a_probability(sure: float, decided: int, wrong: int) -> None:
    wrong = min(wrong, decided)
    assert 0 <= tempered(sure, decided=decided, wrong=wrong) <= sure


def test_no_decision_changes_nothing_and_many_wrong_ones_halve() -> None:
    assert tempered(0.8, decided=0, wrong=0) == 0.8
    assert tempered(0.8, decided=50, wrong=0) == 0.8
    assert tempered(0.8, decided=PRIOR, wrong=PRIOR) == pytest.approx(0.4)


def test_a_finding_on_a_claim_has_its_worth() -> None:
    first = report().findings[0]
    assert (first.worth, first.confidence) == (0.5, 0.6)
    assert first.value == pytest.approx(0.5 * 0.6 * 2)
    assert finding("REF001", None).worth == UNRATED


def test_a_report_is_in_the_order_of_the_text_or_of_value() -> None:
    assert [each.span for each in report().findings] == list(SENTENCES)
    assert [each.confidence for each in report(Order.VALUE).findings] == [0.9, 0.8, 0.7, 0.6]


def test_flags_of_one_rule_in_one_paragraph_are_a_group() -> None:
    first, second = group(report().findings, ARTICLE)
    assert first.lead.confidence == 0.9
    assert [each.confidence for each in first.others] == [0.6, 0.7]
    assert first.findings == (first.lead, *first.others)
    assert second.others == ()


def test_other_rules_and_places_are_not_grouped() -> None:
    listed = (
        finding("CLM001", SENTENCES[0]),
        finding("CLM003", SENTENCES[1]),
        finding("ART004", None),
        finding("ART004", None),
        finding("CLM001", SENTENCES[3]),
    )
    assert [each.findings for each in group(listed, ARTICLE)] == [(each,) for each in listed]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["CLM001", "CLM003"]),
            st.sampled_from([None, *SENTENCES]),
            st.floats(0, 1),
        )
    )
)
def test_a_group_loses_nothing(parts: list[tuple[str, Span | None, float]]) -> None:
    listed = [finding(*each) for each in parts]
    grouped = [each for one in group(listed, ARTICLE) for each in one.findings]
    assert sorted(map(repr, grouped)) == sorted(map(repr, listed))
    values = [each.value for each in by_value(listed)]
    assert values == sorted(values, reverse=True)


def test_a_report_shows_a_group_once() -> None:
    batch = Batch(outcomes=(Outcome(target="a.md", report=report()),))
    lines = written(batch, "text", Look(width=100)).splitlines()
    assert sum("CLM001" in line for line in lines) == 2
    also = [line.strip() for line in lines if line.strip().startswith("also:")]
    assert also == [
        "also: “The quay lost its last crane.” (60% sure)",
        "also: “The gate was sold.” (70% sure)",
    ]
