"""Step about the names of fields: what no style knows gets the name by which it is known."""

from citations.bibfile.entry import Entry, Field

# Met in exports (MDPI, EndNote, citation generators) and typed by hand.
_SYNONYMS = {
    "article-number": "eid", "pubmedid": "pmid", "keyword": "keywords", "authors": "author",
    "editors": "editor", "page": "pages", "isbn13": "isbn", "isbn-13": "isbn",
    "lastaccessed": "urldate", "lastchecked": "urldate", "lastvisited": "urldate",
    "accessed": "urldate", "accessdate": "urldate", "access-date": "urldate",
    "dateaccessed": "urldate", "urlaccessdate": "urldate",
}  # fmt: skip


def rename_synonyms(entry: Entry) -> Entry:
    """Rename fields that have another name ("article-number"), where that one is free."""
    names = dict.fromkeys([field.name for field in entry.fields])
    new: dict[str, str] = {}
    for name in names:
        known = _SYNONYMS.get(name)
        if known is not None and known not in names and known not in new.values():
            new[name] = known
    if not new:
        return entry
    return entry.map(
        lambda field: Field(name=new[field.name], value=field.value) if field.name in new else field
    )
