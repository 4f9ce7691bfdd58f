"""Names of fields that an item keeps in ``extra``, as the formats call them.

In an item each has its name in BibLaTeX. Sources: biblatex manual 3.18, section 2.2.2; Citation
Style Language 1.0.2, appendix IV (variables); RIS format specifications (2011).
"""

import re
from types import MappingProxyType

from citations.item import Item, ItemType, Name

# Name here, CSL variable, RIS tag ("" where a format has none).
_TABLE = (
    ("abstract", "abstract", "AB"),
    ("keywords", "keyword", "KW"),
    ("note", "note", "N1"),
    ("series", "collection-title", "T3"),
    ("shorttitle", "title-short", "ST"),
    ("shortjournal", "container-title-short", "J2"),
    ("type", "genre", ""),
    ("version", "version", ""),
    ("chapter", "chapter-number", ""),
    ("volumes", "number-of-volumes", "NV"),
    ("pagetotal", "number-of-pages", ""),
    ("eventtitle", "event-title", ""),
    ("venue", "event-place", ""),
    ("annotation", "annote", "RN"),
    ("pmcid", "PMCID", "C2"),
    ("translator", "translator", "A4"),
    ("bookauthor", "container-author", ""),
    ("status", "status", ""),
)
CSL = MappingProxyType({name: csl for name, csl, _ in _TABLE})
RIS = MappingProxyType({name: tag for name, _, tag in _TABLE if tag})
FROM_CSL = MappingProxyType({csl: name for name, csl, _ in _TABLE})
FROM_RIS = MappingProxyType({tag: name for name, _, tag in _TABLE if tag} | {"N2": "abstract"})
PEOPLE = frozenset(["translator", "bookauthor"])
"""Fields that hold a list of names, "Family, Given" joined by "and"."""
NUMBERED = frozenset(
    [ItemType.REPORT, ItemType.LEGISLATION, ItemType.BILL, ItemType.PATENT, ItemType.STANDARD,
     ItemType.REGULATION, ItemType.LEGAL_CASE, ItemType.TREATY]
)  # fmt: skip
"""Types whose number is their own, not that of a journal's issue."""
RAW = frozenset(["file", "pdf", "biburl", "adsurl"])
"""Paths and addresses that nobody typesets."""
_PLAIN = re.compile(r"[a-z][a-z0-9_-]{0,40}\Z")
# Fields of an item, and names that mean something to styles and programs.
_TAKEN = frozenset(
    ["title", "journal", "journaltitle", "booktitle", "howpublished", "publisher", "institution",
     "school", "organization", "address", "location", "volume", "number", "issue", "pages",
     "edition", "doi", "isbn", "issn", "pmid", "url", "language", "langid", "author", "editor",
     "editora", "year", "month", "day", "date", "urldate", "eprint", "eprinttype",
     "archiveprefix", "eid", "subtitle", "booksubtitle", "journalsubtitle", "key", "extra",
     "entrysubtype", "crossref", "xdata", "ids", "options", "sortkey", "related", "dateliteral",
     "accessedliteral", "nocite", "execute", "label", "shorthand", "presort", "set", "gender"]
)  # fmt: skip


def has_own_name(item: Item, name: str, value: str) -> bool:
    """Tell whether an extra field of ``item`` can stand under its own name in a BibTeX file."""
    if name in RAW and not set(value).isdisjoint("{}\\"):
        return False
    if name in {"eprint", "eprinttype", "archiveprefix"}:
        return (
            item.arxiv is None
            and ("eprinttype", "arxiv") not in item.extra
            and not any(value.lower() == "arxiv" for one, value in item.extra if one != "eprint")
        )
    return _PLAIN.match(name) is not None and name not in _TAKEN


def people_text(people: tuple[Name, ...]) -> str:
    """Return names as one text: "van der Berg, Jr., Jan and {World Bank}"."""
    return " and ".join(map(_person_text, people))


def _person_text(name: Name) -> str:
    if name.literal is not None:
        return f"{{{name.literal}}}"
    family = " ".join(part for part in (name.particle, name.family) if part)
    return ", ".join(part for part in (family, name.suffix, name.given) if part)


def parse_people(text: str) -> tuple[Name, ...] | None:
    """Return the names that ``people_text`` writes as ``text``, ``None`` where there are none."""
    people = tuple(map(_person, text.split(" and ")))
    return people if people_text(people) == text else None


def _person(text: str) -> Name:
    if text.startswith("{") and text.endswith("}"):
        return Name(literal=text[1:-1])
    family, *rest = text.split(", ")
    words = family.split(" ")
    cut = 0
    while cut < len(words) - 1 and words[cut][:1].islower():
        cut += 1
    return Name(
        family=" ".join(words[cut:]) or None,
        particle=" ".join(words[:cut]) or None,
        given=rest[-1] if rest else None,
        suffix=rest[0] if len(rest) > 1 else None,
    )
