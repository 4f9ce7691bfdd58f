"""Made-up works, and for each the works it is easily taken for: what makes a pair hard.

Names come from Faker (MIT), title words from wordfreq (CC BY-SA 4.0); no text of a data set.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from benchmarks.training.references.people import Person, draw_person
from benchmarks.training.references.words import capital, phrase

LANGUAGES = ("en", "en", "en", "en", "de", "fr", "es", "pt")
_BODIES = (
    "Ministry of {}",
    "Office for {}",
    "Institute of {}",
    "Federal Agency of {}",
    "{} Council",
)
_JOURNALS = (
    "Journal of {}", "{} Review", "Annals of {}", "International Journal of {}", "{} Quarterly",
    "European {} Letters", "Archives of {}", "{} Research", "{}",
)  # fmt: skip
_MEETINGS = (
    "Proceedings of the {y} International Conference on {w}", "{y} IEEE Symposium on {w}",
    "Proceedings of the {n}th Workshop on {w}", "Advances in {w}", "Handbook of {w}",
    "{y} {n}th Annual Conference on {w} ({a})", "{y} Twenty-Fourth Annual {w} Exposition ({a})",
)  # fmt: skip
_SHORT = (
    "Introduction", "Editorial", "Preface", "Discussion", "Letter to the Editor", "Conclusion",
    "Book Review", "Contents", "Commentary", "Foreword", "Einleitung", "Vorwort", "Contributors",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What is printed of a work; ``kind`` is "journal", "meeting", "book" or "report"."""

    kind: str
    authors: tuple[Person, ...]
    body: str
    title: str
    container: str
    year: int
    volume: int
    issue: int
    first: int
    last: int
    place: str
    edition: int = 0
    doi: str = ""


def draw_work(source: random.Random, language: str) -> Work:
    """Draw a work."""
    kind = source.choices(["journal", "meeting", "book", "report"], [5, 3, 1, 1])[0]
    year = source.choice(range(1961, 2024))
    first = source.choice(range(1, 1500))
    count = source.choices([0, 1, 2, 3, 4, 6, 9], [1, 6, 6, 5, 3, 3, 1])[0]
    if kind == "report":
        count = 0
    topic = capital(phrase(source, language, source.choice([1, 1, 2])))
    return Work(
        kind=kind,
        authors=tuple(draw_person(source, language) for _ in range(count)),
        body=source.choice(_BODIES).format(capital(phrase(source, language, 1))),
        title=draw_title(source, language),
        container=_container(source, kind, topic, year),
        year=year,
        volume=source.choice(range(1, 190)),
        issue=source.choice(range(1, 13)),
        first=first,
        last=first + source.choice([0, 1, 3, 6, 11, 14, 19, 28]),
        place=capital(phrase(source, language, 1)),
        doi=f"10.{source.choice(range(1000, 9999))}/{source.choice(range(10**5, 10**7))}",
    )


def draw_title(source: random.Random, language: str) -> str:
    """Draw a title; one in twelve is a column's, as "Editorial" is."""
    if source.random() < 0.08:
        return source.choice(_SHORT)
    title = phrase(source, language, source.choice([2, 3, 5, 7, 9, 12]))
    if source.random() < 0.25:
        title = f"{title}: {phrase(source, language, source.choice([2, 4, 6]))}"
    return capital(title)


def _container(source: random.Random, kind: str, topic: str, year: int) -> str:
    if kind == "meeting":
        number = source.choice(range(4, 30))
        letters = "".join(source.choice("ACDEIMNPRST") for _ in range(4))
        return source.choice(_MEETINGS).format(y=year, n=number, w=topic, a=letters)
    return source.choice(_JOURNALS).format(topic)


Change = Callable[[random.Random, str, Work], Work]


def _other_title(source: random.Random, language: str, work: Work) -> str:
    return draw_title(source, language) if source.random() < 0.9 else _one_word_off(source, work)


def _one_word_off(source: random.Random, work: Work) -> str:
    words = work.title.split()
    place = source.randrange(len(words))
    words[place] = phrase(source, "en", 1)
    return capital(" ".join(words))


def _moved(source: random.Random, work: Work) -> Work:
    first = source.choice([work.last + 1, max(1, work.first - 9), source.choice(range(1, 1500))])
    return replace(work, first=first, last=first + source.choice([1, 5, 9, 14]))


def _same_team(source: random.Random, language: str, work: Work) -> Work:
    """Give the same authors another article: mostly in another year, and often elsewhere."""
    moved = replace(_moved(source, work), title=_other_title(source, language, work))
    if source.random() < 0.6:
        years = source.choice([1, 1, 2, 5])
        moved = replace(moved, year=work.year + years, volume=work.volume + years)
    if source.random() < 0.4:
        topic = capital(phrase(source, language, source.choice([1, 2])))
        moved = replace(moved, container=_container(source, work.kind, topic, moved.year))
    if source.random() < 0.5:
        moved = replace(moved, authors=_circle(source, language, work))
    return moved


