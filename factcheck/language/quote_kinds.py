"""Tell what a pair of quotation marks is used for: words said, a fragment, a title, distance."""

import re

from factcheck.language.word_lists import words
from factcheck.model.analysis import QuotationKind
from factcheck.model.article import Span

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SMALL = words(
    "a an the of in on at to for and or but by with from as vs de la le du des et der die das und"
    " von im am l d"
)
_SO_CALLED = re.compile(
    r"\b(?:so-called|known as|nicknamed|dubbed|called|the word|the term|the phrase|sogenannte\w*|"
    r"soi-disant|dit|dite|genannt)\s*(?:the|a|an)?\s*$",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"\b(?:titled|entitled|book|novel|film|movie|song|album|play|series|show|article|paper|essay|"
    r"report|poem|episode|painting|memoir|documentary|podcast|poster|roman|livre|buch|stück),?\s*$",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(r"[,:]\s*$")
_BEFORE = 40  # characters that can hold the words that introduce a quotation
_SCARE_WORDS = 2
_CLAUSE_WORDS = 5


def kind_of(text: str, span: Span) -> QuotationKind:
    """Judge an outermost quotation by its length, capitals, stops and the words before it.

    ``span`` includes both marks. A clause or more is direct speech; capitalised words with no
    clause stop are a title; one or two small words with nothing introducing them are distance.
    """
    inside = text[span.start + 1 : span.end - 1].strip()
    before = text[max(0, span.start - _BEFORE) : span.start]
    words = _WORD.findall(inside)
    after = text[span.end : span.end + 1]
    if not words:
        return QuotationKind.FRAGMENT
    stopped = inside[-1] in ".!?…"
    if _TITLED.search(before) and not (stopped and len(words) > 2 * _CLAUSE_WORDS):
        return QuotationKind.TITLE
    if _SO_CALLED.search(before) and len(words) < _CLAUSE_WORDS:
        return QuotationKind.SCARE
    led_in = _LEAD_IN.search(before) is not None
    if stopped or led_in or len(words) > 2 * _CLAUSE_WORDS:
        return QuotationKind.DIRECT
    if _is_capitalised(words) and len(words) > 1:
        return QuotationKind.TITLE
    begins = inside[:1].isupper()
    if (begins and len(words) >= _CLAUSE_WORDS) or (inside[-1] == "," and begins):
        return QuotationKind.DIRECT
    if len(words) <= _SCARE_WORDS and inside[-1] != "," and after != ",":
        return QuotationKind.SCARE
    return QuotationKind.FRAGMENT


def _is_capitalised(words: list[str]) -> bool:
    weighty = [word for word in words if word.lower() not in _SMALL]
    return bool(weighty) and all(word[0].isupper() for word in weighty)
