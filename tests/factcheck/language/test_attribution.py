import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.attribution import find_attributions
from factcheck.language.quotations import find_quotations
from factcheck.language.sentences import split
from factcheck.language.sources import type_of
from factcheck.model.analysis import Attribution, CueClass, Sentence, SourceKind
from factcheck.model.article import Block, BlockKind, Span
from tests.growth import grows_linearly

PARAGRAPH = re.compile(r"\S(?:(?!\n\s*\n)[\s\S])*")


def read(text: str) -> tuple[Attribution, ...]:
    blocks = tuple(
        Block(kind=BlockKind.PARAGRAPH, span=Span(*m.span())) for m in PARAGRAPH.finditer(text)
    )
    sentences = tuple(
        Sentence(span=Span(b.span.start + start, b.span.start + end), block=place)
        for place, b in enumerate(blocks)
        for start, end in split(text[b.span.start : b.span.end])
    )
    return find_attributions(text, sentences, find_quotations(text, blocks))


def words(text: str, span: Span | None) -> str | None:
    return text[span.start : span.end] if span else None


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Ada Cole said that the bridge fell.", "Ada Cole", "said", "the bridge fell"),
        ("The bridge fell in May, Ada Cole said.", "Ada Cole", "said", "The bridge fell in May"),
        ('"The bridge fell," said Ada Cole.', "Ada Cole", "said", '"The bridge fell,"'),
        ('"The bridge fell," Cole added.', "Cole", "added", '"The bridge fell,"'),
        (
            "According to the ministry, the bridge fell.",
            "the ministry",
            "According to",
            "the bridge fell",
        ),
        (
            "The old bridge fell, according to Ada Cole, the mayor.",
            "Ada Cole, the mayor",
            "according to",
            "The old bridge fell",
        ),
        (
            "Ada Cole, the mayor of Elm, has also said the bridge fell.",
            "Ada Cole",
            "has also said",
            "the bridge fell",
        ),
        (
            "In a statement, the company denied that it knew.",
            "the company",
            "denied",
            "it knew",
        ),
        (
            "Four security and rail officials warned the bridge would fall.",
            "Four security and rail officials",
            "warned",
            "the bridge would fall",
        ),
    ],
)
def test_spans(text: str, source: str, cue: str, content: str) -> None:
    found = read(text)[0]
    assert (words(text, found.source), words(text, found.cue)) == (source, cue)
    assert words(text, found.content) == content


@pytest.mark.parametrize(
    ("source", "kind", "count"),
    [
        ("Ada Cole", SourceKind.NAMED_PERSON, None),
        ("Mr. Cole", SourceKind.NAMED_PERSON, None),
        ("France's transport minister, Jean Dax", SourceKind.NAMED_PERSON, None),
        ("a security source in the area", SourceKind.ANONYMOUS, 1),
        ("a source tracking North Borland and a guard in the area", SourceKind.ANONYMOUS, 2),
        ("four security and rail officials", SourceKind.ANONYMOUS, 4),
        ("diplomatic sources", SourceKind.ANONYMOUS, None),
        ("two people familiar with the talks", SourceKind.ANONYMOUS, 2),
        ("critics", SourceKind.VAGUE, None),
        ("some", SourceKind.VAGUE, None),
        ("experts", SourceKind.VAGUE, None),
        ("the rail ministry", SourceKind.ORGANISATION, None),
        ("the WHO", SourceKind.ORGANISATION, None),
        ("a spokesman for the rail ministry", SourceKind.ROLE, 1),
        ("the police chief", SourceKind.ROLE, 1),
        ("The Elm Courier", SourceKind.PUBLICATION, None),
        ("a local newspaper", SourceKind.PUBLICATION, None),
        ("the report", SourceKind.DOCUMENT, None),
        ("a 2019 study", SourceKind.DOCUMENT, None),
    ],
)
def test_source_kind(source: str, kind: SourceKind, count: int | None) -> None:
    found = type_of(source)
    assert found.kind is kind
    assert found.count == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cole said the bridge fell.", CueClass.ASSERT),
        ("Cole denied that the bridge fell.", CueClass.DENY),
        ("The Courier reported that the bridge fell.", CueClass.REPORT),
        ("The study found that the bridge fell.", CueClass.DOCUMENT),
        ("Cole declined to comment.", CueClass.DECLINE),
        ("Cole could not be reached on Monday.", CueClass.DECLINE),
        ("Cole wanted the bridge to fall.", CueClass.WANT),
        ("Cole feared the bridge would fall.", CueClass.FEEL),
        ("Cole expected the bridge to fall.", CueClass.EXPECT),
        ("Protesters are calling for a new bridge.", CueClass.WANT),
    ],
)
def test_cue_class(text: str, expected: CueClass) -> None:
    assert read(text)[0].cue_class is expected


@pytest.mark.parametrize(
    "text",
    [
        "The bridge fell in May.",
        "The report was long and the claims were many.",
        "Its last show drew a record crowd.",
        "The plan for the bridge failed.",
    ],
)
def test_no_attribution(text: str) -> None:
    assert read(text) == ()


def test_a_quotation_over_sentences_has_one_speaker() -> None:
    text = '"The bridge fell," Ada Cole said. "It was old. Nobody looked."'
    carried = [a for a in read(text) if a.cue is None]
    assert [words(text, a.content) for a in carried] == ['"It was old.', 'Nobody looked."']
    assert {words(text, a.carried_from) for a in carried} == {"Ada Cole"}


def test_a_pronoun_points_back() -> None:
    text = 'A security source said the bridge fell. "It was old," he added.'
    found = read(text)[-1]
    assert (words(text, found.source), words(text, found.carried_from)) == (
        "he",
        "A security source",
    )
    assert (found.source_kind, found.count) == (SourceKind.ANONYMOUS, 1)


@pytest.mark.parametrize(
    ("pronoun", "meant"),
    [
        ("he", "Tom Brandt"),
        ("it", "the rail ministry"),
        ("the ministry", "the rail ministry"),
        ("the sources", "Two port officials"),
        ("they", "the rail ministry"),
        ("the association", None),
    ],
)
def test_a_pronoun_points_at_the_nearest_source_that_fits(pronoun: str, meant: str | None) -> None:
    text = (
        "Two port officials said the quay was shut. Tom Brandt said the bridge fell. "
        "The bridge was very old, according to the rail ministry. "
        f"{pronoun.capitalize()} said that the bridge was never checked."
    )
    found = read(text)[-1]
    assert words(text, found.source) == pronoun.capitalize()
    assert words(text, found.carried_from) == meant


def test_a_letter_led_in_by_a_colon_is_of_who_wrote_it() -> None:
    text = "In a letter to us, the parents’ club wrote:\n\n“We asked twice. Nobody came.”"
    carried = [each for each in read(text) if each.cue is None]
    assert len(carried) == 2
    assert {words(text, each.carried_from) for each in carried} == {"the parents’ club"}


def test_the_subject_is_not_what_follows_the_cue() -> None:
    text = "A spokesman for Elm, which owns the bridge, said he was unaware of it."
    assert words(text, read(text)[0].source) == "A spokesman for Elm"


@given(st.text(alphabet='ab. ,"said to X\n“”', max_size=80))
def test_spans_lie_in_the_text(text: str) -> None:
    for found in read(text):
        for span in (found.source, found.cue, found.content):
            assert span is None or 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    "unit", ["said ", "he said, ", '"a" he said. ', "X, ", "according to ", '"a. ']
)
def test_time_is_linear(unit: str) -> None:
    assert grows_linearly(read, unit, 500)
