"""The composition root: a target in, a report out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from factcheck.analyse import analyse
from factcheck.config import Settings
from factcheck.errors import FactcheckError, UnreadableDocument
from factcheck.fetch import open_document, scrub
from factcheck.lint import lint, read_baseline, without_known
from factcheck.lint.settings import LintSettings
from factcheck.model.analysis import Analysis
from factcheck.model.article import Article
from factcheck.model.document import Document
from factcheck.model.finding import Report
from factcheck.readers import read
from factcheck.rules.ref003_unparsed_reference import RULE as _REVIEW_RULE

if TYPE_CHECKING:
    from factcheck.fetch.client import Client

ResultT = TypeVar("ResultT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document and what was understood of it, before any rule."""

    document: Document
    analysis: Analysis


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """Everything that a run learnt about one target."""

    document: Document
    analysis: Analysis
    report: Report


def shared_client(targets: Iterable[str], settings: Settings) -> "Client | None":
    """Return one client for all the targets, so that they share pace, cache and robots.txt.

    None where no target is a web address: a lint of files shall not pay for an HTTP client.
    """
    if not any(target.lower().startswith(("http:", "https:")) for target in targets):
        return None
    from factcheck.fetch.client import Client  # noqa: PLC0415  # see above

    return Client(settings.fetch)


def run(target: str, settings: Settings, *, client: "Client | None" = None) -> Report:
    """Return the lint report of a target: a URL, a path or "-" for standard input.

    What the settings' baseline knows is among the suppressed findings. Raises FactcheckError where
    the target cannot be read or a setting is wrong.
    """
    report = examine(target, settings, client=client).report
    path = settings.lint.baseline
    return report if path is None else without_known(report, read_baseline(path))


def examine(
    target: str,
    settings: Settings,
    *,
    client: "Client | None" = None,
    kept_apart: frozenset[tuple[str, str]] = frozenset(),
) -> Examination:
    """Return the document, what was understood of it, and the report. Raises FactcheckError.

    ``kept_apart`` are entries that an editor judged not to be duplicates, as ``analyse`` has them.
    """
    document = open_document(target, settings.fetch, client=client)
    return examine_document(document, settings, kept_apart=kept_apart)


def examine_document(
    document: Document,
    settings: Settings,
    *,
    kept_apart: frozenset[tuple[str, str]] = frozenset(),
) -> Examination:
    """Return a document that is at hand with its analysis and report. Raises FactcheckError."""
    analysis = understand_document(document, settings, kept_apart=kept_apart).analysis
    rules = _with_review_limit(settings)
    report = _guarded("judged", document.target, lambda: lint(analysis, rules))
    return Examination(document=document, analysis=analysis, report=report)


def understand(target: str, settings: Settings, *, client: "Client | None" = None) -> Reading:
    """Return a target's document and analysis. Raises FactcheckError."""
    return understand_document(open_document(target, settings.fetch, client=client), settings)


def understand_document(
    document: Document,
    settings: Settings,
    *,
    kept_apart: frozenset[tuple[str, str]] = frozenset(),
) -> Reading:
    """Return a document that is at hand with its analysis. Raises FactcheckError."""
    target = document.target
    article: Article = _guarded("read", target, lambda: read(document))
    analysis = _guarded(
        "analysed", target, lambda: analyse(article, settings.language, kept_apart=kept_apart)
    )
    return Reading(document=document, analysis=analysis)


def _with_review_limit(settings: Settings) -> LintSettings:
    """Give the limit of ``parse.review_below`` to the rule about it, unless it was given one."""
    known = settings.lint.options
    if _REVIEW_RULE.code in known or _REVIEW_RULE.name in known:
        return settings.lint
    options = {_REVIEW_RULE.code: {"review_below": settings.parse.review_below}}
    return replace(settings.lint, options={**known, **options})


def _guarded(what: str, target: str, work: Callable[[], ResultT]) -> ResultT:
    # A crash on one article of a batch is that article's error (HARDENING 25), so every kind of
    # exception is caught; the kind and its message go into the line that asks for a report.
    try:
        return work()
    except FactcheckError:
        raise
    except Exception as error:
        detail = " ".join(str(error).split())[:200]
        raise UnreadableDocument(
            f"{scrub(target)}: could not be {what} because of a fault in this program "
            f"({type(error).__name__}: {detail}); please report it with the document"
        ) from error
