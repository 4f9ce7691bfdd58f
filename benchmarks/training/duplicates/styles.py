"""Reference styles drawn at random: who is named how, what stands where, what is left out."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.training.duplicates.works import Work
from benchmarks.training.references.people import Person

_SMALL_WORDS = frozenset(
    ["of", "the", "and", "for", "in", "on", "to", "a", "und", "der", "für", "de", "la", "des", "y"]
)


def _initials(person: Person, stop: str = ".", gap: str = " ") -> str:
    return gap.join(f"{name[0]}{stop}" for name in f"{person.given} {person.second}".split())


def _family_first(person: Person) -> str:
    return f"{person.family}, {_initials(person)}"


def _family_given(person: Person) -> str:
    return f"{person.family}, {person.given}"


def _initials_first(person: Person) -> str:
    return f"{_initials(person, gap='')} {person.family}"


def _bare(person: Person) -> str:
    return f"{person.family} {_initials(person, '', '')}"


def _full(person: Person) -> str:
    return f"{person.given} {person.family}"


def _as_is(container: str) -> str:
    return container


def _abbreviated(container: str) -> str:
    words = [word for word in container.split() if word.lower() not in _SMALL_WORDS]
    return " ".join(word if len(word) < 6 else f"{word[:4]}." for word in words)


def _shortened(container: str) -> str:
    return _abbreviated(container).replace(".", "")


def _acronym(container: str) -> str:
    words = [word for word in container.split() if word.lower() not in _SMALL_WORDS]
    if len(words) < 3:
        return container
    return "".join(word[0] for word in words if word[0].isalpha()).upper()


def _left_out(_: str) -> str:
    return ""


Form = Callable[[Person], str]
_FORMS: tuple[Form, ...] = (
    _family_first, _family_first, _family_given, _initials_first, _bare, _full,
)  # fmt: skip
_CONTAINERS: tuple[Callable[[str], str], ...] = (
    _as_is, _as_is, _as_is, _as_is, _as_is, _as_is, _abbreviated, _abbreviated, _shortened,
    _acronym, _acronym, _left_out,
)  # fmt: skip
_LABELS = ("", "", "", "", "", "[3] ", "(1) ", "1. ", "2 ")
_TITLES = ("%t. ", "%t. ", "%t. ", "“%t.” ", "“%t,” ", "%t, ", "„%t“, ", "'%t'. ", "%t ")
_PLACES = (
    "%c|, %e|, %v|(%i)|, %p| %h| (%y)",
    "%c| %v|.%i| (%y)|: %p|. %e|. %h",
    "%e |%c. |%h; |%y|;%v|(%i)|:%q",
    "%e |%c| %v|, no. %i| (%y)|: %p|, %h",
    "In: %c| %v|, H. %i|, %e|, %h|, %y|, S. %p",
    "%c| %v|, %e|, %h| (%y)| %f",
    "%c|, %h| %y|, %v|, %p",
    "%c| %v|, %f|, %h| (%y)",
    "%c|, vol. %v|, no. %i|, pp. %p|, %e|, %h|, %y",
    "%c. |%y. |%v. |%i. |%p",
    "in %c|, %v|, %h|, %y|, pp. %q",
    "%e, |%c|, %h| %y",
    "%c|, %y",
    "%h, |%y|, %c",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One way of printing works: ``parts`` with "%" and a letter each, left out when unknown."""

    form: Form
    between: str
    last: str
    most: int
    container: Callable[[str], str]
    parts: tuple[str, ...]
    lower: bool


def draw_style(source: random.Random) -> Style:
    """Draw a style; about one in five leaves the titles out, as chemists' and physicists' do."""
    last_names = source.choice([", ", ", & ", " and ", ", and ", "; ", " & "])
    date = source.choice(["%y", "", ""])
    place = source.choice(_PLACES).split("|")
    if date:
        place = [part for part in place if "%y" not in part]
    head = [source.choice(_LABELS) + source.choice(["%a, ", "%a. ", "%a ", "%a: "])]
    if date:
        head = [head[0].rstrip(" .,:") + " ", source.choice(["(%y). ", "(%y) ", "%y. ", "%y, "])]
    title = [] if source.random() < 0.2 else [source.choice(_TITLES)]
    return Style(
        form=source.choice(_FORMS),
        between=source.choice([", ", ", ", "; "]),
        last=last_names,
        most=source.choice([1, 2, 3, 4, 6, 8, 12, 20, 20, 20]),
        container=source.choice(_CONTAINERS),
        parts=(*head, *title, *place),
        lower=source.random() < 0.06,
    )


def _people(work: Work, style: Style) -> str:
    people = [style.form(person) for person in work.authors]
    if not people:
        return work.body if work.kind == "report" else ""
    if len(people) > style.most:
        return f"{style.between.join(people[: max(1, style.most - 2)])}, et al."
    if len(people) == 1:
        return people[0]
    return f"{style.between.join(people[:-1])}{style.last}{people[-1]}"


def _pages(work: Work, *, short: bool = False) -> str:
    if not work.first:
        return ""
    first, last = str(work.first), str(work.last)
    if short and len(first) == len(last):
        same = sum(1 for i in range(len(first) - 1) if first[: i + 1] == last[: i + 1])
        last = last[same:]
    return first if work.first == work.last else f"{first}–{last}"


def print_work(work: Work, style: Style) -> str:
    """Print ``work`` in ``style``."""
    journal = work.kind == "journal"
    known = {
        "a": _people(work, style),
        "t": work.title,
        "c": style.container(work.container) if work.kind != "book" else "",
        "v": str(work.volume) if journal else "",
        "i": str(work.issue) if journal else "",
        "p": _pages(work),
        "q": _pages(work, short=True),
        "f": str(work.first) if work.first else "",
        "y": str(work.year) if work.year else "",
        "e": f"{work.edition}. ed." if work.edition else "",
        "h": f"{work.place} Press" if work.kind == "book" else "",
    }
    if work.kind == "book" and not any("%t" in part for part in style.parts):
        known["c"] = work.title
    printed = ""
    for part in style.parts:
        letter = part[part.index("%") + 1]
        if known[letter]:
            printed += part.replace(f"%{letter}", known[letter])
    printed = printed.strip(" ,") + "."
    return printed.lower() if style.lower else printed
