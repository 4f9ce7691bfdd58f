"""Score the rules on short pieces, half of them with a fault and half of them traps.

    python benchmarks/lines.py [CODE ...] [--half a|b]

A hit of a rule on a piece counts where it overlaps the words that the piece marks. Prints for each
rule how many faults are found and how many traps are taken for faults, and how often a warning
stands in blameless pieces; for named codes also the pieces that went wrong.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factcheck.analyse import analyse
from factcheck.lint import lint
from factcheck.model.article import Span
from factcheck.model.document import Document
from factcheck.model.finding import Report, Severity
from factcheck.readers import read

LINES = Path(__file__).resolve().parent / "sets" / "lines"
CLEAN = "clean"
_HEAD = "# On the day\n\nBy Ada Marsh, 3 March 2025\n\n"
_ABOUT_HEAD = frozenset(("ART003", "ART004"))
_SENTENCE = re.compile(r"[.!?][\"”’)]*(?:\s|\Z)")

Piece = dict[str, Any]


@dataclass(slots=True)
class Tally:
    """Faults found of all, traps taken for faults of all."""

    found: int = 0
    faults: int = 0
    alarms: int = 0
    traps: int = 0
    wrong: list[str] = field(default_factory=list)


def pieces(path: Path, half: str | None) -> Iterator[Piece]:
    for line in path.read_text(encoding="utf-8").splitlines():
        piece = json.loads(line)
        if half in {None, piece["half"]}:
            yield piece


def linted(piece: Piece) -> Report:
    body = f"{_HEAD}{piece['text']}\n".encode()
    return lint(analyse(read(Document(target="piece.md", body=body))))


def marked(report: Report, piece: Piece) -> Iterator[Span]:
    """Yield where the marked words stand; white space may differ."""
    for words in (piece["quote"], *piece.get("also", ())):
        pattern = re.escape(words).replace(r"\ ", r"\s+")
        for match in re.finditer(pattern, report.article.text):
            yield Span(*match.span())


def score(tally: Tally, piece: Piece) -> None:
    report = linted(piece)
    places = tuple(marked(report, piece))
    hit = any(
        finding.code == piece["code"]
        and (finding.span is None or any(finding.span.overlaps(place) for place in places))
        for finding in report.findings
    )
    if piece["flag"]:
        tally.faults += 1
        tally.found += hit
    else:
        tally.traps += 1
        tally.alarms += hit
    if hit != piece["flag"]:
        kind = "MISS " if piece["flag"] else "FALSE"
        tally.wrong.append(f"{kind} {piece['id']}: {piece['quote']} | {piece['why']}")


def blameless(half: str | None) -> str:
    """Return how often a warning stands where none should."""
    codes: Counter[str] = Counter()
    sentences = 0
    for piece in pieces(LINES / f"{CLEAN}.jsonl", half):
        sentences += len(_SENTENCE.findall(piece["text"]))
        codes.update(
            finding.code
            for finding in linted(piece).findings
            if finding.severity is not Severity.INFO and finding.code not in _ABOUT_HEAD
        )
    rate = 20 * codes.total() / max(1, sentences)
    return f"blameless pieces: {rate:.2f} warnings in 20 sentences, {dict(codes.most_common())}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("codes", nargs="*", help="print what goes wrong for these")
    parser.add_argument("--half", choices=("a", "b"))
    options = parser.parse_args()
    total = Tally()
    for path in sorted(LINES.glob("*.jsonl")):
        if path.stem == CLEAN:
            continue
        tally = Tally()
        for piece in pieces(path, options.half):
            score(tally, piece)
        print(
            f"{path.stem} found {tally.found:2} of {tally.faults:2}, "
            f"traps taken {tally.alarms:2} of {tally.traps:2}"
        )
        if path.stem in options.codes:
            print(*tally.wrong, sep="\n")
        for name in ("found", "faults", "alarms", "traps"):
            setattr(total, name, getattr(total, name) + getattr(tally, name))
    print(f"all: found {total.found / total.faults:.3f}, traps {total.alarms / total.traps:.3f}")
    print(blameless(options.half))


if __name__ == "__main__":
    main()
