import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.quotations import find_quotations
from factcheck.model.analysis import Quotation, QuotationFault, QuotationKind
from factcheck.model.article import Block, BlockKind, Span
from tests.factcheck.language.quotation_cases import CASES as PLAIN
from tests.factcheck.language.quotation_cases import Case
from tests.factcheck.language.quotation_traps import CASES as TRAPS
from tests.growth import grows_linearly

CASES = PLAIN + TRAPS

PARAGRAPH = re.compile(r"\S(?:(?!\n\s*\n)[\s\S])*")


def blocks_of(text: str) -> tuple[Block, ...]:
    return tuple(
        Block(kind=BlockKind.PARAGRAPH, span=Span(*match.span()))
        for match in PARAGRAPH.finditer(text)
    )


def read(text: str) -> tuple[Quotation, ...]:
    return find_quotations(text, blocks_of(text))


def quoted(text: str, quotation: Quotation) -> str:
    return text[quotation.span.start : quotation.span.end]


def test_the_table_is_large_and_its_ids_differ() -> None:
    assert len(CASES) >= 80
    assert len({case.id for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_case(case: Case) -> None:
    found = tuple(
        (quoted(case.text, quotation), quotation.fault.value if quotation.fault else "")
        for quotation in read(case.text)
    )
    assert found == case.found


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ('"One two." We left early."', '"One two." We left early.'),
        ('He was done."We never answer that "Cole said.', 'He was done."We never answer that '),
        ('He said "we left.', "He said "),
    ],
    ids=["unopened", "misplaced", "unclosed"],
)
def test_the_mark_at_fault_is_exact(text: str, before: str) -> None:
    (fault,) = (q for q in read(text) if q.fault)
    assert fault.mark == Span(len(before), len(before) + 1)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"We left early," Cole said.', QuotationKind.DIRECT),
        ("The plan was “a very slow kind of defeat” to her.", QuotationKind.FRAGMENT),
        ('The film "The Long Way Home" won.', QuotationKind.TITLE),
        ('The so-called "experts" agreed.', QuotationKind.SCARE),
        ("He praised this “reform”.", QuotationKind.SCARE),
    ],
)
def test_kind(text: str, kind: QuotationKind) -> None:
    assert read(text)[0].kind is kind


def test_nested_is_its_own_kind() -> None:
    assert [q.kind for q in read("“He said ‘no’ to me,” Cole said.")] == [
        QuotationKind.DIRECT,
        QuotationKind.NESTED,
    ]


def test_carried_over_paragraphs() -> None:
    first, second = read('"One.\n\n"Two."')
    assert (first.continued, second.continued) == (False, True)
    assert first.mark is None


def test_a_heading_ends_what_is_open_and_a_caption_does_not() -> None:
    text = '"One.\n\nBetween\n\n"Two."'
    places = blocks_of(text)
    for kind, faults in ((BlockKind.HEADING, 1), (BlockKind.CAPTION, 0)):
        middle = Block(kind=kind, span=places[1].span)
        found = find_quotations(text, (places[0], middle, places[2]))
        assert sum(q.fault is QuotationFault.UNCLOSED for q in found) == faults


def test_a_block_quotation_is_yielded_whole() -> None:
    text = "We left early."
    (found,) = find_quotations(text, (Block(kind=BlockKind.QUOTE, span=Span(0, len(text))),))
    assert (found.kind, found.span) == (QuotationKind.BLOCK, Span(0, len(text)))


@given(st.text(alphabet="ab .,s9\n\"'“”‘’„«»‚‹›é\u00a0`", max_size=80))
def test_spans_lie_in_their_paragraph(text: str) -> None:
    places = blocks_of(text)
    for quotation in find_quotations(text, places):
        assert any(block.span.contains(quotation.span) for block in places)
        if quotation.fault:
            assert quotation.mark is not None
            assert quotation.span.contains(quotation.mark)


@pytest.mark.parametrize("unit", ['"a ', "‘", '"', "“a “", "« ", "'s ", "a' ", '6" "'])
def test_time_is_linear(unit: str) -> None:
    assert grows_linearly(read, unit, 2_000)


def test_the_seed_article_has_two_faults(shared: Path) -> None:
    text = (shared / "data/seed/olivium.txt").read_text(encoding="utf-8")
    faults = [q for q in read(text) if q.fault]
    assert [q.fault for q in faults] == [QuotationFault.UNOPENED, QuotationFault.MISPLACED]
    for quotation, before, after in zip(
        faults, ("required.", "officials "), ("\n", "B"), strict=True
    ):
        assert quotation.mark is not None
        start, end = quotation.mark.start, quotation.mark.end
        assert text[start:end] == '"'
        assert text[:start].endswith(before)
        assert text[end : end + 1] == after
