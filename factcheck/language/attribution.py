"""Find who says what: source, cue and content of every attribution.

Rules over the cues of each sentence give the explicit ones; ``factcheck.language.carry`` then adds
those that a sentence takes over from its neighbours.
"""

from collections.abc import Iterable

from factcheck.language.carry import carry_over
from factcheck.language.explicit import explicit_attributions
from factcheck.model.analysis import Attribution, Quotation, Sentence


def find_attributions(
    text: str, sentences: Iterable[Sentence], quotations: Iterable[Quotation]
) -> tuple[Attribution, ...]:
    """Return the attributions in order of their content.

    ``sentences`` must be in order; ``quotations`` are those of the same text. A pronoun's kind is
    that of the source it points at, which stands in ``carried_from``.
    """
    listed = tuple(sentences)
    quoted = tuple(quotations)
    found = explicit_attributions(text, listed, quoted)
    carried = carry_over(text, listed, quoted, found)
    return tuple(
        sorted((*found, *carried), key=lambda a: (a.content, a.cue or a.content, a.confidence))
    )
