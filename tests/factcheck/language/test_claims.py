import pytest

from factcheck.analyse import analyse
from factcheck.model.analysis import Analysis, ClaimKind
from factcheck.model.article import Article, Block, BlockKind, Link, Span


def read(
    text: str, kind: BlockKind = BlockKind.PARAGRAPH, links: tuple[Link, ...] = ()
) -> Analysis:
    block = Block(kind=kind, span=Span(0, len(text)))
    return analyse(Article(key="a", text=text, blocks=(block,), language="en", links=links))


@pytest.mark.parametrize(
    "text",
    [
        "Borland has been fighting a civil war since 2012.",
        "At least 400 houses were lost in the flood.",
        "The bridge is the longest in the country.",
        "Protesters marched in Elm on Monday.",
    ],
)
def test_a_claim_with_nobody_credited(text: str) -> None:
    (claim,) = read(text).claims
    assert claim.span == Span(0, len(text))
    assert claim.attributions == claim.citations == ()
    assert claim.kinds


@pytest.mark.parametrize(
    "text",
    [
        "Ada Cole said that 400 houses were lost.",
        "At least 400 houses were lost, according to the ministry.",
        '"We lost 400 houses," Cole said.',
    ],
)
def test_a_claim_with_a_speaker(text: str) -> None:
    assert read(text).claims[0].attributions


def test_a_wish_credits_nobody() -> None:
    (claim,) = read("The mayor wanted the town to buy 400 houses in 2019.").claims
    assert claim.attributions == ()


def test_a_link_is_a_citation_of_the_claim() -> None:
    links = (Link(span=Span(4, 10), url="https://elm.example/report"),)
    (claim,) = read("The bridge fell in 2019.", links=links).claims
    assert claim.citations == (0,)


@pytest.mark.parametrize(
    "text",
    [
        "Were 400 houses lost?",
        "The ministry could not be reached on Monday.",
        "The company declined to comment on the figures.",
        "This article was updated on 4 May 2019.",
        "You should try the soup, it is wonderful.",
        "I feel tired, my friend.",
        "No comment.",
    ],
)
def test_no_claim(text: str) -> None:
    assert read(text).claims == ()


@pytest.mark.parametrize("kind", [BlockKind.HEADING, BlockKind.CAPTION, BlockKind.TABLE])
def test_blocks_that_claim_nothing(kind: BlockKind) -> None:
    assert read("At least 400 houses were lost in 2019.", kind).claims == ()


def test_figures_weigh_more() -> None:
    plain, figured = read("The houses were lost.").claims, read("The 400 houses were lost.").claims
    assert figured[0].score > plain[0].score
    assert ClaimKind.FIGURE in figured[0].kinds
