"""Tell whether a rule has what it needs to judge an article."""

from factcheck.language.detect import detect
from factcheck.model.analysis import Analysis
from factcheck.model.article import Article
from factcheck.rule import Need

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

    The language the document states decides; where it states none, its words do. A text that is
    too short to tell is judged.
    """
    stated = (article.language or "").strip().lower().replace("_", "-")
    if stated in {"", "und", "mul"}:
        stated = detect(article.text) or "en"
    if stated.partition("-")[0] in {"en", "eng", "english"}:
        return None
    return f"the rule judges English only, and the article is in {stated!r}"
