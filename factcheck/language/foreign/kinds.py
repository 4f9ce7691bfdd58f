"""Say what kind of source French or German words name, by the word lists of the language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.language.sources import SourceType
from factcheck.model.analysis import SourceKind

_WORD = re.compile(r"[^\W_]+(?:[.-](?=[^\W_])[^\W_]+)*")  # "l’étude" is two words
_ASIDE = re.compile(r"[^.;:!?«»„“”\"]*")
_APPOSED = re.compile(r",\s+[A-ZÀ-Þ]")
_SHORTEST_PART = 5  # letters of a listed word that may end a German compound
_SHORT_PARTS = frozenset({"amt", "rat", "bank", "chef", "werk"})  # and these


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceWords:
    """Words that tell kinds of sources apart, in lower case.

    ``small`` are articles, possessives and what else begins a noun phrase without naming anybody.
    ``of`` are the words that begin a genitive. ``head_ends`` stops the noun phrase's head ("le
    porte-parole" of "le porte-parole du ministère"). ``compounds``: a word of the list may be the
    end of a longer one, as in German, where a capital says nothing about names.
    """

    anonymous: frozenset[str]
    vague: frozenset[str]
    roles: frozenset[str]
    documents: frozenset[str]
    organisations: frozenset[str]
    outlets: frozenset[str]
    honorifics: frozenset[str]
    small: frozenset[str]
    of: frozenset[str]
    numbers: Mapping[str, int]
    unnamed: re.Pattern[str]
    own: re.Pattern[str]
    head_ends: re.Pattern[str]
    compounds: bool = False


def type_of(source: str, words: SourceWords, aside: str = "") -> SourceType:
    """Classify the words that name a source; pronouns are the caller's to resolve first.

    ``aside`` is what stands behind the source: a name in apposition, or why there is none.
    """
    listed = _parts(source)
    if not listed:
        return SourceType(kind=SourceKind.VAGUE)
    kind = _kind(source, words)
    if kind in {SourceKind.ROLE, SourceKind.ANONYMOUS}:
        more = _ASIDE.match(aside)
        said = more.group() if more else ""
        if words.unnamed.search(said):
            kind = SourceKind.ANONYMOUS
        elif _APPOSED.match(said) and _names_a_person(_parts(said.split(",")[1]), words):
            kind = SourceKind.NAMED_PERSON
    counted = kind in {SourceKind.ANONYMOUS, SourceKind.ROLE}
    return SourceType(kind=kind, count=_count(listed, words) if counted else None)


def _kind(source: str, words: SourceWords) -> SourceKind:
    if words.own.search(source):
        return SourceKind.OWN_REPORTING
    if words.unnamed.search(source):
        return SourceKind.ANONYMOUS
    head = words.head_ends.split(source, maxsplit=1)[0]
    parts = _parts(head) or _parts(source)
    if _names_a_person(_parts(source), words):
        return SourceKind.NAMED_PERSON
    folded = [part.lower() for part in parts]
    tests = (
        (SourceKind.PUBLICATION, words.outlets),
        (SourceKind.VAGUE, words.vague),
        (SourceKind.ANONYMOUS, words.anonymous),
        (SourceKind.ROLE, words.roles),
        (SourceKind.DOCUMENT, words.documents),
        (SourceKind.ORGANISATION, words.organisations),
    )
    # The last word of the head decides in German, the first in French; one list suits both: any.
    for word in reversed(folded) if words.compounds else folded:
        found = next((kind for kind, known in tests if word in known), None) or next(
            (kind for kind, known in tests if _is_in(word, known, words)), None
        )
        if found is SourceKind.VAGUE and _is_of_a_body(source, words):
            return SourceKind.ORGANISATION  # "researchers of the university" can be asked
        if found is not None:
            return found
    return _by_capitals(parts, words)


def _is_of_a_body(source: str, words: SourceWords) -> bool:
    return any(_is_in(part.lower(), words.organisations, words) for part in _parts(source)[1:])


def _parts(text: str) -> tuple[str, ...]:
    return tuple(match.group() for match in _WORD.finditer(text))


def _by_capitals(parts: tuple[str, ...], words: SourceWords) -> SourceKind:
    """Judge words that no list has: a bare name is a person's, "the Such-and-such" a body's."""
    weighty = [part for part in parts if part.lower() not in words.small]
    if not weighty:
        return SourceKind.VAGUE
    capital = weighty[0][:1].isupper()
    bare = parts[0] is weighty[0]
    if capital and len(weighty[0]) > 1 and weighty[0].isupper():
        return SourceKind.ORGANISATION
    if capital and bare:
        return SourceKind.NAMED_PERSON
    if capital and not words.compounds:
        return SourceKind.ORGANISATION
    plural = parts[0].lower() in {"les", "des", "die", "de"} or bare
    return SourceKind.VAGUE if plural and not words.compounds else SourceKind.ROLE


def _names_a_person(parts: tuple[str, ...], words: SourceWords) -> bool:
    """Tell whether two capitalised words in a row, or one behind a title or a role, are a name.

    The first capital behind "of" belongs to a place or a body: "le préfet du Val Rouge".
    """
    run, titled, of = 0, False, False
    for part in parts:
        folded = part.lower()
        if folded in words.honorifics:
            titled, of = True, False
            continue
        bodies = (words.organisations, words.outlets, words.documents, words.vague)
        if any(_is_in(folded, each, words) for each in bodies):
            return False
        role = _is_in(folded, words.roles | words.anonymous, words)
        if role or folded in words.small or not part[0].isupper():
            titled = role
            of = folded in words.of or (of and folded in words.small)
            run = 0
        elif len(part) > 1 and part.isupper() and "." not in part:
            run, titled = 0, False  # an acronym
        else:
            run += 1
            if run == (3 if of else 2) or (titled and not of):
                return True
    return False


def _is_in(word: str, listed: frozenset[str], words: SourceWords) -> bool:
    if word in listed:
        return True
    if not words.compounds:
        return False
    # "landesumweltministerium" ends with "ministerium"; every cut costs one look-up.
    last = word.rpartition("-")[2]
    return last in listed or any(
        last[cut:] in listed and (len(last) - cut >= _SHORTEST_PART or last[cut:] in _SHORT_PARTS)
        for cut in range(2, len(last))
    )


def _count(listed: tuple[str, ...], words: SourceWords) -> int | None:
    for word in listed:
        if word.isdigit():
            return min(int(word), 1_000_000) if len(word) < 8 else None
        number = words.numbers.get(word.lower())
        if number is not None:
            return number
    return None