def _circle(source: random.Random, language: str, work: Work) -> tuple[Person, ...]:
    """Return some of the authors, in another order and with others."""
    people = [*work.authors[1:], draw_person(source, language), *work.authors[:1]]
    return tuple(source.sample(people, source.choice(range(1, len(people) + 1))))


def _same_volume(source: random.Random, language: str, work: Work) -> Work:
    """Other authors in the same volume or proceedings, perhaps one of them the same."""
    people = [draw_person(source, language) for _ in range(max(1, len(work.authors)))]
    if len(people) > 2 and source.random() < 0.5:
        people[1:] = work.authors[:1] + tuple(people[2:])
    return replace(
        _moved(source, work), authors=tuple(people), title=_other_title(source, language, work)
    )


def _same_circle(source: random.Random, language: str, work: Work) -> Work:
    """Take some of the authors, in another order and with others, in the same volume."""
    moved = replace(_moved(source, work), authors=_circle(source, language, work))
    return replace(moved, title=_other_title(source, language, work))


def _same_supplement(source: random.Random, language: str, work: Work) -> Work:
    """Make another abstract of one meeting: on the same page or the next, under the same DOI."""
    first = work.first + source.choice([0, 0, 1])
    people = tuple(draw_person(source, language) for _ in range(max(1, len(work.authors))))
    title = draw_title(source, language)
    return replace(work, authors=people, title=title, first=first, last=first)


def _namesake(source: random.Random, language: str, work: Work) -> Work:
    """Give the authors other given names; the volume is the same."""
    people = tuple(
        replace(person, given=draw_person(source, language).given) for person in work.authors
    )
    return replace(_moved(source, work), authors=people, title=draw_title(source, language))


def _next_part(source: random.Random, _: str, work: Work) -> Work:
    """Part II, right after part I or a volume later."""
    moved = replace(_moved(source, work), first=work.last + 1, last=work.last + 15)
    mark = source.choice([": Part II", ". 2", " (II)"])
    return replace(moved, title=work.title + mark)


def _new_edition(source: random.Random, language: str, work: Work) -> Work:
    """Another edition of a book, some years later; of others, another article."""
    if work.kind != "book":
        return _same_volume(source, language, work)
    years = source.choice([2, 4, 7])
    return replace(work, year=work.year + years, edition=max(2, work.edition + 1))


def _next_year(source: random.Random, language: str, work: Work) -> Work:
    """Make the next year's issue of a report or column; of others, another article."""
    if work.kind != "report" and work.title not in _SHORT:
        return _same_team(source, language, work)
    on = source.choice([1, 1, 2, 5])
    title = work.title.replace(str(work.year), str(work.year + on))
    # A column mostly stands on the same page of each issue.
    place = work if source.random() < 0.5 else _moved(source, work)
    later = replace(place, year=work.year + on, title=title)
    return replace(later, volume=work.volume + on)


def _elsewhere(source: random.Random, language: str, work: Work) -> Work:
    """Put the title, by the same authors, into another journal or meeting."""
    topic = capital(phrase(source, language, 2))
    kind = "meeting" if work.kind == "journal" else "journal"
    year = work.year + source.choice([0, 1, 1, 2])
    other = replace(work, kind=kind, year=year, container=_container(source, kind, topic, year))
    return replace(_moved(source, other), volume=source.choice(range(1, 190)))


def _notice(source: random.Random, _: str, work: Work) -> Work:
    """Make an erratum or a reply, which names the article and its place."""
    word = source.choice(["Erratum to: ", "Correction: ", "Reply to “", "Comment on “"])
    close = "”" if "“" in word else ""
    where = f" [{work.container} {work.volume}, {work.first} ({work.year})]"
    title = f"{word}{work.title}{close}{where if source.random() < 0.4 else ''}"
    return replace(_moved(source, work), title=title, year=work.year + source.choice([0, 1]))


def _whole_book(_: random.Random, __: str, work: Work) -> Work:
    """Cite the book or journal that the work stands in."""
    return replace(work, kind="book", title=work.container, first=0, last=0)


_CHANGES: tuple[tuple[Change, int], ...] = (
    (_same_team, 5),
    (_same_volume, 5),
    (_same_circle, 3),
    (_same_supplement, 1),
    (_namesake, 1),
    (_next_part, 1),
    (_new_edition, 1),
    (_next_year, 2),
    (_elsewhere, 1),
    (_notice, 1),
    (_whole_book, 1),
)


def near_misses(source: random.Random, language: str, work: Work, count: int) -> Iterator[Work]:
    """Yield works that are easily taken for ``work`` and are not it."""
    changes, weights = zip(*_CHANGES, strict=True)
    for change in source.choices(changes, weights, k=count):
        yield change(source, language, work)
