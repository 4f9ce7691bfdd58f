"""A reference: an entry as printed, and the item parsed from it."""

from dataclasses import dataclass, field

from citations.item import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a reference list as printed.

    ``position`` counts from 0 in page order. ``label`` is the printed number or key ("12", "[3]"
    gives "3"), which is not part of ``text``. ``links`` are the addresses the entry links to.
    ``ids`` are the ids by which the page's in-text marks can point at the entry, without "#".
    ``path`` is where the entry stood in the document's tree, for people and tests. ``metadata``
    holds fields that the page itself states for this entry (COinS, microdata), as pairs.
    ``list_heading`` is the heading printed over the list ("References", "Further reading").
    """

    position: int
    text: str
    label: str | None = None
    links: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    path: str | None = None
    metadata: tuple[tuple[str, str], ...] = ()
    list_heading: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpan:
    """Where a field was read: half-open offsets into ``Entry.text``.

    ``name`` is the attribute of ``Item`` ("title", "container_title", "author", ...).
    """

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An entry with the item parsed from it.

    ``id`` is "ref-" and twelve hex digits of a hash of the folded entry text, so that adding an
    entry does not rename another; equal texts in one list are told apart by "-2", "-3", ....
    ``confidence`` is the probability (0-1) that the item is wholly right. ``kind`` is
    "reference", "back_reference" (ibid., op. cit.) or "not_a_reference".
    """

    id: str
    entry: Entry
    item: Item
    fields: tuple[FieldSpan, ...] = ()
    confidence: float = 0.0
    kind: str = field(default="reference")
