"""Run the network: word pieces in, tag probabilities and hidden states out.

``claims.onnx`` is the encoder with its tag heads, int8; ``claims-heads.json`` holds the sentence
heads, which pool hidden states outside the graph. Both are made by
``benchmarks/training/claims/export.py``; ``claims.json`` is their card. ``claims-asked.json`` is
one head more with its own card, fitted on them by ``benchmarks/training/claims/train_asking.py``.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime  # type: ignore[import-untyped]  # ships no annotations
from tokenizers import Tokenizer

from factcheck.language.encoder.windows import Window

FloatArray = npt.NDArray[np.float32]

_BATCH = 8  # windows: more is slower on one core, for the padding


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The loaded model. ``heads`` maps a head to its weights (rows, 2 x hidden) and biases."""

    tokenizer: Tokenizer
    session: onnxruntime.InferenceSession
    heads: dict[str, tuple[FloatArray, FloatArray]]


@cache
def load() -> Network:
    """Return the model, loaded once a process, for one thread."""
    folder = files("factcheck") / "data"
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    with as_file(folder / "claims.onnx") as path:
        session = onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"]
        )
    stored: dict[str, Any] = json.loads((folder / "claims-heads.json").read_text("utf-8"))
    stored["asked"] = json.loads((folder / "claims-asked.json").read_text("utf-8"))
    tokenizer = Tokenizer.from_str((folder / "claims-tokens.json").read_text("utf-8"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return Network(
        tokenizer=tokenizer,
        session=session,
        heads={
            name: (np.array(head["weight"], np.float32), np.array(head["bias"], np.float32))
            for name, head in stored.items()
        },
    )


def run(network: Network, listed: Sequence[Window]) -> Iterator[tuple[int, FloatArray, FloatArray]]:
    """Yield (index, tag probabilities, hidden states) of each window, like sizes together.

    Probabilities are (pieces, roles, 3) for outside, begin and inside.
    """
    order = sorted(range(len(listed)), key=lambda number: len(listed[number].ids))
    for first in range(0, len(order), _BATCH):
        picked = order[first : first + _BATCH]
        length = max(len(listed[number].ids) for number in picked)
        ids = np.zeros((len(picked), length), np.int64)
        mask = np.zeros((len(picked), length), np.int64)
        for row, number in enumerate(picked):
            end = len(listed[number].ids)
            ids[row, :end] = listed[number].ids
            mask[row, :end] = 1
        logits, hidden = network.session.run(["tags", "hidden"], {"ids": ids, "mask": mask})
        for row, number in enumerate(picked):
            end = len(listed[number].ids)
            yield number, _softmax(logits[row, :end].reshape(end, -1, 3)), hidden[row, :end]


def _softmax(logits: FloatArray) -> FloatArray:
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    share: FloatArray = raised / raised.sum(-1, keepdims=True)
    return share


def pooled(window: Window, hidden: FloatArray) -> tuple[npt.NDArray[np.int64], FloatArray]:
    """Return the window's sentence numbers and, for each, the mean and maximum of its pieces."""
    numbers = np.array(window.sentences)
    inside = numbers >= 0
    present, first = np.unique(numbers[inside], return_index=True)
    states = hidden[inside]
    size = np.diff(np.append(first, len(states)))[:, None]
    mean = np.add.reduceat(states, first) / size
    highest = np.maximum.reduceat(states, first)
    return present, np.concatenate([mean, highest], axis=1).astype(np.float32)


def head(network: Network, name: str, states: FloatArray) -> FloatArray:
    """Return the probabilities that a head gives pooled sentences: (sentences, outputs)."""
    weight, bias = network.heads[name]
    share: FloatArray = 1 / (1 + np.exp(-(states @ weight.T + bias)))
    return share
