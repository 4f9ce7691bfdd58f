"""Agree that a finding is right, so the writer has to act."""

from factcheck.cli.deciding import plain_decision
from factcheck.queue import decisions

EXAMPLES = """\b
Example:
  factcheck queue confirm 12 --by ada
"""

command = plain_decision(decisions.confirm, __doc__)
