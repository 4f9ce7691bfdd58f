"""Decided findings as JSON lines, to learn from: text, rule, and whether the detector was right.

``write`` and ``read`` are inverse: what a desk decided is labelled data for whoever trains or
measures a rule (``right`` is the label, ``confidence`` what the rule believed).
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from factcheck.errors import UsageError
from factcheck.queue.exports import Line
from factcheck.queue.states import DismissReason, Verdict

_RIGHT = (Verdict.CONFIRM, Verdict.RESOLVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A decided finding. ``text`` is what was marked, ``sentence`` what it stands in."""

    rule: str
    text: str
    sentence: str
    right: bool
    confidence: float
    language: str | None
    fingerprint: str


_FIELDS = {
    "rule": str, "text": str, "sentence": str, "right": bool,
    "confidence": float, "language": str | None, "fingerprint": str,
}  # fmt: skip


def write(lines: Iterable[Line]) -> str:
    """Return one JSON object a line; what nobody judged or only excused is left out."""
    return written(example for line in lines if (example := _decided(line)) is not None)


def written(examples: Iterable[Example]) -> str:
    """Return examples, a line each. ASCII only: they may hold line separators or surrogates."""
    return "".join(f"{json.dumps(asdict(each))}\n" for each in examples)


def _decided(line: Line) -> Example | None:
    made = line.item.decision
    if made is None:
        return None
    wrong = made.verdict is Verdict.DISMISS and made.reason == DismissReason.DETECTOR_WRONG
    if not wrong and made.verdict not in _RIGHT:
        return None
    return Example(
        rule=line.item.code,
        text=line.item.anchor.exact,
        sentence=line.item.sentence,
        right=not wrong,
        confidence=line.item.confidence,
        language=line.item.article.language,
        fingerprint=line.item.fingerprint,
    )


def read(text: str) -> tuple[Example, ...]:
    """Return the examples that ``write`` wrote. Raises UsageError, naming the line, for others."""
    return tuple(
        _example(number, line)
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip()
    )


def _example(number: int, line: str) -> Example:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"line {number} is not JSON") from error
    fits = isinstance(row, dict) and all(
        isinstance(row.get(name), kind) for name, kind in _FIELDS.items()
    )
    if not fits:
        raise UsageError(f"line {number} is no decided finding")
    return Example(**{name: row[name] for name in _FIELDS})
