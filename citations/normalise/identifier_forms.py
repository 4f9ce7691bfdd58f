"""Identifiers in canonical form; what is none goes to ``extra``."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from citations.identifiers import parse_arxiv, parse_doi, parse_isbn, parse_issn, parse_pmid
from citations.item import Item

_PARSERS: dict[str, Callable[[str], str | None]] = {
    "doi": parse_doi,
    "isbn": parse_isbn,
    "issn": parse_issn,
    "pmid": parse_pmid,
    "arxiv": parse_arxiv,
}


def canonical_identifiers(item: Item) -> Item:
    """Make DOI, ISBN, ISSN, PMID and arXiv id canonical, keeping invalid ones as ``invalid X``."""
    changes: dict[str, Any] = {}
    extra = list(item.extra)
    for field, parse in _PARSERS.items():
        value = getattr(item, field)
        if value is None:
            continue
        parsed = parse(value)
        changes[field] = parsed
        if parsed is None:
            extra.append((f"invalid {field}", value))
    doi = changes.get("doi")
    if doi is not None and (again := parse_doi(doi)) != doi:
        changes["doi"] = again
    if len(extra) == len(item.extra) and all(
        getattr(item, field) == value for field, value in changes.items()
    ):
        return item
    return replace(item, **changes, extra=tuple(extra))
