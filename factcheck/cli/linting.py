"""The settings of a lint, with every wrong word found before a document is opened."""

from collections.abc import Mapping
from pathlib import Path

from factcheck.cli.settings import choice, load_settings
from factcheck.config import Settings
from factcheck.reports import format_names


def lint_settings(config: Path | None, flags: Mapping[str, object], format_name: str) -> Settings:
    """Return the settings for flags and a report format. Raises UsageError and ConfigError."""
    choice("--format", format_name, format_names())
    return load_settings(config, flags)
