"""What -o names is written whole, or refused and left as it was."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.cli import output
from factcheck.cli.running import run
from factcheck.errors import OutputError
from factcheck.queue.engine import open_queue
from tests.factcheck.cli.test_bad_input import GOOD
from tests.factcheck.queue.scanned import scan

COMMANDS = (
    ("lint", "good.md", "--select", "ART"),
    ("article", "good.md"),
    ("claims", "good.md", "--fast"),
    ("refs", "good.md"),
    ("bib", "good.md"),
    ("bib", "convert", "good.bib", "--to", "ris"),
    ("bib", "tidy", "good.bib"),
    ("queue", "export"),
    ("queue", "export", "--as", "check-file"),
)
REFUSED = {
    "link": "a symbolic link",
    "dangling": "a symbolic link",
    "folder": "a folder",
    "factcheck.db": "a database",
    "missing/out": "its folder does not exist",
    "link/out": "Not a directory",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.md").write_text(GOOD)
    (tmp_path / "good.bib").write_text("@book{a, title = {Piers}}\n")
    with open_queue("factcheck.db") as queue:
        scan(queue, "The river rose! Who paid?")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("good.md")
    (tmp_path / "dangling").symlink_to(tmp_path / "elsewhere")
    os.link("good.md", "same.md")
    os.link("good.bib", "same.bib")
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_an_output_that_is_refused_is_left_as_it_was(
    folder: Path, command: tuple[str, ...], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(folder)
    assert run((*command, "-o", name)) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert f"{name}: {REFUSED[name]}" in said
    assert contents(folder) == before
    assert (folder / "dangling").is_symlink()
    assert not (folder / "elsewhere").exists()


@pytest.mark.parametrize("command", [one for one in COMMANDS if "good.md" in one], ids=" ".join)
@pytest.mark.parametrize("name", ["good.md", "./folder/../good.md", "same.md"])
def test_no_output_overwrites_its_input_whatever_it_is_called(
    folder: Path, command: tuple[str, ...], name: str
) -> None:
    before = contents(folder)
    assert run((*command, "-o", name)) == 2
    assert contents(folder) == before


def test_a_link_put_there_meanwhile_is_replaced_and_not_followed(folder: Path) -> None:
    (folder / "late").symlink_to("good.md")
    output.write_bytes(b"new", folder / "late")
    assert (folder / "good.md").read_text() == GOOD
    assert (folder / "late").read_bytes() == b"new"
    assert not (folder / "late").is_symlink()


@pytest.mark.parametrize("fails", ["fsync", "chmod", "replace"])
def test_what_cannot_be_written_whole_leaves_what_was_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (folder / "out").write_text("old")
    before = contents(folder)
    owner: Callable[..., object] | object = os if fails == "fsync" else Path
    monkeypatch.setattr(owner, fails, refuse)
    with pytest.raises(OutputError, match="what was there is unchanged"):
        output.write("new", folder / "out")
    assert contents(folder) == before
