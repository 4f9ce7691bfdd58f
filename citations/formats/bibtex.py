"""BibTeX: ASCII with LaTeX commands, for the standard styles."""

from collections.abc import Iterable

from citations.bibliography import Bibliography, Style
from citations.formats.latex.blocks import read_entries, write_entries
from citations.formats.latex.dialect import BIBTEX
from citations.item import Item


def read(text: str) -> Bibliography:
    """Read a .bib file of either dialect."""
    return read_entries(text)


def write(items: Iterable[Item], style: Style) -> str:
    """Write BibTeX entries."""
    return write_entries(items, style, BIBTEX)
