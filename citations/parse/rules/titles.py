"""Steps 3b and 6: the title, quoted or between the head and the next stop."""

import re

from citations.dates import find_dates
from citations.parse.board import Board

_QUOTED = re.compile(
    r"“(?P<a>[^“”]{2,400})[”“]|\"(?P<b>[^\"]{2,400})\"|«\s?(?P<c>[^«»]{2,400}?)\s?»|„(?P<d>[^„“”]{2,400})[“”]"
    r"|‘(?P<e>(?:[^‘’]|’(?=\w)|(?<=s)’(?=\s[a-z])|‘[^‘’]{1,80}’(?=.{0,200}’)){2,400})’(?!\w)"
    r"|(?<!\w)'(?P<f>(?:[^']|'(?=\w)){6,400})'(?!\w)|``(?P<g>[^`']{2,400})''|»(?P<h>[^«»]{2,400})«"
    r"|\[(?P<i>[^\[\]]{2,300})\]\((?=https?:)"
)
# A stop after one of these does not end a title.
_ABBREVIATIONS = frozenset(
    """
    vs v st dr mr mrs ms prof no nr vol inc corp ltd co u.s u.k e.g i.e cf jr sr al ca approx
    gen sen rep gov bd art par ed mt ft bzw z.b usw dt sog u d s п г
    """.split()  # noqa: SIM905 - a table of words reads better unquoted
)
_STOP = re.compile(r"[.?!…](?=[\s\"”’»)]|$)")
_IN = re.compile(
    r"[.,;:]?\s+in:\s|[.,;]\s+in:?\s(?=[A-ZÀ-Þ])|[.?!]\s+In\s|\s//\s|\.\s[—–]\s|\s[|]\s"
)
_EDITION = re.compile(
    r"\s\(?(?:\d{1,2}(?:st|nd|rd|th)|rev\.|revised|second|third|fourth)\s+ed", re.IGNORECASE
)


def claim_quoted_title(board: Board) -> None:
    """Claim the first quoted stretch near the head as the title, its own end stop kept outside."""
    match = _QUOTED.search(board.text, 0, 700)
    if match is None:
        return
    start, end = match.span(match.lastgroup or 0)
    before = board.text[: match.start()]
    # A quotation inside a running title ("Venice: sea defences 'not enough'") is no title.
    if before and not re.search(r"(?:[.,:;)\]?!*]|\A|\d|\b[Ii]n|\w)\s*[*_(-]*\s*$", before):
        return
    inside = re.search(r"\(\d{4}[^()]*\)[.,:]?\s+\S+", before) or re.search(r"[a-z]{3,}\s$", before)
    if inside and not re.search(r"(?:stampa|photo|post|release|video)[,]?\s$", before):
        return
    after = board.text[match.end() : match.end() + 3]
    if re.match(r"\s[a-z]", after) or re.match(r":\s", after):
        # ["Word" goes on]: the quotation only opens the title.
        return
    board.claim(start, _without_stop(board.text, start, end), "title")


def claim_title(board: Board, cursor: int) -> int:
    """Claim the title that starts at the cursor unless a quoted one is there; return its end."""
    text = board.text
    if board.has("title"):
        at = board.found["title"]
        while at < len(text) and not board.is_free(at, at + 1):
            at += 1
        return max(cursor, at) if at >= cursor else cursor
    while cursor < len(text) and (text[cursor] in " \"'“”‘’«»*_-–—:(["):
        cursor += 1
    limit = board.next_taken(cursor)
    end = _title_end(text, cursor, limit, is_dated=board.has("date"))
    if end <= cursor:
        return cursor
    stop = end
    while stop > cursor and text[stop - 1] in " ,;:*_([<-–—|\"”'":
        stop -= 1
    board.claim(cursor, _without_stop(text, cursor, stop), "title")
    return end


def _title_end(text: str, start: int, limit: int, *, is_dated: bool) -> int:
    ends = [limit]
    joint = _IN.search(text, start, limit)
    if joint:
        ends.append(joint.start() + (1 if text[joint.start()] in "?!" else 0))
    edition = _EDITION.search(text, start, limit)
    if edition:
        ends.append(edition.start())
    for match in _STOP.finditer(text, start, limit):
        if _is_end(text, start, match.end(), limit):
            ends.append(match.end())
            break
    end = min(ends)
    if end == limit or end - start > 60:
        return _comma_end(text, start, end, is_dated=is_dated)
    return end


def _is_end(text: str, start: int, at: int, limit: int) -> bool:
    mark = text[at - 1]
    rest = text[at:limit].lstrip(' "”’»)')
    if mark in "?!…":
        # "Sahelistan? Military intervention" is one title where a container follows later.
        return not _has_later_stop(text, at, limit)
    word = re.search(r"[^\s.(]*(?:\.[^\s.]+)*\Z", text[start : at - 1])
    stem = word.group().casefold() if word else ""
    if (
        stem in _ABBREVIATIONS
        or (len(stem) == 1 and stem.isalpha())
        or re.fullmatch(r"(?:\w\.)+\w", stem)
    ):
        return False
    return not rest or not rest[0].islower() or rest.startswith(("http", "doi", "www", "pp", "vol"))


def _has_later_stop(text: str, at: int, limit: int) -> bool:
    following = _STOP.search(text, at, limit)
    return following is not None and bool(text[following.end() : following.end() + 30].strip(" .)"))


def _comma_end(text: str, start: int, end: int, *, is_dated: bool) -> int:
    """In a style of commas, the title ends before the last chunk that is followed by a number."""
    if is_dated and end < len(text) and text[end - 1 : end] in ".?!":
        return end
    found = next(find_dates(text[start:end]), None)
    number = re.search(
        r"[,(]\s*(?:vol|no|nr|n°|pp?|S|№)?\.?\s?\d|\s\d{1,4}(?:\(\d|[,:])|\((?=[^()]*\d{4}\))",
        text[start:end],
    )
    places = [
        mark
        for mark in (number.start() if number else None, found.start if found else None)
        if mark
    ]
    tail = min(places) if places else None
    if tail is None:
        return end
    commas = [
        match.start()
        for match in re.finditer(r"[,.](?=\s)", text[start : start + tail].rstrip(" ,.("))
    ]
    if not commas:
        return start + tail if not is_dated else end
    return start + commas[-1]


def _without_stop(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " ,.;" and text[max(start, end - 3) : end] != "...":
        end -= 1
    return end
