"""Print how fast pages are read, and in how much memory, side by side with trafilatura.

    pip install -e '.[bench]'
    python benchmarks/reading.py [folder with data/articles and data/pages] [--rounds 3]

The whole read (decode, parse, body with blocks and offsets, metadata, reference list) against
``trafilatura.extract`` with its defaults (body text) and with its metadata too. Every contestant
runs in a process of its own on one core, in turn, over the same pages; the first page is read once
before the clock starts, so that imports are not counted. The best round is taken, since other work
on the machine can only slow a round down. Peak memory is that of the whole process.
"""

import argparse
import gzip
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SETS = ("articles", "pages")
CONTESTANTS = ("factcheck", "trafilatura", "trafilatura+metadata")


def pages(folder: Path) -> list[tuple[str, str | None, bytes]]:
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    return [
        (name, page.get("url"), gzip.decompress((folder / f"html/{name}.html.gz").read_bytes()))
        for name, page in gold.items()
    ]


def reader(name: str) -> Callable[[str, str | None, bytes], object]:
    if name == "factcheck":
        from factcheck.model.document import Document  # noqa: PLC0415 -- one contestant a process
        from factcheck.readers import read  # noqa: PLC0415 -- same

        return lambda target, url, body: read(
            Document(target=target, body=body, url=url, media_type="text/html")
        )
    from trafilatura import bare_extraction, extract  # noqa: PLC0415 -- same

    if name == "trafilatura":
        return lambda _, url, body: extract(body, url=url)
    return lambda _, url, body: bare_extraction(body, url=url, with_metadata=True)


def contend(name: str, folder: Path) -> None:
    """Read every page once and print seconds of CPU and peak memory as JSON."""
    read_page = reader(name)
    given = pages(folder)
    read_page(*given[0])
    start = time.process_time()
    for page in given:
        read_page(*page)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"pages": len(given), "seconds": seconds, "peak": peak}))


def measured(name: str, folder: Path) -> dict[str, float]:
    command = [sys.executable, __file__, str(folder), "--contend", name]
    ran = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    found: dict[str, float] = json.loads(ran.stdout)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Time the reading of pages.")
    shared = os.environ.get("FACTCHECK_SHARED", ROOT.parent / "shared")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(shared))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--contend", choices=CONTESTANTS)
    given = parser.parse_args()
    if given.contend:
        contend(given.contend, given.folder)
        return
    best: dict[tuple[str, str], dict[str, float]] = {}
    for _ in range(given.rounds):
        for which in SETS:
            for name in CONTESTANTS:
                found = measured(name, given.folder / "data" / which)
                known = best.get((name, which), found)
                best[name, which] = min(known, found, key=lambda one: one["seconds"])
    for name in CONTESTANTS:
        runs = [best[name, which] for which in SETS]
        rates = [run["pages"] / run["seconds"] for run in runs]
        whole = sum(run["pages"] for run in runs) / sum(run["seconds"] for run in runs)
        print(
            f"{name:22} news {rates[0]:5.1f}  journals {rates[1]:5.1f}  all {whole:5.1f} pages/s"
            f"  peak {max(run['peak'] for run in runs):4.0f} MB"
        )


if __name__ == "__main__":
    main()
