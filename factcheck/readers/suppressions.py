"""An author's own exceptions: ``factcheck: allow CLM003 reason="..."``."""

import re

from factcheck.model.article import Suppression

_COMMENT = re.compile(r"\s*factcheck:\s*allow\s+(?P<rest>\S.*)", re.IGNORECASE | re.DOTALL)
_REASON = re.compile(
    r"\breason\s*[=:]\s*(?:\"(?P<quoted>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>\S.*))",
    re.IGNORECASE | re.DOTALL,
)
_CODE = re.compile(r"[A-Za-z][\w-]*")


def parse_comment(text: str, origin: str) -> Suppression | None:
    """Return the suppression in a comment's text; None where it is about something else."""
    match = _COMMENT.fullmatch(text.strip()) if len(text) < 2000 else None
    return parse_allow(match["rest"], origin) if match else None


def parse_allow(text: str, origin: str, reason: str | None = None) -> Suppression | None:
    """Return the suppression that "CODE, CODE reason=..." asks for; None without a code.

    A missing reason is kept as None: that is a finding, not a reader's business.
    """
    found = _REASON.search(text)
    if found is not None:
        reason = found["quoted"] or found["single"] or found["bare"] or reason
        text = text[: found.start()]
    codes = tuple(_CODE.findall(text))
    if not codes:
        return None
    reason = " ".join(reason.split()) if reason else None
    return Suppression(codes=codes, reason=reason or None, origin=origin)
