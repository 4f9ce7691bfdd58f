"""A desk on a real queue: asked over HTTP without a browser, or served to a real Chromium.

What works without a browser needs no script.
"""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient

from factcheck.config import Settings
from factcheck.fetch.media_types import from_name
from factcheck.model.document import Document
from factcheck.queue.engine import Queue, open_queue
from factcheck.scanning import Recorder
from factcheck.web.app import create_app
from factcheck.web.settings import DeskSettings
from tests.factcheck.queue.scanned import Clock, scan

TEXT = "The dam broke! Who knew? Nobody warned us! The mayor left! Why then?\n"
PROJECT = Path(__file__).resolve().parents[3]
DRAFTS = ("examples/harbour.html", "examples/harbour.md", *(
    f"tests/factcheck/web/drafts/{name}" for name in ("dam.html", "weir.md")
))  # fmt: skip
PROGRAM = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chrome"))), None)


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


@dataclass(frozen=True)
class Served:
    """A desk that listens on this machine; ``stop`` ends it at once."""

    url: str
    queue: Queue
    app: FastAPI
    server: uvicorn.Server

    def stop(self) -> None:
        """Have it answer nobody any more."""
        self.server.should_exit = True


@pytest.fixture(scope="session")
def scanned_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a queue into which the drafts were scanned, to be copied."""
    path = tmp_path_factory.mktemp("scanned") / "desk.db"
    with open_queue(path) as queue:
        recorder = Recorder(queue, Settings(), "ada")
        for name in DRAFTS:
            draft = PROJECT / name
            kind = from_name(draft)
            recorder.scan_document(
                Document(target=draft.name, body=draft.read_bytes(), media_type=kind)
            )
    return path


@contextmanager
def serving(path: Path) -> Iterator[Served]:
    """Serve the desk of a queue."""
    with open_queue(path) as queue:
        app = create_app(DeskSettings(queue=queue, actor="ada"))
        server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            thread.join(0.05)
            assert thread.is_alive()
        port = server.servers[0].sockets[0].getsockname()[1]
        served = Served(url=f"http://127.0.0.1:{port}", queue=queue, app=app, server=server)
        yield served
        served.stop()
        thread.join(20)


@pytest.fixture
def served(scanned_file: Path, tmp_path: Path) -> Iterator[Served]:
    with serving(Path(shutil.copy(scanned_file, tmp_path / "desk.db"))) as desk:
        yield desk


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if PROGRAM is None:
        pytest.skip("no Chromium or Chrome on PATH")
    playwright.expect.set_options(timeout=30_000)  # milliseconds; as for everything else awaited
    with playwright.sync_playwright() as running:
        options = ["--no-sandbox"] if os.getuid() == 0 else []
        opened = running.chromium.launch(executable_path=PROGRAM, args=options)
        yield opened
        opened.close()
