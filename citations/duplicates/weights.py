"""The trained trees of the comparison, read once from ``citations/data/duplicates.json``."""

import json
import math
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources

# A node is (feature, threshold, left, right); a leaf is (-1, value, 0, 0).
Node = tuple[int, float, int, int]


@lru_cache(maxsize=1)
def load_trees() -> tuple[float, tuple[tuple[Node, ...], ...]]:
    """Return the bias and the trees; features are numbered as in ``evidence.FEATURES``."""
    text = resources.files("citations").joinpath("data/duplicates.json").read_text("utf-8")
    card = json.loads(text)
    trees = tuple(
        tuple((int(f), float(t), int(low), int(high)) for f, t, low, high in tree)
        for tree in card["trees"]
    )
    return float(card["bias"]), trees


def probability(values: Sequence[float]) -> float:
    """Return the probability (0-1) that a pair with these feature values is one work.

    Gradient-boosted trees: each adds the value of the leaf its thresholds lead to.
    """
    total, trees = load_trees()
    for tree in trees:
        feature, threshold, low, high = tree[0]
        while feature >= 0:
            feature, threshold, low, high = tree[low if values[feature] <= threshold else high]
        total += threshold
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
