"""How likely it is that a parsed reference is wholly right.

A logistic regression over signs of a good parse, fitted on development strings that the tagger was
not trained on; ``docs/references.md`` has its reliability curve. The weights are in
``citations/data/references.json``, under "calibration".
"""

import math

from citations.item import Item
from citations.parse.labelling import Labelling

# The signs, by the names that the calibration gives them.
SIGNS = (
    "bias",
    "path",
    "path_per_token",
    "path_probability",
    "path_probability_2",
    "path_probability_4",
    "kind",
    "length",
    "notes",
    "missing",
    "unparsed_names",
    "fields",
)
_LOWEST, _HIGHEST = 0.01, 0.99  # nothing printed is ever sure
_LONG = 60  # tokens; longer strings are all hard alike


def signs(labelling: Labelling, item: Item) -> dict[str, float]:
    """Return what the confidence is judged by, each by its name in the calibration."""
    tokens = max(1, labelling.token_count)
    notes = [value for name, value in item.extra if name == "note"]
    found = (item.author or item.editor, item.issued, item.title, item.container_title)
    sure = math.exp(min(0.0, labelling.log_probability))
    return {
        "path": max(-8.0, labelling.log_probability),
        "path_per_token": max(-0.5, labelling.log_probability / tokens) * 10,
        "path_probability": sure,
        "path_probability_2": sure**2,  # powers let the curve bend where the path is nearly sure
        "path_probability_4": sure**4,
        "kind": labelling.kind_probability,
        "length": min(tokens, _LONG) / _LONG,
        "notes": float(min(3, len(notes))),
        "missing": float(sum(not value for value in found)),
        "unparsed_names": float(any(name in {"author", "editor"} for name, _ in item.extra)),
        "fields": min(10, len(labelling.segments)) / 10,
    }


def confidence(labelling: Labelling, item: Item) -> float:
    """Return the probability (0.01-0.99) that every field of the item is right.

    A bare address or date names no work, however well it was read, and gets the lowest.
    """
    if not any((item.author, item.editor, item.title, item.container_title)):
        return _LOWEST
    weights = labelling.calibration
    score = weights["bias"] + sum(
        weights[name] * value for name, value in signs(labelling, item).items()
    )
    sure = 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
    return round(min(_HIGHEST, max(_LOWEST, sure)), 3)
