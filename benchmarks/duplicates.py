"""Score duplicate detection on the development sets.

    python benchmarks/duplicates.py ../shared/data/duplicates [--sets lists newsroom] [--show]

Pairwise precision, recall and F1, B-cubed F1, and for lists false alarms per 1,000 references.
``--show`` prints what was joined wrongly or missed. ``figures`` is what the floors are held to.
"""

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from citations import parse
from citations.duplicates import Verdict, find_clusters
from citations.item import Date, Item, Name
from citations.reference import Entry, Reference


def from_fields(identity: str, record: dict[str, str]) -> Reference:
    """Make a reference of a record that has fields only."""
    year = record.get("year", "")[:4]
    names = [part.strip() for part in record.get("author", "").replace(" and ", ",").split(",")]
    item = Item(
        title=record.get("title"),
        container_title=record.get("container"),
        author=tuple(Name(literal=name) for name in names if name),
        issued=Date(year=int(year)) if year.isdecimal() else None,
        volume=record.get("volume"),
        issue=record.get("issue"),
        page=record.get("pages"),
        doi=record.get("doi"),
    )
    return Reference(id=identity, entry=Entry(position=0, text=""), item=item)


def parsed(rows: list[tuple[str, str]]) -> list[Reference]:
    """Parse printed strings and give them the gold ids."""
    references = parse.parse_references([text for _, text in rows])
    return [
        Reference(
            id=identity,
            entry=reference.entry,
            item=reference.item,
            fields=reference.fields,
            confidence=reference.confidence,
        )
        for (identity, _), reference in zip(rows, references, strict=True)
    ]


def load_references(
    path: Path, limit: int | None = None, only: Collection[str] | None = None
) -> tuple[list[Reference], dict[str, str]]:
    """Return the references of a flat set (or ``only`` those) and the gold cluster of each id."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()][:limit]
    if only is not None:
        rows = [row for row in rows if row["id"] in only]
    gold = {row["id"]: row["cluster"] for row in rows}
    if all(row["text"] for row in rows):
        return parsed([(row["id"], row["text"]) for row in rows]), gold
    return [from_fields(row["id"], row["fields"]) for row in rows], gold


Pairs = set[tuple[str, str]]
SETS = (
    "newsroom",
    "lists",
    "crossref-styles",
    "cora",
    "dblp-acm",
    "dblp-scholar",
    "asysd-diabetes",
)


def same_pairs(groups: Iterable[Iterable[str]]) -> Pairs:
    """Return the pairs of members of each group, each pair sorted."""
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def gold_pairs(gold: dict[str, str], ids: Iterable[str]) -> Pairs:
    """Return the pairs of ``ids`` that are one work by the gold."""
    groups = defaultdict(list)
    for identity in ids:
        groups[gold[identity]].append(identity)
    return same_pairs(groups.values())


def prf(found: Pairs, true: Pairs) -> tuple[float, float, float]:
    """Return precision, recall and F1."""
    hits = len(found & true)
    precision = hits / len(found) if found else 1.0
    recall = hits / len(true) if true else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0


def b_cubed(groups: Iterable[Iterable[str]], gold: dict[str, str]) -> float:
    """Return the B-cubed F1 of ``groups``, members of none being alone."""
    of = {identity: f"single-{identity}" for identity in gold}
    for number, group in enumerate(groups):
        of.update(dict.fromkeys(group, f"group-{number}"))
    found, true, both = (
        Counter(of.values()),
        Counter(gold.values()),
        Counter((of[i], gold[i]) for i in gold),
    )
    precision = sum(both[of[i], gold[i]] / found[of[i]] for i in gold) / len(gold)
    recall = sum(both[of[i], gold[i]] / true[gold[i]] for i in gold) / len(gold)
    return 2 * precision * recall / (precision + recall)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one set came to: the figures, and for people the pairs that are wrong."""

    figures: dict[str, float]
    false: tuple[tuple[str, str], ...] = ()
    missed: tuple[tuple[str, str], ...] = ()


def score_flat(references: Sequence[Reference], gold: dict[str, str]) -> Outcome:
    """Score one archive."""
    start = time.process_time()
    clusters = [c.members for c in find_clusters(references) if c.verdict is Verdict.SAME]
    seconds = time.process_time() - start
    found, true = same_pairs(clusters), gold_pairs(gold, gold)
    precision, recall, f1 = prf(found, true)
    return Outcome(
        figures={
            "precision": precision,
            "recall": recall,
            "F1": f1,
            "B-cubed F1": b_cubed(clusters, gold),
            "references/s": len(gold) / seconds,
        },
        false=tuple(sorted(found - true)),
        missed=tuple(sorted(true - found)),
    )


