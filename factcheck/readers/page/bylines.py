"""Bylines: the line itself, and the persons it names."""

import re
from collections.abc import Sequence

from factcheck.readers.page.blocks import RawBlock

_LEAD = re.compile(
    r"\s*(?:(?:written|reported|story|text|words|article|posted|published|edited)\s+by|by|"
    r"author|autor(?:in)?|"
    r"von|par|por|da|di|door|av|af|text|texte?)\s*(?::|\s)\s*",
    re.IGNORECASE,
)
_WRITTEN = re.compile(
    r"\s*(?:(?:written|reported|story|words|article|posted)\s+by\s*:?|by\s*:?|author\s*:|"
    r"autor(?:in)?\s*:|von\s*:|"
    r"par\s*:|por\s*:|text\s*:|texte\s*:)\s+(?P<names>\S.{1,118})",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:,|;|&|\||/|\band\b|\bund\b|\bet\b|\by\b|\bwith\b|\bmit\b)\s*")
_NAME = re.compile(r"[^\W\d_][\w.'’ʼ-]*(?: [\w.'’ʼ-]+){0,5}")
_NOT_NAMES = re.compile(
    r"@|https?:|\bstaff\b|\beditors?\b|\bdesk\b|\bteam\b|\bnews\b|\bredaktion\b|\bagency\b",
    re.IGNORECASE,
)
_MAX = 120


def without_lead(text: str) -> str:
    """Return a byline without its "By" or "Written by:"."""
    text = " ".join(text.split())
    match = _LEAD.match(text)
    return text[match.end() :].strip(" .,|") if match and match.end() < len(text) else text


def written_by(text: str) -> str | None:
    """Return the names of a line that says who wrote the article; None for any other line.

    A sentence is not a byline: it ends in a full stop, or the words after "by" are in lower case.
    """
    text = " ".join(text.split())
    match = _WRITTEN.fullmatch(text) if len(text) <= _MAX else None
    if match is None:
        return None
    names = match["names"].strip(" .,|")
    capitals = sum(word[:1].isupper() for word in names.split())
    return names if capitals * 2 >= len(names.split()) and len(names.split()) <= 14 else None


def natural(name: str) -> str:
    """Return "Family, Given" as "Given Family"; any other text as it is."""
    family, comma, given = name.partition(", ")
    inverted = comma and "," not in given and len(name.split()) <= 5
    return f"{given} {family}" if inverted and given[:1].isupper() else name


def authors_in(byline: str | None) -> tuple[str, ...]:
    """Return the persons a byline names; a desk or "the editor" is not a person."""
    if not byline:
        return ()
    parts = [part.strip() for part in _SPLIT.split(byline)]
    return tuple(
        dict.fromkeys(
            part
            for part in parts
            if part
            and _NAME.fullmatch(part)
            and " " in part
            and part[0].isupper()
            and not _NOT_NAMES.search(part)
        )
    )


def split_byline(blocks: Sequence[RawBlock]) -> tuple[str | None, list[RawBlock]]:
    """Return the names of the first byline among the blocks, and the blocks without that one."""
    for index, block in enumerate(blocks):
        if names := written_by(block.draft.text.partition("\n")[0]):
            return names, [*blocks[:index], *blocks[index + 1 :]]
    return None, list(blocks)
