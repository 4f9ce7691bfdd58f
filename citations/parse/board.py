"""A board on which stretches of one text are claimed, first come, first served."""

from collections.abc import Iterator

from citations.parse.segments import Segment


class Board:
    """The label claimed so far for each character of ``text``; local to one labelling."""

    def __init__(self, text: str) -> None:
        """Start with nothing claimed."""
        self.text = text
        self._taken = bytearray(len(text))
        self._segments: list[Segment] = []

    def claim(self, start: int, end: int, label: str) -> bool:
        """Give the stretch to the label unless it is empty or partly taken; say whether it was."""
        if start >= end or any(self._taken[start:end]):
            return False
        self._taken[start:end] = b"\1" * (end - start)
        self._segments.append(Segment(start=start, end=end, label=label))
        return True

    def free_parts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the unclaimed parts of a stretch that hold a letter or a digit, left to right."""
        at = start
        while at < end:
            free = self._taken.find(0, at, end)
            if free == -1:
                return
            at = self._taken.find(1, free, end)
            at = end if at == -1 else at
            if any(sign.isalnum() for sign in self.text[free:at]):
                yield free, at

    def segments(self) -> tuple[Segment, ...]:
        """Return what was claimed, in printed order."""
        return tuple(sorted(self._segments, key=lambda segment: segment.start))
