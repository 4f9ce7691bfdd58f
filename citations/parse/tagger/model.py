"""The trained tagger: an ONNX graph and its tables, loaded once, when first asked for.

``citations/data/references.onnx`` holds embeddings, two bidirectional LSTM layers and two heads;
``references.json`` the vocabulary, the labels, the CRF's weights and the calibration. Both are
data, never pickles; ``references.card.md`` says how they were made.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import onnxruntime  # type: ignore[import-untyped]  # ships no types

from citations.parse.tagger.decoding import Chain, best_paths
from citations.parse.tagger.features import FLAG_COLUMNS, ID_COLUMNS, encode
from citations.parse.tagger.tokens import tokenize

BATCH = 48  # strings a run; sorted by length, so that little is padding
MAX_TOKENS = 400  # of one string; what follows is left as printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagging:
    """What the model says of one string.

    ``tokens`` are offsets into the string, ``labels`` one label each. ``log_probability`` is the
    natural log of the path's probability; ``kind`` is a CSL type, "back_reference" or
    "not_a_reference", with its probability.
    """

    tokens: tuple[tuple[int, int], ...]
    labels: tuple[str, ...]
    log_probability: float
    kind: str
    kind_probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagger:
    """The loaded model. ``tag`` is its one use."""

    session: onnxruntime.InferenceSession
    vocabulary: Mapping[str, int]
    shapes: Mapping[str, int]
    labels: tuple[str, ...]
    kinds: tuple[str, ...]
    chain: Chain
    calibration: Mapping[str, float]

    def tag(self, texts: Sequence[str]) -> list[Tagging]:
        """Tag every text; the answers stand in the order of the texts."""
        tokens = [tokenize(text)[:MAX_TOKENS] for text in texts]
        order = sorted((k for k in range(len(texts)) if tokens[k]), key=lambda k: len(tokens[k]))
        out = [_NOTHING] * len(texts)
        for at in range(0, len(order), BATCH):
            batch = order[at : at + BATCH]
            answers = self._run([texts[k] for k in batch], [tokens[k] for k in batch])
            for index, answer in zip(batch, answers, strict=True):
                out[index] = answer
        return out

    def _run(self, texts: Sequence[str], tokens: Sequence[list[tuple[int, int]]]) -> list[Tagging]:
        lengths = np.array([len(row) for row in tokens], dtype=np.int64)
        size = (len(texts), int(lengths.max()))
        ids = np.zeros((*size, ID_COLUMNS), dtype=np.int64)
        flags = np.zeros((*size, FLAG_COLUMNS), dtype=np.float32)
        for row, (text, its) in enumerate(zip(texts, tokens, strict=True)):
            ids[row, : len(its)], flags[row, : len(its)] = encode(
                text, its, self.vocabulary, self.shapes
            )
        mask = (np.arange(size[1]) < lengths[:, None]).astype(np.float32)
        scores, kinds = self.session.run(
            ["labels", "kinds"],
            {"ids": ids, "flags": flags, "lengths": lengths.astype(np.int32), "mask": mask},
        )
        paths, logs = best_paths(scores, lengths, self.chain)
        odds = np.exp(kinds - kinds.max(axis=1, keepdims=True))
        odds /= odds.sum(axis=1, keepdims=True)
        names = self.labels
        return [
            Tagging(
                tokens=tuple(its),
                labels=tuple(names[k] for k in path[: len(its)]),
                log_probability=float(log),
                kind=self.kinds[int(odd.argmax())],
                kind_probability=float(odd.max()),
            )
            for its, path, log, odd in zip(tokens, paths.tolist(), logs, odds, strict=True)
        ]


_NOTHING = Tagging(
    tokens=(), labels=(), log_probability=0.0, kind="not_a_reference", kind_probability=1.0
)


@cache
def load() -> Tagger:
    """Return the tagger that ships with the library; read once a process."""
    folder = files("citations") / "data"
    tables = json.loads((folder / "references.json").read_text(encoding="utf-8"))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # the same answer whatever the machine; callers add processes
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        (folder / "references.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
    )
    return Tagger(
        session=session,
        vocabulary={word: at for at, word in enumerate(tables["vocabulary"])},
        shapes={form: at for at, form in enumerate(tables["shapes"])},
        labels=tuple(tables["labels"]),
        kinds=tuple(tables["kinds"]),
        chain=Chain(
            transitions=np.array(tables["transitions"], dtype=np.float32),
            start=np.array(tables["start"], dtype=np.float32),
            end=np.array(tables["end"], dtype=np.float32),
        ),
        calibration=dict(tables["calibration"]),
    )
