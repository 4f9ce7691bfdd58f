"""What a page states about an entry besides printing it: COinS, microdata, Highwire, its links.

Such fields are often right and sometimes stale, cut or another work's. So a stated text corrects
the tagger only where it is printed: the tagger is told which stretch is the title. A stated number
or identifier fills what the print leaves out, and never replaces what it says.

Names: OpenURL 1.0 key/encoded-value formats (journal, book) for ``rft.*``; Highwire Press's
``citation_*``; schema.org's CreativeWork for ``itemprop.*``.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from citations.identifiers import parse_arxiv, parse_doi, parse_isbn, parse_issn, parse_pmid
from citations.item import Item
from citations.names import parse_name
from citations.pages import parse_pages
from citations.parse.segments import Segment
from citations.reference import Entry

_PRINTED: Mapping[str, tuple[str, ...]] = {
    "title": (
        "rft.atitle", "citation_title", "itemprop.headline", "rft.title", "rft.btitle",
    ),
    "journal": ("rft.jtitle", "rft.stitle", "citation_journal_title", "citation_journal_abbrev"),
    "booktitle": ("rft.btitle", "citation_inbook_title", "citation_conference_title"),
    "publisher": ("rft.pub", "citation_publisher", "itemprop.publisher"),
}  # fmt: skip
"""Labels, and the names under which their value may be stated, the surest first."""
_NUMBERS: Mapping[str, tuple[str, ...]] = {
    "volume": ("rft.volume", "citation_volume", "itemprop.volumeNumber"),
    "issue": ("rft.issue", "citation_issue", "itemprop.issueNumber"),
}
_IDENTIFIERS: Mapping[str, tuple[Callable[[str], str | None], tuple[str, ...]]] = {
    "doi": (parse_doi, ("doi", "rft_id", "rft.doi", "citation_doi", "itemprop.sameAs")),
    "pmid": (parse_pmid, ("rft_id", "itemprop.sameAs")),
    "arxiv": (parse_arxiv, ("rft_id", "citation_arxiv_id", "itemprop.sameAs")),
    "isbn": (parse_isbn, ("rft.isbn", "citation_isbn", "itemprop.isbn")),
    "issn": (parse_issn, ("rft.issn", "citation_issn", "itemprop.issn")),
}
_AUTHORS = ("rft.au", "citation_author", "itemprop.author")
_DOI_LINK = re.compile(r"https?://(?:dx\.)?doi\.org/10\.", re.IGNORECASE)
_LINK_OUT = re.compile(
    r"https?://(?:[\w-]+\.)*(?:scholar\.google\.|google\.\w+/(?:scholar|search)|crossref\.org|ncbi\.nlm|scopus|"
    r"webofscience|webofknowledge|isiknowledge|adsabs|zbmath|mathscinet|ams\.org/mathsci|worldcat|proquest|"
    r"ebsco|openurl|sfx|inspirehep|semanticscholar|europepmc|bibsonomy|mendeley|zotero)",
    re.IGNORECASE,
)
"""Where an entry's links lead to a search or an index, which is not where the work is."""
_SHORTEST = 6
"""Characters below which a stated text may stand anywhere by chance."""
_LONGEST = 600


