"""Look up what an in-text mark points at in the reference list."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from citations.duplicates.cluster import Cluster, Verdict
from citations.fold import fold, fold_words
from citations.reference import Reference
from citations.urls import canonical_url
from factcheck.language.citation_mark import AuthorYear
from factcheck.model.analysis import CitationFault

_INITIALS_LEAST = 2  # letters an acronym of a body has at least
_OPENING = 90  # characters of an entry in which its first authors stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a mark leads to: reference ids, and the fault if that is not exactly one work."""

    ids: tuple[str, ...] = ()
    fault: CitationFault | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The reference list as marks look at it."""

    references: tuple[Reference, ...]
    labels: dict[str, tuple[str, ...]]
    anchors: dict[str, str]  # id on the page -> reference id
    addresses: dict[str, str]  # canonical URL -> reference id
    works: dict[str, str]  # reference id -> id of the first reference of its work
    authors: dict[str, tuple[str, ...]]  # reference id -> folded author words


def shelve(references: Iterable[Reference], clusters: Iterable[Cluster] = ()) -> Shelf:
    """Index references; duplicates of one work (clusters judged *same*) count as one."""
    listed = tuple(references)
    works = {
        member: cluster.members[0]
        for cluster in clusters
        if cluster.verdict is Verdict.SAME
        for member in cluster.members
    }
    labels: dict[str, tuple[str, ...]] = {}
    anchors: dict[str, str] = {}
    addresses: dict[str, str] = {}
    labelled = any(reference.entry.label for reference in listed)
    for number, reference in enumerate(listed, start=1):
        label = reference.entry.label if labelled else str(number)
        if label:
            labels[label] = (*labels.get(label, ()), reference.id)
        for anchor in reference.entry.ids:
            anchors.setdefault(anchor, reference.id)
        for address in (*reference.entry.links, *_own_addresses(reference)):
            addresses.setdefault(canonical_url(address), reference.id)
    return Shelf(
        references=listed,
        labels=labels,
        anchors=anchors,
        addresses=addresses,
        works=works,
        authors={reference.id: _author_words(reference) for reference in listed},
    )


def by_label(shelf: Shelf, key: str) -> Target:
    """Look up a printed number or key; a page id of the same name serves for keys."""
    ids = shelf.labels.get(key, ())
    if not ids:
        anchored = shelf.anchors.get(key)
        if anchored is None:
            return Target(fault=CitationFault.DANGLING)
        ids = (anchored,)
    return _one_work(shelf, ids)


def by_author_year(shelf: Shelf, work: AuthorYear) -> Target:
    """Look up names and a year. The same names with another year are a fault of the year."""
    named = tuple(r for r in shelf.references if _names_match(shelf, r, work))
    if not named:
        return Target(fault=CitationFault.DANGLING)
    dated = tuple(reference for reference in named if _year_matches(reference, work))
    if not dated:
        exact = tuple(r for r in named if _as_many_authors(r, work))
        return Target(ids=tuple(r.id for r in (exact or named)), fault=CitationFault.YEAR)
    if work.letter:
        lettered = tuple(r for r in dated if work.year + work.letter in r.entry.text)
        dated = lettered or dated
    exact = tuple(r for r in dated if _as_many_authors(r, work))
    return _one_work(shelf, tuple(r.id for r in (exact or dated)))


def _one_work(shelf: Shelf, ids: tuple[str, ...]) -> Target:
    works = {shelf.works.get(one, one) for one in ids}
    fault = CitationFault.AMBIGUOUS if len(works) > 1 else None
    return Target(ids=ids, fault=fault)


def _own_addresses(reference: Reference) -> tuple[str, ...]:
    item = reference.item
    found = (item.url,) if item.url else ()
    return (*found, f"https://doi.org/{item.doi}") if item.doi else found


def _author_words(reference: Reference) -> tuple[str, ...]:
    names = reference.item.author or reference.item.editor
    words = [word for name in names for word in fold_words(name.family or name.literal or "")]
    return tuple(words)


def _names_match(shelf: Shelf, reference: Reference, work: AuthorYear) -> bool:
    words = shelf.authors[reference.id]
    opening = fold_words(reference.entry.text[:_OPENING])
    for place, name in enumerate(work.names):
        wanted = tuple(fold_words(name))
        if len(work.names) == 1 < len(wanted) and tuple(opening[: len(wanted)]) == wanted:
            return True  # an office that was read as a person: "Auditor General"
        known = words or opening
        if wanted and all(word in known for word in wanted):
            if place == 0 and words and not _is_first(words, opening, wanted):
                return False
            continue
        if place == 0 and _is_acronym(name, reference):
            continue
        return False
    return bool(work.names)


def _is_first(words: tuple[str, ...], opening: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Tell whether the wanted name is the first author's (or stands at the entry's start)."""
    return wanted[-1] in words[: len(wanted) + 2] or wanted[0] in opening[:2]


def _is_acronym(name: str, reference: Reference) -> bool:
    """Tell whether "WHO" stands for "World Health Organization", the entry's first author."""
    letters = name.replace(".", "")
    if not letters.isupper() or len(letters) < _INITIALS_LEAST:
        return False
    first = reference.item.author[0] if reference.item.author else None
    literal = (first.literal or first.family or "") if first else reference.entry.text[:_OPENING]
    initials = "".join(word[0] for word in literal.split() if word[0].isupper())
    return initials.startswith(letters) or letters.lower() in fold_words(literal)


def _year_matches(reference: Reference, work: AuthorYear) -> bool:
    issued = reference.item.issued
    if not work.year.isdigit():
        return issued is None or issued.year is None
    if issued is None or issued.year is None:
        return re.search(rf"\b{work.year}[a-k]?\b", fold(reference.entry.text)) is not None
    return int(work.year) in {issued.year, issued.end_year}


def _as_many_authors(reference: Reference, work: AuthorYear) -> bool:
    """Prefer the work with as many authors as the mark names, where it names all of them."""
    return len(reference.item.author) == len(work.names)
