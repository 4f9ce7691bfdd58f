"""Tell whether a rule has what it needs to judge an article."""

from factcheck.language.attribution import READ
from factcheck.language.detect import language_of
from factcheck.model.analysis import Analysis
from factcheck.rule import Need

_MISSING = {
    Need.REFERENCES: "the article prints no reference list",
    Need.LINKS: "there is no evidence about links; run with verification",
    Need.REGISTRIES: "there is no evidence about works; run with verification",
}
_NAMES = {"en": "English", "fr": "French", "de": "German"}


def why_not(need: Need, analysis: Analysis) -> str | None:
    """Return the reason why a need is not met, in a few words, or None when it is.

    A text that is too short for its language to be told is taken for English.
    """
    if need is Need.ENGLISH:
        return _why_not_in(frozenset({"en"}), analysis)
    if need is Need.ATTRIBUTIONS:
        return _why_not_in(READ, analysis)
    services = {evidence.service for evidence in analysis.evidence}
    met = {
        Need.REFERENCES: bool(analysis.references),
        Need.LINKS: "link" in services,
        Need.REGISTRIES: bool(services - {"link"}),
    }
    return None if met[need] else _MISSING[need]


def _why_not_in(languages: frozenset[str], analysis: Analysis) -> str | None:
    language = language_of(analysis.article)
    if language in languages:
        return None
    *others, last = [name for code, name in _NAMES.items() if code in languages]
    known = f"{', '.join(others)} and {last}" if others else last
    return f"the rule judges {known} only, and the article is in {language!r}"
