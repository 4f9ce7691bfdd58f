"""Say what kind of source a span of words names, and how many sources it states."""

import re
from dataclasses import dataclass

from factcheck.language import source_words
from factcheck.language.word_lists import words
from factcheck.model.analysis import SourceKind

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_TAIL = re.compile(
    r",|\b(?:who|which|that|whose|where|tracking|with|from|in|at|of|for|on|by|to|seen|obtained|reviewed|"
    r"shared|released|provided|commissioned)\b"
)
_AFTER_HEAD = re.compile(
    r"\b(?:who|which|that|whose|where|tracking|with|from|in|at|of|for|on|near|to)\b"
)
_UNNAMED = re.compile(
    r"\b(?:anonym\w*|unnamed|unidentified|undisclosed|familiar with|close to|briefed on|"
    r"with (?:direct |first-?hand )?knowledge|not authori[sz]ed|on condition|connections to|"
    r"declined to be named|asked not to be|not (?:wish |want )?to be (?:named|identified|quoted by "
    r"name)|privy to|in the know|whose names? (?:is|was|are|were) withheld|"
    r"(?:one|two|three|four|several|some|many|most|both|more than one|a (?:few|couple|handful|"
    r"number)|neither|none) of (?:them|those|the|his|her|its|their|our|my)|"
    r"(?:one|two|three|several|others) (?:present|involved)|"
    r"an? (?:senior|leading|prominent|well-placed) "
    r"(?:figure|insider|person|source|executive|aide))\b|^(?:those|others|someone|somebody|one) "
    r"(?:who|with|close|familiar|present|involved|briefed|in|at|inside)\b",
    re.IGNORECASE,
)
_SPEAKS_FOR = re.compile(
    r"\bspokes(?:man|woman|person|people|men|women)\b|\bmouthpiece\b|"
    r"\b(?:press|media|communications|pr|public relations|public affairs)[ -](?:officer|office|"
    r"official|secretary|aide|adviser|advisor|team|desk|service|department|director|manager|man|"
    r"woman|people|person|chief|unit|agency|representative)s?\b|"
    r"\b(?:company|club|government|ministry|police|union|party|embassy|council|hospital|airline|"
    r"army|industry) representatives?\b|\brepresentatives? (?:for|of) (?:the|its|his|her) ",
    re.IGNORECASE,
)
_ONE_AFTER_ANOTHER = re.compile(r"(?P<one>[a-z]{3,}) (?:after|upon) (?P=one)\b", re.IGNORECASE)
_SAYS_WHICH = words("the his her its their both several former current senior")
# Documents of which nothing says which: "Research has shown", "Recent surveys suggest".
_ANY_DOCUMENTS = words(
    "research surveys polls studies evidence science statistics reports analyses"
)
_NO_BARE = words("the a an this that these those our my his her its their one two three four five")
_EXPERTS = words(
    "scientists researchers economists analysts experts historians scholars doctors engineers"
    " lawyers academics physicists astronomers biologists climatologists geologists epidemiologists"
)
_OF_A_BODY = re.compile(r"\b(?:at|with|from) (?:the )?[A-Z]")
_TRAILING = re.compile(r" (?:everywhere|alike|today|worldwide|elsewhere|here|there|themselves)$")
_POSSESSIVE = words("his her its their my our")
_INDEFINITE = words("a an one another some several two three four five six")
# A word in -er, -ist and the like that is known for no thing names somebody.
_PERSON = re.compile(r"[a-z-]{3,}(?:er|or|ist|ian|eer|ee|man|woman|person|worker|mate|kin)")
_POINTS_BACK = re.compile(
    r"the (?:two |three |four |same )?(?:people|persons|officials|sources|reviewers|authors|"
    r"auditors|researchers|scientists|investigators|inspectors|witnesses|scholars|economists|"
    r"analysts|diplomats|group|team|company|agency|paper|newspaper|association|department|ministry|committee)"
)
_OWN = re.compile(
    r"(?:this (?:newspaper|paper|magazine|website|publication|newsroom|reporter|writer|"
    r"correspondent)|our (?:own )?(?:reporters?|correspondents?|newsroom|journalists?|team|"
    r"analysis|survey|count|calculations?))\b",
    re.IGNORECASE,
)
_SMALL = words("of the for and de la du van von der bin al le des")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceType:
    """A kind, and the number of sources that an anonymous one states (None: not said)."""

    kind: SourceKind
    count: int | None = None


