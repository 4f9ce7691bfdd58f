"""Build analyses by hand: an article from blocks and entries, spans from quoted words."""

from citations.item import Date, Item, ItemType, Name
from citations.reference import Entry, Reference
from factcheck.model.analysis import Analysis, Sentence
from factcheck.model.article import Article, Block, BlockKind, PlacedEntry, Span

PARAGRAPH = BlockKind.PARAGRAPH


def article(
    *paragraphs: str | tuple[BlockKind, str], entries: tuple[str, ...] = (), language: str = "en"
) -> Article:
    """Return an article as a reader would lay it out."""
    blocks, placed, text = [], [], ""
    for paragraph in paragraphs:
        kind, words = paragraph if isinstance(paragraph, tuple) else (PARAGRAPH, paragraph)
        start = len(text) + 2 if text else 0
        text = f"{text}\n\n{words}" if text else words
        blocks.append(Block(kind=kind, span=Span(start, len(text))))
    for position, words in enumerate(entries):
        parting = "" if not text else "\n\n" if position == 0 else "\n"
        start = len(text) + len(parting)
        text = f"{text}{parting}{words}"
        placed.append(
            PlacedEntry(entry=Entry(position=position, text=words), span=Span(start, len(text)))
        )
    return Article(
        key="a.md", text=text, blocks=tuple(blocks), entries=tuple(placed), language=language
    )


def analysis(made: Article) -> Analysis:
    """Return an analysis with one sentence a block and a bare reference for each entry."""
    return Analysis(
        article=made,
        sentences=tuple(
            Sentence(span=block.span, block=index) for index, block in enumerate(made.blocks)
        ),
        references=tuple(
            reference(f"ref-{placed.entry.position}", placed.entry) for placed in made.entries
        ),
    )


def reference(name: str, entry: Entry) -> Reference:
    """Return a reference whose item lacks nothing."""
    item = Item(
        type=ItemType.BOOK,
        title=entry.text,
        author=(Name(family="Brandt", given="L."),),
        issued=Date(year=2011),
        publisher="Alder Press",
    )
    return Reference(id=name, entry=entry, item=item, confidence=0.9)


def at(made: Article, words: str, occurrence: int = 0) -> Span:
    """Return the span of the n-th occurrence of some words."""
    start = -1
    for _ in range(occurrence + 1):
        start = made.text.index(words, start + 1)
    return Span(start, start + len(words))
