"""Bytes to an article; one input format a file.

A module of this package that has a ``READER`` is a reader; nothing is registered by hand.
"""

import pkgutil
from functools import cache
from importlib import import_module
from pathlib import PurePath
from urllib.parse import urlsplit

from factcheck.errors import FactcheckError, UnreadableDocument
from factcheck.model.article import Article
from factcheck.model.document import Document
from factcheck.readers.reader import Reader

__all__ = ["Reader", "read", "readers"]

_GENERIC = frozenset(("application/octet-stream", "binary/octet-stream", "application/zip"))
_SNIFFED = 4096
_CONTROLS = bytes([*range(9), *range(14, 27)])


@cache
def readers() -> tuple[Reader, ...]:
    """Return every reader, in the order of their names."""
    modules = (
        import_module(f"{__name__}.{info.name}")
        for info in pkgutil.iter_modules(__path__)
        if not info.ispkg
    )
    return tuple(reader for module in modules if (reader := getattr(module, "READER", None)))


def read(document: Document) -> Article:
    """Return the article in a document, with the reader that its type and content ask for.

    Raises ``UnreadableDocument`` where the bytes are nothing that can be read, ``LimitExceeded``
    where they go beyond what is safe to open.
    """
    if not document.body.strip():
        raise UnreadableDocument(f"{document.target}: the document is empty; nothing to read")
    try:
        return choose(document).read(document)
    except FactcheckError:
        raise
    except (RecursionError, MemoryError) as error:
        message = f"{document.target}: too deep or too large to read ({type(error).__name__})"
        raise UnreadableDocument(message) from error


def choose(document: Document) -> Reader:
    """Return the reader for a document: by its first bytes, its media type, then its name."""
    head = document.body[:_SNIFFED]
    for reader in readers():
        if reader.sniff(head):
            return reader
    kind = (document.media_type or "").lower()
    if kind not in _GENERIC:
        for reader in readers():
            if kind in reader.media_types:
                return _unless_binary(document, reader)
    suffix = PurePath(urlsplit(document.url).path if document.url else document.target).suffix
    for reader in readers():
        if suffix.lower() in reader.suffixes:
            return _unless_binary(document, reader)
    return _unless_binary(document, next(one for one in readers() if one.name == "text"))


def _unless_binary(document: Document, reader: Reader) -> Reader:
    head = document.body[:_SNIFFED]
    stated = (document.charset or "").lower()
    utf16 = head.startswith((b"\xff\xfe", b"\xfe\xff")) or stated.startswith("utf-16")
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if reader.name != "docx" and not utf16 and controls > max(2, len(head) // 50):
        kind = f" ({document.media_type})" if document.media_type else ""
        raise UnreadableDocument(
            f"{document.target}: a binary file{kind}, not an article; "
            "give HTML, Markdown, DOCX or plain text"
        )
    return reader
