"""The figures on the gold pages stay above the floors (benchmarks/floors.json)."""

import json
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[3]
FLOORS = json.loads((ROOT / "benchmarks/floors.json").read_text("utf-8"))


def script(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Import a benchmark: a script, found only with its folder on the path."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    for each in ("pages", "in_text"):
        monkeypatch.delitem(sys.modules, each, raising=False)
    return import_module(name)


def test_reference_lists(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = script("pages", monkeypatch)
    folder = shared / "data/pages"
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    articles, _ = pages.read_all(folder, gold)
    said = {name: [one.entry.text for one in read.entries] for name, read in articles.items()}
    result, _ = pages.scorer(folder).score(gold, said)
    assert result["page_f1"] >= FLOORS["pages"]["lists_by_page_f1"]
    assert result["false_list_pages"] == FLOORS["pages"]["lists_on_news_and_trap_pages"]


def test_bodies(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = script("pages", monkeypatch)
    folder = shared / "data/articles"
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    articles, _ = pages.read_all(folder, gold)
    said = {name: {"articleBody": pages.body_text(article)} for name, article in articles.items()}
    result, _ = pages.scorer(folder).score(gold, said)
    assert result["f1"] >= FLOORS["pages"]["body_f1"]
    lists = sum(bool(article.entries) for article in articles.values())
    assert lists == FLOORS["pages"]["lists_on_news_and_trap_pages"]


def test_marks_in_the_text(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_text = script("in_text", monkeypatch)
    measured = in_text.figures(in_text.measure(shared / "data/pages"))
    assert {name for name, floor in FLOORS["in_text"].items() if measured[name] < floor} == set()
