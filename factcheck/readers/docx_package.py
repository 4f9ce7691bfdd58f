"""The ZIP package a DOCX is, opened within bounds.

What the central directory says is checked first, since it costs nothing; it may lie, so every
member is counted again while it is unpacked. Nothing is ever written to disk, so a member's name
can lead nowhere; relations to outside the package are addresses to print, never to open.
"""

import re
import zipfile
import zlib
from io import BytesIO

from lxml import etree
from lxml.etree import _Element as Node

from factcheck.errors import LimitExceeded, UnreadableDocument

MAX_MEMBERS = 5_000
MAX_PART = 20_000_000
"""Bytes of one unpacked part; a book of 500,000 words has some 10 million."""
MAX_RATIO = 200
"""Unpacked to packed bytes; word processors reach 30."""
_CHUNK = 65_536
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class Package:
    """An open package; ``part`` gives the parsed XML of one member."""

    __slots__ = ("_archive", "_names", "target")

    def __init__(self, archive: zipfile.ZipFile, target: str) -> None:
        self._archive = archive
        self._names = {info.filename.lstrip("/"): info for info in archive.infolist()}
        self.target = target

    def holds(self, name: str) -> bool:
        """Tell whether there is a member of that name; it is not opened."""
        return name in self._names

    def part(self, name: str) -> Node | None:
        """Return the root of a member's XML, None where there is no such member.

        Raises ``LimitExceeded`` for one that unpacks beyond the limits, ``UnreadableDocument`` for
        one that is damaged, encrypted or has a DTD.
        """
        info = self._names.get(name)
        if info is None:
            return None
        data = self._unpacked(info)
        head = data.replace(b"\x00", b"")  # a UTF-16 part's markup, seen as ASCII
        if _DTD.search(head):
            raise UnreadableDocument(f"{self.target}: {name} declares a DTD, which no DOCX has")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            return etree.fromstring(data, parser=parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise UnreadableDocument(
                f"{self.target}: {name} is damaged XML; save it again"
            ) from error

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        if info.file_size > MAX_PART or info.file_size > MAX_RATIO * max(info.compress_size, 1_000):
            raise LimitExceeded(
                f"{self.target}: {info.filename} unpacks to {info.file_size:,} bytes; "
                "not opened, since no article needs that"
            )
        data = bytearray()
        try:
            with self._archive.open(info) as member:
                while chunk := member.read(_CHUNK):
                    data += chunk
                    if len(data) > MAX_PART:
                        raise LimitExceeded(f"{self.target}: {info.filename} unpacks to too much")
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            RuntimeError,
            NotImplementedError,
        ) as error:
            raise UnreadableDocument(
                f"{self.target}: the DOCX is damaged or encrypted ({info.filename}); save it again"
            ) from error
        return bytes(data)


def open_package(body: bytes, target: str) -> Package:
    """Return the package in some bytes.

    Raises ``UnreadableDocument`` where they are no ZIP archive or a truncated one.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(body))
        members = len(archive.infolist())
    except (
        zipfile.BadZipFile,
        OSError,
        ValueError,
        NotImplementedError,
        UnicodeDecodeError,
    ) as error:
        raise UnreadableDocument(
            f"{target}: a damaged or truncated DOCX (no ZIP directory); get the file again"
        ) from error
    if members > MAX_MEMBERS:
        raise LimitExceeded(f"{target}: {members:,} files in one DOCX; more than {MAX_MEMBERS:,}")
    return Package(archive, target)
