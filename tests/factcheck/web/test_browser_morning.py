"""An editor's morning at a served desk, in a real Chromium, and what axe-core says of each page.

``FACTCHECK_SCREENSHOTS=docs/screenshots`` has the pictures of the documentation made anew.
"""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from factcheck.config import Settings
from factcheck.queue import merges, views
from factcheck.queue.engine import Queue, open_queue
from factcheck.queue.states import Status
from factcheck.scanning import Recorder
from factcheck.web.app import create_app
from factcheck.web.settings import DeskSettings

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
PROGRAM = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chrome"))), None)
pytestmark = pytest.mark.skipif(PROGRAM is None, reason="no Chromium or Chrome on PATH")

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
PAGES = {
    "queue": "/queue",
    "finding": "/findings/1",
    "evidence": "/findings/1/evidence",
    "article": "/articles/1",
    "articles": "/articles",
    "duplicates": "/articles/1/duplicates",
    "gate": "/articles/1/gate",
    "export": "/articles/1/export",
    "check-file": "/articles/1/check-file",
    "history": "/history",
    "settings": "/settings",
}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@dataclass(frozen=True)
class Served:
    """A desk that listens on this machine."""

    url: str
    queue: Queue


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    monkeypatch.chdir(EXAMPLES.parent)
    with open_queue(tmp_path / "desk.db") as queue:
        recorder = Recorder(queue, Settings(), "ada")
        for name in ("harbour.md", "harbour.html"):
            recorder.scan(f"examples/{name}")
        app = create_app(DeskSettings(queue=queue, actor="ada"))
        server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            thread.join(0.05)
            assert thread.is_alive()
        port = server.servers[0].sockets[0].getsockname()[1]
        yield Served(url=f"http://127.0.0.1:{port}", queue=queue)
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as running:
        options = ["--no-sandbox"] if os.getuid() == 0 else []
        opened = running.chromium.launch(executable_path=PROGRAM, args=options)
        yield opened
        opened.close()


def decided(queue: Queue) -> list[tuple[int, Status]]:
    items = views.list_findings(queue, limit=200).items
    return sorted((item.id, item.status) for item in items if item.status is not Status.OPEN)


def in_hand(page: Any) -> int:
    address = page.locator('a[href*="#place-"]').first.get_attribute("href")
    return int(address.rpartition("-")[2])


def test_a_morning_by_keyboard(served: Served, browser: Any) -> None:
    page = browser.new_page()
    problems: list[str] = []
    page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
    page.goto(served.url)
    assert page.url.endswith("/queue")
    first = in_hand(page)

    page.keyboard.press("j")
    page.wait_for_function("n => !document.querySelector(`a[href*='#place-${n}']`)", arg=first)
    second = in_hand(page)
    assert second != first
    page.keyboard.press("k")
    page.wait_for_function("n => document.querySelector(`a[href*='#place-${n}']`)", arg=first)

    page.keyboard.press("a")
    page.wait_for_function("n => !document.querySelector(`a[href*='#place-${n}']`)", arg=first)
    until(page, lambda: decided(served.queue) == [(first, Status.NEEDS_WRITER)])
    assert in_hand(page) == second
    # htmx settles a moment after the swap: focus is awaited, not read at once.
    page.wait_for_function("() => document.activeElement.closest('main') !== null")

    page.keyboard.press("u")
    page.wait_for_function("n => document.querySelector(`a[href*='#place-${n}']`)", arg=first)
    until(page, lambda: decided(served.queue) == [])

    page.goto(f"{served.url}/queue?at={second}")
    page.keyboard.press("t")
    page.wait_for_selector("[data-place-letter][data-letter]")
    page.keyboard.press("t")
    page.wait_for_function("() => location.pathname === '/queue'")
    assert in_hand(page) == second
    assert problems == []


def test_the_second_of_two_editors_sees_what_the_first_did(served: Served, browser: Any) -> None:
    ada, ben = browser.new_page(), browser.new_page()
    ada.goto(f"{served.url}/queue")
    number = in_hand(ada)
    ben.goto(f"{served.url}/queue?at={number}")
    ada.keyboard.press("1")
    ada.wait_for_function("n => !document.querySelector(`a[href*='#place-${n}']`)", arg=number)
    ben.keyboard.press("a")
    playwright.expect(ben.locator("#conflict-title")).to_have_text("ada changed this first")
    assert decided(served.queue) == [(number, Status.DISMISSED)]
    kinds = [event.kind for event in views.history(served.queue, number)]
    assert "refused" in kinds


@pytest.mark.parametrize("scripted", [True, False], ids=["scripted", "without-javascript"])
def test_a_morning_by_mouse(served: Served, browser: Any, *, scripted: bool) -> None:
    """Open, filter, decide, undo, read, merge, take back, export: the same with and without JS."""
    context = browser.new_context(java_script_enabled=scripted, accept_downloads=True)
    page = context.new_page()
    page.goto(f"{served.url}/queue")
    page.get_by_text("Filters", exact=True).click()
    page.get_by_label("Rule", exact=True).fill("QUO")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**/queue?**rule=QUO**")
    playwright.expect(page.locator(".rows li").first).to_contain_text("QUO")
    number = in_hand(page)
    page.get_by_role("button", name="Confirm").click()
    until(page, lambda: decided(served.queue) == [(number, Status.NEEDS_WRITER)])
    page.locator("#said").get_by_role("button", name="Undo").click()
    until(page, lambda: decided(served.queue) == [])

    page.goto(f"{served.url}/articles/1")
    page.locator("a.flag").first.click()
    page.wait_for_url("**#note-**")
    page.get_by_role("link", name="Duplicates").click()
    page.get_by_role("button", name="Merge, with a preview").first.click()
    playwright.expect(page.get_by_role("heading", level=1)).to_contain_text("into one work")
    page.get_by_role("button", name="They are one work").click()
    playwright.expect(page.locator("#said")).to_contain_text("one work from now on")
    page.get_by_role("button", name="Take back").click()
    playwright.expect(page.locator("main")).to_contain_text("taken back")
    (judgement,) = merges.judgements(served.queue, "1")
    assert judgement.undone

    page.get_by_role("link", name="Export").click()
    with page.expect_download() as coming:
        page.get_by_role("link", name="BibTeX").click()
    assert Path(coming.value.path()).read_text(encoding="utf-8").startswith("@")
    context.close()


def until(page: Any, holds: Callable[[], bool]) -> None:
    """Wait until something holds; what a click sets off arrives when it arrives."""
    for _ in range(200):
        if holds():
            return
        page.wait_for_timeout(50)
    assert holds()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_no_page_is_wider_than_a_telephone(
    served: Served, browser: Any, scheme: str
) -> None:
    found = {}
    for name, path in PAGES.items():
        page = browser.new_page(color_scheme=scheme, viewport={"width": 1440, "height": 1000})
        page.goto(served.url + path)
        results = axe.Axe().run(page, options=RULES)
        found[name] = [
            (each["id"], [node["html"][:120] for node in each["nodes"]][:3])
            for each in results.response["violations"]
        ]
        picture(page, f"{name}-{scheme}")
        page.set_viewport_size({"width": 320, "height": 700})
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320, f"{path} is {wide} px wide on a screen of 320"
        if scheme == "light":
            picture(page, f"{name}-320")
        page.close()
    assert {name: each for name, each in found.items() if each} == {}


def picture(page: Any, name: str) -> None:
    folder = os.environ.get("FACTCHECK_SCREENSHOTS")
    if folder:
        page.screenshot(path=str(Path(folder) / f"{name}.png"))
