"""Processes that work on a queue at the same time as others do, or until they are killed."""

import itertools
import random
from collections.abc import Callable
from multiprocessing.synchronize import Event
from pathlib import Path

from factcheck.cli.output import write
from factcheck.queue import decisions, exports
from factcheck.queue.decisions import By
from factcheck.queue.engine import Queue, open_queue
from factcheck.queue.states import DismissReason
from tests.factcheck.queue.scanned import scan

FINDINGS = 8
TEXT = " ".join(f"Gauge {number} stood far above the mark!" for number in range(FINDINGS))
_EDITED = TEXT.replace("Gauge 1 ", "Gauge one ").replace("Gauge 2 stood far above the mark!", "")


def decide(target: str, actor: str, count: int) -> None:
    """Dismiss findings that others are dismissing too."""
    choose = random.Random(actor)
    with open_queue(target) as queue:
        for _ in range(count):
            _dismiss(queue, actor, choose)


def decide_on(target: str, begun: Event, _: Path) -> None:
    """Dismiss findings until killed."""
    choose = random.Random("editor")
    _on_and_on(target, begun, lambda queue, _: _dismiss(queue, "editor", choose))


def scan_on(target: str, begun: Event, _: Path) -> None:
    """Record an article as it is edited to and fro, until killed."""
    _on_and_on(target, begun, lambda queue, turn: scan(queue, _EDITED if turn % 2 else TEXT))


def export_on(target: str, begun: Event, output: Path) -> None:
    """Export everything to a file until killed."""
    _on_and_on(
        target, begun, lambda queue, _: write(exports.render(queue, "web-annotation"), output)
    )


def make(target: str) -> None:
    """Make a new queue, or bring an older one up to date."""
    open_queue(target).close()


def _dismiss(queue: Queue, actor: str, choose: random.Random) -> None:
    reason = choose.choice(list(DismissReason))
    decisions.dismiss(queue, choose.randint(1, FINDINGS), reason, By(actor=actor))


def _on_and_on(target: str, begun: Event, once: Callable[[Queue, int], object]) -> None:
    with open_queue(target) as queue:
        for turn in itertools.count():
            once(queue, turn)
            begun.set()
