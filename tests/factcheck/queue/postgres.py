"""A private PostgreSQL server for the tests: its own folder, its own socket, no TCP port."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

Command = list[str | Path]
_DEBIAN = Path("/usr/lib/postgresql")
_USERS = ("postgres", "nobody")
# What keeps data safe in a power cut is left out: these databases live for a second.
_SETTINGS = (
    "listen_addresses=''",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=200",
)


class NoServer(Exception):
    """There is no PostgreSQL to be started here, and why."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; ``folder`` holds its socket."""

    folder: Path
    user: str

    def url(self, name: str) -> str:
        """Return the URL of a database."""
        return f"postgresql://{self.user}@/{name}?host={self.folder}"

    def create(self, name: str, template: str = "template0") -> str:
        """Make a database, as a copy of another if asked, and return its URL."""
        self._run(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.url(name)

    def drop(self, name: str) -> None:
        """Remove a database."""
        self._run(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _run(self, statement: str) -> None:
        with psycopg.connect(
            host=str(self.folder), user=self.user, dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(statement.encode())


@contextmanager
def running() -> Iterator[Server]:
    """Start a server, and stop it and remove it afterwards. Raises NoServer."""
    binaries = _binaries()
    # Not below pytest's folders: the server runs as another user, who may not enter them.
    folder = Path(tempfile.mkdtemp(prefix="factcheck-pg-"))
    try:
        user, prefix = _user(folder)
        data = folder / "data"
        initdb: Command = [
            *prefix, binaries / "initdb", "--pgdata", data, "--username", "desk",
            "--auth", "trust", "--encoding", "UTF8", "--no-sync", "--locale", "C.UTF-8",
            # Sorted as people sort, unlike SQLite: what relies on byte order must say so.
            "--locale-provider", "icu", "--icu-locale", "en-US",
        ]  # fmt: skip
        _call(initdb, user)
        options = " ".join(f"-c {setting}" for setting in _SETTINGS)
        control: Command = [*prefix, binaries / "pg_ctl", "--pgdata", data, "--silent"]
        start: Command = [
            "start",
            "--wait",
            "--log",
            folder / "log",
            "-o",
            f"{options} -k {folder}",
        ]
        _call([*control, *start], user)
        try:
            yield Server(folder, "desk")
        finally:
            _call([*control, "stop", "--mode", "immediate"], user)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _binaries() -> Path:
    on_path = shutil.which("initdb")
    if on_path is not None:
        return Path(on_path).resolve().parent
    found = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not found:
        raise NoServer("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    return found[-1].parent


def _user(folder: Path) -> tuple[str, list[str]]:
    """Return who shall run the server and how to become that user: PostgreSQL refuses root."""
    if os.getuid() != 0:
        return "", []
    runuser = shutil.which("runuser")
    if runuser is None:
        raise NoServer("PostgreSQL does not run as root, and there is no runuser")
    for user in _USERS:
        try:
            shutil.chown(folder, user)
        except LookupError:
            continue
        return user, [runuser, "-u", user, "--"]
    raise NoServer("PostgreSQL does not run as root, and there is no other user")


def _call(command: Command, user: str) -> None:
    done = subprocess.run(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,  # not a pipe: the server inherits it and would hold it open
        stderr=subprocess.DEVNULL,
        cwd="/",
        env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"},
        timeout=120,
        check=False,
    )
    if done.returncode != 0:
        name = Path(str(command[-1] if not user else command[4])).name
        raise NoServer(f"{name} ended with {done.returncode}")
