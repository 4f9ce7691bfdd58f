"""Load the settings that hold for a command, its flags included."""

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

from factcheck.config import Loaded, Settings, load
from factcheck.errors import UsageError


def load_settings(config: Path | None, flags: Mapping[str, object] | None = None) -> Settings:
    """Return the settings; ``flags`` that are None, False or empty were not given."""
    return load_all(config, flags).settings


def load_all(config: Path | None, flags: Mapping[str, object] | None = None) -> Loaded:
    """Return the settings with their origins."""
    # Compared by identity: 0 equals False, and --min-confidence 0 was given.
    given = {
        key: value
        for key, value in (flags or {}).items()
        if value is not None and value is not False and value != ()
    }
    return load(Path.cwd(), flags=given, file=config)


def choice(option: str, value: str, allowed: tuple[str, ...]) -> str:
    """Return a value if it is allowed; raise UsageError, with the nearest one, if not."""
    if value in allowed:
        return value
    close = get_close_matches(value, allowed, n=1)
    hint = f"did you mean {close[0]!r}?" if close else f"choose from {', '.join(allowed)}"
    raise UsageError(f"{option} cannot be {value!r}; {hint}")
