"""Pair quotation marks, over paragraphs, and say what is wrong with those that do not pair.

A small stack machine: one pass over the marks of each paragraph. A quotation left open at a
paragraph's end goes on when the next paragraph opens with the same mark (the old rule of English,
French and German typesetting); otherwise its mark is unclosed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from factcheck.language.quote_kinds import kind_of
from factcheck.language.quote_marks import (
    Family,
    Mark,
    find_marks,
    is_feet_and_inches,
    is_measure,
)
from factcheck.model.analysis import Quotation, QuotationFault, QuotationKind
from factcheck.model.article import Block, BlockKind, Span

_QUOTABLE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})
_LOOK_AHEAD = 40  # marks; what pairs further on than that decides nothing here
_TAIL = 8  # characters: stops and blanks at a paragraph's end
_DEEPEST = 6  # quotations inside quotations; beyond it marks are noise
_APOSTROPHE_LIKE = frozenset("'’")
_SENTENCE_END = re.compile(r"[a-z]{3}[.!?] [A-Z]")


def find_quotations(text: str, blocks: Iterable[Block]) -> tuple[Quotation, ...]:
    """Return the quotations of the blocks in order of their start, faults included.

    A heading ends whatever is open; captions and tables are read apart from the body around them.
    A block quotation is yielded whole, beside the marks in it.
    """
    machine = _Machine(text=text)
    for block in blocks:
        if block.kind is BlockKind.QUOTE:
            machine.found.append(Quotation(span=block.span, kind=QuotationKind.BLOCK))
        if block.kind in _QUOTABLE:
            machine.read(block.span)
            continue
        if block.kind is BlockKind.HEADING:
            machine.finish()
        apart = _Machine(text=text)
        apart.read(block.span)
        apart.finish()
        machine.found.extend(apart.found)
    machine.finish()
    return tuple(sorted(machine.found, key=lambda quotation: (quotation.span, quotation.kind)))


@dataclass(slots=True)
class _Open:
    """A mark waiting for its close; ``begin`` is where it starts in the current paragraph."""

    mark: Mark
    begin: int
    continued: bool = False


@dataclass(slots=True)
class _Machine:
    text: str
    found: list[Quotation] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    carried: list[int] = field(default_factory=list)  # where the open segments stand in found
    floor: int = 0  # where an unopened quotation could have begun

    def read(self, paragraph: Span) -> None:
        """Take in one paragraph."""
        marks = find_marks(self.text, paragraph)
        self.floor = paragraph.start
        skip = self._carry(paragraph, marks)
        for index in range(skip, len(marks)):
            depth = len(self.stack)
            self._take(marks, index)
            if depth > len(self.stack):
                self._close_merged(marks[index], paragraph.end)
        self._suspend(paragraph)

    def finish(self) -> None:
        """Give up on what is still open."""
        for place in self.carried:
            opened = self.found[place]
            mark = opened.mark
            self.found[place] = replace(opened, fault=QuotationFault.UNCLOSED, mark=mark)
        self.carried.clear()
        self.stack.clear()

    def _carry(self, paragraph: Span, marks: tuple[Mark, ...]) -> int:
        """Go on with the quotation left open, if the paragraph repeats its mark."""
        if not self.stack:
            return 0
        waiting = self.stack
        repeated = 0
        at = paragraph.start
        for opened, mark in zip(waiting, marks, strict=False):
            same = mark.family is opened.mark.family
            if not same or self.text[at : mark.span.start].strip() or not _may_repeat(mark):
                break
            at = mark.span.end
            repeated += 1
        if not repeated:
            self.finish()
            return 0
        for place in self.carried:
            self.found[place] = replace(self.found[place], mark=None)
        self.carried.clear()
        self.stack = [
            _Open(mark=opened.mark, begin=mark.span.start, continued=True)
            for opened, mark in zip(waiting[:repeated], marks, strict=False)
        ]
        return repeated

    def _suspend(self, paragraph: Span) -> None:
        """Write down what is open at the paragraph's end; the next paragraph decides on it."""
        kept: list[_Open] = []
        for depth, opened in enumerate(self.stack):
            if opened.mark.char in _APOSTROPHE_LIKE:
                continue  # an apostrophe that stood where a mark could
            self.carried.append(len(self.found))
            end = _trim(self.text, opened.begin, paragraph.end)
            kind = QuotationKind.DIRECT if depth == 0 else QuotationKind.NESTED
            self.found.append(
                Quotation(
                    span=Span(opened.begin, end),
                    kind=kind,
                    continued=opened.continued,
                    mark=_mark_at(opened),
                )
            )
            kept.append(opened)
        self.stack = kept

    def _take(self, marks: tuple[Mark, ...], index: int) -> None:
        mark = marks[index]
        if len(self.stack) > _DEEPEST and not mark.closes:
            return
        top = self.stack[-1] if self.stack else None
        if top is not None and top.mark.family is mark.family:
            self._meet_own(marks, index, top)
        elif any(opened.mark.family is mark.family for opened in self.stack):
            self._meet_outer(mark)
        else:
            self._meet_new(marks, index)

    def _meet_own(self, marks: tuple[Mark, ...], index: int, top: _Open) -> None:
        """Judge a mark of the open family: it closes, nests, or one of the two is at fault."""
        mark = marks[index]
        later = marks[index + 1 : index + 1 + _LOOK_AHEAD]
        ahead = next((m for m in later if m.family is mark.family), None)
        if _is_inches(self.text, mark, ahead):
            return
        if _is_plural(self.text, mark, top, later):
            return
        if mark.closes and not _nests(mark, top):
            self._close(mark)
        elif mark.loose:
            self._close(mark, fault=QuotationFault.MISPLACED)
        elif mark.family is Family.SINGLE and top.mark.char in _APOSTROPHE_LIKE:
            self.stack[-1] = _Open(mark=mark, begin=mark.span.start)  # the first was no mark
        elif _nests(mark, top) and (_balanced(later, mark) or _is_merged(self.text, later, mark)):
            self.stack.append(_Open(mark=mark, begin=mark.span.start))
        elif ahead is not None and ahead.closes and not ahead.opens:
            self._abandon(top, mark.span.start)
            self.stack.append(_Open(mark=mark, begin=mark.span.start))
        else:
            self._close(mark, fault=QuotationFault.MISPLACED)

    def _meet_outer(self, mark: Mark) -> None:
        """Close a quotation further out: what is open inside it was never closed."""
        if is_feet_and_inches(self.text, mark) and not mark.closes:
            return
        if not mark.closes:
            self.stack.append(_Open(mark=mark, begin=mark.span.start))
            return
        while self.stack[-1].mark.family is not mark.family:
            inner = self.stack[-1]
            if inner.mark.char in _APOSTROPHE_LIKE:
                self.stack.pop()
            else:
                self._abandon(inner, mark.span.start)
        self._close(mark)

    def _meet_new(self, marks: tuple[Mark, ...], index: int) -> None:
        mark = marks[index]
        if is_measure(self.text, mark) and not _opens_by_shape(mark):
            return
        if mark.family is Family.SINGLE and mark.char in _APOSTROPHE_LIKE:
            self._meet_single(marks, index)
        elif mark.opens and not _only_closes_by_shape(self.text, mark):
            self.stack.append(_Open(mark=mark, begin=mark.span.start))
        elif mark.loose and (len(marks) - index) % 2 == 0:
            self.stack.append(_Open(mark=mark, begin=mark.span.start))
            self.found.append(
                Quotation(
                    span=mark.span,
                    kind=QuotationKind.FRAGMENT,
                    fault=QuotationFault.MISPLACED,
                    mark=mark.span,
                )
            )
        else:
            self._unopened(mark)

    def _meet_single(self, marks: tuple[Mark, ...], index: int) -> None:
        """Judge a straight or raised single mark: an apostrophe unless it can pair."""
        mark = marks[index]
        before = self.text[mark.span.start - 1 : mark.span.start]
        if mark.opens and not mark.closes:
            self.stack.append(_Open(mark=mark, begin=mark.span.start))
        elif before and before in ".!?" and not mark.opens and not self.stack:
            self._unopened(mark)

    def _unopened(self, mark: Mark) -> None:
        begin = self.floor
        while begin < mark.span.start and self.text[begin].isspace():
            begin += 1
        self.found.append(
            Quotation(
                span=Span(begin, mark.span.end),
                kind=QuotationKind.DIRECT,
                fault=QuotationFault.UNOPENED,
                mark=mark.span,
            )
        )
        self.floor = mark.span.end

    def _close_merged(self, mark: Mark, paragraph_end: int) -> None:
        """Close the outer guillemets with the inner ones: "« … : « … »" prints one mark for two."""
        while (
            self.stack
            and mark.family is Family.GUILLEMET
            and self.stack[-1].mark.family is mark.family
            and _ends(self.text, mark, paragraph_end)
        ):
            self._close(mark)

    def _close(self, mark: Mark, fault: QuotationFault | None = None) -> None:
        opened = self.stack.pop()
        span = Span(opened.begin, mark.span.end)
        nested = bool(self.stack)
        self.found.append(
            Quotation(
                span=span,
                kind=QuotationKind.NESTED if nested else kind_of(self.text, span),
                continued=opened.continued,
                fault=fault,
                mark=mark.span if fault else None,
            )
        )
        self.floor = mark.span.end

    def _abandon(self, opened: _Open, end: int) -> None:
        self.stack.remove(opened)
        self.found.append(
            Quotation(
                span=Span(opened.begin, _trim(self.text, opened.begin, end)),
                kind=QuotationKind.NESTED if self.stack else QuotationKind.DIRECT,
                continued=opened.continued,
                fault=QuotationFault.UNCLOSED,
                mark=_mark_at(opened),
            )
        )


