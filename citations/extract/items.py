"""Splitting a region of a page into the entries it prints.

Designers mark entries up in every way: list items, paragraphs, rows, divs in divs, lines parted by
``br``. So no rule says which it is: every way to split a region is tried, and the one whose strings
look most like references while covering the region's text is taken.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from citations.extract.candidate import Candidate, Page, Split
from citations.extract.features import is_back_reference, is_vouched
from citations.extract.parting import parted
from citations.extract.printed import Printed, collapse, split_label
from citations.extract.printer import Printer
from citations.extract.tree import BLOCK_TAGS, HEADING_TAGS, SILENT_TAGS, Node, tag_of

MAX_ITEMS = 20_000
_ITEM_TAGS = BLOCK_TAGS | {"cite", "span"}
_LABEL_ROOM = 8
"""Characters a label, a back-link or a bullet may take of an entry's text."""
_BUILT_TAGS = frozenset(("li", "tr", "dd"))
_LIST_TAGS = frozenset(("li", "dd"))
_HOLDERS = frozenset(("ul", "ol", "dl", "section"))
_HELD = 0.4
"""Mean likeness from which what such an element holds is entries, not parts of one."""
_BUILT = 1.2
"""What it counts for that elements are made to be the items of something."""
_COUNTED = 1.5
"""What it counts for that the items are numbered one after the other."""
_LONG = 300
_VERY_LONG = 450
_MANY = 3
"""Paragraphs that a whole list holds and hardly one entry."""
_LUMP = 0.6
"""What one long item loses, a very long one twice: it is likely a whole list, not one entry."""
TAIL = 0.12
"""Likeness below which a list's last items are taken for what comes after it."""
MIN_NUMBERED = 3
MIN_UNNUMBERED = 0.4
"""Likeness below which an unnumbered item after numbered ones does not belong to them."""
_PRE_BREAK = re.compile(r"\n[ \t]*\n\s*|\n(?=[ \t]{0,8}\[[^\]\n]{1,20}\])")


def best_split(region: Sequence[Node], page: Page) -> Split:
    """Return the best way to split a region of neighbouring nodes into entries.

    Ways that hold too little of the region's text to beat the best so far are not printed.
    """
    key = tuple(region)
    if key not in page.splits:
        page.splits[key] = _best_split(key, page.printer)
    return page.splits[key]


def _best_split(region: Sequence[Node], printer: Printer) -> Split:
    total = max(1, sum(len(printer.printed(node).text) for node in region))
    best = Split([], 0.0)
    for nodes in _ways(region):
        if _bound(nodes, total, printer) > best.score and not _hold_entries(nodes, printer):
            best = _better([printer.printed(node) for node in nodes], total, best)
    if broken := [line for node in region for line in _broken(node, printer)]:
        best = _better(broken, total, best)
        best = _parted(broken, total, best)
    return _parted(best.items, total, best)


def _parted(items: Sequence[Printed], total: int, best: Split) -> Split:
    """Return the better of the best split and the one with lines of several entries parted."""
    pieces = [piece for item in items for piece in parted(item)]
    return best if len(pieces) == len(items) else _better(pieces, total, best)


def _better(items: Sequence[Printed], total: int, best: Split) -> Split:
    kept = [item for item in items if _is_text(item)]
    if not kept or len(kept) > MAX_ITEMS:
        return best
    score = _score(kept, total)
    return Split(kept, score) if score > best.score + 1e-9 else best


def _bound(nodes: Sequence[Node], total: int, printer: Printer) -> float:
    """Return a score that a way to split cannot exceed, from the sizes of its nodes alone."""
    spaces = 1.3  # sizes are counted without the spaces between words' elements
    size = spaces * sum(map(printer.size, nodes)) + _LABEL_ROOM * len(nodes)
    return min(1.0, size / total) ** 3 * _BUILT * _COUNTED * (1 + 0.1 * math.log(len(nodes)))


