r"""The small language in which forms of references are written, and its expansion.

| written | means |
| --- | --- |
| ``{title}`` | the slot's value, under the slot's own label |
| ``{journal=body}`` | the value of slot "body" under the label "journal" |
| ``<a|b|c>`` | one of the branches, each as likely |
| ``<30%a|b>`` | the first branch with a probability of 30 %, else one of the others or nothing |
| ``{@head}`` | a macro, put in before anything is read |
| ``\\<`` | the mark itself |

All else is printed as it stands, without a label.
"""

from dataclasses import dataclass
from functools import cache

_ENDS = frozenset("|>")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a value; ``label`` is None where the slot's own label holds."""

    name: str
    label: str | None


@dataclass(frozen=True, slots=True)
class Choice:
    """Branches, of which the first is taken with ``first`` (0-1), or each as likely (None)."""

    branches: tuple[tuple["Node", ...], ...]
    first: float | None


Node = str | Slot | Choice


@cache
def parse(text: str) -> tuple[Node, ...]:
    """Parse a form; raises ValueError where a bracket is not closed or opened."""
    nodes, at = _sequence(text, 0)
    if at != len(text):
        raise ValueError(f"stray {text[at]!r} at {at} in {text!r}")
    return nodes


def _sequence(text: str, at: int) -> tuple[tuple[Node, ...], int]:
    nodes: list[Node] = []
    plain = ""
    while at < len(text) and text[at] not in _ENDS:
        sign = text[at]
        if sign == "\\":
            plain += text[at + 1]
            at += 2
            continue
        if sign not in "{<":
            plain += sign
            at += 1
            continue
        if plain:
            nodes.append(plain)
            plain = ""
        if sign == "{":
            end = text.index("}", at)
            label, _, name = text[at + 1 : end].rpartition("=")
            nodes.append(Slot(name, label or None))
            at = end + 1
        else:
            choice, at = _choice(text, at + 1)
            nodes.append(choice)
    return (*nodes, plain) if plain else tuple(nodes), at


def _choice(text: str, at: int) -> tuple[Choice, int]:
    first = None
    digits = 0
    while text[at + digits].isdigit():
        digits += 1
    if digits and text[at + digits] == "%":
        first = int(text[at : at + digits]) / 100
        at += digits + 1
    branches: list[tuple[Node, ...]] = []
    while True:
        nodes, at = _sequence(text, at)
        branches.append(nodes)
        if at >= len(text):
            raise ValueError(f"unclosed choice in {text!r}")
        at += 1
        if text[at - 1] == ">":
            return Choice(tuple(branches), first), at
