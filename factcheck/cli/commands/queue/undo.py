"""Take back one's own last decision on a finding."""

from factcheck.cli.deciding import plain_decision
from factcheck.queue import decisions

EXAMPLES = """\b
Example:
  factcheck queue undo 12 --by ada
"""

command = plain_decision(decisions.undo, __doc__)
