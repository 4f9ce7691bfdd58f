"""What a reader is: one module that reads one input format and says which documents it takes."""

from collections.abc import Callable
from dataclasses import dataclass

from factcheck.model.article import Article
from factcheck.model.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One input format.

    ``media_types`` and ``suffixes`` (with the dot) are the names it goes by; ``sniff`` tells from
    the first bytes that a document is surely of this format; ``read`` raises a ``FactcheckError``
    where it cannot be read.
    """

    name: str
    media_types: tuple[str, ...]
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    read: Callable[[Document], Article]
