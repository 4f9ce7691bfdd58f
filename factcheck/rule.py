"""The Rule type: one module a rule, discovered by ``factcheck.rules.all_rules``."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from factcheck.model.analysis import Analysis
from factcheck.model.finding import Hit, Severity


class Need(StrEnum):
    """What a rule cannot judge without. Missing it, the rule is reported as skipped."""

    REFERENCES = "references"  # the article prints a reference list
    ENGLISH = "english"  # the rule knows English only
    ATTRIBUTIONS = "attributions"  # a language in which it is found who says what
    LINKS = "links"  # evidence about links
    REGISTRIES = "registries"  # evidence about works


@dataclass(frozen=True, slots=True, kw_only=True)
class NoOptions:
    """A rule without options."""


@dataclass(frozen=True, slots=True)
class Good:
    """An article on which the rule must stay silent, in Markdown unless it says otherwise."""

    text: str
    media_type: str = "text/markdown"


@dataclass(frozen=True, slots=True)
class Bad:
    """An article that the rule must flag; ``marks`` are the quoted texts, in order.

    A mark of "" stands for a finding without a place.
    """

    text: str
    marks: tuple[str, ...]
    media_type: str = "text/markdown"


OptionsT = TypeVar("OptionsT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Generic[OptionsT]):
    """A test of an analysis.

    ``code`` is family and three digits, never reused; ``name`` states the fault in kebab-case;
    both are accepted wherever one is. ``find`` must be a pure function.
    """

    code: str
    name: str
    severity: Severity
    options: type[OptionsT]
    find: Callable[[Analysis, OptionsT], Iterator[Hit]]
    examples: tuple[Good | Bad, ...]
    needs: frozenset[Need] = frozenset()
