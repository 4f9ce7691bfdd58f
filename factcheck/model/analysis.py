"""An analysis: what was understood of an article. Every offset indexes ``Article.text``."""

from dataclasses import dataclass
from enum import StrEnum

from citations.duplicates.cluster import Cluster
from citations.reference import Reference
from factcheck.model.article import Article, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence; ``block`` indexes ``Article.blocks``.

    ``attributed`` is the probability (0-1) that somebody is credited with what it says; None where
    no model judged it, for its language.
    """

    span: Span
    block: int
    attributed: float | None = None


class QuotationKind(StrEnum):
    """How quotation marks are used."""

    DIRECT = "direct"  # somebody's words as a clause or more
    FRAGMENT = "fragment"  # a few quoted words inside the writer's sentence
    TITLE = "title"  # the name of a work, a ship, a nickname
    SCARE = "scare"  # distance, irony, a term
    BLOCK = "block"  # a block quotation, set off without marks
    NESTED = "nested"  # inside another quotation


class QuotationFault(StrEnum):
    """What is wrong with a quotation's marks."""

    UNOPENED = "unopened"  # closed but never opened
    UNCLOSED = "unclosed"  # opened but never closed
    MISPLACED = "misplaced"  # a mark on the wrong side of a space or word


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A quotation; ``span`` includes the marks there are.

    ``continued`` marks a quotation carried over from the paragraph before. For a fault, ``span``
    runs from the mark that is there to the end of what it was read to cover, and ``mark`` is the
    mark to look at.
    """

    span: Span
    kind: QuotationKind
    continued: bool = False
    fault: QuotationFault | None = None
    mark: Span | None = None


class CitationStyle(StrEnum):
    """The form of an in-text mark."""

    NUMERIC = "numeric"  # [3], (3), superscript
    AUTHOR_YEAR = "author-year"  # (Ada 2020), Ada (2020)
    NOTE = "note"  # footnote or endnote mark
    KEY = "key"  # [@ada2020], \cite{ada2020}
    LINK = "link"  # a plain hyperlink out of the site, or to a reference's address


class CitationFault(StrEnum):
    """Why a citation did not lead to exactly one reference."""

    DANGLING = "dangling"  # no such reference
    AMBIGUOUS = "ambiguous"  # could be two
    YEAR = "year"  # the name is there with another year


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """An in-text mark. ``targets`` are ids of references; with a fault, the nearest candidates."""

    span: Span
    style: CitationStyle
    targets: tuple[str, ...] = ()
    fault: CitationFault | None = None


class SourceKind(StrEnum):
    """Who is credited."""

    NAMED_PERSON = "named_person"
    ORGANISATION = "organisation"
    PUBLICATION = "publication"
    DOCUMENT = "document"
    ROLE = "role"
    ANONYMOUS = "anonymous"
    VAGUE = "vague"
    OWN_REPORTING = "own_reporting"
    CITATION = "citation"


class CueClass(StrEnum):
    """What the signalling words do. Only some of them make somebody answerable for a claim."""

    ASSERT = "assert"
    DENY = "deny"
    REPORT = "report"
    DOCUMENT = "document"
    DECLINE = "decline"
    WANT = "want"
    FEEL = "feel"
    EXPECT = "expect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says it (source), the signalling words (cue), what is said (content).

    ``source`` and ``cue`` are None where the attribution is carried over from a sentence before;
    ``carried_from`` is then that sentence's source. ``count`` is the number of sources an
    anonymous attribution states: 1, 2, ...; None for "sources", "officials".
    """

    content: Span
    source: Span | None
    cue: Span | None
    source_kind: SourceKind
    cue_class: CueClass = CueClass.ASSERT
    confidence: float = 1.0
    count: int | None = None
    carried_from: Span | None = None


class ClaimKind(StrEnum):
    """What makes an assertion checkable."""

    EVENT = "event"
    FIGURE = "figure"
    SUPERLATIVE = "superlative"
    CAUSE = "cause"
    STATE = "state"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A check-worthy assertion: a sentence or a part of it.

    ``score`` (0-1) is its check-worthiness. ``citations`` and ``attributions`` index the
    analysis's tuples: who is credited for it. Both empty: nobody is. ``unattributed`` is the
    probability (0-1) that nobody is, ``asked`` that an editor would ask for a source where nobody
    is; None where no model judged it.
    """

    span: Span
    kinds: tuple[ClaimKind, ...]
    score: float
    citations: tuple[int, ...] = ()
    attributions: tuple[int, ...] = ()
    unattributed: float | None = None
    asked: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a service answered about a link or a work."""

    subject: str
    service: str
    outcome: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What was understood of an article."""

    article: Article
    references: tuple[Reference, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    citations: tuple[Citation, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    evidence: tuple[Evidence, ...] = ()
