"""Close a finding that was read twice, or that has left the article."""

from factcheck.cli.deciding import plain_decision
from factcheck.queue import decisions

EXAMPLES = """\b
Example:
  factcheck queue close 12 --by ada
"""

command = plain_decision(decisions.close, __doc__)
