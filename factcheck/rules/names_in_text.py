"""Full names of persons in running text: two or three capitalised words that are no title."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.language.word_lists import words
from factcheck.model.article import Article, BlockKind, Span

_NAME = re.compile(
    r"\b(?P<given>[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+(?:-[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+)?)"
    r"(?: (?:[A-Z]\.|[“\"‘'][A-Z][a-z]+[”\"’']))?"
    r"(?P<particle>(?: (?:van|von|de|der|den|du|la|le|al|bin|di|da|dos|ten|ter)){0,2})"
    r" (?P<family>[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ÿ]+(?:-[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+)?)(?![\w-])"
)
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CAPTION})
_NO_GIVEN = words(
    """
    The A An In On At By For From To Of And But Or If When While As This That These Those
    His Her Their Its Our My Your He She It They We You I Mr Mrs Ms Dr Prof Sir Dame Lord
    Lady President Minister Mayor Governor Senator General Captain Judge King Queen Prince
    Pope New North South East West Northern Southern Eastern Western Upper Lower Great Saint
    Sankt Port Lake Mount River Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    January February March April May June July August September October November December
    Street Road Male Female Former Chief Old Both After Before Since Until With Without
    Under Over Between According Two Three Four Five Six Director Professor Doctor Inspector
    Lawyer Editor Photo Photograph Figure Table Last Next Most
    """
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPerson:
    """One mention of a full name; ``span`` indexes the article's text."""

    given: str
    family: str
    span: Span


def full_names(article: Article) -> Iterator[NamedPerson]:
    """Yield the full names in the article's running text and captions, in order.

    The name of a place or a body of the same form is yielded too: what a caller does with a pair
    of spellings must be right for those as well.
    """
    for block in article.blocks:
        if block.kind not in _RUNNING:
            continue
        text = article.quote(block.span)
        start = 0
        while match := _NAME.search(text, start):
            if match["given"] in _NO_GIVEN:
                start = match.end("given")
                continue
            start = match.end()
            yield NamedPerson(
                given=match["given"],
                family=f"{match['particle'].strip()} {match['family']}".strip(),
                span=Span(block.span.start + match.start(), block.span.start + match.end()),
            )
