from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.language.encoder import Labelled, Reading, Role, is_installed, read_sentences
from factcheck.language.judging import judge
from factcheck.language.learned import learned_attributions
from factcheck.language.linear import linear_model
from factcheck.language.scores import priorities
from factcheck.language.sentence_features import word_features
from factcheck.language.settings import LanguageSettings
from factcheck.language.span_index import SpanIndex
from factcheck.model.analysis import Attribution, CueClass, Sentence, SourceKind
from factcheck.model.article import Span

TEXT = "Ada Cole said the quay is old. The wall leaks. She wants a new one."
SENTENCES = (
    Sentence(span=Span(0, 30), block=0),
    Sentence(span=Span(31, 46), block=0),
    Sentence(span=Span(47, 67), block=0),
)

needs_model = pytest.mark.skipif(not is_installed(), reason="the encoder's file is not there")


def labelled(role: Role, words: str, sentence: int) -> Labelled:
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    return Labelled(role=role, span=span, sentence=sentence, confidence=0.9)


def reading(*spans: Labelled) -> Reading:
    sure = (1.0,) * len(SENTENCES)
    return Reading(attributed=sure, factual=sure, priority=sure, asked=sure, spans=spans)


def quoted(span: Span | None) -> str | None:
    return None if span is None else TEXT[span.start : span.end]


def parts(each: Attribution) -> tuple[str | None, str | None, str | None]:
    return quoted(each.source), quoted(each.cue), quoted(each.content)


SEEN = (
    labelled(Role.SOURCE, "Ada Cole", 0),
    labelled(Role.CUE, "said", 0),
    labelled(Role.CONTENT, "the quay is old", 0),
    labelled(Role.CONTENT, "The wall leaks", 1),
    labelled(Role.SOURCE, "She", 2),
    labelled(Role.CUE, "wants", 2),
    labelled(Role.CONTENT, "a new one", 2),
)


def test_the_parts_in_a_sentence_belong_together() -> None:
    first, second, third = learned_attributions(TEXT, SENTENCES, reading(*SEEN))
    assert parts(first) == ("Ada Cole", "said", "the quay is old")
    assert (first.source_kind, first.cue_class) == (SourceKind.NAMED_PERSON, CueClass.ASSERT)
    assert parts(second) == (None, None, "The wall leaks")
    assert quoted(second.carried_from) == "Ada Cole"
    assert parts(third) == ("She", "wants", "a new one")
    assert (third.source_kind, third.cue_class) == (SourceKind.NAMED_PERSON, CueClass.WANT)
    assert quoted(third.carried_from) == "Ada Cole"


def test_a_sentence_scored_unattributed_keeps_no_span() -> None:
    doubted = (Sentence(span=SENTENCES[0].span, block=0, attributed=0.2), *SENTENCES[1:])
    found = learned_attributions(TEXT, doubted, reading(*SEEN))
    assert all(each.content.start >= SENTENCES[1].span.start for each in found)


def test_a_content_without_any_speaker_stays_without() -> None:
    (found,) = learned_attributions(
        TEXT, SENTENCES, reading(labelled(Role.CONTENT, "The wall leaks", 1))
    )
    assert found.carried_from is None
    assert found.source_kind is SourceKind.VAGUE


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 9))), st.integers(0, 60))
def test_the_index_finds_what_a_scan_finds(pairs: list[tuple[int, int]], start: int) -> None:
    spans = [Span(begin, begin + length) for begin, length in pairs]
    wanted = Span(start, start + 5)
    found = SpanIndex(zip(spans, range(len(spans)), strict=True)).touching(wanted)
    assert found == tuple(n for n, span in enumerate(spans) if span.overlaps(wanted))


@pytest.mark.parametrize("name", ["unattributed", "claimbuster", "checkthat"])
def test_a_linear_model_gives_probabilities(name: str) -> None:
    model = linear_model(name)
    for text in ("", "The town lost 400 jobs in 2019.", "said " * 5_000):
        assert 0 < model.probability(word_features(text)) < 1


def test_a_sentence_among_checkable_ones_comes_before_one_among_greetings() -> None:
    facts, talk = "Unemployment rose by 12 percent in 2019.", "Thank you very much, good evening."
    among_facts = priorities([facts, "It did.", facts])[1]
    among_talk = priorities([talk, "It did.", talk])[1]
    assert among_facts > among_talk
    assert priorities([]) == ()
    assert priorities([facts])[0] > priorities([talk])[0]


def test_a_figure_is_more_worth_checking_than_a_greeting() -> None:
    model = linear_model("claimbuster")
    figure = model.probability(word_features("Unemployment rose by 12 percent in 2019."))
    assert figure > model.probability(word_features("Thank you very much, good evening."))


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_judged(text: str) -> None:
    sentences = (Sentence(span=Span(0, len(text)), block=0),) if text else ()
    judged = judge(text, sentences, ())
    for each in judged.sentences:
        assert each.attributed is not None
        assert 0 <= each.attributed <= 1
    for found in judged.attributions:
        assert 0 <= found.content.start < found.content.end <= len(text)


@needs_model
def test_the_encoder_reads_words_it_never_saw() -> None:
    text = "The mill is shut, Bram Oduya-Pell told the Elm Courier. It burned in 2019."
    sentences = (Sentence(span=Span(0, 55), block=0), Sentence(span=Span(56, len(text)), block=0))
    seen = read_sentences(text, sentences)
    sources = [text[s.span.start : s.span.end] for s in seen.spans if s.role is Role.SOURCE]
    assert sources == ["Bram Oduya-Pell"]
    assert seen.attributed[0] > 0.9
    assert seen == read_sentences(text, sentences)


@needs_model
def test_an_endless_sentence_costs_no_more_than_its_start() -> None:
    text = "\ud800 said " * 400_000
    seen = read_sentences(text, (Sentence(span=Span(0, len(text)), block=0),))
    assert all(each.span.end < 5_000 for each in seen.spans)


@pytest.mark.parametrize("fast", [True, False], ids=["fast", "full"])
def test_accuracy_stays_above_its_floors(shared: Path, *, fast: bool) -> None:
    claims = pytest.importorskip("benchmarks.claims", reason="benchmarks are not importable")
    if not fast and not is_installed():
        pytest.skip("the encoder's file is not there")
    floors = claims.floors(fast=fast)
    articles = 20
    scores = claims.measure("dev", articles, LanguageSettings(fast=fast))
    found: dict[str, float] = defaultdict(float, claims.figures(scores))
    missed = {name: found[name] for name, floor in floors.items() if found[name] < floor}
    assert not missed
