"""Which fields hold names, titles, text or what must not be touched."""

NAMES = frozenset(
    ["author", "editor", "translator", "editora", "editorb", "editorc", "annotator", "commentator",
     "introduction", "foreword", "afterword", "bookauthor", "holder", "shortauthor", "shorteditor"]
)  # fmt: skip
EDITORS = frozenset(["editor", "editora", "editorb", "editorc"])
TITLES = frozenset(
    ["title", "subtitle", "booktitle", "booksubtitle", "maintitle", "mainsubtitle", "shorttitle"]
)
# Addresses, identifiers, keys and paths (biblatex manual 3.18, section 2.2.1: verbatim, uri, key).
VERBATIM = frozenset(
    ["url", "doi", "eprint", "isbn", "issn", "isrn", "pmid", "pmcid", "arxivid", "file", "pdf",
     "local-url", "localfile", "crossref", "xref", "xdata", "ids", "related", "entryset", "key",
     "date", "urldate", "eventdate", "origdate", "timestamp", "date-added", "date-modified",
     "bdsk-url-1", "bdsk-url-2", "bdsk-file-1", "bibsource", "biburl", "eprinttype", "eprintclass",
     "archiveprefix", "primaryclass", "options", "verba", "verbb", "verbc", "uri", "link", "groups",
     "owner", "citeulike-article-id", "mendeley-groups", "langid", "sortkey", "citation-key"]
)  # fmt: skip
DATES = frozenset(["date", "urldate", "eventdate", "origdate"])
PAGES = frozenset(["pages"])
MONTH = frozenset(["month"])
# Paragraphs matter in these.
LONG_TEXTS = frozenset(["abstract", "annote", "annotation", "comment", "review", "contents"])

ORDER = (
    "author", "shortauthor", "editor", "editora", "translator", "title", "subtitle", "shorttitle",
    "titleaddon", "maintitle", "booktitle", "booksubtitle", "journal", "journaltitle",
    "journalsubtitle", "shortjournal", "eventtitle", "series", "edition", "volume", "volumes",
    "number", "issue", "chapter", "part", "eid", "article-number", "pages", "pagetotal",
    "howpublished", "publisher", "organization", "institution", "school", "address", "location",
    "type", "date", "year", "month", "day", "pubstate", "doi", "isbn", "issn", "pmid", "pmcid",
    "eprint", "eprinttype", "archiveprefix", "eprintclass", "primaryclass", "url", "urldate",
    "language", "langid", "note", "addendum", "abstract", "keywords", "annote", "annotation",
    "file", "crossref", "xref", "xdata",
)  # fmt: skip
RANK = {name: place for place, name in enumerate(ORDER)}
