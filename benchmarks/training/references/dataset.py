"""Rows to arrays, and arrays to batches of like length."""

import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch

from citations.parse.tagger.features import encode, word_features

from .generate import Synthetic, generate
from .harmonise import KINDS, LABELS, Labelled, harmonise
from .recombine import Row

LONGEST = 160  # tokens of a training string
_WORDS = 30_000
_SHAPES = 200


class LeftOut(NamedTuple):
    """What a run may not see: sources of real strings, languages and forms of synthetic ones."""

    sources: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    forms: frozenset[int] = frozenset()

    def hides(self, made: Synthetic) -> bool:
        """Whether a synthetic string may not be seen."""
        return made.language in self.languages or made.form in self.forms


NOTHING = LeftOut()


class Tables(NamedTuple):
    """Word and shape numbers; 0 is padding or no shape, 1 an unknown word."""

    vocabulary: dict[str, int]
    shapes: dict[str, int]


class Example(NamedTuple):
    """One string as arrays; ``kind`` is -1 where it is not known."""

    ids: np.ndarray
    flags: np.ndarray
    labels: np.ndarray
    kind: int


class Batch(NamedTuple):
    """Padded tensors: ids, flags, labels, mask, kinds, lengths."""

    ids: torch.Tensor
    flags: torch.Tensor
    labels: torch.Tensor
    mask: torch.Tensor
    kinds: torch.Tensor
    lengths: torch.Tensor


def read_rows(path: Path) -> list[Row]:
    """Read annotated strings, without the source whose labels are half wrong."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [row for row in rows if row["source"] != "anystyle-ugly"]


def make_synthetic(
    count: int, seed: int, shared: Path, left_out: LeftOut = NOTHING
) -> list[Labelled]:
    """Return ``count`` synthetic strings, none of them left out."""
    seen = (made for made in generate(seed, shared) if not left_out.hides(made))
    return [harmonise_made(made) for made in islice(seen, count)]


def harmonise_made(made: Synthetic) -> Labelled:
    """Return a synthetic string with a label for every token."""
    return harmonise(
        {"text": made.text, "labels": made.pieces, "type": made.type, "source": "synthetic"}
    )


def count_words(rows: Sequence[Labelled]) -> Tables:
    """Give the words and shapes of the rows numbers, the commonest first."""
    words: Counter[str] = Counter()
    shapes: Counter[str] = Counter()
    for row in rows:
        for start, end in row.tokens:
            key, *_, form, _ = word_features(row.text[start:end])
            words[key] += 1
            shapes[form] += 1
    kept = [word for word, count in words.most_common(_WORDS) if count >= 2]
    forms = [form for form, count in shapes.most_common(_SHAPES) if count >= 5]
    return Tables(
        {word: at for at, word in enumerate(["<pad>", "<unk>", *kept])},
        {form: at for at, form in enumerate(["?", *forms])},
    )


def to_example(row: Labelled, tables: Tables) -> Example:
    """Return the arrays of a row, cut at the longest string trained on."""
    tokens = row.tokens[:LONGEST]
    ids, flags = encode(row.text, tokens, tables.vocabulary, tables.shapes)
    labels = [LABELS.index(label) for label in row.labels[:LONGEST]]
    kind = KINDS.index(row.kind) if row.kind else -1
    return Example(ids.astype(np.int32), flags, np.array(labels, dtype=np.int64), kind)


def batches(examples: Sequence[Example], size: int, source: random.Random) -> Iterator[Batch]:
    """Yield shuffled batches; strings of like length stand together, so little is padding."""
    order = list(range(len(examples)))
    source.shuffle(order)
    pool = size * 20
    chunks = [
        sorted(order[at : at + pool], key=lambda k: len(examples[k].labels))
        for at in range(0, len(order), pool)
    ]
    groups = [chunk[at : at + size] for chunk in chunks for at in range(0, len(chunk), size)]
    source.shuffle(groups)
    for group in groups:
        yield collate([examples[k] for k in group])


def collate(examples: Sequence[Example]) -> Batch:
    """Pad a few examples into one batch."""
    lengths = [len(example.labels) for example in examples]
    shape = (len(examples), max(lengths))
    ids = np.zeros((*shape, examples[0].ids.shape[1]), dtype=np.int64)
    flags = np.zeros((*shape, examples[0].flags.shape[1]), dtype=np.float32)
    labels = np.zeros(shape, dtype=np.int64)
    mask = np.zeros(shape, dtype=np.float32)
    for row, (example, length) in enumerate(zip(examples, lengths, strict=True)):
        ids[row, :length] = example.ids
        flags[row, :length] = example.flags
        labels[row, :length] = example.labels
        mask[row, :length] = 1
    return Batch(
        torch.from_numpy(ids),
        torch.from_numpy(flags),
        torch.from_numpy(labels),
        torch.from_numpy(mask),
        torch.tensor([example.kind for example in examples]),
        torch.tensor(lengths),
    )
