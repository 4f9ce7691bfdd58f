"""Print a rule's page from its docstring, options and examples."""

import sys
from dataclasses import fields
from typing import Any

from factcheck.rule import Bad, Good, Need, Rule

HEADINGS = ("What it does", "Why it matters", "Example", "Options", "References")

_FENCE = "~~~~"  # tildes: an example may hold a fenced block of its own

_NEEDS = {
    Need.REFERENCES: "a printed reference list",
    Need.ENGLISH: "an article in English",
    Need.ATTRIBUTIONS: "an article in English, French or German",
    Need.LINKS: "evidence about links (online verification)",
    Need.REGISTRIES: "evidence about works (online verification)",
}


def page(rule: Rule[Any]) -> str:
    """Return a rule's page in Markdown: its docstring, defaults and tested examples."""
    sections = docstring_sections(rule)
    needs = ", ".join(_NEEDS[need] for need in sorted(rule.needs)) or "nothing"
    lines = [
        f"# {rule.code} {rule.name}",
        "",
        sections[""],
        "",
        f"Severity: {rule.severity}. Needs: {needs}.",
    ]
    for heading in HEADINGS:
        lines += ["", f"## {heading}", "", sections[heading]]
        if heading == "Example":
            lines += _examples(rule)
        if heading == "Options":
            lines += _defaults(rule)
    return "\n".join(lines) + "\n"


def docstring_sections(rule: Rule[Any]) -> dict[str, str]:
    """Return the docstring of a rule's module by heading; its first line stands under "".

    Raises ValueError when a heading is missing or out of order.
    """
    docstring = sys.modules[rule.find.__module__].__doc__ or ""
    found: dict[str, list[str]] = {"": []}
    lines = found[""]
    for line in docstring.splitlines():
        if line.startswith("## "):
            lines = found.setdefault(line.removeprefix("## ").strip(), [])
        else:
            lines.append(line)
    if tuple(found)[1:] != HEADINGS:
        raise ValueError(f"{rule.code}: the docstring needs the headings {', '.join(HEADINGS)}")
    return {heading: "\n".join(text).strip() for heading, text in found.items()}


def _examples(rule: Rule[Any]) -> list[str]:
    lines = []
    for example in rule.examples:
        language = example.media_type.rpartition("/")[2]
        lines += ["", f"{_caption(example)}:", "", _FENCE + language, example.text.strip("\n")]
        lines.append(_FENCE)
    return lines


def _caption(example: Good | Bad) -> str:
    if isinstance(example, Good):
        return "Not flagged"
    flagged = ", ".join(f"“{' '.join(mark.split())}”" for mark in example.marks if mark)
    return f"Flagged: {flagged}" if flagged else "Flagged, as a whole"


def _defaults(rule: Rule[Any]) -> list[str]:
    lines = [
        f"- `{option.name}`, by default `{default!r}`"
        for option in fields(rule.options)
        for default in (getattr(rule.options(), option.name),)
    ]
    return ["", *lines] if lines else []
