"""Tokens of a reference string: an address, a DOI, a run of letters, a run of digits, or a mark.

White space tokens lose "B679,467(2009)"; these do not. The tagger's weights were trained on exactly
these tokens, so a change here means training anew.
"""

import re

_TOKEN = re.compile(
    r"(?:https?://|ftp://|www\.)[^\s<>\"”»]+"
    r"|\b10\.\d{4,9}/[^\s<>\"”»]+"
    r"|(?!arX)[a-z]{2,9}(?=[A-Z])"  # a blank was lost: "inAdvanced", "byManoel"
    r"|[^\W\d_]+"
    r"|\d+"
    r"|[^\w\s]"
    r"|_"
)
_TRAILING = frozenset(".,;:!?)]}>'’")
_LONG = 8


def tokenize(text: str) -> list[tuple[int, int]]:
    """Return the tokens of ``text`` as half-open offsets, in order; white space is in none."""
    out: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = match.group()
        if len(word) <= _LONG or not word.startswith(("http", "www.", "ftp", "10.")):
            out.append((start, end))
            continue
        stop = _end_of_address(text, start, end)
        out.append((start, stop))
        out.extend((at, at + 1) for at in range(stop, end) if not text[at].isspace())
    return out


def _end_of_address(text: str, start: int, end: int) -> int:
    """Leave the sentence's own marks after an address out of it; keep a bracket it opened."""
    brackets = text.count("(", start, end) - text.count(")", start, end)
    stop = end
    while stop > start and text[stop - 1] in _TRAILING:
        if text[stop - 1] == ")":
            if brackets >= 0:
                break
            brackets += 1
        stop -= 1
    markdown = text.find("](", start, stop)
    return stop if markdown == -1 else markdown
