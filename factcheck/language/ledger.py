"""The sourcing ledger of an article: who carries how many claims.

A claim is counted once for each source credited with it; shares are of all claims, so that named,
anonymous, vague, cited and unattributed need not add up to one.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from citations.fold import fold_words
from factcheck.language.sources import is_pronoun
from factcheck.model.analysis import Analysis, Attribution, Claim, SourceKind
from factcheck.model.article import Span

NAMED = frozenset(
    {
        SourceKind.NAMED_PERSON,
        SourceKind.ORGANISATION,
        SourceKind.PUBLICATION,
        SourceKind.DOCUMENT,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A source, how many claims it is credited with, and where it is first credited."""

    name: str
    kind: SourceKind
    claims: int
    place: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What an article's claims rest on. Shares are 0-1; indices are of ``Analysis.claims``.

    ``on_one_anonymous`` are claims whose only credit is a single source without a name.
    ``unlisted_outlets`` are outlets credited in the text that no reference and no link names.
    """

    claims: int
    accounts: tuple[Account, ...]
    named: float
    anonymous: float
    vague: float
    cited: float
    unattributed: float
    on_one_anonymous: tuple[int, ...]
    unlisted_outlets: tuple[str, ...]


def make_ledger(analysis: Analysis) -> Ledger:
    """Return the ledger of an article; accounts with the most claims come first."""
    claims = analysis.claims
    kinds = [frozenset(each.source_kind for each in _credits(analysis, claim)) for claim in claims]
    return Ledger(
        claims=len(claims),
        accounts=_accounts(analysis),
        named=_share(sum(bool(found & NAMED) for found in kinds), len(claims)),
        anonymous=_share(sum(SourceKind.ANONYMOUS in found for found in kinds), len(claims)),
        vague=_share(sum(SourceKind.VAGUE in found for found in kinds), len(claims)),
        cited=_share(sum(bool(claim.citations) for claim in claims), len(claims)),
        unattributed=_share(
            sum(not claim.citations and not claim.attributions for claim in claims), len(claims)
        ),
        on_one_anonymous=tuple(
            number for number, claim in enumerate(claims) if _is_on_one(analysis, claim)
        ),
        unlisted_outlets=_unlisted(analysis),
    )


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 0.0


def _credits(analysis: Analysis, claim: Claim) -> Iterator[Attribution]:
    for number in claim.attributions:
        yield analysis.attributions[number]


def _place(analysis: Analysis, attribution: Attribution) -> Span | None:
    """Return where the source is named: that of a pronoun is where it points at."""
    source = attribution.source
    if source is None or is_pronoun(analysis.article.quote(source)):
        return attribution.carried_from or source
    return source


def _accounts(analysis: Analysis) -> tuple[Account, ...]:
    credited: Counter[str] = Counter()
    first: dict[str, tuple[Span, SourceKind]] = {}
    for claim in analysis.claims:
        names = set()
        for attribution in _credits(analysis, claim):
            place = _place(analysis, attribution)
            if place is None:
                continue
            name = _same_name(" ".join(fold_words(analysis.article.quote(place))), first)
            first.setdefault(name, (place, attribution.source_kind))
            names.add(name)
        credited.update(sorted(names))
    listed = [
        Account(
            name=" ".join(analysis.article.quote(first[name][0]).split()),
            kind=first[name][1],
            claims=number,
            place=first[name][0],
        )
        for name, number in credited.items()
    ]
    return tuple(sorted(listed, key=lambda each: (-each.claims, each.place)))


def _same_name(name: str, known: dict[str, tuple[Span, SourceKind]]) -> str:
    """Return the name under which a person was credited first: "Cole" is "Ada Cole, the mayor"."""
    person = (SourceKind.NAMED_PERSON,)
    words = name.split()
    for other, (_, kind) in known.items():
        if name == other or (kind in person and words and words[-1] in other.split()):
            return other
    return name


def _is_on_one(analysis: Analysis, claim: Claim) -> bool:
    found = tuple(_credits(analysis, claim))
    if claim.citations or not found:
        return False
    alone = len({_place(analysis, each) for each in found}) == 1
    return alone and found[0].source_kind is SourceKind.ANONYMOUS and found[0].count == 1


def _unlisted(analysis: Analysis) -> tuple[str, ...]:
    """Return outlets that are credited while neither the list nor a link names them."""
    listed = " ".join(reference.entry.text for reference in analysis.references).casefold()
    linked = " ".join(link.url for link in analysis.article.links).casefold()
    found: dict[str, str] = {}
    for attribution in analysis.attributions:
        if attribution.source_kind is not SourceKind.PUBLICATION or attribution.source is None:
            continue
        name = " ".join(analysis.article.quote(attribution.source).split())
        bare = name.removeprefix("The ").removeprefix("the ").casefold()
        if bare and bare not in listed and bare.replace(" ", "") not in linked:
            found.setdefault(bare, name)
    return tuple(found.values())
