"""Say in words where in a document a span stands."""

import re
from dataclasses import dataclass

from factcheck.model.article import Article, Span

_LINE = re.compile(r"\Aline (\d{1,9})\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a span stands.

    ``name`` is for people ("paragraph 3", "entry 2", "the article"); paragraphs and entries count
    from 1. ``origin`` is the reader's word for it (a DOM path, "line 12"). ``line`` is the line
    of the source document, from 1, or None where the format has no lines.
    """

    name: str
    origin: str = ""
    line: int | None = None


WHOLE = Place(name="the article")


def find_place(article: Article, span: Span | None) -> Place:
    """Return the place of a span; without a span it is the whole article."""
    if span is None:
        return WHOLE
    kinds: dict[str, int] = {}
    for block in article.blocks:
        name = block.kind.value.replace("_", " ")
        kinds[name] = kinds.get(name, 0) + 1
        if block.span.start <= span.start < max(block.span.end, block.span.start + 1):
            return Place(
                name=f"{name} {kinds[name]}", origin=block.origin, line=_line(block.origin)
            )
    for placed in article.entries:
        if placed.span.start <= span.start < max(placed.span.end, placed.span.start + 1):
            path = placed.entry.path or ""
            return Place(name=f"entry {placed.entry.position + 1}", origin=path, line=_line(path))
    return WHOLE


def _line(origin: str) -> int | None:
    match = _LINE.match(origin)
    return int(match[1]) if match else None
