"""Fit the trees of the duplicate comparison and write them with their card.

    pip install scikit-learn
    python benchmarks/train_duplicates.py ../shared/data/duplicates

Training pairs are the candidate pairs that blocking finds in the development sets: duplicate pairs
and others, which are hard by nature. Half of each are weighed as in a list of their own (by a
word's length), half as in an archive (by its rarity), for the score serves both. Trees are
monotone in every feature that speaks for or against one work by its definition, so that they do
not learn a set's accidents. ``--check`` fits on the works of either half and scores the other.
"""

import argparse
import hashlib
import json
import random
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from duplicates import load_references  # the scorer beside this file
from sklearn.ensemble import HistGradientBoostingClassifier

from citations.duplicates.block import (
    candidates,
    count_words,
    plain_weight,
    rarity,
    worth_comparing,
)
from citations.duplicates.evidence import FEATURES, gather
from citations.duplicates.profile import profile

SETS = {
    "crossref-styles": 1.0,
    "cora": 0.4,
    "dblp-acm": 0.5,
    "dblp-scholar": 0.5,
    "asysd-diabetes": 0.5,
}
"""What a pair of each set weighs: the fit serves printed strings first."""
_FOR = frozenset(
    [
        "containment",
        "overlap",
        "alike",
        "title",
        "title_short",
        "numbers",
        "number_rich",
        "page_same",
        "volume_same",
        "year_same",
        "author",
        "lead",
        "lead_both",
        "identifier_same",
        "url_same",
    ]
)
_AGAINST = frozenset(
    [
        "title_lost",
        "number_split",
        "page_conflict",
        "volume_conflict",
        "year_conflict",
        "author_split",
        "identifier_conflict",
        "url_conflict",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One training pair."""

    values: tuple[float, ...]
    label: bool
    weight: float
    half: int


def samples_of(path: Path, most: int, rng: random.Random) -> list[Sample]:
    """Return up to ``most`` duplicate pairs and twice as many others of one set."""
    references, gold = load_references(path)
    sides = [profile(reference) for reference in references]
    counts = count_words(sides)
    weigh = rarity(counts, len(sides))
    pairs = [p for p in candidates(sides, counts, 80) if worth_comparing(sides[p[0]], sides[p[1]])]
    rng.shuffle(pairs)
    found = []
    left_to_take = {True: most, False: 2 * most}
    for left, right in pairs:
        a, b = sides[left], sides[right]
        label = gold[a.id] == gold[b.id]
        if not left_to_take[label]:
            continue
        left_to_take[label] -= 1
        weight = weigh if rng.random() < 0.5 else plain_weight
        half = hashlib.sha256(min(gold[a.id], gold[b.id]).encode()).digest()[0] % 2
        found.append(
            Sample(
                values=gather(a, b, weight),
                label=label,
                weight=SETS[path.stem],
                half=half,
            )
        )
    return found


def fit(samples: list[Sample], trees: int) -> Any:
    """Fit boosted trees of depth four."""
    model = HistGradientBoostingClassifier(
        max_iter=trees,
        max_depth=4,
        learning_rate=0.15,
        min_samples_leaf=40,
        l2_regularization=1.0,
        monotonic_cst=[(name in _FOR) - (name in _AGAINST) for name in FEATURES],
        early_stopping=False,
        random_state=5,
    )
    model.fit(
        np.array([sample.values for sample in samples]),
        np.array([sample.label for sample in samples]),
        sample_weight=np.array([sample.weight for sample in samples]),
    )
    return model


def plain_trees(model: Any) -> tuple[float, list[list[tuple[int, float, int, int]]]]:
    """Return bias and trees as plain numbers: (feature, threshold, left, right), (-1, value)."""
    trees = [
        [
            (-1, round(float(node["value"]), 5), 0, 0)
            if node["is_leaf"]
            else (
                int(node["feature_idx"]),
                round(float(node["num_threshold"]), 6),
                int(node["left"]),
                int(node["right"]),
            )
            for node in predictor.nodes
        ]
        for (predictor,) in model._predictors  # noqa: SLF001 - the trees have no public form
    ]
    return float(model._baseline_prediction.ravel()[0]), trees  # noqa: SLF001 - as above


def check(samples: list[Sample], trees: int) -> None:
    """Print precision and recall at three thresholds, each half scored by the other's trees."""
    scored = []
    for half in (0, 1):
        model = fit([sample for sample in samples if sample.half != half], trees)
        rest = [sample for sample in samples if sample.half == half]
        chances = model.predict_proba(np.array([sample.values for sample in rest]))[:, 1]
        scored += [(chance, sample) for chance, sample in zip(chances, rest, strict=True)]
    for threshold in (0.5, 0.7, 0.9):
        for weight in sorted({sample.weight for _, sample in scored}):
            kept = [pair for pair in scored if pair[1].weight == weight]
            hits = sum(sample.label for chance, sample in kept if chance >= threshold)
            found = sum(chance >= threshold for chance, _ in kept)
            true = sum(sample.label for _, sample in kept)
            print(f"at {threshold}: weight {weight} P {hits / found:.4f} R {hits / true:.4f}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=8_000, help="duplicate pairs of each set")
    parser.add_argument("--trees", type=int, default=60)
    parser.add_argument("--check", action="store_true", help="score by halves, write nothing")
    parser.add_argument("--out", type=Path, default=Path("citations/data/duplicates.json"))
    options = parser.parse_args()
    rng = random.Random(5)
    samples: list[Sample] = []
    used = {}
    for name in SETS:
        found = samples_of(options.folder / f"{name}.jsonl", options.sample, rng)
        good = sum(sample.label for sample in found)
        used[name] = [good, len(found) - good]
        print(name, used[name], file=sys.stderr)
        samples += found
    if options.check:
        check(samples, options.trees)
        return
    bias, trees = plain_trees(fit(samples, options.trees))
    card = {
        "what": "gradient-boosted trees over citations.duplicates.evidence.FEATURES: each node is"
        " [feature, threshold, left, right], a leaf [-1, value, 0, 0]; a value at or below the"
        " threshold goes left",
        "data": "development halves of Crossref reference-matching-evaluation strings (MIT), Cora"
        " (CC0), DBLP-ACM and DBLP-Scholar (Apache-2.0), ASySD diabetes; [duplicate pairs, other"
        " pairs] of each set; no text is kept",
        "pairs": used,
        "sha256": {
            name: hashlib.sha256((options.folder / f"{name}.jsonl").read_bytes()).hexdigest()
            for name in SETS
        },
        "made by": "benchmarks/train_duplicates.py",
        "features": list(FEATURES),
        "bias": round(bias, 5),
        "trees": trees,
    }
    options.out.write_text(json.dumps(card, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
