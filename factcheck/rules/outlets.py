"""News agencies and outlets that a text speaks of, and whether one of them is the text's own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citations.fold import fold
from factcheck.language.outlets import AGENCIES, asked, credited, is_own, reported, told, wires
from factcheck.model.analysis import Analysis
from factcheck.model.article import Article, BlockKind, Span
from factcheck.rules import agency_words
from factcheck.rules.coverage import meets, merged
from factcheck.rules.places import body_sentences, sentence_at

__all__ = [
    "AGENCIES", "Voice", "asked", "credited", "interviews", "is_dated", "is_own", "reported",
    "shown_places", "told", "voices",
]  # fmt: skip

_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})
_SOON = 120  # characters
_OPENING = 300  # characters of the body in which a dateline can stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A place where the text speaks with the voice of an agency that is not its own."""

    span: Span
    name: str


def voices(analysis: Analysis, agencies: tuple[str, ...] = AGENCIES) -> tuple[Voice, ...]:
    """Return where an agency checks, asks, counts, sees or is signed for, in a text not its own.

    No-comment lines are among them, interviews ("told Reuters") are not. A dateline under somebody
    else's byline is one.
    """
    names = _foreign(analysis.article, agencies)
    if not names:
        return ()
    dateline = _dateline(analysis.article, names)
    signed = () if dateline is None else (dateline,)
    return (*signed, *_voices(analysis, names))


def interviews(analysis: Analysis, agencies: tuple[str, ...] = AGENCIES) -> Iterator[Span]:
    """Yield where somebody "told" an agency something and nothing says in which of its reports.

    Agencies whose reports the reference list has are left out.
    """
    foreign = {name.casefold() for name in _foreign(analysis.article, agencies)}
    listed = fold(" \n ".join(reference.entry.text for reference in analysis.references))
    shown = shown_places(analysis)
    for name, place in told(analysis) if foreign else ():
        bare = name.casefold().removeprefix("the ")
        sentence = sentence_at(analysis, place.start)
        if bare not in foreign or fold(bare) in listed or sentence is None:
            continue
        if not meets(shown, sentence.span) and not is_dated(analysis.article.text, place.end):
            yield place


def is_dated(text: str, end: int) -> bool:
    """Tell whether brackets with a date, a title or an address follow an outlet's name soon."""
    limit = text.find("\n", end, end + _SOON)
    return agency_words.ITEM.search(text, end, limit if limit >= 0 else end + _SOON) is not None


def shown_places(analysis: Analysis) -> tuple[Span, ...]:
    """Return where links and citations stand, in order."""
    places = [link.span for link in analysis.article.links]
    return merged(places + [each.span for each in analysis.citations])


def _foreign(article: Article, agencies: tuple[str, ...]) -> tuple[str, ...]:
    """Return the agencies that can have a foreign voice: none where the copy is one of theirs.

    Site, byline, or a dateline where there is no byline, say that the copy is an agency's.
    """
    taken = _others(article.text)
    known = dict.fromkeys((*agencies, *wires(article.text)))
    names = tuple(name for name in known if name not in taken)
    byline = " ".join((article.byline or "", *article.authors)).strip()
    signed = re.search(rf"\b(?:{agency_words.alternatives(names)})\b", byline) is not None
    credited = signed or (not byline and _dateline(article, names) is not None)
    return () if credited or any(is_own(article, name) for name in names) else names


def _others(text: str) -> frozenset[str]:
    """Return the abbreviations that a text spells out as something else than an agency."""
    known = {name.casefold() for name in AGENCIES}
    return frozenset(
        match["short"]
        for match in agency_words.SPELLED_OUT.finditer(text)
        if match["long"].strip().casefold().removeprefix("the ") not in known
    )


def _dateline(article: Article, agencies: tuple[str, ...]) -> Voice | None:
    """Return the agency's dateline at the head of the body: "LIMA (Reuters) -"."""
    names = agency_words.alternatives(agencies)
    begins = next((each.span.start for each in article.blocks if each.kind in _BODY), 0)
    opening = article.text[begins : begins + _OPENING]
    match = re.search(
        rf"(?:[^\s().]+[ ,]+){{0,5}}[^\s().]+[,.]? ?\((?P<name>{names})\) ?[-–—]", opening
    )
    if match is None:
        return None
    return Voice(span=Span(begins + match.start(), begins + match.end()), name=match["name"])


def _voices(analysis: Analysis, agencies: tuple[str, ...]) -> Iterator[Voice]:
    pattern = agency_words.voice(agencies)
    for sentence in body_sentences(analysis):
        text = analysis.article.quote(sentence.span)
        for each in (pattern, agency_words.THIS, agency_words.CREDITS):
            match = each.search(text)
            if match:
                yield Voice(
                    span=Span(
                        sentence.span.start + match.start(), sentence.span.start + match.end()
                    ),
                    name=_name(match),
                )
                break


def _name(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return groups.get("name") or groups.get("signed") or "an agency"
