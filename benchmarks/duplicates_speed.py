"""Time duplicate detection on a made-up archive, on one core, parsing not included.

    python benchmarks/duplicates_speed.py [--size 100000] [--cited 2000]
    python benchmarks/duplicates_speed.py --size 2000 --cited 40 --peers PYTHON

Prints references a second of processor time, peak memory of the process, and how much of what was
made alike was found. One work is cited ``--cited`` times. ``--peers`` is the Python of an
environment with bib-dedupe and Splink: they get the same records as fields, in the same run, each
in a process of its own; one that is not installed there is left out with a line.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from duplicates_archive import archive  # the generator beside this file

from citations.duplicates import Verdict, find_clusters
from citations.reference import Reference

PEERS = ("bib-dedupe", "splink")
_PATIENCE = 1_800


def record(reference: Reference) -> dict[str, str]:
    """Return the fields of a reference as BibTeX names them."""
    item = reference.item
    names = (f"{name.family}, {name.given}" for name in item.author)
    return {
        "ID": reference.id,
        "ENTRYTYPE": "article",
        "title": item.title or "",
        "author": " and ".join(names),
        "year": str(item.issued.year) if item.issued else "",
        "journal": item.container_title or "",
        "volume": item.volume or "",
        "number": item.issue or "",
        "pages": (item.page or "").replace("-", "--"),
        "doi": item.doi or "",
        "abstract": "",
    }


def told(same: Iterable[Sequence[str]], work_of: Mapping[str, int]) -> str:
    """Say how many of the pairs of one work were found, and how many of those found are wrong."""
    hits = wrong = mixed = count = 0
    for members in same:
        works = Counter(work_of[member] for member in members)
        pairs = len(members) * (len(members) - 1) // 2
        right = sum(each * (each - 1) // 2 for each in works.values())
        hits, wrong, mixed, count = (
            hits + right,
            wrong + pairs - right,
            mixed + (len(works) > 1),
            count + 1,
        )
    true = sum(each * (each - 1) // 2 for each in Counter(work_of.values()).values())
    return (
        f"pairs found {hits / true:.4f}, wrong {wrong / max(1, hits + wrong):.4f}, "
        f"clusters that mix works {mixed} of {count}"
    )


def run_peer(name: str, python: str, records: Path) -> dict[str, object]:
    """Run a peer on one core in a process of its own; return what it says."""
    script = Path(__file__).with_name("duplicates_peers.py")
    one = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "POLARS_MAX_THREADS"), "1")
    done = subprocess.run(
        [python, script, name, records],
        capture_output=True,
        text=True,
        env=os.environ | one,
        timeout=_PATIENCE,
        check=False,
    )
    if done.returncode != 0:
        last = done.stderr.strip().splitlines()[-1:]
        return {"missing": f"it failed: {' '.join(last)}"}
    found: dict[str, object] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--cited", type=int, default=2_000)
    parser.add_argument("--peers", metavar="PYTHON", help="where bib-dedupe and Splink are")
    options = parser.parse_args()
    references, works = archive(options.size, options.cited, random.Random(1))
    work_of = {each.id: work for each, work in zip(references, works, strict=True)}
    start = time.process_time()
    clusters = find_clusters(references)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    same = [each.members for each in clusters if each.verdict is Verdict.SAME]
    print(f"factcheck: {options.size / seconds:,.0f} references/s, {seconds:.1f} s, {peak:,.0f} MB")
    print(f"  {told(same, work_of)}", flush=True)
    if not options.peers:
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "records.jsonl")
        lines = (json.dumps(record(each)) for each in references)
        path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        for name in PEERS:
            found = run_peer(name, options.peers, path)
            if "missing" in found:
                print(f"{name}: left out, {found['missing']}", flush=True)
                continue
            spent = float(str(found["seconds"]))
            print(
                f"{name} {found['version']}: {options.size / spent:,.0f} references/s, "
                f"{spent:.1f} s, {float(str(found['peak'])):,.0f} MB"
            )
            print(f"  {told(found['clusters'], work_of)}", flush=True)


if __name__ == "__main__":
    main()
