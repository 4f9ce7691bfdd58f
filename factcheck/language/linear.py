"""Linear models over sentence features: who is credited with nothing, what is worth checking.

Three logistic regressions (``factcheck/data/claims-linear.json``, made by
``benchmarks/training/claims/train_linear.py``), their weights rounded to steps of one scale so that
the file stays small. No library is needed to apply them.
"""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_FILE = "claims-linear.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinearModel:
    """Weights in units of ``scale``; a feature without one weighs nothing."""

    weights: Mapping[str, int]
    scale: float
    bias: float

    def probability(self, features: Iterable[str]) -> float:
        """Return the probability (0-1) of the positive class."""
        get = self.weights.get
        total = self.bias + self.scale * sum(get(feature, 0) for feature in features)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def linear_model(name: str) -> LinearModel:
    """Return a model by name: "unattributed", "claimbuster" or "checkthat"."""
    stored = _stored()[name]
    return LinearModel(
        weights=dict(zip(stored["features"], stored["weights"], strict=True)),
        scale=stored["scale"],
        bias=stored["bias"],
    )


@cache
def _stored() -> dict[str, dict[str, Any]]:
    text = (files("factcheck") / "data" / _FILE).read_text(encoding="utf-8")
    models: dict[str, dict[str, Any]] = json.loads(text)["models"]
    return models
