"""An article's references as clean items, each work once, the doubtful ones marked."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from citations import formats
from citations.duplicates import by_work, merge
from citations.item import Item
from citations.keys import make_keys
from citations.normalise import normalise
from factcheck.errors import UsageError
from factcheck.model.analysis import Analysis

_RECORD_END = re.compile(r"^ER  - *$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """An item, and how likely (0-1) it is that all of it was read right; 1 for what was not read.

    For a work listed more than once that is the least likely of its entries.
    """

    item: Item
    confidence: float = 1.0


def works(analysis: Analysis) -> tuple[Work, ...]:
    """Return one item a work, in printed order of its first entry, merged and normalised."""
    return tuple(
        Work(
            item=normalise(merge([one.item for one in group])),
            confidence=min(one.confidence for one in group),
        )
        for group in by_work(analysis.references, analysis.clusters)
    )


def kept_keys(analysis: Analysis) -> dict[str, str]:
    """Map the key that each repeated entry has in the list as printed to its work's kept key.

    The former is what ``refs`` writes in a bibliography format, the latter what ``bib`` writes.
    """
    printed = make_keys([each.item for each in analysis.references])
    old = {each.id: key for each, key in zip(analysis.references, printed, strict=True)}
    kept = make_keys([work.item for work in works(analysis)])
    groups = by_work(analysis.references, analysis.clusters)
    return {
        old[each.id]: key
        for group, key in zip(groups, kept, strict=True)
        for each in group
        if len(group) > 1
    }


def written(works: Iterable[Work], name: str, review_below: float = 0.0) -> str:
    """Return works in a bibliography format, those below the limit marked.

    The mark is a comment before the entry in BibTeX and BibLaTeX, the object "custom" in CSL-JSON
    and a note in RIS. Raises UsageError for an unknown format.
    """
    if name not in formats.names():
        raise UsageError(f"{name}: not a bibliography format; give {', '.join(formats.names())}")
    listed = list(works)
    items = [work.item for work in listed]
    doubts = [each.confidence if each.confidence < review_below else None for each in listed]
    keys = make_keys(items)
    text = formats.write(items, name, formats.Style(keys=keys))
    if not any(doubt is not None for doubt in doubts):
        return text
    if name == "csl-json":
        return _marked_json(text, doubts)
    if name == "ris":
        notes = iter(doubts)
        return _RECORD_END.sub(lambda end: _ris_note(next(notes)) + end[0], text)
    return "".join(_marked_entries(text, keys, doubts))


def advice(confidence: float) -> str:
    """Return what is said of a doubtful entry, without a character that BibTeX reads as code."""
    return f"factcheck: look at this entry, only {confidence:.0%} sure that all was read right"


def _marked_entries(
    text: str, keys: Sequence[str], doubts: Sequence[float | None]
) -> Iterator[str]:
    at = 0
    for key, doubt in zip(keys, doubts, strict=True):
        if doubt is None:
            continue
        start = re.compile(rf"^@[A-Za-z]+\{{{re.escape(key)},", re.MULTILINE).search(text, at)
        if start is None:
            raise AssertionError(f"no entry {key!r} in what was just written")
        yield text[at : start.start()]
        yield f"% {advice(doubt)}\n"
        at = start.start()
    yield text[at:]


def _ris_note(doubt: float | None) -> str:
    return "" if doubt is None else f"N1  - {advice(doubt)}\n"


def _marked_json(text: str, doubts: Sequence[float | None]) -> str:
    records = json.loads(text)
    for record, doubt in zip(records, doubts, strict=True):
        if doubt is not None:
            record["custom"] = {"factcheck": {"review": True, "confidence": doubt}}
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"
