"""Print how well in-text marks are found and resolved, on the pages whose gold has its markers.

    python benchmarks/in_text.py [folder with data/pages] [--missed]

A found mark is right where the gold prints the same one (brackets and white space aside), each used
once. A resolved one is right where the reference it leads to carries the printed number, or the
printed year and the first author's family name.
"""

import json
import os
import re
import sys
from collections import Counter
from pathlib import Path

from pages import read_all

from citations.fold import fold
from citations.parse import parse_references
from factcheck.language.citations_in_text import find_citations
from factcheck.model.analysis import Analysis, Citation, CitationStyle

ROOT = Path(__file__).resolve().parent.parent
_NUMBER = re.compile(r"\d{1,3}")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_EDGES = "[]() ,;\u00a0"


def printed(text: str) -> str:
    return " ".join(text.split()).strip(_EDGES)


def found(analysis: Analysis) -> list[tuple[str, Citation]]:
    """Return each mark as printed, once, with its citation; several works in one mark apart."""
    marks = {
        citation.span: citation
        for citation in analysis.citations
        if citation.style is not CitationStyle.LINK
    }
    return [
        (printed(mark), one)
        for span, one in marks.items()
        for mark in analysis.article.quote(span).split(";")
    ]


def is_right(mark: str, citation: Citation, analysis: Analysis) -> bool | None:
    """Tell whether a mark was resolved rightly; None where the print does not prove it."""
    places = {reference.id: n for n, reference in enumerate(analysis.references, start=1)}
    targets = [r for r in analysis.references if r.id in citation.targets]
    if mark.isdigit():
        return any((one.entry.label or str(places[one.id])) == mark for one in targets)
    year, name = _YEAR.search(mark), re.match(r"[^\W\d_][\w'’-]+", mark)
    if not year or not name:
        return None
    return any(
        year.group() in one.entry.text and fold(name.group()) in fold(one.entry.text)
        for one in targets
    )


def measure(folder: Path, *, show_missed: bool = False) -> Counter[str]:
    """Return the counts over the pages whose gold has marks: found, gold, same, judged, right."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    gold = {name: page for name, page in gold.items() if page.get("markers")}
    articles, _ = read_all(folder, gold)
    totals: Counter[str] = Counter()
    for name, article in articles.items():
        references = tuple(parse_references(placed.entry for placed in article.entries))
        analysis = Analysis(
            article=article,
            references=references,
            citations=find_citations(article, references),
        )
        marks = found(analysis)
        ours = Counter(mark for mark, _ in marks)
        theirs = Counter(map(printed, gold[name]["markers"]))
        same = ours & theirs
        judged = [is_right(mark, one, analysis) for mark, one in marks if mark in theirs]
        counts = Counter(
            found=ours.total(),
            gold=theirs.total(),
            same=same.total(),
            judged=sum(one is not None for one in judged),
            right=sum(one is True for one in judged),
        )
        totals += counts
        if show_missed:
            print(name, dict(counts), "missed", list((theirs - ours).items())[:6])
            print("   extra", list((ours - theirs).items())[:6])
    return totals + Counter(pages=len(gold))


def figures(totals: Counter[str]) -> dict[str, float]:
    """Return precision, recall and the share resolved rightly, as the floors name them."""
    return {
        "precision": totals["same"] / totals["found"],
        "recall": totals["same"] / totals["gold"],
        "resolved": totals["right"] / totals["judged"],
    }


def main() -> None:
    shared = Path(os.environ.get("FACTCHECK_SHARED", ROOT.parent / "shared"))
    names = [one for one in sys.argv[1:] if not one.startswith("--")]
    folder = (Path(names[0]) if names else shared) / "data/pages"
    totals = measure(folder, show_missed="--missed" in sys.argv)
    print(
        f"marks on {totals['pages']} pages: "
        + "precision {precision:.3f}  recall {recall:.3f}; resolved rightly {resolved:.3f}".format(
            **figures(totals)
        )
        + f" of {totals['judged']}"
    )


if __name__ == "__main__":
    main()
