from dataclasses import replace

import pytest

from factcheck.analyse import analyse
from factcheck.language.ledger import Ledger, make_ledger
from factcheck.language.settings import LanguageSettings
from factcheck.model.analysis import SourceKind
from factcheck.model.article import Article, Block, BlockKind, Link, Span

PARAGRAPHS = (
    "The quay lost 400 jobs in 2019, said Ada Cole, the mayor. Cole said 30 boats were sold.",
    "According to a port official, the gate was sold for $40,000 in 2018.",
    "The market closed in 2016 and 90 stalls were lost.",
)


def article(paragraphs: tuple[str, ...]) -> Article:
    text, blocks = "", []
    for paragraph in paragraphs:
        span = Span(len(text), len(text) + len(paragraph))
        blocks.append(Block(kind=BlockKind.PARAGRAPH, span=span))
        text += paragraph + "\n\n"
    return Article(key="a", text=text, blocks=tuple(blocks), language="en")


def test_who_carries_how_much() -> None:
    ledger = make_ledger(analyse(article(PARAGRAPHS), LanguageSettings(fast=True)))
    assert ledger.claims == 4
    assert [(each.name.split(",")[0], each.claims) for each in ledger.accounts] == [
        ("Ada Cole", 2),
        ("a port official", 1),
    ]
    assert ledger.accounts[0].kind is SourceKind.NAMED_PERSON
    assert (ledger.named, ledger.anonymous, ledger.unattributed) == (0.5, 0.25, 0.25)
    assert ledger.on_one_anonymous == (2,)


def ledger_of(*paragraphs: str, site: str | None = None) -> Ledger:
    made = article(paragraphs)
    made = replace(made, site_name=site)
    return make_ledger(analyse(made, LanguageSettings(fast=True)))


@pytest.mark.parametrize(
    "sentence",
    [
        "The Elm Courier has seen a copy of the 2024 certificate.",
        "The certificate of 2024, seen by The Elm Courier, makes no mention of 30 batteries.",
        "Both letters of 3 June 2024 were shown to the Elm Courier.",
        "Our reporter counted 30 boats in the harbour in May 2024.",
        "We visited 133 schools in the district in 2023.",
        "This newspaper obtained 30 letters that were sent in 2024.",
    ],
)
def test_the_article_answers_for_its_own_reporting(sentence: str) -> None:
    ledger = ledger_of(sentence, site="The Elm Courier")
    assert (ledger.own_reporting, ledger.unattributed) == (1.0, 0.0)
    assert [each.kind for each in ledger.accounts] == [SourceKind.OWN_REPORTING]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Ada Cole told this newspaper that 30 boats were sold.", SourceKind.NAMED_PERSON),
        ("Two people told The Elm Courier that 30 boats were sold.", SourceKind.ANONYMOUS),
        ("According to letters seen by this newspaper, 30 boats were sold.", SourceKind.DOCUMENT),
    ],
)
def test_what_somebody_told_the_paper_is_theirs(sentence: str, kind: SourceKind) -> None:
    ledger = ledger_of(sentence, site="The Elm Courier")
    assert (ledger.own_reporting, ledger.accounts[0].kind) == (0.0, kind)


def test_another_paper_s_reporting_is_not_its_own() -> None:
    ledger = ledger_of("The Elm Courier has seen 30 letters of 2024.", site="Wharf Post")
    assert ledger.own_reporting == 0.0


def test_a_link_carries_a_claim() -> None:
    text = "The quay lost 400 jobs in 2019."
    linked = replace(
        article((text,)), links=(Link(span=Span(4, 8), url="https://elm.example/jobs"),)
    )
    analysis = analyse(linked, LanguageSettings(fast=True))
    (credit,) = analysis.attributions
    assert (credit.source_kind, credit.source) == (SourceKind.CITATION, Span(4, 8))
    ledger = make_ledger(analysis)
    assert (ledger.cited, ledger.unattributed) == (1.0, 0.0)
    assert [(each.name, each.kind) for each in ledger.accounts] == [
        ("elm.example", SourceKind.CITATION)
    ]


@pytest.mark.parametrize(
    ("source", "number"),
    [("a port official", 1), ("three port officials", 3), ("port officials", None)],
)
def test_unnamed_sources_are_counted(source: str, number: int | None) -> None:
    ledger = ledger_of(f"According to {source}, the gate was sold for $40,000 in 2018.")
    assert [(each.kind, each.sources) for each in ledger.accounts] == [
        (SourceKind.ANONYMOUS, number)
    ]


def test_outlets_that_are_credited_and_not_listed() -> None:
    ledger = ledger_of(
        "The quay lost 400 jobs in 2019, The Wharf Chronicle reported.",
        "Ada Cole told the Elm Courier that 30 boats were sold.",
        "Ada Cole told the Harbour Post that 90 boats were sold.",
        site="Elm Courier",
    )
    assert ledger.unlisted_outlets == ("The Wharf Chronicle", "Harbour Post")


def test_nothing_claimed() -> None:
    ledger = make_ledger(analyse(article(()), LanguageSettings(fast=True)))
    assert (ledger.claims, ledger.accounts, ledger.unattributed) == (0, (), 0.0)
