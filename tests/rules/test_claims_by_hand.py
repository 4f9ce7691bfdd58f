"""CLM, QUO and ART rules on analyses built by hand."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from factcheck.model.analysis import (
    Analysis,
    Attribution,
    Citation,
    CitationStyle,
    Claim,
    ClaimKind,
    CueClass,
    Quotation,
    QuotationFault,
    QuotationKind,
    SourceKind,
)
from factcheck.model.article import Article, BlockKind
from factcheck.model.finding import Hit
from factcheck.rules import find_rule
from factcheck.rules.unattributed import has_figure, has_superlative
from tests.rules.building import analysis, article, at


def hits(code: str, made: Analysis) -> list[Hit]:
    rule = find_rule(code)
    return list(rule.find(made, rule.options()))


TREND = "The harbour has been emptying since 2016."


def claimed(
    made: Article,
    words: str,
    *,
    citations: tuple[int, ...] = (),
    attributions: tuple[int, ...] = (),
    unattributed: float | None = None,
) -> Analysis:
    claim = Claim(
        span=at(made, words),
        kinds=(ClaimKind.STATE,),
        score=0.8,
        citations=citations,
        attributions=attributions,
        unattributed=unattributed,
    )
    return replace(analysis(made), claims=(claim,))


def test_a_claim_in_the_writers_voice_is_flagged() -> None:
    made = claimed(article("The fleet.", TREND), TREND, unattributed=0.9)
    (hit,) = hits("CLM001", made)
    assert hit.span == at(made.article, TREND)
    assert hit.confidence == 0.9


@pytest.mark.parametrize("about", [{"attributions": (0,)}, {"citations": (0,)}])
def test_a_claim_that_somebody_answers_for_is_not(about: dict[str, Any]) -> None:
    assert hits("CLM001", claimed(article(TREND), TREND, **about)) == []


@pytest.mark.parametrize("kind", [BlockKind.HEADING, BlockKind.CAPTION, BlockKind.TABLE])
def test_headings_captions_and_tables_make_no_claims(kind: BlockKind) -> None:
    assert hits("CLM001", claimed(article((kind, TREND)), TREND)) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("It has gone on since 2012.", False),
        ("It began on 3 May 2019.", False),
        ("It began on October 23, 2019, at 9.30 am.", False),
        ("In the 1990s the port closed.", False),
        ("The gate opens at 6 pm.", False),
        ("Some 1,900 boats came.", True),
        ("It fell by 12% in 2019.", True),
        ("Thousands of persons came.", True),
        ("Traffic doubled.", True),
        ("A quarter of the fleet left.", True),
        ("It cost 2000 euros.", False),  # bare 1500-2099 reads as a year: better missed than wrong
        ("It cost €2,000.", True),
        ("The one who may march left.", False),
    ],
)
def test_quantities_are_told_from_dates(text: str, *, figure: bool) -> None:
    assert has_figure(text) is figure


@pytest.mark.parametrize(
    ("text", "superlative"),
    [
        ("It is the oldest crane in Europe.", True),
        ("It was the first of its kind.", True),
        ("It is easily the most popular harbour.", True),
        ("The storm was the worst in years.", True),
        ("Rainfall was the heaviest ever recorded.", True),
        ("Most boats left.", False),
        ("They come every night, all of them.", False),
        ("The latest protest went west, through the forest.", False),
        ("First, the gate was shut.", False),
    ],
)
def test_superlatives_are_told_from_look_alikes(text: str, *, superlative: bool) -> None:
    assert has_superlative(text) is superlative


def test_quantities_are_found_in_linear_time() -> None:
    assert has_figure("1" * 200_000)
    assert not has_figure("may " * 100_000)
    assert not has_figure("2012 " * 50_000)


SAID = "Critics say the crane was never needed, and a source agrees."


def credit(made: Article, words: str, kind: SourceKind, /, **more: Any) -> Analysis:
    attribution = Attribution(
        content=at(made, "the crane was never needed"),
        source=at(made, words),
        cue=at(made, "say"),
        source_kind=kind,
    )
    return replace(analysis(made), attributions=(replace(attribution, **more),))


@pytest.mark.parametrize(
    ("code", "kind"), [("CLM003", SourceKind.VAGUE), ("CLM005", SourceKind.ANONYMOUS)]
)
def test_weak_sources(code: str, kind: SourceKind) -> None:
    made = credit(article(SAID), "Critics", kind)
    assert [hit.span for hit in hits(code, made)] == [at(made.article, "Critics")]
    twice = replace(made, attributions=made.attributions * 2)
    assert len(hits(code, twice)) == 1
    for other in set(SourceKind) - {kind}:
        assert hits(code, credit(article(SAID), "Critics", other)) == []


def test_a_vague_cue_without_any_source_is_the_place() -> None:
    made = article("It is said that the crane was never needed, they say.")
    cue = at(made, "It is said")
    vague = credit(made, "crane", SourceKind.VAGUE, source=None, cue=cue)
    assert [hit.span for hit in hits("CLM003", vague)] == [cue]
    personal = credit(made, "crane", SourceKind.VAGUE, source=None)
    assert hits("CLM003", personal) == []


def test_carried_and_declining_sources_are_not_flagged_again() -> None:
    made = article(SAID)
    carried = credit(
        made, "Critics", SourceKind.VAGUE, source=None, cue=None, carried_from=at(made, "Critics")
    )
    declined = credit(made, "Critics", SourceKind.VAGUE, cue_class=CueClass.DECLINE)
    assert hits("CLM003", carried) == []
    assert hits("CLM003", declined) == []


@pytest.mark.parametrize(
    ("count", "words"), [(None, "does not say how many"), (1, "a single source"), (7, "7 sources")]
)
def test_anonymous_sources_are_counted(count: int | None, words: str) -> None:
    (hit,) = hits("CLM005", credit(article(SAID), "a source", SourceKind.ANONYMOUS, count=count))
    assert words in hit.message


WORDS = '"They will take the boats away."'


def quoted(made: Article, kind: QuotationKind = QuotationKind.DIRECT, **more: Any) -> Analysis:
    quotation = Quotation(span=at(made, WORDS), kind=kind)
    return replace(analysis(made), quotations=(replace(quotation, **more),))


def test_a_quotation_without_a_speaker_is_flagged() -> None:
    made = quoted(article("The gate is shut.", WORDS))
    assert [hit.span for hit in hits("QUO001", made)] == [at(made.article, WORDS)]


@pytest.mark.parametrize(
    "kind",
    [QuotationKind.TITLE, QuotationKind.SCARE, QuotationKind.FRAGMENT, QuotationKind.NESTED],
)
def test_other_uses_of_marks_need_no_speaker(kind: QuotationKind) -> None:
    assert hits("QUO001", quoted(article(WORDS), kind)) == []


def test_continued_and_broken_quotations_are_left_to_others() -> None:
    assert hits("QUO001", quoted(article(WORDS), continued=True)) == []
    broken = quoted(article(WORDS), fault=QuotationFault.UNCLOSED)
    assert hits("QUO001", broken) == []
    assert len(hits("QUO002", broken)) == 1


def test_a_citation_in_the_sentence_stands_for_the_speaker() -> None:
    made = article(f"{WORDS} (Calder 2020)")
    citation = Citation(span=at(made, "(Calder 2020)"), style=CitationStyle.AUTHOR_YEAR)
    assert hits("QUO001", replace(quoted(made), citations=(citation,))) == []


def test_a_pull_quote_repeats_what_is_credited_elsewhere() -> None:
    made = article(WORDS, "“They will take the boats away,” said Ines Calder.")
    second = Quotation(span=at(made, "“They will take the boats away,”"), kind=QuotationKind.DIRECT)
    attribution = Attribution(
        content=at(made, "They will take the boats away", 1),
        source=at(made, "Ines Calder"),
        cue=at(made, "said"),
        source_kind=SourceKind.NAMED_PERSON,
    )
    first = quoted(made)
    assert len(hits("QUO001", first)) == 1
    both = replace(first, quotations=(*first.quotations, second), attributions=(attribution,))
    assert hits("QUO001", both) == []


@pytest.mark.parametrize("fault", list(QuotationFault))
def test_each_fault_of_a_quotation_has_its_words(fault: QuotationFault) -> None:
    made = article(WORDS)
    mark = at(made, '"')
    (hit,) = hits("QUO002", quoted(made, fault=fault, mark=mark))
    assert hit.related == (mark,)
    assert hit.fix


@pytest.mark.parametrize(
    ("byline", "authors", "number"),
    [
        (None, (), 1),
        ("  ", (), 1),
        ("By Ines Calder", ("Ines Calder",), 0),
        ("By Ines Calder", (), 0),
        ("Posted by Harbour News Staff", (), 1),
        ("admin", (), 1),
        ("The Harbour Post's Editor", (), 0),
        ("Ines Calder, Staff Writer", ("Ines Calder",), 0),
    ],
)
def test_bylines(byline: str | None, authors: tuple[str, ...], number: int) -> None:
    made = replace(article(TREND), byline=byline, authors=authors)
    assert len(hits("ART003", analysis(made))) == number


@pytest.mark.parametrize("field", ["published", "modified"])
def test_either_date_will_do(field: str) -> None:
    made = article(TREND)
    assert len(hits("ART004", analysis(made))) == 1
    dated = replace(made, published=dt.date(2024, 5, 3))
    if field == "modified":
        dated = replace(made, modified=dt.date(2024, 5, 3))
    assert hits("ART004", analysis(dated)) == []
