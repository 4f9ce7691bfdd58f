"""HARDENING rows 18, 20 and 22: encodings that lie, packages that attack, texts without measure."""

import io
import struct
import tracemalloc
import zipfile

import pytest

from factcheck.analyse import analyse
from factcheck.errors import LimitExceeded, UnreadableDocument
from factcheck.lint import lint
from factcheck.model.article import Article
from factcheck.model.document import Document
from factcheck.readers import read
from factcheck.reports.visible import visible
from tests.growth import grows_linearly

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SENTENCE = "Der Müller sagte: „Größe ist nicht alles.“ Zoë agreed — naïvely."
PAGE = f"<html><head>{{meta}}<title>Größe</title></head><body><p>{SENTENCE}</p></body></html>"


def article_of(body: bytes, target: str = "story.html", charset: str | None = None) -> Article:
    return read(Document(target=target, body=body, charset=charset))


ENCODINGS = {
    "utf-16 claimed, utf-8 sent": (PAGE.format(meta='<meta charset="utf-16">').encode(), None),
    "utf-16 claimed by the server": (PAGE.format(meta="").encode(), "utf-16"),
    "latin-1 claimed, utf-8 sent": (PAGE.format(meta='<meta charset="latin-1">').encode(), None),
    "utf-8 claimed, cp1252 sent": (
        PAGE.format(meta='<meta charset="utf-8">').encode("cp1252"),
        None,
    ),
    "a mark at the head": (b"\xef\xbb\xbf" + PAGE.format(meta="").encode(), None),
    "utf-16 with a mark": (PAGE.format(meta="").encode("utf-16"), None),
    "no such charset": (PAGE.format(meta='<meta charset="klingon">').encode(), "x-klingon"),
}


@pytest.mark.parametrize(("body", "charset"), ENCODINGS.values(), ids=ENCODINGS)
def test_a_charset_that_lies(body: bytes, charset: str | None) -> None:
    assert SENTENCE in article_of(body, charset=charset).text


@pytest.mark.parametrize("target", ["story.html", "story.md", "story.txt"])
def test_signs_that_are_none(target: str) -> None:
    hidden = "Eng\u202elish\u202c \u200bzero \x00nul \u2066iso\u2069 \ufeffmark, he said."
    body = f"{SENTENCE}\n\n{hidden}".encode() + b" \xed\xa0\x80 lone, \xff stray."
    article = article_of(body, target)
    article.text.encode("utf-8")
    assert "\x00" not in article.text
    for block in article.blocks:
        assert article.quote(block.span) == article.text[block.span.start : block.span.end]
    shown = visible(article.text)
    assert not set(shown) & set("\u202e\u202c\u2066\u2069\u200b\x00")
    assert "lish" in shown


def package(members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def document(text: str) -> bytes:
    body = f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body>'
    return f"{body}</w:document>".encode()


def test_a_hundred_thousand_members_are_not_opened() -> None:
    members = {"word/document.xml": document("x")} | {f"word/{n}": b"" for n in range(10_000)}
    with pytest.raises(LimitExceeded, match="files in one DOCX"):
        article_of(package(members, zipfile.ZIP_STORED), "story.docx")


def test_names_that_lead_outside_lead_nowhere() -> None:
    outside = document("From outside the package.")
    link = zipfile.ZipInfo("word/footnotes.xml")
    link.external_attr = 0o120777 << 16  # a symbolic link, by its Unix mode
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", document("The harbour board met."))
        archive.writestr("../../etc/document.xml", outside)
        archive.writestr("/word/../document.xml", outside)
        archive.writestr(link, "/etc/passwd")
    try:
        text = article_of(buffer.getvalue(), "story.docx").text
    except UnreadableDocument:
        return
    assert "outside" not in text
    assert "root:" not in text


def test_a_relation_to_another_machine_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a reader opened a socket")

    monkeypatch.setattr("socket.socket.connect", refuse)
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" TargetMode="External" Target="http://192.0.2.1/template.dotx" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/>'
        "</Relationships>"
    )
    members = {
        "word/document.xml": document("The harbour board met."),
        "word/_rels/document.xml.rels": relations.encode(),
    }
    assert "met" in article_of(package(members), "story.docx").text


def test_a_directory_that_lies_about_sizes() -> None:
    """The size is read from the directory first, and counted again while unpacking."""
    body = bytearray(package({"word/document.xml": document("a" * 30_000_000)}))
    place = body.rindex(b"PK\x01\x02")
    struct.pack_into("<L", body, place + 24, 2_000)  # the directory's uncompressed size
    tracemalloc.start()
    with pytest.raises((LimitExceeded, UnreadableDocument)):
        article_of(bytes(body), "story.docx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 50_000_000


NOTHING = {
    "no body": b"<html><head><title>Nothing</title></head><body></body></html>",
    "menus only": b"<html><body><nav><a href=/a>A</a></nav><footer>Imprint</footer></body></html>",
    "drawn by script": b"<html><body><div id=root></div><script src=app.js></script></body></html>",
    "a wall": b"<html><head><title>Basin</title></head><body><h1>Basin</h1><p>The board met.</p>"
    b"<div class=paywall><p>Subscribe to continue reading.</p><button>Log in</button></div></body>",
}


@pytest.mark.parametrize("body", NOTHING.values(), ids=NOTHING)
def test_a_page_without_text_is_a_finding_and_not_silence(body: bytes) -> None:
    article = article_of(body)
    codes = {finding.code for finding in lint(analyse(article)).findings}
    assert codes & {"ART001", "ART002", "ART005"}


def test_no_references_are_no_fault() -> None:
    assert article_of(PAGE.format(meta="").encode()).entries == ()


UNITS = {
    "one sentence": "word ",
    "figures": "In 2019 about 45 percent of 3,000 people, critics say, moved. ",
    "quotations": "“We saw it,” said Ada Doe, “and told no one.” ",
    "citations": "It grew (Doe 2019; Roe and Marsh, 2020a) and fell [3]. ",
}


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_the_whole_path_grows_linearly(unit: str) -> None:
    def work(text: str) -> object:
        return lint(analyse(article_of(text.encode(), "story.txt")))

    assert grows_linearly(work, unit, 2_500 // len(unit))


def test_ten_times_the_references_cost_ten_times() -> None:
    def work(text: str) -> object:
        lines = enumerate(text.split("|"))
        listed = "\n".join(f"Doe, J. (2019). Harbour {n}. Ports, 3({n}), 1-9." for n, _ in lines)
        return lint(analyse(article_of(f"Read on.\n\nReferences\n\n{listed}".encode(), "a.txt")))

    assert grows_linearly(work, "|", 60)


DTDS = {
    "expansion": '<!DOCTYPE article [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>',
    "a file": '<!DOCTYPE article [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
    "a machine": '<!DOCTYPE article [<!ENTITY b SYSTEM "http://192.0.2.1/x">]>',
    "a parameter": '<!DOCTYPE article [<!ENTITY % b SYSTEM "http://192.0.2.1/x"> %b;]>',
}


@pytest.mark.parametrize("declared", DTDS.values(), ids=DTDS)
def test_a_dtd_is_refused(declared: str) -> None:
    body = '<article article-type="news"><body><p>The board &b; met.</p></body></article>'
    with pytest.raises(UnreadableDocument, match="entities or a DTD"):
        article_of(f'<?xml version="1.0"?>{declared}{body}'.encode(), "story.xml")
