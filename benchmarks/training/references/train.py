"""Train the tagger on real and synthetic references and keep the mean of the last weights."""

import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch.nn import functional

from .dataset import (
    NOTHING,
    Example,
    LeftOut,
    Tables,
    batches,
    count_words,
    make_synthetic,
    read_rows,
    to_example,
)
from .harmonise import KINDS, LABELS, check, harmonise
from .network import Network
from .recombine import Recombiner


class Plan(NamedTuple):
    """Everything that a run is made of. ``synthetic`` strings are drawn in shares of ``share``."""

    seed: int = 4
    epochs: int = 34
    synthetic: int = 120_000
    share: int = 15_000
    recombined: int = 24_000  # strings made of two or more real ones
    exchange: float = 0.35  # share of the real strings whose place one of these takes
    hidden: int = 144
    dropout: float = 0.3
    rate: float = 2.5e-3
    batch: int = 56
    word_dropout: float = 0.12
    kind_weight: float = 0.2
    smoothing: float = 0.05
    averaged: float = 0.25  # of the steps, at the end
    minutes: float = 0.0  # of training at most, 0 for no limit; the rate falls to its end in time


class Trained(NamedTuple):
    """What a run leaves: weights, tables and the plan."""

    network: Network
    tables: Tables
    plan: Plan

    def save(self, path: Path) -> None:
        """Keep weights and tables, as tensors and plain values."""
        torch.save(
            {
                "state": self.network.state_dict(),
                "words": list(self.tables.vocabulary),
                "shapes": list(self.tables.shapes),
                "plan": tuple(self.plan),
            },
            path,
        )

    @staticmethod
    def load(path: Path) -> "Trained":
        """Read back what ``save`` kept."""
        kept = torch.load(path, weights_only=True)
        plan = Plan(*kept["plan"])
        tables = Tables(
            {word: at for at, word in enumerate(kept["words"])},
            {form: at for at, form in enumerate(kept["shapes"])},
        )
        network = _network(tables, plan)
        network.load_state_dict(kept["state"])
        return Trained(network.eval(), tables, plan)


def train(
    shared: Path,
    plan: Plan,
    say: Callable[[str], None] = print,
    left_out: LeftOut = NOTHING,
) -> Trained:
    """Train by the plan. The same plan, data and libraries give the same weights."""
    random.seed(plan.seed)
    np.random.seed(plan.seed)  # noqa: NPY002 - torch's own dependencies draw from it
    torch.manual_seed(plan.seed)
    source = random.Random(plan.seed)
    tables, pools = _read(shared, plan, source, left_out)
    true, false, remade = pools
    say(f"{len(true)} real, {len(false)} synthetic, {len(tables.vocabulary)} words")
    network = _network(tables, plan)
    optimizer = torch.optim.AdamW(network.parameters(), lr=plan.rate, weight_decay=0.01)
    mean = torch.optim.swa_utils.AveragedModel(network)
    steps = plan.epochs * -(-(len(true) + plan.share) // plan.batch)
    done = at = 0
    started = time.monotonic()
    for epoch in range(plan.epochs):
        network.train()
        share = [false[(at + k) % len(false)] for k in range(plan.share)]
        at += plan.share
        count = int(len(true) * plan.exchange)
        share += source.sample(true, len(true) - count) + source.sample(remade, count)
        losses: list[float] = []
        for batch in batches(share, plan.batch, source):
            spent = (time.monotonic() - started) / 60
            progress = max(done / steps, spent / plan.minutes if plan.minutes else 0.0)
            if progress >= 1:
                break
            for group in optimizer.param_groups:
                group["lr"] = plan.rate * _warmth(progress)
            ids = batch.ids.clone()
            hidden = torch.rand(ids.shape[:2]) < plan.word_dropout
            ids[..., 0] = torch.where(hidden & (ids[..., 0] > 0), 1, ids[..., 0])
            seen = batch._replace(ids=ids)
            with torch.autocast("cpu", dtype=torch.bfloat16):  # 1.6 times as fast
                scores, kinds = network(seen)
            scores, kinds = scores.float(), kinds.float()
            loss = network.label_loss(scores, seen).mean() / 10
            known = seen.kinds >= 0
            if known.any():
                loss = loss + plan.kind_weight * functional.cross_entropy(
                    kinds[known], seen.kinds[known], label_smoothing=plan.smoothing
                )
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimizer.step()
            losses.append(loss.item())
            done += 1
            if progress > 1 - plan.averaged:
                mean.update_parameters(network)
        if losses:
            minutes = (time.monotonic() - started) / 60
            say(f"epoch {epoch} loss {sum(losses) / len(losses):.4f} after {minutes:.1f} min")
    network.load_state_dict(mean.module.state_dict())
    return Trained(network.eval(), tables, plan)


def _read(
    shared: Path, plan: Plan, source: random.Random, left_out: LeftOut
) -> tuple[Tables, tuple[list[Example], list[Example], list[Example]]]:
    """Return the tables, and the real, the synthetic and the recombined strings as arrays."""
    rows = read_rows(shared / "references" / "train.jsonl")
    rows = [row for row in rows if row["source"] not in left_out.sources]
    real = [harmonise(row) for row in rows]
    made = make_synthetic(plan.synthetic, plan.seed, shared, left_out)
    check([*real, *made])
    tables = count_words([*real, *made])
    recombiner = Recombiner(rows)
    mixed = [harmonise(recombiner.draw(source)) for _ in range(plan.recombined)]
    true, false, remade = (
        [to_example(row, tables) for row in pool if row.tokens] for pool in (real, made, mixed)
    )
    return tables, (true, false, remade)


def _network(tables: Tables, plan: Plan) -> Network:
    rows = (len(tables.vocabulary), len(tables.shapes), len(LABELS), len(KINDS))
    return Network(rows, plan.hidden, plan.dropout)


def _warmth(progress: float) -> float:
    """Return the share of the rate: up in the first tenth, then down along a cosine."""
    if progress < 0.1:
        return 0.04 + 0.96 * progress / 0.1
    return 0.02 + 0.98 * (1 + float(np.cos(np.pi * (progress - 0.1) / 0.9))) / 2
