"""The command line: one command a file, imported when it is called."""

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: see ``factcheck.cli.running``."""
    from factcheck.cli.running import run  # noqa: PLC0415  # nothing heavy at import

    return run(arguments)
