import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from factcheck.cli import main
from factcheck.model.document import Document
from factcheck.queue.states import DismissReason

ROOT = Path(__file__).resolve().parents[3]
SCHEMA = json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8"))
ARTICLE = """\
# The night ferry

By Ines Calder

The ferry has been late every night since the pier closed in 2016 (Okafor, 2018).

## References

Okafor, B. (2018). Piers of the north coast. Coastal Studies, 4(2), 11-30.

Okafor, B. (2018). Piers of the north coast. Coastal Studies, 4(2), 11-30.
"""
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("FACTCHECK_")]:
        monkeypatch.delenv(name)
    (tmp_path / "ferry.md").write_text(ARTICLE, encoding="utf-8")

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        out, err = capsys.readouterr()
        return code, out, err

    return call


def checked(out: str, kind: str) -> Any:
    document = json.loads(out)
    Draft202012Validator(SCHEMA).validate(document)
    assert document["kind"] == kind
    return document


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_lint_text_shows_sentence_mark_reason_and_way_out(run: Run) -> None:
    code, out, err = run("lint", "ferry.md", "--select", "REF001")
    assert (code, err) == (1, "")
    assert "error REF001 duplicate-reference (entry 2" in out
    lines = out.splitlines()
    quoted = next(place for place, line in enumerate(lines) if "Okafor, B." in line)
    assert lines[quoted + 1].strip("^ ") == ""
    assert "^" in lines[quoted + 1]
    for label in ("what: ", "why: ", "do: ", "see: entry 1"):
        assert label in out
    assert "\x1b" not in out
    assert "\n1 error in 1 article\nexit code 1: " in out


@pytest.mark.parametrize(
    ("fail_on", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)]
)
def test_fail_on_decides_the_exit_code(run: Run, fail_on: str, code: int) -> None:
    assert run("lint", "ferry.md", "--select", "ART004", "--fail-on", fail_on)[0] == code


def test_clean_is_0(run: Run) -> None:
    code, out, _ = run("lint", "ferry.md", "--select", "QUO001")
    assert code == 0
    assert "no findings in 1 article" in out


