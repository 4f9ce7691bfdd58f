"""The article's own bibliographic record, as others would cite it."""

from citations.identifiers import parse_doi
from citations.item import Date, Item, ItemType, Name
from citations.names import parse_names
from factcheck.model.article import Article

_SCHOLARLY = frozenset(("Highwire", "JATS"))


def own_item(article: Article) -> Item:
    """Return the item of an article, from what its document states; nothing is guessed.

    An article dated by Highwire or JATS metadata is a journal's; any other is a web page. A byline
    that names no person ("City desk") is kept as the literal name of a body.
    """
    doi = parse_doi(article.key) if "doi.org/" in article.key else None
    scholarly = doi is not None or article.published_from in _SCHOLARLY
    date = article.published
    address = article.url or (article.key if article.key.startswith("http") else None)
    return Item(
        type=ItemType.ARTICLE_JOURNAL if scholarly else ItemType.WEBPAGE,
        title=article.title,
        container_title=article.site_name,
        author=_authors(article),
        issued=Date(year=date.year, month=date.month, day=date.day) if date else None,
        doi=str(doi) if doi else None,
        url=address,
        language=article.language,
    )


def _authors(article: Article) -> tuple[Name, ...]:
    if not article.authors:
        return (Name(literal=article.byline),) if article.byline else ()
    return tuple(name for one in article.authors for name in parse_names(one)[:1])
