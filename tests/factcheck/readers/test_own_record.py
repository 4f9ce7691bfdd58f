import datetime as dt

from citations.item import Date, ItemType, Name
from factcheck.model.article import Article
from factcheck.readers.own_record import own_item


def test_a_story() -> None:
    article = Article(
        key="https://coast.example/a",
        url="https://coast.example/a",
        text="",
        title="Basin to be dredged",
        authors=("Ada Quill", "Bo van der Reed"),
        published=dt.date(2023, 4, 5),
        published_from="JSON-LD",
        site_name="Coast Post",
    )
    item = own_item(article)
    assert (item.type, item.container_title) == (ItemType.WEBPAGE, "Coast Post")
    assert [name.family for name in item.author] == ["Quill", "Reed"]
    assert item.issued == Date(year=2023, month=4, day=5)
    assert item.url == "https://coast.example/a"


def test_a_paper_and_a_desk() -> None:
    item = own_item(Article(key="https://doi.org/10.5555/P.1", text="", byline="City desk"))
    assert (item.type, item.doi) == (ItemType.ARTICLE_JOURNAL, "10.5555/p.1")
    assert item.author == (Name(literal="City desk"),)
    assert own_item(Article(key="story.md", text="")).url is None
