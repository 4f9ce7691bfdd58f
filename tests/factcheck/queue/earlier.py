"""Queues as earlier schemas left them."""

from sqlalchemy import Connection, text

from factcheck.queue import engine, place, schema


def fill_as(target: str, version: str) -> None:
    """Make a queue as a schema left it: two findings, one dismissed, and their history."""
    made = engine.make_engine(place.url_of(target))
    options = {"writing": True, "migrating": True}
    with made.execution_options(**options).begin() as connection:
        schema.migrate(connection, target, "0001")
        _fill(connection)
    with made.execution_options(**options).begin() as connection:
        schema.migrate(connection, target, version)
        assert schema.revision(connection, target) == version
    made.dispose()


def _fill(connection: Connection) -> None:
    at = "'2026-01-02 03:04:05+00'"
    if connection.dialect.name == "sqlite":
        at = "'2026-01-02 03:04:05.000000'"
    finding = (
        "INSERT INTO finding (article_id, fingerprint, code, name, severity, confidence, value,"
        " message, subject, exact, prefix, suffix, sentence, related, status, present, version,"
        " first_scan_id, last_scan_id) VALUES (1, {0}, 'TST001', 'shouted', 'warning', 0.5, 1,"
        " 'too loud', '', {1}, '', '', {1}, '[]', {2}, {3}, {4}, 1, 1)"
    )
    snapshot = (
        "INSERT INTO snapshot (sha256, text_sha256, media_type, charset, body, text)"
        f" VALUES ('{'0' * 64}', '{'1' * 64}', '', '', '', '')"
    )
    scanned = (
        "INSERT INTO scan (article_id, snapshot_id, target, tool_version, rules_hash, config_hash,"
        " references_hash, references_from, actor, started, finished, outcome, skipped) VALUES"
        f" (1, 1, 'a.md', '0.1.0', '', '', '', NULL, 'ada', {at}, {at}, 'complete', '[]')"
    )
    decision = (
        "INSERT INTO decision (finding_id, verdict, reason, note, actor, at) VALUES"
        f" (1, 'dismiss', 'detector_wrong', 'asked the mayor', 'ada', {at})"
    )
    true = "1" if connection.dialect.name == "sqlite" else "true"
    for statement in (
        "INSERT INTO article (key, title) VALUES ('a.md', 'A town')",
        snapshot,
        scanned,
        finding.format("'1:aaaaaaaa'", "'The river rose!'", "'dismissed'", true, 2),
        finding.format("'1:bbbbbbbb'", "'Übers Meer!'", "'open'", true, 1),
        decision,
        *(
            "INSERT INTO event (at, actor, kind, article_id, finding_id, decision_id, to_status,"
            f" payload) VALUES ({at}, 'ada', {what}, '{{}}')"
            for what in (
                "'found', 1, 1, NULL, 'open'",
                "'found', 1, 2, NULL, 'open'",
                "'dismiss', 1, 1, 1, 'dismissed'",
            )
        ),
    ):
        connection.execute(text(statement))
