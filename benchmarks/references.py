"""Score a reference parser on the annotated development sets.

Any callable from text to ``Reference`` can be scored. Fields count as equal when they are the
same letters and digits: case, white space and punctuation are ignored. Authors and editors
compare as a bag of letters without connectors and role words; a date by its first year. A field
that a source never annotates is not scored for it.

    python benchmarks/references.py [--parser module:function] [--errors N] [--data FOLDER]

``--gold-labels`` hands the gold segments to the assembly, which shows what names, dates and
types would be worth if every label were right.
"""

import argparse
import functools
import importlib
import json
import os
import re
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from citations.item import Name
from citations.parse import parse_reference, parse_references
from citations.parse.assemble import assemble
from citations.parse.segments import Segment
from citations.reference import Entry, Reference

Parser = Callable[[str], Reference]
Row = Mapping[str, Any]

FIELDS = [
    "author",
    "editor",
    "title",
    "container",
    "date",
    "volume",
    "issue",
    "pages",
    "publisher",
    "location",
    "edition",
    "doi",
    "url",
]
_ATTRIBUTES = {
    "author": "author",
    "editor": "editor",
    "title": "title",
    "container_title": "container",
    "issued": "date",
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
    "publisher": "publisher",
    "publisher_place": "location",
    "edition": "edition",
    "doi": "doi",
    "url": "url",
}
_PEOPLE_WORDS = re.compile(
    r"\b(?:and|und|et al|et|y|e|и|и др|eds?|editors?|hrsg|hg|in|by|edited|others|org|orgs)\b"
)


@dataclass(slots=True)
class Score:
    """Counts of right, spurious and missed values."""

    right: int = 0
    spurious: int = 0
    missed: int = 0

    def add(self, *, gold: str, found: str) -> None:
        """Count one field of one reference; an empty string is no value."""
        if gold and gold == found:
            self.right += 1
        else:
            self.missed += bool(gold)
            self.spurious += bool(found)

    @property
    def precision(self) -> float:
        """Right among found."""
        return self.right / max(1, self.right + self.spurious)

    @property
    def recall(self) -> float:
        """Right among what the gold holds."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.spurious + self.missed)


@dataclass(slots=True)
class SourceScores:
    """All that is counted for one source."""

    references: int = 0
    whole: int = 0
    fields: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))

    @property
    def micro(self) -> Score:
        """The sum over the fields."""
        total = Score()
        for score in self.fields.values():
            total.right += score.right
            total.spurious += score.spurious
            total.missed += score.missed
        return total


def normal(text: str) -> str:
    """Return letters and digits only, case-folded."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in folded if sign.isalnum())


def comparable(name: str, value: str) -> str:
    """Return a field's value in the form in which the scorer compares it."""
    if name in ("author", "editor"):
        folded = unicodedata.normalize("NFKC", value).casefold()
        return "".join(sorted(normal(_PEOPLE_WORDS.sub(" ", folded))))
    if name == "date":
        year = re.search(r"(?:1[4-9]|20)\d\d", value)
        return year.group() if year else normal(value)
    if name == "doi":
        match = re.search(r"10\.\d{4}.*", value)
        return normal(match.group() if match else value)
    if name == "url":
        return normal(re.sub(r"^(?:https?://)?(?:www\.)?", "", value.replace("&amp;", "&")))
    if name == "pages":
        return normal(re.sub(r"^\s*(?:pages?|pp?|S|с)\b\.?", "", value, flags=re.IGNORECASE))
    if name == "edition":
        return normal(re.sub(r"(?i)\b(?:edition|edn|ed|aufl(?:age)?|éd)\b\.?", "", value))
    return normal(value)


def printed_fields(reference: Reference) -> dict[str, str]:
    """Return the printed values by the scorer's field names, several of one field joined."""
    joined: dict[str, list[str]] = defaultdict(list)
    for span in reference.fields:
        name = _ATTRIBUTES.get(span.name)
        if name:
            joined[name].append(reference.entry.text[span.start : span.end])
    return {name: " ".join(values) for name, values in joined.items()}


