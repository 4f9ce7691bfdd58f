"""Tell the CSL type of a work from the fields that were read and the words that were printed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from citations.item import Date, ItemType, Name
from citations.parse.type_words import (
    BROADCAST,
    CONFERENCE,
    DATA_PLACE,
    DATASET,
    DICTIONARY,
    EAST_ASIAN_PERSON,
    ENCYCLOPEDIA,
    GENRES,
    LAW,
    LEGAL_CASE,
    LEGAL_PARTIES,
    MAGAZINE,
    NEWS_HOST,
    NEWSPAPER,
    PATENT,
    PHOTO_CREDIT,
    PREPRINT,
    PUBLISHING_HOUSE,
    REPORT,
    SOCIAL,
    SOCIAL_URL,
    SOFTWARE,
    STANDARD,
    STATION,
    VIDEO_SITE,
)

_TYPES = frozenset(kind.value for kind in ItemType)
_WHERE_UNKNOWN, _TO_OVERRULE = 0.5, 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a type is judged by: the text, the printed values by label, the people, the date."""

    text: str
    values: Mapping[str, Sequence[str]]
    people: tuple[Name, ...]
    issued: Date | None = None

    def joined(self, *labels: str) -> str:
        """Return the printed values of the labels as one string."""
        return " | ".join(value for label in labels for value in self.values.get(label, ()))

    def has(self, *labels: str) -> bool:
        """Say whether any of the labels has a value."""
        return any(self.values.get(label) for label in labels)

    @property
    def has_person(self) -> bool:
        """Say whether a person, and not only bodies, is named."""
        return any(
            name.family or EAST_ASIAN_PERSON.fullmatch(name.literal or "") for name in self.people
        )

    @property
    def of_a_day(self) -> bool:
        """Say whether it came out on a day, as papers, posts and broadcasts do."""
        return self.issued is not None and self.issued.day is not None


def item_type(evidence: Evidence, tagged: str, probability: float) -> ItemType:
    """Return the type of the work; ``unknown`` where nothing printed speaks for one.

    The surest signs are asked first: the platform, a printed kind ("[Tweet]"), legal forms, the
    container's name. Only then the fields that there are, and there the tagger is believed where
    it is sure of its ``tagged`` kind (``probability``, 0-1) or the fields say nothing.
    """
    container = evidence.joined("journal", "booktitle")
    signed = (
        _by_platform(container, evidence.joined("url"))
        or _by_court(evidence)
        or _by_genre(evidence)
        or _by_law(evidence)
        or _by_wording(evidence, container)
        or _by_container(evidence, container)
    )
    if signed:
        return signed
    from_fields = _by_fields(evidence)
    needed = _WHERE_UNKNOWN if from_fields is ItemType.UNKNOWN else _TO_OVERRULE
    if probability >= needed and tagged in _TYPES:
        return ItemType(tagged)
    return from_fields


def _by_platform(container: str, url: str) -> ItemType | None:
    if SOCIAL.fullmatch(container.strip()) or (SOCIAL_URL.search(url) and not container):
        return ItemType.POST
    if VIDEO_SITE.search(container) or VIDEO_SITE.search(url):
        return ItemType.MOTION_PICTURE
    return None


def _by_court(evidence: Evidence) -> ItemType | None:
    return ItemType.LEGAL_CASE if LEGAL_CASE.search(evidence.text) else None


def _by_genre(evidence: Evidence) -> ItemType | None:
    genres = evidence.joined("genre", "medium")
    for kind, pattern in GENRES:
        if pattern.search(genres):
            if kind is ItemType.REPORT and PREPRINT.search(evidence.text):
                return ItemType.ARTICLE
            return kind
    return None


def _by_law(evidence: Evidence) -> ItemType | None:
    """Laws and cases have no personal author and no journal's DOI."""
    text = evidence.text
    if PATENT.search(text):
        return ItemType.PATENT
    if evidence.has("authority"):
        return ItemType.LEGAL_CASE
    if evidence.has_person and not LEGAL_PARTIES.match(text):
        return None
    if evidence.has("doi"):
        return None
    if LEGAL_PARTIES.match(text):
        return ItemType.LEGAL_CASE
    if STANDARD.search(text):
        return ItemType.STANDARD
    return ItemType.LEGISLATION if LAW.search(text) else None


