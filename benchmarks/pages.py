"""Print how well pages are read: body F1, reference lists by page, lists on pages that have none.

    python benchmarks/pages.py [folder with data/articles and data/pages, or one set of lists]

The folder is ``../shared`` beside the checkout, or ``FACTCHECK_SHARED``. The scorers are those of
the shared sets; ``benchmarks/sets/pages`` has sets of lists of our own.
"""

import gzip
import importlib.util
import json
import os
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from factcheck.model.article import Article, BlockKind
from factcheck.model.document import Document
from factcheck.readers import read

ROOT = Path(__file__).resolve().parent.parent
BESIDE_THE_TEXT = (BlockKind.CAPTION,)  # the gold leaves captions out


SHARED = Path(os.environ.get("FACTCHECK_SHARED", ROOT.parent / "shared"))


def scorer(folder: Path) -> ModuleType:
    if not (folder / "score.py").is_file():
        folder = SHARED / "data/pages"
    spec = importlib.util.spec_from_file_location(f"score_{folder.name}", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_all(folder: Path, gold: dict[str, Any]) -> tuple[dict[str, Article], float]:
    articles: dict[str, Article] = {}
    bodies = {
        name: gzip.decompress((folder / f"html/{name}.html.gz").read_bytes()) for name in gold
    }
    start = time.process_time()
    for name, body in bodies.items():
        url = gold[name].get("url")
        articles[name] = read(Document(target=name, body=body, media_type="text/html", url=url))
    return articles, time.process_time() - start


def body_text(article: Article) -> str:
    blocks = (block for block in article.blocks if block.kind not in BESIDE_THE_TEXT)
    return "\n\n".join(article.quote(block.span) for block in blocks)


def report_bodies(folder: Path) -> None:
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    articles, seconds = read_all(folder, gold)
    said = {name: {"articleBody": body_text(article)} for name, article in articles.items()}
    result, _ = scorer(folder).score(gold, said)
    print(
        "body on {pages} news pages: F1 {f1:.3f}  precision {precision:.3f}  "
        "recall {recall:.3f}".format(**result)
    )
    print(f"lists on news pages: {sum(bool(article.entries) for article in articles.values())}")
    print(f"whole read: {len(gold) / seconds:.0f} pages a second of CPU")


def report_lists(folder: Path) -> None:
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    articles, seconds = read_all(folder, gold)
    said = {
        name: [placed.entry.text for placed in article.entries]
        for name, article in articles.items()
    }
    result, _ = scorer(folder).score(gold, said)
    print(
        "reference lists on {pages} pages: by-page F1 {page_f1:.3f}  precision "
        "{page_precision:.3f}  recall {page_recall:.3f}; all strings F1 {f1:.3f}; perfect pages "
        "{perfect_pages}; lists on {pages_without_list} trap pages: {false_list_pages}".format(
            **result
        )
    )
    print(f"whole read: {len(gold) / seconds:.0f} pages a second of CPU")


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    if (folder / "gold.json").is_file():
        report_lists(folder)
        return
    report_bodies(folder / "data/articles")
    report_lists(folder / "data/pages")


if __name__ == "__main__":
    main()
