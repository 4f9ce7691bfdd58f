"""Read sentences with the network: spans of source, cue and content, and scores."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from importlib.resources import files

from factcheck.model.analysis import Sentence
from factcheck.model.article import Span


class Role(IntEnum):
    """The parts of an attribution, in the order of the network's tag heads."""

    SOURCE = 0
    CUE = 1
    CONTENT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A span with its role; ``sentence`` indexes the sentences, ``confidence`` is 0-1."""

    role: Role
    span: Span
    sentence: int
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the network sees, one value a sentence, and the labelled spans in text order.

    ``attributed`` is the probability that somebody is credited; ``factual`` and ``priority`` are
    the check-worthiness scores learnt from ClaimBuster and from CheckThat!; ``asked`` is the
    probability that an editor would ask for a source if nobody were credited.
    """

    attributed: tuple[float, ...]
    factual: tuple[float, ...]
    priority: tuple[float, ...]
    asked: tuple[float, ...]
    spans: tuple[Labelled, ...]


def is_installed() -> bool:
    """Tell whether the model file is there: a source checkout may lack the large file."""
    return (files("factcheck") / "data" / "claims.onnx").is_file()


def read_sentences(text: str, sentences: Sequence[Sentence]) -> Reading:
    """Return what the network sees in the sentences, which are in order. Raises nothing on content.

    The libraries are imported here: they take longer than a whole ``fast`` run.
    """
    from factcheck.language.encoder.decode import labelled_spans  # noqa: PLC0415 - see above
    from factcheck.language.encoder.network import head, load, pooled, run  # noqa: PLC0415
    from factcheck.language.encoder.windows import windows  # noqa: PLC0415

    network = load()
    listed = tuple(windows(network.tokenizer, text, sentences))
    attributed = [0.5] * len(sentences)
    factual, priority, asked = list(attributed), list(attributed), list(attributed)
    spans: list[Labelled] = []
    for place, tags, hidden in run(network, listed):
        window = listed[place]
        numbers, states = pooled(window, hidden)
        credited, worth = head(network, "attributed", states), head(network, "worth", states)
        asks = head(network, "asked", states)
        for row, number in enumerate(numbers.tolist()):
            attributed[number] = float(credited[row, 0])
            asked[number] = float(asks[row, 0])
            factual[number], priority[number] = (float(value) for value in worth[row])
        spans += labelled_spans(text, window, tags)
    return Reading(
        attributed=tuple(attributed),
        factual=tuple(factual),
        priority=tuple(priority),
        asked=tuple(asked),
        spans=tuple(sorted(spans, key=lambda each: (each.span, each.role))),
    )
