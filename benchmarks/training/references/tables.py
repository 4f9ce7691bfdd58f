"""The word tables and forms beside this file, read once."""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "ru")
_HERE = Path(__file__).resolve().parent


@cache
def table(name: str) -> dict[str, Any]:
    """Return a file of ``tables/``."""
    with (_HERE / "tables" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def listed(name: str, key: str, language: str) -> Sequence[Any]:
    """Return the words of a language under a key; those for any language or English otherwise."""
    rows = table(name)[key]
    return rows.get(language) or rows.get("any") or rows["en"]


@cache
def forms() -> tuple[dict[str, Any], ...]:
    """Return every form of every file in ``forms/``, macros put in and numbered from 0."""
    macros: dict[str, str] = {}
    found: list[dict[str, Any]] = []
    for path in sorted((_HERE / "forms").glob("*.toml")):
        with path.open("rb") as file:
            content = tomllib.load(file)
        macros |= content.get("macros", {})
        found.extend(content.get("form", ()))
    for number, form in enumerate(found):
        form["number"] = number
        text = form["text"].replace("\n", "")
        while "{@" in text:
            start = text.index("{@")
            end = text.index("}", start)
            text = text[:start] + macros[text[start + 2 : end]].replace("\n", "") + text[end + 1 :]
        form["text"] = text
    return tuple(found)
