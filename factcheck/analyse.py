"""Understand an article: references, citations, sentences, quotations, attributions, claims."""

from dataclasses import replace

from citations.duplicates import Policy, find_clusters
from citations.duplicates.apart import ids_kept_apart
from citations.parse import parse_references
from citations.reference import Reference
from factcheck.language.attribution import find_attributions, merged
from factcheck.language.citations_in_text import find_citations
from factcheck.language.claims import find_claims
from factcheck.language.detect import known_language
from factcheck.language.judging import judge
from factcheck.language.own_reporting import cited, own_reporting
from factcheck.language.quotations import find_quotations
from factcheck.language.scores import Scores
from factcheck.language.sentences import split
from factcheck.language.settings import DEFAULT, LanguageSettings
from factcheck.model.analysis import Analysis, Sentence
from factcheck.model.article import Article, Span


def analyse(
    article: Article,
    settings: LanguageSettings = DEFAULT,
    *,
    kept_apart: frozenset[tuple[str, str]] = frozenset(),
) -> Analysis:
    """Return what can be understood of an article without asking anybody. Never raises on content.

    References stand in the order of ``article.entries``. ``Analysis.article`` is the article
    given, with its language detected where the document states none or surely is in another.
    Models judge English articles, rules French and German ones; in other languages nobody is found
    to be credited. ``kept_apart`` are pairs of entry keys (``citations.duplicates.apart``) that an
    editor judged not to be duplicates.
    """
    language = known_language(article)
    if language and not (article.language or "").lower().startswith(language):
        article = replace(article, language=language)
    references = _references(article)
    policy = Policy(kept_apart=ids_kept_apart(references, kept_apart))
    clusters = find_clusters(references, policy)
    citations = find_citations(article, references, clusters)
    sentences = find_sentences(article)
    quotations = find_quotations(article.text, article.blocks)
    scores: Scores | None = None
    if language in {None, "en"}:
        judged = judge(article.text, sentences, quotations, settings)
        sentences, attributions = judged.sentences, judged.attributions
        scores = judged.scores
    else:
        attributions = find_attributions(
            article.text, sentences, quotations, language=language or "en"
        )
    own = own_reporting(article, sentences, quotations, attributions)
    attributions = merged(attributions, own)
    attributions = merged(attributions, cited(sentences, citations, attributions))
    return Analysis(
        article=article,
        references=references,
        clusters=clusters,
        citations=citations,
        sentences=sentences,
        quotations=quotations,
        attributions=attributions,
        claims=find_claims(article, sentences, citations, attributions, scores),
    )


def find_sentences(article: Article) -> tuple[Sentence, ...]:
    """Return the sentences of every block, in order; a block's edge always ends a sentence."""
    return tuple(
        Sentence(span=Span(block.span.start + start, block.span.start + end), block=place)
        for place, block in enumerate(article.blocks)
        for start, end in split(article.quote(block.span))
    )


def _references(article: Article) -> tuple[Reference, ...]:
    return tuple(parse_references(placed.entry for placed in article.entries))
