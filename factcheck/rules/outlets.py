"""News agencies and outlets that a text speaks of, and whether one of them is the text's own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from factcheck.language.outlets import AGENCIES, asked, is_own, reported, told
from factcheck.model.analysis import Analysis
from factcheck.model.article import Span
from factcheck.rules.places import body_sentences

__all__ = ["AGENCIES", "Voice", "asked", "is_own", "reported", "told", "voices"]

_ASKED = (
    r"(?:requests?|demands?|questions?|calls?|e-?mails?|inquir(?:y|ies)|quer(?:y|ies)|messages?) "
    r"(?:for comment|from|by|to|sent(?: by)?)"
)
_THIS = re.compile(
    r"\bthis (?:news |wire )?(?:agency|wire service)\b|"
    r"\b(?:by|to|with|from|told) the (?:news|wire) (?:agency|service)\b",
    re.IGNORECASE,
)
_OPENING = 300  # characters of the body in which a dateline can stand
_CREDITS = re.compile(
    r"(?:additional )?(?:reporting|writing|editing) by .{3,200}?;\s?"
    r"(?:additional |further )?(?:reporting|writing|editing) (?:by|from)\b"
    r"|\([^()]{0,80}\b(?:reporting|editing) by [^()]{3,200}\)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A place where the text speaks with the voice of an agency that is not its own."""

    span: Span
    name: str


def voices(analysis: Analysis, agencies: tuple[str, ...] = AGENCIES) -> tuple[Voice, ...]:
    """Return where an agency checks, asks, sees or is signed for, in a text that is not its own.

    No-comment lines are among them. An interview ("told Reuters") is not: anybody may quote one.
    Copy that byline or dateline give to the agency has no foreign voice.
    """
    foreign = tuple(name for name in agencies if not is_own(analysis.article, name))
    own_agency = len(foreign) < len(agencies)
    return (
        () if own_agency or _is_credited(analysis, foreign) else tuple(_voices(analysis, foreign))
    )


def _is_credited(analysis: Analysis, agencies: tuple[str, ...]) -> bool:
    """Tell whether byline or dateline say that the copy is an agency's: "LIMA (Reuters) -"."""
    article = analysis.article
    names = "|".join(re.escape(name) for name in agencies)
    begins = article.blocks[0].span.start if article.blocks else 0
    opening = article.text[begins : begins + _OPENING]
    return (
        re.search(rf"\b(?:{names})\b", " ".join((article.byline or "", *article.authors)))
        is not None
        or re.search(rf"\((?:{names})\) ?[-–—]", opening) is not None
    )


def _voices(analysis: Analysis, agencies: tuple[str, ...]) -> Iterator[Voice]:
    pattern = _voice(agencies)
    for sentence in body_sentences(analysis):
        text = analysis.article.quote(sentence.span)
        for each in (pattern, _THIS, _CREDITS):
            match = each.search(text)
            if match:
                yield Voice(
                    span=Span(
                        sentence.span.start + match.start(), sentence.span.start + match.end()
                    ),
                    name=match.groupdict().get("name") or "an agency",
                )
                break


@cache
def _voice(agencies: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(agencies, key=len, reverse=True))
    by = rf"(?:(?:seen|reviewed|obtained|reached|contacted|verified|interviewed) by|by) (?:{names})"
    return re.compile(
        rf"(?P<agency>\b(?:{names})\b) (?:(?:could not|was unable|was not able|has not been able"
        r"|cannot|did not) (?:independently |immediately )?(?:to )?(?:independently "
        r"|immediately )?(?:verify|confirm|reach|ascertain|determine|establish|authenticate)"
        r"|(?:has|have) (?:seen|obtained|reviewed|learned)"
        rf"|{_ASKED})"
        rf"|{_ASKED.removesuffix(')')}) (?:the )?(?:{names})\b"
        rf"|(?:for comment|comment|unanswered|contacted|reached|seen|reviewed|obtained) {by}\b"
        rf"|(?:seen|reviewed|obtained|unanswered) by (?:{names})\b"
        rf"|\bfor (?:{names}) (?:to|and)\b"
    )
