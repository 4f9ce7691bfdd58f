"""Measure how long the commands take to start, and where the time goes.

Run: .venv/bin/python benchmarks/startup.py
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = "examples/harbour.md"
COMMANDS = (["--version"], ["--help"], ["rule", "list"], ["lint", ARTICLE], ["queue", "--help"])
RUNS = 7
PACKAGES = (
    "typer", "pydantic", "rich", "lxml", "bs4", "markdown_it", "yaml", "rapidfuzz", "httpx",
    "sqlmodel", "citations", "factcheck",
)  # fmt: skip


def main() -> None:
    print(f"best and median of {RUNS} runs, milliseconds, process start to end")
    print(f"{'python -c pass':28}{_measure([sys.executable, '-c', 'pass'])}")
    for command in COMMANDS:
        shown = "factcheck " + " ".join(command)
        print(f"{shown:28}{_measure([sys.executable, '-m', 'factcheck', *command])}")
    print(f"\nself time of imports by package in: factcheck lint {ARTICLE}")
    for package, milliseconds in _imports():
        print(f"{package:28}{milliseconds:7.1f}")


def _measure(command: list[str]) -> str:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        times.append((time.perf_counter() - start) * 1000)
    return f"{min(times):7.0f}{statistics.median(times):7.0f}"


def _imports() -> list[tuple[str, float]]:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "factcheck", "lint", ARTICLE],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    totals = dict.fromkeys((*PACKAGES, "everything else"), 0.0)
    for line in done.stderr.splitlines():
        parts = line.removeprefix("import time:").split("|")
        if len(parts) == 3 and parts[0].strip().isdigit():
            package = parts[2].strip().partition(".")[0]
            key = package if package in totals else "everything else"
            totals[key] += int(parts[0]) / 1000
    return sorted(totals.items(), key=lambda pair: -pair[1])


if __name__ == "__main__":
    main()
