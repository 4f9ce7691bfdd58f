"""Reference lists in plain text: under a heading line, or a run of bulleted or numbered lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from citations.extract.features import likeness
from citations.extract.heading_words import is_list_heading
from citations.extract.printed import collapse, rejoined, split_label
from citations.reference import Entry

MIN_HEADED = 0.25
MIN_RUN = 0.55
MAX_TITLES = 40
"""How many heading lines are tried, the last first."""
_MARKED = re.compile(r"\s*(?:[•·●▪◦‣*–-]\s+|\[[^\]\s]{1,20}\]|\(\d{1,3}\)|\d{1,3}[.)]\s)")
_PAGE_END = re.compile(r"\[Page \d{1,4}\]\s*")
"""How Internet-Drafts and RFCs end a printed page; the next one begins with a line of its own."""
_SPREAD = " " * 3
LONGEST_LINE = 100
"""Characters a line of wrapped text has at most."""
FULL = 0.7
"""The share of a text's lines that must be full for its line ends to be those of wrapping."""


@dataclass(frozen=True, slots=True)
class TextEntry:
    """An entry and the lines it stood on: half-open, counted from 0."""

    entry: Entry
    first: int
    last: int


def find_entries_in_text(lines: Sequence[str]) -> tuple[Entry, ...]:
    """Return the entries of the reference list in the lines of a plain text."""
    return tuple(found.entry for found in find_in_text(lines))


def find_in_text(lines: Sequence[str]) -> tuple[TextEntry, ...]:
    """Return the entries with the lines they took."""
    lists = headed_lists(lines)
    spans = [span for _, listed in lists for span in listed] or _run(lines)
    heading = collapse(lines[lists[0][0]]).strip("#: ") if lists else None
    furniture = page_ends(lines)
    found: list[TextEntry] = []
    for first, last in spans:
        printed = (lines[n] for n in range(first, last) if n not in furniture)
        label, text = split_label(rejoined(printed))
        entry = Entry(
            position=len(found),
            text=text,
            label=label,
            path=f"line {first + 1}",
            list_heading=heading,
        )
        found.append(TextEntry(entry, first, last))
    return tuple(found)


def headed_lists(lines: Sequence[str]) -> list[tuple[int, list[tuple[int, int]]]]:
    """Return the lists at a text's end: the line that titles each, and its entries' lines.

    Lists under neighbouring headings ("Normative references", "Informative references") are all
    returned; a list that other text follows ends the search.
    """
    titles = [
        index
        for index, line in enumerate(lines)
        if len(line) < 80 and is_list_heading(collapse(line))
    ]
    found: list[tuple[int, list[tuple[int, int]]]] = []
    end = len(lines)
    ends = page_ends(lines)
    for index in reversed(titles[-MAX_TITLES:]):
        spans = _until_footer(lines, _group(lines, index + 1, end, ends))
        if spans and _mean(lines, spans) >= MIN_HEADED:
            found.insert(0, (index, spans))
        elif found and any(line.strip() for line in lines[index + 1 : end]):
            break
        if found:
            end = index
    return found


def _run(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Return the last run of at least two lines that each look like a reference."""
    run: list[tuple[int, int]] = []
    best: list[tuple[int, int]] = []
    for first, last in _group(lines, 0, len(lines), page_ends(lines)):
        text = collapse(" ".join(lines[first:last]))
        marked = _MARKED.match(lines[first]) is not None
        if (
            likeness(split_label(text)[1]) >= (MIN_HEADED if marked else MIN_RUN)
            and len(text) < 1000
        ):
            run.append((first, last))
            continue
        if len(run) >= 2:
            best = run
        run = []
    if len(run) >= 2:
        best = run
    return best if best and _mean(lines, best) >= MIN_RUN else []


def _group(lines: Sequence[str], start: int, end: int, ends: set[int]) -> list[tuple[int, int]]:
    """Part lines into entries: at blank lines, at marked lines, or, where neither, line by line.

    ``ends`` are the lines of pages' ends, which part nothing.
    """
    kept = [n for n in range(start, end) if n not in ends]
    marked = next((_MARKED.match(lines[n]) is not None for n in kept if lines[n].strip()), False)
    wrapped = marked or _is_wrapped([lines[n] for n in kept])
    spans: list[tuple[int, int]] = []
    first = last = -1
    for n in kept:
        line = lines[n]
        if not line.strip() or first < 0 or not _continues(lines[first], line, wrapped=wrapped):
            if first >= 0:
                spans.append((first, last + 1))
            first = n if line.strip() else -1
        last = n
    if first >= 0:
        spans.append((first, last + 1))
    return spans


def _continues(first: str, line: str, *, wrapped: bool) -> bool:
    """Tell whether a line goes on with the entry that a line began: wrapped or indented deeper."""
    if _MARKED.match(line):
        return False
    return _indent(line) > _indent(first) or (wrapped and _indent(line) == _indent(first))


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Tell whether lines within blocks are full, and blocks parted by blank lines: wrapped text."""
    width = max(map(len, lines), default=0)
    pairs = [(one, two) for one, two in pairwise(lines) if one.strip() and two.strip()]
    blank = any(not line.strip() for line in lines[1:-1])
    if not blank or width > LONGEST_LINE or len(pairs) < 2:
        return False
    full = sum(len(one.rstrip()) + 1 + len(two.split()[0]) > width for one, two in pairs)
    return full >= FULL * len(pairs)


def page_ends(lines: Sequence[str]) -> set[int]:
    """Return the lines of a printed page's foot and the next one's head, blank ones about them."""
    found: set[int] = set()
    for n, line in enumerate(lines):
        if "[Page " not in line or not _PAGE_END.search(line):
            continue
        first, last = n, n + 1
        while first > 0 and not lines[first - 1].strip():
            first -= 1
        while last < len(lines) and not lines[last].strip():
            last += 1
        if last < len(lines) and _SPREAD in lines[last].strip() and not _indent(lines[last]):
            last += 1
            while last < len(lines) and not lines[last].strip():
                last += 1
        found.update(range(first, last))
    return found


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _until_footer(lines: Sequence[str], spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stop where two blocks in a row no longer look like references."""
    misses = 0
    for index, (first, last) in enumerate(spans):
        good = likeness(split_label(collapse(" ".join(lines[first:last])))[1]) >= 0.2
        misses = 0 if good else misses + 1
        if misses == 2:
            return spans[: index - 1]
    return spans[:-1] if misses else spans


def _mean(lines: Sequence[str], spans: Sequence[tuple[int, int]]) -> float:
    texts = [split_label(collapse(" ".join(lines[first:last])))[1] for first, last in spans]
    return sum(map(likeness, texts)) / len(texts)