def read_rows(path: Path) -> list[Row]:
    """Read a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def score_fields(rows: Iterable[Row], parse: Parser) -> dict[str, SourceScores]:
    """Score the fields of every row, by source."""
    rows = list(rows)
    annotated: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        annotated[row["source"]].update(set(row["fields"]) & set(FIELDS))
    out: dict[str, SourceScores] = defaultdict(SourceScores)
    for row in rows:
        if row.get("type") in ("back_reference", "not_a_reference"):
            continue
        found = printed_fields(parse(row["text"]))
        scores = out[row["source"]]
        scores.references += 1
        scores.whole += not _wrong_fields(row, found, annotated[row["source"]])
        for name in annotated[row["source"]]:
            gold = comparable(name, row["fields"].get(name, ""))
            scores.fields[name].add(gold=gold, found=comparable(name, found.get(name, "")))
    return out


def _wrong_fields(row: Row, found: Mapping[str, str], names: Iterable[str]) -> list[str]:
    return [
        name
        for name in names
        if comparable(name, row["fields"].get(name, "")) != comparable(name, found.get(name, ""))
    ]


def score_names(rows: Iterable[Row], parse: Parser) -> tuple[Score, Score]:
    """Score family names (or bodies) and family with given names, each as a multiset."""
    families, whole = Score(), Score()
    for row in rows:
        gold = [*row.get("names", ()), *row.get("editors", ())]
        item = parse(row["text"]).item
        found = [*item.author, *item.editor]
        _count(families, (_family_of_row(name) for name in gold), map(_family, found))
        _count(
            whole,
            (_family_of_row(name) + "|" + normal(name.get("given") or "") for name in gold),
            (_family(name) + "|" + normal(name.given or "") for name in found),
        )
    return families, whole


def _family_of_row(name: Mapping[str, str]) -> str:
    return normal((name.get("particle") or "") + (name.get("family") or name.get("literal") or ""))


def _family(name: Name) -> str:
    return normal((name.particle or "") + (name.family or name.literal or ""))


def _count(score: Score, gold: Iterable[str], found: Iterable[str]) -> None:
    wanted, got = Counter(gold), Counter(found)
    right = sum((wanted & got).values())
    score.right += right
    score.missed += sum(wanted.values()) - right
    score.spurious += sum(got.values()) - right


def score_types(rows: Iterable[Row], parse: Parser) -> tuple[float, list[str]]:
    """Return the accuracy of types on references, other good answers allowed, and the errors."""
    errors: list[str] = []
    total = 0
    for row in rows:
        if row["type"] in ("back_reference", "not_a_reference"):
            continue
        total += 1
        found = parse(row["text"]).item.type.value
        also = row.get("type_also") or []
        if found not in {row["type"], *([also] if isinstance(also, str) else also)}:
            errors.append(f"{row['type']} taken for {found}: {row['text']}")
    return 1 - len(errors) / max(1, total), errors


def score_kinds(rows: Iterable[Row], parse: Parser) -> dict[str, Score]:
    """Score "back_reference" and "not_a_reference" as classes."""
    scores = {"back_reference": Score(), "not_a_reference": Score()}
    for row in rows:
        found = parse(row["text"]).kind
        for kind, score in scores.items():
            score.add(gold="x" * (row["type"] == kind), found="x" * (found == kind))
    return scores


def score_dates(rows: Iterable[Row], parse: Parser) -> dict[str, Score]:
    """Score issued and access dates in parts, as ISO strings."""
    scores = {"date": Score(), "accessed": Score()}
    for row in rows:
        if row["type"] in ("back_reference", "not_a_reference"):
            continue
        item = parse(row["text"]).item
        for name, date in (("date", item.issued), ("accessed", item.accessed)):
            parts = [date.year, date.month, date.day] if date else []
            found = "-".join(f"{part:02d}" for part in parts if part)
            gold = (row.get(name) or "").split("/")[0]
            scores[name].add(gold=gold, found=found)
    return scores


def gold_labels(rows: Iterable[Row]) -> Parser:
    """Return a parser that knows the gold segments of the rows."""
    by_text = {row["text"]: row["labels"] for row in rows}

    def parse(text: str) -> Reference:
        segments: list[Segment] = []
        at = 0
        for printed, label in by_text[text]:
            segments.append(Segment(start=at, end=at + len(printed), label=label))
            at += len(printed)
        labelling = replace(label([text])[0], segments=tuple(segments))
        item, fields = assemble(text, labelling)
        entry = Entry(position=0, text=text)
        return Reference(
            id="gold", entry=entry, item=item, fields=fields, kind=parse_reference(text).kind
        )

    return parse


def table(scores: Mapping[str, SourceScores]) -> Iterator[str]:
    """Yield a table: one line a source, then one line a field."""
    yield f"{'source':16} {'refs':>5} {'P':>6} {'R':>6} {'micro F1':>9} {'whole':>6}"
    for source, one in sorted(scores.items()):
        micro = one.micro
        yield (
            f"{source:16} {one.references:5} {micro.precision:6.3f} {micro.recall:6.3f}"
            f" {micro.f1:9.3f} {one.whole / max(1, one.references):6.3f}"
        )
    yield ""
    yield f"{'field F1':16} " + " ".join(f"{source[-10:]:>10}" for source in sorted(scores))
    for name in FIELDS:
        cells = [
            f"{one.fields[name].f1:10.3f}" if name in one.fields else f"{'':10}"
            for _, one in sorted(scores.items())
        ]
        yield f"{name:16} " + " ".join(cells)


def speed(texts: list[str]) -> Iterator[str]:
    """Yield how many references a second of CPU time are read, in one call and one by one."""
    parse_references(texts[:8])
    started = time.process_time()
    parse_references(texts)
    batch = len(texts) / (time.process_time() - started)
    started = time.process_time()
    for text in texts[:400]:
        parse_reference(text)
    single = len(texts[:400]) / (time.process_time() - started)
    yield f"speed {batch:.0f} references a second of CPU time in one call, {single:.0f} one by one"


def report(folder: Path, parse: Parser, *, errors: int = 0) -> Iterator[str]:
    """Yield the whole report on the development sets in the folder."""
    parse = functools.cache(parse)
    rows = read_rows(folder / "dev.jsonl") if (folder / "dev.jsonl").is_file() else []
    newsroom = [{**row, "source": "newsroom"} for row in read_rows(folder / "newsroom-dev.jsonl")]
    scores = score_fields([*rows, *newsroom], parse)
    yield from table(scores)
    families, whole = score_names(newsroom, parse)
    accuracy, wrong_types = score_types(newsroom, parse)
    yield ""
    yield f"newsroom family names F1 {families.f1:.3f}, with given names {whole.f1:.3f}"
    yield f"newsroom type accuracy {accuracy:.3f}"
    for kind, score in (
        *score_kinds(newsroom, parse).items(),
        *score_dates(newsroom, parse).items(),
    ):
        yield f"newsroom {kind:16} P {score.precision:.3f} R {score.recall:.3f} F1 {score.f1:.3f}"
    yield from speed([row["text"] for row in rows or newsroom])
    if errors:
        yield from wrong_types[:errors]
        for row in newsroom[: errors * 10]:
            if row["type"] not in ("back_reference", "not_a_reference"):
                yield from _errors(row, parse)


def _errors(row: Row, parse: Parser) -> Iterator[str]:
    found = printed_fields(parse(row["text"]))
    wrong = _wrong_fields(row, found, FIELDS)
    if wrong:
        yield f"\n{row['text']}"
    for name in wrong:
        yield f"   {name}: {row['fields'].get(name)!r} read as {found.get(name)!r}"


def main() -> None:
    """Score the parser named on the command line."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--parser", default="citations.parse:parse_reference")
    options.add_argument("--errors", type=int, default=0)
    options.add_argument("--gold-labels", action="store_true")
    root = Path(__file__).resolve().parent.parent
    shared = Path(os.environ.get("FACTCHECK_SHARED", root.parent / "shared"))
    options.add_argument("--data", type=Path, default=shared / "data" / "references")
    chosen = options.parse_args()
    module, _, function = chosen.parser.partition(":")
    parse: Parser = getattr(importlib.import_module(module), function)
    if chosen.gold_labels:
        files = (chosen.data / "dev.jsonl", chosen.data / "newsroom-dev.jsonl")
        parse = gold_labels([row for file in files for row in read_rows(file)])
    for line in report(chosen.data, parse, errors=chosen.errors):
        print(line)


if __name__ == "__main__":
    main()