def _by_wording(evidence: Evidence, container: str) -> ItemType | None:
    if PHOTO_CREDIT.match(evidence.text):
        return ItemType.GRAPHIC
    numbered = evidence.has("volume", "issue")
    if not evidence.has("volume"):
        stations = evidence.joined("journal", "publisher", "author", "collaboration")
        if BROADCAST.search(evidence.text) or (evidence.of_a_day and STATION.search(stations)):
            return ItemType.BROADCAST
    if not numbered and not evidence.has("booktitle"):
        if DATASET.search(evidence.text) or DATA_PLACE.search(evidence.text):
            return ItemType.DATASET
        if evidence.has("version") or SOFTWARE.search(evidence.text):
            return ItemType.SOFTWARE
    if PREPRINT.search(container) or (not numbered and PREPRINT.search(evidence.text)):
        return ItemType.ARTICLE
    return None


def _by_container(evidence: Evidence, container: str) -> ItemType | None:
    if not container:
        return None
    if ENCYCLOPEDIA.search(container):
        return ItemType.ENTRY_ENCYCLOPEDIA
    if DICTIONARY.search(container):
        return ItemType.ENTRY_DICTIONARY
    if CONFERENCE.search(container) and not re.search(r"\bjournal\b", container, re.IGNORECASE):
        return ItemType.PAPER_CONFERENCE
    if not evidence.has("volume"):
        if MAGAZINE.search(container):
            return ItemType.ARTICLE_MAGAZINE
        if NEWSPAPER.search(container):
            return ItemType.ARTICLE_NEWSPAPER
    if PUBLISHING_HOUSE.search(container) and not evidence.has("volume", "issue", "booktitle"):
        return ItemType.BOOK
    return ItemType.CHAPTER if evidence.has("booktitle") else None


def _by_fields(evidence: Evidence) -> ItemType:
    url = evidence.joined("url")
    numbered = evidence.has("volume", "issue", "issn", "pmid")
    if evidence.has("journal"):
        if evidence.of_a_day and not evidence.has("volume", "doi", "issn", "pmid"):
            by_somebody = evidence.has_person or evidence.has("pages") or not url
            return ItemType.ARTICLE_NEWSPAPER if by_somebody else ItemType.WEBPAGE
        if numbered or evidence.has("doi") or (evidence.has("pages") and not url):
            return ItemType.ARTICLE_JOURNAL
        if url and NEWS_HOST.search(url):
            return ItemType.ARTICLE_NEWSPAPER
        return ItemType.WEBPAGE if url else ItemType.ARTICLE_JOURNAL
    if _is_report(evidence):
        return ItemType.REPORT
    published = evidence.has("publisher", "edition", "isbn", "location")
    if url:
        if NEWS_HOST.search(url):
            return ItemType.ARTICLE_NEWSPAPER
        return ItemType.BOOK if evidence.has("edition", "isbn") else ItemType.WEBPAGE
    if published:
        return ItemType.BOOK
    if evidence.has("doi") or numbered:
        return ItemType.ARTICLE_JOURNAL
    if evidence.of_a_day and not evidence.has_person:
        by_paper = NEWSPAPER.search(evidence.joined("author", "collaboration"))
        return ItemType.ARTICLE_NEWSPAPER if by_paper else ItemType.WEBPAGE
    if evidence.people and evidence.has("title") and evidence.has("date"):
        return ItemType.BOOK
    return ItemType.UNKNOWN


def _is_report(evidence: Evidence) -> bool:
    """Say whether the work calls itself a report, or a body wrote it or brought it out."""
    if REPORT.search(evidence.text):
        return True
    by_body = bool(evidence.people) and not evidence.has_person
    if by_body and evidence.has("date") and not evidence.has("edition"):
        url = evidence.joined("url")
        if (not url and not evidence.of_a_day) or url.lower().endswith(".pdf"):
            return True
    publisher = evidence.joined("publisher")
    return bool(
        re.search(
            r"\b(?:Organi[sz]ation|Office|Department|Ministry|Commission|Agency|Institute|Council"
            r"|Center|Centre|Ministerium|Ministère|Ministerio|Bundesamt|United Nations"
            r"|World Bank)\b",
            publisher,
        )
        and not re.search(r"\bUniversity|Press\b", publisher)
    )
