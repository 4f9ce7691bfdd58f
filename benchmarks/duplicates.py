"""Score duplicate detection on the development sets.

    python benchmarks/duplicates.py ../shared/data/duplicates [--sets lists newsroom]

Pairwise precision, recall and F1, B-cubed F1, and for lists false alarms per 1,000 references.
"""

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
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
    if not hasattr(parse, "parse_references"):
        return [
            Reference(id=i, entry=Entry(position=n, text=t), item=Item())
            for n, (i, t) in enumerate(rows)
        ]
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


def load_references(path: Path, limit: int | None = None) -> tuple[list[Reference], dict[str, str]]:
    """Return the references of a flat set and the gold cluster of each id."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()][:limit]
    gold = {row["id"]: row["cluster"] for row in rows}
    if all(row["text"] for row in rows):
        return parsed([(row["id"], row["text"]) for row in rows]), gold
    return [from_fields(row["id"], row["fields"]) for row in rows], gold


def same_pairs(groups: Iterable[Iterable[str]]) -> set[tuple[str, str]]:
    pairs = set()
    for group in groups:
        members = sorted(group)
        pairs.update((a, b) for i, a in enumerate(members) for b in members[i + 1 :])
    return pairs


def gold_pairs(gold: dict[str, str], ids: Iterable[str]) -> set[tuple[str, str]]:
    groups = defaultdict(list)
    for identity in ids:
        groups[gold[identity]].append(identity)
    return same_pairs(groups.values())


def prf(found: set[tuple[str, str]], true: set[tuple[str, str]]) -> str:
    hits = len(found & true)
    precision = hits / len(found) if found else 1.0
    recall = hits / len(true) if true else 1.0
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"


def b_cubed(groups: Iterable[Iterable[str]], gold: dict[str, str]) -> float:
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


def score_flat(path: Path, limit: int | None) -> None:
    references, gold = load_references(path, limit)
    start = time.perf_counter()
    clusters = [c.members for c in find_clusters(references) if c.verdict is Verdict.SAME]
    seconds = time.perf_counter() - start
    print(
        f"{path.stem:18} {prf(same_pairs(clusters), gold_pairs(gold, gold))}"
        f" B3 {b_cubed(clusters, gold):.3f}"
        f" {len(gold) / seconds:,.0f} references/s"
    )


def score_lists(folder: Path, limit: int | None) -> None:
    references, gold = load_references(folder / "crossref-styles.jsonl")
    of = {reference.id: reference for reference in references}
    lists = [
        json.loads(line)["ids"] for line in (folder / "lists.jsonl").read_text("utf-8").splitlines()
    ][:limit]
    found, true, total = set(), set(), 0
    start = time.perf_counter()
    flagged = defaultdict(set)
    for number, ids in enumerate(lists):
        total += len(ids)
        for cluster in find_clusters([of[identity] for identity in ids]):
            target = found if cluster.verdict is Verdict.SAME else flagged[cluster.verdict]
            target.update(
                (f"{number}/{a}", f"{number}/{b}") for a, b in same_pairs([cluster.members])
            )
        true.update((f"{number}/{a}", f"{number}/{b}") for a, b in gold_pairs(gold, ids))
    seconds = time.perf_counter() - start
    false = len(found - true)
    print(
        f"lists              {prf(found, true)} "
        f"false alarms per 1,000: {1000 * false / total:.2f} ({false} of {total})"
        f" {1000 * seconds / len(lists):.0f} ms a list"
    )
    for verdict, pairs in flagged.items():
        print(f"  {verdict}: {len(pairs)} pairs, {len(pairs & true)} of them true")


def score_newsroom(folder: Path) -> None:
    found, true, versions, related, expected = set(), set(), set(), set(), set()
    for line in (folder / "newsroom-lists.jsonl").read_text("utf-8").splitlines():
        items = json.loads(line)["items"]
        references = parsed([(item["id"], item["text"]) for item in items])
        first = {}
        for item in items:
            kind = item.get("relation", "")
            if item["cluster"] in first:
                pair = tuple(sorted((first[item["cluster"]], item["id"])))
                (versions if kind == "version" else true).add(pair)
            first.setdefault(item["cluster"], item["id"])
        for item in items:
            if "look_alike_of" in item and item["relation"].split(":")[1] in {
                "edition",
                "part",
                "series-year",
                "series",
                "review",
                "chapter-of",
                "original-article",
            }:
                expected.add(tuple(sorted((first[item["look_alike_of"]], first[item["cluster"]]))))
        for cluster in find_clusters(references):
            (
                found
                if cluster.verdict is Verdict.SAME
                else related
                if cluster.verdict is Verdict.RELATED
                else set()
            ).update(same_pairs([cluster.members]))
    print(f"newsroom same      {prf(found - versions, true)}")
    print(f"  false: {sorted(found - true - versions)}\n  missed: {sorted(true - found)}")
    print(
        f"newsroom versions  {len(versions & related)} related,"
        f" {len(versions & found)} same, of {len(versions)}"
    )
    print(
        f"newsroom look-alikes told as related {len(expected & related)}"
        f" of {len(expected)}; called same {len(expected & found)}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--sets", nargs="*", default=["newsroom", "lists", "crossref-styles", "cora", "dblp-acm"]
    )
    parser.add_argument(
        "--sample", type=int, default=None, help="only the first N records or lists"
    )
    options = parser.parse_args()
    for name in options.sets:
        if name == "lists":
            score_lists(options.folder, options.sample)
        elif name == "newsroom":
            score_newsroom(options.folder)
        else:
            score_flat(options.folder / f"{name}.jsonl", options.sample)


if __name__ == "__main__":
    main()
