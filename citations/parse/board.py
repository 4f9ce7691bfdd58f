"""A board on which labelling rules claim stretches of one text, first come, first served."""

import re
from collections.abc import Iterator

from citations.parse.segments import Segment

_EDGE = re.compile(r"[^\W_]")


class Board:
    """The labels claimed so far for each character of ``text``; local to one labelling."""

    def __init__(self, text: str) -> None:
        """Start with nothing claimed."""
        self.text = text
        self._labels: list[str] = [""] * len(text)
        self.found: dict[str, int] = {}

    def claim(self, start: int, end: int, label: str) -> bool:
        """Give the stretch to the label unless it is empty or partly taken; say whether it was."""
        if start >= end or any(self._labels[start:end]):
            return False
        self._labels[start:end] = [label] * (end - start)
        self.found.setdefault(label, start)
        return True

    def has(self, label: str) -> bool:
        """Say whether the label has claimed anything."""
        return label in self.found

    def is_free(self, start: int, end: int) -> bool:
        """Say whether nobody has claimed any part of the stretch."""
        return not any(self._labels[start:end])

    def first_claim(self, start: int, labels: frozenset[str]) -> int:
        """Return where the first of the labels begins at or after ``start``, or the text's end."""
        for at in range(start, len(self._labels)):
            if self._labels[at] in labels:
                return at
        return len(self._labels)

    def next_taken(self, start: int) -> int:
        """Return the first claimed offset at or after ``start``, or the text's end."""
        for at in range(start, len(self._labels)):
            if self._labels[at]:
                return at
        return len(self._labels)

    def free_runs(self, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Yield the unclaimed stretches that hold a letter or a digit, from left to right."""
        stop = len(self._labels) if end is None else end
        at = start
        while at < stop:
            if self._labels[at]:
                at += 1
                continue
            run = at
            while at < stop and not self._labels[at]:
                at += 1
            if _EDGE.search(self.text, run, at):
                yield run, at

    def segments(self) -> tuple[Segment, ...]:
        """Return what was claimed, in order; touching claims of one label are one segment."""
        out: list[Segment] = []
        for at, label in enumerate(self._labels):
            if not label:
                continue
            if out and out[-1].end == at and out[-1].label == label:
                out[-1] = Segment(start=out[-1].start, end=at + 1, label=label)
            else:
                out.append(Segment(start=at, end=at + 1, label=label))
        return tuple(out)
