"""Find the in-text citations of an article and resolve each to references."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from urllib.parse import urldefrag, urlsplit

from citations.duplicates.cluster import Cluster
from citations.reference import Reference
from citations.urls import canonical_url
from factcheck.language.citation_mark import Mark
from factcheck.language.citation_marks import find_marks
from factcheck.language.citation_targets import Shelf, Target, by_author_year, by_label, shelve
from factcheck.model.analysis import Citation, CitationFault, CitationStyle
from factcheck.model.article import Article, BlockKind, Link, Span

_NEIGHBOURS = 4  # marks that can begin before a place and still reach it
_LEAST_LINKED = 3  # links by number that show how a page cites
_BY_NUMBER = (CitationStyle.NUMERIC, CitationStyle.NOTE)
_SHARING = re.compile(
    r"//(?:www\.|m\.)?(?:facebook\.com/(?:sharer|share|dialog)|(?:twitter|x)\.com/(?:intent|share)|"
    r"linkedin\.com/share|api\.whatsapp\.com|t\.me/share|reddit\.com/submit|"
    r"pinterest\.[a-z.]{2,6}/pin/create)"
)
_LEAST_PARENTHESISED = 2  # "(3)" counts as a citation when so many different ones resolve


def find_citations(
    article: Article, references: Iterable[Reference], clusters: Iterable[Cluster] = ()
) -> tuple[Citation, ...]:
    """Return the citations of the body in order.

    ``references`` are in the order of ``article.entries``. A mark that cannot be told from plain
    text ("(3)", "(Oslo 1952)") is a citation only where the list makes it one.
    """
    shelf = shelve(references, clusters)
    bodies = tuple(b.span for b in article.blocks if b.kind is not BlockKind.HEADING)
    linked = tuple(_links(article, shelf))
    taken = tuple(sorted(c.span for c in linked if c.style is not CitationStyle.LINK))
    marks = tuple(
        mark for mark in find_marks(article, bodies) if not _overlaps_any(mark.span, taken)
    )
    numbers_linked = sum(c.style in _BY_NUMBER for c in linked) >= _LEAST_LINKED
    found = [*linked, *_resolved(marks, shelf, numbers_linked=numbers_linked)]
    marked = tuple(sorted(c.span for c in found if c.style is not CitationStyle.LINK))
    kept = (
        citation
        for citation in found
        if citation.style is not CitationStyle.LINK or not _overlaps_any(citation.span, marked)
    )
    return tuple(sorted(kept, key=lambda citation: citation.span))


def _overlaps_any(span: Span, others: tuple[Span, ...]) -> bool:
    """Tell whether a span meets one of the others, which are sorted and hardly overlap."""
    place = bisect_left(others, Span(span.end, span.end))
    return any(span.overlaps(other) for other in others[max(0, place - _NEIGHBOURS) : place])


def _resolved(marks: tuple[Mark, ...], shelf: Shelf, *, numbers_linked: bool) -> Iterator[Citation]:
    """Resolve the marks that are no links.

    Where the page's own links show that it cites by number, a number without a link that only might
    be a mark (an exponent, an equation's number) and names with a year that lead nowhere (who
    described a species) are not citations.
    """
    marks = tuple(_widened(mark, shelf) for mark in marks)
    targets = [_targets(mark, shelf) for mark in marks]
    parenthesised = {
        key
        for mark, found in zip(marks, targets, strict=True)
        if mark.style is CitationStyle.NUMERIC and not mark.firm and _sound(found)
        for key in mark.keys
    }
    firm_numbers = numbers_linked or any(m.firm for m in marks if m.style is CitationStyle.NUMERIC)
    author_years = any(
        mark.style is CitationStyle.AUTHOR_YEAR and any(t.ids for t in found)
        for mark, found in zip(marks, targets, strict=True)
    )
    numbered = not firm_numbers and not author_years and len(parenthesised) >= _LEAST_PARENTHESISED
    for mark, found in zip(marks, targets, strict=True):
        if mark.firm or _sound(found) or (author_years and mark.works and _is_named(mark, found)):
            if mark.style is CitationStyle.NUMERIC and not (
                mark.firm or numbered or (mark.likely and not numbers_linked)
            ):
                continue
            if mark.works and (not shelf.references or (numbers_linked and not _sound(found))):
                continue
            yield from _citations(mark, found)


def _widened(mark: Mark, shelf: Shelf) -> Mark:
    """Return the mark with more words for a name where the list knows that name."""
    return mark.wider if mark.wider and _sound(_targets(mark.wider, shelf)) else mark


def _is_named(mark: Mark, found: tuple[Target, ...]) -> bool:
    """Tell whether a mark that leads nowhere is one: "(Cole 2019)", "Cole (2019) says".

    A lone name before a year in parentheses may be a film or an act.
    """
    return mark.likely or any(target.ids for target in found)


def _sound(found: tuple[Target, ...]) -> bool:
    return bool(found) and all(target.ids for target in found)


def _targets(mark: Mark, shelf: Shelf) -> tuple[Target, ...]:
    if mark.works:
        return tuple(by_author_year(shelf, work) for work in mark.works)
    return tuple(by_label(shelf, key) for key in mark.keys)


def _citations(mark: Mark, found: tuple[Target, ...]) -> Iterator[Citation]:
    """One citation for the works that were found, and one for each kind of fault in the mark."""
    groups: dict[CitationFault | None, list[str]] = {}
    for target in found:
        groups.setdefault(target.fault, []).extend(target.ids)
    for fault, ids in groups.items():
        yield Citation(
            span=mark.span, style=mark.style, targets=tuple(dict.fromkeys(ids)), fault=fault
        )


def _links(article: Article, shelf: Shelf) -> Iterator[Citation]:
    """Hyperlinks: to an entry of the list, to an entry's own address, or out of the site.

    A link to another page of the same site credits nobody else, unless the list has its address;
    nor does one that shares the page.
    """
    own = urldefrag(article.url or "").url
    home = _host(own)
    for link in article.links:
        address, fragment = urldefrag(link.url)
        if fragment in shelf.anchors and (not address or address == own or not own):
            style = _style_of(article, link)
            yield Citation(span=link.span, style=style, targets=(shelf.anchors[fragment],))
        elif urlsplit(address).scheme in {"http", "https"} and address != own:
            reference = shelf.addresses.get(canonical_url(link.url))
            if reference is None and (_host(address) == home or _SHARING.search(address)):
                continue
            targets = (reference,) if reference else ()
            yield Citation(span=link.span, style=CitationStyle.LINK, targets=targets)


def _host(address: str) -> str:
    """Return an address's host in lower case without "www."; "" where it has none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _style_of(article: Article, link: Link) -> CitationStyle:
    printed = article.quote(link.span).strip("[]() \u00a0")
    if printed[-4:].isdigit() and len(printed) > 4:
        return CitationStyle.AUTHOR_YEAR
    raised = _overlaps_any(link.span, article.superscripts)
    return CitationStyle.NOTE if raised or not printed.isdigit() else CitationStyle.NUMERIC
