"""A tree's text as blocks in reading order, each with its kind, links and raised marks."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml.etree import _Element as Node
from lxml.etree import iterwalk

from citations.extract.tree import BLOCK_TAGS, HEADING_TAGS, SILENT_TAGS, path_of, tag_of, text_of
from factcheck.model.article import BlockKind, Link, Span, Suppression
from factcheck.readers.draft import DraftBlock
from factcheck.readers.suppressions import parse_allow, parse_comment

_KINDS = {
    "blockquote": BlockKind.QUOTE,
    "li": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "td": BlockKind.TABLE,
    "th": BlockKind.TABLE,
}
LONGEST_CAPTION = 120
"""Characters of a line beside an image up to which it is its caption; sentences are none."""
_ROOM = 40
_SLANTED = frozenset(("em", "i", "small"))
_DROPPED = re.compile("[\u00ad\u200b\u2060\ufeff]")
_RAISED = frozenset(("sup",))
_SEE_THROUGH = BLOCK_TAGS | {"br"}


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A block with the element it stood in: what choosing the body needs to look at."""

    draft: DraftBlock
    owner: Node
    link_chars: int
    bold: bool


@dataclass(slots=True)
class _Open:
    """The block under construction."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    links: list[Link] = field(default_factory=list)
    marks: list[Span] = field(default_factory=list)
    bold: int = 0

    def add(self, text: str | None, *, bold: bool) -> None:
        """Add text with its white space collapsed against what is there."""
        if text and not text.isascii():
            text = _DROPPED.sub("", text)
        if not text:
            return
        text = _collapsed(text)
        last = self.parts[-1][-1] if self.parts else " "
        if last in " \n":
            text = text.lstrip(" ")
        if text:
            self.parts.append(text)
            self.length += len(text)
            self.bold += len(text) if bold else 0

    def newline(self) -> None:
        """End the line, unless nothing stands on it."""
        if self.parts and not self.parts[-1].endswith("\n"):
            self.parts.append("\n")
            self.length += 1


def _collapsed(text: str) -> str:
    """Collapse each run of white space to one space, at the ends too."""
    words = text.split()
    if not words:
        return " "
    head = " " if text[0].isspace() else ""
    return f"{head}{' '.join(words)}{' ' if text[-1].isspace() else ''}"


@dataclass(slots=True)
class _Walk:
    """The state of one walk over a tree."""

    base: str
    places: dict[Node, int] = field(default_factory=dict)
    blocks: list[RawBlock] = field(default_factory=list)
    open: _Open = field(default_factory=_Open)
    owners: list[Node] = field(default_factory=list)
    waiting: list[Suppression] = field(default_factory=list)
    breaks: int = 0
    links: list[tuple[Node, int, str]] = field(default_factory=list)
    marks: list[tuple[Node, int]] = field(default_factory=list)
    bold: int = 0


def blocks_of(root: Node, base: str = "", *, without: Collection[Node] = ()) -> list[RawBlock]:
    """Return the blocks under an element, leaving out what stands under ``without``.

    Links are resolved against ``base``. A double ``br`` parts blocks, a single one is a line break.
    """
    state = _Walk(base)
    walk = iterwalk(root, events=("start", "end", "comment"))
    for event, element in walk:
        if event == "comment":
            if allowed := parse_comment(element.text or "", path_of(element.getparent())):
                state.waiting.append(allowed)
            _text(state, element.tail)
            continue
        tag = tag_of(element)
        if event == "start":
            if tag in SILENT_TAGS or element in without:
                if tag in BLOCK_TAGS:
                    _flush(state)
                walk.skip_subtree()
                continue
            _enter(state, element, tag)
            continue
        _leave(state, element, tag)
        if element is not root:
            _text(state, element.tail)
    _flush(state)
    return state.blocks


def _text(state: _Walk, text: str | None) -> None:
    if text and not text.isspace():
        state.breaks = 0
    state.open.add(text, bold=state.bold > 0)


def _enter(state: _Walk, element: Node, tag: str) -> None:
    if tag in BLOCK_TAGS:
        _flush(state)
        state.owners.append(element)
        if codes := element.get("data-factcheck-allow"):
            allowed = parse_allow(codes, path_of(element), element.get("data-factcheck-reason"))
            state.waiting += [allowed] if allowed else []
    elif tag == "br":
        state.breaks += 1
        if state.breaks >= 2:
            _flush(state)
        else:
            state.open.newline()
    elif tag == "a" and (href := element.get("href")):
        state.links.append((element, state.open.length, href))
    elif tag in _RAISED:
        state.marks.append((element, state.open.length))
    elif tag in ("b", "strong"):
        state.bold += 1
    _text(state, element.text)


def _leave(state: _Walk, element: Node, tag: str) -> None:
    if tag in BLOCK_TAGS:
        _flush(state)
        if state.owners and state.owners[-1] is element:
            state.owners.pop()
    elif state.links and state.links[-1][0] is element:
        _, start, href = state.links.pop()
        _close_link(state, start, href)
    elif state.marks and state.marks[-1][0] is element:
        _, start = state.marks.pop()
        if span := _trimmed(state.open, start):
            state.open.marks.append(span)
    elif tag in ("b", "strong"):
        state.bold = max(0, state.bold - 1)


def _close_link(state: _Walk, start: int, href: str) -> None:
    span = _trimmed(state.open, start)
    if span is None:
        return
    try:
        url = urljoin(state.base, href.strip())
    except ValueError:
        url = href.strip()
    state.open.links.append(Link(span=span, url=url))


def _trimmed(block: _Open, start: int) -> Span | None:
    """Return the span from ``start`` to the end of the block so far, without outer spaces."""
    tail: list[str] = []
    left = block.length - start
    for part in reversed(block.parts):
        if left <= 0:
            break
        tail.append(part[-left:] if left < len(part) else part)
        left -= len(part)
    text = "".join(reversed(tail))
    inner = text.strip()
    if not inner:
        return None
    first = start + len(text) - len(text.lstrip())
    return Span(first, first + len(inner))


def _flush(state: _Walk) -> None:
    """Close the block under construction, if it has any text."""
    for _, start, href in state.links:  # a link around blocks is a link in each of them
        _close_link(state, start, href)
    block, state.open = state.open, _Open()
    state.breaks = 0
    state.links = [(element, 0, href) for element, _, href in state.links]
    state.marks = [(element, 0) for element, _ in state.marks]
    text = "".join(block.parts).rstrip()
    if not text or not state.owners:
        return
    owner = state.owners[-1]
    kind, level = _kind(state.owners)
    if kind is BlockKind.PARAGRAPH and _is_beside_image(owner, text):
        kind = BlockKind.CAPTION
    end = len(text)
    draft = DraftBlock(
        kind=kind,
        text=text,
        level=level,
        origin=owner.get("data-origin") or path_of(owner, state.places),
        links=tuple(link for link in block.links if link.span.end <= end),
        superscripts=tuple(mark for mark in block.marks if mark.end <= end),
        allowed=tuple(state.waiting),
    )
    state.waiting = []
    linked = sum(link.span.end - link.span.start for link in draft.links)
    state.blocks.append(RawBlock(draft, owner, linked, bold=0 < len(text) - 1 <= block.bold))


def _is_beside_image(owner: Node, text: str) -> bool:
    """Tell whether a short line that is no sentence is all that an image's element says.

    Or a line in italics right below an image.
    """
    if len(text) > LONGEST_CAPTION or text.endswith((".", "!", "?", ":", "…", "”", '"', "。")):
        return False
    if _shows_image(owner):
        return sum(len(part.strip()) for part in owner.itertext()) <= len(text) + _ROOM
    above = owner.getprevious()
    slanted = len(owner) == 1 and tag_of(owner[0]) in _SLANTED and not (owner.text or "").strip()
    return slanted and above is not None and _shows_image(above) and not text_of(above)


def _shows_image(node: Node) -> bool:
    return any(True for _ in node.iter("img", "picture", "amp-img"))


def _kind(owners: list[Node]) -> tuple[BlockKind, int]:
    """Return the kind of a block from the elements it stands in, innermost first."""
    for owner in reversed(owners):
        tag = tag_of(owner)
        if tag in HEADING_TAGS:
            return BlockKind.HEADING, int(tag[1])
        if tag in _KINDS:
            return _KINDS[tag], 0
    return BlockKind.PARAGRAPH, 0
