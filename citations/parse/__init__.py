"""Parse printed references: text in, an item with the place of every field out."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from citations.fold import fold
from citations.item import Item
from citations.parse.assemble import assemble
from citations.parse.back_references import resolve
from citations.parse.confidence import confidence
from citations.parse.kinds import BACK_REFERENCE, NOT_A_REFERENCE, REFERENCE, kind_of
from citations.parse.rules import label_by_rules, label_pages
from citations.reference import Entry, Reference

__all__ = ["parse_reference", "parse_references"]


def parse_reference(text: str | Entry) -> Reference:
    """Parse one reference as printed. Never raises, takes time linear in the text.

    Field spans index ``Reference.entry.text``, which is the text as given. What was not
    understood is in ``item.extra`` under "note". Back references stay unresolved here: see
    ``parse_references``.
    """
    entry = text if isinstance(text, Entry) else Entry(position=0, text=text)
    segments = label_by_rules(entry.text)
    kind = kind_of(entry.text, segments)
    if kind == NOT_A_REFERENCE:
        item = Item(extra=(("note", entry.text.strip()),) if entry.text.strip() else ())
        return Reference(id=_id(entry.text), entry=entry, item=item, confidence=0.0, kind=kind)
    if kind == BACK_REFERENCE:
        item, fields = assemble(entry.text, label_pages(entry.text))
        item = Item(page=item.page, extra=(("note", entry.text.strip()),))
    else:
        item, fields = assemble(entry.text, segments)
    return Reference(
        id=_id(entry.text),
        entry=entry,
        item=item,
        fields=fields,
        confidence=confidence(item) if kind == REFERENCE else 0.0,
        kind=kind,
    )


def parse_references(texts: Iterable[str | Entry]) -> list[Reference]:
    """Parse a list in its order: repeated authors and ibid. are filled in, ids are unique."""
    parsed: list[Reference] = []
    taken: dict[str, int] = {}
    for position, text in enumerate(texts):
        entry = text if isinstance(text, Entry) else Entry(position=position, text=text)
        reference = parse_reference(entry)
        count = taken.get(reference.id, 0) + 1
        taken[reference.id] = count
        if count > 1:
            reference = replace(reference, id=f"{reference.id}-{count}")
        parsed.append(reference)
    return list(resolve(parsed))


def _id(text: str) -> str:
    digest = hashlib.sha256(fold(text).encode("utf-8", "surrogatepass")).hexdigest()
    return f"ref-{digest[:12]}"
