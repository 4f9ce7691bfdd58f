"""A list of references in a style: understood entries set, doubtful ones as printed and marked."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from citations.duplicates.cleaned import by_work
from citations.duplicates.cluster import Cluster
from citations.duplicates.merge import merge
from citations.house_style import marks
from citations.house_style.marks import Form, sortable
from citations.house_style.styles import resolved, style_source
from citations.item import Item
from citations.normalise import normalise
from citations.reference import Reference

DOUBTFUL = 0.5
"""References read with less confidence than this (0-1) stay as printed, unless told otherwise."""
REFERENCE = "reference"
_MARK = "[check]"
_DASH = re.compile(r"[-–—_]{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """An entry as it will stand; ``printed`` marks one that was left as it was."""

    text: str
    printed: bool
    links: tuple[str, ...] = ()


def merged(references: Iterable[Reference], clusters: Iterable[Cluster]) -> tuple[Reference, ...]:
    """Return the references with each cluster of one work as one, where its first entry stood.

    The item is the merged one, normalised; of the entries the first is kept.
    """
    given = tuple(references)
    groups = {group[0].id: group for group in by_work(given, clusters)}
    out = []
    for each in given:
        if each.kind != REFERENCE:
            out.append(each)
        elif each.id in groups:
            group = groups[each.id]
            item = normalise(merge([one.item for one in group]))
            out.append(replace(each, item=item, confidence=max(one.confidence for one in group)))
    return tuple(out)


def is_doubtful(reference: Reference, review_below: float = DOUBTFUL) -> bool:
    """Tell whether a reference is left as printed, since it may not have been understood."""
    unsure = reference.kind != REFERENCE or reference.confidence < review_below
    return unsure or not reference.item.title


def render_list(
    references: Iterable[Reference],
    style: str | bytes,
    form: Form,
    language: str | None = None,
    review_below: float = DOUBTFUL,
) -> str:
    """Return the references in ``style``, ready to paste: a paragraph an entry.

    ``style`` is a name of ``style_names()`` or the bytes of a CSL file. Doubtful references stand
    as printed with a mark, in their place of the list. Everything that was scraped is escaped for
    ``form``. ``language`` is the article's: titles in it are set in Title Case where the style has
    that for English. Raises ``ValueError`` for a name that there is not, and what is no CSL style.
    """
    from citations.house_style.processor import Style, render  # noqa: PLC0415  # heavy

    csl = resolved(style) if isinstance(style, bytes) else style_source(style)
    given = tuple(references)
    house = Style(csl)
    sure = [place for place, each in enumerate(given) if not is_doubtful(each, review_below)]
    items = [given[place].item for place in sure]
    numbers = [place + 1 for place in sure]
    lines: dict[int, _Line] = {}
    for index, text in render(house, items, numbers, language):
        place = sure[index]
        if text:
            lines[place] = _Line(text=text, printed=False, links=_links(items[index]))
    printed = {
        place: _Line(text=marks.bare(each.entry.text), printed=True)
        for place, each in enumerate(given)
        if place not in lines
    }
    if house.is_sorted:
        ordered = _sorted_in([*lines.values()], printed.values())
    else:
        both = lines | printed
        ordered = [both[place] for place in sorted(both)]
    return _written(ordered, form)


def _sorted_in(lines: list[_Line], others: Iterable[_Line]) -> list[_Line]:
    """Put other lines where they belong among sorted ones; a dash stands for the author above."""
    placed: list[tuple[str, _Line]] = []
    for line in lines:
        repeats = placed and not line.text[:1].isalnum() and _DASH.match(marks.plain(line.text))
        placed.append((placed[-1][0] if repeats else sortable(line.text), line))
    for line in others:
        key = sortable(line.text)
        at = next((n for n, (one, _) in enumerate(placed) if one > key), len(placed))
        placed.insert(at, (key, line))
    return [line for _, line in placed]


def _links(item: Item) -> tuple[str, ...]:
    addresses = [item.url or ""]
    if item.doi:
        addresses += [f"https://doi.org/{item.doi}", f"http://dx.doi.org/{item.doi}"]
    if item.arxiv:
        addresses.append(f"https://arxiv.org/abs/{item.arxiv}")
    return tuple(
        one
        for one in addresses
        if one.startswith(("http://", "https://")) and not set(one) & set(" <>\"'`\\")
    )


def _written(lines: Sequence[_Line], form: Form) -> str:
    written = [(marks.write(line.text, form, line.links), line.printed) for line in lines]
    if form is Form.HTML:
        body = "".join(
            f'  <p class="as-printed"><mark>{_MARK}</mark> {text}</p>\n' if printed
            else f"  <p>{text}</p>\n"
            for text, printed in written
        )  # fmt: skip
        return f'<div class="references">\n{body}</div>\n'
    mark = r"**\[check\]**" if form is Form.MARKDOWN else _MARK
    return "\n\n".join(f"{mark} {text}" if printed else text for text, printed in written) + "\n"
