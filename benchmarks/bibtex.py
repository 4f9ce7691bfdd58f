"""Time parse, normalise and write of 10,000 entries beside npm's bibtex-tidy, in one run.

    .venv/bin/python benchmarks/bibtex.py [--entries 10000] [--tidy PATH-TO-bibtex-tidy]

Without --tidy, bibtex-tidy is installed by npm into a temporary folder. The entries are made up.
"""

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TEXT = (
    "the of model study analysis NATO data river über étude Harbour sediment flow Bayesian"
    " network theory tidal loads on piers Müller effect"
)
WORDS = TEXT.split()
OPTIONS = ("--curly", "--months", "--escape", "--strip-enclosing-braces", "--encode-urls")
VERSION = "1.14.0"


def entries(count: int) -> str:
    """Make a file of ``count`` different entries, always the same ones."""
    choose = random.Random(1)

    def words(number: int) -> str:
        return " ".join(choose.choice(WORDS) for _ in range(number))

    return "".join(
        f'@article{{key{n},\n  Author = {{Jan van der Berg and M\\"uller{n}, Anna}},\n'
        f'  title = "{words(9)}",\n  journal = {{Journal of {words(1)}}},\n'
        f'  year = 20{n % 24:02},\n  month = "March",\n  volume = {{{n % 90}}},\n  number = 3,\n'
        f"  pages = {{{n}-{n + 9}}},\n  doi = {{https://doi.org/10.1000/AB.{n}}},\n"
        f"  url = {{https://example.org/a_b?utm_source=x&id={n}}},\n"
        f"  abstract = {{{words(20)}}}\n}}\n\n"
        for n in range(count)
    )


def timed(command: list[str]) -> tuple[float, float, float]:
    """Run a command; return wall seconds, processor seconds and peak memory in MB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, used, after.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--tidy", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file, out = Path(folder, "refs.bib"), Path(folder, "out.bib")
        file.write_text(entries(given.entries), encoding="utf-8")
        ours = [sys.executable, "-m", "factcheck", "bib", "tidy", str(file), "-o", str(out)]
        # The smaller process first: the peak of the children is a maximum over them.
        print(f"{'':16}{'wall s':>8}{'CPU s':>8}{'peak MB':>9}")
        print("{:16}{:8.1f}{:8.1f}{:9.0f}".format("factcheck", *timed(ours)))
        tidy = given.tidy
        if tidy is None:
            subprocess.run(
                ["npm", "install", "--silent", "--prefix", folder, f"bibtex-tidy@{VERSION}"],
                check=True,
            )
            tidy = Path(folder, "node_modules", ".bin", "bibtex-tidy")
        theirs = [str(tidy), str(file), *OPTIONS, "-o", str(out)]
        print("{:16}{:8.1f}{:8.1f}{:>9}".format("bibtex-tidy", *timed(theirs)[:2], "-"))


if __name__ == "__main__":
    main()
