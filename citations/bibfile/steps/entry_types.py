"""Step about the entry's type: chosen from the fields where they leave no doubt."""

import re
from dataclasses import replace

from citations.bibfile.entry import Entry
from citations.formats.latex.decode import decode

VAGUE = frozenset(["misc", "unpublished", "online", "electronic", "www", "other"])
_IN_A_BOOK = frozenset(["inproceedings", "conference", "incollection", "inbook"])
_MEETING = re.compile(
    r"\b(?:proc(?:eedings|\.)|conference|workshop|symposium|congress|tagung|konferenz|actes"
    r"|actas|congres[os]o?|anais)",
    re.IGNORECASE,
)


def type_from_content(entry: Entry) -> tuple[str, str] | None:
    """Return the type that the fields call for and why; ``None`` where the present one stands."""
    journal = entry.has("journal") or entry.has("journaltitle")
    booktitle = entry.has("booktitle")
    located = any(entry.has(name) for name in ("volume", "number", "pages", "issue", "issn"))
    if entry.kind in VAGUE and journal and located and not booktitle:
        return "article", "it has a journal with volume, number or pages"
    if entry.kind in _IN_A_BOOK and journal and not booktitle:
        return "article", "it has a journal and no book title"
    if booktitle and not journal and entry.kind in VAGUE | {"article"}:
        if _MEETING.search(decode(entry.get("booktitle") or "")):
            return "inproceedings", "its book title is that of a meeting"
        if entry.has("publisher"):
            return "incollection", "it has a book title and a publisher"
    return None


def choose_type(entry: Entry) -> Entry:
    """Choose the type from the fields and say why; remark where they disagree and prove nothing."""
    found = type_from_content(entry)
    if found is not None:
        kind, reason = found
        return replace(entry, kind=kind).remark(f"@{entry.kind} became @{kind}: {reason}")
    if entry.kind == "conference":
        return replace(entry, kind="inproceedings").remark(
            "@conference became @inproceedings: the two are one"
        )
    if entry.kind in VAGUE and entry.has("school"):
        return entry.remark(f"@{entry.kind} with a school is a thesis, of a kind not known")
    if entry.kind == "article" and entry.has("booktitle"):
        return entry.remark("@article with a book title: part of a book or of a journal")
    return entry
