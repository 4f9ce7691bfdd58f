"""What a test does at a browser: wait until something holds, and go on by keyboard alone."""

from collections.abc import Callable
from typing import Any

from factcheck.queue import views
from factcheck.queue.engine import Queue
from factcheck.queue.states import Status

FOCUSED = "document.activeElement"


def until(page: Any, holds: Callable[[], bool]) -> None:
    """Wait until something holds; what a click sets off arrives when it arrives."""
    for _ in range(400):
        if holds():
            return
        page.wait_for_timeout(50)
    assert holds()


def decided(queue: Queue) -> list[tuple[int, Status]]:
    """Return the findings that are open no more, with their states."""
    items = views.list_findings(queue, limit=200).items
    return sorted((item.id, item.status) for item in items if item.status is not Status.OPEN)


def in_hand(page: Any) -> int:
    """Return the number of the finding in hand."""
    address = page.locator('.work a[href*="#place-"]').first.get_attribute("href")
    return int(address.rpartition("-")[2])


def held(page: Any, number: int) -> None:
    """Wait until a finding is in hand and its heading has the focus."""
    page.wait_for_function(
        "n => document.activeElement.id === 'in-hand'"
        " && document.querySelector(`.work a[href*='#place-${n}']`) !== null",
        arg=number,
    )


def not_held(page: Any, number: int) -> None:
    """Wait until another finding than this one is in hand, its heading with the focus."""
    page.wait_for_function(
        "n => document.activeElement.id === 'in-hand'"
        " && document.querySelector(`.work a[href*='#place-${n}']`) === null",
        arg=number,
    )


def tab_to(page: Any, words: str) -> None:
    """Go by the tab key to the next control that says something; fail where none can be reached."""
    for _ in range(300):
        page.keyboard.press("Tab")
        said = page.evaluate(
            f"(({FOCUSED}.labels && {FOCUSED}.labels[0]) || {FOCUSED}).textContent.trim()"
        )
        if said.startswith(words):
            return
    raise AssertionError(f"no control that says {words!r} is reached by the tab key")
