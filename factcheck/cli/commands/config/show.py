"""Show every setting, its value and where it came from."""

import json
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.output import write
from factcheck.cli.settings import choice, load_all
from factcheck.config import value_of
from factcheck.reports.plain import dump, envelope, plain


def command(
    key: Annotated[
        str | None, typer.Argument(metavar="[KEY]", help="Only this key, such as lint.fail_on.")
    ] = None,
    format_name: options.TextOrJson = "text",
    config: options.Config = None,
) -> int:
    """Show every setting, its value and where it came from.

    Flags win over FACTCHECK_* variables (FACTCHECK_LINT_FAIL_ON), these over the nearest
    config.toml, and that over the defaults.
    """
    choice("--format", format_name, ("text", "json"))
    loaded = load_all(config)
    shown = tuple(loaded.origins)
    if key is not None:
        shown = (choice("KEY", key, shown),)
    rows = [(name, plain(value_of(loaded.settings, name)), loaded.origins[name]) for name in shown]
    if format_name == "json":
        listed = [{"key": name, "value": value, "origin": origin} for name, value, origin in rows]
        write(dump(envelope("config", file=str(loaded.file or "") or None, settings=listed)), None)
        return 0
    lines = [f"{name} = {_shown(value)}  # {origin}" for name, value, origin in rows]
    write("\n".join(lines) + "\n", None)
    return 0


def _shown(value: object) -> str:
    return "(not set)" if value is None else json.dumps(value, ensure_ascii=False, default=str)
