"""Bring a finding back to open."""

from factcheck.cli.deciding import plain_decision
from factcheck.queue import decisions

EXAMPLES = """\b
Example:
  factcheck queue reopen 12 --by ada
"""

command = plain_decision(decisions.reopen, __doc__)
