"""What the training strings could not teach: identifiers, web addresses, and titles without pages.

The regression learned from journal references, which have volumes and pages but few identifiers.
News, reports and books are told by their titles. Each rule bounds the score from below or above.
"""

from citations.duplicates.evidence import Evidence
from citations.duplicates.profile import Profile

_TELLING = 12
"""Letters a title needs to say something by itself."""


def _titles_equal(a: Profile, b: Profile) -> bool:
    if a.title and a.title == b.title:
        return True
    return len(a.main_title) >= _TELLING and a.main_title == b.main_title


def _titles_differ(a: Profile, b: Profile, evidence: Evidence) -> bool:
    """Tell whether both titles are known, telling, and neither stands in the other's entry."""
    both = min(len(a.title), len(b.title)) >= _TELLING
    return both and evidence.title < 0.7


def bound(a: Profile, b: Profile, evidence: Evidence, score: float) -> float:
    """Return ``score`` within the bounds that identifiers, addresses and titles set.

    A shared identifier is evidence, not identity: the titles must not contradict it (meeting
    abstracts of one supplement share a DOI).
    """
    if evidence.identifier_conflict and not evidence.identifier_same:
        return min(score, 0.6)
    if _titles_differ(a, b, evidence) and evidence.number_rich < 0.6:
        return min(score, 0.3)
    agree = evidence.title >= 0.85 or evidence.containment >= 0.6
    if evidence.identifier_same and agree:
        return max(score, 0.98)
    if evidence.url_same and agree:
        return max(score, 0.97)
    year_fits = not evidence.year_conflict
    people_fit = evidence.author >= 0.5 or (not a.families) or (not b.families)
    pages_fit = not evidence.page_conflict or evidence.number_rich >= 0.6
    if _titles_equal(a, b) and len(a.title) >= _TELLING and year_fits and people_fit and pages_fit:
        return max(score, 0.95)
    return score
