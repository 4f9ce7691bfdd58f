"""Accuracy on the development sets does not fall below ``benchmarks/floors.json``."""

import functools
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from citations import parse_reference

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def scorer(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "reference_scorer", ROOT / "benchmarks" / "references.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "reference_scorer", module)
    spec.loader.exec_module(module)
    return module


def test_accuracy_stays_above_its_floors(scorer: ModuleType, shared: Path) -> None:
    floors = json.loads((ROOT / "benchmarks" / "floors.json").read_text("utf-8"))["references"]
    folder = shared / "data" / "references"
    parse = functools.cache(parse_reference)
    newsroom = scorer.read_rows(folder / "newsroom-dev.jsonl")
    for row in newsroom:
        row["source"] = "newsroom"
    scores = scorer.score_fields([*scorer.read_rows(folder / "dev.jsonl"), *newsroom], parse)
    families, _ = scorer.score_names(newsroom, parse)
    kinds = scorer.score_kinds(newsroom, parse)
    measured = {f"{source} micro F1": one.micro.f1 for source, one in scores.items()}
    measured["newsroom family names F1"] = families.f1
    measured["newsroom type accuracy"] = scorer.score_types(newsroom, parse)[0]
    measured["newsroom not_a_reference F1"] = kinds["not_a_reference"].f1
    measured["newsroom back_reference F1"] = kinds["back_reference"].f1
    assert {name: measured[name] for name in floors if measured[name] < floors[name]} == {}