def is_pronoun(source: str) -> bool:
    """Tell whether a source only points back at one named before."""
    folded = source.strip().lower()
    return folded in source_words.PRONOUNS or bool(_POINTS_BACK.fullmatch(folded)) or folded in {
        "the source", "the sources", "the official", "the officials", "the spokesman",
        "the spokeswoman", "the spokesperson", "the report", "the study", "the statement",
    }  # fmt: skip


def type_of(source: str, aside: str = "") -> SourceType:
    """Classify the words that name a source; pronouns are the caller's to resolve first.

    ``aside`` is what stands between the source and its cue: ", who asked not to be named,".
    """
    if _UNNAMED.search(aside):
        source += aside
    words = tuple(match.group() for match in _WORD.finditer(source))
    if not words:
        return SourceType(kind=SourceKind.VAGUE)
    source = _TRAILING.sub("", source)
    head = _TAIL.split(source, maxsplit=1)[0]
    head_words = tuple(match.group() for match in _WORD.finditer(head)) or words
    kind = _kind_by_last_word(source, words, head_words) or _kind_by_any_word(words, head_words)
    counted = kind in {SourceKind.ANONYMOUS, SourceKind.ROLE}
    everything = tuple(word.lower() for word in words)
    return SourceType(kind=kind, count=_count(everything, source) if counted else None)


def _kind_by_last_word(
    source: str, words: tuple[str, ...], head_words: tuple[str, ...]
) -> SourceKind | None:
    """Judge by how the source is introduced and by the last word of its head."""
    last = _bare(head_words[-1])
    named = _names_a_person(source, words)
    first = words[0].lower()
    if first in {"i", "we"} or _OWN.match(source):
        return SourceKind.OWN_REPORTING
    # In "a Tollgate Homes spokesman" the capitals are the body's, not the speaker's.
    body_first = words[-1].lower().startswith("spokes") and words[0].lower() in _INDEFINITE
    if speaks_for(source) and (body_first or not named):
        return SourceKind.ROLE
    if _UNNAMED.search(source) and not named:
        return SourceKind.ANONYMOUS
    if "chief" in (word.lower() for word in head_words) and not named:
        return SourceKind.ROLE
    if last in _EXPERTS and not named and _OF_A_BODY.search(source):
        return SourceKind.ORGANISATION  # "Scientists at the Met Office" can be asked
    bare = last in _ANY_DOCUMENTS and first not in _NO_BARE and len(head_words) == len(words)
    if _ONE_AFTER_ANOTHER.match(source) or (bare and not any(w[0].isupper() for w in words[1:])):
        return SourceKind.VAGUE
    counted = last in source_words.ANONYMOUS and first in source_words.NUMBERS
    if _is_anybody(words, last):
        return SourceKind.VAGUE
    if last in source_words.VAGUE and not named and not counted:
        return SourceKind.VAGUE
    if last in source_words.ANONYMOUS and not named:
        somebodys = first in _POSSESSIVE or first.endswith(("'s", "’s"))
        # "His lawyer" can be found out by whose lawyer it is; "his colleagues" cannot.
        return SourceKind.ROLE if somebodys and not last.endswith("s") else SourceKind.ANONYMOUS
    if last in source_words.OUTLETS and (words[0][0].isupper() or head_words[-1][0].islower()):
        return SourceKind.PUBLICATION
    if last in source_words.DOCUMENTS:
        return SourceKind.DOCUMENT
    return SourceKind.NAMED_PERSON if named else None


