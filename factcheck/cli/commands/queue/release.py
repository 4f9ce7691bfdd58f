"""Give up one's claim on a finding."""

from factcheck.cli.deciding import plain_decision
from factcheck.queue import decisions

EXAMPLES = """\b
Example:
  factcheck queue release 12 --by ada
"""

command = plain_decision(decisions.release, __doc__)
