"""Ways in which two alike references are not one work: edition, part, review, chapter, version.

Each mark is one function from two profiles to the reason in words, or ``None``. A pair that looks
alike and bears a mark is *related*, not the same.
"""

from collections.abc import Callable

from rapidfuzz import fuzz

from citations.duplicates import marks
from citations.duplicates.about import meeting_abstract, release, writes_about
from citations.duplicates.evidence import Evidence
from citations.duplicates.numbered import (
    amended,
    continued,
    issues,
    numbers_of_series,
    two_decisions,
)
from citations.duplicates.profile import Profile
from citations.item import ItemType

Mark = Callable[[Profile, Profile, Evidence], str | None]

_ALIKE = 0.88
_TELLING = 12
_SHORT_TITLE = 6
_TRANSLATED = "a translation"
_NEWS = frozenset(
    [
        ItemType.ARTICLE_NEWSPAPER,
        ItemType.ARTICLE_MAGAZINE,
        ItemType.BROADCAST,
        ItemType.POST,
        ItemType.POST_WEBLOG,
        ItemType.WEBPAGE,
    ]
)

_ON_AIR = (ItemType.BROADCAST, ItemType.MOTION_PICTURE, ItemType.SONG, ItemType.SPEECH)
_MEDIA = tuple(
    {printed, aired} for printed in (ItemType.BOOK, ItemType.CHAPTER) for aired in _ON_AIR
)


