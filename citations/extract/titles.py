"""The heading printed over a list, whichever strategy found the list."""

import re

from citations.extract.heading_words import MAX_LENGTH, is_list_heading
from citations.extract.tree import HEADING_TAGS, SILENT_TAGS, Node, tag_of, text_of

MAX_CLIMB = 4
_KEEPS_CLIMBING = frozenset(("html", "body", "main"))
_MAX_INNER = 40
_EDIT_LINKS = re.compile(r"\s*\[[^\[\]]{0,60}\]$")


def heading_over(node: Node) -> Node | None:
    """Return the heading that stands right before a list's first node, None without one.

    It is an element of the heading tags, or any other whose whole text titles a list. Wrappers are
    climbed out of as long as the list begins them.
    """
    for _ in range(MAX_CLIMB):
        before = _printing(node)
        if before is not None:
            return _heading_in(before)
        parent = node.getparent()
        if parent is None or (parent.text or "").strip() or tag_of(parent) in _KEEPS_CLIMBING:
            return None
        node = parent
    return None


def title_of(heading: Node) -> str | None:
    """Return a heading's text, without a wiki's "[edit]" and a final colon; None where empty."""
    return _EDIT_LINKS.sub("", text_of(heading)).strip(": ") or None


def _printing(node: Node) -> Node | None:
    """Return the nearest element before a node that prints something."""
    for sibling in node.itersiblings(preceding=True):
        tag = tag_of(sibling)
        if (sibling.tail or "").strip():
            return None if tag in SILENT_TAGS or not tag else sibling
        if tag and tag not in SILENT_TAGS and any(text.strip() for text in sibling.itertext()):
            return sibling
    return None


def _heading_in(node: Node) -> Node | None:
    """Return the heading that an element is, or all that a wrapper holds."""
    if (node.tail or "").strip():
        return None
    text = "".join(
        part for part, _ in zip(map(str, node.itertext()), range(_MAX_INNER), strict=False)
    )
    if len(text.strip()) > 2 * MAX_LENGTH:
        return None
    if tag_of(node) in HEADING_TAGS or is_list_heading(text_of(node)):
        return node
    return None
