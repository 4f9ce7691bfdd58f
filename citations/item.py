"""The metadata of one work: a CSL item."""

from dataclasses import dataclass
from enum import StrEnum


class ItemType(StrEnum):
    """The CSL types this library tells apart, and ``unknown``.

    Source: Citation Style Language 1.0.2, appendix III (item types).
    """

    ARTICLE = "article"
    ARTICLE_JOURNAL = "article-journal"
    ARTICLE_MAGAZINE = "article-magazine"
    ARTICLE_NEWSPAPER = "article-newspaper"
    BILL = "bill"
    BOOK = "book"
    BROADCAST = "broadcast"
    CHAPTER = "chapter"
    DATASET = "dataset"
    ENTRY_DICTIONARY = "entry-dictionary"
    ENTRY_ENCYCLOPEDIA = "entry-encyclopedia"
    GRAPHIC = "graphic"
    HEARING = "hearing"
    INTERVIEW = "interview"
    LEGAL_CASE = "legal_case"
    LEGISLATION = "legislation"
    MANUSCRIPT = "manuscript"
    MAP = "map"
    MOTION_PICTURE = "motion_picture"
    PAPER_CONFERENCE = "paper-conference"
    PATENT = "patent"
    PERFORMANCE = "performance"
    PERSONAL_COMMUNICATION = "personal_communication"
    POST = "post"
    POST_WEBLOG = "post-weblog"
    REGULATION = "regulation"
    REPORT = "report"
    REVIEW = "review"
    REVIEW_BOOK = "review-book"
    SOFTWARE = "software"
    SONG = "song"
    SPEECH = "speech"
    STANDARD = "standard"
    THESIS = "thesis"
    TREATY = "treaty"
    WEBPAGE = "webpage"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person (family, given, particle, suffix); or in ``literal`` a body, a handle, a whole name.

    ``particle`` is the CSL non-dropping particle ("van der"); ``suffix`` is "Jr.", "III".
    """

    family: str | None = None
    given: str | None = None
    particle: str | None = None
    suffix: str | None = None
    literal: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A calendar date of which less than the whole may be known.

    ``month`` is 1-12 and ``day`` 1-31. ``circa`` marks an uncertain year. ``literal`` keeps what
    has no parts: "n.d.", "forthcoming", "Spring 2019" (which also has its year). ``end_year`` is
    the last year of a range such as 1998-2001.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    circa: bool = False
    literal: str | None = None
    end_year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One work, in the words of CSL. ``None`` and ``()`` mean that nothing is known.

    ``page`` is a range as CSL writes it ("543-566"). ``doi`` is bare and lower-cased, ``isbn`` has
    13 digits, ``issn`` is NNNN-NNNX: see ``citations.identifiers``. ``extra`` keeps every field
    that has no place of its own, as (name, value) pairs in printed order, so that nothing is lost.
    """

    type: ItemType = ItemType.UNKNOWN
    title: str | None = None
    container_title: str | None = None
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    issued: Date | None = None
    accessed: Date | None = None
    publisher: str | None = None
    publisher_place: str | None = None
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    edition: str | None = None
    doi: str | None = None
    isbn: str | None = None
    issn: str | None = None
    pmid: str | None = None
    arxiv: str | None = None
    url: str | None = None
    language: str | None = None
    extra: tuple[tuple[str, str], ...] = ()
