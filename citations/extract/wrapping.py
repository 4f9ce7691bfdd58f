"""A list at the tail of a block of lines gets an element of its own.

"...the fleet will be watching.<br><br>References<br>Doe, J. (2019)...<br>" prints article and list
in one block, with nothing in the tree that holds the list alone. Later steps point at elements, so
the heading line and the lines after it are put into a ``div``; what is printed stays the same.
"""

from lxml.etree import SubElement

from citations.extract.heading_words import MAX_LENGTH, is_list_heading
from citations.extract.printed import collapse
from citations.extract.tree import BLOCK_TAGS, Node, tag_of, text_of

MIN_LINES = 2
"""Lines with text that must follow a heading line."""


def wrap_tails(body: Node) -> None:
    """Put each heading line, and the lines after it up to the next block, into a ``div``."""
    blocks = {
        parent for line_end in body.iter("br") if (parent := line_end.getparent()) is not None
    }
    for block in blocks:
        if tag_of(block) in BLOCK_TAGS and tag_of(block) != "pre":
            _wrap(block)


def _wrap(block: Node) -> None:
    _name_first_line(block)
    heads = _heading_lines(block)
    for place, head in enumerate(heads):
        following = heads[place + 1] if place + 1 < len(heads) else None
        lines, rest = _up_to(head, following)
        if lines < MIN_LINES or not (_has_text_before(head, block) or rest is not None):
            continue
        holder = SubElement(block, "div")
        if tag_of(head) == "br":
            title, head.tail = head.tail, None
            head.addnext(holder)
            SubElement(holder, "span").text = title
            moving = holder.getnext()
        else:
            head.addprevious(holder)
            moving = head
        while moving is not None and moving is not rest and moving is not following:
            after = moving.getnext()
            holder.append(moving)
            moving = after


def _name_first_line(block: Node) -> None:
    """Put a block's first line into a ``span`` of its own where it is a heading of what follows."""
    title = block.text or ""
    first = block[0] if len(block) else None
    if first is None or tag_of(first) != "br" or len(title) > 2 * MAX_LENGTH:
        return
    if is_list_heading(collapse(title)):
        block.text = None
        span = block.makeelement("span", {})
        span.text = title
        block.insert(0, span)


def _heading_lines(block: Node) -> list[Node]:
    """Return the inline elements that are a heading line, and the ``br`` before bare ones."""
    found: list[Node] = []
    for kid in block:
        tag = tag_of(kid)
        after = kid.getnext()
        ends = after is not None and tag_of(after) == "br"
        if not tag or not ends:
            continue
        tail = kid.tail or ""
        if tag == "br":
            if len(tail) <= 2 * MAX_LENGTH and is_list_heading(collapse(tail)):
                found.append(kid)
        elif (
            tag not in BLOCK_TAGS
            and not tail.strip(" \t\r\n:\u00a0")
            and _begins_line(kid)
            and is_list_heading(collapse(text_of(kid)))
        ):
            found.append(kid)
    return found


def _begins_line(node: Node) -> bool:
    before = node.getprevious()
    if before is None:
        parent = node.getparent()
        return parent is None or not (parent.text or "").strip()
    return tag_of(before) in BLOCK_TAGS | {"br"} and not (before.tail or "").strip()


def _up_to(head: Node, following: Node | None) -> tuple[int, Node | None]:
    """Return how many lines with text follow a heading, and the block after them."""
    lines = 0
    written = False
    for node in head.itersiblings():
        tag = tag_of(node)
        if node is following:
            break
        if tag in BLOCK_TAGS:
            return lines + written, node
        if tag == "br":
            lines += written
            written = False
        elif tag and text_of(node).strip():
            written = True
        written = written or bool((node.tail or "").strip())
    return lines + written, None


def _has_text_before(head: Node, block: Node) -> bool:
    if (block.text or "").strip():
        return True
    for node in head.itersiblings(preceding=True):
        if (node.tail or "").strip() or (tag_of(node) not in ("", "br") and text_of(node).strip()):
            return True
    return False
