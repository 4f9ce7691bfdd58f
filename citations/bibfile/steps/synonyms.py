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
    names = [field.name for field in entry.fields]
    if _SYNONYMS.keys().isdisjoint(names):
        return entry
    taken = set(names)

    def renamed(field: Field) -> Field:
        name = _SYNONYMS.get(field.name, field.name)
        if name in taken or names.count(field.name) > 1:
            return field
        taken.add(name)
        return Field(name=name, value=field.value)

    return entry.map(renamed)
