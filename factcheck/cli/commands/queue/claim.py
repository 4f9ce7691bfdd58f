"""Take a finding in hand for a quarter of an hour."""

from factcheck.cli.deciding import plain_decision
from factcheck.queue import decisions

EXAMPLES = """\b
Example:
  factcheck queue claim 12 --by ada
"""

command = plain_decision(decisions.claim, __doc__)
