"""Values of fields as BibTeX sees them: delimiters off, parts joined, strings resolved."""

import re

_PIECE = re.compile(r'\s*(?:(?P<open>[{"])|(?P<hash>#)|(?P<bare>[^\s#{"]+))')
_WHOLE = re.compile(r'(?:\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+\}|"[^{}"]*+")\Z')
_MOST_EXPANSION = 100_000


def _close(text: str, start: int) -> int:
    """Return where the string that opens at ``start`` closes, or the end of ``text``."""
    quoted = text[start] == '"'
    depth = 0
    for place in range(start, len(text)):
        character = text[place]
        if character in "{}":
            depth += 1 if character == "{" else -1
            if depth == 0 and not quoted:
                return place
        elif character == '"' and quoted and depth == 0 and place > start:
            return place
    return len(text)


def evaluate(text: str, strings: dict[str, str]) -> tuple[str, tuple[str, ...]]:
    """Return the value of a field as BibTeX sees it, and the names that are not defined.

    Delimiters go, parts joined by "#" are joined, names of ``strings`` (lower case) resolved. An
    undefined name stands for itself.
    """
    if _WHOLE.match(text):
        return text[1:-1][:_MOST_EXPANSION], ()
    parts, unknown, place = [], [], 0
    while place < len(text):
        match = _PIECE.match(text, place)
        if match is None:
            break
        place = match.end()
        if match["open"]:
            end = _close(text, match.start("open"))
            parts.append(text[match.end() : end])
            place = end + 1
        elif bare := match["bare"]:
            value = strings.get(bare.lower())
            if value is None and not bare.isdecimal():
                unknown.append(bare)
            parts.append(bare if value is None else value)
    return "".join(parts)[:_MOST_EXPANSION], tuple(unknown)
