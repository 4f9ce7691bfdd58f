"""Page ranges with one hyphen and the last page in full."""

import re
from dataclasses import replace

from citations.item import Item

_LABEL = re.compile(
    r"\A(?:(?:pp?|pages?|pgs?|Seiten?|str|стр)\.?\s?|[Sс](?:\.\s?|\s))(?=\d)", re.IGNORECASE
)
_RANGE = re.compile(r"(?<=\w)\s?(?:[–—−‐‑]|-{1,3})\s?(?=\w)")
_SHORT = re.compile(r"(?<![\w-])(\d{2,6})-(\d{1,5})(?![\w-])")


def _expand(match: re.Match[str]) -> str:
    first, last = match[1], match[2]
    if len(last) < len(first):
        full = first[: len(first) - len(last)] + last
        if int(full) > int(first):
            last = full
    return f"{first}-{last}"


def settle_pages(item: Item) -> Item:
    """Take off "pp.", join ranges with a hyphen, write "543-66" as "543-566"."""
    if item.page is None:
        return item
    page = _LABEL.sub("", item.page)
    page = (
        page.replace("–", "-")
        .replace("—", "-")
        .replace("−", "-")
        .replace("‐", "-")
        .replace("‑", "-")
    )
    page = re.sub(r"-{2,}", "-", page)
    page = _RANGE.sub("-", page)
    page = _SHORT.sub(_expand, page)
    page = page.strip(" -")
    return item if page == item.page else replace(item, page=page or None)
