from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from citations.reference import Entry
from factcheck.analyse import analyse
from factcheck.model.analysis import CitationFault, SourceKind
from factcheck.model.article import Article, Block, BlockKind, PlacedEntry, Span

BODY = (
    "Borland has been fighting a civil war since 2012 (Cole, 2019).",
    "“The war is over,” Ada Ames, the mayor, said. “Nobody won.” It cost much (Moss, 2015).",
)
ENTRIES = ("Cole, A. (2019). Wars of Borland. Elm Press.", "Dax, B. (2014). Other wars. Oak Press.")


def article(paragraphs: tuple[str, ...], entries: tuple[str, ...] = ()) -> Article:
    text, blocks, placed = "", [], []
    for paragraph in paragraphs:
        span = Span(len(text), len(text) + len(paragraph))
        blocks.append(Block(kind=BlockKind.PARAGRAPH, span=span))
        text += paragraph + "\n\n"
    for position, printed in enumerate(entries):
        span = Span(len(text), len(text) + len(printed))
        placed.append(PlacedEntry(entry=Entry(position=position, text=printed), span=span))
        text += printed + "\n"
    return Article(key="a", text=text, blocks=tuple(blocks), entries=tuple(placed))


def test_everything_is_wired() -> None:
    given_article = article(BODY, ENTRIES)
    found = analyse(given_article)
    assert found.article.language == "en"
    assert [r.entry for r in found.references] == [p.entry for p in given_article.entries]
    assert len(found.sentences) == 4
    assert [c.fault for c in found.citations] == [None, CitationFault.DANGLING]
    assert found.citations[0].targets == (found.references[0].id,)
    assert len(found.quotations) == 2
    kinds = {a.source_kind for a in found.attributions}
    assert kinds == {SourceKind.NAMED_PERSON, SourceKind.CITATION}
    assert found.claims[0].citations == (0,)
    (credited,) = found.claims[0].attributions
    assert found.attributions[credited].source_kind is SourceKind.CITATION


def test_an_article_without_anything() -> None:
    found = analyse(article(()))
    assert not found.sentences
    assert not found.claims
    assert not found.references
    assert found.article.language is None


def test_twice_the_same() -> None:
    assert analyse(article(BODY, ENTRIES)) == analyse(article(BODY, ENTRIES))


@given(st.lists(st.text(max_size=60), max_size=4))
def test_any_text_and_spans_lie_inside(paragraphs: list[str]) -> None:
    found = analyse(article(tuple(paragraphs)))
    length = len(found.article.text)
    spans = [sentence.span for sentence in found.sentences]
    spans += [quotation.span for quotation in found.quotations]
    spans += [citation.span for citation in found.citations]
    spans += [attribution.content for attribution in found.attributions]
    assert all(0 <= span.start < span.end <= length for span in spans)
    for claim in found.claims:
        assert all(0 <= place < len(found.attributions) for place in claim.attributions)
        assert all(0 <= place < len(found.citations) for place in claim.citations)


def test_the_seed(shared: Path) -> None:
    body = (shared / "data/seed/olivium.txt").read_text(encoding="utf-8").split("Written by:")[0]
    found = analyse(article(tuple(p.strip() for p in body.split("\n\n") if p.strip())))
    by_start = {found.article.quote(claim.span)[:30]: claim for claim in found.claims}
    assert by_start["Mali has been fighting a separ"].attributions == ()
    anonymous = [
        a
        for a in found.attributions
        if a.source and found.article.quote(a.source).startswith("a security source")
    ]
    assert anonymous
    assert {(a.source_kind, a.count) for a in anonymous} == {(SourceKind.ANONYMOUS, 1)}
