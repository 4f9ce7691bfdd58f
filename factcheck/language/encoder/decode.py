"""Turn tag probabilities into spans of whole words."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from factcheck.language.encoder.reading import Labelled, Role
from factcheck.language.encoder.windows import Window
from factcheck.model.article import Span

_OUTSIDE, _BEGIN = 0, 1


def labelled_spans(text: str, window: Window, tags: npt.NDArray[np.float32]) -> Iterator[Labelled]:
    """Yield the spans of a window, trimmed to words; no span crosses a sentence's edge."""
    for role in Role:
        labels = tags[:, role].argmax(-1).tolist()
        for run in _runs(window, labels):
            span = _trimmed(text, Span(window.starts[run[0]], window.ends[run[-1]]))
            if span.end > span.start:
                share = 1 - tags[run, role, _OUTSIDE]
                yield Labelled(
                    role=role,
                    span=span,
                    sentence=window.sentences[run[0]],
                    confidence=float(share.mean()),
                )


def _runs(window: Window, labels: list[int]) -> Iterator[list[int]]:
    """Yield the places of pieces that belong together: one sentence, no new beginning inside."""
    run: list[int] = []
    for place, (number, label) in enumerate(zip(window.sentences, labels, strict=True)):
        joins = bool(run) and label > _BEGIN and number == window.sentences[run[-1]]
        if run and not joins:
            yield run
            run = []
        if number >= 0 and label != _OUTSIDE:
            run = [*run, place] if joins else [place]
    if run:
        yield run


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end)
