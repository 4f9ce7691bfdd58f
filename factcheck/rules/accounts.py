"""Accounts that go on after the sentence which says whose they are."""

import re
from collections.abc import Iterator

from factcheck.language.detect import language_of
from factcheck.language.span_index import SpanIndex
from factcheck.model.analysis import (
    Analysis,
    Attribution,
    Claim,
    ClaimKind,
    CueClass,
    SourceKind,
)
from factcheck.model.article import Span
from factcheck.rules.unattributed import aspect, unattributed_claims

_TELLING = frozenset({CueClass.ASSERT, CueClass.DENY, CueClass.REPORT})
_TELLERS = frozenset(
    {SourceKind.NAMED_PERSON, SourceKind.ORGANISATION, SourceKind.ROLE, SourceKind.ANONYMOUS}
)
# Background and the state of things are the writer's; so is what a new day or place opens with.
_NOT_TOLD = re.compile(
    r"\b(?:is|are|has|have|does|did not|do|needs?|will|would|can|could|may|might|should|must|been|"
    r"these days|nowadays|went on to)\b|[’']s (?:been|going|not|a|an|the)\b",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"(?:on|in|at|by|since|until|last|this|next|elsewhere|meanwhile|however|but|yet|also|separately|"
    r"earlier|previously|while|although|though|despite|under|for|[^,.;]{3,25} (?:ago|later|"
    r"earlier)) ",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[\w,;:–—-] )[A-ZÀ-Þ][\w’'-]{2,}")
_ASKS = re.compile(r"\b(?:ask|warn|urg|call|demand|propos|suggest|argu|believ|think|thought)\w*")
_HAPPENED = re.compile(r"\b(?:was|were|had|[a-z]{3,15}ed)\b")
_QUOTED = re.compile(r"[\"“”«»„]")


def accounts_carried_on(analysis: Analysis) -> Iterator[tuple[Claim, Attribution]]:
    """Yield each claim that goes on with an account as if it were fact, and whose account it was.

    "Two masked men held the driver, his wife said. They took the van": somebody's story of
    what happened is told further in the same paragraph, in the past tense and about nobody new,
    without her. Figures and superlatives want a source for themselves and are left out. English.
    """
    if language_of(analysis.article) != "en":
        return
    text = analysis.article.text
    claims = {
        claim.span: claim
        for claim in unattributed_claims(analysis)
        if ClaimKind.EVENT in claim.kinds and aspect(analysis, claim) is None
    }
    tellings = SpanIndex(
        (each.content, place)
        for place, each in enumerate(analysis.attributions)
        if _tells_what_happened(text, each)
    )
    account: Attribution | None = None
    told = Span(0, 0)  # the account so far
    block = -1
    for sentence in analysis.sentences:
        if sentence.block != block:
            account, block = None, sentence.block
        claim = claims.get(sentence.span)
        if account and claim and _goes_on(text, told, sentence.span):
            told = Span(told.start, sentence.span.end)
            yield claim, account
            continue
        told = sentence.span
        touching = tellings.touching(told)
        account = analysis.attributions[touching[-1]] if touching else None


def _tells_what_happened(text: str, attribution: Attribution) -> bool:
    """Tell whether a sentence paraphrases what somebody says has happened."""
    content = text[attribution.content.start : attribution.content.end]
    return (
        attribution.source is not None
        and attribution.source_kind in _TELLERS
        and attribution.cue_class in _TELLING
        and (
            attribution.cue is None
            or _ASKS.search(text, attribution.cue.start, attribution.cue.end) is None
        )
        and _QUOTED.search(content) is None
        and _HAPPENED.search(content) is not None
    )


def _goes_on(text: str, told: Span, span: Span) -> bool:
    sentence = text[span.start : span.end]
    if _NOT_TOLD.search(sentence) or _TURNS.match(sentence) or _QUOTED.search(sentence):
        return False
    before = text[told.start : told.end]
    return all(name in before for name in _NAME.findall(sentence))
