"""How BibTeX and BibLaTeX differ: field names, entry types and what an entry type requires."""

from dataclasses import dataclass
from types import MappingProxyType

from citations.formats.latex.encode import Charset
from citations.item import ItemType

_T = ItemType


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """One dialect's words.

    ``types`` gives the entry type of an item type; ``required`` what the standard styles ask of
    an entry type, alternatives joined by "/"; ``fallback`` is the type without requirements.
    ``fields`` maps item fields to field names, and ``places`` does so for one entry type.
    """

    name: str
    charset: Charset
    fallback: str
    types: MappingProxyType[ItemType, str]
    required: MappingProxyType[str, tuple[str, ...]]
    fields: MappingProxyType[str, str]
    places: MappingProxyType[str, MappingProxyType[str, str]]


def _frozen(**table: str) -> MappingProxyType[str, str]:
    return MappingProxyType(table)


# Requirements: btxdoc (Patashnik 1988), section 3.1, as plain.bst and apalike.bst check them.
BIBTEX = Dialect(
    name="bibtex",
    charset=Charset.ASCII,
    fallback="misc",
    types=MappingProxyType(
        {
            _T.ARTICLE_JOURNAL: "article",
            _T.ARTICLE_MAGAZINE: "article",
            _T.ARTICLE_NEWSPAPER: "article",
            _T.REVIEW: "article",
            _T.REVIEW_BOOK: "article",
            _T.BOOK: "book",
            _T.CHAPTER: "incollection",
            _T.ENTRY_DICTIONARY: "incollection",
            _T.ENTRY_ENCYCLOPEDIA: "incollection",
            _T.PAPER_CONFERENCE: "inproceedings",
            _T.REPORT: "techreport",
            _T.MANUSCRIPT: "unpublished",
            _T.THESIS: "phdthesis",
        }
    ),
    required=MappingProxyType(
        {
            "article": ("author", "title", "container_title"),
            "book": ("author/editor", "title", "publisher"),
            "incollection": ("author", "title", "container_title", "publisher"),
            "inproceedings": ("author", "title", "container_title"),
            "techreport": ("author", "title", "publisher"),
            "phdthesis": ("author", "title", "publisher"),
            "mastersthesis": ("author", "title", "publisher"),
            "unpublished": ("author", "title", "note"),
        }
    ),
    fields=_frozen(
        title="title",
        container_title="booktitle",
        publisher="publisher",
        publisher_place="address",
        volume="volume",
        issue="number",
        page="pages",
        edition="edition",
        doi="doi",
        isbn="isbn",
        issn="issn",
        pmid="pmid",
        url="url",
        language="language",
    ),
    places=MappingProxyType(
        {
            "article": _frozen(container_title="journal"),
            "misc": _frozen(container_title="howpublished"),
            "techreport": _frozen(publisher="institution"),
            "phdthesis": _frozen(publisher="school", issue="issue"),
            "mastersthesis": _frozen(publisher="school", issue="issue"),
            "unpublished": _frozen(container_title="howpublished"),
            # plain.bst: "can't use both volume and number", "a number but no series"
            "book": _frozen(issue="issue"),
            "incollection": _frozen(issue="issue"),
            "inproceedings": _frozen(issue="issue"),
        }
    ),
)

