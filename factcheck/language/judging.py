"""Judge the sentences of an English text: who is credited, how surely, what is worth checking.

The one place where rules, linear models and encoder meet.
"""

from dataclasses import dataclass, replace

from factcheck.language.attribution import complete, read_attributions
from factcheck.language.encoder import is_installed, read_sentences
from factcheck.language.explicit import explicit_attributions
from factcheck.language.scores import Scores, score_sentences
from factcheck.language.sentence_features import Surroundings
from factcheck.language.settings import DEFAULT, LanguageSettings
from factcheck.model.analysis import Attribution, Quotation, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Sentences with their probability of being attributed, the attributions, the scores."""

    sentences: tuple[Sentence, ...]
    attributions: tuple[Attribution, ...]
    scores: Scores


def judge(
    text: str,
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...],
    settings: LanguageSettings = DEFAULT,
) -> Judged:
    """Return what rules and models make of the sentences, which are in order."""
    explicit = explicit_attributions(text, sentences, quotations)
    ruled = complete(text, sentences, quotations, explicit)
    around = Surroundings(text=text, sentences=sentences, quotations=quotations, attributions=ruled)
    reads = bool(sentences) and not settings.fast and is_installed()
    reading = read_sentences(text, sentences) if reads else None
    scores = score_sentences(around, reading)
    scored = tuple(
        replace(sentence, attributed=round(score, 3))
        for sentence, score in zip(sentences, scores.attributed, strict=True)
    )
    attributions = ruled
    if reading is not None:
        read = read_attributions(text, scored, reading, explicit)
        attributions = complete(text, scored, quotations, read)
    return Judged(sentences=scored, attributions=attributions, scores=scores)
