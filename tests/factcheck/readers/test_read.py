"""Reading: choice of reader, offsets, hostile bytes, what is refused and how."""

import io
import time
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import FactcheckError, LimitExceeded, UnreadableDocument
from factcheck.model.article import Article, BlockKind
from factcheck.model.document import Document
from factcheck.readers import choose, read, readers

SENTENCE = "The harbour board agreed on Tuesday to dredge the old basin before the winter storms. "


def article_of(body: bytes | str, target: str = "story.html", **known: str) -> Article:
    data = body.encode() if isinstance(body, str) else body
    return read(Document(target=target, body=data, **known))  # type: ignore[arg-type]  # str fields


def check_offsets(article: Article) -> None:
    end = 0
    for block in article.blocks:
        assert end <= block.span.start < block.span.end <= len(article.text)
        end = block.span.end
        assert article.quote(block.span).strip() == article.quote(block.span)
    for placed in article.entries:
        assert article.quote(placed.span) == placed.entry.text
        assert placed.span.start >= end
        end = placed.span.end
    for span in (*(link.span for link in article.links), *article.superscripts):
        assert any(block.span.contains(span) for block in article.blocks)
        assert article.quote(span).strip()
    article.text.encode("utf-8")


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div class=comment>",
        "<div>",
        "</div>",
        "<br>",
        "<ul><li>",
        "</li></ul>",
        "<a href='/x'>",
        "</a>",
        "<sup>1</sup>",
        "<h2>References</h2>",
        "<b>",
        "<!-- factcheck: allow CLM003 reason='ok' -->",
        SENTENCE,
        "Doe, J. (2019). A harbour. Ports, 3(2), 11-19. ",
        "\x00",
        "\u00ad ",
        "&nbsp;",
        "&#xD800;",
        "\n\n",
        "# ",
        "[^1]",
        "* ",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40), st.sampled_from(["a.html", "a.md", "a.txt"]))
def test_every_offset_leads_back(pieces: list[str], target: str) -> None:
    try:
        article = article_of("".join(pieces), target)
    except FactcheckError:
        return
    check_offsets(article)


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from(["a.html", "a.md", "a.txt", "a.docx", "a.pdf", "-"]),
    st.sampled_from([None, "utf-8", "utf-16", "latin-1", "idna", "nonsense", "base64"]),
)
def test_no_bytes_raise_anything_else(body: bytes, target: str, charset: str | None) -> None:
    try:
        check_offsets(read(Document(target=target, body=body, charset=charset)))
    except FactcheckError as error:
        said = str(error)
    else:
        return
    assert "\n" not in said
    assert target in said


HOSTILE = {
    "deep": "<div>" * 100_000 + SENTENCE,
    "deep-inline": "<b>" * 50_000 + SENTENCE,
    "unclosed": "<a" * 50_000,
    "paragraphs": "<p>x" * 50_000,
    "long-sentence": "<p>" + "word " * 200_000,
    "links": "<p>" + "<a href=x>y</a> " * 20_000,
    "comments": "<!--" * 20_000,
    "brackets": "<p>" + "[(" * 50_000,
    "lists": "<ul><li>" * 2_000 + SENTENCE,
}


