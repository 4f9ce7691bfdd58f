"""Text cut at its marks, differences side by side, and where a finding stands."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.article import Span
from factcheck.reports.pieces import Mark, MarkKind, Piece, cut
from factcheck.web.reading.difference import side_by_side
from tests.growth import grows_linearly

TEXT = "The quay sank, the mayor said on Monday."


def test_overlapping_marks_make_pieces_that_lie_in_both() -> None:
    finding = Mark(Span(0, 25), MarkKind.FINDING, "7")
    source = Mark(Span(15, 24), MarkKind.SOURCE, "role")
    cue = Mark(Span(25, 29), MarkKind.CUE, "assert")
    pieces = cut(TEXT, Span(0, len(TEXT)), (cue, source, finding))
    assert [piece.text for piece in pieces] == [
        "The quay sank, ",
        "the mayor",
        " ",
        "said",
        " on Monday.",
    ]
    assert pieces[1].marks == (finding, source)
    assert pieces[1].begins == (source,)
    assert pieces[1].first(MarkKind.SOURCE) == source
    assert pieces[2].marks == (finding,)
    assert pieces[3].starting(MarkKind.CUE) == (cue,)


def test_a_mark_that_began_in_the_block_before_does_not_begin_again() -> None:
    (first, _) = cut(TEXT, Span(4, 14), (Mark(Span(0, 8), MarkKind.FINDING, "1"),))
    assert first.marks
    assert not first.begins


spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda two: Span(min(two), max(two)))
marks = st.lists(st.builds(Mark, spans, st.sampled_from(MarkKind), st.just("x")), max_size=12)


@given(st.text(min_size=60, max_size=60), spans, marks)
def test_pieces_joined_are_the_text_and_lie_in_just_their_marks(
    text: str, within: Span, marked: list[Mark]
) -> None:
    pieces = cut(text, within, marked)
    assert "".join(piece.text for piece in pieces) == text[within.start : within.end]
    at = within.start
    for piece in pieces:
        here = Span(at, at + len(piece.text))
        at = here.end
        holding = {mark for mark in marked if mark.span.contains(here)}
        assert sorted(piece.marks, key=str) == sorted(holding, key=str)


def test_cutting_grows_with_the_marks() -> None:
    def work(text: str) -> None:
        marked = [
            Mark(Span(at, at + 4), MarkKind.FINDING, str(at)) for at in range(0, len(text), 5)
        ]
        cut(text, Span(0, len(text)), marked)

    assert grows_linearly(work, "word ", 2_000)


def changed(pieces: tuple[Piece, ...]) -> list[str]:
    return [piece.text for piece in pieces if piece.marks]


def test_what_differs_is_marked_on_both_sides_and_case_is_not_a_difference() -> None:
    left = "Brandt, I. (2019). Loads on Quay Walls. Harbour Press."
    right = "Brandt, I. (2020). Loads on quay walls, 2nd ed. Harbour Press."
    ours, theirs = side_by_side(left, right)
    assert "".join(piece.text for piece in ours) == left
    assert "".join(piece.text for piece in theirs) == right
    assert changed(ours) == ["2019"]
    assert changed(theirs) == ["2020", ", 2nd ed"]


def test_equal_and_empty_entries_have_nothing_marked() -> None:
    assert changed(side_by_side("Élan vital", "elan VITAL")[0]) == []
    assert changed(side_by_side("", "")[1]) == []
