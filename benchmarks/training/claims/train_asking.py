"""Fit the head that says whether an editor would ask for a statement's source.

    python -m benchmarks.training.claims.train_asking [--out factcheck/data/claims-asked.json]

PolNeAR teaches who is credited, ClaimBuster what fact-checkers pick in debates; neither tells what
an editor leaves alone in the writer's own voice: scenes, verdicts, a writer's own count, the facts
of a life. That is in annotated pages and pieces: ``../shared/data/desk`` and ``benchmarks/sets``.
A logistic regression on the encoder's pooled states, which ``encoder/network.py`` runs as one more
head. What the rules flag counts four times, since it is what the head decides about; each set is
left out in turn to say what it does on pages by other authors. Minutes on one core.
"""

import argparse
import datetime as dt
import hashlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from benchmarks.desk import Squashed, golden, overlaps, ruled_out
from factcheck.analyse import analyse
from factcheck.language.encoder.network import load, pooled, run
from factcheck.language.encoder.windows import windows
from factcheck.language.settings import LanguageSettings
from factcheck.model.analysis import Analysis
from factcheck.model.article import Span
from factcheck.model.document import Document
from factcheck.readers import read

ROOT = Path(__file__).resolve().parents[3]
SHARED = Path(os.environ.get("FACTCHECK_SHARED", ROOT.parent / "shared")) / "data" / "desk"
SETS = ROOT / "benchmarks" / "sets"
CODES = frozenset(("CLM001", "CLM002", "CLM004", "CLM007"))
NO_CLAIMS = frozenset(("opinion", "process", "other", "question"))
STRENGTH = 0.01  # inverse of the penalty; from 0.001 to 0.01 the sets left out hardly differ
FLAGGED = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A sentence: its set, what the network sees, whether an editor asks, how sure that is."""

    group: str
    state: Any
    asked: bool
    weight: float
    flagged: bool


def states_of(analysis: Analysis) -> list[Any]:
    """Return the pooled hidden states of each sentence."""
    network = load()
    listed = tuple(windows(network.tokenizer, analysis.article.text, analysis.sentences))
    found: list[Any] = [None] * len(analysis.sentences)
    for place, _, hidden in run(network, listed):
        for number, state in zip(*pooled(listed[place], hidden), strict=True):
            found[int(number)] = state
    return found


def uncredited(analysis: Analysis) -> frozenset[Span]:
    """Return the claims that rules may flag: nobody is credited with them."""
    return frozenset(
        claim.span for claim in analysis.claims if not claim.attributions and not claim.citations
    )


def understood(target: str, body: bytes) -> Analysis:
    return analyse(read(Document(target=target, body=body)), LanguageSettings())


def page_rows(path: Path, group: str) -> Iterator[Row]:
    """Yield the judged sentences of an annotated page; what nobody judged is left out."""
    page = json.loads(path.read_text(encoding="utf-8"))
    if not page["language"].startswith("en"):
        return
    analysis = understood(f"{path.stem}.html", path.with_suffix(".html").read_bytes())
    text = Squashed(analysis.article.text)
    gold, never = tuple(golden(page, text)), tuple(ruled_out(page, text))
    stated = [(text.places(row["text"], None), row) for row in page["sentences"]]
    flagged = uncredited(analysis)
    for sentence, state in zip(analysis.sentences, states_of(analysis), strict=True):
        span = (text.span(sentence.span),)
        asked = [each for each in gold if each.places and overlaps(span, each.places)]
        levels = {each.level for each in asked if each.codes[0] in CODES}
        ruled = any(
            CODES.intersection(each.codes) and each.places and overlaps(span, each.places)
            for each in never
        )
        row = next((row for places, row in stated if places and overlaps(span, places)), None)
        if levels:
            label, weight = True, 1.0 if levels & {"must", "should"} else 0.5
        elif ruled:
            label, weight = False, 1.0
        elif asked or row is None or not (row["class"] in NO_CLAIMS or row["attributed"]):
            continue  # another fault is in it, or nobody said
        else:
            label, weight = False, 0.5
        yield Row(
            group=group, state=state, asked=label, weight=weight, flagged=sentence.span in flagged
        )


def piece_rows(path: Path) -> Iterator[Row]:
    """Yield the judged sentence of each piece; of a blameless piece every sentence."""
    for line in path.read_text(encoding="utf-8").splitlines():
        piece = json.loads(line)
        analysis = understood(
            "piece.md", f"# On the day\n\nBy Ada Marsh\n\n{piece['text']}\n".encode()
        )
        flagged = uncredited(analysis)
        words = re.escape(piece.get("quote", "")).replace(r"\ ", r"\s+")
        quoted = re.search(words, analysis.article.text) if words else None
        for sentence, state in zip(analysis.sentences, states_of(analysis), strict=True):
            if words and (quoted is None or not sentence.span.overlaps(Span(*quoted.span()))):
                continue
            yield Row(
                group=f"pieces {piece['half']}",
                state=state,
                asked=piece.get("flag", False),
                weight=1.0 if words else 0.5,
                flagged=sentence.span in flagged,
            )


def all_rows() -> Iterator[Row]:
    folders = {"shared": SHARED} | {each.name: each for each in sorted((SETS / "desk").iterdir())}
    for group, folder in folders.items():
        for path in sorted(folder.glob("*.json")):
            yield from page_rows(path, group)
    for name in (*sorted(CODES), "clean"):
        yield from piece_rows(SETS / "lines" / f"{name}.jsonl")


def fit(rows: list[Row]) -> LogisticRegression:
    weights = [row.weight * (FLAGGED if row.flagged else 1.0) for row in rows]
    return LogisticRegression(C=STRENGTH, max_iter=5000).fit(
        np.array([row.state for row in rows]), [row.asked for row in rows], sample_weight=weights
    )


def left_out(rows: list[Row]) -> Iterator[tuple[str, float]]:
    """Yield for each set how well flagged sentences are ordered by what the others taught."""
    for group in sorted({row.group for row in rows}):
        model = fit([row for row in rows if row.group != group])
        tested = [row for row in rows if row.group == group and row.flagged]
        scores = model.predict_proba(np.array([row.state for row in tested]))[:, 1]
        yield group, float(roc_auc_score([row.asked for row in tested], scores))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--out", type=Path, default=ROOT / "factcheck/data/claims-asked.json")
    options = parser.parse_args()
    rows = list(all_rows())
    spread = float(np.std([row.state for row in rows]))
    rows = [replace(row, state=row.state / spread) for row in rows]
    scores = {group: round(score, 3) for group, score in left_out(rows)}
    print(
        f"{len(rows)} sentences, {sum(row.asked for row in rows)} asked about; left out: {scores}"
    )
    model = fit(rows)
    encoder = (ROOT / "factcheck/data/claims.onnx").read_bytes()
    card = {
        "what": "logistic regression on the encoder's pooled states: do editors ask who says so",
        "data": "annotated pages of ../shared/data/desk (free to use) and of benchmarks/sets "
        "(written for this project, its licence): invented articles, one annotator each",
        "made by": "benchmarks/training/claims/train_asking.py",
        "made on": dt.date.today().isoformat(),  # noqa: DTZ011 a day on a card
        "sentences": len(rows),
        "area under the ROC curve of flagged sentences, each set left out": scores,
        "limits": "English news and non-fiction prose; one desk's judgement",
        "sha256 of claims.onnx": hashlib.sha256(encoder).hexdigest(),
    }
    head = {
        "weight": [[round(float(value) / spread, 5) for value in model.coef_[0]]],
        "bias": [round(float(model.intercept_[0]), 5)],
    }
    options.out.write_text(json.dumps({"card": card, **head}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
