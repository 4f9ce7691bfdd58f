"""Step 7: volume, issue, pages, edition and the dates that stand after the title."""

import re

from citations.dates import find_dates
from citations.parse.board import Board

_PAGE = r"[A-Za-z]?\d{1,6}(?:\s?[-‐‑–—−]{1,2}\s?[A-Za-z]?\d{1,6})?"
_RUN = r"\d{1,4}(?:[-–/]\d{1,4})?"
_PATTERNS: tuple[re.Pattern[str], ...] = (
    # River Studies 12, no. 3  |  Nature 400 (12 August): 675  |  Studies 12 (2019)
    re.compile(
        r"(?<=[^\W\d_][\s,]|[.,]\s)(?P<volume>\d{1,4})"
        r"(?=\s?(?:,\s?(?:no|nos|nr|n|issue|H)\b|,\s?№|\((?:[^()]{0,20}\s)?(?:1[5-9]|20)\d\d\)))",
        re.IGNORECASE,
    ),
    # 22(4), 543-566  |  11(3):319-23  |  12(2), e1234
    re.compile(
        rf"(?<![\w(])(?P<volume>{_RUN})\s?\(\s?(?:no\.?\s?|issue\s?)?(?P<issue>[\w.\s/–-]{{1,14}}?)\s?\)"
        rf"(?:\s?[,:;]\s?(?:pp?\.?\s?|article\s)?(?P<pages>e?{_PAGE})(?![\d/]))?",
    ),
    # vol. 3, no. 1  |  Bd. 12, H. 3  |  т. 4
    re.compile(
        r"(?<!\w)(?:vol(?:ume)?s?\b\.?|Bd\.|Band|Jg\.|Jahrgang|tomo|tome|t\.|том|Т\.|v\.)\s?(?P<volume>[\dIVXLC]{1,6}(?:[-–/]\d{1,4})?)(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)(?:no\b\.?|nos\.|nr\.?|núm\.?|num\.|n\.?\s?[°º]|issue|Heft|H\.|№|n\.)\s?(?P<issue>\d{1,5}(?:[-–/]\d{1,4})?)(?![\w/]|\.\d)",
        re.IGNORECASE,
    ),
    # Pages with a cue, before or behind the number.
    re.compile(
        rf"(?<!\w)(?:pages?|pp?\.|pp(?=\s?\d)|págs?\.|pagg?\.|Seiten?|S\.|С\.|с\.|стр\.|pg\.)\s?(?P<pages>[A-Za-z]?\d{{1,6}}(?:\s?[-‐‑–—−]{{1,2}}\s?[A-Za-z]?\d{{1,6}})?"
        rf"(?:,\s{_PAGE}(?![\d/]))*|[ivxlc]{{1,7}}(?:[-–][ivxlc]{{1,7}})?(?!\w))",
    ),
    re.compile(
        r"(?<![\w/-])(?P<pages>\d{1,4})\s(?:pp?\.?|pages|S\.|Seiten|с\.|págs?\.|p\.|s\.)(?!\w)"
    ),
    # 12: 543-566  |  12, 543-566  |  2012;11:319
    re.compile(rf"(?<![\w/.-])(?P<volume>\d{{1,4}})\s?[:,]\s?(?P<pages>e?{_PAGE})(?![\w/]|\.\d)"),
    re.compile(r"(?<![\w/.-])(?P<pages>\d{1,5}\s?[-‐‑–—−]{1,2}\s?\d{1,5})(?![\w/-])"),
)
_EDITION = re.compile(
    r"(?<!\w)(?P<edition>(?:\d{1,2}(?:st|nd|rd|th|\.|ª|e|-е)?|(?:rev(?:ised)?|second|third|fourth|fifth|new|updated|enlarged)\b\.?)"
    r"(?:\s(?:rev\.|revised|erw\.|überarb\.|aktual\.|and|u\.|expanded))*\s(?:ed(?:ition|n)?\b|Aufl(?:age)?\b|éd(?:ition)?\b|ed(?:ición|izione|ição)\b|изд)\.?)",
    re.IGNORECASE,
)


def claim_numbers(board: Board, cursor: int) -> None:
    """Claim dates and numbers after the title; the surest forms come first."""
    text = board.text
    for match in _EDITION.finditer(text, cursor):
        board.claim(match.start(), match.end(), "edition")
    if not board.has("date"):
        _claim_date(board, cursor)
    for pattern in _PATTERNS:
        for match in pattern.finditer(text, cursor):
            for label, value in match.groupdict().items():
                if value and _fits(label, value) and (label == "pages" or not board.has(label)):
                    board.claim(match.start(label), match.end(label), label)
    _claim_late_dates(board, cursor)


def _claim_date(board: Board, cursor: int) -> None:
    """Claim the fullest date after the title, the last of equals."""
    best = None
    for found in find_dates(board.text[cursor:]):
        if not board.is_free(cursor + found.start, cursor + found.end):
            continue
        weight = (bool(found.date.month), found.date.year is not None)
        if best is None or weight >= best[0]:
            best = (weight, found)
    if best:
        board.claim(cursor + best[1].start, cursor + best[1].end, "date")


def _claim_late_dates(board: Board, cursor: int) -> None:
    """Claim a day and month later in the text: they belong to the year at the head."""
    for found in find_dates(board.text[cursor:]):
        if found.date.month and board.is_free(cursor + found.start, cursor + found.end):
            board.claim(cursor + found.start, cursor + found.end, "date")
            return


def _fits(label: str, value: str) -> bool:
    if label == "volume" and value.isdigit():
        return not 1900 <= int(value) <= 2099
    if label == "issue":
        return bool(re.search(r"\d|[Ss]uppl", value)) and not re.fullmatch(
            r"(?:19|20)\d\d", value.strip()
        )
    return True