def candidate_of(
    nodes: Sequence[Node],
    items: Sequence[Printed],
    strategy: str,
    bonus: float,
    *,
    heading: Node | None = None,
) -> Candidate | None:
    """Return the candidate of some items, None where nothing is left of them.

    A copyright or "Updated:" line after the last entry is dropped.
    """
    kept = [item for item in items if _is_text(item)]
    if 2 * sum(map(is_headed, kept)) > len(kept):
        return None  # cards: each titles a page of its own
    scores = [item.likeness for item in kept]
    built = any(item.node is not None and tag_of(item.node) in _BUILT_TAGS for item in kept)
    while (
        not built
        and len(kept) > 2
        and scores[-1] < TAIL
        and not is_back_reference(kept[-1].unlabelled)
        and sum(scores[:-1]) > 0.35 * (len(scores) - 1)
    ):
        kept.pop()
        scores.pop()
    kept = _numbered_only(_without_lead(kept))
    if not kept:
        return None
    scores = [item.likeness for item in kept]
    return Candidate(
        nodes=tuple(nodes),
        items=tuple(kept),
        score=sum(scores) / len(scores) + bonus,
        strategy=strategy,
        heading=heading,
    )


def _without_lead(items: list[Printed]) -> list[Printed]:
    """Drop a line before the entries that is not made as they are: a remark on the list."""
    if len(items) < MIN_NUMBERED or items[0].node is None or is_vouched(items[0].unlabelled):
        return items
    made = (items[0].node.tag, items[0].node.get("class"))
    others = [(one.node.tag, one.node.get("class")) for one in items[1:] if one.node is not None]
    return items[1:] if made not in others else items


def _numbered_only(items: list[Printed]) -> list[Printed]:
    """Drop what stands unnumbered after a numbered list: dates of receipt, a licence."""
    numbers = [item.label or split_label(item.text)[0] for item in items]
    last = max((n for n, number in enumerate(numbers) if number), default=-1)
    if last + 1 < MIN_NUMBERED or not all(numbers[: last + 1]):
        return items
    end = len(items)
    while end > last + 1 and items[end - 1].likeness < MIN_UNNUMBERED:
        end -= 1
    return items[:end]


def is_headed(item: Printed) -> bool:
    """Tell whether an item holds a heading that leads to a page: it announces that one."""
    return item.node is not None and any(
        next(heading.iter("a"), None) is not None for heading in item.node.iter(*HEADING_TAGS)
    )


def _is_text(item: Printed) -> bool:
    text = item.unlabelled
    return len(text) >= 8 or is_back_reference(text)


def _score(items: Sequence[Printed], total: int) -> float:
    texts = [item.unlabelled for item in items]
    mean = sum(item.likeness for item in items) / len(items)
    covered = min(1.0, (sum(map(len, texts)) + _LABEL_ROOM * len(texts)) / total)
    built = _BUILT if tag_of(_node(items)) in _BUILT_TAGS else 1.0
    if len(items) == 1 and len(texts[0]) > _LONG:
        mean *= _LUMP if len(texts[0]) <= _VERY_LONG else _LUMP**2
        mean *= _LUMP if _holds_paragraphs(_node(items)) else 1.0
    built *= _COUNTED if counts_up(items) else 1.0
    return mean * covered**3 * built * (1 + 0.1 * math.log(len(texts)))


def _holds_paragraphs(node: Node) -> bool:
    return len(list(islice(node.iter("p", "li", "dd", "tr"), _MANY))) == _MANY


def counts_up(items: Sequence[Printed]) -> bool:
    """Tell whether the items' numbers count up one by one: nobody numbers what is no item.

    A remark after three or more of them has no number.
    """
    numbers = [item.label or split_label(item.text)[0] or "" for item in items]
    if len(numbers) > MIN_NUMBERED and not numbers[-1]:
        numbers.pop()
    if len(numbers) < 2 or not all(number.isdecimal() for number in numbers):
        return False
    first = int(numbers[0])
    return [int(number) for number in numbers] == list(range(first, first + len(numbers)))


def _node(items: Sequence[Printed]) -> Node:
    node = items[0].node
    assert node is not None
    return node


