"""Dismissed findings as a baseline, so that a lint leaves out what an editor has settled.

Notes are not written: a baseline is kept beside the articles, where others read it.
"""

from collections.abc import Iterable
from pathlib import Path

from factcheck.lint import Baseline, Known, dump_baseline
from factcheck.queue.exports import Line
from factcheck.queue.states import Status


def write(lines: Iterable[Line]) -> str:
    """Return the baseline of those findings that stand dismissed."""
    known: dict[str, dict[str, Known]] = {}
    for line in lines:
        made = line.item.decision
        if line.item.status is Status.DISMISSED and made is not None:
            known.setdefault(line.key, {})[line.item.fingerprint] = Known(
                code=line.item.code,
                text=line.item.anchor.exact,
                reason=f"dismissed by {made.actor}: {made.reason}",
            )
    return dump_baseline(Baseline(folder=Path(), known=known))
