"""Fit the trees of the duplicate comparison and write them with their card.

    make train-duplicates          # or, with the extra [train] installed:
    PYTHONHASHSEED=0 python -m benchmarks.train_duplicates ../shared/data/duplicates

Training pairs are the candidate pairs that blocking finds in the development sets: duplicate pairs
and others, which are hard by nature; and pairs of made-up works (``training/duplicates``), which
teach what the sets lack. Trees are monotone in every feature that speaks for or against one work
by its definition, so that they do not learn a set's accidents. By one seed everything is the same
again; the seed of hashes counts, for sums over sets of words round as their order goes.
``--left-out`` fits without each set in turn and scores it by the whole pipeline.
"""

import argparse
import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from benchmarks.duplicates import measure
from benchmarks.training.duplicates.samples import WEIGHTS, Sample, draw_samples
from citations.duplicates.evidence import FEATURES

SEED = 5
TREES = 40
DATA = Path("citations/data/duplicates.json")
CARD = Path("citations/data/duplicates.card.md")
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
        "page_range",
        "volume_same",
        "year_same",
        "author",
        "author_rich",
        "author_order",
        "lead",
        "lead_both",
        "first_author",
        "identifier_same",
        "url_same",
    ]
)
_AGAINST = frozenset(
    [
        "unexplained",
        "title_lost",
        "number_split",
        "page_conflict",
        "volume_conflict",
        "year_conflict",
        "author_split",
        "initials_split",
        "identifier_conflict",
        "url_conflict",
    ]
)
_SCORED = {
    "crossref-styles": ("crossref-styles", "lists"),
    "cora": ("cora",),
    "dblp-acm": ("dblp-acm",),
    "dblp-scholar": ("dblp-scholar",),
    "asysd-diabetes": ("asysd-diabetes",),
    "synthetic": ("newsroom", "crossref-styles", "lists"),
}
"""Which scores say how a set does that was left out; the lists are of crossref-styles."""
Trees = tuple[float, list[list[tuple[int, float, int, int]]]]


def fit(samples: Mapping[str, list[Sample]], names: Iterable[str]) -> Any:
    """Fit boosted trees of depth four to the pairs of the sets named."""
    taken = [(sample, WEIGHTS[name]) for name in names for sample in samples[name]]
    model = HistGradientBoostingClassifier(
        max_iter=TREES,
        max_depth=4,
        max_features=0.3,
        learning_rate=0.25,
        min_samples_leaf=40,
        l2_regularization=1.0,
        monotonic_cst=[(name in _FOR) - (name in _AGAINST) for name in FEATURES],
        early_stopping=False,
        random_state=SEED,
    )
    model.fit(
        np.array([sample.values for sample, _ in taken]),
        np.array([sample.label for sample, _ in taken]),
        sample_weight=np.array([weight for _, weight in taken]),
    )
    return model


def plain_trees(model: Any) -> Trees:
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
    bias = float(model._baseline_prediction.ravel()[0])  # noqa: SLF001 - as above
    return round(bias, 5), trees


def score(trees: Trees, folder: Path, names: Iterable[str]) -> list[str]:
    """Return a line for each set: its figures, scored with ``trees`` in the whole pipeline."""
    with patch("citations.duplicates.weights.load_trees", return_value=trees):
        lines = []
        for name in names:
            figures = measure(folder, name).figures.items()
            shown = (f"{figure} {value:.3f}" for figure, value in figures if "/s" not in figure)
            lines.append(f"{name:16} {', '.join(shown)}")
        return lines


def left_out(samples: Mapping[str, list[Sample]], folder: Path) -> list[str]:
    """Score each set with trees that have not seen it."""
    lines = []
    for name, scored in _SCORED.items():
        hidden = {name, "lists"} if name == "crossref-styles" else {name}
        trees = plain_trees(fit(samples, [each for each in WEIGHTS if each not in hidden]))
        found = [f"without {name}: {line}" for line in score(trees, folder, scored)]
        print(*found, sep="\n", flush=True)
        lines += found
    return lines


def card(samples: Mapping[str, list[Sample]], folder: Path, scores: list[str]) -> str:
    """Write the card: what was fitted on what, under which licences, and how well it does."""
    counts = "\n".join(
        f"| {name} | {sum(pair.label for pair in pairs):,} | "
        f"{sum(not pair.label for pair in pairs):,} | {WEIGHTS[name]} |"
        for name, pairs in samples.items()
    )
    files = [*(name for name in WEIGHTS if name != "synthetic"), "newsroom-lists"]
    sums = "\n".join(
        f"{hashlib.sha256((folder / f'{name}.jsonl').read_bytes()).hexdigest()}  {name}.jsonl"
        for name in files
    )
    return f"""# The trees of the duplicate comparison

{TREES} gradient-boosted trees of depth four over `citations.duplicates.evidence.FEATURES`, monotone
where a feature speaks for or against one work by definition. Made by `make train-duplicates`
({datetime.now(UTC):%Y-%m-%d}), seed {SEED}. sha256 of `duplicates.json`:
{hashlib.sha256(DATA.read_bytes()).hexdigest()}

## Data and licences

Pairs of the development halves; no text is kept. Crossref reference-matching-evaluation strings
(MIT) and lists made of them, Cora (CC0), DBLP-ACM and DBLP-Scholar (Apache-2.0), ASySD diabetes
(GPL-3 package). Made-up works: names from Faker (MIT), words from wordfreq (CC BY-SA 4.0). The
news lists are only scored.

| set | duplicate pairs | other pairs | weight of a pair |
| --- | ---: | ---: | ---: |
{counts}

```
{sums}
```

## Scores

By `benchmarks/duplicates.py`, on the sets the trees were fitted on, but for the news lists; then
with each set left out of the fit. Only the latter forecast a set that nobody has seen.

```
{chr(10).join(scores)}
```
"""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--made-up", type=int, default=4_000, help="made-up works")
    parser.add_argument("--left-out", action="store_true", help="only score, write nothing")
    options = parser.parse_args()
    if os.environ.get("PYTHONHASHSEED") != "0":
        parser.error("set PYTHONHASHSEED=0, or the trees are not the same again")
    samples = draw_samples(options.folder, options.made_up, SEED)
    if options.left_out:
        left_out(samples, options.folder)
        return
    bias, trees = plain_trees(fit(samples, WEIGHTS))
    fitted = {
        "what": "gradient-boosted trees over citations.duplicates.evidence.FEATURES: each node is"
        " [feature, threshold, left, right], a leaf [-1, value, 0, 0]; a value at or below the"
        " threshold goes left; see duplicates.card.md",
        "made by": "benchmarks/train_duplicates.py",
        "features": list(FEATURES),
        "bias": bias,
        "trees": trees,
    }
    DATA.write_text(json.dumps(fitted, separators=(",", ":")) + "\n", "utf-8")
    names = ("newsroom", "lists", *_SCORED)
    scores = score((bias, trees), options.folder, [n for n in names if n != "synthetic"])
    print(*scores, sep="\n", flush=True)
    scores += ["", *left_out(samples, options.folder)]
    CARD.write_text(card(samples, options.folder, scores), "utf-8")


if __name__ == "__main__":
    main()
