"""Explain a rule: what it flags, why, and tested examples."""

from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.output import write
from factcheck.cli.settings import choice
from factcheck.reports.plain import dump, envelope
from factcheck.rules import find_rule, page

EXAMPLES = """\b
Examples:
  factcheck rule explain REF001
  factcheck rule explain vague-attribution
"""


def command(
    code: Annotated[str, typer.Argument(metavar="CODE", help="A rule's code or name.")],
    format_name: options.TextOrJson = "text",
) -> int:
    """Explain a rule: what it flags, why, and tested examples."""
    choice("--format", format_name, ("text", "json"))
    rule = find_rule(code)
    text = page(rule)
    if format_name == "json":
        members = {"code": rule.code, "name": rule.name, "severity": rule.severity.value}
        text = dump(envelope("rule", rule={**members, "page": text}))
    write(text, None)
    return 0
