"""The review queue: what was flagged, what editors decided, and the history of both.

The only room that knows the database. What leaves it is a frozen dataclass of ``items``; what
goes wrong is a QueueError of one line. A finding is named by its id (12 or "12") or the start of
its fingerprint; an article by its id, key, URL or a part of its title.

    engine.open_queue(target, *, create=True) -> Queue        a path or a database URL
    scans.record(queue, NewScan(...)) -> ScanSummary
    decisions.claim(queue, finding, By(actor="ada")) -> Outcome
        release, confirm, dismiss, resolve, second_read, close, snooze, reopen, undo
    views.list_findings(queue, Filter(...), order=..., limit=..., after=...) -> Page
        show, history, counts, articles, article, scans, references, document
    export.every(queue, Filter(...)) -> Iterator[Item]        as_dict, as_csv
    upkeep.backup(queue, path)                                check
"""
