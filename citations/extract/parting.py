"""One line that holds several references: "[1] ... [2] ...", or one to a line of the source.

Numbers part a line where they count up one by one and what stands between them looks like
references. Line ends of the source part it where every line does; an HTML file's lines are
wrapped anywhere, so lines that do not all look like references are one string.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from citations.extract.features import likeness
from citations.extract.printed import Printed, collapse, split_label

MIN_PIECE = 0.25
"""Likeness that what stands between two numbers must have."""
MIN_LINE = 0.4
"""Likeness that every line of the source must have."""
SHORTEST = 15
MAX_PIECES = 2_000
SHORTEST_LISTED = 20
_BULLET = re.compile(r"(?:^|(?<=\s))[•●▪◦‣]\s+")
_SEMICOLON = re.compile(r";\s+")
_BEGINS_SOURCE = re.compile(r"[\W_]*(?:[A-ZÀ-ÞŁŚŠŽ\d]|https?:)|[\W_]*[^\W\d_A-Za-z]")
_BEGINS = r"(?=[^\W\d_]|[\"“”«‘'(—–_]|\d{4}|https?:)"
_STYLES = (
    re.compile(rf"(?:^|(?<=\s))\[(\d{{1,3}})\][.:]?\s*{_BEGINS}"),
    re.compile(rf"(?:^|(?<=\s))\((\d{{1,3}})\)[.:]?\s*{_BEGINS}"),
    re.compile(rf"(?:^\s*|(?<=[.;,)\]”\"»/\w]\s))(\d{{1,3}})[.)]\s+{_BEGINS}"),
)
_BARE = re.compile(r"(?<=[.;)\]”\"»])\s*(\d{1,3})\s+(?=[^\W\d_a-z])")
"""Numbers set without a mark, raised once: they count only after one that the markup told."""


def parted(item: Printed) -> list[Printed]:
    """Return the references that a line holds, each with its links; the line where it is one."""
    raw = "".join(item.parts)
    if len(raw) < 2 * SHORTEST:
        return [item]
    cuts = _at_numbers(item, raw) or _at_bullets(raw) or _at_line_ends(raw)
    if not cuts:
        return [item]
    ends = [*cuts[1:], len(raw)]
    pieces = [cut(item, start, end) for start, end in zip(cuts, ends, strict=True)]
    return [replace(pieces[0], label=item.label), *pieces[1:]]


def at_semicolons(item: Printed) -> list[Printed]:
    """Return what a line lists between semicolons; nothing where they part names or numbers.

    Authors are parted so too ("Doe, A.; Roe, B."), so every piece must be longer than a name.
    """
    raw = "".join(item.parts)
    cuts = [0, *(match.end() for match in _SEMICOLON.finditer(raw))]
    pieces = [cut(item, start, end) for start, end in zip(cuts, [*cuts[1:], len(raw)], strict=True)]
    texts = [collapse("".join(piece.parts)) for piece in pieces]
    if any(len(text) < SHORTEST_LISTED or not _BEGINS_SOURCE.match(text) for text in texts):
        return []
    for piece, text in zip(pieces, texts, strict=True):
        if text.endswith(";"):
            piece.parts[-1] = piece.parts[-1].rstrip().removesuffix(";")
    return pieces


def cut(item: Printed, start: int, end: int) -> Printed:
    """Return the piece of a line between two offsets into its joined parts, without its label."""
    piece = Printed(node=item.node)
    moved: dict[int, int] = {}
    at = 0
    for index, part in enumerate(item.parts):
        inside = part[max(0, start - at) : max(0, end - at)]
        if (inside or (not part and at >= start)) and at < end:
            moved[index] = len(piece.parts)
            piece.parts.append(inside)
        if start <= at < end:
            piece.noted += [
                (moved.get(index, len(piece.parts)), name, value)
                for place, name, value in item.noted
                if place == index
            ]
        at += len(part)
    piece.anchors = [
        (moved[first], moved[last - 1] + 1, inside)
        for first, last, inside in item.anchors
        if first in moved and last - 1 in moved
    ]
    return piece


def _at_numbers(item: Printed, raw: str) -> list[int]:
    """Return where each numbered reference begins, nothing where fewer than two do."""
    best: list[int] = []
    for style in _STYLES:
        marks = [(match.start(), int(match.group(1))) for match in style.finditer(raw)]
        if len(marks) < 2 or raw[: marks[0][0]].strip():
            continue
        found = _counting(marks, raw)
        best = found if len(found) > len(best) else best
    if not best and item.label and item.label.isdigit():
        marks = [(0, int(item.label))]
        marks += [(match.start(), int(match.group(1))) for match in _BARE.finditer(raw)]
        best = _counting(marks, raw)
    return best if 2 <= len(best) <= MAX_PIECES else []


def _at_bullets(raw: str) -> list[int]:
    """Return where each bulleted reference begins, nothing unless every one is a reference."""
    cuts = [match.start() for match in _BULLET.finditer(raw)]
    if not 2 <= len(cuts) <= MAX_PIECES or raw[: cuts[0]].strip():
        return []
    pieces = (raw[start:end] for start, end in zip(cuts, [*cuts[1:], len(raw)], strict=True))
    return cuts if all(map(_is_reference, pieces)) else []


def _counting(marks: list[tuple[int, int]], raw: str) -> list[int]:
    """Return the marks that count up one by one with a reference after each; () if any has none."""
    start, number = marks[0]
    found = [start]
    for place, value in marks[1:]:
        if value == number + 1 and _is_reference(raw[found[-1] : place]):
            found.append(place)
            number = value
    return found if _is_reference(raw[found[-1] :]) else []


def _is_reference(piece: str) -> bool:
    text = split_label(collapse(piece))[1]
    return len(text) >= SHORTEST and likeness(text) >= MIN_PIECE


def _at_line_ends(raw: str) -> list[int]:
    """Return where each line of the source begins, nothing unless every line is a reference."""
    if "\n" not in raw.strip():
        return []
    lines = [(start, line) for start, line in _lines(raw) if line.strip()]
    if not 2 <= len(lines) <= MAX_PIECES:
        return []
    texts = (split_label(collapse(line))[1] for _, line in lines)
    if any(len(text) < SHORTEST or likeness(text) < MIN_LINE for text in texts):
        return []
    return [start for start, _ in lines]


def _lines(raw: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in raw.split("\n"):
        yield start, line
        start += len(line) + 1
