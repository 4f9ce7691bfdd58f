"""The commands of the desk: accounts, the gate and the whole line of decisions."""

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.cli.running import run
from factcheck.queue.engine import open_queue
from tests.factcheck.queue.scanned import scan

Command = Callable[..., int]


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.chdir(tmp_path)
    with open_queue("factcheck.db") as queue:
        scan(queue, "The river rose! Who paid?")

    def call(*words: str, typed: str = "") -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        return run(words)

    return call


def test_the_gate_says_ready_by_its_exit_code(
    command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("gate", "article.md") == 1
    assert capsys.readouterr().out == "article.md: 1 open error: not ready (2)\n"
    assert command("queue", "dismiss", "2", "--reason", "own_reporting", "--by", "ada") == 0
    assert command("gate", "article.md") == 0
    assert command("gate", "article.md", "--strict") == 1
    capsys.readouterr()
    assert command("gate", "1", "--format", "json") == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["gate"]["ready"], said["summary"]) == (True, "ready")
    assert command("gate", "nowhere.md") == 2


def test_the_dismissal_rate_is_a_rule_s_live_precision(
    command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("queue", "stats") == 0
    assert capsys.readouterr().out == "nothing has been decided yet\n"
    assert command("queue", "dismiss", "1", "--reason", "detector_wrong", "--by", "ada") == 0
    assert command("queue", "confirm", "2", "--by", "ada") == 0
    capsys.readouterr()
    assert command("queue", "stats") == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert rows[1] == ["TST001", "1", "1", "100%", "1", "0%"]
    assert rows[2] == ["TST002", "1", "0", "0%", "0", "100%", "█" * 20]
    assert command("queue", "stats", "--days", "1", "--format", "json") == 0
    rules = json.loads(capsys.readouterr().out)["rules"]
    assert {each["code"]: each["precision"] for each in rules} == {"TST001": 0, "TST002": 1}


def test_the_whole_line(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("queue", "claim", "1", "--by", "ada") == 0
    assert command("queue", "release", "1", "--by", "bo") == 2
    assert command("queue", "release", "1", "--by", "ada") == 0
    assert command("queue", "snooze", "1", "--days", "3", "--by", "ada") == 0
    assert command("queue", "resolve", "1", "--how", "cut", "--by", "ada") == 0
    assert command("queue", "second_read", "1", "--by", "ada") == 2
    assert command("queue", "second_read", "1", "--by", "bo") == 0
    assert command("queue", "close", "1", "--by", "bo") == 0
    assert capsys.readouterr().out.splitlines()[-1] == "1 is now closed"


def test_an_accepted_risk_says_until_when(
    command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    accept = ("--reason", "accepted_risk", "--by", "ada")
    assert command("queue", "dismiss", "1", *accept, "--days", "30") == 0
    assert re.fullmatch(r"1 is now dismissed until [\d-]+ [\d:]+ UTC\n", capsys.readouterr().out)
    assert command("queue", "show", "1") == 0
    assert re.search(r"dismiss \(accepted_risk\) until \d", capsys.readouterr().out)
    assert command("queue", "dismiss", "1", "--reason", "own_reporting", "--days", "3") == 2
    assert command("queue", "dismiss", "1", "--reason", "own_reporting", "--by", "ada") == 0
    assert capsys.readouterr().out == "1 is now dismissed\n"


def test_a_list_with_nothing_in_it_says_where_the_rest_is(
    command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("queue", "list", "--rule", "REF,shouted-sentense") == 2
    assert "no rule is called 'shouted-sentense'" in capsys.readouterr().err
    assert command("queue", "list", "--rule", "REF,vague-attribution,tst999") == 0
    assert capsys.readouterr().out.splitlines()[0] == "0 findings"
    assert command("queue", "list", "--rule", "REF") == 0
    assert "'--all' shows" in capsys.readouterr().out
    assert command("queue", "list", "--rule", "REF", "--all") == 0
    assert capsys.readouterr().out == "0 findings\n"


def test_evidence_and_verdicts(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("queue", "evidence", "1") == 0
    assert capsys.readouterr().out == "no evidence yet\n"
    minutes = ("--add", "Minutes", "--at", "p. 4", "--seen", "2026-02-28", "--note", "seen twice")
    assert command("queue", "evidence", "1", *minutes, "--by", "ada") == 0
    assert "1: Minutes, p. 4; seen 2026-02-28; “seen twice”; (ada, " in capsys.readouterr().out
    assert command("queue", "evidence", "1", "--withdraw", "1", "--by", "ada") == 0
    assert "withdrawn" in capsys.readouterr().out
    assert command("queue", "verdict", "1", "accurate", "--by", "ada") == 0
    assert command("queue", "verdict", "1", "inaccurate", "--by", "ada") == 0
    assert command("queue", "verdict", "1", "accurate", "--by", "bo") == 0
    assert command("queue", "verdict", "1", "inaccurate", "--by", "bo") == 0
    assert command("queue", "verdict", "1", "accurate", "--anew", "--by", "bo") == 0
    assert capsys.readouterr().out.splitlines() == [
        "1 is accurate to its first reader",
        "1 is inaccurate to its first reader",
        "1 is accurate to its second reader; they do not agree",
        "1 is inaccurate to its second reader; both agree",
        "1 is accurate to its first reader",
    ]
    assert command("queue", "show", "1") == 0
    assert "claim: 0 pieces of evidence, accurate by bo;" in capsys.readouterr().out
    assert command("queue", "evidence", "1", "--format", "json") == 0
    record = json.loads(capsys.readouterr().out)["record"]
    assert (record["first_reader"], record["agreed"]) == ("bo", False)
    assert len(record["assessments"]) == 5


@pytest.mark.parametrize(
    "words",
    [
        ("evidence", "1", "--at", "p. 4"),
        ("evidence", "1", "--add", " "),
        ("evidence", "1", "--add", "x", "--withdraw", "1"),
        ("evidence", "1", "--add", "x", "--seen", "yesterday"),
        ("evidence", "1", "--add", "x", "--copy", "javascript:alert(1)"),
        ("evidence", "2", "--withdraw", "1"),
        ("evidence", "1", "--withdraw", "9"),
        ("evidence", "9"),
        ("verdict", "1", "acurate"),
        ("verdict", "1"),
    ],
    ids=" ".join,
)
def test_evidence_that_is_none_is_one_line(
    command: Command, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    assert command("queue", "evidence", "1", "--add", "Minutes", "--by", "ada") == 0
    capsys.readouterr()
    assert command("queue", *words, "--by", "ada") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("factcheck: ")
    assert said.err.count("\n") == 1


def test_a_writer_is_shown_no_confidential_source(
    command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = "correct horse battery\n"
    assert command("user", "add", "ada", "--role", "admin", typed=typed) == 0
    assert command("user", "add", "wim", "--role", "writer", typed=typed) == 0
    secret = ("--add", "CANARY", "--note", "CANARY", "--confidential")
    assert command("queue", "evidence", "1", *secret, "--by", "ada") == 0
    assert "CANARY" in capsys.readouterr().out
    assert command("queue", "evidence", "1", "--by", "wim") == 0
    assert command("queue", "show", "1") == 0
    assert command("queue", "history") == 0
    assert command("queue", "export", "--as", "check-file") == 0
    said = capsys.readouterr().out
    assert "CANARY" not in said
    assert "withheld" in said
    assert command("queue", "evidence", "1", "--by", "nobody") == 2


def test_accounts(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    typed = "correct horse battery\n"
    assert command("user", "add", "ada", "--role", "admin", typed=typed) == 0
    assert command("user", "add", "bo", "--role", "boss", typed=typed) == 2
    assert command("user", "add", "bo", "--role", "writer", typed="short\n") == 2
    assert command("user", "add", "bo", "--role", "writer", typed=typed) == 0
    assert command("queue", "confirm", "1", "--by", "bo") == 2
    assert command("user", "role", "bo", "checker") == 0
    assert command("queue", "confirm", "1", "--by", "bo") == 0
    assert command("user", "password", "bo", typed="another long one\n") == 0
    assert command("user", "disable", "bo") == 0
    assert command("queue", "undo", "1", "--by", "bo") == 2
    assert command("user", "disable", "ada") == 2
    assert command("user", "disable", "bo", "--undo") == 0
    capsys.readouterr()
    assert command("user", "list", "--format", "json") == 0
    said = capsys.readouterr().out
    assert [(one["name"], one["role"]) for one in json.loads(said)["users"]] == [
        ("ada", "admin"),
        ("bo", "checker"),
    ]
    assert "argon2" not in said
