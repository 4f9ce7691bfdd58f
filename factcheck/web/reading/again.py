"""An article of the queue, read and understood again from its snapshot, without the network."""

import threading
from collections import OrderedDict
from dataclasses import dataclass, field

from fastapi import FastAPI

from factcheck.config import Settings
from factcheck.model.analysis import Analysis
from factcheck.pipeline import understand_document
from factcheck.queue import views
from factcheck.queue.engine import Queue
from factcheck.queue.items import ArticleRef
from factcheck.queue.merges import judgements, kept_apart
from factcheck.web.reading.judged import judged

KEPT = 24
"""Analyses kept in memory; a long article's takes a few megabytes."""


@dataclass(frozen=True, slots=True)
class Rereader:
    """Understands snapshots, each once while it is among the last ``KEPT`` asked for.

    Safe to call from several threads; two that ask for one article at once may both do the work.
    """

    settings: Settings
    _kept: OrderedDict[tuple[int, int], Analysis] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def analysis(self, queue: Queue, article: ArticleRef) -> Analysis:
        """Return what is understood of the document that an article's newest scan read.

        References that editors merged or kept apart are as they said (``judged``). Raises
        FactcheckError where the snapshot cannot be read any more.
        """
        said = judgements(queue, article.key)
        return judged(self._understood(queue, article), said, kept_apart(queue))

    def _understood(self, queue: Queue, article: ArticleRef) -> Analysis:
        newest = views.scans(queue, article.key)[0]
        place = (article.id, newest.id)
        with self._lock:
            if place in self._kept:
                self._kept.move_to_end(place)
                return self._kept[place]
        document = views.document(queue, article.key)
        made = understand_document(document, self.settings).analysis
        with self._lock:
            self._kept[place] = made
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return made


def rereader_of(app: FastAPI) -> Rereader:
    """Return the desk's one rereader, made when it is first asked for."""
    if not hasattr(app.state, "rereader"):
        app.state.rereader = Rereader(app.state.desk.settings)
    made: Rereader = app.state.rereader
    return made
