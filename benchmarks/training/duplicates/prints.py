"""Print a made-up work as a reference: in a style, complete or not, with slips of the pen."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from benchmarks.training.duplicates.styles import draw_style, print_work
from benchmarks.training.duplicates.works import LANGUAGES, Work
from benchmarks.training.references.words import capital, phrase
from citations.item import Date, Item, Name

Fault = Callable[[random.Random, Work], Work]


def _fewer_authors(source: random.Random, work: Work) -> Work:
    return replace(work, authors=work.authors[: source.choice([0, 1, 1, 2])])


def _other_order(source: random.Random, work: Work) -> Work:
    people = list(work.authors)
    source.shuffle(people)
    return replace(work, authors=tuple(people[: max(1, len(people) - source.choice([0, 1]))]))


def _no_pages(_: random.Random, work: Work) -> Work:
    return replace(work, first=0, last=0)


def _wrong_pages(source: random.Random, work: Work) -> Work:
    off = source.choice([1, 10, 100])
    return replace(work, first=work.first + off, last=work.last + off)


def _wrong_volume(_: random.Random, work: Work) -> Work:
    return replace(work, volume=work.volume + 1, issue=work.volume % 12 + 1)


def _no_subtitle(_: random.Random, work: Work) -> Work:
    return replace(work, title=work.title.split(": ")[0])


def _no_title(_: random.Random, work: Work) -> Work:
    return replace(work, title="") if work.kind in {"journal", "meeting"} else work


def _fewer_words(source: random.Random, work: Work) -> Work:
    words = work.title.split()
    for _ in range(source.choice([1, 1, 2]) if len(words) > 4 else 0):
        words.pop(source.randrange(len(words)))
    return replace(work, title=" ".join(words))


def _scrambled(source: random.Random, work: Work) -> Work:
    words = work.title.split()
    for _ in range(source.choice([1, 2, 4]) if words else 0):
        one, other = source.randrange(len(words)), source.randrange(len(words))
        words[one], words[other] = words[other], words[one]
    return replace(work, title=" ".join(words))


def _with_note(source: random.Random, work: Work) -> Work:
    note = source.choice([" [see comments]", " (abstract)", " (tutorial)", " [in French]", "."])
    return replace(work, title=f"{work.title}{note}")


def _translated(source: random.Random, work: Work) -> Work:
    other = capital(phrase(source, source.choice(LANGUAGES), len(work.title.split())))
    title = source.choice(
        [f"[{other}]", other, f"{work.title} [{other}]", f"{other} ({work.title})"]
    )
    return replace(work, title=title) if work.first and work.authors else work


def _no_year(_: random.Random, work: Work) -> Work:
    return replace(work, year=0)


def _year_off(source: random.Random, work: Work) -> Work:
    return replace(work, year=work.year and work.year + source.choice([-1, 1]))


def _lost_place(source: random.Random, work: Work) -> Work:
    place = source.choice(["", "", "Unpublished manuscript", work.place])
    return replace(work, container=place, kind="meeting", first=0, last=0)


_FAULTS: tuple[Fault, ...] = (
    _fewer_authors, _fewer_authors, _other_order, _no_pages, _wrong_pages, _wrong_volume,
    _no_subtitle, _no_subtitle, _no_title, _fewer_words, _scrambled, _with_note, _translated,
    _no_year, _no_year, _year_off, _lost_place,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Printer:
    """Prints works with slips drawn from ``source``."""

    source: random.Random

    def print(self, work: Work) -> str:
        """Print ``work`` in a style, perhaps with a part left out and with slips of the pen."""
        source = self.source
        seen = self._seen(work)
        if source.random() < 0.06:
            people = (replace(person, family=person.family.upper()) for person in seen.authors)
            seen = replace(seen, authors=tuple(people))
        text = print_work(seen, draw_style(source))
        if source.random() < 0.1:
            text = f"{text} https://doi.org/{work.doi}"
        return self._slips(text) if source.random() < 0.3 else text

    def record(self, work: Work) -> Item:
        """Make the record of a catalogue: fields only, some of them wrong or missing."""
        seen = self._seen(work)
        given = self.source.random() < 0.5
        names = (
            f"{person.family} {person.given if given else person.given[0]}"
            for person in seen.authors
        )
        return Item(
            title=seen.title or None,
            container_title=seen.container or None,
            author=tuple(Name(literal=name) for name in names),
            issued=Date(year=seen.year) if seen.year else None,
            volume=str(seen.volume) if seen.kind == "journal" else None,
            issue=str(seen.issue) if seen.kind == "journal" else None,
            page=f"{seen.first}-{seen.last}" if seen.first else None,
            doi=work.doi if self.source.random() < 0.3 else None,
        )

    def _seen(self, work: Work) -> Work:
        for _ in range(self.source.choice([0, 0, 0, 0, 1, 1, 2])):
            work = self.source.choice(_FAULTS)(self.source, work)
        return work

    def _slips(self, text: str) -> str:
        source = self.source
        letters = list(text)
        for _ in range(source.choice([1, 1, 2, 3, 5, 8])):
            place = source.randrange(len(letters))
            kind = source.random()
            if kind < 0.3:
                letters[place] = source.choice("abcdefghijklmnopqrstuvwxyz")
            elif kind < 0.5:
                letters[place] = ""
            elif kind < 0.75:
                letters[place] += " "
            else:
                gap = text.find(" ", place)
                letters[gap if gap >= 0 else place] = ""
        return "".join(letters)
