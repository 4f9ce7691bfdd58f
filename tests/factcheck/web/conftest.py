"""A desk on a real queue, asked over HTTP without a browser: what works here needs no script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from factcheck.queue.engine import Queue, open_queue
from factcheck.web.app import create_app
from factcheck.web.settings import DeskSettings
from tests.factcheck.queue.scanned import Clock, scan

TEXT = "The dam broke! Who knew? Nobody warned us! The mayor left! Why then?\n"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def queue(tmp_path: Path, clock: Clock) -> Iterator[Queue]:
    with open_queue(tmp_path / "desk.db", clock=clock) as opened:
        scan(opened, TEXT)
        yield opened


@pytest.fixture
def app(queue: Queue) -> FastAPI:
    return create_app(DeskSettings(queue=queue, actor="ada"))


@pytest.fixture
def client(app: FastAPI) -> TestClient:
    return TestClient(app, base_url="http://127.0.0.1:8765", follow_redirects=False)
