"""Read a bibliography file given to a command, byte for byte."""

import codecs
import gc
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from citations import formats
from citations.bibfile import Letters, steps_for, tidy
from factcheck.cli.choosing import choice
from factcheck.cli.output import write_bytes
from factcheck.errors import DocumentError, LimitExceeded, UsageError
from factcheck.reports.visible import visible

MOST_BYTES = 100_000_000
_LOOKED_AT = 100_000
_ENTRY = re.compile(rb"@\w+\s*[{(]")
_ENDINGS = {".bib": "bibtex", ".json": "csl-json", ".ris": "ris"}


UTF8 = "utf-8"
_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def read_bibliography(name: str, encoding: str = UTF8) -> str:
    """Return a file's text, or standard input's for "-"; ``write_back`` gives the same bytes.

    A byte that is none of the encoding's is a surrogate. Raises DocumentError where it cannot be
    read or is no text, LimitExceeded beyond 100 MB, UsageError for an encoding that there is not.
    """
    if not name:
        raise DocumentError("no file has an empty name; give a bibliography file or -")
    try:
        if name == "-":
            data = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise DocumentError(f"{name}: {error.strerror}; give a bibliography file or -") from error
    except ValueError as error:
        raise DocumentError(f"{name}: no file can have this name") from error
    if len(data) > MOST_BYTES:
        raise LimitExceeded(f"{name}: more than {MOST_BYTES // 1_000_000} MB; split the file")
    codec = codec_of(encoding)
    if codec == UTF8:
        if data[:2] in _MARKS:
            raise DocumentError(f"{name}: is UTF-16; add --encoding {_MARKS[data[:2]]}")
        if b"\0" in data[:_LOOKED_AT] and not _ENTRY.search(data):
            raise DocumentError(f"{name}: is binary data, no bibliography file")
    try:
        return data.decode(codec, errors="surrogateescape")
    except UnicodeError as error:
        raise DocumentError(f"{name}: is not {encoding}; give its encoding") from error


def codec_of(encoding: str) -> str:
    """Return the name of a text encoding. Raises UsageError where there is none."""
    try:
        codec = codecs.lookup(encoding)
    except LookupError as error:
        raise UsageError(f"--encoding {encoding}: not known; try latin-1 or cp1252") from error
    if not codec._is_text_encoding:  # noqa: SLF001  # as bytes.decode asks it
        raise UsageError(f"--encoding {encoding}: no encoding of text; try latin-1 or cp1252")
    return codec.name


def write_back(text: str, output: Path | None, encoding: str = UTF8) -> None:
    """Write a text that was read in ``encoding``, to a file or to standard output.

    Raises UsageError where the encoding lacks a letter of it.
    """
    try:
        data = text.encode(codec_of(encoding), errors="surrogateescape")
    except UnicodeEncodeError as error:
        letter = text[error.start]
        raise UsageError(f"{encoding} has no “{letter}”; use --letters latex") from error
    if output is not None:
        write_bytes(data, output)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)


def format_of(name: str, told: str | None) -> str:
    """Return the format of a file by ``--from`` or its name. Raises UsageError."""
    if told is not None:
        return choice("--from", told, formats.names())
    for ending, found in _ENDINGS.items():
        if name.lower().endswith(ending):
            return found
    raise UsageError(f"{name}: its name does not say its format; add --from NAME")


def tidied(text: str, name: str) -> str:
    """Return a .bib file tidied with letters as they are; a file of another format as it is."""
    if name not in {"bibtex", "biblatex"}:
        return text
    return tidy(text, steps_for(Letters.UNICODE)).text


def note_no_entry(text: str, name: str, entry_count: int) -> None:
    """Say on standard error where a .bib file has no entry, which is no fault."""
    if entry_count:
        return
    is_empty = not text.strip("\ufeff \t\r\n\f\v")
    told = "the file is empty" if is_empty else "no entry in it, only other text"
    sys.stderr.write(f"{visible(f'{name}: {told}')}\n")


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the search for cycles while a file is worked on: it has none, and many objects."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