@pytest.mark.parametrize("markup", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("target", ["a.html", "a.txt"])
def test_hostile_input_is_read_in_time(markup: str, target: str) -> None:
    start = time.process_time()
    with suppress(FactcheckError):
        check_offsets(
            article_of(markup, target, media_type="text/html" if "html" in target else "")
        )
    assert time.process_time() - start < 4


def test_too_many_attributes_are_refused() -> None:
    with pytest.raises(LimitExceeded, match="attributes"):
        article_of("<html><p " + " ".join(f"a{n}=1" for n in range(20_000)) + ">x")


@pytest.mark.parametrize(
    ("target", "body", "words"),
    [
        ("paper.pdf", b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        ("empty.html", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("photo.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x02\x00" * 40, "binary"),
        ("cut.docx", b"PK\x03\x04" + b"\x14\x00" * 200, "truncated"),
    ],
    ids=["pdf", "empty", "blank", "binary", "truncated-docx"],
)
def test_what_cannot_be_read_is_refused_in_one_line(target: str, body: bytes, words: str) -> None:
    with pytest.raises(UnreadableDocument, match=words) as caught:
        article_of(body, target)
    assert str(caught.value).startswith(target)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("target", "media_type", "body", "name"),
    [
        ("x", "text/html", b"hello", "html"),
        ("x.txt", None, b"<!doctype html><p>hello", "html"),
        ("x.md", None, b"# Hello", "markdown"),
        ("x", "text/markdown", b"# Hello", "markdown"),
        ("-", None, b"hello", "text"),
        ("x.html", "application/octet-stream", b"<p>hello", "html"),
        ("x", "application/pdf", b"hello", "pdf"),
    ],
)
def test_the_reader_is_chosen(target: str, media_type: str | None, body: bytes, name: str) -> None:
    assert choose(Document(target=target, body=body, media_type=media_type)).name == name


def test_readers_are_discovered() -> None:
    assert [reader.name for reader in readers()] == sorted(reader.name for reader in readers())
    assert {"docx", "html", "markdown", "pdf", "text"} <= {reader.name for reader in readers()}


def test_page() -> None:
    article = article_of(
        "<html lang=de-AT><head><title>Basin to be dredged | Coast Post</title>"
        '<script type="application/ld+json">'
        '{"@type":"NewsArticle","headline":"Basin to be dredged",'
        '"datePublished":"2023-04-05T22:00:00-07:00",'
        '"author":[{"name":"Ada Quill"},{"name":"Bo Reed"}]}'
        "</script></head><body><nav>Home News</nav><main><h1>Basin to be dredged</h1>"
        f"<p>{SENTENCE}</p><!-- factcheck: allow CLM003 reason='said in court' -->"
        f"<p>{SENTENCE}See <a href='/plan'>the plan</a>.<sup>2</sup></p><h3>Costs</h3>"
        f"<p data-factcheck-allow='FIG002'>{SENTENCE}</p>"
        "<blockquote>Nobody asked us.</blockquote></main>"
        "<div class=comments><p>A comment that is long enough to be taken for a paragraph of text."
        "</p></div></body></html>",
        url="https://coast.example/a",
    )
    assert (article.title, article.byline) == ("Basin to be dredged", "Ada Quill, Bo Reed")
    assert article.authors == ("Ada Quill", "Bo Reed")
    assert (str(article.published), article.published_from) == ("2023-04-05", "JSON-LD")
    assert (article.site_name, article.language) == ("Coast Post", "de-AT")
    kinds = [block.kind.value for block in article.blocks]
    assert kinds == ["paragraph", "paragraph", "heading", "paragraph", "quote"]
    assert [(article.quote(link.span), link.url) for link in article.links] == [
        ("the plan", "https://coast.example/plan")
    ]
    assert [article.quote(mark) for mark in article.superscripts] == ["2"]
    assert [(one.codes, one.reason, one.span) for one in article.suppressions] == [
        (("CLM003",), "said in court", article.blocks[1].span),
        (("FIG002",), None, article.blocks[3].span),
    ]
    assert "comment" not in article.text
    assert article.problems == ()


def test_problems() -> None:
    shell = "<html><body><div id=root></div><noscript>Enable JavaScript.</noscript></body></html>"
    kinds = {problem.kind for problem in article_of(shell).problems}
    assert kinds == {"no-body-text", "drawn-by-script"}
    broken = b"\xef\xbb\xbf<html><p>" + SENTENCE.encode() + b"\xff\xfe</p>"
    assert [problem.kind for problem in article_of(broken).problems] == ["broken-encoding"]


def test_markdown() -> None:
    article = article_of(
        "---\ntitle: Dredging\nauthor: [Ada Quill]\ndate: 2023-04-05\nlang: en\n"
        'factcheck-allow:\n  - CLM003 reason="in the minutes"\n---\n\n'
        f"{SENTENCE}[the plan](https://coast.example/plan)[^1]\n\n## Costs\n\n{SENTENCE}\n\n"
        "> Quoted words that somebody said.\n\n- one point\n- another point\n\n"
        "[^1]: Doe, J. (2019). A harbour. *Ports*, 3(2), 11-19.\n",
        "story.md",
    )
    assert (article.title, article.byline, str(article.published)) == (
        "Dredging",
        "Ada Quill",
        "2023-04-05",
    )
    assert [block.kind for block in article.blocks][:4] == [
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.QUOTE,
    ]
    assert article.blocks[0].origin == "line 10"
    assert "Doe, J. (2019). A harbour. Ports, 3(2), 11-19." in article.text
    assert [(one.codes, one.reason) for one in article.suppressions] == [
        (("CLM003",), "in the minutes")
    ]
    check_offsets(article)


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str, **parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        )
        for name, text in parts.items():
            archive.writestr(f"word/{name}.xml", text)
    return buffer.getvalue()


def test_docx_notes_and_runs() -> None:
    body = (
        f"<w:p><w:r><w:t>{SENTENCE}</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r>"
        "<w:del><w:r><w:t>gone</w:t></w:r></w:del></w:p>"
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Costs</w:t></w:r></w:p>"
        f"<w:sdt><w:sdtContent><w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Metres</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2"><w:p><w:r>'
        "<w:t>Doe, J. (2019). A harbour. Ports, 3(2), 11-19.</w:t>"
        "</w:r></w:p></w:footnote></w:footnotes>"
    )
    article = article_of(docx(body, footnotes=notes), "story.docx")
    kinds = [block.kind.value for block in article.blocks]
    assert kinds[:4] == ["paragraph", "heading", "paragraph", "table"]
    assert [article.quote(mark) for mark in article.superscripts] == ["1"]
    assert "gone" not in article.text
    assert "Doe, J. (2019). A harbour. Ports, 3(2), 11-19." in article.text
    check_offsets(article)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (docx("<w:p><w:r><w:t>" + " " * 30_000_000 + "</w:t></w:r></w:p>"), "unpacks to"),
        (docx("").replace(b"word/document.xml", b"word/elsewhere.xm"), "no DOCX"),
    ],
    ids=["bomb", "another-zip"],
)
def test_docx_refusals(body: bytes, words: str) -> None:
    with pytest.raises((LimitExceeded, UnreadableDocument), match=words):
        article_of(body, "story.docx")


def test_docx_with_a_dtd_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    with pytest.raises(UnreadableDocument, match="DTD"):
        article_of(buffer.getvalue(), "story.docx")
