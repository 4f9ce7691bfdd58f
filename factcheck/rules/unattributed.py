"""Claims that nobody is credited with, parted by what an editor would ask about them."""

import re
from collections.abc import Iterator

from factcheck.language.detect import language_of
from factcheck.language.span_index import SpanIndex
from factcheck.model.analysis import Analysis, Claim, ClaimKind, QuotationKind
from factcheck.rules.coverage import meets, merged
from factcheck.rules.places import in_body

_FIGURE_WORD = (
    r"(?:half|third|quarter|dozens?|hundreds?|thousands?|millions?|billions?|trillions?"
    r"|twice|double[ds]?|tripled?|per\s?cent|percent)"
)
# A number that is not part of a date: no bare year, no day beside a month, no clock time.
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\b|\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b"
    r"|\b(?:1[5-9]|20)\d\ds?\b(?![\d,.%]*\d)(?!\s?(?:%|per\s?cent|people|tonnes))"
    r"|\b\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?",
    re.IGNORECASE,
)
_FIGURE = re.compile(rf"\d|\b{_FIGURE_WORD}\b", re.IGNORECASE)

_BY_RULES = (
    0.6  # where no model judged: on PolNeAR the rules alone are right about 0.64 of the time
)

_EXTREME = re.compile(
    r"\b(?:the (?:very )?(?:first|most|least|only|best|worst)|unprecedented|on record|ever recorded"
    r"|record[- ](?:high|low|breaking))\b",
    re.IGNORECASE,
)
_ENDING_IN_EST = re.compile(r"\b[a-z]{2,20}est\b")
_NO_SUPERLATIVE = re.compile(
    r"(?:arr|att|beh|bequ|brea|buchar|budap|ch|conqu|cont|cr|det|dig|disinter|div|earn|for|gu|harv"
    r"|hon|inf|ing|inqu|inter|inv|lat|manif|midw|mod|n|near|northw|pri|prot|qu|r|requ|southw|sugg"
    r"|t|temp|unr|w|wr|z)est"
)


def unattributed_claims(analysis: Analysis) -> Iterator[Claim]:
    """Yield the claims of the body that have neither an attribution nor a citation.

    Where quotation marks are broken nobody can tell whose words a claim is: QUO002 asks first.
    Words quoted from nobody are asked about once: by QUO001.
    """
    broken = merged(each.span for each in analysis.quotations if each.fault is not None)
    spoken = SpanIndex(
        (each.span, place)
        for place, each in enumerate(analysis.quotations)
        if each.kind is QuotationKind.DIRECT
    )
    for claim in analysis.claims:
        if claim.attributions or claim.citations or meets(broken, claim.span):
            continue
        whole = spoken.touching(claim.span)
        if any(analysis.quotations[place].span.contains(claim.span) for place in whole):
            continue
        if in_body(analysis, claim.span):
            yield claim


def sureness(claim: Claim) -> float:
    """Return the probability that nobody is credited with a claim of which rules found so."""
    return _BY_RULES if claim.unattributed is None else round(claim.unattributed, 3)


def aspect(analysis: Analysis, claim: Claim) -> ClaimKind | None:
    """Return what is most in need of a source: the figure, the superlative, or the claim (None)."""
    if ClaimKind.FIGURE in claim.kinds and has_figure(analysis.article.quote(claim.span)):
        return ClaimKind.FIGURE
    english = language_of(analysis.article) == "en"  # CLM004 knows no other superlatives
    if (
        english
        and ClaimKind.SUPERLATIVE in claim.kinds
        and has_superlative(analysis.article.quote(claim.span))
    ):
        return ClaimKind.SUPERLATIVE
    return None


def has_superlative(text: str) -> bool:
    """Tell whether a text says that something is the most of its kind ("oldest", "the first")."""
    words = _ENDING_IN_EST.findall(text.lower())
    return any(not _NO_SUPERLATIVE.fullmatch(word) for word in words) or bool(_EXTREME.search(text))


def has_figure(text: str) -> bool:
    """Tell whether a text states a quantity, be it in digits or words; dates are none."""
    return _FIGURE.search(_DATE.sub(" ", text)) is not None
