"""Writing about another work: it names the other's author and title, or says what it is."""

import re

from citations.duplicates.evidence import Evidence
from citations.duplicates.profile import Profile, kept, tokens_of
from citations.duplicates.swap import supplement

_TELLING = 10
"""Letters a title needs to be looked for in another entry."""
_KINDS = (
    (
        "a press release about",
        re.compile(
            r"\b(?:(?:press|news|media) release|pressemitteilung|pressemeldung|persbericht"
            r"|communique de presse|nota de prensa|comunicado de (?:prensa|imprensa)"
            r"|comunicato stampa|pressmeddelande|press-?reliz)\b"
        ),
    ),
    (
        "the protocol of",
        re.compile(
            r"\b(?:(?:study|trial|review) protocol|protocol (?:for|of) a|studienprotokoll)\b"
        ),
    ),
)


@kept
def _heads(side: Profile) -> tuple[str, ...]:
    """Return the title and what stands before its first colon or full stop."""
    sentence = " ".join(tokens_of((side.item.title or "").partition(". ")[0]))
    heads = dict.fromkeys((side.title, side.main_title, sentence))
    return tuple(head for head in heads if len(head) >= _TELLING)


def writes_about(a: Profile, b: Profile, _: Evidence) -> str | None:
    """Say that one reference prints the other's author and title after its own.

    A review, a reply, a chapter of an edited book: whatever the language calls it.
    """
    if not (a.families and b.families) or _words(a) & _words(b):
        return None
    for one, whole in ((a, b), (b, a)):
        own, others = _words(one), _words(whole)
        if not (own and one.title) or others.isdisjoint(one.words):
            continue
        if next(word for word in one.text.split() if word in own | others) in others:
            continue
        head = next((head for head in _heads(whole) if head in one.text), None)
        if head is not None and not one.title.startswith(head) and one.title not in whole.text:
            return "the one names the other's author and title"
    return None


@kept
def _words(side: Profile) -> frozenset[str]:
    """Return the words of the authors' family names."""
    return side.words.intersection(word for name in side.families for word in name.split())


def meeting_abstract(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    """Say that one is an abstract in a supplement, the other the paper it became."""
    alike = evidence.title >= 0.95 and evidence.title_short >= 0.7 and evidence.author > 0.5
    apart = evidence.page_conflict and not evidence.page_same and not evidence.identifier_same
    if alike and apart and supplement(a) != supplement(b):
        return "one is a meeting abstract, the other a paper of the same title"
    return None


def release(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    """Say that one is a press release about the other, or the protocol of the other's study."""
    if a.title == b.title or evidence.title < 0.88:
        return None
    kinds = _kinds(a) ^ _kinds(b)
    return f"one is {min(kinds)} the other" if kinds else None


@kept
def _kinds(side: Profile) -> frozenset[str]:
    return frozenset(kind for kind, pattern in _KINDS if pattern.search(side.bare))
