"""Choose one of several values an option can have."""

from difflib import get_close_matches

from factcheck.errors import UsageError


def choice(option: str, value: str, allowed: tuple[str, ...]) -> str:
    """Return a value if it is allowed; raise UsageError, with the nearest one, if not."""
    if value in allowed:
        return value
    close = get_close_matches(value, allowed, n=1)
    hint = f"did you mean {close[0]!r}?" if close else f"choose from {', '.join(allowed)}"
    raise UsageError(f"{option} cannot be {value!r}; {hint}")
