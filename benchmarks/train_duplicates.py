"""Fit the weights of the duplicate comparison by logistic regression and write their card.

    python benchmarks/train_duplicates.py ../shared/data/duplicates

Training pairs are the candidate pairs of the development sets that hold printed strings: every
duplicate pair and as many others, hard ones first by nature, since blocking found them.
"""

import argparse
import hashlib
import json
import math
import random
import sys
from dataclasses import fields
from pathlib import Path

from duplicates import load_references  # the scorer beside this file

from citations.duplicates.block import candidates, rarity, worth_comparing
from citations.duplicates.compare import plain_weight
from citations.duplicates.evidence import Evidence, features, gather
from citations.duplicates.profile import profile

_RIDGE = 1.0
_ROUNDS = 12


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a linear system by elimination with pivoting."""
    size = len(right)
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for row in range(size):
            if row != column:
                factor = rows[row][column] / rows[column][column]
                rows[row] = [x - factor * y for x, y in zip(rows[row], rows[column], strict=True)]
    return [rows[index][size] / rows[index][index] for index in range(size)]


def fit(samples: list[tuple[tuple[float, ...], int, float]]) -> list[float]:
    """Fit bias and weights by Newton's method with a ridge."""
    size = len(samples[0][0]) + 1
    beta = [0.0] * size
    for _ in range(_ROUNDS):
        hessian = [
            [
                _RIDGE if row == column and row else 1e-6 if row == column else 0.0
                for column in range(size)
            ]
            for row in range(size)
        ]
        gradient = [-_RIDGE * value if index else 0.0 for index, value in enumerate(beta)]
        for values, label, weight in samples:
            x = (1.0, *values)
            total = sum(b * v for b, v in zip(beta, x, strict=True))
            p = 1 / (1 + math.exp(-max(-30, min(30, total))))
            slack, curve = weight * (label - p), weight * max(p * (1 - p), 1e-6)
            live = [index for index in range(size) if x[index]]
            for row in live:
                gradient[row] += slack * x[row]
                scaled = curve * x[row]
                target = hessian[row]
                for column in live:
                    target[column] += scaled * x[column]
        step = solve(hessian, gradient)
        beta = [b + s for b, s in zip(beta, step, strict=True)]
        if max(map(abs, step)) < 1e-4:
            break
    return beta


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=12_000, help="pairs kept of each set")
    parser.add_argument("--out", type=Path, default=Path("citations/data/duplicates.json"))
    options = parser.parse_args()
    rng = random.Random(5)
    samples = []
    used = {}
    for name in ("crossref-styles", "cora"):
        references, gold = load_references(options.folder / f"{name}.jsonl")
        sides = [profile(reference) for reference in references]
        weigh = rarity(sides)
        pairs = [p for p in candidates(sides, 80) if worth_comparing(sides[p[0]], sides[p[1]])]
        rng.shuffle(pairs)
        good = [p for p in pairs if gold[sides[p[0]].id] == gold[sides[p[1]].id]][
            : options.sample // 2
        ]
        bad = [p for p in pairs if gold[sides[p[0]].id] != gold[sides[p[1]].id]][: options.sample]
        for label, chosen in ((1, good), (0, bad)):
            for left, right in chosen:
                weight = weigh if rng.random() < 0.5 else plain_weight
                samples.append(
                    (
                        features(gather(sides[left], sides[right], weight)),
                        label,
                        0.25 if name == "cora" else 1.0,
                    )
                )
        used[name] = [len(good), len(bad)]
        print(name, used[name], file=sys.stderr)
    beta = fit(samples)
    digest = hashlib.sha256((options.folder / "crossref-styles.jsonl").read_bytes()).hexdigest()
    card = {
        "what": "logistic regression over citations.duplicates.evidence.features",
        "data": (
            "development halves of Crossref reference-matching-evaluation strings (MIT) and Cora"
            " (CC0); [duplicate pairs, other pairs] per set"
        ),
        "pairs": used,
        "sha256": {"crossref-styles.jsonl": digest},
        "made by": "benchmarks/train_duplicates.py",
        "features": [field.name for field in fields(Evidence)]
        + ["overlap*year_same", "title_short*author", "number_rich*containment", "containment^2"],
        "bias": round(beta[0], 5),
        "weights": [round(value, 5) for value in beta[1:]],
    }
    options.out.write_text(json.dumps(card, indent=1) + "\n")
    for feature, value in zip(card["features"], card["weights"], strict=True):
        print(f"{feature:24} {value:8.3f}")
    wrong = sum(
        (sum(b * v for b, v in zip(beta, (1.0, *x), strict=True)) > 0) != bool(label)
        for x, label, _ in samples
    )
    print("training error", wrong / len(samples), len(samples))


if __name__ == "__main__":
    main()
