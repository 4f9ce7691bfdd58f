"""Resolve what points at the entry before: repeated-author dashes, "ders.", ibid."""

import re
from collections.abc import Sequence
from dataclasses import replace

from citations.fold import fold
from citations.pages import parse_pages
from citations.parse.kinds import BACK_REFERENCE, NOT_A_REFERENCE
from citations.reference import FieldSpan, Reference

_LONGEST = 400  # a back reference is short

_SAME_PERSON = re.compile(
    r"^(?:ders|dies|derselbe|dieselbe|idem|id|eadem|the same|tenże|он же|она же)\.?$", re.IGNORECASE
)
_IBID = re.compile(
    r"^\W*(?:\d{1,3}[.)]?\s+)?(?:ibid|ibidem|ib\.|id\.|idem|ebd|ebenda|ivi\b|там же)", re.IGNORECASE
)
_BACK_TO_AUTHOR = re.compile(
    r"^\W*+(?:\d{1,3}[.)]?\s+)?(?:(?:see|cf\.?|vgl\.?|siehe|voir|см\.)\s+)?"
    r"(?P<who>[^,;(“\"]{2,60}?),?\s++"
    r"(?:“[^”]*”\s*)?[(]?(?:op\.\s?cit|loc\.\s?cit|art\.\s?cit|supra|as in n|a\.\s?a\.\s?O"
    r"|ob\.\s?cit|указ\. соч)",
    re.IGNORECASE,
)


_PAGES = re.compile(
    r"(?:(?<!\w)(?:pages?|pp?\.?|págs?\.|pagg?\.|Seiten?|S\.|С\.|с\.|стр\.|at)\s?|,\s)"
    r"(?P<pages>\d{1,5}(?:\s?[-‐‑–—]{1,2}\s?\d{1,5})?)(?=\s?(?:ff?\.|[.,;)]|\Z))"
)


_REPEATED = frozenset(("repeated_author", "repeated_editor"))


def page_of(text: str) -> tuple[str | None, tuple[FieldSpan, ...]]:
    """Return the page that a back reference names for itself, and where it stands."""
    found = list(_PAGES.finditer(text[:_LONGEST]))
    if not found:
        return None, ()
    last = found[-1]
    start, end = last.span("pages")
    return parse_pages(last["pages"]), (FieldSpan(name="page", start=start, end=end),)


def resolve(references: Sequence[Reference]) -> tuple[Reference, ...]:
    """Fill in repeated authors and ibid. from the entries before; the rest stays marked.

    An ibid. keeps kind "back_reference" and gets the item of the entry before, its own pages
    first; op. cit. and its sisters get the last earlier item whose author's name they print.
    """
    out: list[Reference] = []
    by_family: dict[str, Reference] = {}
    previous: Reference | None = None
    for reference in references:
        current = _resolved(reference, previous, by_family)
        out.append(current)
        if current.kind == NOT_A_REFERENCE:
            continue
        if current.kind != BACK_REFERENCE or current.item.title:
            previous = current
        for name in current.item.author[:1]:
            by_family[fold(name.family or name.literal or "")] = current
    return tuple(out)


def _resolved(
    reference: Reference, previous: Reference | None, by_family: dict[str, Reference]
) -> Reference:
    if reference.kind == BACK_REFERENCE:
        target = _target(reference.entry.text, previous, by_family)
        return reference if target is None else _pointing(reference, target)
    item = reference.item
    repeated = any(name in _REPEATED for name, _ in item.extra)
    same = len(item.author) == 1 and _SAME_PERSON.match(
        item.author[0].family or item.author[0].literal or ""
    )
    if (not repeated and not same) or previous is None:
        return reference
    before = previous.item.author or previous.item.editor
    if repeated and item.author:  # "———, and Peter Roe": the dash is the first author alone
        before = (*before[:1], *item.author)
    rest = tuple(pair for pair in item.extra if pair[0] not in _REPEATED)
    return replace(reference, item=replace(item, author=before, extra=rest))


def _target(
    text: str, previous: Reference | None, by_family: dict[str, Reference]
) -> Reference | None:
    if _IBID.match(text):
        return previous
    match = _BACK_TO_AUTHOR.match(text)
    if match is None:
        return None
    for word in reversed(re.findall(r"[^\W\d_][\w'’-]*", match["who"])):
        if fold(word) in by_family:
            return by_family[fold(word)]
    return None


def _pointing(reference: Reference, target: Reference) -> Reference:
    own = reference.item
    extra = (*own.extra, ("refers_to", target.id))
    return replace(
        reference, item=replace(target.item, page=own.page or target.item.page, extra=extra)
    )
