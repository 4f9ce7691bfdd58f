"""Reference lists in plain text: under a heading line, or a run of bulleted or numbered lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citations.extract.features import likeness
from citations.extract.heading_words import is_list_heading
from citations.extract.printed import collapse, split_label
from citations.reference import Entry

MIN_HEADED = 0.25
MIN_RUN = 0.55
_MARKED = re.compile(r"\s*(?:[•·●▪◦‣*–-]\s+|\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)]\s)")


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
    heading, spans = _headed(lines)
    spans = spans or _run(lines)
    found: list[TextEntry] = []
    for first, last in spans:
        label, text = split_label(collapse(" ".join(lines[first:last])))
        entry = Entry(
            position=len(found),
            text=text,
            label=label,
            path=f"line {first + 1}",
            list_heading=heading,
        )
        found.append(TextEntry(entry, first, last))
    return tuple(found)


def _headed(lines: Sequence[str]) -> tuple[str | None, list[tuple[int, int]]]:
    """Return the line that titles the last list, and the entries after it, if they look right.

    Lists under neighbouring headings ("Normative references", "Informative references") are one.
    """
    titles = [
        index
        for index, line in enumerate(lines)
        if len(line) < 80 and is_list_heading(collapse(line))
    ]
    found: list[tuple[int, int]] = []
    title: str | None = None
    end = len(lines)
    for index in reversed(titles):
        spans = _until_footer(lines, _group(lines, index + 1, end))
        if spans and _mean(lines, spans) >= MIN_HEADED:
            found = spans + found
        elif found and any(line.strip() for line in lines[index + 1 : end]):
            break
        if found:
            title, end = collapse(lines[index]).strip("#: "), index
    return title, found


def _run(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Return the last run of at least two lines that each look like a reference."""
    run: list[tuple[int, int]] = []
    best: list[tuple[int, int]] = []
    for first, last in _group(lines, 0, len(lines)):
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


def _group(lines: Sequence[str], start: int, end: int) -> list[tuple[int, int]]:
    """Part lines into entries: at blank lines, at marked lines, or, where neither, line by line."""
    spans: list[tuple[int, int]] = []
    open_at: int | None = None
    for index in range(start, end):
        line = lines[index]
        if not line.strip():
            if open_at is not None:
                spans.append((open_at, index))
            open_at = None
        elif open_at is None:
            open_at = index
        elif not _continues(lines[open_at], line):
            spans.append((open_at, index))
            open_at = index
    if open_at is not None:
        spans.append((open_at, end))
    return spans


def _continues(first: str, line: str) -> bool:
    """Tell whether a line goes on with the entry that a line began: it is indented deeper."""
    if _MARKED.match(line):
        return False
    return _indent(line) > _indent(first)


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
