"""Decided findings as JSON lines, to learn from: text, rule, and whether the detector was right."""

import json
from collections.abc import Iterable

from factcheck.queue.exports import Line
from factcheck.queue.states import DismissReason, Verdict

_RIGHT = (Verdict.CONFIRM, Verdict.RESOLVE)


def write(lines: Iterable[Line]) -> str:
    """Return one JSON object a line; what nobody judged or only excused is left out."""
    written = []
    for line in lines:
        made = line.item.decision
        if made is None:
            continue
        wrong = made.verdict is Verdict.DISMISS and made.reason == DismissReason.DETECTOR_WRONG
        if not wrong and made.verdict not in _RIGHT:
            continue
        row = {
            "rule": line.item.code,
            "text": line.item.anchor.exact,
            "sentence": line.item.sentence,
            "right": not wrong,
            "fingerprint": line.item.fingerprint,
        }
        written.append(json.dumps(row, ensure_ascii=False))
    return "".join(f"{row}\n" for row in written)
