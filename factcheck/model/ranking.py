"""What an editor should look at first: the one definition of a flag's value.

    value = probability that the flag is right x check-worthiness x weight of its severity

It is the expected worth of a look: a sure flag on a dull sentence may wait for a likely one on a
claim that matters. Lint (``--order value``), ``factcheck claims`` and the queue all take it from
here. Ties keep the order of the text.
"""

from collections.abc import Mapping
from types import MappingProxyType

from factcheck.model.severity import Severity

WEIGHTS: Mapping[Severity, int] = MappingProxyType(
    {Severity.INFO: 1, Severity.WARNING: 2, Severity.ERROR: 3}
)
"""How much a severity weighs; also the largest value that a flag of it can have."""

UNRATED = 0.7
"""The check-worthiness of what is no claim: a reference, a page without a date. It is the median
score of the claims of twelve annotated pages, so that such flags stand in the middle of theirs."""

PRIOR = 20
"""How many decisions a rule's own probabilities are worth: until a desk has decided so many of a
rule's flags, what is known about the rule weighs more than what the desk says."""


def value(probability: float, worth: float, severity: Severity) -> float:
    """Return a flag's value, 0 to 3. ``probability`` and ``worth`` are 0-1."""
    return round(probability * worth * WEIGHTS[severity], 6)


def tempered(probability: float, *, decided: int, wrong: int) -> float:
    """Return a flag's probability in the light of how the rule's flags were decided before.

    ``wrong`` of ``decided`` were dismissed because the detector was wrong. The probability is
    multiplied by (PRIOR + decided - wrong) / (PRIOR + decided): without decisions it stays, and a
    rule whose flags are all dismissed sinks, ever more slowly, towards nothing.
    """
    return probability * ((PRIOR + decided - wrong) / (PRIOR + decided))
