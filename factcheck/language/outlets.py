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
_OUTLET_NAME = re.compile(
    r"\b(?:told|interview with|speaking to|reported by|quoted by|tells) (?:the )?"
    r"(?P<name>[A-Z][\w&'’.-]*(?: [A-Z][\w&'’.-]*){0,3})"
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
    names = {name.casefold() for name in AGENCIES}
    for sentence in analysis.sentences:
        if analysis.article.blocks[sentence.block].kind not in _BODY:
            continue
        text = analysis.article.quote(sentence.span)
        for match in _OUTLET_NAME.finditer(text):
            name = match["name"].rstrip(".'’")
            words = name.split()
            kept = next((n for n in range(len(words), 0, -1) if _is_outlet(words[:n], names)), 0)
            if kept:
                known = " ".join(words[:kept])
                start = sentence.span.start + match.start("name")
                yield known, Span(start, start + len(known))


def _is_outlet(words: list[str], agencies: set[str]) -> bool:
    last = words[-1].casefold()
    return " ".join(words).casefold() in agencies or last in source_words.OUTLETS
