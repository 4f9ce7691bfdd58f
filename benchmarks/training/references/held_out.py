"""Measure what is lost on styles and languages that training never saw.

    python -m benchmarks.training.references.held_out [--shared FOLDER] [--epochs N]

Short runs, far from the ceiling of the tagger that ships: their differences count, not their
figures. Each run but the first leaves something out, and all are scored alike: F1 of the exact
labelled stretches on the development strings by source, and on synthetic strings of a seed that
no run trains on, parted into the forms that one run leaves out, the languages that another
does, and the rest.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice
from pathlib import Path

import torch

from benchmarks.references import Score
from citations.parse.tagger.decoding import Chain, best_paths

from .dataset import LeftOut, collate, harmonise_made, read_rows, to_example
from .generate import generate
from .harmonise import LABELS, Labelled, harmonise
from .tables import forms
from .train import Plan, Trained, train

_ANYSTYLE = frozenset({"anystyle-core", "anystyle-good", "anystyle-bad"})
_EVERY = 5  # one form in so many is left out
_TEST_SEED, _TEST_COUNT = 1_000_003, 6_000
_SHORT = Plan(epochs=3, synthetic=30_000, share=12_000, recombined=6_000)


def runs() -> Mapping[str, LeftOut]:
    """Return what each run leaves out, by the run's name."""
    return {
        "all": LeftOut(),
        "no grobid strings": LeftOut(sources=frozenset({"grobid"})),
        "no anystyle strings": LeftOut(sources=_ANYSTYLE),
        "one form in five": LeftOut(forms=frozenset(range(0, len(forms()), _EVERY))),
        "no German, no Italian": LeftOut(languages=frozenset({"de", "it"})),
    }


def test_sets(shared: Path) -> dict[str, list[Labelled]]:
    """Return the strings to score, by the set's name."""
    found: dict[str, list[Labelled]] = defaultdict(list)
    for name in ("dev.jsonl", "newsroom-dev.jsonl"):
        for row in read_rows(shared / "references" / name):
            source = row.get("source", "newsroom")
            found[source].append(harmonise({**row, "source": source}))
    left_out = runs()["one form in five"].forms
    for made in islice(generate(_TEST_SEED, shared), _TEST_COUNT):
        kind = "left out" if made.form in left_out else "kept"
        found[f"forms {kind}"].append(harmonise_made(made))
        found[f"forms {made.language}"].append(harmonise_made(made))
    return {name: rows for name, rows in found.items() if len(rows) >= 100}


def score(trained: Trained, rows: Sequence[Labelled], size: int = 48) -> Score:
    """Return the counts of exact labelled stretches; "other" is none."""
    network = trained.network
    chain = Chain(
        transitions=network.transitions.detach().numpy(),
        start=network.start.detach().numpy(),
        end=network.end.detach().numpy(),
    )
    total = Score()
    order = sorted((row for row in rows if row.tokens), key=lambda row: len(row.tokens))
    for at in range(0, len(order), size):
        group = order[at : at + size]
        batch = collate([to_example(row, trained.tables) for row in group])
        with torch.no_grad():
            scores, _ = network(batch)
        paths, _ = best_paths(scores.numpy(), batch.lengths.numpy(), chain)
        for row, path in zip(group, paths.tolist(), strict=True):
            gold = set(_stretches(row.labels))
            got = set(_stretches([LABELS[k] for k in path[: len(row.tokens)]]))
            total.right += len(gold & got)
            total.missed += len(gold - got)
            total.spurious += len(got - gold)
    return total


def _stretches(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    at = 0
    for label, group in groupby(labels):
        start, at = at, at + len(list(group))
        if label != "other":
            yield start, at, label


def main() -> None:
    """Train and score each run, and print a table."""
    options = argparse.ArgumentParser(description=__doc__)
    root = Path(__file__).resolve().parents[3]
    options.add_argument("--shared", type=Path, default=root.parent / "shared" / "data")
    options.add_argument("--epochs", type=int, default=_SHORT.epochs)
    chosen = options.parse_args()
    torch.set_num_threads(1)
    sets = test_sets(chosen.shared)
    names = sorted(sets)
    print(f"{'':24}" + "".join(f"{name.removeprefix('anystyle-'):>16}" for name in names))
    for title, left_out in runs().items():
        plan = _SHORT._replace(epochs=chosen.epochs)
        trained = train(chosen.shared, plan, lambda _: None, left_out)
        cells = "".join(f"{score(trained, sets[name]).f1:16.3f}" for name in names)
        print(f"{title:24}{cells}", flush=True)


if __name__ == "__main__":
    main()
