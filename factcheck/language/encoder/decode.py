"""Turn tag probabilities into spans of whole words."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from factcheck.language.encoder.reading import Labelled, Role
from factcheck.language.encoder.windows import Window
from factcheck.model.article import Span

_OUTSIDE, _BEGIN = 0, 1
_TINY = 1e-9
_JOINTS = frozenset("-'’‐‑")
_WEIGHTS = np.array([[0.5, 1.0, 1.0], [0.7, 1.0, 1.0], [1.0, 0.7, 1.0]], np.float32)
"""What the probabilities (outside, begin, inside) of source, cue and content are weighed with:
the network is shy of sources and cues. Chosen on PolNeAR's development split."""


def labelled_spans(text: str, window: Window, tags: npt.NDArray[np.float32]) -> Iterator[Labelled]:
    """Yield the spans of a window: whole words, trimmed; none crosses a sentence's edge."""
    first = _words(text, window)
    last = [*(place - 1 for place in first[1:]), len(window.ids) - 1]
    numbers = [window.sentences[place] for place in first]
    size = np.diff([*first, len(window.ids)])[:, None, None]
    mean = np.add.reduceat(tags, first, axis=0) / size
    mean[:, :, _BEGIN:] = (
        tags[first, :, _BEGIN:]
        / np.maximum(tags[first, :, _BEGIN:].sum(-1, keepdims=True), _TINY)
        * mean[:, :, _BEGIN:].sum(-1, keepdims=True)
    )
    for role in Role:
        labels = (mean[:, role] * _WEIGHTS[role]).argmax(-1).tolist()
        for run in _runs(numbers, labels):
            span = _trimmed(text, Span(window.starts[first[run[0]]], window.ends[last[run[-1]]]))
            if span.end > span.start:
                share = 1 - mean[run, role, _OUTSIDE]
                yield Labelled(
                    role=role,
                    span=span,
                    sentence=numbers[run[0]],
                    confidence=float(share.mean()),
                )


def _words(text: str, window: Window) -> list[int]:
    """Return the places of the pieces that begin a word; a hyphen or apostrophe joins its sides."""
    found: list[int] = []
    for place, start in enumerate(window.starts):
        joins = (
            place > 0
            and window.sentences[place] == window.sentences[place - 1] >= 0
            and start == window.ends[place - 1]
            and _is_inside_word(text, start)
        )
        if not joins:
            found.append(place)
    return found


def _is_inside_word(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at : at + 1]
    if before in _JOINTS:
        return at > 1 and text[at - 2].isalnum() and after.isalnum()
    return before.isalnum() and (
        after.isalnum() or (after in _JOINTS and text[at + 1 : at + 2].isalnum())
    )


def _runs(numbers: list[int], labels: list[int]) -> Iterator[list[int]]:
    """Yield the places of words that belong together: one sentence, no new beginning inside."""
    run: list[int] = []
    for place, (number, label) in enumerate(zip(numbers, labels, strict=True)):
        joins = bool(run) and label > _BEGIN and number == numbers[run[-1]]
        if run and not joins:
            yield run
            run = []
        if number >= 0 and label != _OUTSIDE:
            run.append(place)
    if run:
        yield run


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end)
