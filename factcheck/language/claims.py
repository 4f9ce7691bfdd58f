"""Find the assertions worth checking, and who is credited for each."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.language.claim_words import ClaimWords, claim_words
from factcheck.language.cues import is_no_comment, is_sourcing
from factcheck.language.detect import language_of
from factcheck.language.scores import Scores
from factcheck.language.span_index import SpanIndex
from factcheck.language.statements import (
    Statement,
    is_court_report,
    is_general_truth,
    is_in_person,
    is_match_report,
    is_obituary,
    is_told_in_person,
    statement_of,
    tells_its_method,
    without_ages,
)
from factcheck.language.taken_up import TakenUp
from factcheck.model.analysis import (
    Attribution,
    Citation,
    Claim,
    ClaimKind,
    CueClass,
    Sentence,
)
from factcheck.model.article import Article, BlockKind

_CLAIMING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LEAST_WORDS = 4
_NEGATION = re.compile(r"\b(?:no|not|never|nobody|nothing|none)\b|n['’]t\b")
_ESTIMATED = re.compile(
    r"\b(?:is|are|was|were|been) (?:\w+ly |now )?(?:estimated|valued|reckoned|put|calculated)\b"
)
_SCENE = frozenset({ClaimKind.EVENT, ClaimKind.STATE})
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
        if is_sourcing(attribution.cue_class) and not _is_nobodys_estimate(article, attribution)
    )
    cited = SpanIndex(
        (citation.span, place)
        for place, citation in enumerate(citations)
        if citation.fault is None or citation.targets
    )
    declined = SpanIndex(
        (attribution.content, place)
        for place, attribution in enumerate(attributions)
        if attribution.cue_class is CueClass.DECLINE
    )
    language = language_of(article)
    words = claim_words(language)
    genre = _genre(article, sentences, credits_) if language == "en" else _Genre()
    found: list[Claim] = []
    earlier = TakenUp()
    for number, sentence in enumerate(sentences):
        if article.blocks[sentence.block].kind not in _CLAIMING:
            continue
        text = article.quote(sentence.span)
        credited = (cited.touching(sentence.span), credits_.touching(sentence.span))
        if not any(credited):
            credited = earlier.credits_of(text, sentence.block)
        earlier.tell(text, sentence.block, credited)
        if not _asserts(text, words):
            continue
        statement = statement_of(text, obituary=genre.obituary)
        if statement is Statement.OWN_WORK:
            if not credits_.touching(sentence.span):
                continue  # what the writer holds or did, with nothing that says so outright
        elif statement is not None:
            continue
        if is_no_comment(article.text, sentence.span) or (
            language != "en" and declined.touching(sentence.span)
        ):
            continue
        kinds = kinds_of(text, words)
        if _is_nobodys(kinds, genre, text, words):
            continue
        score = score_of(text, kinds, words)
        if not kinds or score < _LEAST:
            continue
        if scores is not None:
            score = round((score + scores.factual[number]) / 2, 3)
        found.append(
            Claim(
                span=sentence.span,
                kinds=kinds,
                score=score,
                citations=credited[0],
                attributions=credited[1],
                unattributed=None if sentence.attributed is None else 1 - sentence.attributed,
                asked=None
                if scores is None or scores.asked is None
                else round(scores.asked[number], 3),
            )
        )
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Genre:
    """What sort of article it is, as far as that says what its writer knows without a source."""

    english: bool = False
    obituary: bool = False
    match_report: bool = False
    court_report: bool = False
    own_data: bool = False
    in_person: bool = False


def _genre(article: Article, sentences: Sequence[Sentence], credited: SpanIndex) -> _Genre:
    own_words = (article.quote(each.span) for each in sentences if not credited.touching(each.span))
    return _Genre(
        english=True,
        obituary=is_obituary(article.text),
        match_report=is_match_report(article.text),
        court_report=is_court_report(article.text),
        own_data=tells_its_method(article.quote(each.span) for each in sentences),
        in_person=is_told_in_person(own_words),
    )


def _is_nobodys(kinds: tuple[ClaimKind, ...], genre: _Genre, text: str, words: ClaimWords) -> bool:
    """Tell whether a statement of these kinds wants no source in an article of this genre.

    A verdict or a general truth has nothing that could be looked up, and what happened before
    the writer's eyes, or was counted by the writer, the writer answers for.
    """
    specific = words.specific.search(text) is not None
    if not specific and kinds == (ClaimKind.STATE,):
        return True
    if ClaimKind.EVENT in kinds and (
        genre.match_report or (genre.own_data and ClaimKind.FIGURE in kinds)
    ):
        return True
    unmeasured = not {ClaimKind.FIGURE, ClaimKind.SUPERLATIVE}.intersection(kinds)
    if genre.english and unmeasured and is_general_truth(text, words.past):
        return True
    if genre.in_person and is_in_person(text):
        return True
    watched = genre.court_report or (genre.in_person and _NEGATION.search(text) is None)
    return watched and not specific and set(kinds) <= _SCENE


def _is_nobodys_estimate(article: Article, attribution: Attribution) -> bool:
    """Tell whether "was estimated at" says of nobody that they did."""
    cue = attribution.cue
    if attribution.source or attribution.carried_from or cue is None:
        return False
    return _ESTIMATED.search(article.quote(cue)) is not None


def _asserts(text: str, words: ClaimWords) -> bool:
    if text.rstrip("\"'”’»“)] \u00a0\u202f").endswith("?"):
        return False
    return len(_WORD.findall(text)) >= _LEAST_WORDS and words.process.search(text) is None


def kinds_of(text: str, words: ClaimWords) -> tuple[ClaimKind, ...]:
    """Say what makes a sentence checkable; empty where nothing does."""
    without_dates = words.date.sub(" ", without_ages(text))
    tests = (
        (ClaimKind.EVENT, words.past.search(text) is not None),
        (ClaimKind.FIGURE, words.figure.search(without_dates) is not None),
        (ClaimKind.SUPERLATIVE, words.superlative.search(text) is not None),
        (ClaimKind.CAUSE, words.cause.search(text) is not None),
        (ClaimKind.STATE, words.state.search(text) is not None),
    )
    return tuple(kind for kind, holds in tests if holds)


def score_of(text: str, kinds: Iterable[ClaimKind], words: ClaimWords) -> float:
    """Return the check-worthiness (0-1): figures, dates and names raise it, opinion lowers it."""
    score = _BASE + sum(_WEIGHTS[kind] for kind in kinds)
    score += _DATED if words.date.search(text) else 0.0
    score += _NAMED if _is_specific(text, words) else 0.0
    score -= _OPINION_COST if words.opinion.search(text) else 0.0
    score -= _PERSONAL_COST if words.first_person.search(text) else 0.0
    return round(min(1.0, max(0.0, score)), 3)


def _is_specific(text: str, words: ClaimWords) -> bool:
    """Tell whether a sentence names something, behind its first word."""
    if not words.capitals_name:
        return words.specific.search(text) is not None
    return any(word[0].isupper() for word in _WORD.findall(text)[1:])
