"""Choosing the body of a page: which of its blocks are the article."""

import re
from collections.abc import Iterable, Mapping, Sequence

from lxml.etree import _Element as Node

from citations.extract.tree import HEADING_TAGS, tag_of
from factcheck.model.article import BlockKind
from factcheck.readers.page.blocks import RawBlock
from factcheck.readers.page.furniture import names_body

GOOD = 60
"""Characters outside links from which a block counts as text and not as furniture."""
DOMINANT = 0.7
"""The share of an element's text that one child must hold for the body to lie inside it."""

BESIDE = 0.1
"""The share of an element's text in blocks of its own from which the body is not in one child."""
LINKED = 0.45
"""The share of a short block's characters in links from which it is navigation."""
LONG = 200
FLASH = 40
"""Characters of a sentence that a news flash has and a notice about a wall has not."""
SEVERAL = 2
SHORTEST = 16
"""Characters of the shortest sentence."""
_SENTENCE_ENDS = (".", "!", "?", "…", "”", '"', "»", ")", "。", "！", "？", "」", "』", "।", "؟")
_QUOTES = "\"'“”„«»‘’ .…"
_IDEOGRAPHS = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


def choose(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Return the blocks of the article: those in the element where the page's text is at home.

    Of a page without any long block, such as a news flash, its sentences.
    """
    weights: dict[Node, int] = {}
    kids: dict[Node, dict[Node, None]] = {}
    top: Node | None = None
    for block in blocks:
        weight = _weight(block)
        if not weight:
            continue
        child: Node | None = None
        for node in (block.owner, *block.owner.iterancestors()):
            weights[node] = weights.get(node, 0) + weight
            if child is not None:
                kids.setdefault(node, {})[child] = None
            child = node
        top = child
    if top is None:
        said = [one for one in blocks if _is_sentence(one.draft.text) and _is_body(one)]
        return said if any(size_of(one.draft.text) >= FLASH for one in said) else []
    home = top
    while (inner := _heaviest(kids.get(home, {}), weights)) is not None:
        if weights[inner] < DOMINANT * weights[home] or not kids.get(inner) or _is_text(inner):
            break
        if _is_one_of_many(inner, kids[home]) or _stands_among_text(inner, kids, weights):
            break
        home = inner
    return [block for block in blocks if _inside(block.owner, home)]


def _is_one_of_many(node: Node, others: Iterable[Node]) -> bool:
    """Tell whether an element has siblings with text that are built as it is: parts of one body."""
    name = node.get("class")
    return name is not None and any(
        other is not node and other.get("class") == name for other in others
    )


def _stands_among_text(
    node: Node, kids: Mapping[Node, Iterable[Node]], weights: Mapping[Node, int]
) -> bool:
    """Tell whether blocks of text stand right beside an element: it is the rest of an article."""
    parent = node.getparent()
    if parent is None:
        return False
    beside = [kid for kid in kids[parent] if kid is not node and not kids.get(kid)]
    return len(beside) > 1 and sum(weights[kid] for kid in beside) >= BESIDE * weights[parent]


def trimmed(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Drop link lists, what leads to them, and the short lines before and after the text."""
    kept: list[RawBlock] = []
    dropped = SEVERAL
    out_of_place = _link_lists(blocks) | _teased(blocks) | _pulled(blocks)
    for block in reversed(blocks):
        out = block.owner in out_of_place or not _is_body(block) or _leads_on(block, dropped)
        if not out:
            kept.append(block)
        dropped = dropped + 1 if out else 0
    kept.reverse()
    first = next((n for n, block in enumerate(kept) if _weight(block)), 0)
    while first and _opens(kept[first - 1], kept[first]):
        first -= 1
    last = next((n for n in range(len(kept) - 1, -1, -1) if _ends(kept[n])), len(kept) - 1)
    return kept[first : last + 1]


def _link_lists(blocks: Sequence[RawBlock]) -> set[Node]:
    """Return the items of lists that are navigation as a whole: hardly an item is a sentence."""
    lists: dict[Node, list[RawBlock]] = {}
    for block in blocks:
        parent = block.owner.getparent()
        if tag_of(block.owner) == "li" and parent is not None:
            lists.setdefault(parent, []).append(block)
    return {
        item.owner
        for items in lists.values()
        if sum(item.link_chars for item in items)
        >= LINKED * sum(len(item.draft.text) for item in items)
        and 2 * sum(_is_sentence(item.draft.text) for item in items) < len(items)
        for item in items
    }


def _teased(blocks: Sequence[RawBlock]) -> set[Node]:
    """Return the summaries of other articles: lines that are no sentences under linked headings."""
    found: set[Node] = set()
    under = False
    for block in blocks:
        text = block.draft.text
        if block.draft.kind is BlockKind.HEADING:
            under = not _is_body(block)
        elif under and len(text) <= LONG and not _is_sentence(text):
            found.add(block.owner)
        else:
            under = False
    return found


def _pulled(blocks: Sequence[RawBlock]) -> set[Node]:
    """Return the pull quotes: quotations that print again what a paragraph says."""
    quotes = [block for block in blocks if block.draft.kind is BlockKind.QUOTE]
    if not quotes:
        return set()
    said = "\n".join(
        block.draft.text for block in blocks if block.draft.kind is BlockKind.PARAGRAPH
    ).casefold()
    return {
        block.owner
        for block in quotes
        if len(quoted := block.draft.text.strip(_QUOTES).casefold()) >= SHORTEST and quoted in said
    }


def _leads_on(block: RawBlock, dropped: int) -> bool:
    """Tell whether a block announces the blocks dropped after it: a heading, "You may like..."."""
    text = block.draft.text
    if block.draft.kind is BlockKind.HEADING:
        return dropped > 0
    return dropped >= SEVERAL and len(text) < GOOD and text.endswith((":", "...", "…"))


def _opens(block: RawBlock, following: RawBlock) -> bool:
    """Tell whether a block before the first text is its beginning: its heading, or a sentence."""
    if block.draft.kind is BlockKind.HEADING:
        return block.draft.level > 1
    if any(map(names_body, block.owner.iterancestors())):
        return True  # nothing but the article stands in what is named so
    beside = block.owner.getparent() is following.owner.getparent()
    return beside and _is_sentence(block.draft.text)


def _ends(block: RawBlock) -> bool:
    """Tell whether a block can be the last one of an article."""
    return bool(_weight(block)) or _is_sentence(block.draft.text)


def _is_sentence(text: str) -> bool:
    return text.endswith(_SENTENCE_ENDS) and size_of(text) >= SHORTEST


def _heaviest(nodes: Iterable[Node], weights: Mapping[Node, int]) -> Node | None:
    return max(nodes, key=lambda node: weights[node], default=None)


def _weight(block: RawBlock) -> int:
    """Return how much a block speaks for the element it is in: its characters outside links."""
    free = size_of(block.draft.text) - 2 * block.link_chars
    return free if free >= GOOD and block.draft.kind is not BlockKind.HEADING else 0


def size_of(text: str) -> int:
    """Return the length of a text in characters of Latin print: an ideograph counts as three."""
    return len(text) if text.isascii() else len(text) + 2 * len(_IDEOGRAPHS.findall(text))


def _is_text(node: Node) -> bool:
    return tag_of(node) in ("p", "blockquote", "li") or tag_of(node) in HEADING_TAGS


def _inside(node: Node, home: Node) -> bool:
    return node is home or any(ancestor is home for ancestor in node.iterancestors())


def _is_body(block: RawBlock) -> bool:
    """Tell whether a block is more than links: a sentence may consist of them but for some words.

    "Read more: ..." and "Source: ..." are no sentences for the words before their colon.
    """
    text = block.draft.text
    if block.link_chars < LINKED * len(text) or len(text) > LONG:
        return True
    if not _is_sentence(text) or not block.draft.links:
        return False
    spans = [link.span for link in block.draft.links]
    before = text[: min(span.start for span in spans)]
    after = text[max(span.end for span in spans) :]
    free = len(text) - block.link_chars
    return free >= SHORTEST and not before.rstrip().endswith(":") and bool(before or after)
