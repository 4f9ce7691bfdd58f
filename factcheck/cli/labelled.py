"""Show references with their fields marked, for a person to proof-read.

Every field is bracketed and numbered, so that nothing is told by colour alone; the legend says what
the numbers mean. Colours are added where they are asked for.
"""

from collections.abc import Iterator, Sequence

from citations.reference import Reference
from factcheck.reports.visible import visible

_COLOURS = (36, 32, 33, 35, 34, 31)  # ANSI: cyan, green, yellow, magenta, blue, red


def labelled(references: Sequence[Reference], *, in_colour: bool) -> Iterator[str]:
    """Yield one line a reference and then the legend."""
    names = list(dict.fromkeys(span.name for each in references for span in each.fields))
    for place, each in enumerate(references, 1):
        yield f"{place}. {_marked(each, names, in_colour=in_colour)}"
        kind = each.kind.replace("_", " ")
        yield f"     {kind}, {each.item.type.value}, {each.confidence:.0%} sure"
    for number, name in enumerate(names, 1):
        legend = f"[{number} {name.replace('_', ' ')}]"
        yield _painted(legend, number, in_colour=in_colour)


def _marked(reference: Reference, names: Sequence[str], *, in_colour: bool) -> str:
    text = reference.entry.text
    out: list[str] = []
    at = 0
    for span in sorted(reference.fields, key=lambda span: span.start):
        number = names.index(span.name) + 1
        field = f"[{number} {visible(text[span.start : span.end])}]"
        out += [visible(text[at : span.start]), _painted(field, number, in_colour=in_colour)]
        at = span.end
    return "".join([*out, visible(text[at:])])


def _painted(text: str, number: int, *, in_colour: bool) -> str:
    return f"\033[{_COLOURS[(number - 1) % len(_COLOURS)]}m{text}\033[0m" if in_colour else text
