"""A queue on another machine's disk is told by the table of mounts."""

from pathlib import Path

import pytest

from factcheck.cli import opening
from factcheck.cli.running import run
from factcheck.queue.mounts import kind_at, network_file_system
from tests.factcheck.cli.test_bad_input import GOOD

TABLE = r"""
/dev/vda / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
nas:/desk /srv/desk nfs4 rw,vers=4.2 0 0
/dev/vdb /srv/desk/local xfs rw 0 0
//nas/old\040files /srv/old\040files cifs rw 0 0
ada@far:/ /home/ada/far fuse.sshfs rw 0 0
/dev/vdc /home/ada/photos fuse.ntfs rw 0 0
nas:/hidden /srv/over nfs rw 0 0
tmpfs /srv/over tmpfs rw 0 0
odd
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/desk/factcheck.db", "nfs4"),
        ("/srv/desk/deep/er/factcheck.db", "nfs4"),
        ("/srv/desk/local/factcheck.db", None),
        ("/srv/desktop/factcheck.db", None),
        ("/srv/old files/factcheck.db", "cifs"),
        ("/home/ada/far/factcheck.db", "fuse.sshfs"),
        ("/home/ada/photos/factcheck.db", None),
        ("/srv/over/factcheck.db", None),
        ("/factcheck.db", None),
    ],
)
def test_a_network_file_system_is_told_by_its_mount(path: str, kind: str | None) -> None:
    assert kind_at(Path(path), TABLE) == kind
    assert kind_at(Path(path), "") is None


def test_this_machines_disk_is_none(tmp_path: Path) -> None:
    assert network_file_system(tmp_path / "factcheck.db") is None


def test_a_queue_over_the_network_is_warned_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.md").write_text(GOOD)
    monkeypatch.setattr(opening, "network_file_system", lambda _: "nfs4")
    for words in (("scan", "good.md", "--by", "ada", "--quiet", "--fast"), ("queue", "list")):
        assert run(words) in (0, 1)
        said = capsys.readouterr().err
        assert "factcheck.db is on a network file system (nfs4)" in said
        assert said.count("\n") == 1
