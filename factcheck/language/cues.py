"""Find the words that signal an attribution, and say what they do."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

from factcheck.language import cue_words
from factcheck.language.source_words import PRONOUNS
from factcheck.language.word_lists import words
from factcheck.model.analysis import CueClass
from factcheck.model.article import Span


class Form(Enum):
    """How a cue joins its source to its content."""

    FINITE = "finite"  # X said
    PARTICIPLE = "participle"  # ..., saying
    INFINITIVE = "infinitive"  # to say
    PASSIVE = "passive"  # was told, was quoted as
    PHRASE = "phrase"  # according to X
    VAGUE = "vague"  # reportedly, it is believed
    DECLINE = "decline"  # could not be reached


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A cue, its class and form; ``lemma`` is the verb's base form, "" for a phrase."""

    span: Span
    cue_class: CueClass
    form: Form
    lemma: str = ""


_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FLAGS = re.IGNORECASE
_DETERMINERS = words(
    """
    a an the this that these those his her its their our my your no any some every each another
    such of in on at for with by from into about than several many most more own new first last
    other public official recent latest initial false un une le la les der die das ein eine
    two three four five six
    """
)
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_BE = words("is are was were be been being am 's 're")
_MODALS = words("to will would can could may might must should shall did do does not")
_SKIPPED = words(
    """
    also previously later then now repeatedly once often recently already again even just still
    earlier publicly privately reportedly first never ever only always consistently simply
    explicitly openly flatly quickly further
    """
)
_WITH_PARTICLE = frozenset({"call", "point", "speak", "push", "press", "long", "attack"})
_PARTICLE = re.compile(r"\s+(?:for|on|out|to|about|of|against)\b")
_WISHED_FOR = frozenset({"ask", "call", "push", "press", "long"})
_FOR = re.compile(r"\s+(?:for|on|to)\b")
_WHETHER = re.compile(r"\s+(?:\w+\s+)?(?:whether|if|why|what|how|when|where)\b")
_WITH_HEARER = frozenset({"remind", "reassure", "notify", "inform"})
_LATER_CLAUSE = re.compile(r"[^.!?\n]{0,80}?(?:\bthat\b|\bhow\b|[\"“:,])")
_PERFECT = frozenset({"has", "have", "had"})
_THAT = re.compile(r"\s*(?:out )?(?:[:,]?\s*[\"“«„]|that\b|whether\b|how\b|why\b|if\b|what\b|:)")


@cache
def _forms() -> dict[str, tuple[str, CueClass]]:
    """Map every form to its base form and class; the first class that lists a verb wins."""
    table: dict[str, tuple[str, CueClass]] = {}
    for cue_class, verbs in cue_words.VERBS.items():
        for verb in verbs.split():
            for form in (verb, *_inflect(verb)):
                table.setdefault(form, (verb, cue_class))
    return table


def _inflect(verb: str) -> tuple[str, ...]:
    if verb in cue_words.IRREGULAR:
        return cue_words.IRREGULAR[verb]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    if verb.endswith("e"):
        return (verb + "s", verb + "d", verb[:-1] + "ing")
    ending = "es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"
    return (verb + ending, verb + "ed", verb + "ing")


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], CueClass, Form], ...]:
    before = tuple(
        (re.compile(rf"\b(?:{pattern})\b", _FLAGS), cue_class, Form.PHRASE)
        for pattern, cue_class in cue_words.PHRASES_BEFORE_SOURCE
    )
    return (
        (re.compile(rf"\b(?:{cue_words.NO_COMMENT})\b", _FLAGS), CueClass.DECLINE, Form.DECLINE),
        *before,
        (re.compile(rf"\b(?:{cue_words.TALK})", _FLAGS), CueClass.REPORT, Form.VAGUE),
        (re.compile(rf"\b(?:{cue_words.GIVES_A_FIGURE})", _FLAGS), CueClass.ASSERT, Form.FINITE),
        (re.compile(rf"\b(?:{cue_words.PHRASAL})\b", _FLAGS), CueClass.ASSERT, Form.FINITE),
        (re.compile(rf"\b(?:{cue_words.STATES_OF_MIND})\b", _FLAGS), CueClass.FEEL, Form.FINITE),
        (re.compile(rf"\b(?:{cue_words.VAGUE_PHRASES})\b", _FLAGS), CueClass.REPORT, Form.VAGUE),
    )


def find_cues(text: str, span: Span) -> tuple[Cue, ...]:
    """Return the cues in a sentence in order, without overlap; phrases go before single verbs."""
    found: list[Cue] = []
    for pattern, cue_class, form in _phrases():
        for match in pattern.finditer(text, span.start, span.end):
            place = Span(*match.span())
            if not any(cue.span.overlaps(place) for cue in found):
                found.append(Cue(span=place, cue_class=cue_class, form=form))
    words = tuple(_WORD.finditer(text, span.start, span.end))
    for index, word in enumerate(words):
        place = Span(*word.span())
        entry = _forms().get(word.group().lower())
        if entry is None or any(cue.span.overlaps(place) for cue in found):
            continue
        verb = _verb(text, words, index, entry)
        if verb is not None:
            found.append(verb)
    return tuple(sorted(found, key=lambda cue: cue.span))


