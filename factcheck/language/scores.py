"""Score sentences by whether anybody is credited, and whether they are worth checking.

The linear models alone, or their mean with the encoder's heads: a plain mean of the two is better
than either (research on PolNeAR: average precision 0.860 and 0.855 alone, 0.893 together).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.language.encoder import Reading
from factcheck.language.linear import linear_model
from factcheck.language.sentence_features import Surroundings, sentence_features, word_features


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """One probability (0-1) a sentence. ``factual``: the sentence states a checkable fact."""

    attributed: tuple[float, ...]
    factual: tuple[float, ...]


def score_sentences(around: Surroundings, reading: Reading | None = None) -> Scores:
    """Return the scores of English sentences. ``around.attributions`` are the rules' own."""
    credited = linear_model("unattributed")
    attributed = tuple(1 - credited.probability(each) for each in sentence_features(around))
    worth = linear_model("claimbuster")
    factual = tuple(
        worth.probability(word_features(around.text[each.span.start : each.span.end]))
        for each in around.sentences
    )
    if reading is None:
        return Scores(attributed=attributed, factual=factual)
    return Scores(
        attributed=_mean(attributed, reading.attributed),
        factual=_mean(factual, reading.factual),
    )


def _mean(one: Sequence[float], other: Sequence[float]) -> tuple[float, ...]:
    return tuple((left + right) / 2 for left, right in zip(one, other, strict=True))
