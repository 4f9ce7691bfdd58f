"""News outlets that a text speaks of, and whether one of them is the text's own."""

import re
from collections.abc import Iterator

from factcheck.language import source_words
from factcheck.model.analysis import Analysis
from factcheck.model.article import Article, BlockKind, Span

AGENCIES = (
    "Reuters",
    "Associated Press",
    "AP",
    "Agence France-Presse",
    "AFP",
    "dpa",
    "Bloomberg",
    "Xinhua",
    "TASS",
    "Interfax",
    "EFE",
    "ANSA",
    "PA Media",
    "Press Association",
    "UPI",
    "Kyodo",
    "Anadolu",
)
"""Agencies whose copy others print."""

_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})
_NAME = r"(?P<name>[A-Z][\w&'’.-]*(?: [A-Z][\w&'’.-]*){0,3})"
_OUTLET_NAME = re.compile(
    r"\b(?:(?:told|tells|telling|reported by|quoted by|interviewed by|contacted by|reached by)|"
    r"(?:said|says|disclosed|discloses|confirmed|explained|admitted|revealed|confided|complained|"
    r"speaking|speaks|spoke|spoken|talking|talked|statements?|comments?|remarks|interviews?|letter|"
    r"e-?mail) (?:to|with|in|for|by)|as) (?:the )?"
    + _NAME
    + r"|\b[Oo]n (?:the |The )?(?P<other>[A-Z][\w&'’.-]*(?: [A-Z][\w&'’.-]*){0,3}"
    r"(?= podcast\b| show\b))"
)
# An outlet by what it does, whatever it is called: "FreightBeat first reported".
_REPORTED = re.compile(
    rf"\b(?:[Tt]he )?{_NAME} (?:(?:first|originally|earlier|previously) (?:reported|revealed)|"
    r"(?:has )?(?:revealed|uncovered)(?=,| last| this| in [A-Z]| on \w+day|\.)|"
    r"broke the (?:story|news)|reported (?:at the weekend|on its (?:website|front page)))\b"
    r"|\b(?P<foreign>(?:La|Le|Les|El|Los|Il|Lo|Die|Der|Das|O) [A-Z]\w+) (?:reported|wrote|"
    r"reports)\b"
    rf"|\b(?:first|originally|previously) (?:reported|published|revealed) (?:by|in) (?:the )?"
    rf"{_NAME.replace('name', 'other')}"
)
_ASKER = re.compile(
    r"\b(?:requests?|questions?|quer(?:y|ies)|inquir(?:y|ies)|enquir(?:y|ies)|calls?|e-?mails?|"
    r"messages?|letters?|approach(?:es)?|reached|contacted)(?: for [a-z]{3,12})? "
    rf"(?:from|by|sent by|put by|sent from) (?:[Tt]he )?{_NAME}"
    rf"|\b(?:a|an|the|several|two|repeated) {_NAME.replace('name', 'other')} "
    r"(?:requests?|questions?|quer(?:y|ies)|inquir(?:y|ies)|enquir(?:y|ies)|calls?|e-?mails?)\b"
)


def is_own(article: Article, name: str) -> bool:
    """Tell whether an outlet's name is that of the site, or of its address."""
    wanted = _squeezed(name.removeprefix("the ").removeprefix("The "))
    site = _squeezed(article.site_name or "")
    host = _squeezed((article.url or "").partition("//")[2].partition("/")[0])
    short = len(wanted) < 4  # "AP" is in many a word
    if short:
        return wanted == site or f"{wanted}news" in host or host.startswith(f"www{wanted}com")
    return bool(wanted) and (wanted in site or wanted in host or (bool(site) and site in wanted))


def _squeezed(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def told(analysis: Analysis) -> Iterator[tuple[str, Span]]:
    """Yield (name, place) of each outlet that somebody told something, in order; own ones too."""
    yield from _named(analysis, _OUTLET_NAME)


def asked(analysis: Analysis) -> Iterator[tuple[str, Span]]:
    """Yield (name, place) of each outlet that asked somebody for an answer; own ones too."""
    yield from _named(analysis, _ASKER)


def reported(analysis: Analysis) -> Iterator[tuple[str, Span]]:
    """Yield (name, place) of each outlet or body that "first reported" something, in order."""
    for sentence in analysis.sentences:
        if analysis.article.blocks[sentence.block].kind in _BODY:
            for match in _REPORTED.finditer(analysis.article.quote(sentence.span)):
                group = next(each for each in ("name", "other", "foreign") if match[each])
                name = match[group].rstrip(".'’")
                start = sentence.span.start + match.start(group)
                if name.split()[-1].casefold() not in source_words.ORGANISATIONS:
                    yield name, Span(start, start + len(name))


def _named(analysis: Analysis, pattern: re.Pattern[str]) -> Iterator[tuple[str, Span]]:
    names = {name.casefold() for name in AGENCIES}
    names.update(name.casefold() for name, _ in reported(analysis))
    for sentence in analysis.sentences:
        if analysis.article.blocks[sentence.block].kind not in _BODY:
            continue
        text = analysis.article.quote(sentence.span)
        for match in pattern.finditer(text):
            group = "name" if match["name"] else "other"
            words = match[group].rstrip(".'’").split()
            if group == "other" and pattern is _OUTLET_NAME:
                yield (
                    " ".join(words),
                    Span(*(sentence.span.start + at for at in match.span("other"))),
                )
                continue
            kept = next((n for n in range(len(words), 0, -1) if _is_outlet(words[:n], names)), 0)
            if kept:
                known = " ".join(words[:kept])
                start = sentence.span.start + match.start(group)
                yield known, Span(start, start + len(known))


def _is_outlet(words: list[str], agencies: set[str]) -> bool:
    last = words[-1].casefold()
    return " ".join(words).casefold() in agencies or last in source_words.OUTLET_NAMES
