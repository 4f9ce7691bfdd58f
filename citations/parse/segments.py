"""Labelled stretches of an entry's text: what every labelling strategy yields."""

from dataclasses import dataclass

# The labels a strategy may give; the same words as the training data's, "container" being split
# into "journal" (periodicals, sites, platforms) and "booktitle".
LABELS = frozenset(
    """
    author editor translator title journal booktitle date volume issue pages publisher location
    edition series doi url arxiv isbn issn pmid note genre medium institution identifier accessed
    citation-number handle director event authority version source collaboration other
    """.split()  # noqa: SIM905 - a table of words reads better unquoted
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A labelled stretch: half-open offsets into the text that was labelled."""

    start: int
    end: int
    label: str
