"""Turn labelled segments into an item and its field spans.

This half does not know who labelled: rules or a model. What no field takes is kept in
``Item.extra``: known labels under their own name, everything unlabelled that holds a letter or a
digit and is no cue word under "note".
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from citations.dates import parse_date
from citations.identifiers import parse_arxiv, parse_doi, parse_isbn, parse_issn, parse_pmid
from citations.item import Date, Item, Name
from citations.names import parse_names, says_et_al
from citations.pages import parse_pages
from citations.parse.cues import is_cue
from citations.parse.labelling import Labelling
from citations.parse.segments import Segment
from citations.parse.types import Evidence, item_type
from citations.reference import FieldSpan
from citations.urls import repair_url

_FIELD_OF_LABEL = {
    "author": "author",
    "collaboration": "author",
    "editor": "editor",
    "title": "title",
    "journal": "container_title",
    "booktitle": "container_title",
    "date": "issued",
    "accessed": "accessed",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "publisher": "publisher",
    "location": "publisher_place",
    "edition": "edition",
    "doi": "doi",
    "isbn": "isbn",
    "issn": "issn",
    "pmid": "pmid",
    "arxiv": "arxiv",
    "url": "url",
}
_EDGES = " \t\n\r,;:"
# "In: ders. (Hrsg.): ...": the author edited the book too.
_SAME_AUTHOR = re.compile(r"(?:ders|dies|derselbe|dieselbe|idem|eadem)\.?", re.IGNORECASE)
_DASHES = re.compile(r"[\s—–―_-]+")


class Assembly:
    """The printed values under each label, and what found no place; local to one assembly."""

    def __init__(self) -> None:
        """Start empty."""
        self.values: dict[str, list[str]] = {}
        self.extra: list[tuple[str, str]] = []

    def first(self, *labels: str) -> str | None:
        """Return the first value under the first of the labels that has one."""
        for label in labels:
            if self.values.get(label):
                return self.values[label][0]
        return None

    def parsed(self, label: str, parse: Callable[[str], str | None]) -> str | None:
        """Return the first value that parses; the printed ones that do not are kept in extra."""
        result: str | None = None
        for value in self.values.get(label, ()):
            parsed = parse(value)
            if parsed is None or result is not None:
                self.extra.append((label, value))
            else:
                result = parsed
        return result

    def people(self, label: str) -> tuple[Name, ...]:
        """Return the names under the label; a dash for a repeated author is no name."""
        names: list[Name] = []
        for value in self.values.get(label, ()):
            if _DASHES.fullmatch(value):
                self.extra.append(("repeated_" + label, value))
                continue
            found = parse_names(value)
            names.extend(found)
            if not found:
                self.extra.append((label, value))
            if says_et_al(value):
                self.extra.append((label + "_et_al", "et al."))
        return tuple(names)

    def date(self, label: str) -> Date | None:
        """Return the date that the values say together."""
        printed = "; ".join(self.values.get(label, ()))
        if not printed:
            return None
        return parse_date(printed) or Date(literal=printed)


def assemble(text: str, labelling: Labelling) -> tuple[Item, tuple[FieldSpan, ...]]:
    """Return the item that the labelled ``text`` says, and where each of its fields stands.

    The segments must be in order and must not overlap; gaps and "other" are what was left over.
    """
    segments = labelling.segments
    work = Assembly()
    spans: list[FieldSpan] = []
    for segment in segments:
        value = text[segment.start : segment.end].strip(_EDGES)
        if not value or segment.label == "other":
            continue
        field = _FIELD_OF_LABEL.get(segment.label)
        if field is None:
            work.extra.append((segment.label, value))
            continue
        work.values.setdefault(segment.label, []).append(value)
        start = text.index(value, segment.start)
        spans.append(FieldSpan(name=field, start=start, end=start + len(value)))
    names = {label: work.people(label) for label in ("author", "collaboration", "editor")}
    printed = work.values | _grouped(work.extra)
    if len(names["editor"]) == 1 and _SAME_AUTHOR.fullmatch(names["editor"][0].family or ""):
        work.extra.append(("repeated_editor_of", names["editor"][0].family or ""))
        names["editor"] = names["author"] + names["collaboration"]
    people = names["author"] + names["collaboration"] + names["editor"]
    kind = item_type(
        Evidence(text=text, values=printed, people=people, issued=work.date("date")),
        labelling.kind,
        labelling.kind_probability,
    )
    work.extra.extend(("note", rest) for rest in _left_over(text, segments))
    item = replace(
        _item(work),
        type=kind,
        author=names["author"] + names["collaboration"],
        editor=names["editor"],
    )
    return item, tuple(spans)


def _grouped(pairs: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for name, value in pairs:
        out.setdefault(name, []).append(value)
    return out


def _item(work: Assembly) -> Item:
    """Return the item without its people and type."""
    title = " ".join(work.values.get("title", ())) or None
    url = work.parsed("url", repair_url)
    doi = work.parsed("doi", parse_doi)
    if doi is None and url is not None and "doi.org/" in url:
        doi = parse_doi(url)
    container = work.first("journal", "booktitle")
    if work.values.get("journal") and work.values.get("booktitle"):
        work.extra.append(("collection-title", work.values["booktitle"][0]))
    for label in ("journal", "booktitle", "volume", "issue", "publisher", "location", "edition"):
        work.extra.extend((label, value) for value in work.values.get(label, ())[1:])
    pages = work.parsed("pages", parse_pages)
    issued, accessed = work.date("date"), work.date("accessed")
    isbn, issn = work.parsed("isbn", parse_isbn), work.parsed("issn", parse_issn)
    arxiv, pmid = work.parsed("arxiv", parse_arxiv), work.parsed("pmid", _pmid)
    return Item(
        title=title,
        container_title=container,
        issued=issued,
        accessed=accessed,
        publisher=work.first("publisher"),
        publisher_place=work.first("location"),
        volume=work.first("volume"),
        issue=work.first("issue"),
        page=pages,
        edition=work.first("edition"),
        doi=doi,
        isbn=isbn,
        issn=issn,
        pmid=pmid,
        arxiv=arxiv,
        url=url,
        extra=tuple(work.extra),
    )


def _pmid(value: str) -> str | None:
    return parse_pmid(f"PMID {value}") if value.isdigit() else parse_pmid(value)


def _left_over(text: str, segments: Sequence[Segment]) -> Iterator[str]:
    """Yield what no segment labels, cue words and bare punctuation left out."""
    at = 0
    for segment in (*segments, Segment(start=len(text), end=len(text), label="other")):
        if segment.label == "other" and segment.start < segment.end:
            continue
        rest = text[at : segment.start].strip(" \t\n\r.,;:()[]<>\"'“”‘’«»„—–|*_/-")
        if rest and not is_cue(rest):
            yield rest
        at = segment.end
