"""Whether a file lies on another machine's disk, where SQLite cannot keep writers apart.

Locks of network file systems are often no locks at all, and the write-ahead log needs memory that
all writers share (sqlite.org/wal.html, sqlite.org/howtocorrupt.html section 2.1): two machines on
one file damage it.
"""

import re
from pathlib import Path

_TABLE = Path("/proc/self/mounts")  # proc(5); there is none but on Linux
_ESCAPED = re.compile(r"\\([0-7]{3})")
_NETWORK = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "coda", "9p", "ceph", "lustre"),
        *("gpfs", "beegfs", "glusterfs", "ocfs2", "gfs2", "davfs", "sshfs", "s3fs", "rclone"),
        "gvfsd",
    )
)
_FUSE = "fuse."  # before the name of what is mounted that way: fuse.sshfs


def network_file_system(path: Path) -> str | None:
    """Return the kind of the network file system that a file lies on, else None."""
    try:
        table = _TABLE.read_text(encoding="utf-8", errors="surrogateescape")
        return kind_at(path.resolve(), table)
    except OSError:
        return None


def kind_at(path: Path, table: str) -> str | None:
    """Return the same for an absolute path, given the table of mounts (a line each, fstab(5))."""
    found = "", Path("/")
    for line in table.splitlines():
        _, where, kind, *_ = (*line.split(" "), "", "")
        mounted = Path(_ESCAPED.sub(lambda code: chr(int(code[1], 8)), where))
        # Of two mounts at one place the later one hides the earlier.
        if where and path.is_relative_to(mounted) and mounted.is_relative_to(found[1]):
            found = kind, mounted
    return found[0] if found[0].removeprefix(_FUSE).partition("-")[0] in _NETWORK else None
