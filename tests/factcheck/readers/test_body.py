"""What of a page is the article, by the ways pages set what is not."""

import pytest

from factcheck.model.article import Article, BlockKind
from factcheck.model.document import Document
from factcheck.readers import read
from factcheck.readers.page.blocks import blocks_of
from factcheck.readers.page.tree import parse

FIRST = "The council voted on Tuesday to close the ferry terminal for the winter, officials said."
SECOND = "Repairs to the pier will take until April and cost 2.4 million, the harbour master said."
THIRD = "Passengers will be carried by bus until then, and freight will go through the north port."


def _read(inside: str) -> Article:
    page = f"<html><head><title>Pier</title></head><body>{inside}</body></html>"
    return read(Document(target="page", body=page.encode(), media_type="text/html"))


def _texts(inside: str) -> list[str]:
    article = _read(inside)
    return [article.quote(block.span) for block in article.blocks]


def _around(inside: str) -> str:
    return f"<div class='story'><p>{FIRST}</p><p>{SECOND}</p>{inside}<p>{THIRD}</p></div>"


_CARD = "<article><h2><a href='/{n}'>Other story {n}</a></h2><p>{text}</p></article>"

LEFT_OUT = [
    pytest.param(
        _around("<ul><li><a href='/a'><p>Bus drivers call off their strike</p></a></li></ul>"),
        id="a link around a paragraph",
    ),
    pytest.param(
        _around("<ul><li><a href='/a'>Bus drivers call</a> it off</li>"
                "<li><a href='/b'>Fish prices rise again</a></li></ul>"),
        id="a list of links of which one has a word more",
    ),
    pytest.param(
        _around("<div class='newsletterSignup'><p>Get the best of the harbour by e-mail, each "
                "morning, before the first boat has left.</p></div>"),
        id="a name in camel case",
    ),
    pytest.param(
        _around("<h3><a href='/a'>Fish prices rise</a></h3><p>Cod costs a third more than it did "
                "before the storm, say those who buy</p>"),
        id="a linked headline with its summary",
    ),
    pytest.param(
        _around("") + "".join(_CARD.format(n=n, text=f"{SECOND} {n}") for n in range(20)),
        id="cards that announce other pages",
    ),
    pytest.param(
        _around("<aside><blockquote>“Repairs to the pier will take until April”</blockquote>"
                "</aside>"),
        id="a pull quote that the text says too",
    ),
    pytest.param(
        _around("<p>See also:</p><p><a href='/a'>Fish prices</a></p><p><a href='/b'>Bus</a></p>"),
        id="a line that leads to links",
    ),
]  # fmt: skip


@pytest.mark.parametrize("inside", LEFT_OUT)
def test_what_is_not_the_article_is_left_out(inside: str) -> None:
    assert _texts(inside) == [FIRST, SECOND, THIRD]


OPENING = "The ferry terminal closes."
LINKED = (
    "The report was <a href='/r'>published by the harbour board in the spring of last year</a>."
)
KEPT = [
    pytest.param(
        f"<div class='story'><p>{OPENING}</p><p>{FIRST}</p><p>{SECOND}</p></div>",
        [OPENING, FIRST, SECOND],
        id="a short first sentence",
    ),
    pytest.param(
        "<div class='nav'><a href='/'>Home</a></div><div itemprop='articleBody'>"
        f"<p>What closes</p><ul><li>The terminal</li></ul><p>{FIRST}</p><p>{SECOND}</p></div>",
        ["What closes", "The terminal", FIRST, SECOND],
        id="short lines at the start of what is marked as the body",
    ),
    pytest.param(
        f"<div class='story'><p>{FIRST}</p><p>{LINKED}</p><p>{SECOND}</p></div>",
        [FIRST, LINKED.replace("<a href='/r'>", "").replace("</a>", ""), SECOND],
        id="a sentence of which most is a link",
    ),
    pytest.param(
        f"<div class='story'><p>{FIRST} <a id='tag_pier' href='/pier'>The pier</a> stays.</p>"
        f"<p>{SECOND}</p></div>",
        [f"{FIRST} The pier stays.", SECOND],
        id="a link with a name of furniture",
    ),
    pytest.param(
        f"<div class='story'><p>{FIRST}</p><div class='social'><blockquote><p>Last boat at six."
        f"</p></blockquote></div><p>{SECOND}</p></div>",
        [FIRST, "Last boat at six.", SECOND],
        id="an embedded post",
    ),
    pytest.param(
        f"<div class='story'><p>{FIRST}</p><aside><blockquote>We were never asked about it."
        f"</blockquote></aside><p>{SECOND}</p></div>",
        [FIRST, "We were never asked about it.", SECOND],
        id="a quotation in an aside that stands nowhere else",
    ),
    pytest.param(
        f"<div class='box'><div class='p'>{FIRST}</div><div class='p'>{SECOND}</div>"
        f"<div class='rest'><div class='p'>{FIRST} {THIRD} {SECOND} {THIRD}</div>"
        f"<div class='p'>{THIRD} {FIRST} {THIRD} {FIRST} {THIRD}</div></div></div>",
        [
            FIRST,
            SECOND,
            f"{FIRST} {THIRD} {SECOND} {THIRD}",
            f"{THIRD} {FIRST} {THIRD} {FIRST} {THIRD}",
        ],
        id="a body of which a reader unfolds the rest",
    ),
    pytest.param(
        "<div class='story'><p>市议会周二投票决定在冬季关闭渡轮码头，官员们表示维修工程。</p>"
        "<p>维修码头将持续到四月，费用为二百四十万，港务长说，乘客将由巴士运送到北港。</p>"
        "<p>渡轮将于四月恢复。</p></div>",
        [
            "市议会周二投票决定在冬季关闭渡轮码头，官员们表示维修工程。",
            "维修码头将持续到四月，费用为二百四十万，港务长说，乘客将由巴士运送到北港。",
            "渡轮将于四月恢复。",
        ],
        id="Chinese, in which a sentence has few characters",
    ),
]


