"""Sign off as second reader, who is not the one who resolved it."""

from factcheck.cli.deciding import plain_decision
from factcheck.queue import decisions

EXAMPLES = """\b
Example:
  factcheck queue second_read 12 --by ada
"""

command = plain_decision(decisions.second_read, __doc__)
