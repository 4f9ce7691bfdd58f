"""List the rules."""

from factcheck.cli import options
from factcheck.cli.output import write
from factcheck.cli.settings import choice
from factcheck.reports.plain import dump, envelope, plain
from factcheck.reports.reasons import reason
from factcheck.rules import all_rules


def command(format_name: options.TextOrJson = "text") -> int:
    """List the rules with their severity."""
    choice("--format", format_name, ("text", "json"))
    rules = all_rules()
    if format_name == "json":
        listed = [
            {
                "code": rule.code,
                "name": rule.name,
                "severity": rule.severity.value,
                "needs": plain(rule.needs),
                "why": reason(rule.code),
            }
            for rule in rules
        ]
        write(dump(envelope("rules", rules=listed)), None)
        return 0
    widest = max(len(rule.name) for rule in rules)
    lines = [f"{rule.code}  {rule.name:{widest}}  {rule.severity.value}" for rule in rules]
    write("\n".join([*lines, "", "'factcheck rule explain CODE' says more."]) + "\n", None)
    return 0
