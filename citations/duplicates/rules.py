"""What the training strings could not teach: identifiers, addresses, law cases, bare titles.

The trees learned from references of journals, which have volumes and pages but few identifiers.
News, reports, books and cases are told by their titles. Each rule bounds the score.
"""

from citations.duplicates import marks
from citations.duplicates.evidence import Evidence
from citations.duplicates.numbered import one_document
from citations.duplicates.profile import Profile, folded_tokens

_MOSTLY = 0.85
_SPLIT = 0.25
"""Share of names on either list alone from which two lists are of different people."""
_LONGEST_FAMILY = 2
"""Words of a family name; more are a title that was taken for one."""
_TELLING = 12
"""Letters a title needs to say something by itself."""


def _titles_equal(a: Profile, b: Profile, evidence: Evidence) -> bool:
    if min(len(a.title), len(b.title)) >= _TELLING and a.joined_title == b.joined_title:
        return True
    one_short = not (a.subtitle and b.subtitle)
    if one_short and len(a.main_title) >= _TELLING and a.main_title == b.main_title:
        return True
    # One parse may have failed: the other's whole title is then printed in the entry. It must not
    # be the name of the journal or book that the entry is in.
    found = evidence.title >= 0.95 and evidence.title_lost <= 0.1 and evidence.nested == 0
    if not (a.title and b.title):
        found = found and evidence.year_same == 1 and evidence.first_author == 1
    elif evidence.title_short < _MOSTLY:
        return False
    return found and max(len(a.title), len(b.title)) >= _TELLING and evidence.containment >= 0.8


def _people_fit(a: Profile, b: Profile, evidence: Evidence) -> bool:
    if not a.families or not b.families:
        return evidence.lead > 0 or marks.corporate(a) or marks.corporate(b)
    if evidence.author_split <= _SPLIT:
        return True
    return bool(a.acronyms & b.lead or b.acronyms & a.lead)


def _one_short_book(a: Profile, b: Profile, evidence: Evidence) -> bool:
    """Tell whether author, publisher and year make up for a title too short to say much."""
    titled = a.title == b.title or (
        a.main_title == b.main_title and not (a.subtitle and b.subtitle)
    )
    people = a.families and b.families and evidence.author_split == evidence.initials_split == 0
    if not (a.title and titled and people and evidence.first_author == 1):
        return False
    if a.volume or b.volume or evidence.number_split or not (_publishes(a, b) or _publishes(b, a)):
        return False
    return evidence.year_same == 1 or (evidence.year_near == 1 and evidence.containment >= _MOSTLY)


def _publishes(one: Profile, other: Profile) -> bool:
    """Tell whether the one's publisher is printed in the other."""
    words = one.words.intersection(folded_tokens(one.item.publisher or "").split())
    return not words.isdisjoint(other.words - other.title_words)


def _case(a: Profile, b: Profile, evidence: Evidence) -> float | None:
    """Score a law case by its parties: reporters and their pages run in parallel."""
    one = marks.one_case(a, b)
    if one is False:
        return 0.2
    return 0.96 if one and evidence.year_same else None


def _names_only(side: Profile) -> bool:
    """Tell whether nothing but people and a year is printed: no title, no place."""
    names = [name.split() for name in side.families]
    if not names or side.numbers or max(map(len, names)) > _LONGEST_FAMILY:
        return False
    return side.words <= {word for name in names for word in name}


def ceiling(a: Profile, b: Profile, evidence: Evidence) -> float:
    """Return the highest score the contradictions between two references leave."""
    if a.letters and b.letters and a.letters.isdisjoint(b.letters):
        # "2021a" and "2021b" are there to tell two works of one list apart.
        return 0.3
    if evidence.identifier_conflict and not evidence.identifier_same:
        return 0.6
    differ = min(len(a.title), len(b.title)) >= _TELLING and evidence.title < 0.6
    if differ and evidence.title_lost > 0.3 and not evidence.page_same:
        return 0.3
    untitled = not (a.title or b.title) and bool(a.days and b.days)
    if untitled and a.days.isdisjoint(b.days) and evidence.year_same == 0:
        return 0.2
    if (_names_only(a) or _names_only(b)) and not evidence.identifier_same:
        return 0.5
    bare = any(not (side.title or side.years or side.numbers) for side in (a, b))
    if bare and evidence.titles == 0.5 and evidence.title < _MOSTLY:
        # The same words in another order may be another work's, and nothing else tells.
        return 1.0 if evidence.identifier_same else 0.55
    if evidence.url_conflict and (evidence.author_split == 1 or evidence.title < 0.9):
        return 0.3
    return 1.0


def floor(a: Profile, b: Profile, evidence: Evidence) -> float:
    """Return the lowest score that identifiers, addresses and equal titles leave.

    A shared identifier is evidence, not identity: the titles must not contradict it (meeting
    abstracts of one supplement share a DOI).
    """
    # The name of a long meeting makes the words agree where the titles do not.
    contradicted = evidence.titles == 1 and evidence.title < 0.8 and evidence.title_lost > 0.2
    agree = (evidence.title >= 0.85 and evidence.title_lost < 0.2) or (
        evidence.containment >= 0.6 and not contradicted
    )
    if evidence.identifier_same and agree:
        return 0.98
    if evidence.url_same and agree:
        return 0.97
    one_day = bool(a.days & b.days) and evidence.overlap >= 0.99 and not evidence.number_split
    if one_day or _one_short_book(a, b, evidence):
        return 0.95
    if not _titles_equal(a, b, evidence) or evidence.containment < 0.4:
        return 0.0
    fits = evidence.number_split == 0 and not evidence.page_conflict and evidence.container >= 0.34
    year = evidence.year_same or not (a.years and b.years)
    if evidence.year_near:
        # A slip of one year, where nothing else differs but style.
        year = evidence.containment >= 0.85 and not (marks.corporate(a) and marks.corporate(b))
        year = year or (evidence.containment >= 0.85 and bool(a.numbers & b.numbers))
    return 0.95 if fits and year and _people_fit(a, b, evidence) else 0.0


def bound(a: Profile, b: Profile, evidence: Evidence, score: float) -> float:
    """Return ``score`` within the bounds that the rules set."""
    for known in (_case(a, b, evidence), one_document(a, b, evidence)):
        if known is not None:
            return known
    highest = ceiling(a, b, evidence)
    return min(highest, max(score, floor(a, b, evidence)))
