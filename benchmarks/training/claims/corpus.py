"""Read the claim data and pack it into windows that the network is trained on.

PolNeAR gives sentences with source, cue and content spans; ClaimBuster and CheckThat! 2019 give
check-worthy sentences. All are read from the folder beside the checkout, never copied. A sixth of
the check-worthiness data is kept for development: by sentence for ClaimBuster, by debate for
CheckThat!, chosen by a checksum of the id so that everybody's split is the same.
"""

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

ROLES = ("source", "cue", "content")
CLS, SEP, IGNORED = 101, 102, -100
WINDOW = 256  # word pieces, marks included
WORTH_PIECES = 100
HELD_BACK = 6  # one in so many check-worthiness rows is for development


@dataclass(slots=True)
class Window:
    """Word pieces of whole sentences, [SEP] between paragraphs.

    ``tags`` has a B=1, I=2, O=0 for each role of each piece. ``sentence`` is the number of each
    piece's sentence in ``rows``, -1 for marks. ``offsets`` are those of the piece in its sentence.
    ``worth`` is (task, label) for a check-worthiness row: task 0 ClaimBuster, 1 CheckThat!.
    """

    ids: list[int] = field(default_factory=lambda: [CLS])
    tags: list[list[int]] = field(default_factory=lambda: [[IGNORED] * 3])
    sentence: list[int] = field(default_factory=lambda: [-1])
    offsets: list[tuple[int, int]] = field(default_factory=lambda: [(0, 0)])
    rows: list[dict[str, Any]] = field(default_factory=list)
    attributed: list[float] = field(default_factory=list)
    worth: tuple[int, float] | None = None

    def mark(self) -> None:
        """Append a [SEP]."""
        self.ids.append(SEP)
        self.tags.append([IGNORED] * 3)
        self.sentence.append(-1)
        self.offsets.append((0, 0))


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def read_sentences(folder: Path, split: str) -> dict[str, list[dict[str, Any]]]:
    """Return PolNeAR's sentence rows by document, in the order of the file."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in read_rows(folder / f"polnear_{split}_sents.jsonl"):
        found[row["doc"]].append(row)
    return found


def open_tokenizer(folder: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def document_windows(tokenizer: Tokenizer, rows: Iterable[dict[str, Any]]) -> Iterator[Window]:
    """Pack a document's sentences into windows; a sentence is never parted."""
    window, paragraph = Window(), None
    for row in rows:
        encoding = tokenizer.encode(row["text"], add_special_tokens=False)
        size = min(len(encoding.ids), WINDOW - 4)
        if len(window.ids) + size + 2 > WINDOW:
            window.mark()
            yield window
            window, paragraph = Window(), None
        if paragraph is not None and row["para"] != paragraph:
            window.mark()
        paragraph = row["para"]
        window.sentence += [len(window.rows)] * size
        window.rows.append(row)
        window.attributed.append(float(row["attributed"]))
        window.ids += encoding.ids[:size]
        window.offsets += encoding.offsets[:size]
        window.tags += _tags(row, encoding.offsets)[:size]
    if window.rows:
        window.mark()
        yield window


def _tags(row: dict[str, Any], offsets: list[tuple[int, int]]) -> list[list[int]]:
    tags = np.zeros((len(offsets), len(ROLES)), dtype=int)
    for span in row["spans"]:
        role = ROLES.index(span["role"])
        inside = [
            place
            for place, (start, end) in enumerate(offsets)
            if start >= span["start"] and end <= span["end"] and end > start
        ]
        for number, place in enumerate(inside):
            tags[place, role] = 1 if number == 0 and tags[place, role] == 0 else 2
    return tags.tolist()


def worth_windows(tokenizer: Tokenizer, rows: Iterable[dict[str, Any]]) -> Iterator[Window]:
    """Return one window for each check-worthiness sentence."""
    for row in rows:
        window = Window(rows=[row], attributed=[IGNORED])
        ids = tokenizer.encode(row["text"], add_special_tokens=False).ids[:WORTH_PIECES]
        window.ids += ids
        window.tags += [[IGNORED] * 3] * len(ids)
        window.sentence += [0] * len(ids)
        window.offsets += [(0, 0)] * len(ids)
        window.mark()
        window.worth = (0 if is_claimbuster(row) else 1, float(row["label"]))
        yield window


def is_claimbuster(row: dict[str, Any]) -> bool:
    return str(row["set"]).lower().startswith("claimb")


def worth_rows(folder: Path, *, development: bool) -> list[dict[str, Any]]:
    """Return the check-worthiness rows of one side of the split."""
    return [
        row
        for row in read_rows(folder / "checkworthy_train.jsonl")
        if (zlib.crc32(_unit(row).encode()) % HELD_BACK == 0) == development
    ]


def _unit(row: dict[str, Any]) -> str:
    return str(row["id"] if is_claimbuster(row) else row["doc"])
