"""The review queue: what was flagged, what editors decided, and the history of both.

The only room that knows the database. What leaves it is a frozen dataclass of
``factcheck.queue.items``; what goes wrong is a ``QueueError`` of one line.

    engine.open_queue(target, *, create=True, clock=utc_now) -> Queue
        target is a path or a database URL; Queue is a context manager with close()

    scans.NewScan(article, document, report, rules_run, tool_version, config_hash, actor, references)
    scans.record(queue, scan) -> ScanSummary

    decisions.By(actor, note="", seen_version=None, key=None)
    decisions.claim(queue, finding, by, lease=LEASE)      decisions.release(queue, finding, by)
    decisions.confirm(queue, finding, by)                 decisions.dismiss(queue, finding, reason, by)
    decisions.resolve(queue, finding, resolution, by)     decisions.second_read(queue, finding, by)
    decisions.close(queue, finding, by)                   decisions.snooze(queue, finding, until, by)
    decisions.reopen(queue, finding, by)                  decisions.undo(queue, finding, by)
        each -> Outcome; ``finding`` is an id (12 or "12") or the start of a fingerprint

    views.Filter(statuses, rules, severities, article, text, assignee, min_confidence)
    views.list_findings(queue, where, *, order, limit, after) -> Page
    views.show(queue, finding) -> Detail                  views.counts(queue, where) -> Counts
    views.history(queue, finding=None, *, limit, after) -> tuple[Event, ...]
    views.articles(queue) -> tuple[ArticleRef, ...]       views.scans(queue, article) -> tuple[ScanRef, ...]
    views.references(queue, article) -> tuple[ListedReference, ...]
    views.document(queue, article) -> Document

    export.as_dict(item) -> dict      export.as_csv(items) -> str      export.every(queue, where) -> Iterator[Item]
    upkeep.backup(queue, path)        upkeep.check(queue) -> tuple[str, ...]
"""
