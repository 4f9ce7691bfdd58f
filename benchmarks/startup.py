"""Measure how long the commands take to start, and where the time goes.

Run: .venv/bin/python benchmarks/startup.py [--check]

With --check, fails when a command's best time is over its limit in floors.json.
"""

import json
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


def main() -> int:
    limits = json.loads((ROOT / "benchmarks" / "floors.json").read_text(encoding="utf-8"))
    slow = []
    print(f"best and median of {RUNS} runs, milliseconds, process start to end")
    _show("python -c pass", _measure([sys.executable, "-c", "pass"]))
    for command in COMMANDS:
        shown = "factcheck " + " ".join(command)
        times = _measure([sys.executable, "-m", "factcheck", *command])
        _show(shown, times)
        if min(times) > limits["startup_ms"].get(shown, float("inf")):
            slow.append(shown)
    print(f"\nself time of imports by package in: factcheck lint {ARTICLE}")
    for package, milliseconds in _imports():
        print(f"{package:36}{milliseconds:7.1f}")
    for shown in slow:
        print(f"slower than its limit: {shown}", file=sys.stderr)
    return 1 if slow and "--check" in sys.argv else 0


def _show(name: str, times: list[float]) -> None:
    print(f"{name:36}{min(times):7.0f}{statistics.median(times):7.0f}")


def _measure(command: list[str]) -> list[float]:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        times.append((time.perf_counter() - start) * 1000)
    return times


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
    sys.exit(main())
