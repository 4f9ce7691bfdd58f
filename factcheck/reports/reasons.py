"""Say why a rule matters, from the rule's own page."""

from factcheck.errors import UsageError
from factcheck.rules import find_rule
from factcheck.rules.pages import docstring_sections


def reason(code: str) -> str:
    """Return the first paragraph of "Why it matters"; "" for a rule that is gone (an old queue)."""
    try:
        section = docstring_sections(find_rule(code))["Why it matters"]
    except UsageError:
        return ""
    return " ".join(section.split("\n\n")[0].split())
