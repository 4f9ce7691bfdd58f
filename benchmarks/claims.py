"""Measure sentences, attributions and their spans on PolNeAR's development split.

    python benchmarks/claims.py [--fast] [--split dev|train] [--articles N] [--show N]
                                [--worth] [--check] [--json]

Prints sentence boundary F1, the unattributed-sentence label (precision, recall, F1; average
precision and precision of the first 200 by the sentences' own scores), token F1 and exact F1 of
source, cue and content spans, check-worthiness on the part of its training data that
``benchmarks/training/claims/corpus.py`` holds back (ClaimBuster: average precision, as is and with
as many negative rows as positive ones, which is how its test set is made; CheckThat!: mean average
precision over debates), and the speed. With ``--check`` the exit code is 1 where judging is slower
than ``floors.json`` says; the tests hold the other floors. The gold sentences are given to
``judge``, so that labels line up; boundaries are measured on whole paragraphs. ``--fast`` leaves
the encoder out.
The corpus is read from the folder beside the checkout (or $FACTCHECK_SHARED), never copied.
"""

import argparse
import json
import os
import random
import re
import sys
import time
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factcheck.language.encoder import Reading, is_installed, read_sentences
from factcheck.language.judging import judge
from factcheck.language.linear import linear_model
from factcheck.language.quotations import find_quotations
from factcheck.language.scores import priorities
from factcheck.language.sentence_features import word_features
from factcheck.language.sentences import split
from factcheck.language.settings import LanguageSettings
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

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.hit / max(1, 2 * self.hit + self.extra + self.missed)

    def __str__(self) -> str:
        precision = self.hit / max(1, self.hit + self.extra)
        recall = self.hit / max(1, self.hit + self.missed)
        return f"P {precision:.3f}  R {recall:.3f}  F1 {self.f1:.3f}"


@dataclass(slots=True)
class Scores:
    """All that is counted."""

    boundaries: Count = field(default_factory=Count)
    unattributed: Count = field(default_factory=Count)
    untouched: Count = field(default_factory=Count)
    ranking: list[tuple[float, bool]] = field(default_factory=list)
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


def average_precision(ranking: Iterable[tuple[float, bool]]) -> float:
    found, total = 0, 0.0
    for place, (_, right) in enumerate(sorted(ranking, key=lambda each: -each[0]), start=1):
        if right:
            found += 1
            total += found / place
    return total / max(1, found)


def first(ranking: Iterable[tuple[float, bool]], number: int) -> float:
    top = sorted(ranking, key=lambda each: -each[0])[:number]
    return sum(right for _, right in top) / max(1, len(top))


def score_document(
    scores: Scores, doc: dict[str, Any], gold: list[dict[str, Any]], settings: LanguageSettings
) -> None:
    text = doc["text"]
    ends: dict[int, set[int]] = defaultdict(set)
    for row in gold:
        ends[row["para"]].add(row["end"])
    for place, (start, end) in enumerate(doc["paragraphs"]):
        if ends[place]:
            score_boundaries(scores, text[start:end], {at - start for at in ends[place]})
    began = time.process_time()
    blocks = tuple(
        Block(kind=BlockKind.PARAGRAPH if place else BlockKind.HEADING, span=Span(start, end))
        for place, (start, end) in enumerate(doc["paragraphs"])
    )
    sentences = tuple(
        Sentence(span=Span(row["start"], row["end"]), block=row["para"]) for row in gold
    )
    judged = judge(text, sentences, find_quotations(text, blocks), settings)
    found = judged.attributions
    scores.seconds += time.process_time() - began
    scores.sentences += len(gold)
    touched = [span for role in ("content", "cue") for span in spans_of(found, role)]
    for row, judgement in zip(gold, judged.sentences, strict=True):
        sentence = Span(row["start"], row["end"])
        score = 1 - (judgement.attributed or 0.0)
        scores.ranking.append((score, not row["attributed"]))
        guess = {row["sent_id"]} if score > 0.5 else set()
        alone = {row["sent_id"]} if not any(s.overlaps(sentence) for s in touched) else set()
        truth = {row["sent_id"]} if not row["attributed"] else set()
        scores.unattributed.add(guess, truth)
        scores.untouched.add(alone, truth)
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


def is_development(row: dict[str, Any]) -> bool:
    """Tell whether training left a check-worthiness row out: see corpus.py."""
    unit = row["id"] if is_claimbuster(row) else row["doc"]
    return zlib.crc32(str(unit).encode()) % 6 == 0


def is_claimbuster(row: dict[str, Any]) -> bool:
    return str(row["set"]).startswith("claimb")


