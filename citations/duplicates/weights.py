"""The trained weights of the comparison, read once from ``citations/data/duplicates.json``."""

import json
import math
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=1)
def load_weights() -> tuple[float, tuple[float, ...]]:
    """Return the bias and the weights, in the order of ``evidence.features``."""
    text = resources.files("citations").joinpath("data/duplicates.json").read_text("utf-8")
    card = json.loads(text)
    return float(card["bias"]), tuple(float(weight) for weight in card["weights"])


def probability(values: Sequence[float]) -> float:
    """Return the probability (0-1) that a pair with these feature values is one work."""
    bias, weights = load_weights()
    total = bias + sum(weight * value for weight, value in zip(weights, values, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
