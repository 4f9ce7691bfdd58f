"""Straight apostrophes inside words become typographic ones, as print and LaTeX have them."""

import re
from dataclasses import replace

from citations.item import Item, Name

_INSIDE = re.compile(r"(?<=\w)'(?=\w)")


def _turn(text: str | None) -> str | None:
    return None if text is None else _INSIDE.sub("’", text)


def _name(name: Name) -> Name:
    if "'" not in f"{name.family}{name.given}{name.literal}":
        return name
    return replace(
        name, family=_turn(name.family), given=_turn(name.given), literal=_turn(name.literal)
    )


def set_apostrophes(item: Item) -> Item:
    """Turn "don't" to "don’t" in titles, names and publishers; quotation marks stay as they are."""
    texts = (item.title, item.container_title, item.publisher)
    if any(text is not None and "'" in text for text in texts):
        item = replace(
            item,
            title=_turn(item.title),
            container_title=_turn(item.container_title),
            publisher=_turn(item.publisher),
        )
    author, editor = tuple(map(_name, item.author)), tuple(map(_name, item.editor))
    if author == item.author and editor == item.editor:
        return item
    return replace(item, author=author, editor=editor)
