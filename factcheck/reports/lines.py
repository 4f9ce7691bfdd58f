"""Break text into lines by the terminal cells that it takes."""

from collections.abc import Iterator

from factcheck.reports.batch import Look
from factcheck.reports.visible import width

INDENT = "    "
_WIDEST = 100  # longer lines are hard to read, however wide the terminal
_NARROWEST = 40


def columns(look: Look) -> int:
    """Return how many cells a line may take: those of the terminal, within reason."""
    return max(_NARROWEST, min(look.width, _WIDEST))


def paragraph(text: str, look: Look) -> list[str]:
    """Return a paragraph that starts at the margin."""
    return _fold("", text, "", columns(look))


def labelled(label: str, text: str, look: Look) -> list[str]:
    """Return an indented paragraph that starts with a label and hangs below it."""
    return _fold(f"{INDENT}{label}: ", text, f"{INDENT}  ", columns(look))


def _fold(lead: str, text: str, indent: str, room: int) -> list[str]:
    lines: list[str] = []
    line, bare = lead, True  # bare: nothing stands behind the lead or the indent yet
    for piece, new_word in _pieces(text, room - max(width(lead), width(indent))):
        gap = " " if new_word and not bare else ""
        if not bare and width(line + gap + piece) > room:
            lines.append(line)
            line, gap = indent, ""
        line, bare = f"{line}{gap}{piece}", False
    return [*lines, line.rstrip()]


def _pieces(text: str, room: int) -> Iterator[tuple[str, bool]]:
    """Yield the words, too long ones in parts, each with whether it starts a word."""
    for word in text.split():
        piece, used, first = "", 0, True
        for character in word:
            size = width(character)
            if used + size > room:
                yield piece, first
                piece, used, first = "", 0, False
            piece, used = piece + character, used + size
        yield piece, first
