"""A queue on a real file."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from factcheck.queue.engine import Queue, open_queue
from tests.factcheck.queue.scanned import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def empty_queue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "factcheck.db"
    open_queue(path).close()
    return path


@pytest.fixture
def queue(tmp_path: Path, clock: Clock, empty_queue: Path) -> Iterator[Queue]:
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
