import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.cli import main

ARTICLE = """\
# The night ferry

By Ines Calder

The ferry has been late every night since the pier closed in 2016 (Okafor, 2018).

## References

Okafor, B. (2018). Piers of the north coast. Coastal Studies, 4(2), 11-30.

Okafor, B. (2018). Piers of the north coast. Coastal Studies, 4(2), 11-30.
"""
Run = Callable[..., tuple[int, str, str]]
SPELLINGS = ("ferry.md", "./ferry.md", "../drafts/ferry.md", "{folder}/ferry.md")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    (drafts / "ferry.md").write_text(ARTICLE, encoding="utf-8")
    return drafts


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(folder)
    for name in [name for name in os.environ if name.startswith("FACTCHECK_")]:
        monkeypatch.delenv(name)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main([one.format(folder=folder) for one in arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.mark.parametrize("spelt", SPELLINGS)
def test_what_is_known_is_left_out_however_the_path_is_spelt(run: Run, spelt: str) -> None:
    assert run("baseline", "write", "ferry.md", "--baseline", "../known.json")[0] == 0
    code, out, err = run("lint", spelt, "--baseline", "../known.json")
    assert (code, err) == (0, "")
    assert "allowed by the baseline" in out
    assert "REF001" not in out


def test_what_is_new_is_reported_beside_what_is_known(run: Run, folder: Path) -> None:
    run("baseline", "write", "ferry.md", "--baseline", "known.json")
    longer = ARTICLE.replace("## Ref", "Critics say the boats are old.\n\n## Ref")
    (folder / "ferry.md").write_text(longer, encoding="utf-8")
    code, out, _ = run("lint", "ferry.md", "--baseline", "known.json", "-f", "json")
    result = json.loads(out)["results"][0]
    assert code == 1
    assert [each["code"] for each in result["findings"]] == ["CLM003"]
    assert "REF001" in {each["finding"]["code"] for each in result["suppressed"]}
    assert {each["by"] for each in result["suppressed"]} == {"the baseline"}


def test_pruning_forgets_what_was_mended_and_accepts_nothing(run: Run, folder: Path) -> None:
    run("baseline", "write", "ferry.md", "--baseline", "known.json")
    known = (folder / "known.json").read_bytes()
    mended = ARTICLE.rpartition("\nOkafor")[0].replace("## Ref", "Critics say it is old.\n\n## Ref")
    (folder / "ferry.md").write_text(mended, encoding="utf-8")
    _, _, err = run("lint", "ferry.md", "--baseline", "known.json")
    assert "1 of the baseline's findings are gone" in err
    assert (
        run("baseline", "prune", "ferry.md", "--baseline", "known.json", "--select", "CIT")[0] == 0
    )
    assert (folder / "known.json").read_bytes() == known
    code, out, _ = run("baseline", "prune", "ferry.md", "--baseline", "known.json")
    assert (code, out.rpartition(", ")[2]) == (0, "1 forgotten\n")
    assert run("lint", "ferry.md", "--baseline", "known.json")[0] == 1


def test_a_baseline_of_a_part_is_not_written(run: Run, folder: Path) -> None:
    code, _, err = run("baseline", "write", "ferry.md", "none.md", "--baseline", "known.json")
    assert (code, err.count("\n")) == (2, 1)
    assert not (folder / "known.json").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("baseline", "write", "ferry.md"), "name the file: --baseline FILE"),
        (("baseline", "write", "ferry.md", "--baseline", "ferry.md"), "is the document itself"),
        (("baseline", "prune", "ferry.md", "--baseline", "no.json"), "cannot be read"),
        (("lint", "ferry.md", "--baseline", "no.json"), "baseline write makes one"),
        (("scan", "-"), "give --name PATH"),
        (("scan", "ferry.md", "--name", "other.md"), "--name is for standard input"),
    ],
)
def test_one_line_says_what_is_wrong(run: Run, arguments: tuple[str, ...], says: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert says in err


def test_the_setting_is_seen_from_its_file(run: Run, folder: Path) -> None:
    (folder.parent / "config.toml").write_text('[lint]\nbaseline = "known.json"\n')
    assert run("baseline", "write", "ferry.md")[0] == 0
    assert (folder.parent / "known.json").exists()
    assert run("lint", "ferry.md")[0] == 0


def test_a_lint_leaves_out_what_an_editor_dismissed(run: Run, folder: Path) -> None:
    run("scan", "ferry.md")
    listed = json.loads(run("queue", "list", "--rule", "REF001", "--format", "json")[1])
    number = str(listed["findings"][0]["id"])
    run(
        "queue", "dismiss", number, "--reason", "own_reporting", "--note", "a secret", "--by", "ada"
    )
    code, _, err = run("queue", "export", "--as", "baseline", "-o", "../known.json")
    assert (code, err) == (0, "")
    assert "secret" not in (folder.parent / "known.json").read_text()
    code, out, _ = run("lint", "ferry.md", "--select", "REF001", "--baseline", "../known.json")
    assert code == 0
    assert "REF001 by the baseline, because: dismissed by ada: own_reporting" in out
    run("queue", "undo", number, "--by", "ada")
    run("queue", "export", "--as", "baseline", "-o", "../known.json")
    assert run("lint", "ferry.md", "--select", "REF001", "--baseline", "../known.json")[0] == 1


def test_a_scan_knows_a_file_again_however_its_path_is_spelt(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "new" in run("scan", "ferry.md")[1]
    for spelt in SPELLINGS:
        assert "new" not in run("scan", spelt)[1]
        assert run("gate", spelt)[1].startswith("ferry.md: ")
        assert "REF001" in run("queue", "list", "--article", spelt)[1]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    assert "new" not in run("scan", "-", "--name", "./ferry.md")[1]
