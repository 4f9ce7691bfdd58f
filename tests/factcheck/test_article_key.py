from pathlib import Path

import pytest

from factcheck.model.article_key import key_seen_from


@pytest.fixture(autouse=True)
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "drafts"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(
    "target",
    ["a.md", "./a.md", "b/../a.md", "../drafts/a.md", "../drafts/./a.md"],
)
def test_a_file_has_one_key(target: str, drafts: Path) -> None:
    assert key_seen_from(drafts, target) == "a.md"
    assert key_seen_from(drafts.parent, target) == "drafts/a.md"
    assert key_seen_from(drafts, str(drafts / target)) == "a.md"
    assert key_seen_from(drafts / "queue", target) == "../a.md"


@pytest.mark.parametrize(
    "target", ["-", "https://example.org/a.md", "HTTP://example.org", "doi:10.1"]
)
def test_what_is_no_file_is_its_own_key(target: str, drafts: Path) -> None:
    assert key_seen_from(drafts, target) == target


def test_a_key_is_carried_from_one_folder_to_another(drafts: Path) -> None:
    key = key_seen_from(drafts, "a.md")
    assert key_seen_from(drafts.parent, key, spelt_in=drafts) == "drafts/a.md"


def test_a_linked_folder_is_the_folder_and_a_linked_file_is_itself(drafts: Path) -> None:
    (drafts.parent / "link").symlink_to(drafts)
    (drafts / "current.md").symlink_to("a.md")
    assert key_seen_from(drafts, "../link/a.md") == "a.md"
    assert key_seen_from(drafts, "current.md") == "current.md"
