from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.duplicates.cluster import Cluster
from factcheck.errors import ConfigError
from factcheck.lint import DEFAULT, LintSettings, RuleFailed, fails, lint
from factcheck.lint.run import hits_of
from factcheck.lint.select import Chosen, chosen_rules
from factcheck.model.analysis import Analysis, Claim, ClaimKind, Quotation, QuotationFault
from factcheck.model.analysis import QuotationKind as Kind
from factcheck.model.article import Article, Span, Suppression
from factcheck.model.finding import Hit, Report, Severity
from factcheck.rule import Good, NoOptions, Rule
from factcheck.rules import all_rules
from tests.rules.building import analysis, article, at

FIRST = "The harbour has been emptying since 2016."
SECOND = "The market closed for good."
ENTRY = "Brandt, L. (2011). Tidal loads. Alder Press."


def claimed(made: Article, *texts: str) -> Analysis:
    claims = tuple(
        Claim(span=at(made, words), kinds=(ClaimKind.STATE,), score=0.8) for words in texts
    )
    return replace(analysis(made), claims=claims)


def codes(report: Report) -> list[str]:
    return [each.code for each in report.findings]


def only(*words: str) -> LintSettings:
    return LintSettings(select=words)


def test_findings_stand_in_text_order_with_all_they_need() -> None:
    made = article(FIRST, SECOND, entries=(ENTRY, ENTRY))
    duplicated = replace(
        claimed(made, SECOND, FIRST), clusters=(Cluster(members=("ref-0", "ref-1"), score=1.0),)
    )
    report = lint(duplicated, only("CLM001", "REF001", "ART004"))
    assert codes(report) == ["ART004", "CLM001", "CLM001", "REF001"]
    dateless, first, second, repeated = report.findings
    assert dateless.span is None
    assert dateless.sentence is None
    assert dateless.anchor.exact == ""
    assert first.anchor.exact == FIRST
    assert first.anchor.prefix == ""
    assert second.anchor.prefix.endswith("since 2016.\n\n")
    assert len(second.anchor.prefix) == 32
    assert second.anchor.suffix.startswith("\n\nBrandt")
    assert second.sentence == at(made, SECOND)
    assert repeated.sentence == made.entries[1].span
    assert repeated.severity is Severity.ERROR
    assert report.counts == ((Severity.ERROR, 1), (Severity.WARNING, 3), (Severity.INFO, 0))
    assert lint(duplicated, only("CLM001", "REF001", "ART004")) == report


def test_a_span_over_two_sentences_is_shown_with_both() -> None:
    made = article(FIRST, SECOND)
    span = Span(4, at(made, "market").end)
    quotation = Quotation(span=span, kind=Kind.DIRECT, fault=QuotationFault.UNCLOSED)
    report = lint(replace(analysis(made), quotations=(quotation,)), only("QUO002"))
    assert report.findings[0].sentence == Span(0, len(made.text))


def test_what_a_rule_lacks_makes_it_skipped() -> None:
    report = lint(analysis(article(FIRST)), only("REF001", "CLM001"))
    assert [(each.code, "no reference list" in each.reason) for each in report.skipped] == [
        ("REF001", True)
    ]


@pytest.mark.parametrize(
    ("language", "text", "judged"),
    [
        ("en", FIRST, True),
        ("en-GB", FIRST, True),
        ("EN_us", FIRST, True),
        ("es", FIRST, False),
        ("enm", FIRST, False),
        ("", FIRST + " It was said to be the end of the trade on the river.", True),
        ("", "Le port se vide depuis que le marché a fermé pour de bon.", True),
        ("", "El puerto se vacía desde que el mercado ha cerrado para siempre.", False),
    ],
)
def test_a_rule_judges_languages_that_it_knows(language: str, text: str, *, judged: bool) -> None:
    report = lint(claimed(article(text, language=language), text), only("CLM001"))
    assert codes(report) == (["CLM001"] if judged else [])
    assert [each.code for each in report.skipped] == ([] if judged else ["CLM001"])


def made_rule(*hits: Hit, error: Exception | None = None) -> Chosen:
    def find(_: Analysis, __: NoOptions) -> Iterator[Hit]:
        yield from hits
        if error is not None:
            raise error

    rule = Rule(
        code="XXX001",
        name="made-up",
        severity=Severity.INFO,
        options=NoOptions,
        find=find,
        examples=(Good(""),),
    )
    return Chosen(rule=rule, severity=Severity.INFO, options=NoOptions())


@pytest.mark.parametrize(
    "chosen",
    [
        pytest.param(made_rule(error=IndexError("no such thing")), id="raises"),
        pytest.param(made_rule(Hit(message="a", span=Span(0, 999))), id="beyond the text"),
        pytest.param(made_rule(Hit(message="a", related=(Span(-1, 2),))), id="related outside"),
        pytest.param(made_rule(Hit(message="a", span=Span(3, 2))), id="backwards"),
    ],
)
def test_a_failing_rule_is_named_and_stops_no_other(
    chosen: Chosen, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = claimed(article(FIRST), FIRST)
    with pytest.raises(RuleFailed, match="the rule failed"):
        hits_of(chosen, made)
    both = (chosen, *chosen_rules(only("CLM001")))
    monkeypatch.setattr("factcheck.lint.run.chosen_rules", lambda _: both)
    report = lint(made)
    assert codes(report) == ["CLM001"]
    assert [each.code for each in report.skipped] == ["XXX001"]


def test_equal_hits_are_one_finding() -> None:
    hit = Hit(message="a", span=Span(0, 3))
    assert hits_of(made_rule(hit, hit), analysis(article(FIRST))) == (hit,)


def test_settings_change_severity_and_confidence() -> None:
    made = claimed(article(FIRST), FIRST)
    settings = LintSettings(
        select=("CLM001", "ART"),
        severity={"CLM": Severity.INFO, "unattributed-claim": Severity.ERROR, "all": Severity.INFO},
        min_confidence=0.85,
    )
    report = lint(made, settings)
    assert {each.code: each.severity for each in report.findings} == {
        "ART003": Severity.INFO,
        "ART004": Severity.INFO,
    }
    report = lint(made, replace(settings, min_confidence=0.0))
    assert [each.severity for each in report.findings if each.code == "CLM001"] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("fail_on", "failing"),
    [(Severity.ERROR, False), (Severity.WARNING, True), (Severity.INFO, True), (None, False)],
)
def test_failing(fail_on: Severity | None, *, failing: bool) -> None:
    settings = LintSettings(select=("CLM001",), fail_on=fail_on)
    assert fails(lint(claimed(article(FIRST), FIRST), settings), settings) is failing
    assert not fails(lint(analysis(article(FIRST)), settings), settings)


