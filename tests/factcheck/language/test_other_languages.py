"""Whole articles in other languages: what is judged in them, and what is said to be skipped."""

import pytest

from factcheck.analyse import analyse
from factcheck.language.settings import LanguageSettings
from factcheck.lint import lint
from factcheck.model.article import Article, Block, BlockKind, Span
from factcheck.model.finding import Report

FRENCH = (
    "Le pont de la vallée a perdu deux arches en 2019.",
    "Selon une source policière, trois hommes ont scié les câbles.",
    "Les détracteurs du maire affirment que les travaux ont coûté 40 millions.",
    "« Le pont tiendra », dit Odile Ferrand, maire de Brume.",
    "On dit que la tour penche depuis la guerre.",
    "La régie n’a pas souhaité répondre aux questions sur les 40 millions.",
    "« Personne ne nous a prévenus de quoi que ce soit cette année-là. »",
)
GERMAN = (
    "Die Brücke im Tal verlor 2019 zwei Bögen.",
    "Laut einem Insider sägten drei Männer die Seile durch.",
    "Kritiker sagen, der Bau habe 40 Millionen gekostet.",
    "„Die Brücke hält“, sagt Wiebke Thode, die Bürgermeisterin.",
    "Es heißt, der Turm sei seit dem Krieg schief.",
    "Der Konzern wollte sich zu den 40 Millionen nicht äußern.",
    "„Niemand hat uns in jenem Jahr vor irgendetwas gewarnt.“",
)
SPANISH = (
    "El puente del valle perdió dos arcos en 2019, y los vecinos no han sido avisados por nadie.",
    "Según una fuente policial, tres hombres cortaron los cables de la torre como si nada.",
)


def report(paragraphs: tuple[str, ...], language: str | None = None) -> Report:
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(
            Block(kind=BlockKind.PARAGRAPH, span=Span(len(text), len(text) + len(paragraph)))
        )
        text += paragraph + "\n\n"
    article = Article(key="a", text=text, blocks=tuple(blocks), language=language)
    return lint(analyse(article, LanguageSettings(fast=True)))


def found(paragraphs: tuple[str, ...]) -> set[tuple[str, int]]:
    """Return each finding's code with the number of its paragraph."""
    places = []
    at = 0
    for paragraph in paragraphs:
        places.append(at)
        at += len(paragraph) + 2
    return {
        (each.code, sum(start <= each.span.start for start in places) - 1)
        for each in report(paragraphs).findings
        if each.span is not None and each.code.startswith(("CLM", "QUO"))
    }


@pytest.mark.parametrize("paragraphs", [FRENCH, GERMAN], ids=["fr", "de"])
def test_who_is_credited_is_judged_in_french_and_german(paragraphs: tuple[str, ...]) -> None:
    expected = {("CLM002", 0), ("CLM001", 0), ("CLM005", 1), ("CLM003", 2), ("CLM008", 2)}
    expected |= {("CLM003", 4), ("QUO001", 6)}
    assert found(paragraphs) <= expected
    assert found(paragraphs) >= expected - {("CLM002", 0), ("CLM001", 0)}
    assert {code for code, place in found(paragraphs) if place == 0}


@pytest.mark.parametrize(
    ("paragraphs", "language"), [(FRENCH, "fr"), (GERMAN, "de"), (SPANISH, "es")]
)
def test_the_language_is_detected_and_named_where_a_rule_is_skipped(
    paragraphs: tuple[str, ...], language: str
) -> None:
    made = report(paragraphs)
    assert made.article.language == language
    reasons = {each.code: each.reason for each in made.skipped}
    assert reasons["CLM004"] == f"the rule judges English only, and the article is in {language!r}"


def test_where_nobody_is_found_to_be_credited_no_rule_says_so() -> None:
    made = report(SPANISH)
    reasons = {each.code: each.reason for each in made.skipped}
    for code in ("CLM001", "CLM002", "CLM003", "CLM005", "CLM008", "QUO001", "QUO004"):
        assert "English, French and German" in reasons[code]
    assert not [each for each in made.findings if each.code.startswith(("CLM", "QUO"))]


def test_a_language_stated_wrongly_is_corrected() -> None:
    assert report(FRENCH, language="en").article.language == "fr"


@pytest.mark.parametrize(
    ("language", "text", "claims"),
    [
        ("fr", "Le port a perdu 400 emplois en 2019.", 1),
        ("fr", "Le port a-t-il perdu 400 emplois ?", 0),
        ("fr", "N’hésitez pas à goûter la soupe, elle est superbe.", 0),
        ("fr", "La mairie n’a pas souhaité commenter la perte de 400 emplois.", 0),
        ("fr", "Cet article a été mis à jour le 4 mai 2019.", 0),
        ("de", "Der Hafen verlor 2019 rund 400 Stellen.", 1),
        ("de", "Verlor der Hafen 400 Stellen?", 0),
        ("de", "Dieser Artikel wurde am 4. Mai 2019 aktualisiert.", 0),
        ("de", "Der Konzern wollte sich zum Verlust der 400 Stellen nicht äußern.", 0),
        ("de", "Ich mag den Hafen und meine Suppe.", 0),
    ],
)
def test_what_is_a_claim(language: str, text: str, claims: int) -> None:
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text)))
    article = Article(key="a", text=text, blocks=(block,), language=language)
    assert len(analyse(article, LanguageSettings(fast=True)).claims) == claims