def test_lint_json_follows_the_schema_also_with_a_bad_target(run: Run) -> None:
    code, out, err = run("lint", "ferry.md", "none.md", "--format", "json")
    assert code == 2
    document = checked(out, "lint")
    assert [result["status"] for result in document["results"]] == ["read", "error"]
    assert "none.md" in err
    finding = document["results"][0]["findings"][0]
    assert {"fingerprint", "anchor"} <= finding.keys()


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        (("article", "ferry.md", "--format", "json"), "article"),
        (("refs", "ferry.md", "--format", "json"), "references"),
        (("refs", "ferry.md", "--format", "json", "--duplicates"), "references"),
        (("claims", "ferry.md", "--format", "json"), "claims"),
        (("rule", "list", "--format", "json"), "rules"),
        (("rule", "explain", "ref001", "--format", "json"), "rule"),
        (("config", "show", "--format", "json"), "config"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_json_follows_the_schema(run: Run, arguments: tuple[str, ...], kind: str) -> None:
    code, out, err = run(*arguments)
    assert (code, err) == (0, "")
    checked(out, kind)


REPEATING = """\
# Quays

The wall sank (Brandt, 2011).

## References

- Brandt, L. (2011). Tidal loads on quay walls. Journal of Harbour Works, 12(3), 45-61.
- Okafor, C. (2019). Settlement of masonry under traffic. Coastal Structures, 7(1), 10-22.
- L. Brandt. Tidal loads on quay walls. Journal of Harbour Works 12 (2011): 45–61.
"""


def test_refs_show_clusters_with_reasons_the_key_map_and_the_cleaned_list(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "quays.md").write_text(REPEATING, encoding="utf-8")
    shown = run("refs", "quays.md", "--duplicates")[1]
    assert "same: entries 1, 3 (" in shown
    assert "same title" in shown
    document = checked(run("refs", "quays.md", "--format", "json")[1], "references")
    (kept,) = set(document["key_map"].values())
    assert len(document["key_map"]) == 2
    assert f"@article{{{kept}," in run("bib", "quays.md")[1]
    code, out, err = run("refs", "quays.md", "--cleaned")
    assert (code, err) == (0, "")
    lines = [line for line in out.splitlines() if not line.startswith(" ")]
    assert len(lines) == 2
    assert "entry 3 was dropped for entry 1" in out or "entry 1 was dropped for entry 3" in out
    assert run("refs", "quays.md", "--cleaned", "--format", "json")[0] == 2


THREE = """\
# Quays

The wall sank (Brandt, 2011).

## References

- Brandt, L. (2011). Tidal loads on quay walls. Journal of Harbour Works, 12(3), 45-61.
- L. Brandt. Tidal loads on quay walls. Journal of Harbour Works 12 (2011): 45–61.
- Brandt, L. Tidal loads on quay walls. J. Harbour Works 12(3), 2011, pp. 45-61.
"""


def test_not_a_duplicate_outlives_scans_even_through_a_third(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "quays.md"
    path.write_text(THREE, encoding="utf-8")

    def repeated() -> int:
        run("scan", "quays.md", "--by", "ada")
        listed = checked(run("queue", "list", "--format", "json")[1], "queue")["findings"]
        return [each["code"] for each in listed].count("REF001")

    assert repeated() == 2
    code, out, err = run("queue", "apart", "quays.md", "1", "3", "--by", "ada")
    assert (code, err) == (0, "")
    assert out.startswith("Judgement 1: ")
    # The second is one work with the first or the third, and never with both.
    assert repeated() == 1
    path.write_text(THREE.replace("The wall sank", "The old wall sank"), encoding="utf-8")
    assert repeated() == 1
    assert run("queue", "apart", "quays.md", "--undo", "1", "--by", "ada")[0] == 0
    assert repeated() == 2
    assert run("queue", "apart", "quays.md", "1", "9", "--by", "ada")[0] == 2
    assert run("queue", "apart", "quays.md", "--by", "ada")[0] == 2


@pytest.mark.parametrize("command", ["article", "refs", "claims"])
def test_text_says_what_was_understood(run: Run, command: str) -> None:
    code, out, err = run(command, "ferry.md")
    assert (code, err) == (0, "")
    assert "ferry" in out or "Piers" in out


def test_claims_can_come_with_the_most_pressing_first(run: Run, tmp_path: Path) -> None:
    text = "Ada Cole said 40 boats sank in 2019. The mill lost 900 workers in 2020.\n"
    (tmp_path / "mill.md").write_text(text, encoding="utf-8")
    placed = checked(run("claims", "mill.md", "--format", "json")[1], "claims")["claims"]
    ranked = run("claims", "mill.md", "--fast", "--format", "json", "--order", "value")[1]
    assert [each["value"] > 0 for each in placed] == [False, True]
    assert [each["text"] for each in checked(ranked, "claims")["claims"]] == [
        each["text"] for each in reversed(placed)
    ]
    listed = run("claims", "mill.md", "--order", "value")[1].splitlines()
    assert listed[0].startswith("2. The mill lost")
    explained = run("claims", "mill.md", "--explain")[1]
    assert "“Ada Cole” (named person), “said” (assert" in explained
    assert ", value " in explained
    assert run("claims", "mill.md", "--order", "up")[0] == 2


def test_bib_writes_a_repeated_work_once(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("bib", "ferry.md")
    assert code == 0
    assert out.count("Piers of the north coast") == 1
    assert run("bib", "ferry.md", "-o", "refs.bib")[0] == 0
    assert (tmp_path / "refs.bib").read_text(encoding="utf-8") == out
    assert run("bib", "ferry.md", "-o", "refs.bib")[:2] == (0, "")


@pytest.mark.parametrize("name", ["bibtex", "biblatex", "csl-json", "ris"])
def test_bib_and_refs_know_every_bibliography_format(run: Run, name: str) -> None:
    assert "Piers" in run("bib", "ferry.md", "--to", name)[1]
    assert run("refs", "ferry.md", "--format", name)[1].count("Piers of the north coast") == 2


def test_scan_then_work_the_queue(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("scan", "ferry.md", "--by", "ada", "--format", "json")
    assert code == 1
    scan = checked(out, "scan")["results"][0]["scan"]
    assert scan["new"] > 0
    again = checked(run("scan", "ferry.md", "--by", "ada", "--format", "json")[1], "scan")
    assert (again["results"][0]["scan"]["new"], again["results"][0]["scan"]["unchanged"]) == (
        0,
        True,
    )
    queue = checked(run("queue", "list", "--format", "json")[1], "queue")
    assert queue["total"] == scan["new"]
    number = str(queue["findings"][0]["id"])

    def status(*arguments: str) -> str:
        code, out, err = run("queue", *arguments, "--by", "ada", "--format", "json")
        assert (code, err) == (0, "")
        return str(checked(out, "decision")["finding"]["status"])

    assert status("confirm", number) == "needs_writer"
    assert status("undo", number) == "open"
    assert (
        status("dismiss", number, "--reason", "own_reporting", "--note", "on file") == "dismissed"
    )
    assert checked(run("queue", "list", "--format", "json")[1], "queue")["total"] < queue["total"]
    everything = checked(run("queue", "list", "--all", "--format", "json")[1], "queue")
    assert everything["total"] == queue["total"]
    assert status("reopen", number) == "open"
    detail = checked(run("queue", "show", number, "--format", "json")[1], "finding")
    assert len(detail["decisions"]) == 4
    assert checked(run("queue", "history", number, "--format", "json")[1], "history")["events"]
    assert run("queue", "show", number)[1].startswith(number)
    assert "reopen" in run("queue", "history")[1]
    assert run("queue", "export", "-o", "out.csv")[0] == 0
    assert (tmp_path / "out.csv").read_text(encoding="utf-8").startswith("id,status,")
    exported = checked(run("queue", "export", "--format", "json")[1], "queue")
    assert exported["total"] == queue["total"]
    assert run("db", "check")[0] == 0
    assert run("db", "backup", "copy.db")[0] == 0
    assert run("db", "migrate", "--db", "copy.db")[0] == 0


def test_dismiss_without_a_reason_lists_the_reasons(run: Run) -> None:
    run("scan", "ferry.md", "--by", "ada")
    code, out, err = run("queue", "dismiss", "1", "--by", "ada")
    assert (code, out) == (2, "")
    assert "finding 1 is as it was" in err
    for reason in DismissReason:
        assert f"  {reason.value} " in err
        assert f"  {reason.value} " in run("queue", "dismiss", "--help")[1]


def test_queue_show_cuts_the_context_between_words(run: Run, tmp_path: Path) -> None:
    around = "It rained on the quay. " * 40
    (tmp_path / "long.md").write_text(f"# Rain\n\n{around}Some say it was cold. {around}\n")
    run("scan", "long.md", "--select", "CLM003", "--by", "ada")
    out = run("queue", "show", "1")[1]
    quoted = out[out.index("…") : out.index("what: ")].replace("^", "")
    assert set(quoted.split()) <= set(f"… {around} Some say it was cold.".split())
    assert quoted.split()[-1] == "…"


def test_what_is_only_left_out_has_not_gone(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = ("scan", "ferry.md", "--by", "ada", "--format", "json")

    def changes(*arguments: str) -> dict[str, int]:
        return dict(checked(run(*scan, *arguments)[1], "scan")["results"][0]["scan"])

    total = changes()["new"]
    assert changes("--select", "REF")["gone"] == 0
    assert changes("--ignore", "REF,ART")["gone"] == 0
    monkeypatch.setenv("FACTCHECK_LINT_MIN_CONFIDENCE", "1")
    again = changes()
    assert (again["gone"], again["new"], again["kept"]) == (0, 0, total)

    def listed(*arguments: str) -> int:
        return int(
            checked(run("queue", "list", *arguments, "--format", "json")[1], "queue")["total"]
        )

    assert listed() < total
    assert listed("--all") == listed("--min-confidence", "0") == total


def test_several_addresses_share_one_client(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    clients: list[object] = []

    class Counted:
        def __init__(self, settings: object) -> None:
            clients.append(settings)

        def fetch(self, url: str) -> Document:
            return Document(target=url, body=ARTICLE.encode(), media_type="text/markdown", url=url)

    monkeypatch.setattr("factcheck.fetch.client.Client", Counted)
    assert run("lint", "https://a.example/1", "HTTPS://a.example/2", "ferry.md")[0] == 1
    assert len(clients) == 1
    assert run("scan", "https://a.example/1", "https://a.example/2", "--by", "ada")[0] == 1
    assert len(clients) == 2
    assert run("lint", "ferry.md")[0] == 1
    assert len(clients) == 2


def test_no_arguments_help_a_newcomer(run: Run) -> None:
    code, _, err = run()
    assert code == 2
    assert "factcheck lint FILE" in err


def test_queue_filters(run: Run) -> None:
    run("scan", "ferry.md", "--by", "ada")
    references = checked(
        run("queue", "list", "--rule", "REF", "--severity", "error", "--format", "json")[1], "queue"
    )
    assert {item["code"][:3] for item in references["findings"]} == {"REF"}
    nothing = run("queue", "list", "--article", "nothing-like-it")[1]
    assert nothing.startswith("0 findings\n'--all' shows")
    assert "--after" in run("queue", "list", "--limit", "1")[1]


def test_help_lists_every_command_and_shows_examples(run: Run) -> None:
    code, out, _ = run("--help")
    assert code == 0
    for name in (
        "lint",
        "article",
        "refs",
        "bib",
        "claims",
        "scan",
        "queue",
        "rule",
        "config",
        "db",
    ):
        assert f"\n  {name} " in out
    assert "Examples:\n    factcheck lint article.html\n" in run("lint", "--help")[1]


def test_version(run: Run) -> None:
    assert run("--version")[1].startswith("factcheck 0.")


def test_config_show_names_the_origin(run: Run, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[lint]\nfail_on = "error"\n')
    _, out, _ = run("config", "show", "lint.fail_on")
    assert out == f'lint.fail_on = "error"  # {tmp_path / "config.toml"}\n'
