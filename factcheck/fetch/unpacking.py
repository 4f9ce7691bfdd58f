"""Content encodings, unpacked piece by piece so that a bomb costs one piece of memory.

httpx's own decoders unpack a whole network chunk at once, a thousand times its size for gzip; its
Brotli and Zstandard decoders have no limit either, so that those are neither asked for nor taken.
"""

import zlib
from collections.abc import Iterator

from factcheck.errors import FetchError, FetchFault

ACCEPT_ENCODING = "gzip, deflate"
PIECE = 65536

_GZIP_MAGIC = b"\x1f\x8b"


def unpack(chunks: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    """Yield the unpacked body in pieces of at most 64 KiB; raise FetchError on a broken one."""
    name = encoding.strip().lower()
    if name in {"", "identity"}:
        yield from chunks
    elif name in {"gzip", "x-gzip"}:
        yield from _inflate(chunks, zlib.MAX_WBITS | 16)
    elif name == "deflate":
        yield from _inflate(chunks, zlib.MAX_WBITS)
    else:
        raise FetchError(
            f"the answer is packed as {name[:40]!r}, which was not asked for; "
            "save the page from a browser and give the file",
            fault=FetchFault.CONTENT,
        )


def _inflate(chunks: Iterator[bytes], window: int) -> Iterator[bytes]:
    inflater = zlib.decompressobj(window)
    seen = False
    for chunk in chunks:
        data = chunk
        while data and not inflater.eof:
            try:
                piece = inflater.decompress(data, PIECE)
            except zlib.error as error:
                if seen or window != zlib.MAX_WBITS:
                    raise _broken() from error
                # Some servers send "deflate" without its zlib header (RFC 9110, 8.4.1.2).
                window = -zlib.MAX_WBITS
                inflater = zlib.decompressobj(window)
                continue
            seen = True
            yield piece
            data = inflater.unconsumed_tail
            if inflater.eof and inflater.unused_data.startswith(_GZIP_MAGIC):
                data = inflater.unused_data
                inflater = zlib.decompressobj(window)
    while seen and not inflater.eof:
        try:
            piece = inflater.decompress(inflater.unconsumed_tail, PIECE)
        except zlib.error as error:
            raise _broken() from error
        if not piece and not inflater.eof:
            raise _broken()
        yield piece


def _broken() -> FetchError:
    return FetchError(
        "the packed answer is damaged or was cut short; try again, or save the page and give "
        "the file",
        fault=FetchFault.CONTENT,
    )
