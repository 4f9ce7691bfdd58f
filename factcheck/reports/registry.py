"""Find the output formats: every module of ``factcheck.reports.formats`` is one, by its name."""

import pkgutil
from difflib import get_close_matches
from importlib import import_module

from factcheck.errors import UsageError
from factcheck.reports import formats
from factcheck.reports.batch import Batch, Look


def format_names() -> tuple[str, ...]:
    """Return the names of the output formats, in alphabetical order, importing none of them."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(formats.__path__)))


def render(batch: Batch, name: str, look: Look | None = None) -> str:
    """Return a batch in an output format, ending in a line feed unless empty.

    Raises UsageError for a name that is no format's.
    """
    names = format_names()
    if name not in names:
        close = get_close_matches(name, names, n=1)
        hint = f"did you mean {close[0]!r}?" if close else f"choose from {', '.join(names)}"
        raise UsageError(f"no output format is called {name!r}; {hint}")
    module = import_module(f"{formats.__name__}.{name}")
    text: str = module.render(batch, look or Look())
    return text
