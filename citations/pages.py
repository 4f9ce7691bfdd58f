"""Page ranges, page counts and article numbers, as printed and as CSL writes them."""

import re

_DASH = re.compile(r"\s*(?:--+|[-‐‑‒–—―−])\s*")
_CUE = re.compile(
    r"^\s*(?:pages?|pp?|pgs?|seiten?|s|págs?|páginas?|pag|pagg?|pagine|стр|с)\b\.?\s*:?\s*",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?<=\d)\s(?:pages?|pp?|seiten|págs?|pagine|стр|s|с)\.?$", re.IGNORECASE)
_ROMAN = re.compile(
    r"(?=[mdclxvi])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE
)
_PREFIXED = re.compile(r"([A-Za-z]{0,2})(\d{1,9})([a-z]?)")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def parse_pages(text: str) -> str | None:
    """Return a page field as CSL writes it, or ``None`` when no digit or Roman numeral is in it.

    Every dash becomes a hyphen, cue words ("pp.", "S.", "с.") go, and a shortened last page is
    written out: "543–66" gives "543-566" (The Chicago Manual of Style, 17th ed., 9.61, read
    backwards). Several ranges keep their commas. An article number ("e1234") stays as it is.
    """
    body = _CUE.sub("", " ".join(text.split()).strip(" .,;:()[]"))
    body = _COUNTED.sub("", body)
    parts = [part.strip(" .") for part in re.split(r"[,;]|\s&\s", body)]
    ranges = [_range(part) for part in parts if part]
    if not any(re.search(r"\d", one) or _ROMAN.fullmatch(one.split("-")[0]) for one in ranges):
        return None
    return ", ".join(ranges)


def page_bounds(page: str) -> tuple[int, int] | None:
    """Return the first and last page of one range as numbers, or ``None`` if it is not one range.

    A single page is its own last page. Roman numerals count; letters before both numbers must be
    the same ("A3-A5").
    """
    first, _, last = page.partition("-")
    start, end = _number(first.strip()), _number((last or first).strip())
    if start is None or end is None or start[0] != end[0]:
        return None
    return start[1], end[1]


def _range(text: str) -> str:
    first, *rest = _DASH.split(text, maxsplit=1)
    if not rest or not rest[0]:
        return first
    return f"{first}-{_written_out(first, rest[0])}"


def _written_out(first: str, last: str) -> str:
    start, end = _PREFIXED.fullmatch(first), _PREFIXED.fullmatch(last)
    if start is None or end is None or end[1] not in ("", start[1]):
        return last
    missing = len(start[2]) - len(end[2])
    if missing <= 0 or start[3] or end[3]:
        return last
    whole = start[2][:missing] + end[2]
    # "105-4" is no shortened 105-104: leave what would run backwards for an editor to see.
    return start[1] + whole if int(whole) > int(start[2]) else last


def _number(text: str) -> tuple[str, int] | None:
    match = _PREFIXED.fullmatch(text)
    if match:
        return match[1].lower(), int(match[2])
    if _ROMAN.fullmatch(text):
        return "roman", _roman_value(text.lower())
    return None


def _roman_value(text: str) -> int:
    total = 0
    for sign, following in zip(text, [*text[1:], ""], strict=True):
        value = _ROMAN_VALUES[sign]
        total += -value if value < _ROMAN_VALUES.get(following, 0) else value
    return total