def _mark_at(opened: _Open) -> Span:
    length = opened.mark.span.end - opened.mark.span.start
    return Span(opened.begin, opened.begin + length)


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _may_repeat(mark: Mark) -> bool:
    """Tell whether a paragraph may go on with this mark; French repeats the closing one too."""
    return mark.opens or mark.family in {Family.GUILLEMET, Family.ANGLE}


def _opens_by_shape(mark: Mark) -> bool:
    return mark.char in {"“", "„", "‟", "``", "‘", "‚"}


def _only_closes_by_shape(text: str, mark: Mark) -> bool:
    """Tell whether a mark that could open by its place is a closing one by its shape.

    "”word" after a space is the Scandinavian opening mark (or a slip of the same meaning); glued
    to a stop and a capital it is the opening of the next sentence with its space lost.
    """
    if mark.char not in {"”", "’"} or not mark.closes:
        return False
    before = text[max(0, mark.span.start - 1) : mark.span.start]
    return not (before in {".", "!", "?"} and text[mark.span.end : mark.span.end + 1].isupper())


def _nests(mark: Mark, top: _Open) -> bool:
    """Tell whether this mark may open inside a quotation of its own family."""
    if mark.char in {"„", "‚"}:
        return True
    if mark.family in {Family.GUILLEMET, Family.ANGLE}:
        return mark.char == top.mark.char and mark.opens
    return mark.char in {"“", "‘"} and top.mark.char == mark.char and mark.opens and not mark.closes


