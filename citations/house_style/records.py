"""An item as the processor's record."""

import re
from typing import Any

from citeproc import source  # type: ignore[import-untyped]  # citeproc-py has no types
from citeproc.string import MixedString, String  # type: ignore[import-untyped]  # the same

from citations.field_names import CSL, FROM_CSL, NUMBERED, PEOPLE, parse_people
from citations.house_style.marks import bare
from citations.item import Date, Item, ItemType, Name

OTHERS = "others"
_TEXTS = {
    "title": "title", "container_title": "container_title", "publisher": "publisher",
    "publisher_place": "publisher_place", "volume": "volume", "issue": "issue", "page": "page",
    "edition": "edition", "doi": "DOI", "isbn": "ISBN", "issn": "ISSN", "pmid": "PMID",
    "url": "URL", "language": "language",
}  # fmt: skip
_EXTRA = frozenset(
    ["collection_title", "genre", "version", "chapter_number", "number_of_volumes", "event_title",
     "event_place"]
)  # fmt: skip
_ENGLISH = re.compile(
    r"\b(?:the|and|with|from|how|what|why|when|who|is|are|of|its|their|between|into|towards?)\b",
    re.IGNORECASE,
)
_NOT_ENGLISH = re.compile(
    r"\b(?:de|der|die|das|den|dem|des|und|für|von|zur|zum|im|ein|eine|la|le|les|du|et|une|el|los"
    r"|las|del|y|il|lo|gli|della|di|het|een|van|voor|o|os|da|do|em|og|och|av|af|w|na|dla)\b"
    r"|[^\x00-\u024f\u2000-\u206f]",
    re.IGNORECASE,
)
_NO_DATE = re.compile(r"(?:n\.? ?d\.?|no date|undated|s\.? ?d\.?|o\.? ?j\.?)\Z", re.IGNORECASE)


def record(item: Item, key: str) -> Any:
    """Return the processor's record of ``item``."""
    fields: dict[str, Any] = {}
    for ours, theirs in _TEXTS.items():
        text = bare(getattr(item, ours) or "")
        if text:
            fields[theirs] = MixedString([String(text)])
    for name, value in item.extra:
        variable = CSL.get(FROM_CSL.get(name, name), "").replace("-", "_")
        text = bare(value)
        others = parse_people(value) if name in PEOPLE else None
        if others and variable not in fields:
            fields[variable] = [_name(person) for person in others]
        if variable in _EXTRA and text and variable not in fields:
            fields[variable] = MixedString([String(text)])
    if item.type in NUMBERED and "issue" in fields:
        fields["number"] = fields.pop("issue")
    if item.arxiv and not {"DOI", "URL"} & set(fields):
        fields["URL"] = MixedString([String(f"https://arxiv.org/abs/{bare(item.arxiv)}")])
    for name in ("author", "editor"):
        people = [_name(person) for person in getattr(item, name)]
        if people:
            fields[name] = people
    for name in ("issued", "accessed"):
        date = _date(getattr(item, name))
        if date is not None:
            fields[name] = date
    kind = "document" if item.type is ItemType.UNKNOWN else item.type.value
    return source.Reference(key, kind, **fields)


def _name(name: Name) -> Any:
    parts = {
        "family": name.family, "given": name.given, "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }  # fmt: skip
    known = {part: bare(text) for part, text in parts.items() if text}
    if "family" in known and name.literal is None:
        return source.Name(**known)
    whole = name.literal or " ".join(known.values())
    return source.Name(literal=bare(whole) or "Anonymous")


def _date(date: Date | None) -> Any:
    if date is None:
        return None
    if date.year is None:
        literal = bare(date.literal or "")
        # The style has its own words for no date.
        return source.LiteralDate(literal) if literal and not _NO_DATE.match(literal) else None
    if date.end_year is not None and date.end_year > date.year:
        return source.DateRange(
            begin=source.Date(year=date.year), end=source.Date(year=date.end_year), circa=date.circa
        )
    parts = {"year": date.year}
    if date.month is not None:
        parts["month"] = date.month
        if date.day is not None:
            parts["day"] = date.day
    return source.Date(circa=date.circa, **parts)


def title_language(item: Item, usual: str | None) -> str:
    """Return "en" for an item whose title may be put in Title Case, another language or "" if not.

    The item's own language counts; then words that only English has, or that it has not; then
    ``usual``, the language of the article.
    """
    if item.language:
        return item.language[:2].lower()
    title = item.title or ""
    if _ENGLISH.search(title):
        return "en"
    return "" if _NOT_ENGLISH.search(title) else (usual or "")[:2].lower()
