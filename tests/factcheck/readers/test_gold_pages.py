"""The figures on the gold pages stay above the floors (benchmarks/floors.json)."""

import json
import sys
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
FLOORS = json.loads((ROOT / "benchmarks/floors.json").read_text("utf-8"))["pages"]


def test_reference_lists(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    monkeypatch.delitem(sys.modules, "pages", raising=False)
    pages = import_module("pages")  # a script, found only with the path above

    folder = shared / "data/pages"
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    articles, _ = pages.read_all(folder, gold)
    said = {name: [one.entry.text for one in read.entries] for name, read in articles.items()}
    result, _ = pages.scorer(folder).score(gold, said)
    assert result["page_f1"] >= FLOORS["lists_by_page_f1"]
    assert result["false_list_pages"] == FLOORS["lists_on_news_and_trap_pages"]
