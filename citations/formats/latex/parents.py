"""Fields that an entry takes from those it names in ``crossref`` and ``xdata``.

Source: btxdoc (Patashnik 1988), section 3.1; biblatex manual 3.18, sections 3.13.6 and 3.13.7 and
appendix B (inheritance).
"""

from collections.abc import Iterable, Iterator, Mapping

Fields = list[tuple[str, str]]
NO_WORKS = frozenset(["xdata", "set"])
"""Entry types that stand for no work of their own."""
_OWN = frozenset(
    ["ids", "crossref", "xref", "xdata", "entryset", "related", "options", "label", "shorthand",
     "sortkey", "key", "keywords", "abstract", "annotation", "annote", "note", "file", "pages",
     "doi", "url", "urldate", "eprint", "eprinttype", "archiveprefix", "timestamp", "biburl",
     "bibsource", "groups", "owner", "shorttitle", "shortauthor", "entrysubtype",
     "pagetotal", "entrytype"]
)  # fmt: skip
_IN_BOOK = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_IN_JOURNAL = {"title": "journaltitle", "subtitle": "journalsubtitle"}
_MOST_GENERATIONS = 4


def with_parents(fields: Fields, kind: str, entries: Mapping[str, tuple[str, Fields]]) -> Fields:
    """Return an entry's fields with those it inherits behind; the field that named a parent goes.

    Names of fields are in lower case, as are the keys by which ``entries`` gives types and fields.
    A parent that is not there is left named; what the entry has itself is never replaced.
    """
    return _with_parents(fields, kind, entries, _MOST_GENERATIONS)


def _with_parents(
    fields: Fields, kind: str, entries: Mapping[str, tuple[str, Fields]], generations: int
) -> Fields:
    if generations == 0 or not any(name in {"crossref", "xdata"} for name, _ in fields):
        return fields
    own: Fields = []
    taken: Fields = []
    for name, value in fields:
        keys = (
            [key.strip().lower() for key in value.split(",")]
            if name in {"crossref", "xdata"}
            else []
        )
        parents = [entries[key] for key in keys if key in entries]
        if not parents or len(parents) < len(keys):
            own.append((name, value))
            continue
        for parent_kind, parent in parents:
            known = _with_parents(parent, parent_kind, entries, generations - 1)
            own_names = {one for one, _ in parent}
            taken.extend(known if name == "xdata" else _inherited(known, own_names, kind))
    names = {name for name, _ in own}
    return [*own, *_first_of_each(taken, names)]


def _inherited(parent: Fields, own_names: set[str], kind: str) -> Iterator[tuple[str, str]]:
    """Yield what a parent hands on: its title as that of the book or journal, not the reverse.

    ``own_names`` are the fields that it did not inherit itself.
    """
    titles = _IN_JOURNAL if kind == "article" else _IN_BOOK
    for name, value in parent:
        if name in titles:
            # BibTeX's parents have their title as "booktitle" too.
            if titles[name] not in own_names:
                yield titles[name], value
        elif name not in _OWN and (name in own_names or name not in titles.values()):
            yield name, value


def _first_of_each(fields: Iterable[tuple[str, str]], taken: set[str]) -> Iterator[tuple[str, str]]:
    seen = set(taken)
    if seen & {"date", "year"}:
        seen |= {"date", "year", "month", "day"}
    for name, value in fields:
        if name not in seen:
            seen.add(name)
            yield name, value
