"""Fit the confidence on development strings, and measure how true it is.

The strings were not used to train the tagger. The reliability and the calibration error are
measured on strings that the weights were not fitted on (five folds); the weights that ship are
fitted on all.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks.references import FIELDS, comparable, printed_fields, read_rows
from citations.parse import parse_reference
from citations.parse.assemble import assemble
from citations.parse.confidence import signs
from citations.parse.labelling import label

from .export import write_tables

_RIDGE, _ROUNDS, _FOLDS = 1.0, 30, 5
_BINS = 10


class Sample(NamedTuple):
    """The signs of one parse and whether it was wholly right."""

    signs: dict[str, float]
    right: bool


class Reliability(NamedTuple):
    """Expected calibration error, Brier score, and for each tenth: count, said and true share."""

    error: float
    brier: float
    bins: tuple[tuple[int, float, float], ...]


def samples(folder: Path) -> list[Sample]:
    """Return the development strings' signs, by the scorer's judgement of what is wholly right."""
    rows = [r for r in read_rows(folder / "dev.jsonl") if r["source"] != "anystyle-ugly"]
    rows += [{**row, "source": "newsroom"} for row in read_rows(folder / "newsroom-dev.jsonl")]
    rows = [r for r in rows if r.get("type") not in {"back_reference", "not_a_reference"}]
    annotated: dict[str, set[str]] = {}
    for row in rows:
        annotated.setdefault(row["source"], set()).update(set(row["fields"]) & set(FIELDS))
    out: list[Sample] = []
    for row, labelling in zip(rows, label([row["text"] for row in rows]), strict=True):
        reference = parse_reference(row["text"])
        found = printed_fields(reference)
        right = all(
            comparable(name, row["fields"].get(name, "")) == comparable(name, found.get(name, ""))
            for name in annotated[row["source"]]
        )
        if reference.kind == "reference":
            item, _ = assemble(row["text"], labelling)
            out.append(Sample(signs(labelling, item), right))
    return out


def fit(chosen: list[Sample]) -> dict[str, float]:
    """Return the weights of a ridge logistic regression, by Newton's method."""
    names = list(chosen[0].signs)
    x = np.array([[1.0, *(s.signs[name] for name in names)] for s in chosen])
    y = np.array([float(sample.right) for sample in chosen])
    beta = np.zeros(x.shape[1])
    ridge = np.eye(x.shape[1]) * _RIDGE
    ridge[0, 0] = 1e-6
    for _ in range(_ROUNDS):
        p = 1 / (1 + np.exp(-(x @ beta)))
        curve = np.maximum(p * (1 - p), 1e-6)
        beta += np.linalg.solve((x.T * curve) @ x + ridge, x.T @ (y - p) - ridge @ beta)
    values = np.round(beta, 4).tolist()
    return dict(zip(["bias", *names], values, strict=True))


def probability(weights: dict[str, float], sample: Sample) -> float:
    """Return the confidence that the weights give a sample."""
    score = weights["bias"] + sum(weights[n] * value for n, value in sample.signs.items())
    return float(1 / (1 + np.exp(-score)))


def reliability(all_samples: list[Sample]) -> Reliability:
    """Measure the confidence out of fold."""
    pairs: list[tuple[float, bool]] = []
    for fold in range(_FOLDS):
        weights = fit([s for at, s in enumerate(all_samples) if at % _FOLDS != fold])
        pairs += [(probability(weights, s), s.right) for s in all_samples[fold::_FOLDS]]
    bins = tuple(_bins(pairs))
    error = sum(count * abs(said - true) for count, said, true in bins) / len(pairs)
    return Reliability(error, sum((p - right) ** 2 for p, right in pairs) / len(pairs), bins)


def _bins(pairs: list[tuple[float, bool]]) -> Iterator[tuple[int, float, float]]:
    for low in range(_BINS):
        inside = [pair for pair in pairs if min(_BINS - 1, int(pair[0] * _BINS)) == low]
        if inside:
            count = len(inside)
            yield count, sum(p for p, _ in inside) / count, sum(r for _, r in inside) / count


def calibrate(folder: Path, path: Path) -> None:
    """Fit the weights, write them into the tables and print how true they are."""
    found = samples(folder)
    tables = json.loads(path.read_text(encoding="utf-8"))
    write_tables({**tables, "calibration": fit(found)}, path)
    measured = reliability(found)
    print(
        f"{len(found)} strings, calibration error {measured.error:.3f}, Brier {measured.brier:.3f}"
    )
    for count, said, true in measured.bins:
        print(f"{count:5} strings said {said:.2f}, right {true:.2f}")