def _ends(text: str, mark: Mark, end: int) -> bool:
    """Tell whether nothing but a few stops follow a mark up to an offset."""
    if end - mark.span.end > _TAIL:
        return False
    return not any(each.isalnum() or each in "»«" for each in text[mark.span.end : end])


def _is_merged(text: str, later: tuple[Mark, ...], mark: Mark) -> bool:
    """Tell whether one guillemet at the paragraph's end closes two: "« … : « … »"."""
    same = [each for each in later if each.family is mark.family]
    if mark.family is not Family.GUILLEMET or len(same) != 1 or same[0].char == mark.char:
        return False
    close = same[0].span.end
    end = text.find("\n", close, close + _TAIL + 1)
    led_in = text[max(0, mark.span.start - _TAIL) : mark.span.start].rstrip().endswith(":")
    return led_in and _ends(text, same[0], len(text) if end < 0 else end)


def _balanced(marks: tuple[Mark, ...], mark: Mark) -> bool:
    """Tell whether both the inner and the outer quotation find a close in what follows."""
    depth = 2
    for other in marks:
        if other.family is not mark.family:
            continue
        depth += 1 if other.char == mark.char and other.opens and not other.closes else -1
        if depth == 0:
            return True
    return False


def _is_inches(text: str, mark: Mark, ahead: Mark | None) -> bool:
    """Inches inside an open quotation: there must still be a mark that closes it."""
    if mark.family is not Family.DOUBLE or not is_measure(text, mark) or ahead is None:
        return False
    return ahead.closes and not ahead.opens


def _is_plural(text: str, mark: Mark, opened: _Open, later: tuple[Mark, ...]) -> bool:
    """Tell a possessive plural inside single marks: "the boys' room", the close still to come."""
    before = text[max(0, mark.span.start - 2) : mark.span.start]
    if mark.family is not Family.SINGLE or not before.endswith(("s", "in")):
        return False
    if not text[mark.span.end : mark.span.end + 2].strip().islower():
        return False
    if _SENTENCE_END.search(text, opened.mark.span.end, mark.span.start):
        return True  # whole sentences close behind a stop and not within one
    ahead = next((m for m in later if m.family is Family.SINGLE), None)
    return ahead is not None and ahead.closes and not ahead.opens
