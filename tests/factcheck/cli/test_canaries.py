"""HARDENING row 47: secrets in an address are in no report, no export and no stored row."""

import sqlite3
from pathlib import Path

import pytest

from tests.factcheck.cli.test_fetching import PAGE, factcheck, opened
from tests.factcheck.fetch.conftest import site as site  # noqa: PLC0414  a fixture, by its name
from tests.factcheck.fetch.loopback import Answer, Site

CANARY = "canary7f3a9"
QUERIES = (
    f"token={CANARY}",
    f"access_token={CANARY}&page=2",
    f"X-Amz-Signature={CANARY}&X-Amz-Credential={CANARY}",
    f"sig={CANARY}&se=2026",
    f"api_key={CANARY}",
    f"password={CANARY}",
    f"session={CANARY}",
)
OUTPUTS = (
    *(("lint", "--format", name) for name in ("text", "concise", "json", "sarif", "github")),
    ("article", "--format", "json"),
    ("refs", "--format", "json"),
    ("claims", "--format", "json"),
    ("bib", "export", "--self"),
)


@pytest.mark.parametrize("query", QUERIES)
def test_a_secret_is_not_stored(site: Site, tmp_path: Path, query: str) -> None:
    site.answers[f"/a?{query}"] = Answer(body=PAGE.encode())
    done = factcheck(tmp_path, "scan", site.url(f"/a?{query}"), **opened(site))
    assert done.returncode in (0, 1), done.stderr
    assert CANARY not in done.stdout + done.stderr
    with sqlite3.connect(tmp_path / "factcheck.db") as connection:
        assert CANARY not in "\n".join(connection.iterdump())
    for arguments in (("queue", "export"), ("queue", "export", "--as", "web-annotation")):
        assert CANARY not in factcheck(tmp_path, *arguments).stdout


@pytest.mark.parametrize("arguments", OUTPUTS, ids=" ".join)
def test_a_secret_is_not_printed(site: Site, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    path = f"/a?token={CANARY}"
    site.answers[path] = Answer(body=PAGE.encode())
    command, *rest = arguments
    named = [command, rest.pop(0)] if command == "bib" else [command]
    done = factcheck(tmp_path, *named, site.url(path), *rest, **opened(site))
    assert done.returncode in (0, 1), done.stderr
    assert CANARY not in done.stdout + done.stderr
