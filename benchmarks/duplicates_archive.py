"""Make up an archive of references for the speed of duplicate detection.

Works have titles of a made-up vocabulary whose words are as unevenly common as those of a
language, authors, a journal and numbers. Each reference prints its work in one of six styles,
some with a typing error or a part left out; many are exact copies, and one work is cited often.
"""

import random
from dataclasses import dataclass
from itertools import accumulate

from citations.item import Date, Item, ItemType, Name
from citations.reference import Entry, Reference

_ONSETS = "b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh st t tr v w".split(  # noqa: SIM905 - reads better
    " "
)
_VOWELS = "a e i o u ai ea ou".split()  # noqa: SIM905 - reads better
_ENDINGS = "n r l s t nd st m ck rk ving tion lity ment".split()  # noqa: SIM905 - reads better
_SMALL = ("of the", "in", "and the", "for", "under", "on")
STYLES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What the printed forms of one work share."""

    authors: tuple[tuple[str, str], ...]
    title: str
    journal: str
    year: int
    volume: int
    issue: int
    first: int
    last: int


def _word(rng: random.Random) -> str:
    middle = "".join(
        rng.choice(_ONSETS) + rng.choice(_VOWELS) for _ in range(rng.choice((1, 1, 2)))
    )
    return middle + rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_ENDINGS)


class _Vocabulary:
    """Words drawn with chances that fall with their rank (Zipf)."""

    def __init__(self, size: int, rng: random.Random) -> None:
        self._words = list(dict.fromkeys(_word(rng) for _ in range(size)))
        self._chances = list(accumulate(1 / (rank + 10) for rank in range(len(self._words))))
        self._rng = rng

    def some(self, count: int) -> list[str]:
        return self._rng.choices(self._words, cum_weights=self._chances, k=count)


def works(count: int, rng: random.Random) -> list[Work]:
    """Return ``count`` made-up works."""
    words, names = _Vocabulary(30_000, rng), _Vocabulary(8_000, rng)
    journals = [
        "Journal of " + " ".join(word.capitalize() for word in words.some(2)) for _ in range(600)
    ]
    made = []
    for _ in range(count):
        title: list[str] = []
        for place, word in enumerate(words.some(rng.randint(4, 11))):
            title += [rng.choice(_SMALL), word] if place % 3 == 2 else [word]
        first = rng.randint(1, 1_400)
        made.append(
            Work(
                authors=tuple(
                    (name.capitalize(), rng.choice("ABCDEFGHIJKLMNOPRSTW"))
                    for name in names.some(rng.choice((1, 1, 2, 2, 3, 4, 6)))
                ),
                title=" ".join(title).capitalize(),
                journal=rng.choice(journals),
                year=rng.randint(1960, 2025),
                volume=rng.randint(1, 120),
                issue=rng.randint(1, 12),
                first=first,
                last=first + rng.randint(2, 40),
            )
        )
    return made


def _printed(work: Work, style: int, title: str) -> str:
    w, year = work, work.year
    plain = [f"{family}, {initial}." for family, initial in w.authors]
    ahead = [f"{initial}. {family}" for family, initial in w.authors]
    close = [f"{family} {initial}" for family, initial in w.authors]
    pages = f"{w.first}–{w.last}"
    if style == 0:
        return (
            f"{', '.join(plain)} ({year}). {title}. {w.journal}, {w.volume}({w.issue}), {pages}."
            f" https://doi.org/10.5555/{w.volume}.{w.first}.{year}"
        )
    if style == 1:
        return f"{', '.join(close)}. {title}. {w.journal}. {year};{w.volume}({w.issue}):{pages}."
    if style == 2:
        names = ", and ".join([plain[0][:-1], *ahead[1:]])
        return f"{names}. “{title}.” {w.journal} {w.volume}, no. {w.issue} ({year}): {pages}."
    if style == 3:
        return (
            f"{' and '.join(ahead)}, “{title},” {w.journal}, vol. {w.volume}, pp. {pages}, {year}."
        )
    if style == 4:
        names = plain[0] if len(plain) == 1 else f"{plain[0]} et al."
        return f"{names} ({year}) {title}. {w.journal} {w.volume}: {pages}"
    return f"{'; '.join(close)}: {title}. In: {w.journal} {w.volume} ({year}), S. {pages}."


def _typo(text: str, rng: random.Random) -> str:
    place = rng.randrange(1, len(text) - 1)
    return rng.choice(
        (
            text[:place] + text[place + 1 :],
            text[: place - 1] + text[place] + text[place - 1] + text[place + 1 :],
            text[:place] + rng.choice("aeinrst") + text[place:],
        )
    )


def _reference(number: int, work: Work, rng: random.Random) -> Reference:
    style = rng.randrange(STYLES)
    title = _typo(work.title, rng) if rng.random() < 0.15 else work.title
    text = _printed(work, style, title)
    if rng.random() < 0.1:
        text = text[: rng.randrange(len(text) * 2 // 3, len(text))]
    authors = work.authors[:1] if style == 4 else work.authors
    item = Item(
        type=ItemType.ARTICLE_JOURNAL,
        title=title,
        container_title=work.journal,
        author=tuple(Name(family=family, given=initial + ".") for family, initial in authors),
        issued=Date(year=work.year),
        volume=str(work.volume),
        issue=str(work.issue) if style < 3 else None,
        page=f"{work.first}-{work.last}",
        doi=f"10.5555/{work.volume}.{work.first}.{work.year}" if style == 0 else None,
    )
    return Reference(
        id=f"ref-{number:08}", entry=Entry(position=number, text=text), item=item, confidence=0.9
    )


def archive(size: int, most: int, rng: random.Random) -> tuple[list[Reference], list[int]]:
    """Return ``size`` references in random order, and the number of each one's work.

    One work is cited ``most`` times; of the others two in three are cited once, the rest up to
    twenty times. Half of the repeated references are exact copies of an earlier one.
    """
    made = works(max(2, size // 2 + 1), rng)
    cited: list[int] = [0] * most
    while len(cited) < size:
        work = cited[-1] + 1
        times = 1 if rng.random() < 0.66 else min(20, 2 + int(rng.expovariate(0.4)))
        cited += [work % len(made)] * times
    cited = cited[:size]
    rng.shuffle(cited)
    known: dict[int, list[Reference]] = {}
    references = []
    for number, work in enumerate(cited):
        printed = known.setdefault(work, [])
        if printed and rng.random() < 0.5:
            old = rng.choice(printed)
            references.append(
                Reference(
                    id=f"ref-{number:08}",
                    entry=Entry(position=number, text=old.entry.text),
                    item=old.item,
                    confidence=0.9,
                )
            )
            continue
        printed.append(_reference(number, made[work], rng))
        references.append(printed[-1])
    return references, cited
