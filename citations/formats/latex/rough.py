"""Split what is no plain entry with bibtexparser 2's splitter: comments, strings, faulty blocks.

Only the splitter and its model are used: the library's middlewares drop protecting braces and
damage addresses, and its parser leaves out an entry that repeats a field or a key.
"""

import logging

from bibtexparser import model
from bibtexparser.splitter import Splitter

from citations.formats.latex.splitting import Block, Kind

_LOGGER = "bibtexparser.splitter"


def rough_blocks(text: str, start: int) -> list[Block]:
    """Return the blocks of ``text``, which begins at the offset ``start``."""
    logger = logging.getLogger(_LOGGER)
    logger.addFilter(_mute)
    try:
        return [_block(block, start) for block in Splitter(text).split().blocks]
    finally:
        logger.removeFilter(_mute)


def _mute(_: logging.LogRecord) -> bool:
    return False


def _block(block: model.Block, start: int) -> Block:
    inner: model.Block | None = block
    error = None
    raw = block.raw or ""
    if isinstance(block, model.ParsingFailedBlock):
        inner, error = block.ignore_error_block, _reason(block.error)
    if isinstance(inner, model.Entry):
        return Block(
            kind=Kind.ENTRY, raw=raw, start=start, name=inner.entry_type.lower(), key=inner.key,
            fields=tuple((one.key, str(one.value)) for one in inner.fields), error=error,
        )  # fmt: skip
    if isinstance(inner, model.String):
        return Block(
            kind=Kind.STRING, raw=raw, start=start, name=inner.key,
            fields=((inner.key, str(inner.value)),), error=error,
        )  # fmt: skip
    kind = Kind.BROKEN
    if error is None:
        kind = Kind.PREAMBLE if isinstance(inner, model.Preamble) else Kind.COMMENT
    return Block(kind=kind, raw=raw, start=start, error=error)


def _reason(error: Exception) -> str:
    """Return what the splitter says is wrong, on one line."""
    said = getattr(error, "abort_reason", None) or str(error)
    return " ".join(said.split())
