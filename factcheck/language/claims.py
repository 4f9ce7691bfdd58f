"""Find the assertions worth checking, and who is credited for each."""

import re
from collections.abc import Iterable, Sequence

from factcheck.language.cues import is_no_comment, is_sourcing
from factcheck.language.scores import Scores
from factcheck.language.span_index import SpanIndex
from factcheck.language.statements import is_obituary, statement_of, without_ages
from factcheck.model.analysis import (
    Attribution,
    Citation,
    Claim,
    ClaimKind,
    Sentence,
)
from factcheck.model.article import Article, BlockKind

_CLAIMING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LEAST_WORDS = 4
_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|"
    r"Dezember|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|"
    r"décembre)"
)
_DATE = re.compile(
    r"\b(?:(?:since|in|by|until|from|depuis|en|seit) )?(?:1[5-9]|20)\d\d\b|"
    rf"\b{_MONTH}\.? \d{{1,2}}\b|"
    rf"\b\d{{1,2}}\.? {_MONTH}\b",
)
_FIGURE = re.compile(
    r"[$€£¥]\s?\d|\d[\d.,  ]{0,14}(?:%|per ?cent|percent|million|billion|thousand|Prozent)|"
    r"\b\d[\d,.]{0,14}\b|\b(?:half|third|quarter|two|three|four|five|six|seven|eight|nine|ten|"
    r"twelve|twenty|thirty|forty|fifty|dozens?|hundreds?|thousands?|millions?|billions?|doubled|"
    r"tripled|halved)\b",
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(
    r"\b(?:most|least|largest|biggest|smallest|highest|lowest|oldest|youngest|longest|shortest|"
    r"fastest|worst|best|deadliest|busiest|richest|poorest|strongest|heaviest|first ever|only|"
    r"record|unprecedented|never before|first|last|every|always|all)\b",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"\b(?:because|caus\w+|due to|led to|leads to|leading to|result(?:s|ed|ing)? (?:in|from)|"
    r"thanks to|owing to|blamed on|triggered|provok\w+|driven by|as a result|therefore|reduc\w+|"
    r"increas\w+|worsen\w+|prevent\w+|boost\w+|helped)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|has|have|did|went|came|took|made|gave|became|began|fell|rose|grew|left|"
    r"lost|won|met|held|sent|led|built|bought|sold|cut|hit|put|brought|kept|ran|saw|got|died|"
    r"[a-z]{2,}ed|a été|ont|wurde\w*|war|waren|hat|haben)\b"
)
_STATE = re.compile(r"\b(?:is|are|has|have|remains?|contains?|costs?|owns?|est|sont|ist|sind)\b")
_OPINION = re.compile(
    r"\b(?:should|ought to|must|let us|let['’]s|I think|we think|in my (?:view|opinion)|"
    r"arguably|perhaps|maybe|hopefully|unfortunately|surely|of course|please|try to|avoid|"
    r"make sure|remember to|consider|do not|don['’]t|it is time|wonderful\w*|beautiful\w*|"
    r"lovely|charming|delight\w*|worth (?:a|the)|feels?|seems?)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|me|my|we|us|our|you|your|je|ich|wir|nous)\b")
_PROCESS = re.compile(
    r"\b(?:this (?:article|story|report|post|piece|newsletter|page|version)|(?:was|were|has been) "
    r"(?:updated|corrected|amended|translated|edited|first published)|contributed (?:to|reporting)|"
    r"correction|read more|click|subscribe|sign up|photograph(?:s|ed)? by|tickets?|admission|"
    r"opening hours|is open|will be (?:held|published)|spoke (?:to us )?on condition|"
    r"asked not to be named|names? (?:has|have) been changed|for details|available (?:at|from))\b",
    re.IGNORECASE,
)
_WEIGHTS = {
    ClaimKind.FIGURE: 0.25,
    ClaimKind.SUPERLATIVE: 0.12,
    ClaimKind.CAUSE: 0.12,
    ClaimKind.EVENT: 0.15,
    ClaimKind.STATE: 0.08,
}
_BASE = 0.3
_DATED = 0.1
_NAMED = 0.15
_OPINION_COST = 0.3
_PERSONAL_COST = 0.3
_SPECIFIC = re.compile(r"\d|[^\s“‘\"(] [A-ZÀ-Þ][a-zà-ÿ]")
_LEAST = 0.3  # below it a sentence is talk, not an assertion


def find_claims(
    article: Article,
    sentences: Sequence[Sentence],
    citations: Sequence[Citation],
    attributions: Sequence[Attribution],
    scores: Scores | None = None,
) -> tuple[Claim, ...]:
    """Return the check-worthy sentences of paragraphs and lists, in order.

    Questions, advice, scenes in the first person, no-comment lines and lines about the article
    itself are none. Credited are attributions whose cue makes somebody answerable, and citations
    that lead somewhere. ``scores`` are those of the sentences, where a model judged them.
    """
    credits_ = SpanIndex(
        (attribution.content, place)
        for place, attribution in enumerate(attributions)
        if is_sourcing(attribution.cue_class)
    )
    cited = SpanIndex(
        (citation.span, place)
        for place, citation in enumerate(citations)
        if citation.fault is None or citation.targets
    )
    obituary = is_obituary(article.text)
    found: list[Claim] = []
    for number, sentence in enumerate(sentences):
        if article.blocks[sentence.block].kind not in _CLAIMING:
            continue
        text = article.quote(sentence.span)
        if not _asserts(article, sentence, text) or statement_of(text, obituary=obituary):
            continue
        kinds = kinds_of(text)
        if kinds == (ClaimKind.STATE,) and _SPECIFIC.search(text) is None:
            continue  # a verdict or a general truth: nothing in it could be looked up
        score = score_of(text, kinds)
        if not kinds or score < _LEAST:
            continue
        if scores is not None:
            score = round((score + scores.factual[number]) / 2, 3)
        found.append(
            Claim(
                span=sentence.span,
                kinds=kinds,
                score=score,
                citations=cited.touching(sentence.span),
                attributions=credits_.touching(sentence.span),
                unattributed=None if sentence.attributed is None else 1 - sentence.attributed,
            )
        )
    return tuple(found)


def _asserts(article: Article, sentence: Sentence, text: str) -> bool:
    if text.rstrip("\"'”’»)] ").endswith("?") or is_no_comment(article.text, sentence.span):
        return False
    return len(_WORD.findall(text)) >= _LEAST_WORDS and _PROCESS.search(text) is None


def kinds_of(text: str) -> tuple[ClaimKind, ...]:
    """Say what makes a sentence checkable; empty where nothing does."""
    without_dates = _DATE.sub(" ", without_ages(text))
    tests = (
        (ClaimKind.EVENT, _PAST.search(text) is not None),
        (ClaimKind.FIGURE, _FIGURE.search(without_dates) is not None),
        (ClaimKind.SUPERLATIVE, _SUPERLATIVE.search(text) is not None),
        (ClaimKind.CAUSE, _CAUSE.search(text) is not None),
        (ClaimKind.STATE, _STATE.search(text) is not None),
    )
    return tuple(kind for kind, holds in tests if holds)


def score_of(text: str, kinds: Iterable[ClaimKind]) -> float:
    """Return the check-worthiness (0-1): figures, dates and names raise it, opinion lowers it."""
    score = _BASE + sum(_WEIGHTS[kind] for kind in kinds)
    words = _WORD.findall(text)
    score += _DATED if _DATE.search(text) else 0.0
    score += _NAMED if any(word[0].isupper() for word in words[1:]) else 0.0
    score -= _OPINION_COST if _OPINION.search(text) else 0.0
    score -= _PERSONAL_COST if _FIRST_PERSON.search(text) else 0.0
    return round(min(1.0, max(0.0, score)), 3)
