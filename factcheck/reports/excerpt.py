"""Show a sentence with a span of it underlined, in lines that fit the terminal."""

from factcheck.model.article import Span
from factcheck.reports.visible import cell, width

MARK = "^"
"""ASCII, so that the mark is seen on every terminal and read out by a screen reader."""

_LONGEST = 600
"""Characters of a sentence that are shown at most; around a far span the rest is cut."""

_MARGIN = 80
"""Characters that stay before the span when the sentence is cut."""


def excerpt(text: str, sentence: Span, span: Span, columns: int) -> list[tuple[str, str]]:
    """Return pairs of a line of the sentence and the line of marks below it ("" for none).

    Lines are broken at blanks and take at most ``columns`` cells; a longer word is broken inside.
    A sentence of more than 600 characters is cut around the span, with an ellipsis.
    """
    start, end = min(sentence.start, span.start), max(sentence.end, span.end)
    lead = trail = ""
    if end - start > _LONGEST:
        cut = max(start, span.start - _MARGIN)
        if cut > start:
            blank = text.find(" ", cut, span.start)
            lead, start = "… ", blank + 1 if blank >= 0 else cut
        if end - start > _LONGEST:
            blank = text.rfind(" ", span.start, start + _LONGEST)
            trail, end = " …", blank if blank > span.start else start + _LONGEST
    cells = [(character, False) for character in lead]
    for offset in range(start, end):
        cells += [(part, span.start <= offset < span.end) for part in cell(text[offset])]
    cells += [(character, False) for character in trail]
    return [_marked(line) for line in _wrap(cells, max(columns, 20))]


def _wrap(cells: list[tuple[str, bool]], columns: int) -> list[list[tuple[str, bool]]]:
    lines: list[list[tuple[str, bool]]] = []
    line: list[tuple[str, bool]] = []
    used = 0
    blank = -1  # where the current line could be broken
    for each in cells:
        size = width(each[0])
        if used + size > columns:
            if each[0] == " ":
                lines.append(line)
                line, used, blank = [], 0, -1
                continue
            rest = line[blank + 1 :] if blank >= 0 else []
            lines.append(line[:blank] if blank >= 0 else line)
            line, blank = rest, -1
            used = sum(width(character) for character, _ in line)
        if each[0] == " ":
            if not line:
                continue
            blank = len(line)
        line.append(each)
        used += size
    if line:
        lines.append(line)
    return lines


def _marked(line: list[tuple[str, bool]]) -> tuple[str, str]:
    marks = "".join((MARK if inside else " ") * width(character) for character, inside in line)
    return "".join(character for character, _ in line).rstrip(), marks.rstrip()
