"""Groups of commands: a package whose modules are the commands, imported when they are called.

A module ``lint`` holds a function ``command``; a package holds a group of its own. The first line
of the module's docstring is what a group's help shows, so that help imports no command either.
"""

import ast
import pkgutil
from difflib import get_close_matches
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from factcheck import __version__
from factcheck.errors import UsageError

COMMANDS = "factcheck.cli.commands"
_HELP = """Lint an article's references, citations and attributions; work the review queue.

TARGET is an http(s) address, a file (HTML, Markdown, DOCX, plain text) or - for standard input.

\b
Start with:
  factcheck lint FILE          what to mend, sentence by sentence
  factcheck rule list          what is looked for
  factcheck scan FILE          remember the findings, then: factcheck queue list
  factcheck COMMAND --help     options and examples
"""
_CONTEXT: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class CommandGroup(TyperGroup):
    """A group whose commands are the modules of ``package``."""

    package = COMMANDS
    default: str | None = None

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """Put the default command in front of arguments that name none."""
        if self.default and args and args[0] not in command_names(self.package):
            asks_help = args[0] in _CONTEXT["help_option_names"]
            args = args if asks_help else [self.default, *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 typer's signature
        """Return the names of the commands, in alphabetical order."""
        return sorted(command_names(self.package))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Import and return a command; raise UsageError, with the nearest name, for no command."""
        names = command_names(self.package)
        if cmd_name in names:
            return _load(f"{self.package}.{cmd_name}", cmd_name)
        if ctx.resilient_parsing or cmd_name.startswith("-"):
            return None
        close = get_close_matches(cmd_name, names, n=1)
        hint = f"did you mean {close[0]!r}?" if close else f"there are {', '.join(sorted(names))}"
        raise UsageError(f"no command is called {cmd_name!r}; {hint}")

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the list of commands for the group's help."""
        rows = [(name, summary(f"{self.package}.{name}")) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def root() -> Any:
    """Return the command line as a whole."""
    app = typer.Typer(
        cls=CommandGroup, rich_markup_mode=None, context_settings=_CONTEXT, no_args_is_help=True
    )
    app.callback(help=_HELP)(factcheck)
    return get_command(app)


def command_names(package: str) -> tuple[str, ...]:
    """Return the names of the commands in a package, importing none of them."""
    spec = find_spec(package)
    locations = list(spec.submodule_search_locations or ()) if spec else []
    return tuple(module.name for module in pkgutil.iter_modules(locations))


def summary(module: str) -> str:
    """Return the first line of a module's docstring without importing it."""
    spec = find_spec(module)
    source = Path(spec.origin).read_text(encoding="utf-8") if spec and spec.origin else ""
    docstring = ast.get_docstring(ast.parse(source)) or ""
    return docstring.partition("\n")[0].rstrip(".")


def _load(module_name: str, name: str) -> Any:
    module = import_module(module_name)
    if hasattr(module, "__path__"):
        group = CommandGroup(
            name=name,
            help=module.__doc__,
            rich_markup_mode=None,
            no_args_is_help=True,
            context_settings=_CONTEXT,
        )
        group.package = module_name
        group.default = getattr(module, "DEFAULT", None)
        return group
    app = typer.Typer(rich_markup_mode=None, add_completion=False, context_settings=_CONTEXT)
    app.command(name, epilog=getattr(module, "EXAMPLES", None))(module.command)
    return get_command(app)


def factcheck(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=lambda wanted: _print_version() if wanted else None,
            is_eager=True,
            help="Show the version and stop.",
        ),
    ] = False,
) -> None:
    """Hold the options of the program as a whole."""


def _print_version() -> None:
    typer.echo(f"factcheck {__version__}")
    raise typer.Exit
