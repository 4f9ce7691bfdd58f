"""Tell whether a rule has what it needs to judge an article."""

import re

from factcheck.model.analysis import Analysis
from factcheck.model.article import Article
from factcheck.rule import Need

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = re.compile(
    r"(?:an?|and|are|as|at|be|but|by|for|from|has|have|her?|his|in|is|its?|not|of|on|or|she|that"
    r"|the|their|they|this|to|was|were|which|who|will|with)"
)
_SAMPLE = 20_000  # characters: enough words to tell, few enough to cost nothing
_SHARE = (
    0.15  # in running English about 0.35 of the words are on the list, in German or French < 0.1
)

_MISSING = {
    Need.REFERENCES: "the article prints no reference list",
    Need.LINKS: "there is no evidence about links; run with verification",
    Need.REGISTRIES: "there is no evidence about works; run with verification",
}


def why_not(need: Need, analysis: Analysis) -> str | None:
    """Return the reason why a need is not met, in a few words, or None when it is."""
    if need is Need.ENGLISH:
        return why_not_english(analysis.article)
    services = {evidence.service for evidence in analysis.evidence}
    met = {
        Need.REFERENCES: bool(analysis.references),
        Need.LINKS: "link" in services,
        Need.REGISTRIES: bool(services - {"link"}),
    }
    return None if met[need] else _MISSING[need]


def why_not_english(article: Article) -> str | None:
    """Return why an article is not taken for English, or None when it is.

    The language the document states decides. Where it states none, the share of common English
    words decides.
    """
    stated = (article.language or "").strip().lower().replace("_", "-")
    if stated not in {"", "und", "mul"}:
        if stated.partition("-")[0] in {"en", "eng", "english"}:
            return None
        return f"the rule judges English only, and the article is in {stated!r}"
    words = [word.lower() for word in _WORD.findall(article.text[:_SAMPLE])]
    share = sum(_ENGLISH.fullmatch(word) is not None for word in words) / max(1, len(words))
    if words and share < _SHARE:
        return "the rule judges English only, and the article does not look English"
    return None
