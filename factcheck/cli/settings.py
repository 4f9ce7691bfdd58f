"""Load the settings that hold for a command, its flags included."""

from collections.abc import Mapping
from pathlib import Path

from factcheck.cli.choosing import choice
from factcheck.config import Loaded, Settings, load

__all__ = ["choice", "load_all", "load_settings"]


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
