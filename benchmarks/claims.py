"""Measure sentences, attributions and their spans on PolNeAR's development split.

    python benchmarks/claims.py [--split dev|train] [--articles N] [--show N]

Prints sentence boundary F1, the unattributed-sentence label (precision, recall, F1), token F1 and
exact F1 of source, cue and content spans, and the speed. The gold sentences are given to
``find_attributions``, so that labels line up; boundaries are measured on whole paragraphs.
The corpus is read from the folder beside the checkout (or $FACTCHECK_SHARED), never copied.
"""

import argparse
import json
import os
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factcheck.language.attribution import find_attributions
from factcheck.language.quotations import find_quotations
from factcheck.language.sentences import split
from factcheck.model.analysis import Attribution, Sentence
from factcheck.model.article import Block, BlockKind, Span

ROOT = Path(__file__).resolve().parent.parent
CLAIMS = Path(os.environ.get("FACTCHECK_SHARED", ROOT.parent / "shared")) / "data" / "claims"
ROLES = ("source", "cue", "content")
WORD = re.compile(r"\w+(?:['’]\w+)*")
NEAR = 2  # characters: CoreNLP puts a closing mark to the one or the other sentence


@dataclass(slots=True)
class Count:
    """True positives, false positives, false negatives."""

    hit: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, found: set[Any], gold: set[Any]) -> None:
        """Count one comparison."""
        self.hit += len(found & gold)
        self.extra += len(found - gold)
        self.missed += len(gold - found)

    def __str__(self) -> str:
        precision = self.hit / max(1, self.hit + self.extra)
        recall = self.hit / max(1, self.hit + self.missed)
        f1 = 2 * self.hit / max(1, 2 * self.hit + self.extra + self.missed)
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


@dataclass(slots=True)
class Scores:
    """All that is counted."""

    boundaries: Count = field(default_factory=Count)
    unattributed: Count = field(default_factory=Count)
    tokens: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    exact: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    false_alarms: list[str] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)
    sentences: int = 0
    seconds: float = 0.0


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def score_boundaries(scores: Scores, paragraph: str, gold: set[int]) -> None:
    """Compare sentence ends, the paragraph's last among them, within NEAR characters."""
    found = {end for _, end in split(paragraph)}
    snapped = {
        next((end for end in range(at - NEAR, at + NEAR + 1) if end in gold), at) for at in found
    }
    scores.boundaries.add(snapped, gold)


def tokens(text: str, spans: Iterable[Span]) -> set[int]:
    return {match.start() for span in spans for match in WORD.finditer(text, span.start, span.end)}


def trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end)


def spans_of(found: Iterable[Attribution], role: str) -> list[Span]:
    picked = (getattr(attribution, role) for attribution in found)
    return [span for span in picked if span is not None]


def score_document(scores: Scores, doc: dict[str, Any], gold: list[dict[str, Any]]) -> None:
    text = doc["text"]
    ends: dict[int, set[int]] = defaultdict(set)
    for row in gold:
        ends[row["para"]].add(row["end"])
    for place, (start, end) in enumerate(doc["paragraphs"]):
        if ends[place]:
            score_boundaries(scores, text[start:end], {at - start for at in ends[place]})
    began = time.perf_counter()
    blocks = tuple(
        Block(kind=BlockKind.PARAGRAPH if place else BlockKind.HEADING, span=Span(start, end))
        for place, (start, end) in enumerate(doc["paragraphs"])
    )
    sentences = tuple(
        Sentence(span=Span(row["start"], row["end"]), block=row["para"]) for row in gold
    )
    found = find_attributions(text, sentences, find_quotations(text, blocks))
    scores.seconds += time.perf_counter() - began
    scores.sentences += len(gold)
    touched = [span for role in ("content", "cue") for span in spans_of(found, role)]
    for row in gold:
        sentence = Span(row["start"], row["end"])
        guess = {row["sent_id"]} if not any(s.overlaps(sentence) for s in touched) else set()
        truth = {row["sent_id"]} if not row["attributed"] else set()
        scores.unattributed.add(guess, truth)
        if guess and not truth:
            cues = [row["text"][s["start"] : s["end"]] for s in row["spans"] if s["role"] == "cue"]
            scores.false_alarms.append(f"{cues} | {row['text']}")
        elif truth and not guess:
            near = [text[s.start : s.end] for s in spans_of(found, "cue") if s.overlaps(sentence)]
            scores.misses.append(f"{near} | {row['text']}")
    for role in ROLES:
        truth_spans = [
            Span(row["start"] + span["start"], row["start"] + span["end"])
            for row in gold
            for span in row["spans"]
            if span["role"] == role
        ]
        guesses = spans_of(found, role)
        scores.tokens[role].add(tokens(text, guesses), tokens(text, truth_spans))
        scores.exact[role].add(
            {trimmed(text, span) for span in guesses},
            {trimmed(text, span) for span in truth_spans},
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--split", choices=("dev", "train"), default="dev")
    parser.add_argument("--articles", type=int, default=None, help="only the first N")
    parser.add_argument("--show", type=int, default=0, help="print N wrong sentences of each kind")
    options = parser.parse_args()
    gold: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows(CLAIMS / f"polnear_{options.split}_sents.jsonl"):
        gold[row["doc"]].append(row)
    scores = Scores()
    documents = list(rows(CLAIMS / f"polnear_{options.split}_docs.jsonl"))[: options.articles]
    for doc in documents:
        listed = sorted(gold[doc["doc"]], key=lambda row: int(row["start"]))
        score_document(scores, doc, listed)
    print(f"PolNeAR {options.split}: {len(documents)} articles, {scores.sentences} sentences")
    print(f"sentence boundaries     {scores.boundaries}")
    print(f"unattributed sentences  {scores.unattributed}")
    for role in ROLES:
        print(f"{role:8} tokens         {scores.tokens[role]}")
        print(f"{role:8} exact          {scores.exact[role]}")
    print(f"attribution             {scores.sentences / scores.seconds:,.0f} sentences/s")
    for title, wrong in (("FALSE ALARM", scores.false_alarms), ("MISSED", scores.misses)):
        step = max(1, len(wrong) // options.show) if options.show else 1
        for line in wrong[::step][: options.show]:
            print(f"{title}: {line}")


if __name__ == "__main__":
    main()
