"""Highwire's ``citation_reference`` metas in a page's head, brought to the entries they describe.

Journals state each work of their list there: "citation_title=...; citation_author=...". Each meta
belongs to the entry that prints its title or DOI; one that fits none, or several, is left out.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from citations.extract.tree import Node
from citations.fold import fold, fold_words
from citations.identifiers import parse_doi
from citations.reference import Entry

MAX_METAS = 2_000
MAX_CONTENT = 4_000
SHORTEST_TITLE = 10
_PAIR = re.compile(r"\s*(citation_\w{2,40})\s*=\s*([^;]*(?:;(?!\s*citation_\w{2,40}\s*=)[^;]*)*);?")

Fields = tuple[tuple[str, str], ...]


def with_stated(entries: Sequence[Entry], root: Node) -> tuple[Entry, ...]:
    """Return the entries, each with the fields that a meta of the page states for it."""
    metas = list(_metas(root))
    if not metas or not entries:
        return tuple(entries)
    texts = [" ".join(fold_words(entry.text)) for entry in entries]
    holding: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for word in set(text.split()):
            holding[word].append(number)
    stated: dict[int, Fields] = {}
    for fields in metas:
        place = _place(fields, entries, texts, holding)
        if place is not None and place not in stated:
            stated[place] = fields
    return tuple(
        replace(entry, metadata=entry.metadata + stated.get(place, ()))
        for place, entry in enumerate(entries)
    )


def _metas(root: Node) -> Iterator[Fields]:
    """Yield the fields of each ``citation_reference`` that is made of fields."""
    named = (n for n in root.iter("meta") if n.get("name", "").lower() == "citation_reference")
    for node in islice(named, MAX_METAS):
        content = node.get("content", "")
        if len(content) <= MAX_CONTENT and (found := _PAIR.findall(content)):
            yield tuple((name, value.strip()) for name, value in found if value.strip())


def _place(
    fields: Fields,
    entries: Sequence[Entry],
    texts: Sequence[str],
    holding: dict[str, list[int]],
) -> int | None:
    """Return which entry prints the title or the DOI that a meta states."""
    stated = dict(reversed(fields))
    title = " ".join(fold_words(stated.get("citation_title", "")))
    if len(title) >= SHORTEST_TITLE:
        rarest = min(title.split(), key=lambda word: len(holding.get(word, ())))
        found = [place for place in holding.get(rarest, ()) if title in texts[place]]
        if len(found) > 1:
            year = stated.get("citation_publication_date", stated.get("citation_year", ""))[:4]
            found = [place for place in found if year and year in texts[place]]
        if len(found) == 1:
            return found[0]
    doi = parse_doi(stated.get("citation_doi", ""))
    if doi is None:
        return None
    printed = [p for p, entry in enumerate(entries) if doi in fold(entry.text)]
    return printed[0] if len(printed) == 1 else None
