"""What a reader says of a claim."""

from enum import StrEnum


class ClaimVerdict(StrEnum):
    """Whether a claim is right, as the evidence has it."""

    ACCURATE = "accurate"
    ACCURATE_WITH_CHANGES = "accurate_with_changes"
    INACCURATE = "inaccurate"
    UNVERIFIABLE = "unverifiable"
    NOT_A_CLAIM = "not_a_claim"
