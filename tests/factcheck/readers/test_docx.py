"""DOCX as word processors write it: fields, text boxes, hidden and changed text, datelines."""

import io
import zipfile

import pytest

from factcheck.errors import UnreadableDocument
from factcheck.model.article import Article
from factcheck.model.document import Document
from factcheck.readers import read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dcterms:created>2023-01-01T00:00:00Z</dcterms:created></cp:coreProperties>"
)
FIRST = "The council voted on Tuesday to close the harbour for the winter."


def _run(text: str, formats: str = "") -> str:
    properties = f"<w:rPr>{formats}</w:rPr>" if formats else ""
    return f"<w:r>{properties}<w:t xml:space='preserve'>{text}</w:t></w:r>"


def _field(instruction: str, result: str) -> str:
    begin, parted, end = (
        f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>" for kind in ("begin", "separate", "end")
    )
    asked = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return f"{begin}{asked}{parted}{_run(result)}{end}"


def _article(body: str) -> Article:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "word/document.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"
        )
        archive.writestr("docProps/core.xml", CORE)
    return read(Document(target="draft.docx", body=buffer.getvalue()))


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (_run("It fell ") + _field('ADDIN ZOTERO_ITEM {"a":1}', "(Doe, 2019)") + _run("."),
         "It fell (Doe, 2019)."),
        (f"<w:del>{_run('never ')}</w:del><w:ins>{_run('It fell.')}</w:ins>", "It fell."),
        (f"<w:moveFrom>{_run('off ')}</w:moveFrom><w:moveTo>{_run('It fell.')}</w:moveTo>",
         "It fell."),
        (_run("It ") + _run("secretly ", "<w:vanish/>") + _run("fell."), "It fell."),
        (_run("It ") + _run("really ", "<w:vanish w:val='0'/>") + _run("fell."), "It really fell."),
        (_run("It") + "<w:r><w:tab/></w:r>" + _run("fell."), "It fell."),
        (_run("It fell.") + "<w:r><w:commentReference w:id='1'/></w:r>", "It fell."),
    ],
    ids=["citation-field", "change", "move", "hidden", "not-hidden", "tab", "comment"],
)  # fmt: skip
def test_a_paragraph_is_read_as_printed(inside: str, text: str) -> None:
    assert _article(f"<w:p>{inside}</w:p>").text == text


def test_a_link_s_field_is_a_link() -> None:
    field = _field('HYPERLINK "https://pier.example/a" \\\\o "tip"', "the pier")
    article = _article(f"<w:p>{_run('See ')}{field}{_run('.')}</w:p>")
    assert [(article.quote(link.span), link.url) for link in article.links] == [
        ("the pier", "https://pier.example/a")
    ]


def test_a_text_box_stands_after_its_paragraph_once() -> None:
    box = f"<w:txbxContent><w:p>{_run('We were never asked.')}</w:p></w:txbxContent>"
    drawn = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    article = _article(f"<w:p>{_run(FIRST)}{drawn}</w:p><w:p>{_run('The pier stays.')}</w:p>")
    assert article.text == f"{FIRST}\n\nWe were never asked.\n\nThe pier stays."


def test_a_printed_date_is_better_than_the_file_s() -> None:
    dated = (
        f"<w:p>{_run('Ada Quill')}</w:p><w:p>{_run('5 March 2024')}</w:p><w:p>{_run(FIRST)}</w:p>"
    )
    article = _article(dated)
    assert (article.byline, str(article.published), article.published_from, article.text) == (
        "Ada Quill",
        "2024-03-05",
        "text",
        FIRST,
    )
    undated = _article(f"<w:p>{_run(FIRST)}</w:p>")
    assert undated.published_from == "core properties"


def test_another_word_processor_s_file_is_named() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("content.xml", "<office/>")
    with pytest.raises(UnreadableDocument, match="an OpenDocument text, but no DOCX; save it as"):
        read(Document(target="draft.odt", body=buffer.getvalue()))
