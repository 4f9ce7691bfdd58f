"""A process that decides on findings at the same time as others do."""

import itertools
import random

from factcheck.queue import decisions
from factcheck.queue.decisions import By
from factcheck.queue.engine import open_queue
from factcheck.queue.states import DismissReason

FINDINGS = 8


def decide(path: str, actor: str, count: int | None = None) -> None:
    """Dismiss findings that others are dismissing too: ``count`` times, or until killed."""
    choose = random.Random(actor)
    by = By(actor=actor)
    with open_queue(path) as queue:
        for _ in itertools.count() if count is None else range(count):
            reason = choose.choice(list(DismissReason))
            decisions.dismiss(queue, choose.randint(1, FINDINGS), reason, by)


def make(path: str) -> None:
    """Make a new queue."""
    open_queue(path).close()