def _kind_by_any_word(words: tuple[str, ...], head_words: tuple[str, ...]) -> SourceKind:
    """Judge by any word of the head, then by its capitals."""
    folded = frozenset(_bare(word) for word in head_words)
    tests = (
        (SourceKind.ANONYMOUS, _is_nobody_in_particular(words, head_words)),
        (SourceKind.ROLE, folded & source_words.ROLES and not _is_proper(head_words)),
        (SourceKind.ORGANISATION, folded & source_words.ORGANISATIONS),
        (SourceKind.ORGANISATION, _is_acronym(head_words[-1])),
        (SourceKind.DOCUMENT, folded & source_words.DOCUMENTS),
        (SourceKind.ANONYMOUS, folded & source_words.ANONYMOUS),
        (SourceKind.VAGUE, folded & source_words.VAGUE),
        (SourceKind.NAMED_PERSON, words[0][0].isupper() and not _starts_small(words[0])),
        (SourceKind.ORGANISATION, any(word[0].isupper() for word in head_words[1:])),
        (SourceKind.ROLE, any(word.lower() in source_words.ROLES for word in words)),
        (SourceKind.VAGUE, words[-1].endswith("s") and words[-1][0].islower()),
        (SourceKind.ORGANISATION, any(word[0].isupper() for word in words[1:])),
    )
    return next((kind for kind, holds in tests if holds), SourceKind.ROLE)


def speaks_for(source: str) -> bool:
    """Tell whether a source speaks for a body by its office: "a spokesman", "the press office"."""
    return _SPEAKS_FOR.search(source) is not None


def _is_anybody(words: tuple[str, ...], last: str) -> bool:
    """Tell whether ordinary people are meant of whom nothing says which: "Residents say".

    A number, an article or a possessive says at least something.
    """
    first = words[0].lower()
    folded = frozenset(word.lower() for word in words)
    said = first in source_words.NUMBERS or not folded.isdisjoint(_SAYS_WHICH)
    return last in source_words.ORDINARY and not said and not first.endswith(("'s", "’s"))


def _is_nobody_in_particular(words: tuple[str, ...], head_words: tuple[str, ...]) -> bool:
    """Tell whether one or some of many are meant: "a referee", "one ward representative"."""
    last = _bare(head_words[-1])
    things = source_words.DOCUMENTS | source_words.OUTLETS | source_words.ORGANISATIONS
    if words[0].lower() not in _INDEFINITE or last in things | source_words.ON_RECORD:
        return False
    person = last in source_words.ROLES or _PERSON.fullmatch(last.removesuffix("s")) is not None
    return person or (words[0].lower() == "one" and last.islower() and last != "thing")


def _bare(word: str) -> str:
    return word.lower().removesuffix("'s").removesuffix("’s")


def _starts_small(word: str) -> bool:
    return word.lower() in {"the", "a", "an", "his", "her", "their", "its", "two", "three", "one"}


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "")
    return len(letters) > 1 and letters.isupper()


def _is_proper(words: tuple[str, ...]) -> bool:
    return all(w[0].isupper() or w in _SMALL for w in words) and not _starts_small(words[0])


def _names_a_person(source: str, words: tuple[str, ...]) -> bool:
    """Two capitalised words together, none of them the word of a body, a place or an outlet."""
    if words[0].lower().rstrip(".") in source_words.HONORIFICS and len(words) > 1:
        return True
    bodies = source_words.ORGANISATIONS | source_words.OUTLETS
    for whole in re.split(r"[,;()]| and ", source):
        part = _AFTER_HEAD.split(whole, maxsplit=1)[0]
        run = 0
        for match in _WORD.finditer(part):
            word = match.group()
            folded = word.lower()
            if folded in bodies or word.endswith(("'s", "’s")) or _is_acronym(word):
                run = 0
                if folded in bodies and word[0].isupper() and not _is_office(part[match.end() :]):
                    break
                continue
            starts = not part[: match.start()].strip() and _starts_small(word)
            run = run + 1 if word[0].isupper() and not starts else 0
            capital_role = folded in source_words.ROLES or folded in source_words.ANONYMOUS
            if capital_role:
                run = 0
            if run == 2:
                return True
    return False


def _is_office(following: str) -> bool:
    """Tell whether the word of a body only begins an office: "Board chairman Ada Cole"."""
    words = [match.group().lower() for match in _WORD.finditer(following)][:2]
    return not source_words.ROLES.isdisjoint(words)


def _count(words: tuple[str, ...], source: str) -> int | None:
    total = 0
    for word in words:
        if word.isdigit():
            return int(word)
        if word in source_words.NUMBERS:
            total += source_words.NUMBERS[word] if word != "dozen" or not total else 11
            if word not in {"a", "an", "another"} or " and " not in source:
                continue
    if "dozen" in words:
        return 12
    return total or (
        1 if words[0] in {"the", "his", "her"} and not words[-1].endswith("s") else None
    )
