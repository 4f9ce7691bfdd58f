"""Parse printed references: text in, an item with the place of every field out."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from citations.fold import fold
from citations.item import Item
from citations.parse.assemble import assemble
from citations.parse.back_references import page_of, resolve
from citations.parse.confidence import confidence
from citations.parse.kinds import BACK_REFERENCE, NOT_A_REFERENCE, kind_of
from citations.parse.labelling import Labelling, label
from citations.parse.stated import completed, corrected, states_work
from citations.reference import Entry, Reference

__all__ = ["parse_reference", "parse_references"]


def parse_reference(text: str | Entry) -> Reference:
    """Parse one reference as printed. Never raises, takes time linear in the text.

    Field spans index ``Reference.entry.text``, which is the text as given. What was not
    understood is in ``item.extra`` under "note". What the page states about an entry (its
    ``metadata`` and ``links``) corrects and completes the item. Back references stay unresolved
    here: see ``parse_references``, which is also five times faster for a list.
    """
    entry = text if isinstance(text, Entry) else Entry(position=0, text=text)
    return _reference(entry, label([entry.text])[0])


def parse_references(texts: Iterable[str | Entry]) -> list[Reference]:
    """Parse a list in its order: repeated authors and ibid. are filled in, ids are unique."""
    entries = [
        text if isinstance(text, Entry) else Entry(position=position, text=text)
        for position, text in enumerate(texts)
    ]
    parsed: list[Reference] = []
    taken: dict[str, int] = {}
    for entry, labelling in zip(entries, label([entry.text for entry in entries]), strict=True):
        reference = _reference(entry, labelling)
        count = taken.get(reference.id, 0) + 1
        taken[reference.id] = count
        if count > 1:
            reference = replace(reference, id=f"{reference.id}-{count}")
        parsed.append(reference)
    return list(resolve(parsed))


def _reference(entry: Entry, labelling: Labelling) -> Reference:
    """Turn one labelling into a reference."""
    identity = _id(entry.text)
    kind = kind_of(entry.text, labelling)
    if kind == NOT_A_REFERENCE and not states_work(entry):
        note = entry.text.strip()
        item = Item(extra=(("note", note),) if note else ())
        return Reference(id=identity, entry=entry, item=item, confidence=0.0, kind=kind)
    if kind == BACK_REFERENCE:
        page, fields = page_of(entry.text)
        item = Item(page=page, extra=(("note", entry.text.strip()),))
        return Reference(id=identity, entry=entry, item=item, fields=fields, kind=kind)
    labelling = replace(labelling, segments=corrected(entry, labelling.segments))
    item, fields = assemble(entry.text, labelling)
    item = completed(entry, item)
    sure = confidence(labelling, item)
    return Reference(id=identity, entry=entry, item=item, fields=fields, confidence=sure)


def _id(text: str) -> str:
    digest = hashlib.sha256(fold(text).encode("utf-8", "surrogatepass")).hexdigest()
    return f"ref-{digest[:12]}"
