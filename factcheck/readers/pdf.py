"""PDF: recognised and refused, since its text has no reading order that offsets could rest on."""

from typing import NoReturn

from factcheck.errors import UnreadableDocument
from factcheck.model.document import Document
from factcheck.readers.reader import Reader


def _sniff(head: bytes) -> bool:
    return b"%PDF-" in head[:1024]


def read(document: Document) -> NoReturn:
    """Refuse, with what to use instead."""
    raise UnreadableDocument(
        f"{document.target}: a PDF cannot be read; "
        "give the page's URL, or the article as HTML, Markdown, DOCX or text"
    )


READER = Reader(
    name="pdf", media_types=("application/pdf",), suffixes=(".pdf",), sniff=_sniff, read=read
)