def corrected(entry: Entry, segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Return the segments with each stated text that is printed once under its own label.

    What else stood under that label becomes unlabelled, so that it is kept as a note.
    """
    if not entry.metadata:
        return segments
    taken: list[tuple[int, int]] = []
    for label, names in _PRINTED.items():
        place = _place(entry, names)
        if place is not None and not any(_overlap(place, other) for other in taken):
            segments = _relabelled(segments, place, label)
            taken.append(place)
    return segments


def states_work(entry: Entry) -> bool:
    """Tell whether the page states a work for the entry whose title the entry prints."""
    return bool(entry.metadata) and _place(entry, _PRINTED["title"]) is not None


def completed(entry: Entry, item: Item) -> Item:
    """Return the item with what the page states and the print leaves out."""
    stated: dict[str, str | None] = {}
    for field, (parse, names) in _IDENTIFIERS.items():
        if getattr(item, field) is None:
            values = [value for key, value in entry.metadata if key in names]
            stated[field] = next(filter(None, map(parse, values)), None)
    if stated.get("doi") is None and item.doi is None:
        stated["doi"] = _linked_doi(entry.links)
    for field, names in _NUMBERS.items():
        if getattr(item, field) is None:
            stated[field] = _first(entry, names)
    if item.page is None:
        stated["page"] = _pages(entry)
    if item.url is None and item.doi is None and stated.get("doi") is None:
        stated["url"] = _only_link(entry.links)
    found = {field: value for field, value in stated.items() if value}
    item = replace(item, **found) if found else item  # type: ignore[arg-type]  # all are texts
    return item if item.author or item.editor else _with_authors(entry, item)


def _with_authors(entry: Entry, item: Item) -> Item:
    names = [parse_name(value) for key, value in entry.metadata if key in _AUTHORS]
    printed = any(name.family and _printed(entry.text, name.family, shortest=2) for name in names)
    return replace(item, author=tuple(names)) if printed else item


def _place(entry: Entry, names: Sequence[str]) -> tuple[int, int] | None:
    """Return where the first of the stated values that is printed stands."""
    values = (value for name in names for key, value in entry.metadata if key == name)
    return next(filter(None, (_printed(entry.text, value) for value in values)), None)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _printed(text: str, value: str, shortest: int = _SHORTEST) -> tuple[int, int] | None:
    """Return where a stated value is printed, marks and case aside; None unless exactly once."""
    words = re.findall(r"\w+", value)
    if not words or not shortest <= len(value) <= _LONGEST:
        return None
    joined = r"[^\w]{1,4}".join(map(re.escape, words))
    pattern = re.compile(rf"(?<!\w){joined}(?!\w)", re.IGNORECASE)
    found = [match.span() for match, _ in zip(pattern.finditer(text), range(2), strict=False)]
    return found[0] if len(found) == 1 else None


def _relabelled(
    segments: Sequence[Segment], place: tuple[int, int], label: str
) -> tuple[Segment, ...]:
    """Return the segments with the place under its label, and the label nowhere else."""
    start, end = place
    kept = [
        part
        for segment in segments
        if segment.label != label
        for part in _outside(segment, start, end)
    ]
    kept.append(Segment(start=start, end=end, label=label))
    return tuple(sorted(kept, key=lambda segment: segment.start))


def _outside(segment: Segment, start: int, end: int) -> Iterator[Segment]:
    """Yield what a segment holds outside a stretch."""
    if segment.start < min(start, segment.end):
        yield replace(segment, end=min(start, segment.end))
    if max(end, segment.start) < segment.end:
        yield replace(segment, start=max(end, segment.start))


def _first(entry: Entry, names: Sequence[str]) -> str | None:
    """Return the first stated number that is printed as a word of its own."""
    values = (value.strip() for name in names for key, value in entry.metadata if key == name)
    return next((value for value in values if _is_word(value, entry.text)), None)


def _is_word(value: str, text: str) -> bool:
    return 0 < len(value) <= 12 and bool(re.search(rf"(?<!\w){re.escape(value)}(?!\w)", text))


def _pages(entry: Entry) -> str | None:
    stated = dict(reversed(entry.metadata))
    first = stated.get("rft.spage") or stated.get("citation_firstpage")
    last = stated.get("rft.epage") or stated.get("citation_lastpage")
    whole = stated.get("rft.pages") or stated.get("itemprop.pagination")
    if first and _is_word(first, entry.text):
        return parse_pages(f"{first}-{last}" if last else first)
    return parse_pages(whole) if whole and _is_word(whole.split("-")[0], entry.text) else None


def _linked_doi(links: Sequence[str]) -> str | None:
    """Return the DOI that the entry's links to the resolver name, if they agree on one."""
    found = {parse_doi(link) for link in links if _DOI_LINK.match(link)}
    return found.pop() if len(found) == 1 else None


def _only_link(links: Sequence[str]) -> str | None:
    """Return the address an entry links to, where it is one and no other."""
    outside = [link for link in links if link.startswith(("http://", "https://"))]
    outside = [link for link in outside if not _LINK_OUT.match(link)]
    return outside[0] if len(outside) == 1 else None
