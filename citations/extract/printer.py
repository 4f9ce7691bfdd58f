"""A tree laid out once as a flat row of steps, so that printing any part of it is cheap.

Strategies print the same elements many times, each in its own way of splitting a region. So what
an element is (silent, a label, a link) is judged once, and printing is a walk over a slice.
"""

from lxml.etree import iterwalk

from citations.extract.marks import Kind, kind_of, stated_by
from citations.extract.printed import (
    Printed,
    bare_label,
    collapse,
    is_back_link,
    is_link_out,
    label_in,
    split_label,
)
from citations.extract.tree import BLOCK_TAGS, SILENT_TAGS, Node, tag_of

_UNREAD = SILENT_TAGS - {"button"}
"""What ``text`` and ``size`` leave out: the heading over a list may be a button that unfolds it."""
_LONGEST_LABEL = 60
"""Characters of a label in an element made for it: "Colquhoun & Carvalho (2010)"."""
_LONGEST_NUMBER = 6
_NUMBER_TAGS = frozenset(("b", "div", "font", "label", "span", "strong", "sup"))
_JOINING = ",;:.)]–-/"
"""What follows a block's end without a space where divs are set as words of one line."""
_JOINTS = ":;–-(["
_LONGEST_LINK_OUT = 60


class _Step:
    """An element: its text, what it is, and where in the row it begins and ends."""

    __slots__ = ("block", "end", "kind", "node", "start", "stated", "tag", "tail", "text")

    def __init__(self, node: Node, tag: str, start: int) -> None:
        self.node = node
        self.tag = tag
        self.text = node.text if tag else None
        self.tail = node.tail
        self.block = tag in BLOCK_TAGS
        self.start = self.end = start
        self.kind: Kind | None = None
        self.stated: tuple[tuple[str, str], ...] | None = None


