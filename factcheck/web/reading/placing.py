"""Where a finding of the queue stands in the text as it is read now."""

from factcheck.model.article import Anchor, Span
from factcheck.queue.items import Item

_CONTEXTS = (32, 8, 0)  # characters of prefix and suffix that must agree, tried in this order


def place(text: str, item: Item) -> Span | None:
    """Return the span of a finding, None where its words are not in the text or it has none.

    The recorded span is believed if the quoted words stand there; else, as after an update of the
    readers, the words are looked for with as much of what stood around them as is found.
    """
    span, anchor = item.span, item.anchor
    if not item.present or span is None or not anchor.exact:
        return None
    if text[span.start : span.end] == anchor.exact:
        return span
    return _find(text, anchor)


def _find(text: str, anchor: Anchor) -> Span | None:
    for width in _CONTEXTS:
        before, after = anchor.prefix[-width:] if width else "", anchor.suffix[:width]
        at = text.find(before + anchor.exact + after)
        if at >= 0:
            start = at + len(before)
            return Span(start, start + len(anchor.exact))
    return None
