"""Print a made-up work as a reference: in one of many styles, complete or not, with slips."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from benchmarks.training.duplicates.works import Work
from benchmarks.training.references.people import Person

_SMALL_WORDS = frozenset(["of", "the", "on", "and", "for", "in", "to", "a"])


def _initials(person: Person, stop: str = ".") -> str:
    names = f"{person.given} {person.second}".split()
    return (" " if stop else "").join(f"{name[0]}{stop}" for name in names)


def _family_first(person: Person) -> str:
    return f"{person.family}, {_initials(person)}"


def _initials_first(person: Person) -> str:
    return f"{_initials(person)} {person.family}"


def _bare(person: Person) -> str:
    return f"{person.family} {_initials(person, '')}"


def _full(person: Person) -> str:
    return f"{person.given} {person.family}"


def _listed(work: Work, form: Callable[[Person], str], last: str, most: int) -> str:
    people = [form(person) for person in work.authors]
    if not people:
        return work.body if work.kind == "report" else ""
    if len(people) > most:
        return f"{', '.join(people[: max(1, most - 2)])}, et al."
    if len(people) == 1:
        return people[0]
    return f"{', '.join(people[:-1])}{last}{people[-1]}"


def _pages(work: Work, *, short: bool = False) -> str:
    if not work.first:
        return ""
    first, last = str(work.first), str(work.last)
    if short and len(first) == len(last):
        same = sum(1 for i in range(len(first) - 1) if first[: i + 1] == last[: i + 1])
        last = last[same:]
    return first if work.first == work.last else f"{first}–{last}"


def _shortened(journal: str) -> str:
    words = [word for word in journal.split() if word.lower() not in _SMALL_WORDS]
    return " ".join(word if len(word) < 6 else f"{word[:4]}." for word in words)


def _where(work: Work, form: str) -> str:
    """Fill ``form``, leaving out of its parts, set off by "|", those with nothing to say."""
    known = {
        "c": work.container if work.kind != "book" else "",
        "s": _shortened(work.container) if work.kind != "book" else "",
        "v": str(work.volume) if work.kind == "journal" else "",
        "i": str(work.issue) if work.kind == "journal" else "",
        "p": _pages(work),
        "q": _pages(work, short=True),
        "f": str(work.first) if work.first else "",
        "y": str(work.year) if work.year else "n.d.",
        "e": f"{work.edition}. ed." if work.edition else "",
        "h": f"{work.place} Press" if work.kind == "book" else "",
    }
    out = ""
    for part in form.split("|"):
        name = next(letter for place, letter in enumerate(part) if part[place - 1 : place] == "%")
        if known[name]:
            out += part.replace(f"%{name}", known[name])
    return out


def _apa(work: Work) -> str:
    who = _listed(work, _family_first, ", & ", 7)
    title = work.title + (f" ({work.edition}nd ed.)" if work.edition else "")
    rest = _where(work, " %c|, %v|(%i)|, %p| %h")
    return (
        f"{who} ({work.year or 'n.d.'}). {title}.{rest}."
        if who
        else (f"{title}. ({work.year or 'n.d.'}).{rest}.")
    )


def _mla(work: Work) -> str:
    people = work.authors
    who = (
        f"{people[0].family}, {people[0].given}" if people else work.body * (work.kind == "report")
    )
    if len(people) == 2:
        who += f", and {_full(people[1])}"
    elif people[2:]:
        who += " et al"
    opening = f"{who}. " if who else ""
    return f"{opening}“{work.title}.”{_where(work, ' %c| %v|.%i| (%y)|: %p|. %e|. %h')}."


def _vancouver(work: Work) -> str:
    who = _listed(work, _bare, ", ", 6)
    return f"{who}. {work.title}. {_where(work, '%e |%s. |%h; |%y|;%v|(%i)|:%q')}."


def _chicago(work: Work) -> str:
    who = _listed(work, _full, ", and ", 4)
    return f"{who}, “{work.title},” {_where(work, '%e |%c| %v|, no. %i| (%y)|: %p|, %h')}."


def _german(work: Work) -> str:
    who = _listed(work, _family_first, "; ", 4)
    return f"{who}: {work.title}. {_where(work, 'In: %c| %v|, H. %i|, %e|, %h|, %y|, S. %p')}."


def _numeric(work: Work) -> str:
    who = _listed(work, _initials_first, ", ", 9)
    return f"[3] {who}, {work.title}, {_where(work, '%s| %v|, %e|, %h| (%y)| %p')}."


def _bare_numeric(work: Work) -> str:
    who = _listed(work, _initials_first, ", ", 12)
    return f"[1] {who}{', ' if who else ''}{_where(work, '%c| %v|%h| (%y)| %f')}."


def _bare_chemical(work: Work) -> str:
    who = _listed(work, _family_first, "; ", 12)
    return f"(1) {who} {_where(work, '%s|%h| %y|, %v|, %p')}."


def _bare_physical(work: Work) -> str:
    who = _listed(work, _initials_first, ", and ", 8)
    return f"1 {who}{', ' if who else ''}{_where(work, '%c| %v|, %f|%h| (%y)')}."


def _dotted(work: Work) -> str:
    who = ", ".join(f"{person.family}, {person.given}" for person in work.authors[:1])
    return f"{who}. {work.title}. {_where(work, '%c. |%y. |%v. |%i. |%p')}"


def _acronym(container: str) -> str:
    words = [word for word in container.split() if word.lower() not in _SMALL_WORDS]
    return "".join(word[0] for word in words if word[0].isalpha()).upper()


def _catalogue(work: Work) -> str:
    """Print what a bibliographic catalogue holds: people, title, where in short, and the year."""
    who = _listed(work, _initials_first, ", ", 20)
    where = _acronym(work.container) if len(work.container.split()) > 2 else work.container
    return f"{who}. {work.title}. {where if work.kind != 'book' else ''} {work.year or ''}"


def _crawled(work: Work) -> str:
    """Print what a crawler made of a reference: some of its parts, in lower case."""
    who = _listed(work, _bare, ", ", 4)
    return f"{who} {work.title} {_where(work, '%s |%y |%h')}".lower()


STYLES: tuple[Callable[[Work], str], ...] = (
    _apa,
    _apa,
    _mla,
    _vancouver,
    _chicago,
    _german,
    _numeric,
    _bare_numeric,
    _bare_chemical,
    _bare_physical,
    _dotted,
    _catalogue,
    _catalogue,
    _crawled,
)


_FAULTS = (
    "authors", "authors", "people", "pages", "wrong pages", "wrong volume", "subtitle", "subtitle",
    "year", "year off", "where",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Printer:
    """Prints works with slips drawn from ``source``."""

    source: random.Random

    def print(self, work: Work) -> str:
        """Print ``work`` in a style, perhaps with a part left out and with slips of the pen."""
        source = self.source
        seen = work
        for _ in range(source.choice([0, 0, 0, 0, 1, 1, 2])):
            seen = self._poorer(seen)
        if source.random() < 0.06:
            people = (replace(person, family=person.family.upper()) for person in seen.authors)
            seen = replace(seen, authors=tuple(people))
        text = source.choice(STYLES)(seen)
        if source.random() < 0.1:
            text = f"{text} https://doi.org/{work.doi}"
        return self._slips(text) if source.random() < 0.2 else text

    def _poorer(self, work: Work) -> Work:
        source = self.source
        kind = source.choice(_FAULTS)
        if kind == "authors":
            return replace(work, authors=work.authors[: source.choice([0, 1, 1])])
        if kind == "people":
            people = list(work.authors)
            source.shuffle(people)
            return replace(work, authors=tuple(people[: max(1, len(people) - 1)]))
        if kind == "pages":
            return replace(work, first=0, last=0)
        if kind == "wrong pages":
            off = source.choice([1, 10, 100])
            return replace(work, first=work.first + off, last=work.last + off)
        if kind == "wrong volume":
            return replace(work, volume=work.volume + 1, issue=work.volume % 12 + 1)
        if kind == "subtitle":
            return replace(work, title=work.title.split(": ")[0])
        if kind == "year":
            return replace(work, year=0)
        if kind == "where":
            place = source.choice(["", "Unpublished manuscript", work.place])
            return replace(work, container=place, kind="meeting", first=0, last=0)
        return replace(work, year=work.year and work.year + source.choice([-1, 1]))

    def _slips(self, text: str) -> str:
        source = self.source
        letters = list(text)
        for _ in range(source.choice([1, 2, 3, 5])):
            place = source.randrange(len(letters))
            kind = source.random()
            if kind < 0.3:
                letters[place] = source.choice("abcdefghijklmnopqrstuvwxyz")
            elif kind < 0.6:
                letters[place] = ""
            elif kind < 0.8:
                letters[place] += " "
            elif letters[place] == " ":
                letters[place] = ""
        return "".join(letters)