def test_options_reach_the_rule() -> None:
    made = claimed(article(FIRST), FIRST)
    for name in ("CLM001", "unattributed-claim"):
        assert codes(lint(made, replace(only("CLM001"), options={name: {"min_score": 1}}))) == []


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (LintSettings(options={"CLM001": {"min_scor": 1}}), "did you mean 'min_score'"),
        (LintSettings(options={"CLM001": {"min_score": "high"}}), "must be a float"),
        (LintSettings(options={"CLM001": {"min_score": True}}), "must be a float"),
        (LintSettings(options={"QUO001": {"min_words": 2.5}}), "must be a int"),
        (LintSettings(options={"REF001": {"a": 1}}), "has no option 'a'"),
        (LintSettings(options={"CLM": {"a": 1}}), "no rule is called"),
        (LintSettings(severity={"CLM999": Severity.INFO}), "no rule is called"),
        (LintSettings(select=("REF0001",)), "did you mean 'REF001'"),
    ],
)
def test_wrong_settings_are_named(settings: LintSettings, words: str) -> None:
    with pytest.raises(ConfigError, match=r"^[^\n]+$") as caught:
        lint(analysis(article(FIRST)), settings)
    assert words in str(caught.value)


def prints(made: Analysis) -> set[str]:
    return {each.fingerprint for each in lint(made, only("CLM")).findings}


NEUTRAL = st.text(alphabet="abc xyz,;", min_size=1).map(str.strip).filter(bool)


@given(
    before=st.lists(NEUTRAL, max_size=3),
    after=st.lists(NEUTRAL, max_size=3),
    turned=st.booleans(),
)
def test_moving_a_paragraph_keeps_its_fingerprint(
    before: list[str], after: list[str], *, turned: bool
) -> None:
    pair = (SECOND, FIRST) if turned else (FIRST, SECOND)
    moved = claimed(article(*before, *pair, *after), FIRST, SECOND)
    assert prints(moved) == prints(claimed(article(FIRST, SECOND), FIRST, SECOND))


def test_severity_confidence_and_message_are_not_in_the_fingerprint() -> None:
    made = claimed(article(FIRST), FIRST)
    surer = replace(made, claims=(replace(made.claims[0], score=0.1),))
    louder = replace(only("CLM"), severity={"CLM": Severity.ERROR})
    assert prints(surer) == prints(made)
    assert {each.fingerprint for each in lint(made, louder).findings} == prints(made)


def test_every_rule_takes_an_empty_article() -> None:
    report = lint(Analysis(article=Article(key="a", text="")), DEFAULT)
    assert [each for each in report.skipped if "failed" in each.reason] == []
    assert {each.code for each in report.skipped} <= {rule.code for rule in all_rules()}


def allow(*words: str, reason: str | None = "house style", span: Span | None = None) -> Suppression:
    return Suppression(codes=words, reason=reason, span=span)


def suppressed(*suppressions: Suppression) -> Report:
    made = article(FIRST, SECOND)
    made = replace(made, suppressions=suppressions)
    return lint(claimed(made, FIRST, SECOND), LintSettings(ignore=("ART",)))


@pytest.mark.parametrize("word", ["CLM001", "clm", "unattributed-claim", "ALL"])
def test_the_document_allows_by_code_family_name_or_all(word: str) -> None:
    report = suppressed(allow(word))
    assert "CLM001" not in codes(report)
    assert [each.reason for each in report.suppressed] == ["house style"] * 2


def test_a_block_allows_only_for_itself() -> None:
    report = suppressed(allow("CLM001", span=Span(0, len(FIRST))))
    assert [each.anchor.exact for each in report.findings] == [SECOND]
    assert [each.finding.anchor.exact for each in report.suppressed] == [FIRST]


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_without_a_reason_nothing_is_allowed(reason: str | None) -> None:
    report = suppressed(allow("CLM001", reason=reason))
    assert codes(report).count("CLM001") == 2
    assert report.suppressed == ()
    assert codes(report).count("LNT002") == 1
    assert "LNT001" not in codes(report)


@pytest.mark.parametrize("word", ["QUO002", "CLM999", "no-such-rule"])
def test_what_allows_nothing_is_unused(word: str) -> None:
    report = suppressed(allow("CLM001", word))
    assert codes(report) == ["LNT001"]
    assert word in report.findings[0].message


def test_nothing_is_said_about_rules_that_did_not_run() -> None:
    made = replace(article(FIRST), suppressions=(allow("QUO002", "REF001", "ALL"),))
    report = lint(analysis(made), LintSettings(ignore=("ART", "QUO002")))
    assert "LNT001" not in codes(report)
