"""The same words are quoted twice, and not alike.

## What it does

Compares the quotations of the article, pull quotes and headings among them, word for word. Where
one is nearly another (at least four words in the same order, and four of five of the shorter one;
"it's" and "listens" count as "it is" and "listening") and still differs, the later one is flagged.
A part of a longer quotation is the same quotation; what an ellipsis or square brackets mark as left
out or put in may differ, and so may two in one sentence or the next, where the speaker says a thing
twice.

## Why it matters

Quotation marks promise the exact words. Of two versions at most one is what was said.

## Example

"The gate was never locked at night" and "The gate was never shut at night" cannot both be it.

## Options

- `min_words`: shorter quotations are not compared.

## References

- Associated Press, News Values and Principles: quotations are never altered.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from factcheck.model.analysis import Analysis, Quotation, QuotationKind
from factcheck.model.article import Span
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Rule
from factcheck.rules.places import block_at, excerpt

_QUOTED = frozenset({QuotationKind.DIRECT, QuotationKind.FRAGMENT, QuotationKind.BLOCK})
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|\[[^\]]{0,80}\]|…|\.{3}|\(…\)")
_LEAST = 4  # words in common
_LONG_FORMS = {
    "it's": "it is",
    "he's": "he is",
    "she's": "she is",
    "that's": "that is",
    "there's": "there is",
    "we're": "we are",
    "they're": "they are",
    "i'm": "i am",
    "don't": "do not",
    "doesn't": "does not",
    "didn't": "did not",
    "isn't": "is not",
    "wasn't": "was not",
    "can't": "cannot",
    "won't": "will not",
    "we've": "we have",
    "i've": "i have",
    "we'll": "we will",
}
_NO_ONE = re.compile(r"\bno one\b", re.IGNORECASE)
_STOP = re.compile(r"[.!?](?=\s)")
_ENDING = re.compile(r"(?:ing|ed|es|s)$")
_SHORT = 4  # letters of a word that is left as it is
_SHARED = 0.8  # of the shorter quotation's words
_DENSE = 0.7  # of the stretch from the first to the last word they share
_LONGEST = 120  # words that are compared
_MOST_ALIKE = 40  # quotations that share a pair of words; more is a refrain


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options of QUO003."""

    min_words: int = 5


@dataclass(frozen=True, slots=True)
class _Words:
    quotation: Quotation
    words: tuple[str, ...]


def find(analysis: Analysis, options: Options) -> Iterator[Hit]:
    """Yield one hit for every quotation that is nearly an earlier one."""
    listed = [
        each
        for quotation in analysis.quotations
        if quotation.kind in _QUOTED and quotation.fault is None
        for each in (_Words(quotation, _words(analysis, quotation)),)
        if len(each.words) >= options.min_words
    ]
    for place, earlier in _candidates(listed):
        one, other = listed[earlier], listed[place]
        apart = _are_apart(analysis, one.quotation.span, other.quotation.span)
        if apart and one.words != other.words and _differ(_plain(one.words), _plain(other.words)):
            said = excerpt(analysis.article.quote(one.quotation.span), 60)
            yield Hit(
                message=f"Quoted in other words elsewhere: {said}",
                span=other.quotation.span,
                related=(one.quotation.span,),
                fix="Look up what was said, and quote it alike in both places.",
                confidence=0.8,
            )


def _words(analysis: Analysis, quotation: Quotation) -> tuple[str, ...]:
    text = analysis.article.quote(quotation.span)
    text = _NO_ONE.sub("nobody", text)
    found = (match.group().casefold().replace("’", "'") for match in _WORD.finditer(text))
    return tuple(found)[:_LONGEST]


def _are_apart(analysis: Analysis, one: Span, other: Span) -> bool:
    """Tell whether two quotations are more than a sentence apart: nearer they are one speech."""
    block = block_at(analysis, one)
    if block is None or not block.span.contains(other):
        return True
    first, last = sorted((one, other))
    return len(_STOP.findall(analysis.article.quote(Span(first.end, last.start)))) > 1


def _plain(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words without what paraphrases change first: short forms and endings."""
    long = (part for word in words for part in _LONG_FORMS.get(word, word).split())
    return tuple(_ENDING.sub("", word) if len(word) > _SHORT else word for word in long)


def _candidates(listed: list[_Words]) -> Iterator[tuple[int, int]]:
    """Yield (later, earlier) pairs that share a pair of words, each later one once."""
    known: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, each in enumerate(listed):
        shared: dict[int, int] = defaultdict(int)
        for pair in set(pairwise(each.words)):
            if len(known[pair]) < _MOST_ALIKE:
                for other in known[pair]:
                    shared[other] += 1
                known[pair].append(place)
        apart = [n for n in shared if not each.quotation.span.overlaps(listed[n].quotation.span)]
        if apart:
            yield place, max(apart, key=lambda other: (shared[other], -other))


def _differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two quotations are versions of the same words."""
    short, long = sorted((one, other), key=len)
    if _marked(short) or _marked(long):
        return False
    blocks = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    if same == len(short) and len(blocks) == 2:
        return len(short) == len(long)  # else word for word a part of the other
    first, last = blocks[0], blocks[-2] if len(blocks) > 1 else blocks[0]
    stretch = max(last.a + last.size - first.a, last.b + last.size - first.b)
    return same >= max(_LEAST, _SHARED * len(short)) and same >= _DENSE * stretch


def _marked(words: tuple[str, ...]) -> bool:
    """Tell whether the writer says that words were left out or put in."""
    return any(not word[0].isalnum() for word in words)


RULE = Rule(
    code="QUO003",
    name="quoted-twice-differently",
    severity=Severity.WARNING,
    options=Options,
    find=find,
    examples=(
        Bad(
            """\
# The harbour

"The gate was never locked at night," said Tom Brandt, the harbour master.

He left in May.

> "The gate was never shut at night"
""",
            marks=('"The gate was never shut at night"',),
        ),
        Good(
            """\
# The harbour

"The gate was never locked at night, not once in ten years," said Tom Brandt, the harbour master.

He left in May. "The gate was never […] at night," he wrote to the council.

> "The gate was never locked at night"
"""
        ),
    ),
)
