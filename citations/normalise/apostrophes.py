"""Straight apostrophes inside words become typographic ones, as print and LaTeX have them."""

import re
from dataclasses import replace

from citations.item import Item, Name

_INSIDE = re.compile(r"(?<=\w)'(?=\w)")


def _turn(text: str | None) -> str | None:
    return None if text is None else _INSIDE.sub("’", text)


def _name(name: Name) -> Name:
    return replace(
        name, family=_turn(name.family), given=_turn(name.given), literal=_turn(name.literal)
    )


def set_apostrophes(item: Item) -> Item:
    """Turn "don't" to "don’t" in titles, names and publishers; quotation marks stay as they are."""
    return replace(
        item,
        title=_turn(item.title),
        container_title=_turn(item.container_title),
        publisher=_turn(item.publisher),
        author=tuple(map(_name, item.author)),
        editor=tuple(map(_name, item.editor)),
    )
