"""Measure the whole tool on the desk pages: what an editor must, should and must not be shown.

    python benchmarks/desk.py [FOLDER] [--page NAME] [--show]

Every page is read and linted as a user would. A finding matches a gold one of its code where their
quoted texts overlap; white space is left out on both sides, so that the reader's line breaks do not
matter. Prints recall of *must* and *should*, false alarms (findings that overlap a quotation with
a code that is ruled out there), warnings on clean pages, and each code's counts; with ``--show``
also the misses, the false alarms and what no list judges. "tolerant" accepts a code that the
gold calls an alternative on the same sentence. The pages are read from FOLDER, by default the one
beside the checkout (or in $FACTCHECK_SHARED), never copied.
"""

import argparse
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factcheck.analyse import analyse
from factcheck.lint import lint
from factcheck.model.article import Span
from factcheck.model.document import Document
from factcheck.model.finding import Finding, Severity
from factcheck.readers import read

ROOT = Path(__file__).resolve().parent.parent
DESK = Path(os.environ.get("FACTCHECK_SHARED", ROOT.parent / "shared")) / "data" / "desk"
LEVELS = ("must", "should", "may")
ALTERNATIVE = "alternative code"


class Squashed:
    """A text without white space, and where each of its characters stood."""

    def __init__(self, text: str) -> None:
        kept = [(place, mark) for place, mark in enumerate(text) if not mark.isspace()]
        self.text = "".join(mark for _, mark in kept)
        self._new = {place: number for number, (place, _) in enumerate(kept)}
        self._length = len(text)

    def span(self, span: Span) -> Span:
        """Return where a span of the text lies in the squashed one; white space alone is empty."""
        inside = [self._new[at] for at in range(span.start, span.end) if at in self._new]
        return Span(inside[0], inside[-1] + 1) if inside else Span(0, 0)

    def places(self, quote: str, sentence: str | None) -> tuple[Span, ...]:
        """Return where a quotation stands, within its sentence where that is known and found."""
        wanted = "".join(quote.split())
        if not wanted:
            return ()
        floor, limit = 0, len(self.text)
        if sentence is not None:
            whole = "".join(sentence.split())
            at = self.text.find(whole)
            if at >= 0:
                floor, limit = at, at + len(whole)
        found, at = [], self.text.find(wanted, floor, limit)
        while at >= 0:
            found.append(Span(at, at + len(wanted)))
            at = self.text.find(wanted, at + 1, limit)
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A gold finding: ``places`` is empty where the quotation is not in the text (whole page)."""

    codes: tuple[str, ...]
    places: tuple[Span, ...]
    level: str
    alternatives: tuple[str, ...]
    text: str


@dataclass(slots=True)
class Scores:
    """Sums over pages."""

    found: Counter[tuple[str, str]] = field(default_factory=Counter)
    tolerant: Counter[str] = field(default_factory=Counter)
    total: Counter[tuple[str, str]] = field(default_factory=Counter)
    alarms: Counter[tuple[str, str]] = field(default_factory=Counter)
    unjudged: Counter[str] = field(default_factory=Counter)
    clean_warnings: int = 0
    clean_alarms: int = 0
    sentences: int = 0
    lines: list[str] = field(default_factory=list)


def golden(page: dict[str, Any], text: Squashed) -> Iterator[Gold]:
    sentences = {row["n"]: row["text"] for row in page["sentences"]}
    for row in page["findings"]:
        others = tuple(
            other["code"]
            for other in page["findings"]
            if other["sentence"] == row["sentence"]
            and other["level"] == "may"
            and other["why"].startswith(ALTERNATIVE)
        )
        yield Gold(
            codes=(row["code"],),
            places=text.places(row["quote"], sentences.get(row["sentence"])),
            level=row["level"],
            alternatives=others,
            text=f"{row['quote']} | {row['why']}",
        )


def ruled_out(page: dict[str, Any], text: Squashed) -> Iterator[Gold]:
    for row in page["must_not_flag"]:
        yield Gold(
            codes=tuple(row["codes"]),
            places=text.places(row["quote"], None),
            level="never",
            alternatives=(),
            text=f"{row['quote']} | {row['why']}",
        )


def places_of(finding: Finding, text: Squashed) -> tuple[Span, ...]:
    return tuple(
        text.span(span) for span in (finding.span, *finding.related[:1]) if span is not None
    )[:1]


def overlaps(one: Iterable[Span], others: tuple[Span, ...]) -> bool:
    return any(span.overlaps(other) for span in one for other in others)


def matches(finding: tuple[str, tuple[Span, ...]], gold: Gold, codes: tuple[str, ...]) -> bool:
    """Tell whether a finding is a gold one; a fault of the whole page is matched by code."""
    code, places = finding
    return code in codes and (not gold.places or not places or overlaps(places, gold.places))


def score_page(scores: Scores, folder: Path, name: str) -> None:
    page = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    document = Document(target=f"{name}.html", body=(folder / f"{name}.html").read_bytes())
    analysis = analyse(read(document))
    report = lint(analysis)
    text = Squashed(report.article.text)
    gold, never = tuple(golden(page, text)), tuple(ruled_out(page, text))
    clean = not any(each.level in {"must", "should"} for each in gold)
    scores.sentences += len(page["sentences"])
    placed = [(each, (each.code, places_of(each, text))) for each in report.findings]
    for each in gold:
        key = (each.level, each.codes[0])
        scores.total[key] += 1
        hit = any(matches(item, each, each.codes) for _, item in placed)
        scores.found[key] += hit
        near = any(matches(item, each, each.codes + each.alternatives) for _, item in placed)
        scores.tolerant[each.level] += near
        if not hit and each.level != "may":
            mark = "~" if near else " "
            scores.lines.append(f"MISS {mark} {name} {each.level} {each.codes[0]}: {each.text}")
    for finding, item in placed:
        warns = finding.severity is not Severity.INFO
        scores.clean_warnings += clean and warns
        if any(matches(item, each, each.codes) for each in gold):
            continue
        wrong = next((n for n in never if n.places and matches(item, n, n.codes)), None)
        said = f"{name} {finding.code} {finding.severity.value} {finding.confidence:.2f}"
        quoted = " ".join(finding.anchor.exact.split())[:110]
        if wrong is not None:
            scores.alarms[finding.severity.value, finding.code] += 1
            scores.clean_alarms += clean and warns
            scores.lines.append(f"FALSE  {said}: {quoted} | {wrong.text}")
        else:
            scores.unjudged[finding.code] += 1
            scores.lines.append(f"UNJUDGED {said}: {quoted}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=DESK, help="the annotated pages")
    parser.add_argument("--page", action="append", help="only this page (may be repeated)")
    parser.add_argument("--show", action="store_true", help="print misses and false alarms")
    options = parser.parse_args()
    scores = Scores()
    for name in options.page or sorted(path.stem for path in options.folder.glob("*.json")):
        score_page(scores, options.folder, name)
    if options.show:
        print(*sorted(scores.lines), sep="\n")
    report_scores(scores)


def report_scores(scores: Scores) -> None:
    for level in LEVELS:
        total = sum(n for (each, _), n in scores.total.items() if each == level)
        found = sum(n for (each, _), n in scores.found.items() if each == level)
        share, near = found / max(1, total), scores.tolerant[level] / max(1, total)
        print(f"{level:7} {found:3}/{total:3} = {share:.3f}   tolerant {near:.3f}")
    warned = sum(n for (severity, _), n in scores.alarms.items() if severity != "info")
    noted = sum(n for (severity, _), n in scores.alarms.items() if severity == "info")
    rate = 20 * warned / max(1, scores.sentences)
    print(f"false alarms  {warned} warnings, {noted} notes; {rate:.2f} warnings in 20 sentences")
    print(f"clean pages   {scores.clean_warnings} warnings, {scores.clean_alarms} ruled out")
    print(f"unjudged      {sum(scores.unjudged.values())}")
    print("code    must     should   false  unjudged")
    wrong: Counter[str] = Counter()
    for (_, code), number in scores.alarms.items():
        wrong[code] += number
    for code in sorted({code for _, code in scores.total} | set(wrong) | set(scores.unjudged)):
        must, should = (
            f"{scores.found[level, code]}/{scores.total[level, code]}" for level in LEVELS[:2]
        )
        print(f"{code:7} {must:8} {should:8} {wrong[code]:5} {scores.unjudged[code]:9}")


if __name__ == "__main__":
    main()
