"""Whom a pronoun, or "the sources", means: the nearest source before it that fits.

Fit goes by what the word says: "it" is no person, "he" no body, "the association" has that word in
it, "the sources" are unnamed. A plain rule of recency among those that fit (Lappin & Leass 1994
found recency to weigh most) does for news, where sources are introduced and then taken up again.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.language.sources import is_pronoun
from factcheck.language.word_lists import words
from factcheck.model.analysis import Attribution, SourceKind

KEPT = 12
"""How many sources back are looked at."""

_PERSONS = frozenset({SourceKind.NAMED_PERSON, SourceKind.ROLE, SourceKind.ANONYMOUS})
_BODIES = frozenset({SourceKind.ORGANISATION, SourceKind.PUBLICATION, SourceKind.DOCUMENT})
_ONE_PERSON = words("he she il elle er lui ihm ihn")
_THING = words("it es")
_UNNAMED = re.compile(r"source|official|people|person")
_UNNAMED_KINDS = frozenset({SourceKind.ANONYMOUS, SourceKind.VAGUE, SourceKind.ROLE})
_TAIL = re.compile(r",|\b(?:who|with|from|in|at|of|for|on|by|familiar|close)\b")
_PLURALS = ("s", "men", "women", "people")
_LAST_WORD = re.compile(r"(?P<stem>\w{4,}?)(?:s|es|en)?$")


def resolve(text: str, found: Attribution, recent: Sequence[Attribution]) -> Attribution:
    """Give a pronoun the kind of the source that it points at; any other source stays as it is.

    ``recent`` are attributions with a source of their own, in text order.
    """
    if found.source is None:
        return found
    pronoun = text[found.source.start : found.source.end].strip().lower()
    if not is_pronoun(pronoun):
        return found
    meant = _meant(text, pronoun, recent[-KEPT:])
    if meant is None:
        return found
    return replace(
        found,
        source_kind=meant.source_kind,
        confidence=min(found.confidence, 0.8),
        count=meant.count,
        carried_from=meant.source,
    )


def _meant(text: str, pronoun: str, recent: Sequence[Attribution]) -> Attribution | None:
    if pronoun.startswith(("the ", "le ", "la ", "les ", "der ", "die ", "das ")):
        stem = _LAST_WORD.search(pronoun)
        key = stem["stem"] if stem else pronoun
        named = [each for each in recent if key in _name(text, each)]
        unnamed = [each for each in recent if each.source_kind is SourceKind.ANONYMOUS]
        fitting = named or (unnamed if _UNNAMED.search(pronoun) else [])
        return fitting[-1] if fitting else None
    if pronoun in _ONE_PERSON:
        recent = [each for each in recent if not _is_several(text, each)]
        fitting = [each for each in recent if each.source_kind in _PERSONS]
    elif pronoun in _THING:
        fitting = [each for each in recent if each.source_kind in _BODIES]
    else:
        fitting = list(recent)
    candidates = fitting or list(recent)
    return candidates[-1] if candidates else None


def _is_several(text: str, each: Attribution) -> bool:
    """Tell whether a source is more than one person: "officials", "two men"."""
    if each.source_kind not in _UNNAMED_KINDS:
        return False
    head = _TAIL.split(_name(text, each), maxsplit=1)[0].strip()
    return (each.count or 0) > 1 or head.endswith(_PLURALS)


def _name(text: str, each: Attribution) -> str:
    return "" if each.source is None else text[each.source.start : each.source.end].lower()
