"""The tagger: tokens, decoding against a search of all paths, batches, and the model's files."""

import hashlib
import itertools
import math
import re
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.parse.labelling import label
from citations.parse.tagger.decoding import Chain, best_paths
from citations.parse.tagger.model import load
from citations.parse.tagger.tokens import tokenize

TEXTS = [
    "Okafor, N. (2019). Trust and water. River Studies, 12(3), 101-19.",
    "Haas, L.: Der letzte Kahn. Bern 1998.",
    "",
    "Share this",
    "Moreau, P. (2015). Counting boats. In L. Haas (Ed.), Ports of call (pp. 12–34). Quay Press.",
]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("B679,467(2009)", ["B", "679", ",", "467", "(", "2009", ")"]),
        ("see https://a.example/b_(c).", ["see", "https://a.example/b_(c)", "."]),
        ("(https://a.example/b).", ["(", "https://a.example/b", ")", "."]),
        ("doi:10.1000/x-1,", ["doi", ":", "10.1000/x-1", ","]),
        ("[a](https://a.example/b)", ["[", "a", "]", "(", "https://a.example/b", ")"]),
    ],
    ids=["no blanks", "own bracket", "sentence's marks", "doi", "markdown"],
)
def test_tokens(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in tokenize(text)] == words


@given(st.text(max_size=200))
def test_tokens_cover_all_that_is_printed(text: str) -> None:
    tokens = tokenize(text)
    for (_, before), (start, _) in itertools.pairwise(tokens):
        assert before <= start
    inside = "".join(text[start:end] for start, end in tokens)
    assert re.sub(r"\s", "", inside) == re.sub(r"\s", "", text)


def test_decoding_finds_the_best_of_all_paths_and_its_probability() -> None:
    source = np.random.default_rng(7)
    scores = source.normal(size=(3, 4, 3)).astype(np.float32)
    chain = Chain(
        transitions=source.normal(size=(3, 3)).astype(np.float32),
        start=source.normal(size=3).astype(np.float32),
        end=source.normal(size=3).astype(np.float32),
    )
    lengths = np.array([4, 1, 3])
    paths, logs = best_paths(scores, lengths, chain)
    for row, length in enumerate(lengths.tolist()):
        totals: dict[tuple[int, ...], float] = {}
        for path in itertools.product(range(3), repeat=length):
            total = float(chain.start[path[0]] + chain.end[path[-1]])
            total += sum(float(scores[row, at, k]) for at, k in enumerate(path))
            total += sum(float(chain.transitions[a, b]) for a, b in itertools.pairwise(path))
            totals[path] = total
        best = max(totals, key=lambda path: totals[path])
        assert tuple(paths[row, :length].tolist()) == best
        everything = math.log(sum(math.exp(total) for total in totals.values()))
        assert logs[row] == pytest.approx(totals[best] - everything, abs=1e-4)


def test_a_batch_says_what_each_text_alone_says() -> None:
    for together, text in zip(label(TEXTS), TEXTS, strict=True):
        alone = label([text])[0]
        assert together.segments == alone.segments
        assert together.kind == alone.kind
        assert together.log_probability == pytest.approx(alone.log_probability, abs=0.05)


def test_nothing_to_tag() -> None:
    assert label([]) == []
    assert label([" "])[0].segments == ()


def test_the_model_is_small_and_the_one_that_its_card_describes() -> None:
    folder = files("citations") / "data"
    card = (folder / "references.card.md").read_text("utf-8")
    size = 0
    for name in ("references.onnx", "references.json"):
        content = (folder / name).read_bytes()
        size += len(content)
        assert f"`{name}` {hashlib.sha256(content).hexdigest()}" in card
    assert size < 10_000_000
    assert "CC BY 4.0" in card
    assert set(load().calibration) >= {"bias", "path", "kind"}
