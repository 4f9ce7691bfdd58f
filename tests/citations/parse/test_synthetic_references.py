"""The synthetic training references: labels join to the text, every kind occurs, same each time."""

import importlib
import sys
from itertools import islice
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def training(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    for name in ("faker", "wordfreq"):
        pytest.importorskip(name, reason="the extra [train] is not installed")
    monkeypatch.syspath_prepend(str(ROOT))
    for name in [name for name in sys.modules if name.partition(".")[0] == "benchmarks"]:
        monkeypatch.delitem(sys.modules, name)
    return importlib.import_module("benchmarks.training.references.generate")


def test_two_hundred_hold_what_training_relies_on(training: ModuleType, shared: Path) -> None:
    harmonise = importlib.import_module("benchmarks.training.references.harmonise")
    found = list(islice(training.generate(5, shared / "data"), 200))
    again = list(islice(training.generate(5, shared / "data"), 200))
    assert found == again
    for sample in found:
        assert "".join(text for text, _ in sample.pieces) == sample.text
        assert sample.text.strip()
        assert sample.type in harmonise.KINDS
        assert {label for _, label in sample.pieces} <= set(harmonise.LABELS)
        row = {"text": sample.text, "labels": sample.pieces, "type": sample.type, "source": "s"}
        labelled = harmonise.harmonise(row)
        assert len(labelled.tokens) == len(labelled.labels)
        assert all(0 <= start < end <= len(sample.text) for start, end in labelled.tokens)


def test_every_kind_and_every_form_can_be_drawn(training: ModuleType, shared: Path) -> None:
    harmonise = importlib.import_module("benchmarks.training.references.harmonise")
    tables = importlib.import_module("benchmarks.training.references.tables")
    assert {form["type"] for form in tables.forms()} == set(harmonise.KINDS)
    drawn = {sample.type for sample in islice(training.generate(5, shared / "data"), 1500)}
    assert drawn == set(harmonise.KINDS)
