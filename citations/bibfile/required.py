"""What styles ask of each entry type.

Source: btxdoc (Patashnik 1988), section 3.1, and the biblatex manual 3.18, section 2.1.1, of which
the lesser demand counts. Dates are asked of every entry elsewhere.
"""

from citations.item import Item

# The item's field and what it is called for the type; alternatives are parted by "/".
_TITLE = ("title", "title")
_AUTHOR = ("author", "author")
_WHO = ("author/editor", "author or editor")
_BOOK = ("container_title", "book title")
_REQUIRED: dict[str, tuple[tuple[str, str], ...]] = {
    "article": (_AUTHOR, _TITLE, ("container_title", "journal")),
    "book": (_WHO, _TITLE),
    "inbook": (_WHO, _TITLE),
    "incollection": (_AUTHOR, _TITLE, _BOOK),
    "inproceedings": (_AUTHOR, _TITLE, _BOOK),
    "collection": (("editor", "editor"), _TITLE),
    "phdthesis": (_AUTHOR, _TITLE, ("publisher", "school")),
    "mastersthesis": (_AUTHOR, _TITLE, ("publisher", "school")),
    "thesis": (_AUTHOR, _TITLE, ("publisher", "institution")),
    "techreport": (_AUTHOR, _TITLE, ("publisher", "institution")),
    "report": (_AUTHOR, _TITLE, ("publisher", "institution")),
    "unpublished": (_AUTHOR, _TITLE),
    "online": (("url/doi/arxiv", "address"),),
    "patent": (_AUTHOR, _TITLE, ("issue", "number")),
}


def lacking(kind: str, item: Item) -> tuple[str, ...]:
    """Return what an entry of type ``kind`` must have and ``item``, made of it, has not."""
    return tuple(
        called
        for fields, called in _REQUIRED.get(kind, ())
        if not any(getattr(item, field) for field in fields.split("/"))
    )
