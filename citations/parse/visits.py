"""Find when a page was visited ("Retrieved June 4, 2020, from", "abgerufen am 17.05.2019")."""

import re

from citations.dates import find_dates
from citations.parse.board import Board

_CUE = re.compile(
    r"""(?<!\w)(?:
      (?:retrieved|accessed|viewed|visited|last\s+(?:accessed|visited|viewed|checked|retrieved)|access(?:\s+date)?
        |cited|date\s+accessed)(?:\s+on)?
    | abgerufen(?:\s+am)?|zugriff(?:\s+am)?|zuletzt\s+\w+(?:\s+am)?|letzter\s+zugriff
    |aufgerufen\s+am|stand
        |eingesehen\s+am|besucht\s+am
    | consult[ée]e?s?\s+(?:en\s+ligne\s+)?le|page\s+consult[ée]e\s+le|vu\s+le|acc[èe]s\s+le
    | recuperado(?:\s+el)?|consultado(?:\s+(?:el|em|a))?|consulta|fecha\s+de\s+consulta
    |acceso(?:\s+el)?
        |visitado(?:\s+el)?|ac[ce]+dido\s+(?:el|em)
    | consultato(?:\s+il)?|ultimo\s+accesso|ultima\s+consultazione|visitato\s+il
    |url\s+consultato\s+il
    | acesso(?:\s+em)?|acessado(?:\s+em)?|dispon[ií]vel\s+em\s+(?=\d)
    | дата\s+обращения|дата\s+доступа|просмотрено|обращение
    )\s*:?\s*(?:the\s+)?(?:\d{1,2}:\d\d(?:\s?[ap]\.?m\.?)?,?\s*)?""",
    re.IGNORECASE | re.VERBOSE,
)
_REACH = 45
# "2020年5月1日閲覧"; GB/T 7714 puts it in brackets after the date: "(2021-03-08)[2021-03-20]".
_AFTER = re.compile(
    r"((?:19|20)\d\d年\s?\d{1,2}月\s?\d{1,2}日)\s?(?:に|最終)?(?:閲覧|アクセス|参照|访问|查阅)"
)
_BRACKETED = re.compile(
    r"\[(?:EB/OL|OL|J/OL|N/OL|R/OL)\][^\[\]]{0,200}\[((?:19|20)\d\d-\d{1,2}-\d{1,2})\]"
)


def claim_visits(board: Board) -> None:
    """Claim the date that follows at once on a word for visiting."""
    for match in _CUE.finditer(board.text):
        window = board.text[match.end() : match.end() + _REACH]
        found = next(find_dates(window), None)
        if found is not None and found.start == 0 and found.date.year:
            board.claim(match.end(), match.end() + found.end, "accessed")
    for pattern in (_AFTER, _BRACKETED):
        for match in pattern.finditer(board.text):
            board.claim(match.start(1), match.end(1), "accessed")
