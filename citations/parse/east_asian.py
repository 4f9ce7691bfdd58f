"""Volume and issue as Korean, Japanese and Chinese print them: 제36권 제1호, 第3巻第2号."""

import re

from citations.parse.board import Board

# A counter word follows on the number: 권, 집, 卷, 巻 count volumes; 호, 号, 號, 期 count issues.
_VOLUME = re.compile(r"(?:(?:제|第)\s?(\d{1,4})\s?[권집卷巻]|(?<![\w.])(\d{1,4})\s?[권卷巻])")
_ISSUE = re.compile(
    r"(?:(?:제|第)\s?(\d{1,4})\s?[호号號期]|(?<=[권卷巻])\s?(\d{1,4})\s?[호号號期])"
)


def claim_volumes(board: Board) -> None:
    """Claim the numbers before the counter words for volumes and issues."""
    for pattern, label in ((_VOLUME, "volume"), (_ISSUE, "issue")):
        match = pattern.search(board.text)
        if match:
            group = 1 if match[1] else 2
            board.claim(match.start(group), match.end(group), label)
