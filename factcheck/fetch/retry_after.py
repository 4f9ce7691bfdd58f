"""The Retry-After header (RFC 9110, section 10.2.3): seconds or a date."""

import datetime as dt
from email.utils import parsedate_to_datetime

LONGEST = 86400.0  # a day; more is a mistake or a joke


def parse_retry_after(value: str | None, now: float) -> float | None:
    """Return the seconds to wait from ``now`` (since 1970), 0 to a day; None for no sense."""
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return LONGEST if len(text) > 6 else min(float(text), LONGEST)
    try:
        date = parsedate_to_datetime(text[:60])
        if date.tzinfo is None:
            date = date.replace(tzinfo=dt.UTC)
        return min(max(date.timestamp() - now, 0.0), LONGEST)
    except (TypeError, ValueError, OverflowError, IndexError):
        return None