def is_no_comment(text: str, span: Span) -> bool:
    """Tell whether a sentence is (also) about the asking: "could not be reached"."""
    return _phrases()[0][0].search(text, span.start, span.end) is not None


def is_sourcing(cue_class: CueClass) -> bool:
    """Tell whether the cue makes somebody answerable for the content."""
    return cue_class in cue_words.SOURCING


def verb_class(word: str) -> CueClass | None:
    """Return the class of a verb's form in lower case, or None where the lists lack it."""
    entry = _forms().get(word)
    return entry[1] if entry else None


def verb_forms(verb: str) -> frozenset[str]:
    """Return all forms of a verb that is given in its base form."""
    return frozenset({verb, *_inflect(verb)})


def _verb(
    text: str, words: tuple[re.Match[str], ...], index: int, entry: tuple[str, CueClass]
) -> Cue | None:
    word = words[index].group()
    lemma, cue_class = entry
    lower = word.lower()
    before = _before(words, index)
    adjoins = index > 0 and text[words[index - 1].end() : words[index].start()].isspace()
    previous = words[index - 1].group().lower() if adjoins else ""
    if word[0].isupper() and index and not _starts_quote(text, words[index].start()):
        return None  # part of a name: "Show", "Post"
    if lower in cue_words.NOUN_LIKE and not (
        _has_subject(words, index, lemma) or _takes_clause(text, words, index)
    ):
        return None
    end = words[index].end()
    if previous in _DETERMINERS and not lower.endswith("ing") and previous not in {"that", "most"}:
        return None
    if (
        lemma in cue_words.NEEDS_CLAUSE
        and not _closes(text, words, index)
        and not _THAT.match(text, end)
    ):
        particle = _PARTICLE.match(text, end) if lemma in _WITH_PARTICLE else None
        if particle is None:
            return None
        end = particle.end()
    if lemma in _WITH_HEARER and not _LATER_CLAUSE.match(text, words[index].end()):
        return None
    if lemma == "ask" and _WHETHER.match(text, words[index].end()):
        cue_class = CueClass.WANT  # a question credits nobody with an answer
    if lemma in _WISHED_FOR and _FOR.match(text, words[index].end()):
        cue_class = CueClass.WANT
    form = _form(lower, lemma, before)
    if form is Form.PASSIVE and cue_class not in {CueClass.ASSERT, CueClass.REPORT}:
        return None
    return Cue(span=Span(words[index].start(), end), cue_class=cue_class, form=form, lemma=lemma)


def _has_subject(words: tuple[re.Match[str], ...], index: int, lemma: str) -> bool:
    """Tell whether the word before a form that may be a noun makes it a verb."""
    before = _before(words, index)
    if before == "to":
        return words[index].group().lower() == lemma
    if not before or before in _DETERMINERS or before.endswith(_POSSESSIVE):
        return False
    if before in PRONOUNS or before in _MODALS or before in _BE or before in _PERFECT:
        return True
    if before in {"who", "that", "which", "and", "but", "or"} or before.endswith("s"):
        return True
    return words[index - 1].group()[0].isupper()


def _takes_clause(text: str, words: tuple[re.Match[str], ...], index: int) -> bool:
    """Tell whether a form that may be a noun is a verb by what follows: "claims that"."""
    before = _before(words, index)
    if before in _DETERMINERS or before.endswith(_POSSESSIVE):
        return False
    return index > 0 and _THAT.match(text, words[index].end()) is not None


def _closes(text: str, words: tuple[re.Match[str], ...], index: int) -> bool:
    """Tell whether the verb ends a clause that follows a comma: "..., the audit has found."."""
    if index + 1 < len(words) or "," not in text[words[0].start() : words[index].start()]:
        return False
    return words[index].group().lower() in {"found", "shows", "show", "showed", "find", "finds"}


def _starts_quote(text: str, start: int) -> bool:
    return text[max(0, start - 1) : start] in {'"', "“", "«", "„"}


def _before(words: tuple[re.Match[str], ...], index: int) -> str:
    """Return the word before a verb, adverbs skipped."""
    place = index - 1
    while place >= 0 and words[place].group().lower() in _SKIPPED:
        place -= 1
    return words[place].group().lower() if place >= 0 else ""


def _form(lower: str, lemma: str, before: str) -> Form:
    if lower.endswith("ing") and lower != lemma:
        return Form.FINITE if before in _BE else Form.PARTICIPLE
    if before in _BE and lower.endswith(("ed", "d", "n")) and lower != lemma:
        return Form.PASSIVE
    if before == "to":
        return Form.INFINITIVE
    return Form.FINITE
