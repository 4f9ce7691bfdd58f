"""Quoted words that are nobody's in particular: sayings, signs, chants, slogans."""

import re

from factcheck.model.analysis import Analysis
from factcheck.model.article import Span
from factcheck.rules.places import sentence_at

_COMMON = re.compile(
    r"\b(?:sayings?|proverbs?|adage|motto|slogans?|maxim|mantra|aphorism|catchphrase|catch-phrase|"
    r"banners?|placards?|signs?|posters?|stickers?|graffiti|inscription|plaque|notice|label|headline|"
    r"chant(?:s|ed|ing)?|shout(?:s|ed|ing)|cries of|sang|singing|marketing|advert\w*|as they say|"
    r"as (?:the|an) (?:old )?[\w ]{2,30}? (?:has it|goes|puts it)|"
    r"the saying goes|proverbe|dicton|devise|affiche|panneau|pancarte|banderole|slogan|inscription|"
    r"sprichwort|schild|plakat|transparent|inschrift|losung|aufschrift|sagt man|heißt es|dit-on)\b",
    re.IGNORECASE,
)


def is_common_property(analysis: Analysis, quotation: Span) -> bool:
    """Tell whether the sentence around a quotation says that it is a saying, a sign or a chant."""
    sentence = sentence_at(analysis, quotation.start)
    if sentence is None:
        return False
    text = analysis.article.text
    last = sentence_at(analysis, max(quotation.start, quotation.end - 1)) or sentence
    around = text[sentence.span.start : quotation.start] + " " + text[quotation.end : last.span.end]
    return _COMMON.search(around) is not None
