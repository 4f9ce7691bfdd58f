"""What stands beside an entry's element and belongs to it: its label and the ids marks point at.

Designers set the number in a neighbour (``dt`` before ``dd``, a cell, a div) and put the id on a
wrapper, so an entry is looked at together with what holds nothing but this entry.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from citations.extract.marks import ID, Kind, kind_of
from citations.extract.printed import Printed, bare_label, label_in, split_label
from citations.extract.tree import Node, ancestors, tag_of, text_of

MAX_CLIMB = 4
_LONGEST_LABEL = 24


def completed(items: Sequence[Printed]) -> list[Printed]:
    """Return the items with the labels and ids that stand beside or around their elements."""
    holding = Counter(node for item in items for node in _around(item.node))
    return [_completed(item, holding) for item in items]


def _around(node: Node | None) -> list[Node]:
    if node is None:
        return []
    return [node, *(one for one, _ in zip(ancestors(node), range(MAX_CLIMB), strict=False))]


def _completed(item: Printed, holding: Counter[Node]) -> Printed:
    label = item.label or split_label(item.text)[0]
    ids: list[str] = []
    for node in _around(item.node):
        if holding[node] != 1:
            break
        if node is not item.node and (named := node.get("id")):
            ids.append(named)
        before = _before(node)
        beside = None if before is None else _label_of(before)
        if before is not None and beside is not None:
            label = label or beside
            ids += [named for one in before.iter() if (named := one.get("id"))]
            break
    if label == item.label and not ids:
        return item
    return replace(item, label=label, noted=[*item.noted, *((0, ID, named) for named in ids)])


def _before(node: Node) -> Node | None:
    """Return the printing element right before a node, None where text stands between."""
    sibling = node.getprevious()
    while sibling is not None and not (sibling.tail or "").strip():
        tag = tag_of(sibling)
        if tag and (tag in ("th", "td", "dt") or kind_of(sibling, tag) is not Kind.SILENT):
            return sibling
        sibling = sibling.getprevious()
    return None


def _label_of(node: Node) -> str | None:
    """Return the label that a short element is."""
    tag = tag_of(node)
    if tag in ("br", "hr", "li", "dd", "p", "tr"):
        return None
    text = text_of(node)
    if not 0 < len(text) <= _LONGEST_LABEL:
        return None
    if tag == "dt" or kind_of(node, tag) is Kind.LABEL:
        return label_in(text) or bare_label(text) or None
    return label_in(text)
