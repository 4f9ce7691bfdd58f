"""The report of a tidied file: written, read again to undo it, and its map of keys."""

import json
from pathlib import Path

from citations.bibfile import Rewrite, Tidied, undo
from factcheck.cli.bibfiles import read_bibliography
from factcheck.errors import UsageError
from factcheck.reports.plain import dump, envelope, plain

KIND = "bib-tidy"
_PIECES = {"old_start": int, "old": str, "new_start": int, "new": str}


def report(done: Tidied) -> str:
    """Return the report as JSON: every change with its step, and all that undoing needs."""
    return dump(
        envelope(
            KIND,
            changes=[change._asdict() for change in done.changes],
            faults=plain(done.faults),
            keys=dict(done.keys),
            rewrites=plain(done.rewrites),
        )
    )


def undone(text: str, name: str) -> str:
    """Return the file that was tidied to ``text``, by the report in the file ``name``.

    Raises UsageError where it is no such report, or not that of ``text``.
    """
    try:
        document = json.loads(read_bibliography(name))
        rewrites = [_rewrite(one) for one in {KIND: document["rewrites"]}[document["kind"]]]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UsageError(f"{name}: not a report of bib tidy; give what --report wrote") from error
    try:
        return undo(text, rewrites)
    except ValueError as error:
        raise UsageError(f"--undo: {error}") from error


def _rewrite(piece: dict[str, object]) -> Rewrite:
    values = {name: piece[name] for name in _PIECES}
    for name, kind in _PIECES.items():
        if type(values[name]) is not kind:
            raise TypeError(name)
    return Rewrite(**values)  # type: ignore[arg-type]  # checked one by one above


def key_map(done: Tidied, output: Path) -> str:
    """Return the map of old keys to new ones: lines "old TAB new" for .tsv, else JSON."""
    if output.suffix.lower() == ".tsv":
        return "".join(f"{old}\t{new}\n" for old, new in done.keys)
    return dump(dict(done.keys))