class Printer:
    """Prints elements of one tree; remembers what it printed."""

    __slots__ = ("_chars", "_printed", "_row", "_steps", "_texts")

    def __init__(self, root: Node) -> None:
        self._row: list[tuple[_Step, bool]] = []
        self._chars: list[int] = []
        self._steps: dict[Node, _Step] = {}
        self._printed: dict[Node, Printed] = {}
        self._texts: dict[Node, str] = {}
        self._lay_out(root)

    def _lay_out(self, root: Node) -> None:
        row, chars, count = self._row, self._chars, 0
        silent = 0
        around: list[_Step] = []
        for event, node in iterwalk(root, events=("start", "end", "comment", "pi")):
            chars.append(count)
            if event == "start":
                step = self._steps[node] = _Step(node, tag_of(node), len(row))
                around.append(step)
                row.append((step, True))
                silent += step.tag in _UNREAD
                said = step.text
            else:
                if event == "end":
                    step = around.pop()
                    silent -= step.tag in _UNREAD
                else:
                    step = _Step(node, "", len(row))
                step.end = len(row)
                row.append((step, False))
                said = None if node is root else step.tail
            if said and not silent:
                count += len(said.strip())
        chars.append(count)

    def size(self, node: Node) -> int:
        """Return how many characters an element holds, navigation and all, white space aside."""
        step = self._steps[node]
        return self._chars[step.end] - self._chars[step.start]

    def offset(self, node: Node) -> int:
        """Return how many characters stand before an element."""
        return self._chars[self._steps[node].start]

    def place(self, node: Node) -> int:
        """Return a number that grows with where an element begins in the document."""
        return self._steps[node].start

    def text(self, node: Node) -> str:
        """Return all text that an element prints, white space collapsed, blocks parted."""
        known = self._texts.get(node)
        if known is None:
            known = self._texts[node] = self._text(self._steps[node])
        return known

    def _text(self, whole: _Step) -> str:
        parts: list[str] = []
        at = whole.start
        while at <= whole.end:
            step, opens = self._row[at]
            if step.block or step.tag == "br":
                parts.append(" ")
            if opens:
                if step.tag in _UNREAD:
                    at = step.end
                    continue
                parts.append(step.text or "")
            elif step is not whole:
                parts.append(step.tail or "")
            at += 1
        return " ".join("".join(parts).split())

    def printed(self, node: Node) -> Printed:
        """Return what an element prints as one line. Shared: not to be changed."""
        known = self._printed.get(node)
        if known is None:
            known, *others = self.lines(node)
            for line in others:
                known.parts.append(" ")
                known.extend(line)
            self._printed[node] = known
        return known

    def lines(self, node: Node) -> list[Printed]:
        """Return the lines that an element prints, parted at ``br`` elements."""
        whole = self._steps[node]
        line = Printed(node=node)
        found = [line]
        links: list[tuple[Printed, int]] = []
        row = self._row
        at = whole.start
        while at <= whole.end:
            step, opens = row[at]
            if opens:
                if step.stated is None:
                    step.stated = stated_by(step.node, step.tag, self.text)
                if step.stated:
                    line.note(step.stated)
                if step.tag == "br":
                    line = Printed(node=node)
                    found.append(line)
                elif step is not whole and self._is_silent(step, line):
                    at = step.end
                    continue
                else:
                    _begin(step, line)
                    if step.tag == "a":
                        links.append((line, len(line.parts) - 1))
            else:
                if step.tag == "a" and links:
                    _close(links.pop(), line, step)
                _end(step, line, None if step is whole else step.tail)
            at += 1
        return found

    def _is_silent(self, step: _Step, line: Printed) -> bool:
        """Tell whether an element's text is not part of the line; keep a label it holds."""
        kind = step.kind
        if kind is None:
            kind = step.kind = kind_of(step.node, step.tag)
        if kind is Kind.PLAIN:
            return step.tag in _NUMBER_TAGS and self._is_number(step, line)
        if kind is Kind.SILENT:
            if step.tag == "a" and not line.label and line.is_blank():
                line.label = self._number_of(step)  # "↑ 1" leads back and is the number too
            return True
        if kind is Kind.LABEL and line.is_blank():
            label = self.text(step.node)
            if 0 < len(label) <= _LONGEST_LABEL:
                line.label = split_label(f"{label} x")[0] or bare_label(label)
                return True
        return step.tag == "a" and self._is_navigation(step, line)

    def _is_number(self, step: _Step, line: Printed) -> bool:
        """Tell whether an element at the head of a line is its number; keep it as the label."""
        if not 0 < self.size(step.node) <= _LONGEST_NUMBER or not line.is_blank():
            return False
        number = label_in(self.text(step.node))
        line.label = line.label or number
        return number is not None

    def _number_of(self, step: _Step) -> str | None:
        if self.size(step.node) > _LONGEST_NUMBER:
            return None
        return label_in(self.text(step.node))

    def _is_navigation(self, step: _Step, line: Printed) -> bool:
        """Tell whether a link is a link-out or leads back to the text."""
        if self.size(step.node) > _LONGEST_LINK_OUT:
            return False
        text = collapse(self.text(step.node))
        if not step.node.get("href", "").startswith("#"):
            return is_link_out(text)
        head = not collapse("".join(line.parts)).strip("[]().^ ")
        if head and (label := label_in(text)):
            line.label = line.label or label
            return True
        return is_back_link(text, at_head=head)


def _begin(step: _Step, line: Printed) -> None:
    """Print an element's start and the text before its first child."""
    if step.block and not _is_joint(line.parts):
        line.parts.append(" ")
    line.parts.append(step.text or "")


def _end(step: _Step, line: Printed, tail: str | None) -> None:
    """Print an element's end and the text after it."""
    if step.block and not (tail and tail[0] in _JOINING):
        line.parts.append(" ")
    if tail:
        line.parts.append(tail)


def _is_joint(parts: list[str]) -> bool:
    """Tell whether a block goes on in the middle of a word or number: "12:" before "301"."""
    return bool(parts) and bool(parts[-1]) and not parts[-1].strip(_JOINTS)


def _close(opened: tuple[Printed, int], line: Printed, step: _Step) -> None:
    """Note a link that begins and ends on one line."""
    began, start = opened
    if began is line and start < len(line.parts):
        inside = step.node.get("href", "#").startswith("#")
        line.anchors.append((start, len(line.parts), inside))
