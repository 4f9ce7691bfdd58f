"""Lists within ``pre``: Internet-Drafts, RFCs, mails, read by the layout of their lines.

Later steps point at elements, so a heading line and the entries under it get elements of their
own. Pages that were printed one to a ``pre`` are joined first; the lines of a page's foot and head
are dropped from between entries.
"""

from collections.abc import Iterator
from itertools import accumulate

from lxml.etree import SubElement

from citations.extract.heading_words import is_list_heading
from citations.extract.plain import headed_lists, page_ends
from citations.extract.printed import collapse
from citations.extract.tree import Node, tag_of, text_of

LONGEST = 4_000_000
"""Characters above which a text is left as it is."""

OUTSIDE = -1
"""Owner of the lines that no list holds."""
DROPPED = -2
_PAGE_END = "[Page "
_AT_END = 40

Part = tuple[int, int, str]
"""First line, line after the last, and the tag of the element it gets."""


def wrap_preformatted(body: Node) -> None:
    """Give each list within ``pre`` a heading element and an element an entry."""
    for node in list(body.iter("pre")):
        if node.getparent() is not None and text_of(node).strip():
            _join_pages(node)
            _wrap(_only_child(node))


def _join_pages(first: Node) -> None:
    """Append the pages that follow, each a ``pre`` of its own, to the first."""
    end = text_of(first).rstrip()[-_AT_END:]
    for after in list(first.itersiblings()):
        tag = tag_of(after)
        blank = not (after.tail or "").strip()
        if tag == "pre" and blank and _PAGE_END in end:
            end = text_of(after).rstrip()[-_AT_END:]
            _append(first, "\n" + (after.text or ""))
            for kid in list(after):
                first.append(kid)
            _remove(after)
        elif tag not in ("", "hr"):
            return
        if not blank:
            return


def _only_child(node: Node) -> Node:
    """Return the element that holds the lines: ``pre``, or the ``code`` that fills it."""
    while len(node) == 1 and not (node.text or "").strip() and not (node[0].tail or "").strip():
        if not tag_of(node[0]) or not text_of(node[0]):
            break
        node = node[0]
    return node


def _wrap(node: Node) -> None:
    pieces = list(_pieces(node))
    whole = "".join(text for text, _ in pieces)
    lines = whole.split("\n")
    if len(whole) > LONGEST or not any(_is_heading(line) for line in lines):
        return
    parts: list[Part] = []
    for title, spans in headed_lists(lines):
        parts.append((title, title + 1, "h4"))
        parts += [(first, last, "p") for first, last in spans]
    if parts:
        _rebuild(node, pieces, lines, parts)


def _is_heading(line: str) -> bool:
    return 0 < len(line) < 80 and is_list_heading(collapse(line))


def _pieces(node: Node) -> Iterator[tuple[str, Node | None]]:
    """Yield the text and the elements of a node in order; an element with its own text."""
    if node.text:
        yield node.text, None
    for kid in node:
        yield (str(kid.xpath("string()")) if tag_of(kid) else ""), kid
        if kid.tail:
            yield kid.tail, None


def _rebuild(
    node: Node, pieces: list[tuple[str, Node | None]], lines: list[str], parts: list[Part]
) -> None:
    """Lay a node's content out anew: each part in its element, the rest where it was."""
    owners = [OUTSIDE] * len(lines)
    for owner, (first, last, _) in enumerate(parts):
        owners[first:last] = [owner] * (last - first)
    for line in page_ends(lines):
        if parts[0][0] < line < parts[-1][1]:
            owners[line] = DROPPED
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    regions = [
        (starts[n], owner) for n, owner in enumerate(owners) if not n or owner != owners[n - 1]
    ]
    for kid in list(node):
        node.remove(kid)
    node.text = None
    holders: dict[int, Node | None] = {OUTSIDE: node, DROPPED: None}
    at = region = 0
    for text, element in pieces:
        done = 0
        while True:
            while region + 1 < len(regions) and regions[region + 1][0] <= at + done:
                region += 1
            owner = regions[region][1]
            if owner not in holders:
                holders[owner] = SubElement(node, parts[owner][2])
            holder = holders[owner]
            if element is not None:
                element.tail = None
                if holder is not None:
                    holder.append(element)
                break
            end = regions[region + 1][0] - at if region + 1 < len(regions) else len(text)
            if holder is not None:
                _append(holder, text[done:end])
            done = end
            if done >= len(text):
                break
        at += len(text)


def _append(holder: Node, text: str) -> None:
    """Append text at an element's end."""
    if len(holder):
        holder[-1].tail = (holder[-1].tail or "") + text
    else:
        holder.text = (holder.text or "") + text


def _remove(node: Node) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)
