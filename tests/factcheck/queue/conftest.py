"""A queue on a real file and on a real server; every test that takes ``queue`` runs on both."""

import itertools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from factcheck.queue.engine import Queue, open_queue
from tests.factcheck.queue import postgres
from tests.factcheck.queue.earlier import fill_as
from tests.factcheck.queue.scanned import Clock

_numbers = itertools.count()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def empty_queue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "factcheck.db"
    open_queue(path).close()
    return path


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Server]:
    running = postgres.running()
    try:
        started = running.__enter__()
    except postgres.NoServer as reason:
        pytest.skip(str(reason))
    try:
        yield started
    finally:
        running.__exit__(None, None, None)


@pytest.fixture(scope="session")
def empty_database(server: postgres.Server) -> str:
    open_queue(server.create("empty")).close()
    return "empty"


@pytest.fixture
def new_database(server: postgres.Server) -> Iterator[str]:
    """A server's database with nothing in it."""
    name = f"new{next(_numbers)}"
    yield server.create(name)
    server.drop(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The path or URL of an empty queue."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("empty_queue"), tmp_path)
        yield str(tmp_path / "factcheck.db")
        return
    server = request.getfixturevalue("server")
    name = f"queue{next(_numbers)}"
    yield server.create(name, template=request.getfixturevalue("empty_database"))
    server.drop(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[..., str]]:
    """Make queues as an earlier schema left them, and return their paths or URLs."""
    on_server: list[str] = []

    def make(version: str = "0001") -> str:
        name = f"old{next(_numbers)}"
        if request.param == "postgresql":
            target: str = request.getfixturevalue("server").create(name)
            on_server.append(name)
        else:
            target = str(tmp_path / f"{name}.db")
        fill_as(target, version)
        return target

    yield make
    for name in on_server:
        request.getfixturevalue("server").drop(name)


@pytest.fixture
def queue(target: str, clock: Clock) -> Iterator[Queue]:
    with open_queue(target, clock=clock) as opened:
        yield opened


@pytest.fixture
def sqlite_queue(tmp_path: Path, clock: Clock, empty_queue: Path) -> Iterator[Queue]:
    """A queue for what only a file has."""
    shutil.copy(empty_queue, tmp_path)
    with open_queue(tmp_path / "factcheck.db", clock=clock) as opened:
        yield opened


@pytest.fixture
def row_counts(queue: Queue) -> Callable[[], dict[str, int]]:
    def count() -> dict[str, int]:
        tables = ("article", "snapshot", "reference", "finding", "decision", "event")
        with queue.reading() as session:
            connection = session.connection()
            return {
                table: connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()
                for table in tables
            }

    return count
