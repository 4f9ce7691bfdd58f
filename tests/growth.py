"""Growth, not seconds: a test that must hold on any machine compares a run with a longer one."""

import time
from collections.abc import Callable

# Doubling twice may cost 2.5 squared: HARDENING row 21 allows 2.5 times for twice the input.
_FACTOR, _ALLOWED = 4, 2.5**2
_NOISE = 0.02  # seconds of CPU below which a clock tells nothing
_TRIES = 4  # a quadratic run costs 16 times as much every time; a disturbed clock does not


def grows_linearly(work: Callable[[str], object], unit: str, count: int) -> bool:
    """Tell whether ``work`` on four times the text costs at most 6.25 times the CPU time."""
    return any(_grows_linearly(work, unit, count) for _ in range(_TRIES))


def _grows_linearly(work: Callable[[str], object], unit: str, count: int) -> bool:
    short = _cost(work, unit * count)
    long = _cost(work, unit * (count * _FACTOR))
    return long <= _ALLOWED * max(short, _NOISE)


def _cost(work: Callable[[str], object], text: str) -> float:
    """Return the least CPU time of three runs, in seconds."""
    costs = []
    for _ in range(3):
        began = time.process_time()
        work(text)
        costs.append(time.process_time() - began)
    return min(costs)