def _notice(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    one, other = marks.notice(a), marks.notice(b)
    if one == other or (evidence.title < _ALIKE and evidence.containment < 0.7):
        return None
    if a.title == b.title != "" and evidence.year_same and not evidence.page_conflict:
        return None
    if evidence.year_same and marks.last_number(a) == marks.last_number(b) is not None:
        # The same notice, its title lost in one of the two: what a notice names of the other work
        # stands before its own place.
        return None
    if one and other:
        return f"one is {one}, the other {other}"
    return f"one is {one or other} of the other"


def _about(a: Profile, b: Profile, _: Evidence) -> str | None:
    """Find title and author of the one in a notice of it, however that is parsed."""
    for one, whole in ((a, b), (b, a)):
        kind = marks.notice(one)
        if kind is None or marks.notice(whole) or not whole.families:
            continue
        title = whole.main_title.replace(" ", "")
        named = len(title) >= _SHORT_TITLE and title in one.joined
        if named and not whole.words.isdisjoint(one.words & set(whole.families[0].split())):
            return f"one is {kind} of the other"
    return None


def _edition(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    one, other = marks.edition(a), marks.edition(b)
    if a.isbn and b.isbn and a.isbn != b.isbn and not evidence.year_same:
        return "another ISBN and another year"
    if one == other or (evidence.title < _ALIKE and evidence.containment < 0.7):
        return None
    if one and other:
        return f"different editions: {one} and {other}"
    if a.years and b.years and not evidence.year_same:
        return f"one names an edition ({one or other}) and the years differ"
    return None


def _part(a: Profile, b: Profile, _: Evidence) -> str | None:
    one, other = marks.part(a), marks.part(b)
    if one and other and one != other:
        return f"different parts: {one} and {other}"
    return None


def _title_numbers(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    one, other = marks.title_numbers(a), marks.title_numbers(b)
    bodies = marks.corporate(a) and marks.corporate(b) and evidence.containment >= 0.9
    alike = evidence.title_short >= 0.8 or bodies
    if not (one and other and one.isdisjoint(other) and alike):
        return None
    if evidence.page_same and evidence.year_same:
        return None
    shown = [" ".join(sorted(numbers)) for numbers in (one, other)]
    return f"the titles bear different numbers: {shown[0]} and {shown[1]}"


def _stages(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    one, other = marks.stages(a), marks.stages(b)
    if one and other and one.isdisjoint(other) and evidence.title_short >= 0.7:
        return "issues of one series: " + " and ".join(
            " ".join(sorted(found)) for found in (one, other)
        )
    bodies = marks.corporate(a) and marks.corporate(b) and not (a.days or b.days)
    months = bodies and a.months and b.months and a.months.isdisjoint(b.months)
    alike = evidence.title_short >= 0.9 or evidence.containment >= 0.8
    if months and alike and not evidence.url_same:
        return "issues of one series, of different months"
    return None


def _chapter(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    # A style that leaves titles out looks like this: the journal is all that is named. Of the
    # numbers in common, that of the edition ("3rd") says nothing.
    edition = marks.edition(a)
    shared = any(number.rstrip("stndrh") != edition for number in a.numbers & b.numbers)
    if evidence.page_same or (evidence.year_same and shared):
        return None
    for one, whole in ((a, b), (b, a)):
        if (
            min(len(one.container), len(one.title), len(whole.title)) >= 8
            and (not whole.container or whole.type is ItemType.BOOK)
            and (
                not evidence.year_same
                or evidence.lead_both < 1
                or (whole.type is ItemType.BOOK and one.pages is not None)
            )
            and (
                one.container.startswith(whole.main_title)
                or one.container.endswith(f" {whole.main_title}")
                or fuzz.ratio(one.container, whole.title) >= 100 * _ALIKE
            )
            and fuzz.partial_ratio(one.title, whole.text) < 100 * _ALIKE
        ):
            return "one is a chapter or part of the other"
    return None


def _version(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    if evidence.title_short < 0.8 or evidence.author_split > 0.5:
        return None
    if marks.preprint(a) != marks.preprint(b) and not evidence.page_same:
        return "one is a preprint or working paper, the other a published version"
    if marks.updated(a) != marks.updated(b) and not evidence.url_same:
        return "one is an updated version"
    return None


def _years_in_title(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    """Yearly reports: "Report 2018. Town 2019" and "Report 2019. Town 2020"."""
    bodies = marks.corporate(a) and marks.corporate(b)
    untold = evidence.author == 1 or not (a.title or a.families or b.title or b.families)
    alike = evidence.title >= 0.8 or (bodies and untold and evidence.containment >= 0.95)
    if not alike or evidence.identifier_same or evidence.url_same:
        return None
    several = len(a.years) > 1 and len(b.years) > 1
    if several and min(a.years) != min(b.years) and max(a.years) != max(b.years):
        return f"different years' issues: {_years(a)} and {_years(b)}"
    if evidence.year_conflict and not (a.numbers & b.numbers):
        return f"the years differ: {_years(a)} and {_years(b)}"
    silent = evidence.number_split == 0 and not (a.numbers & b.numbers or a.days & b.days)
    if bodies and evidence.year_near and a.title == b.title and silent:
        return f"a body's title of two years: {_years(a)} and {_years(b)}"
    return None


def _series(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    """Numbered papers of one body, episodes of one show, issues under one main title."""
    bodies = marks.corporate(a) and marks.corporate(b)
    show = {a.type, b.type} == {ItemType.BROADCAST} and evidence.container >= 0.9
    if not (bodies and evidence.lead_both > 0) and not show:
        return None
    if evidence.title_short >= 0.95 or evidence.page_same:
        return None
    one, other = marks.serials(a), marks.serials(b)
    for word in one.keys() & other.keys():
        if one[word] != other[word]:
            return f"numbers {one[word]} and {other[word]} of one series ({word})"
    if (
        a.subtitle
        and b.subtitle
        and a.main_title == b.main_title
        and len(a.main_title) >= _TELLING
        and fuzz.ratio(a.subtitle, b.subtitle) < 60
    ):
        return "one main title, different subtitles"
    return None


def _same_title_elsewhere(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    if a.title != b.title or len(a.title) < _TELLING or evidence.author_split > 0.5:
        return None
    if evidence.page_same or not (a.container and b.container):
        return None
    numbered = (a.volume or b.volume) and not a.numbers & b.numbers
    if marks.meeting(a) != marks.meeting(b) and numbered:
        return "one is a conference paper, the other an article of the same title"
    years = [side.item.issued.year for side in (a, b) if side.item.issued]
    same_year = years[0] == years[1] if len(years) == 2 else evidence.year_same
    if same_year or evidence.container >= 0.34:
        return None
    if fuzz.ratio(a.container, b.container) < 60:
        return "the same title in another journal or book"
    return None


def _medium(a: Profile, b: Profile, _: Evidence) -> str | None:
    # A talk and where it was held are easily taken for a book or a chapter of one.
    unprinted = not any(side.pages or side.item.publisher or side.isbn for side in (a, b))
    talk = ItemType.SPEECH in (a.type, b.type) and unprinted
    if {a.type, b.type} in _MEDIA and not talk:
        return f"one title in two media: {a.type.value} and {b.type.value}"
    return None


def _translation(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    if not (a.families and b.families) or evidence.author < 1 or evidence.author_split > 0:
        return None
    if len(a.families) != len(b.families) or marks.corporate(a) or a.pages or b.pages:
        return None
    if (marks.notice(a) == _TRANSLATED) != (marks.notice(b) == _TRANSLATED):
        return "one is a translation, the other by the same author"
    one, other = marks.language(a), marks.language(b)
    years = [year for side in (a, b) for year in side.years]
    if one and other and one != other and years and max(years) - min(years) <= 5:
        return f"same authors, titles in two languages ({', '.join(sorted((one, other)))})"
    return None


def _names_the_other(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    if evidence.author_split < 1:
        return None
    for one, about in ((a, b), (b, a)):
        words = [word for word in one.main_title.split() if word in one.title_words]
        telling = len(words) >= 2 and len(one.main_title) >= _TELLING and about.type in _NEWS
        longer = len(about.title) > len(one.main_title) + 8
        if telling and longer and one.main_title in about.title:
            return "the one's title is about the other"
    return None


def _volumes_of_one(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    """Volumes of one work, each with its own title: that of the work is its container, or first."""
    named = len(a.container) >= _TELLING and a.container == b.container
    bodies = marks.corporate(a) and marks.corporate(b) and evidence.lead_both > 0.5
    if (
        not (named or bodies)
        or evidence.author < 1
        or evidence.first_author < 1
        or a.pages
        or b.pages
    ):
        return None
    return _part(a, b, evidence)


def _same_day(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    news = a.type in _NEWS or b.type in _NEWS
    if not (news and evidence.title_short >= 0.9) or evidence.url_same:
        return None
    if a.days and b.days and a.days.isdisjoint(b.days):
        return "the days of publication differ"
    return None


def _years(side: Profile) -> str:
    return ", ".join(map(str, side.years))


MARKS: tuple[Mark, ...] = (
    amended,
    continued,
    meeting_abstract,
    release,
    _notice,
    _edition,
    _part,
    _title_numbers,
    _stages,
    _chapter,
    _version,
    _years_in_title,
    _series,
    numbers_of_series,
    issues,
    _same_title_elsewhere,
    _same_day,
    _medium,
    writes_about,
)
LOOSE: tuple[Mark, ...] = (
    _about,
    writes_about,
    continued,
    meeting_abstract,
    _translation,
    _names_the_other,
    _series,
    numbers_of_series,
    issues,
    _volumes_of_one,
)


def relation(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    """Return how two alike references are related without being one work, or ``None``."""
    decisions = two_decisions(a, b, evidence)
    if decisions is not None or marks.one_case(a, b):
        return decisions
    return next((found for mark in MARKS if (found := mark(a, b, evidence))), None)


def loose_relation(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    """Return how two references that do not look alike are still related, or ``None``."""
    decisions = two_decisions(a, b, evidence)
    if decisions is not None or marks.one_case(a, b):
        return decisions
    return next((found for mark in LOOSE if (found := mark(a, b, evidence))), None)
