"""HARDENING row 21 over every regular expression of the packages: none blows up on any text.

Each pattern is run over repetitions of what it is made of and of what texts are made of. Nested
quantifiers cost time that is exponential in the text: they are caught at 24 repetitions, cubic
ones at 300. What runs over whole articles has growth tests of its own besides.
"""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import citations
import factcheck

_PIECES = (
    "a", "A", "1", " ", ".", ",", "(", "[", "“", "'", "/", "a ", "A. ", "1 ", "1,", "a.", "A a ",
    "a-", "2019 ", "“a” ", "http://a.", "a@", "{", "—", "ä", "<a ",
)  # fmt: skip
_STEPS = ((24, 0.3), (300, 1.2))
"""Repetitions, and the seconds of CPU that they may take: hundreds of times a sound one's."""


_TRIES = 3
"""A disturbed clock is read again; a pattern that blows up does so every time."""


def patterns() -> Iterator[tuple[str, re.Pattern[str] | re.Pattern[bytes]]]:
    for package in (citations, factcheck):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if ".migrations" in found.name or found.name.endswith("__main__"):
                continue
            module = importlib.import_module(found.name)
            for name, value in vars(module).items():
                for place, one in enumerate(_within(value)):
                    yield f"{found.name}.{name}-{place}", one


def _within(value: object) -> Iterator[re.Pattern[str] | re.Pattern[bytes]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _within(one)
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from _within(one)


def _own_pieces(pattern: str) -> set[str]:
    """Return the literal words of a pattern: what its own repetitions are likely made of."""
    return {f"{word} " for word in re.findall(r"[^\W\d_]{2,12}", pattern)[:12]}


def test_no_pattern_blows_up() -> None:
    slow: list[str] = []
    seen: set[object] = set()
    for name, pattern in patterns():
        if pattern in seen:
            continue
        seen.add(pattern)
        written = pattern.pattern
        text = written if isinstance(written, str) else written.decode("latin-1")
        for piece in (*_PIECES, *sorted(_own_pieces(text))):
            if (took := _slow(pattern, piece)) is not None:
                slow.append(f"{name} on {piece!r}: {took:.2f} s")
                break
    assert len(seen) > 200, "the patterns were not found"
    assert slow == []


def _cost(pattern: re.Pattern[str] | re.Pattern[bytes], text: str | bytes) -> float:
    started = time.process_time()
    pattern.search(text)  # type: ignore[arg-type]  # the text's kind is the pattern's
    return time.process_time() - started


def _slow(pattern: re.Pattern[str] | re.Pattern[bytes], piece: str) -> float | None:
    for count, allowed in _STEPS:
        text: str | bytes = piece * count + "\x01"
        if isinstance(pattern.pattern, bytes):
            text = text.encode() if isinstance(text, str) else text
        if all((took := _cost(pattern, text)) > allowed for _ in range(_TRIES)):
            return took
    return None


def test_a_nested_quantifier_is_caught() -> None:
    assert _slow(re.compile(r"(?:a+)+$"), "a")