@pytest.mark.parametrize(("inside", "expected"), KEPT)
def test_what_is_the_article_is_kept(inside: str, expected: list[str]) -> None:
    assert _texts(inside) == expected


@pytest.mark.parametrize(
    "image",
    [
        "<div><img src='a.jpg'>The pier in March</div>",
        "<p><img src='a.jpg'></p><p><em>The pier in March</em></p>",
        "<figure><img src='a.jpg'><figcaption>The pier in March</figcaption></figure>",
    ],
)
def test_a_line_beside_an_image_is_its_caption(image: str) -> None:
    article = _read(_around(image))
    captions = [one for one in article.blocks if one.kind is BlockKind.CAPTION]
    assert [article.quote(one.span) for one in captions] == ["The pier in March"]


def test_a_link_around_blocks_is_a_link_in_each_of_them() -> None:
    page = parse("<div><a href='/x'>See <p>the pier</p><p>and the boat</p></a> here</div>", "page")
    blocks = [block.draft for block in blocks_of(page, "https://example.org")]
    linked = [
        (block.text, [block.text[link.span.start : link.span.end] for link in block.links])
        for block in blocks
    ]
    assert linked == [
        ("See", ["See"]),
        ("the pier", ["the pier"]),
        ("and the boat", ["and the boat"]),
        ("here", []),
    ]


def test_a_news_flash_is_an_article() -> None:
    flash = "The harbour closes on <a href='/t'>Tuesday</a>, its master says."
    assert _texts(f"<nav><a href='/'>Home</a></nav><div><p>{flash}</p></div>") == [
        "The harbour closes on Tuesday, its master says."
    ]


_OPINION = "I think that this is a scandal, and that the council should be ashamed of it {n}."


@pytest.mark.parametrize("name", ["comments", "kommentare", "commentaires", "comentarios"])
@pytest.mark.parametrize("many", [6, 120])
def test_comments_are_not_the_article_however_many(name: str, many: int) -> None:
    said = "".join(f"<div class='c'><p>{_OPINION.format(n=n)}</p></div>" for n in range(many))
    page = f"<main><h1>Pier</h1>{_around('')}<section id='{name}'>{said}</section></main>"
    assert _texts(page) == [FIRST, SECOND, THIRD]


def test_a_grid_of_tiles_is_not_the_article() -> None:
    tile = "<div class='tile'><a href='/{n}'><h4>Fish {n}</h4></a><p>" + SECOND + " {n}</p></div>"
    tiles = "".join(tile.format(n=n) for n in range(12))
    assert _texts(f"<main><h1>Pier</h1>{_around('')}<div>{tiles}</div></main>") == [
        FIRST,
        SECOND,
        THIRD,
    ]


def test_products_of_a_list_are_the_article() -> None:
    item = (
        "<div class='item'><h3><a href='https://shop.example/{n}'>Rope</a></h3><p>{n} {t}</p></div>"
    )
    items = "".join(item.format(n=n, t=SECOND) for n in range(5))
    texts = _texts(f"<div class='story'><p>{FIRST}</p>{items}</div>")
    assert sum(SECOND in text for text in texts) == 5