# Requirements: biblatex manual 3.18, section 2.1.1.
BIBLATEX = Dialect(
    name="biblatex",
    charset=Charset.UNICODE,
    fallback="misc",
    types=MappingProxyType(
        dict(BIBTEX.types)
        | {
            _T.REPORT: "report",
            _T.THESIS: "thesis",
            _T.ENTRY_DICTIONARY: "inreference",
            _T.ENTRY_ENCYCLOPEDIA: "inreference",
            _T.WEBPAGE: "online",
            _T.POST: "online",
            _T.POST_WEBLOG: "online",
            _T.DATASET: "dataset",
            _T.SOFTWARE: "software",
            _T.LEGAL_CASE: "jurisdiction",
            _T.LEGISLATION: "legislation",
            _T.MOTION_PICTURE: "movie",
            _T.SONG: "music",
            _T.STANDARD: "standard",
            _T.PATENT: "patent",
            _T.GRAPHIC: "image",
            _T.PERFORMANCE: "performance",
            _T.PERSONAL_COMMUNICATION: "letter",
        }
    ),
    required=MappingProxyType(
        {
            "patent": ("author", "title", "issue"),
            "unpublished": ("author", "title"),
            "article": ("author", "title", "container_title"),
            "book": ("author", "title"),
            "incollection": ("author", "title", "container_title"),
            "inreference": ("author", "title", "container_title"),
            "inproceedings": ("author", "title", "container_title"),
            "report": ("author", "title", "publisher"),
            "thesis": ("author", "title", "publisher"),
            "online": ("author/editor", "title", "url/doi"),
            "dataset": ("author/editor", "title"),
            "software": ("author/editor", "title"),
        }
    ),
    fields=_frozen(
        title="title",
        container_title="booktitle",
        publisher="publisher",
        publisher_place="location",
        volume="volume",
        issue="number",
        page="pages",
        edition="edition",
        doi="doi",
        isbn="isbn",
        issn="issn",
        pmid="pmid",
        url="url",
        language="language",
    ),
    places=MappingProxyType(
        {
            "article": _frozen(container_title="journaltitle"),
            "misc": _frozen(container_title="howpublished", publisher="organization"),
            "online": _frozen(container_title="howpublished", publisher="organization"),
            "report": _frozen(publisher="institution"),
            "thesis": _frozen(publisher="institution"),
            "jurisdiction": _frozen(container_title="journaltitle", publisher="institution"),
            "legislation": _frozen(container_title="journaltitle", publisher="institution"),
            **dict.fromkeys(
                ("movie", "music", "standard", "patent", "image", "performance", "letter"),
                _frozen(container_title="howpublished", publisher="organization"),
            ),
            "unpublished": _frozen(container_title="howpublished", publisher="organization"),
        }
    ),
)

# Every entry type met in files, and what it is; the first item type of a type is its default.
ENTRY_TYPES = MappingProxyType(
    {
        "article": _T.ARTICLE_JOURNAL, "book": _T.BOOK, "booklet": _T.BOOK,
        "collection": _T.BOOK, "mvbook": _T.BOOK, "proceedings": _T.BOOK, "manual": _T.BOOK,
        "inbook": _T.CHAPTER, "incollection": _T.CHAPTER, "bookinbook": _T.CHAPTER,
        "suppbook": _T.CHAPTER, "inreference": _T.ENTRY_ENCYCLOPEDIA,
        "inproceedings": _T.PAPER_CONFERENCE, "conference": _T.PAPER_CONFERENCE,
        "techreport": _T.REPORT, "report": _T.REPORT, "phdthesis": _T.THESIS,
        "mastersthesis": _T.THESIS, "thesis": _T.THESIS, "unpublished": _T.MANUSCRIPT,
        "online": _T.WEBPAGE, "electronic": _T.WEBPAGE, "www": _T.WEBPAGE,
        "dataset": _T.DATASET, "software": _T.SOFTWARE, "patent": _T.PATENT,
        "misc": _T.UNKNOWN, "movie": _T.MOTION_PICTURE, "video": _T.MOTION_PICTURE,
        "music": _T.SONG, "audio": _T.SONG, "legislation": _T.LEGISLATION,
        "jurisdiction": _T.LEGAL_CASE, "standard": _T.STANDARD, "review": _T.REVIEW,
        "image": _T.GRAPHIC, "artwork": _T.GRAPHIC, "letter": _T.PERSONAL_COMMUNICATION,
        "performance": _T.PERFORMANCE,
    }
)  # fmt: skip
# Field names met in files, and the item's field; what is not here goes to ``extra``.
FIELD_NAMES = MappingProxyType(
    {
        "title": "title", "journal": "container_title", "journaltitle": "container_title",
        "booktitle": "container_title", "howpublished": "container_title",
        "publisher": "publisher", "institution": "publisher", "school": "publisher",
        "organization": "publisher", "address": "publisher_place",
        "location": "publisher_place", "volume": "volume", "number": "issue",
        "issue": "issue", "pages": "page", "edition": "edition", "doi": "doi",
        "isbn": "isbn", "issn": "issn", "pmid": "pmid", "url": "url", "language": "language",
        "langid": "language",
    }
)  # fmt: skip
