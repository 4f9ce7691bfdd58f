"""Find who says what: source, cue and content of every attribution.

Rules over the cues of each sentence give the explicit ones; ``factcheck.language.carry`` then adds
those that a sentence takes over from its neighbours. Where the encoder has read the sentences, its
spans stand instead, and of the rules' own remain those that are about something else.
"""

import re
from collections.abc import Iterable, Sequence

from factcheck.language import cue_words, foreign
from factcheck.language.carry import carry_over
from factcheck.language.cues import is_sourcing
from factcheck.language.encoder import Reading
from factcheck.language.explicit import explicit_attributions
from factcheck.language.learned import learned_attributions
from factcheck.language.span_index import SpanIndex
from factcheck.model.analysis import (
    Attribution,
    CueClass,
    Quotation,
    Sentence,
    SourceKind,
)
from factcheck.model.article import Span

_SEVERAL_WORDS = re.compile(rf"\b(?:{cue_words.GIVES_A_FIGURE}|{cue_words.PHRASAL})", re.IGNORECASE)
_LIKELY = 0.4  # attributed, of a sentence in which the network found no parts

READ = frozenset({"en"}) | foreign.LANGUAGES
"""The languages in which attributions are found, as ISO 639-1 codes."""


def find_attributions(
    text: str,
    sentences: Iterable[Sentence],
    quotations: Iterable[Quotation],
    language: str = "en",
) -> tuple[Attribution, ...]:
    """Return the attributions that rules find, in order of their content.

    ``sentences`` must be in order; ``quotations`` are those of the same text. A pronoun's kind is
    that of the source it points at, which stands in ``carried_from``. ``language`` is an ISO 639-1
    code; in one that is not read (``READ``) only signed quotations have a speaker.
    """
    listed, quoted = tuple(sentences), tuple(quotations)
    if language == "en":
        found = explicit_attributions(text, listed, quoted)
    elif language in foreign.LANGUAGES:
        found = foreign.attributions(text, listed, quoted, language)
    else:
        found = ()
    return complete(text, listed, quoted, found)


def complete(
    text: str,
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...],
    found: tuple[Attribution, ...],
) -> tuple[Attribution, ...]:
    """Return attributions with those carried over from neighbours, in order of their content.

    The network sees contents without a cue itself; the quotation carry is for what it missed, and
    for what it could give no speaker.
    """
    spoken = tuple(each for each in found if each.source or each.cue or each.carried_from)
    carried = carry_over(text, sentences, quotations, spoken)
    said = SpanIndex((each.content, place) for place, each in enumerate((*spoken, *carried)))
    nobodys = (each for each in found if not (each.source or each.cue or each.carried_from))
    left = (each for each in nobodys if not said.touching(each.content))
    return merged((*spoken, *carried), left)


def merged(one: Iterable[Attribution], other: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Return both in order of their content."""
    return tuple(
        sorted((*one, *other), key=lambda a: (a.content, a.cue or a.content, a.confidence))
    )


def read_attributions(
    text: str,
    sentences: tuple[Sentence, ...],
    reading: Reading,
    ruled: Sequence[Attribution],
) -> tuple[Attribution, ...]:
    """Return the attributions of an English text that the encoder has read; none is carried yet.

    ``ruled`` are the rules' own (``explicit_attributions``): of them remain those about something
    else.
    """
    learned = learned_attributions(text, sentences, reading)
    credited = SpanIndex(
        (each.content, place) for place, each in enumerate(learned) if each.source or each.cue
    )
    likely = SpanIndex(
        (each.span, place)
        for place, each in enumerate(sentences)
        if (each.attributed or 0.0) >= _LIKELY and not credited.touching(each.span)
    )
    return _with_rules(text, learned, ruled, likely)


def _with_rules(
    text: str, learned: Sequence[Attribution], ruled: Sequence[Attribution], likely: SpanIndex
) -> tuple[Attribution, ...]:
    """Add what the rules know better than the network.

    A "declined to comment" of the rules replaces what the network made of the same words, which it
    takes for a statement. "It is believed" and "reportedly" credit nobody, so that the network
    sees no attribution there; an editor wants the words pointed out. A sentence that ends with a
    colon ("The parents wrote:") has its content in the next block. "Put the toll at 40" and "let on
    that" it takes for deeds. Where it sees nothing in a sentence that probably is attributed
    (``likely``), the rules' sources and contents stand.
    """
    declined = [each for each in ruled if each.cue_class is CueClass.DECLINE]
    index = SpanIndex((each.cue, place) for place, each in enumerate(declined) if each.cue)
    kept = [each for each in learned if each.cue is None or not index.touching(each.cue)]
    nobody = [
        each
        for each in ruled
        if (each.source is None and each.carried_from is None)
        and each.source_kind is SourceKind.VAGUE
        and each.cue_class is CueClass.REPORT
    ]
    index = SpanIndex((each.cue, place) for place, each in enumerate(nobody) if each.cue)
    kept = [each for each in kept if each.source is None or not index.touching(each.source)]
    # What the network took over from a neighbour gives way to a speaker in the sentence itself.
    credited = SpanIndex(
        (each.content, place) for place, each in enumerate(kept) if each.source or each.cue
    )
    impersonal = [each for each in nobody if not credited.touching(each.content)]
    led_in = [
        each
        for each in ruled
        if text.startswith(":", each.content.end)
        and each.cue is not None
        and each.content.contains(each.cue)
        and not credited.touching(each.content)
    ]
    unseen = [
        each
        for each in ruled
        if each.cue is not None
        and each.source is not None
        and is_sourcing(each.cue_class)
        and (likely.touching(each.cue) or _is_of_several_words(text, each.cue))
        and not credited.touching(each.content)
    ]
    ruled_in = (*declined, *impersonal, *led_in, *unseen)
    index = SpanIndex((each.content, place) for place, each in enumerate(ruled_in))
    kept = [each for each in kept if each.source or each.cue or not index.touching(each.content)]
    return (*kept, *ruled_in)


def _is_of_several_words(text: str, cue: Span) -> bool:
    match = _SEVERAL_WORDS.search(text, cue.start, min(len(text), cue.end + 40))
    return match is not None and match.end() == cue.end
