"""Rebuild the reference tagger: train, export, calibrate, write the card.

    python -m benchmarks.training.references [--shared FOLDER] [--only STEP ...]

The trained weights are kept in the build folder, so that a later step can be run again alone.
"""

import argparse
from pathlib import Path

import torch

from .calibrate import calibrate
from .card import write_card
from .export import tables_of, write_graph, write_tables
from .train import Plan, Trained, train

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT / "citations" / "data"
BUILD = ROOT / "build"
STEPS = ("train", "export", "calibrate", "card")


def main() -> None:
    """Run the steps asked for, in order."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shared", type=Path, default=ROOT.parent / "shared" / "data")
    options.add_argument("--only", nargs="*", choices=STEPS, default=STEPS)
    options.add_argument("--minutes", type=float, default=0.0, help="of training at most")
    options.add_argument("--threads", type=int, default=1)
    chosen = options.parse_args()
    torch.set_num_threads(chosen.threads)
    BUILD.mkdir(exist_ok=True)
    kept = BUILD / "references.pt"
    if "train" in chosen.only:
        trained = train(
            chosen.shared, Plan(minutes=chosen.minutes), lambda line: print(line, flush=True)
        )
        trained.save(kept)
    if "export" in chosen.only:
        trained = Trained.load(kept)
        write_graph(trained, DATA / "references.onnx")
        write_tables(tables_of(trained), DATA / "references.json")
    if "calibrate" in chosen.only:
        calibrate(chosen.shared / "references", DATA / "references.json")
    if "card" in chosen.only:
        write_card(chosen.shared / "references", DATA)


if __name__ == "__main__":
    main()