def _ways(region: Sequence[Node]) -> Iterator[Sequence[Node]]:
    """Yield the sets of nodes that a region may be split into."""
    if not any(_holds_items(node) for node in region):
        yield region
    groups: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in _descendants(region):
        tag = tag_of(node)
        if tag not in _ITEM_TAGS:
            continue
        groups[tag, ""].append(node)
        if names := node.get("class", "").split():
            groups[tag, names[0]].append(node)
    if ("li", "") in groups and ("dd", "") in groups:
        groups["li, dd", ""] = [node for node in _descendants(region) if tag_of(node) in _LIST_TAGS]
    for (tag, name), nodes in list(groups.items()):
        if name and len(nodes) == len(groups[tag, ""]):
            continue
        outer = outermost(nodes)
        if len(outer) >= 2 or tag in ("li", "p", "dd"):
            yield outer
            inner = _innermost(nodes)
            if len(inner) != len(outer):
                yield inner


def _hold_entries(nodes: Sequence[Node], printer: Printer) -> bool:
    """Tell whether lists under one heading were taken for entries: what they hold is entries."""
    if len(nodes) < 2 or tag_of(nodes[0]) not in _HOLDERS:
        return False
    held = [printer.printed(one) for node in nodes for one in node.iter("li", "dd")]
    return len(held) > len(nodes) and sum(one.likeness for one in held) >= _HELD * len(held)


def _holds_items(node: Node) -> bool:
    """Tell whether an element holds two or more that are made to be items: it is not one entry."""
    return any(
        len(list(islice(node.iter(tag), 3))) - (tag_of(node) == tag) >= 2 for tag in ("li", "dd")
    )


def _descendants(region: Sequence[Node]) -> Iterator[Node]:
    for node in region:
        yield from node.iter(*_ITEM_TAGS)


def outermost(nodes: Iterable[Node]) -> list[Node]:
    """Drop the nodes that stand inside another of them (document order is given)."""
    kept: list[Node] = []
    chosen: set[Node] = set()
    for node in nodes:
        if not any(ancestor in chosen for ancestor in node.iterancestors()):
            chosen.add(node)
            kept.append(node)
    return kept


def _innermost(nodes: Sequence[Node]) -> list[Node]:
    """Drop the nodes that hold another of them."""
    chosen = set(nodes)
    holders = {
        ancestor for node in nodes for ancestor in node.iterancestors() if ancestor in chosen
    }
    return [node for node in nodes if node not in holders]


def _broken(node: Node, printer: Printer) -> list[Printed]:
    """Return the lines of a region parted by ``br``, or by blank lines in ``pre``."""
    if tag_of(node) == "pre":
        return _preformatted(node, printer)
    blocks = _innermost([kid for kid in node.iter(*BLOCK_TAGS) if tag_of(kid) not in HEADING_TAGS])
    found: list[Printed] = []
    for block in blocks or [node]:
        if any(tag_of(ancestor) in SILENT_TAGS for ancestor in block.iterancestors()):
            continue
        found += _join_wrapped(printer.lines(block))
    return found


def _join_wrapped(found: list[Printed]) -> list[Printed]:
    """Join the lines of one entry: with blank lines between entries, only those part them."""
    texts = [collapse("".join(line.parts)) for line in found]
    blanks = sum(1 for text in texts[1:-1] if not text)
    if not blanks or blanks < sum(map(bool, texts)) / 3:
        return found
    joined: list[Printed] = []
    fresh = True
    for line, text in zip(found, texts, strict=True):
        if not text:
            fresh = True
        elif fresh:
            joined.append(line)
            fresh = False
        else:
            joined[-1].parts.append(" ")
            joined[-1].extend(line)
    return joined


def _preformatted(node: Node, printer: Printer) -> list[Printed]:
    whole = "".join(part for line in printer.lines(node) for part in [*line.parts, "\n"])
    return [Printed(parts=[part], node=node) for part in _PRE_BREAK.split(whole) if part.strip()]
