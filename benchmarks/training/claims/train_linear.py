"""Fit the linear models of ``factcheck.language.linear`` and write their file.

    python benchmarks/training/claims/train_linear.py [--out factcheck/data/claims-linear.json]

Logistic regression (liblinear, L2) on PolNeAR for "unattributed" and on ClaimBuster and CheckThat!
2019 for what is worth checking. Features seen fewer than five times, and weights that round to
nothing in steps of 1/127 of the largest, are left out. Deterministic; under two minutes.
"""

import argparse
import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from corpus import is_claimbuster, read_rows, read_sentences, worth_rows
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from factcheck.language.attribution import find_attributions
from factcheck.language.quotations import find_quotations
from factcheck.language.sentence_features import Surroundings, sentence_features, word_features
from factcheck.model.analysis import Sentence
from factcheck.model.article import Block, BlockKind, Span

ROOT = Path(__file__).resolve().parents[3]
CLAIMS = Path(os.environ.get("FACTCHECK_SHARED", ROOT.parent / "shared")) / "data" / "claims"
LEAST = 5
STEPS = 127
STRENGTH = {"unattributed": 0.1, "claimbuster": 0.3, "checkthat": 0.1}


def surroundings(doc: dict[str, Any], rows: list[dict[str, Any]]) -> Surroundings:
    blocks = tuple(
        Block(kind=BlockKind.PARAGRAPH if place else BlockKind.HEADING, span=Span(*span))
        for place, span in enumerate(doc["paragraphs"])
    )
    sentences = tuple(
        Sentence(span=Span(row["start"], row["end"]), block=row["para"]) for row in rows
    )
    quotations = find_quotations(doc["text"], blocks)
    return Surroundings(
        text=doc["text"],
        sentences=sentences,
        quotations=quotations,
        attributions=find_attributions(doc["text"], sentences, quotations),
    )


def polnear(split: str) -> tuple[list[set[str]], list[int]]:
    by_document = read_sentences(CLAIMS, split)
    features: list[set[str]] = []
    labels: list[int] = []
    for doc in read_rows(CLAIMS / f"polnear_{split}_docs.jsonl"):
        rows = sorted(by_document[doc["doc"]], key=lambda row: int(row["start"]))
        features += sentence_features(surroundings(doc, rows))
        labels += [int(not row["attributed"]) for row in rows]
    return features, labels


def worth(*, claimbuster: bool) -> tuple[list[set[str]], list[int]]:
    # CheckThat! has few positive rows: ClaimBuster's help it, but not the other way round.
    rows = [
        row
        for row in worth_rows(CLAIMS, development=False)
        if is_claimbuster(row) or not claimbuster
    ]
    return [word_features(row["text"]) for row in rows], [int(row["label"]) for row in rows]


def matrix(rows: Iterable[set[str]], places: dict[str, int]) -> csr_matrix:
    pointers, columns = [0], []
    for row in rows:
        columns += sorted(places[feature] for feature in row if feature in places)
        pointers.append(len(columns))
    shape = (len(pointers) - 1, len(places))
    return csr_matrix((np.ones(len(columns)), columns, pointers), shape=shape)


def fit(name: str, rows: list[set[str]], labels: list[int]) -> dict[str, Any]:
    counts = Counter(feature for row in rows for feature in row)
    kept = sorted(feature for feature, number in counts.items() if number >= LEAST)
    places = {feature: place for place, feature in enumerate(kept)}
    model = LogisticRegression(C=STRENGTH[name], solver="liblinear", random_state=0)
    model.fit(matrix(rows, places), labels)
    weights = model.coef_[0]
    scale = float(np.abs(weights).max()) / STEPS
    steps = np.rint(weights / scale).astype(int)
    used = [place for place in range(len(kept)) if steps[place]]
    print(f"{name}: {len(rows)} rows, {len(used)} of {len(kept)} features")
    return {
        "bias": round(float(model.intercept_[0]), 5),
        "scale": round(scale, 7),
        "features": [kept[place] for place in used],
        "weights": [int(steps[place]) for place in used],
    }


def digest(name: str) -> str:
    return hashlib.sha256((CLAIMS / name).read_bytes()).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--out", type=Path, default=ROOT / "factcheck/data/claims-linear.json")
    options = parser.parse_args()
    models = {
        "unattributed": fit("unattributed", *polnear("train")),
        "claimbuster": fit("claimbuster", *worth(claimbuster=True)),
        "checkthat": fit("checkthat", *worth(claimbuster=False)),
    }
    names = ("polnear_train_docs.jsonl", "polnear_train_sents.jsonl", "checkworthy_train.jsonl")
    card = {
        "what": "logistic regressions over factcheck.language.sentence_features",
        "made by": "benchmarks/training/claims/train_linear.py",
        "data": {
            "PolNeAR 1.0.0 (train)": "states no licence; only weights are derived, no text kept",
            "ClaimBuster": "open access (Zenodo 3609356); repository GPL-3.0",
            "CheckThat! 2019 Task 1 (train)": "free for general research use",
        },
        "sha256": {name: digest(name) for name in names},
    }
    text = json.dumps({"card": card, "models": models}, ensure_ascii=True, separators=(",", ":"))
    options.out.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