def worth_figures(settings: LanguageSettings) -> dict[str, float]:
    """Return the check-worthiness measures; CheckThat!'s sentences stand in their debates."""
    listed = [row for row in rows(CLAIMS / "checkworthy_train.jsonl") if is_development(row)]
    readings = None
    if not settings.fast and is_installed():
        readings = [
            read_sentences(row["text"], (Sentence(span=Span(0, len(row["text"])), block=0),))
            for row in listed
        ]
    model = linear_model("claimbuster")
    busted = []
    debates: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(listed):
        if not is_claimbuster(row):
            debates[row["doc"]].append(place)
            continue
        score = model.probability(word_features(row["text"]))
        if readings is not None:
            score = (score + readings[place].factual[0]) / 2
        busted.append((score, bool(row["label"])))
    negative = [each for each in busted if not each[1]]
    positive = [each for each in busted if each[1]]
    balanced = positive + random.Random(0).sample(negative, min(len(negative), len(positive)))
    each_debate = [
        debate_precision(
            [listed[place] for place in places], readings and [readings[place] for place in places]
        )
        for places in debates.values()
    ]
    return {
        "claimbuster_ap": average_precision(busted),
        "claimbuster_ap_balanced": average_precision(balanced),
        "checkthat_map": sum(each_debate) / max(1, len(each_debate)),
    }


def debate_precision(debate: list[dict[str, Any]], readings: list[Reading] | None) -> float:
    """Return the average precision of one debate, its sentences in order."""
    scores = priorities([row["text"] for row in debate], readings)
    return average_precision(
        (score, bool(row["label"])) for score, row in zip(scores, debate, strict=True)
    )


def measure(split_name: str, articles: int | None, settings: LanguageSettings) -> Scores:
    """Return the counts over a split."""
    gold: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows(CLAIMS / f"polnear_{split_name}_sents.jsonl"):
        gold[row["doc"]].append(row)
    scores = Scores()
    for doc in list(rows(CLAIMS / f"polnear_{split_name}_docs.jsonl"))[:articles]:
        listed = sorted(gold[doc["doc"]], key=lambda row: int(row["start"]))
        score_document(scores, doc, listed, settings)
    return scores


def figures(scores: Scores) -> dict[str, float]:
    """Return the measures by name, as floors and the model's card hold them."""
    found = {
        "boundaries_f1": scores.boundaries.f1,
        "unattributed_f1": scores.unattributed.f1,
        "unattributed_ap": average_precision(scores.ranking),
        "unattributed_p200": first(scores.ranking, 200),
    }
    for role in ROLES:
        found[f"{role}_token_f1"] = scores.tokens[role].f1
        found[f"{role}_exact_f1"] = scores.exact[role].f1
    return found


def floors(*, fast: bool) -> dict[str, float]:
    """Return the least that each figure may be on the first 20 articles of the dev split."""
    stored = json.loads((ROOT / "benchmarks" / "floors.json").read_text(encoding="utf-8"))
    found: dict[str, float] = stored["claims_fast" if fast else "claims"]
    return found


def least_speed(*, fast: bool) -> float:
    """Return how many sentences a second of CPU must at least be judged."""
    stored = json.loads((ROOT / "benchmarks" / "floors.json").read_text(encoding="utf-8"))
    return float(stored["claims_sentences_a_second"]["fast" if fast else "default"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--split", choices=("dev", "train"), default="dev")
    parser.add_argument("--articles", type=int, default=None, help="only the first N")
    parser.add_argument("--show", type=int, default=0, help="print N wrong sentences of each kind")
    parser.add_argument("--fast", action="store_true", help="leave the encoder out")
    parser.add_argument("--worth", action="store_true", help="measure check-worthiness too")
    parser.add_argument("--check", action="store_true", help="fail if judging is too slow")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    settings = LanguageSettings(fast=options.fast)
    scores = measure(options.split, options.articles, settings)
    found = figures(scores) | (worth_figures(settings) if options.worth else {})
    if options.json:
        print(json.dumps({name: round(value, 4) for name, value in found.items()}, indent=1))
        return
    print(f"PolNeAR {options.split}: {scores.sentences} sentences, fast: {options.fast}")
    print(f"sentence boundaries     {scores.boundaries}")
    print(f"unattributed, by score  {scores.unattributed}")
    print(f"unattributed, by spans  {scores.untouched}")
    for role in ROLES:
        print(f"{role:8} tokens         {scores.tokens[role]}")
        print(f"{role:8} exact          {scores.exact[role]}")
    for name, value in found.items():
        print(f"{name:24} {value:.4f}")
    speed = scores.sentences / scores.seconds
    print(f"judging                 {speed:,.0f} sentences/s of CPU")
    if options.check and speed < least_speed(fast=options.fast):
        sys.exit("slower than the floor")
    for title, wrong in (("FALSE ALARM", scores.false_alarms), ("MISSED", scores.misses)):
        step = max(1, len(wrong) // options.show) if options.show else 1
        for line in wrong[::step][: options.show]:
            print(f"{title}: {line}")


if __name__ == "__main__":
    main()
