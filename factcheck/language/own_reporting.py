"""What an article rests on besides speakers: its own reporting, and citations that lead somewhere.

Both count only where nobody else is credited in the sentence: a figure that somebody gives to "this
newspaper" is theirs, and a quoted speaker with a note behind stays the speaker.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from factcheck.language.cues import is_sourcing
from factcheck.language.outlets import is_own
from factcheck.language.span_index import SpanIndex
from factcheck.model.analysis import (
    Attribution,
    Citation,
    CueClass,
    Quotation,
    Sentence,
    SourceKind,
)
from factcheck.model.article import Article, Span

_OWN = (
    r"(?:this (?:newspaper|paper|magazine|website|site|publication|newsroom|reporter|writer|"
    r"correspondent|news organi[sz]ation)|our (?:own )?(?:reporters?|correspondents?|teams?|"
    r"newsroom|journalists?|photographers?|researchers?)|notre (?:journal|rédaction|reporter)|"
    r"diese[rs]? (?:Zeitung|Redaktion)|unsere[rn]? (?:Zeitung|Redaktion|Reporter(?:in)?))"
)
_OUTLET = r"(?P<outlet>[Tt]he [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})"
_DID = (
    r"(?:(?:has|have|had) )?(?:also |since |independently )?(?:seen|saw|obtained|reviewed|"
    r"examined|visited|interviewed|analy[sz]ed|counted|witnessed|verified|calculated|compared|"
    r"measured|tested|surveyed|heard|found|learned|read|knows?|was (?:shown|given|told|sent)|been "
    r"(?:shown|given|told|sent)|understands|a (?:pu )?(?:consulter|vu|obtenu)|"
    r"vorliegt|vorliegen)"
)
_GIVEN = (
    r"(?:seen|reviewed|obtained|examined|verified|heard|analy[sz]ed|viewed) by|(?:shared|spoke|"
    r"speaking) (?:with|to)|(?:told|showed|shown to|given to|sent to|provided to|made available "
    r"to)|interview with|transmis à|remis à|gegenüber"
)
_PATTERNS = (
    re.compile(rf"\b(?P<own>{_OWN}|[Ww]e|I) (?P<cue>{_DID})\b"),
    re.compile(rf"\b{_OUTLET} (?P<cue>{_DID})\b"),
    re.compile(rf"\b(?P<cue>{_GIVEN}) (?P<own>{_OWN}|us\b)"),
    re.compile(rf"\b(?P<cue>{_GIVEN}) {_OUTLET}"),
    re.compile(
        r"\b(?P<cue>(?P<own>our) (?:own )?(?:survey|visits?|count|analysis|calculations?|tally|"
        r"interviews|findings|reporting|investigation|measurements))\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?P<own>{_OWN})(?P<cue>)\b", re.IGNORECASE),
)
_SURE = 0.7


def own_reporting(
    article: Article,
    sentences: Iterable[Sentence],
    quotations: Iterable[Quotation],
    attributions: Sequence[Attribution],
) -> Iterator[Attribution]:
    """Yield an attribution for each sentence that says how the article itself came to know.

    ``source`` is the word for the article's makers ("we", "The Courier" on the Courier's own page),
    ``content`` the sentence. A sentence in which somebody else is credited is left out.
    """
    credited = _credited(attributions)
    quoted = SpanIndex((each.span, place) for place, each in enumerate(quotations))
    for sentence in sentences:
        if credited.touching(sentence.span):
            continue
        found = _own_words(article, sentence.span)
        if found is not None and not quoted.touching(found[0]):
            source, cue = found
            yield Attribution(
                content=sentence.span,
                source=source,
                cue=cue,
                source_kind=SourceKind.OWN_REPORTING,
                cue_class=CueClass.DOCUMENT,
                confidence=_SURE,
            )


def cited(
    sentences: Iterable[Sentence],
    citations: Sequence[Citation],
    attributions: Sequence[Attribution],
) -> Iterator[Attribution]:
    """Yield an attribution for each sentence that only a citation, a note or a link answers for.

    ``source`` is the mark, ``content`` the sentence.
    """
    credited = _credited(attributions)
    marks = SpanIndex(
        (each.span, place)
        for place, each in enumerate(citations)
        if each.fault is None or each.targets
    )
    for sentence in sentences:
        found = marks.touching(sentence.span)
        if found and not credited.touching(sentence.span):
            yield Attribution(
                content=sentence.span,
                source=citations[found[0]].span,
                cue=None,
                source_kind=SourceKind.CITATION,
                cue_class=CueClass.DOCUMENT,
                confidence=_SURE,
            )


def _credited(attributions: Sequence[Attribution]) -> SpanIndex:
    """Index what somebody answers for; words that read as said by nobody at all do not count."""
    return SpanIndex(
        (each.content, place)
        for place, each in enumerate(attributions)
        if is_sourcing(each.cue_class) and (each.source or each.cue or each.carried_from)
    )


def _own_words(article: Article, span: Span) -> tuple[Span, Span | None] | None:
    """Return the words for the article's makers in a sentence, and the cue, if they are there."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(article.text, span.start, min(span.end, span.start + 2_000)):
            group = "own" if "own" in pattern.groupindex else "outlet"
            if group == "outlet" and not is_own(article, match["outlet"]):
                continue
            cue = Span(*match.span("cue"))
            return Span(*match.span(group)), (cue if cue.end > cue.start else None)
    return None
