"""Fetch flags as settings, and the note that a document came from the cache unasked."""

import sys
from dataclasses import dataclass, replace

from factcheck.config import Settings
from factcheck.errors import UsageError
from factcheck.fetch import scrub
from factcheck.language.settings import LanguageSettings
from factcheck.model.analysis import Analysis
from factcheck.model.document import Document
from factcheck.pipeline import understand
from factcheck.reports.visible import visible


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetching:
    """The flags of the commands that read an article."""

    offline: bool = False
    refresh: bool = False
    no_cache: bool = False
    render: bool = False

    def flags(self) -> dict[str, object]:
        """Return the flags as settings. Raises UsageError for two that contradict each other."""
        contradictions = (
            ("--refresh", self.refresh, "--no-cache", self.no_cache),
            ("--offline", self.offline, "--refresh", self.refresh),
            ("--offline", self.offline, "--no-cache", self.no_cache),
            ("--offline", self.offline, "--render", self.render),
        )
        for one, is_one, other, is_other in contradictions:
            if is_one and is_other:
                raise UsageError(f"{one} and {other} contradict each other; leave one out")
        mode = "refresh" if self.refresh else "off" if self.no_cache else None
        return {
            "fetch.offline": self.offline,
            "fetch.cache": mode,
            "fetch.render": self.render,
        }


def read_target(target: str, settings: Settings, *, whole: bool = False) -> Analysis:
    """Return a target's analysis, and say so where it came from the cache.

    Only with ``whole`` are the encoder's judgements made, which a command about references or
    text does not show. Raises FactcheckError.
    """
    if not whole:
        settings = replace(settings, language=LanguageSettings(fast=True))
    reading = understand(target, settings)
    note_age(reading.document)
    return reading.analysis


def note_age(document: Document) -> None:
    """Say on standard error that a document is a kept copy, and of when."""
    if document.unasked and document.fetched_at is not None:
        shown = visible(scrub(document.target))
        when = document.fetched_at.strftime("%Y-%m-%d %H:%M UTC")
        sys.stderr.write(f"factcheck: note: {shown}: the kept copy of {when}, not asked for anew\n")
