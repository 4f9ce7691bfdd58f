"""Many processes on one file, and processes that die at any moment."""

import json
import multiprocessing
import os
import random
import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func
from sqlmodel import select

from factcheck.errors import DecisionConflict
from factcheck.queue import decisions, views
from factcheck.queue.decisions import By
from factcheck.queue.engine import Queue, open_queue
from factcheck.queue.states import DismissReason
from factcheck.queue.tables import DecisionRow, EventRow
from factcheck.queue.upkeep import check
from tests.factcheck.queue import writer
from tests.factcheck.queue.scanned import scan

PROCESSES, DECISIONS = 8, 500
KILLS = int(os.environ.get("FACTCHECK_KILLS", "40"))
"""Of each database, a quarter each while deciding, scanning, exporting, migrating; ``make kills``
runs 200."""

# Forked from a server that has imported everything, so that a hundred processes do not import it a
# hundred times over; and not from this process, whose open database must not be inherited.
PROCESSES_OF = multiprocessing.get_context("forkserver")
PROCESSES_OF.set_forkserver_preload([writer.__name__, "alembic.command"])


def start(work: Callable[..., None], *arguments: Any) -> BaseProcess:
    process = PROCESSES_OF.Process(target=work, args=arguments)
    process.start()
    return process


def totals(queue: Queue) -> tuple[int, int]:
    with queue.reading() as session:
        made = session.exec(select(func.count()).select_from(DecisionRow)).one()
        logged = select(func.count()).where(EventRow.decision_id != None)  # noqa: E711 -- SQL
        return made, session.exec(logged).one()


@pytest.mark.slow
def test_eight_processes_lose_no_decision(queue: Queue, target: str) -> None:
    scan(queue, writer.TEXT)
    running = [start(writer.decide, target, f"editor{n}", DECISIONS) for n in range(PROCESSES)]
    for process in running:
        process.join(timeout=200)
        assert process.exitcode == 0  # a lock or a conflict would have ended it with a traceback
    assert totals(queue) == (PROCESSES * DECISIONS, PROCESSES * DECISIONS)
    versions = [item.version - 1 for item in views.list_findings(queue).items]
    assert sum(versions) == PROCESSES * DECISIONS
    assert check(queue) == ()


@pytest.mark.slow
@pytest.mark.parametrize("work", [writer.decide_on, writer.scan_on, writer.export_on])
def test_killed_at_any_moment_it_is_sound(
    queue: Queue, target: str, tmp_path: Path, work: Callable[..., None]
) -> None:
    scan(queue, writer.TEXT)
    choose, output = random.Random(2), tmp_path / "findings.jsonld"
    for _ in range(KILLS // 4):
        before, begun = totals(queue), PROCESSES_OF.Event()
        process = start(work, target, begun, output)
        assert begun.wait(timeout=60)
        killed(process, choose.random() * 0.05)
        made, logged = totals(queue)
        assert made == logged >= before[0]
        assert is_whole(queue)
        if output.exists():
            assert json.loads(output.read_text(encoding="utf-8"))["items"]
    assert check(queue) == ()
    scan(queue, writer.TEXT)
    writer.decide(target, "ada", 1)
    assert check(queue) == ()


@pytest.mark.slow
def test_killed_while_it_migrates_it_is_as_old_or_as_new(older: Callable[[], str]) -> None:
    choose = random.Random(5)
    for _ in range(KILLS // 4):
        target = older()
        process = start(writer.make, target)
        killed(process, choose.random() * 0.3)
        with open_queue(target) as queue:
            assert is_whole(queue)
            assert check(queue) == ()
            assert totals(queue) == (1, 1)


def killed(process: BaseProcess, after: float) -> None:
    """Kill a process that has begun, a little later."""
    time.sleep(after)
    process.kill()
    process.join(timeout=60)


def is_whole(queue: Queue) -> bool:
    """Tell whether the file is sound; a server sees to that itself."""
    if queue.path is None:
        return True
    with closing(sqlite3.connect(queue.path)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.slow
def test_killed_while_it_is_made_a_queue_can_be_made_again(tmp_path: Path) -> None:
    choose = random.Random(3)
    for number in range(10):
        path = tmp_path / f"{number}.db"
        process = start(writer.make, str(path))
        killed(process, choose.random() * 0.15)
        with open_queue(path) as queue:
            assert check(queue) == ()


def test_many_threads_share_a_queue(queue: Queue) -> None:
    scan(queue, writer.TEXT)

    def decide(number: int) -> None:
        by = By(actor=f"editor{number}")
        decisions.dismiss(queue, number % writer.FINDINGS + 1, DismissReason.NOT_CHECKABLE, by)
        views.list_findings(queue)

    with ThreadPoolExecutor(20) as pool:
        list(pool.map(decide, range(100)))
    assert totals(queue) == (100, 100)
    assert check(queue) == ()


def test_of_many_who_saw_the_same_one_decides(queue: Queue) -> None:
    scan(queue, writer.TEXT)

    def decide(number: int) -> str:
        by = By(actor=f"editor{number}", seen_version=1)
        try:
            decisions.dismiss(queue, 1, DismissReason.NOT_CHECKABLE, by)
        except DecisionConflict as conflict:
            return str(conflict)
        return "decided"

    with ThreadPoolExecutor(10) as pool:
        said = list(pool.map(decide, range(20)))
    assert said.count("decided") == 1
    assert sum("was first: dismiss" in line for line in said) == 19
    kinds = [event.kind for event in views.show(queue, 1).events]
    assert kinds.count("refused") == 19


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_many_make_the_same_new_queue(
    tmp_path: Path, kind: str, request: pytest.FixtureRequest
) -> None:
    url: str = str(tmp_path / "factcheck.db")
    if kind == "postgresql":
        url = request.getfixturevalue("new_database")

    def make(_: int) -> tuple[str, ...]:
        with open_queue(url) as queue:
            return check(queue)

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(make, range(6))) == [()] * 6
