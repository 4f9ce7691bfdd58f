"""Say in one sentence why a rule matters, from the rule's own page."""

import re

from factcheck.errors import UsageError
from factcheck.rules import find_rule
from factcheck.rules.pages import docstring_sections

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")


def reason(code: str) -> str:
    """Return the first sentence of "Why it matters"; "" for a rule that is gone (an old queue)."""
    try:
        section = docstring_sections(find_rule(code))["Why it matters"]
    except UsageError:
        return ""
    first = " ".join(section.split("\n\n")[0].split())
    return _SENTENCE_END.split(first, maxsplit=1)[0]
