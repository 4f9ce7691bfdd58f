"""What an in-text mark is before it is looked up in a reference list."""

from dataclasses import dataclass
from typing import Self

from factcheck.model.analysis import CitationStyle
from factcheck.model.article import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorYear:
    """The names and the year of one work in an author-year mark.

    ``year`` is as printed, without its letter; ``letter`` tells works of one year apart. ``firm``
    says that the form can hardly be anything else ("et al.", "&").
    """

    names: tuple[str, ...]
    year: str
    letter: str = ""
    firm: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """An in-text mark. ``keys`` are labels or citation keys, ``works`` names with a year.

    ``firm`` marks are citations whatever the list holds; others only where it holds their work.
    ``likely`` says that one is set as marks are, wherever it leads. ``wider`` is the same mark with
    more words for a name ("Office for Tides (2020)"), to be tried first.
    """

    span: Span
    style: CitationStyle
    keys: tuple[str, ...] = ()
    works: tuple[AuthorYear, ...] = ()
    firm: bool = True
    likely: bool = False
    wider: Self | None = None
