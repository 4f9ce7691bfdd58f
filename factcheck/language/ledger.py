"""The sourcing ledger of an article: who carries how many claims.

A claim is counted once for each source credited with it; shares are of all claims, so that named,
anonymous, vague, cited and unattributed need not add up to one.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from citations.fold import fold, fold_words
from citations.reference import Reference
from factcheck.language.outlets import is_own, told
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


_OWN = "the article's own reporting"
_LONGEST_NAME = 60  # characters: a longer stretch is no outlet's name


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A source, how many claims it is credited with, and where it is first credited.

    ``sources`` is the number of people that an anonymous source states; None where it states none
    ("officials"), and for every other kind.
    """

    name: str
    kind: SourceKind
    claims: int
    place: Span
    sources: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What an article's claims rest on. Shares are 0-1; indices are of ``Analysis.claims``.

    ``role`` are claims credited to an office without a name ("a spokesman"), ``own_reporting``
    those that the article's makers answer for, ``cited`` those with a citation, note or link.
    ``on_one_anonymous`` are claims whose only credit is a single source without a name.
    ``unlisted_outlets`` are outlets credited in the text that no reference and no link names.
    """

    claims: int
    accounts: tuple[Account, ...]
    named: float
    role: float
    anonymous: float
    vague: float
    own_reporting: float
    cited: float
    unattributed: float
    on_one_anonymous: tuple[int, ...]
    unlisted_outlets: tuple[str, ...]


def make_ledger(analysis: Analysis) -> Ledger:
    """Return the ledger of an article; accounts with the most claims come first."""
    claims = analysis.claims
    kinds = [frozenset(each.source_kind for each in _credits(analysis, claim)) for claim in claims]

    def share(wanted: frozenset[SourceKind]) -> float:
        return _share(sum(bool(found & wanted) for found in kinds), len(claims))

    return Ledger(
        claims=len(claims),
        accounts=_accounts(analysis),
        named=share(NAMED),
        role=share(frozenset({SourceKind.ROLE})),
        anonymous=share(frozenset({SourceKind.ANONYMOUS})),
        vague=share(frozenset({SourceKind.VAGUE})),
        own_reporting=share(frozenset({SourceKind.OWN_REPORTING})),
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
    first: dict[str, Account] = {}
    people: dict[str, str] = {}  # a word of a person's name: the name that they are listed by
    works = {each.id: each for each in analysis.references}
    for claim in analysis.claims:
        names = set()
        for account in (*_spoken(analysis, claim), *_cited(analysis, claim, works)):
            words = fold_words(account.name) or (account.name,)
            # "Cole" is "Ada Cole, the mayor", who was credited before.
            name = people.get(words[-1], " ".join(words))
            if name not in first and account.kind is SourceKind.NAMED_PERSON:
                people.update((word, name) for word in words if word not in people)
            first.setdefault(name, account)
            names.add(name)
        credited.update(sorted(names))
    listed = [replace(first[name], claims=number) for name, number in credited.items()]
    return tuple(sorted(listed, key=lambda each: (-each.claims, each.place)))


def _spoken(analysis: Analysis, claim: Claim) -> Iterator[Account]:
    """Yield who is credited with a claim in words."""
    for each in _credits(analysis, claim):
        place = _place(analysis, each)
        if place is None or each.source_kind is SourceKind.CITATION:
            continue
        own = each.source_kind is SourceKind.OWN_REPORTING
        yield Account(
            name=_OWN if own else " ".join(analysis.article.quote(place).split()),
            kind=each.source_kind,
            claims=0,
            place=place,
            sources=each.count if each.source_kind is SourceKind.ANONYMOUS else None,
        )


def _cited(analysis: Analysis, claim: Claim, works: Mapping[str, Reference]) -> Iterator[Account]:
    """Yield the works and links that a claim cites."""
    for number in claim.citations:
        citation = analysis.citations[number]
        names = [_short(works[target]) for target in citation.targets if target in works]
        if not names:
            hosts = (
                urlsplit(link.url).hostname
                for link in analysis.article.links
                if link.span.overlaps(citation.span)
            )
            names = [next(filter(None, hosts), analysis.article.quote(citation.span))]
        for name in names:
            yield Account(name=name, kind=SourceKind.CITATION, claims=0, place=citation.span)


def _short(reference: Reference) -> str:
    """Return a work as a reader knows it: "Hansen 2019", or the beginning of its title or entry."""
    item = reference.item
    if item.author:
        people = [each.family or each.literal or "" for each in item.author[:2]]
        more = " et al." if len(item.author) > len(people) else ""
        year = f" {item.issued.year}" if item.issued else ""
        return " and ".join(filter(None, people)) + more + year
    return " ".join((item.title or reference.entry.text).split())[:60]


def _is_on_one(analysis: Analysis, claim: Claim) -> bool:
    found = tuple(_credits(analysis, claim))
    if claim.citations or not found:
        return False
    alone = len({_place(analysis, each) for each in found}) == 1
    return alone and found[0].source_kind is SourceKind.ANONYMOUS and found[0].count == 1


def _unlisted(analysis: Analysis) -> tuple[str, ...]:
    """Return outlets that are credited while neither the list nor a link names them.

    Those in whose name somebody is credited, and those that somebody told something; the outlet in
    which the article appears is none.
    """
    article = analysis.article
    listed = fold(" ".join(reference.entry.text for reference in analysis.references))
    linked = " ".join(link.url for link in article.links).casefold()
    credited = [
        (" ".join(article.quote(each.source).split()), each.source)
        for each in analysis.attributions
        if each.source_kind is SourceKind.PUBLICATION and each.source is not None
    ]
    found: dict[str, str] = {}
    for name, _ in sorted((*credited, *told(analysis)), key=lambda each: each[1]):
        bare = fold(name.removeprefix("The ").removeprefix("the "))
        if not bare or len(name) > _LONGEST_NAME or not any(map(str.isupper, name)):
            continue  # "a local newspaper" has no name
        if bare not in listed and bare.replace(" ", "") not in linked and not is_own(article, name):
            found.setdefault(bare, name)
    return tuple(found.values())