def score_lists(
    lists: Sequence[Sequence[str]], references: Sequence[Reference], gold: dict[str, str]
) -> Outcome:
    """Score reference lists of single articles, each by itself."""
    of = {reference.id: reference for reference in references}
    found: set[tuple[str, str]] = set()
    true: set[tuple[str, str]] = set()
    hits = alarms = expected = total = flagged = 0
    for ids in lists:
        clusters = find_clusters([of[identity] for identity in ids])
        pairs = same_pairs(c.members for c in clusters if c.verdict is Verdict.SAME)
        flagged += sum(c.verdict is not Verdict.SAME for c in clusters)
        wanted = gold_pairs(gold, ids)
        total += len(ids)
        hits += len(pairs & wanted)
        alarms += len(pairs - wanted)
        expected += len(wanted)
        found |= pairs - wanted
        true |= wanted - pairs
    return Outcome(
        figures={
            "recall": hits / expected,
            "precision": hits / (hits + alarms) if hits else 0.0,
            "false alarms per 1,000": 1_000 * alarms / total,
            "related or possible per 1,000": 1_000 * flagged / total,
        },
        false=tuple(sorted(found)),
        missed=tuple(sorted(true)),
    )


_RELATED = frozenset(
    ["edition", "part", "series-year", "series", "review", "chapter-of", "original-article"]
)


def score_newsroom(
    lists: Sequence[tuple[Sequence[dict[str, str]], Sequence[Reference]]],
) -> Outcome:
    """Score the news lists: one work, versions of one, and look-alikes that are related."""
    found: Pairs = set()
    true: Pairs = set()
    versions: Pairs = set()
    related: Pairs = set()
    expected: Pairs = set()
    for items, references in lists:
        first: dict[str, str] = {}
        for item in items:
            kind = item.get("relation", "")
            if item["cluster"] in first:
                pair = same_pairs([[first[item["cluster"]], item["id"]]])
                (versions if kind == "version" else true).update(pair)
            first.setdefault(item["cluster"], item["id"])
        for item in items:
            if "look_alike_of" in item and item["relation"].split(":")[1] in _RELATED:
                ends = first[item["look_alike_of"]], first[item["cluster"]]
                expected.update(same_pairs([ends]))
        for cluster in find_clusters(references):
            if cluster.verdict is Verdict.SAME:
                found |= same_pairs([cluster.members])
            elif cluster.verdict is Verdict.RELATED:
                related |= same_pairs([cluster.members])
    precision, recall, f1 = prf(found - versions, true)
    return Outcome(
        figures={
            "same precision": precision,
            "same recall": recall,
            "same F1": f1,
            "related told apart": len(expected & related) / len(expected),
            "related called same": len(expected & found) / len(expected),
            "versions told as related": len(versions & related) / len(versions),
        },
        false=tuple(sorted(found - true - versions)),
        missed=tuple(sorted((true - found) | (expected - related) | (versions - related))),
    )


def load_newsroom(path: Path) -> list[tuple[list[dict[str, str]], list[Reference]]]:
    """Return each news list with its references."""
    lists = [json.loads(line)["items"] for line in path.read_text("utf-8").splitlines()]
    return [(items, parsed([(item["id"], item["text"]) for item in items])) for items in lists]


def load_lists(path: Path) -> list[list[str]]:
    """Return the ids of each list."""
    return [json.loads(line)["ids"] for line in path.read_text("utf-8").splitlines()]


def measure(folder: Path, name: str, limit: int | None = None) -> Outcome:
    """Score the set ``name``, or the first ``limit`` records or lists of it."""
    if name == "newsroom":
        return score_newsroom(load_newsroom(folder / "newsroom-lists.jsonl"))
    if name == "lists":
        lists = load_lists(folder / "lists.jsonl")[:limit]
        used = {identity for ids in lists for identity in ids}
        references, gold = load_references(folder / "crossref-styles.jsonl", only=used)
        return score_lists(lists, references, gold)
    references, gold = load_references(folder / f"{name}.jsonl", limit)
    return score_flat(references, gold)


def figures(folder: Path, names: Iterable[str]) -> dict[str, float]:
    """Return the figures of the sets as the floors name them: "cora B-cubed F1"."""
    return {
        f"{name} {figure}": value
        for name in names
        for figure, value in measure(folder, name).figures.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sets", nargs="*", default=SETS)
    parser.add_argument("--sample", type=int, help="only the first N records or lists")
    parser.add_argument("--show", action="store_true", help="print the wrong pairs")
    options = parser.parse_args()
    for name in options.sets:
        outcome = measure(options.folder, name, options.sample)
        shown = ", ".join(
            f"{figure} {value:,.0f}" if value > 100 else f"{figure} {value:.3f}"
            for figure, value in outcome.figures.items()
        )
        print(f"{name:16} {shown}", flush=True)
        if options.show:
            for kind, pairs in (("false", outcome.false), ("missed", outcome.missed)):
                for pair in pairs:
                    print(f"  {kind}: {' '.join(pair)}")


if __name__ == "__main__":
    main()
