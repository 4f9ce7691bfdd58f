"""Who says what in languages other than English: rules for French and German clauses.

A first step, by rules alone: no model judges these languages. ``attributions`` is the door.
"""

from collections.abc import Callable, Iterator
from types import MappingProxyType

from factcheck.language.antecedents import KEPT, resolve
from factcheck.language.explicit import overlapping, windows
from factcheck.language.foreign import french, french_words, german, german_words
from factcheck.language.foreign.clause import Clause, Seen
from factcheck.language.foreign.kinds import SourceWords, type_of
from factcheck.language.sources import is_pronoun
from factcheck.model.analysis import (
    Attribution,
    CueClass,
    Quotation,
    QuotationFault,
    Sentence,
    SourceKind,
)

Reader = Callable[[Clause], Iterator[Seen]]

_READERS: MappingProxyType[str, tuple[Reader, SourceWords]] = MappingProxyType(
    {
        "fr": (french.read, french_words.SOURCES),
        "de": (german.read, german_words.SOURCES),
    }
)
LANGUAGES = frozenset(_READERS)
"""The languages read here, as ISO 639-1 codes."""

_SURE, _NOBODY = 0.8, 0.6
_ASIDE = 80  # characters behind a source that may say more of it


def attributions(
    text: str,
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...],
    language: str,
) -> tuple[Attribution, ...]:
    """Return the attributions whose cue stands in their own sentence, in order of the sentences.

    ``language`` is one of ``LANGUAGES``.
    """
    read, words = _READERS[language]
    sound = (each.span for each in quotations if each.fault is not QuotationFault.UNCLOSED)
    outer = sorted(sound, key=lambda span: (span.start, -span.end))
    starts = [span.start for span in outer]
    found: list[Attribution] = []
    recent: list[Attribution] = []
    for sentence in sentences:
        for window in windows(text, sentence.span):
            clause = Clause(text=text, span=window, quoted=overlapping(outer, starts, window))
            for seen in sorted(read(clause), key=lambda each: each.cue):
                made = resolve(text, _made(text, seen, words), recent[-KEPT:])
                found.append(made)
                if made.source is not None and made.carried_from is None:
                    recent.append(made)
    return tuple(found)


def _made(text: str, seen: Seen, words: SourceWords) -> Attribution:
    named = None if seen.source is None else text[seen.source.start : seen.source.end]
    aside = "" if seen.source is None else text[seen.source.end : seen.source.end + _ASIDE]
    kind = type_of(named, words, aside) if named and not is_pronoun(named) else None
    return Attribution(
        content=seen.content,
        source=seen.source,
        cue=seen.cue,
        source_kind=kind.kind if kind else SourceKind.VAGUE,
        cue_class=seen.cue_class,
        confidence=_SURE if seen.source or seen.cue_class is CueClass.DECLINE else _NOBODY,
        count=kind.count if kind else None,
    )
