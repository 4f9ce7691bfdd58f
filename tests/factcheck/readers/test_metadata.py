"""What a page says about itself: names without roles, days that are meant, titles alone."""

import pytest

from factcheck.model.article import Article
from factcheck.model.document import Document
from factcheck.readers import read
from factcheck.readers.page.bylines import authors_in, parted_from_date, without_lead

TEXT = "<p>The council voted on Tuesday to close the ferry terminal for the winter, it said.</p>"


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("Ada Quill", ("Ada Quill",)),
        ("Ada Quill and Bo Reed", ("Ada Quill", "Bo Reed")),
        ("Ada Quill, Bo Reed & Cem Tas", ("Ada Quill", "Bo Reed", "Cem Tas")),
        ("Ada Quill, Harbour Writer", ("Ada Quill",)),
        ("Ada Quill, Associated Press", ("Ada Quill",)),
        ("Ada Quill, Coast Post Sport", ("Ada Quill",)),
        ("Ada Quill, ada@coast.example", ("Ada Quill",)),
        ("Coast Post", ()),
        ("Coast Post Staff", ()),
        ("Redaktion Küste", ()),
        ("PMJS - Office for Tides", ()),
        ("Jean-Luc d'Arc", ("Jean-Luc d'Arc",)),
        ("Венера Ерофеева", ("Венера Ерофеева",)),
        ("reuters", ()),
        (None, ()),
    ],
)
def test_authors_are_persons(byline: str | None, authors: tuple[str, ...]) -> None:
    assert authors_in(byline, "The Coast Post") == authors


@pytest.mark.parametrize(
    ("printed", "name", "day"),
    [
        ("Ada Quill, 5 May 2019", "Ada Quill", "2019-05-05"),
        ("Ada Quill — November 18, 2019", "Ada Quill", "2019-11-18"),
        ("Ada Quill Published 2019-04-10", "Ada Quill", "2019-04-10"),
        ("Ada Quill | 19. März 2021, 10:43", "Ada Quill", "2021-03-19"),
        ("Ada Quill 03/04/2019", "Ada Quill 03/04/2019", "None"),
        ("Ada Quill in May 2019", "Ada Quill in May 2019", "None"),
        ("Ada Quill", "Ada Quill", "None"),
    ],
)
def test_a_date_beside_a_name_is_no_part_of_it(printed: str, name: str, day: str) -> None:
    found, date = parted_from_date(printed)
    assert (found, str(date)) == (name, day)


@pytest.mark.parametrize(
    "byline", ["By Ada Quill", "Analysis by Ada Quill", "Текст: Ada Quill", "Von: Ada Quill"]
)
def test_what_leads_to_a_name_is_dropped(byline: str) -> None:
    assert without_lead(byline) == "Ada Quill"


def _page(head: str, body: str = TEXT, url: str | None = None) -> Article:
    page = f"<html><head>{head}</head><body><article>{body * 3}</article></body></html>"
    return read(Document(target="page", body=page.encode(), media_type="text/html", url=url))


LINKED_DATA = (
    "<script type='application/ld+json'>"
    '{"@type":"NewsArticle","headline":"&#8216;Pier&#8217; shut"}</script>'
)
SITE = "<meta property='og:site_name' content='Coast Post | News from the coast'>"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<meta property='og:title' content='Pier shut - Coast Post'>", "Pier shut"),
        ("<meta property='og:title' content='Coast Post | Pier shut'>", "Pier shut"),
        ("<meta property='og:title' content='Pier - shut - again'>", "Pier - shut - again"),
        (
            LINKED_DATA,
            "‘Pier’ shut",
        ),
    ],
)
def test_a_title_is_printed_without_the_site(head: str, title: str) -> None:
    article = _page(SITE + head)
    assert (article.title, article.site_name) == (title, "Coast Post")


def test_a_title_without_spaces_is_no_site() -> None:
    title = "城里的雨水去了哪里"
    article = _page(f"<meta property='og:title' content='{title}'><title>{title}</title>")
    assert (article.title, article.site_name) == (title, None)


def test_the_software_s_account_is_no_author() -> None:
    assert _page("<meta name='author' content='admin'>").byline is None


@pytest.mark.parametrize(
    ("stated", "url", "published", "origin"),
    [
        ("2019-11-19T01:30:00Z", "https://coast.example/2019/11/18/pier", "2019-11-18", "address"),
        (
            "2019-11-18T12:00:00Z",
            "https://coast.example/2019/11/18/pier",
            "2019-11-18",
            "Open Graph",
        ),
        ("2019-12-24", "https://coast.example/2019/11/18/pier", "2019-12-24", "Open Graph"),
        ("", "https://coast.example/2019/11/18/pier", "2019-11-18", "address"),
        ("", "https://coast.example/2019/11/pier", "None", None),
    ],
)
def test_the_day_in_the_address_settles_a_day_s_difference(
    stated: str, url: str, published: str, origin: str | None
) -> None:
    article = _page(f"<meta property='article:published_time' content='{stated}'>", url=url)
    assert (str(article.published), article.published_from) == (published, origin)


def test_a_date_beside_the_byline_is_the_page_s_where_nothing_else_states_one() -> None:
    article = _page("", f"<p class='byline'>By Ada Quill, 5 May 2019</p>{TEXT}")
    assert (article.byline, str(article.published), article.published_from) == (
        "Ada Quill",
        "2019-05-05",
        "byline",
    )


def test_an_article_is_not_changed_before_it_is_published() -> None:
    article = _page(
        "<meta property='article:published_time' content='2019-11-19'>"
        "<meta property='article:modified_time' content='2019-11-18'>"
    )
    assert article.modified is None
