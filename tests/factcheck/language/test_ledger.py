from factcheck.analyse import analyse
from factcheck.language.ledger import make_ledger
from factcheck.language.settings import LanguageSettings
from factcheck.model.analysis import SourceKind
from factcheck.model.article import Article, Block, BlockKind, Span

PARAGRAPHS = (
    "The quay lost 400 jobs in 2019, said Ada Cole, the mayor. Cole said 30 boats were sold.",
    "According to a port official, the gate was sold for $40,000 in 2018.",
    "The market closed in 2016 and 90 stalls were lost.",
)


def article(paragraphs: tuple[str, ...]) -> Article:
    text, blocks = "", []
    for paragraph in paragraphs:
        span = Span(len(text), len(text) + len(paragraph))
        blocks.append(Block(kind=BlockKind.PARAGRAPH, span=span))
        text += paragraph + "\n\n"
    return Article(key="a", text=text, blocks=tuple(blocks), language="en")


def test_who_carries_how_much() -> None:
    ledger = make_ledger(analyse(article(PARAGRAPHS), LanguageSettings(fast=True)))
    assert ledger.claims == 4
    assert [(each.name.split(",")[0], each.claims) for each in ledger.accounts] == [
        ("Ada Cole", 2),
        ("a port official", 1),
    ]
    assert ledger.accounts[0].kind is SourceKind.NAMED_PERSON
    assert (ledger.named, ledger.anonymous, ledger.unattributed) == (0.5, 0.25, 0.25)
    assert ledger.on_one_anonymous == (2,)


def test_nothing_claimed() -> None:
    ledger = make_ledger(analyse(article(()), LanguageSettings(fast=True)))
    assert (ledger.claims, ledger.accounts, ledger.unattributed) == (0, (), 0.0)
