"""HARDENING rows 18, 21 and 22 for the claims path: odd characters, growth, endless text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.analyse import analyse
from factcheck.cli.running import run
from factcheck.language.ledger import make_ledger
from factcheck.language.settings import LanguageSettings
from factcheck.model.analysis import Analysis
from factcheck.model.article import Article, Block, BlockKind, Span
from tests.growth import grows_linearly

SAID = {
    "en": "Ada Cole said that 40 boats sank in 2019. “Nobody came,” she added.",
    "fr": "Odile Ferrand a dit que 40 bateaux ont coulé en 2019. « Personne », dit-elle.",
    "de": "Ada Thode sagte, dass 2019 rund 40 Boote sanken. „Niemand kam“, sagte sie.",
    "es": "Ada Cruz dijo que 40 barcos se hundieron en 2019. «Nadie», dijo.",
}
ODD = ("\x00", "\ud800", "\u202e", "\u2066", "\u200b", "\ufeff", "\x1b[31m", "\u0301", "🌊", "\r\n")
FAST = LanguageSettings(fast=True)


def read(text: str, language: str, how: LanguageSettings = FAST) -> Analysis:
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text)))
    blocks = (block,) if text else ()
    return analyse(Article(key="a", text=text, blocks=blocks, language=language), how)


def spans(made: Analysis) -> list[Span]:
    """Return every span that the claims path yields."""
    found = [each.span for each in made.sentences]
    found += [each.span for each in made.quotations]
    found += [each.span for each in made.claims]
    for each in made.attributions:
        found += [one for one in (each.source, each.cue, each.content, each.carried_from) if one]
    return found + [account.place for account in make_ledger(made).accounts]


@pytest.mark.parametrize("language", sorted(SAID))
@pytest.mark.parametrize("odd", ODD, ids=ascii)
def test_odd_characters_anywhere_leave_spans_in_the_text(odd: str, language: str) -> None:
    said = SAID[language]
    for place in range(0, len(said), 9):
        text = said[:place] + odd + said[place:]
        assert all(0 <= each.start < each.end <= len(text) for each in spans(read(text, language)))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=120), st.sampled_from(sorted(SAID)))
def test_any_text_is_read(text: str, language: str) -> None:
    made = read(f"{text} {SAID[language]} {text}", language)
    assert all(each.end <= len(made.article.text) for each in spans(made))


def test_what_a_terminal_might_obey_is_written_out(
    tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path_factory.mktemp("odd") / "odd.md"
    path.write_text("Ada\u202e Cole\u200b said 40 boats\x1b[31m sank in 2019.\n", encoding="utf-8")
    for arguments in (("--explain",), ("--order", "value"), ("--format", "json")):
        assert run(("claims", str(path), "--fast", *arguments)) == 0
        out = capsys.readouterr().out
        assert "boats" in out
        assert not {"\x1b", "\u202e"} & set(out)


@pytest.mark.parametrize(
    ("language", "unit"),
    [
        ("en", "he said that 9 of them told us, “a "),
        ("en", "according to the the "),
        ("fr", "selon la mairie a dit que « a, dit-il, "),
        ("de", "laut der Stadt sagte, dass er „a, so Kolb, "),
    ],
)
def test_the_whole_path_is_linear(language: str, unit: str) -> None:
    assert grows_linearly(lambda text: make_ledger(read(text, language)), unit, 60)


@pytest.mark.parametrize("language", sorted(SAID))
def test_a_sentence_without_end_is_one_sentence(language: str) -> None:
    text = "and the mill of the town " * 4_000  # a hundred thousand characters, not one full stop
    made = read(text, language)
    assert len(made.sentences) == 1
    assert all(each.end <= len(text) for each in spans(made))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "?", "…", "“", "a"])
@pytest.mark.parametrize("language", sorted(SAID))
def test_next_to_nothing_is_read(text: str, language: str) -> None:
    made = read(text, language)
    assert make_ledger(made).claims == len(made.claims) == 0
