"""What Chinese, Japanese and Korean print has a grammar of its own: counters, marks for titles.

Notes put titles in 《》, 「」 or 『』, so what stands where can be told by rule. In
吴国栋：《运河人家》，扬州：广陵江书社，2011年，第45页
these are author, title, place, house, year and page.
"""

import re

from citations.parse.board import Board

# A counter word follows on the number: 권, 집, 卷, 巻 count volumes; 호, 号, 號, 期 count issues.
_VOLUME = re.compile(r"(?:(?:제|第)\s?(\d{1,4})\s?[권집卷巻]|(?<![\w.])(\d{1,4})\s?[권卷巻])")
_ISSUE = re.compile(
    r"(?:(?:제|第)\s?(\d{1,4})\s?[호号號期]|(?<=[권卷巻年])\s?(\d{1,4})\s?[호号號期])"
)
_SIGN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LETTER = re.compile(r"[^\W\d_]")
_MOSTLY = 0.5  # of the letters before an address
_TITLE = re.compile(r"《([^《》]{1,300})》|『([^『』]{1,300})』|「([^「」]{1,300})」")
_DAY = re.compile(r"(?<!\d)((?:1[4-9]|20)\d\d)(?:年(?:\s?\d{1,2}月(?:\s?\d{1,2}日)?)?|(?!\d))")
_NUMBERED = re.compile(r"(?<!\d)(\d{1,4})\s?[(（](\d{1,4})[)）]")
_PAGES = re.compile(
    r"(?:第|pp?\.\s?)?(?<!\d)(\d{1,5}(?:\s?[-–—~～]\s?\d{1,5})?)\s?(?:[页頁面版쪽]|(?=[。.]?\Z))"
)
_PARTS = re.compile(r"[^，、,。．;；()（）]+")
_NAME_EDGES = " \t：:，、,。．;；[]【】0123456789()（）."


def claim_volumes(board: Board) -> None:
    """Claim the numbers before the counter words for volumes and issues."""
    for pattern, label in ((_VOLUME, "volume"), (_ISSUE, "issue")):
        match = pattern.search(board.text)
        if match:
            group = 1 if match[1] else 2
            board.claim(match.start(group), match.end(group), label)


def claim_marked_titles(board: Board) -> bool:
    """Claim every field of a reference whose titles are in East Asian marks; say whether it is one.

    The first title is the work's, a second one that of the periodical or book it is in.
    """
    text = board.text
    titles = list(_TITLE.finditer(text))[:2]
    words = "".join(_LETTER.findall(text.partition("http")[0]))
    if not titles or len(_SIGN.findall(words)) < _MOSTLY * len(words):
        return False
    for match, label in zip(titles, ("title", "journal"), strict=False):
        board.claim(match.start() + 1, match.end() - 1, label)
    rest = titles[-1].end()
    for start in (rest, 0):  # after the titles, or in brackets after the author
        if _claim_date(board, start):
            break
    _claim_author(board, titles[0].start())
    if len(titles) == 1:
        _claim_house(board, rest)
    elif numbered := _NUMBERED.search(text, rest):
        board.claim(numbered.start(1), numbered.end(1), "volume")
        board.claim(numbered.start(2), numbered.end(2), "issue")
    for pages in _PAGES.finditer(text, rest):
        if board.claim(pages.start(1), pages.end(1), "pages"):
            break
    return True


def _claim_date(board: Board, start: int) -> bool:
    """Claim the first date; a year alone without the sign for it."""
    for match in _DAY.finditer(board.text, start):
        end = match.end() if "月" in match.group() else match.end(1)
        if board.claim(match.start(), end, "date"):
            return True
    return False


def _claim_author(board: Board, end: int) -> None:
    for start, stop in board.free_parts(0, end):
        name = board.text[start:stop]
        first = len(name) - len(name.lstrip(_NAME_EDGES))
        if board.claim(start + first, start + len(name.rstrip(_NAME_EDGES)), "author"):
            return


def _claim_house(board: Board, start: int) -> None:
    """Claim the publishing house and its place ("扬州：广陵江书社"), which follow on the title."""
    for match in _PARTS.finditer(board.text, start):
        value = match.group()
        if re.search(r"\d", value) or not _SIGN.search(value):
            continue
        place, colon, _ = value.replace("：", ":").partition(":")
        if colon:
            board.claim(match.start(), match.start() + len(place), "location")
        house = match.start() + (len(place) + 1 if colon else 0)
        board.claim(house, match.end(), "publisher")
        return
