"""Bibliography formats: one module a format, found by its name.

A format module has ``read(text) -> Bibliography`` and ``write(items, style) -> str``. Modules are
imported when their format is asked for. ``csl-json`` is the module ``csl_json``.
"""

import pkgutil
from collections.abc import Iterable
from importlib import import_module
from typing import Protocol, cast

from citations.bibliography import DEFAULT, Bibliography, Problem, Style
from citations.item import Item

__all__ = ["DEFAULT", "Bibliography", "Problem", "Style", "names", "read", "write"]


class _Format(Protocol):
    def read(self, text: str) -> Bibliography: ...
    def write(self, items: Iterable[Item], style: Style) -> str: ...


def names() -> tuple[str, ...]:
    """Return the names of the formats there are, sorted."""
    return tuple(
        sorted(
            module.name.replace("_", "-")
            for module in pkgutil.iter_modules(__path__)
            if not module.ispkg
        )
    )


def _format(name: str) -> _Format:
    if name.replace("_", "-") not in names():
        raise ValueError(f"unknown bibliography format {name!r}; there are {', '.join(names())}")
    module = import_module(f"{__name__}.{name.replace('-', '_')}")
    return cast("_Format", module)


def read(text: str, name: str) -> Bibliography:
    """Read ``text`` in the format ``name``. What cannot be read is a ``Problem`` with its text.

    Raises ``ValueError`` for an unknown format, and for nothing that a text can hold.
    """
    return _format(name).read(text)


def write(items: Iterable[Item], name: str, style: Style = DEFAULT) -> str:
    """Write ``items`` in the format ``name``, each item as it is; see ``citations.normalise``.

    Raises ``ValueError`` for an unknown format.
    """
    return _format(name).write(items, style)
