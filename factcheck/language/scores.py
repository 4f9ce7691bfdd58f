"""Score sentences by whether anybody is credited, and whether they are worth checking.

The linear models alone, or their mean with the encoder's heads: a plain mean of the two is better
than either (research on PolNeAR: average precision 0.860 and 0.855 alone, 0.893 together).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.language.encoder import Reading
from factcheck.language.linear import linear_model
from factcheck.language.sentence_features import Surroundings, sentence_features, word_features

_NEIGHBOURS = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """One probability (0-1) a sentence. ``factual``: the sentence states a checkable fact.

    ``asked``: an editor would ask for its source, if nobody is credited; only the encoder tells.
    """

    attributed: tuple[float, ...]
    factual: tuple[float, ...]
    asked: tuple[float, ...] | None = None


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
        asked=reading.asked,
    )


def priorities(
    texts: Sequence[str], readings: Sequence[Reading] | None = None
) -> tuple[float, ...]:
    """Return how likely fact-checkers would pick each sentence of a speech or debate, in order.

    For ranking, not as probabilities. ``readings`` are the encoder's of each sentence alone, which
    is what its heads learnt from. A plain mean of what ClaimBuster and CheckThat! taught: with each
    of CheckThat!'s 17 training debates left out in turn, the linear models' mean average precision
    is 0.232 and 0.234 alone and 0.240 together. Checkable statements come in runs, so that a
    sentence's neighbours count for three tenths of it, which raises that to 0.247.
    """
    models = (linear_model("claimbuster"), linear_model("checkthat"))
    listed = [word_features(text) for text in texts]
    alone = [sum(model.probability(each) for model in models) / len(models) for each in listed]
    if readings is not None:
        read = [(each.factual[0] + each.priority[0]) / 2 for each in readings]
        alone = list(_mean(alone, read))
    return tuple(score + _NEIGHBOURS * _around(alone, place) for place, score in enumerate(alone))


def _around(scores: Sequence[float], place: int) -> float:
    beside = [*scores[max(0, place - 1) : place], *scores[place + 1 : place + 2]]
    return sum(beside) / len(beside) if beside else 0.0


def _mean(one: Sequence[float], other: Sequence[float]) -> tuple[float, ...]:
    return tuple((left + right) / 2 for left, right in zip(one, other, strict=True))
