"""An editor's morning at a served desk, in a real Chromium: by keyboard, and without JavaScript."""

from pathlib import Path
from typing import Any

import pytest

from factcheck.queue import evidence, merges, views
from factcheck.queue.roles import Role
from factcheck.queue.states import Status
from factcheck.queue.users import add
from tests.factcheck.web.browsing import decided, held, in_hand, not_held, tab_to
from tests.factcheck.web.conftest import Served

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
PASSWORD = "correct horse battery"


def sign_in(served: Served, browser: Any, name: str, role: Role) -> Any:
    """Return a page in a browser of its own, signed in by keyboard."""
    add(served.queue, name, role, PASSWORD)
    page = browser.new_context(accept_downloads=True).new_page()
    page.goto(served.url)
    tab_to(page, "Name")
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/queue")
    return page


def test_a_morning_by_keyboard(served: Served, browser: Any) -> None:
    """Open, filter, decide, meet a second editor, undo, read, merge, export; no mouse at all."""
    problems: list[str] = []
    ada = sign_in(served, browser, "ada", Role.EDITOR)
    ada.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
    first, second = filter_and_walk(ada)
    decide_and_undo(ada, served, first, second)
    ben = sign_in(served, browser, "ben", Role.CHECKER)
    come_second(ada, ben, served, first)
    held(ada, second)
    read_along(ada, second)
    give_evidence(ada, served, second)
    merge_and_export(ada, served)
    assert [one for one in problems if "409" not in one] == []
    for page in (ada, ben):
        page.context.close()


def filter_and_walk(ada: Any) -> tuple[int, int]:
    """Search, go along the list and back; return the first two findings."""
    ada.keyboard.press("/")
    ada.keyboard.type("said")
    ada.keyboard.press("Enter")
    ada.wait_for_url("**text=said**")
    playwright.expect(ada.locator(".chips")).to_contain_text("said")
    ada.keyboard.press("Escape")
    first = in_hand(ada)
    ada.keyboard.press("j")
    not_held(ada, first)
    second = in_hand(ada)
    ada.keyboard.press("k")
    held(ada, first)
    return first, second


def decide_and_undo(ada: Any, served: Served, first: int, second: int) -> None:
    """Decide with a note: the next one comes up, a line says what was done, one key undoes it."""
    ada.keyboard.press("n")
    ada.keyboard.type("ask the writer: j k a 1 are letters here")
    ada.keyboard.press("Escape")
    ada.keyboard.press("a")
    held(ada, second)
    assert decided(served.queue) == [(first, Status.NEEDS_WRITER)]
    assert "letters here" in views.show(served.queue, first).decisions[-1].note
    said = ada.locator("#said[aria-live=polite]")
    playwright.expect(said).to_contain_text(f"Finding {first}: confirm")
    ada.keyboard.press("u")
    held(ada, first)
    assert decided(served.queue) == []
    playwright.expect(said).to_contain_text("open again")


def come_second(ada: Any, ben: Any, served: Served, first: int) -> None:
    """Decide on what another has decided meanwhile: see what he did, and overrule him."""
    ben.goto(f"{served.url}/queue?at={first}")
    ben.keyboard.press("1")
    not_held(ben, first)
    ada.keyboard.press("a")
    playwright.expect(ada.locator("#conflict-title")).to_be_focused()
    playwright.expect(ada.locator("#conflict-title")).to_have_text("ben changed this first")
    playwright.expect(ada.locator(".conflict")).to_contain_text("detector wrong")
    assert decided(served.queue) == [(first, Status.DISMISSED)]
    kinds = [event.kind for event in views.history(served.queue, first, scans=False)]
    assert kinds[:2] == ["refused", "dismiss"]
    tab_to(ada, "Decide so all the same")
    ada.keyboard.press("Enter")
    not_held(ada, first)
    assert decided(served.queue) == [(first, Status.NEEDS_WRITER)]


def read_along(ada: Any, finding: int) -> None:
    """Go from a finding to its place in the text, along the text, and back."""
    ada.keyboard.press("t")
    ada.wait_for_url(f"**/articles/*#place-{finding}")
    ada.wait_for_selector(f"[data-finding='{finding}'][data-letter]")
    ada.keyboard.press("j")
    ada.wait_for_function("n => location.hash !== `#place-${n}`", arg=finding)
    ada.keyboard.press("k")
    ada.wait_for_selector(f"[data-finding='{finding}'][data-letter]")
    ada.keyboard.press("t")
    held(ada, finding)


def give_evidence(ada: Any, served: Served, finding: int) -> None:
    """State what a finding rests on."""
    ada.keyboard.press("v")
    ada.wait_for_url(f"**/findings/{finding}/evidence")
    tab_to(ada, "Source")
    ada.keyboard.type("Bridge books, vol. 4")
    ada.keyboard.press("Enter")
    playwright.expect(ada.locator(".record")).to_contain_text("Bridge books, vol. 4")
    (noted,) = evidence.record_of(served.queue, finding).evidence
    assert noted.actor == "ada"


def merge_and_export(ada: Any, served: Served) -> None:
    """Merge two entries after a preview, take it back, twice; then take the list along."""
    said = ada.locator("#said")
    ada.goto(f"{served.url}/articles/4/duplicates")
    for _ in range(2):
        tab_to(ada, "Merge, with a preview")
        ada.keyboard.press("Enter")
        playwright.expect(ada.get_by_role("heading", level=1)).to_be_focused()
        tab_to(ada, "They are one work")
        ada.keyboard.press("Enter")
        playwright.expect(said).to_contain_text("one work from now on")
        ada.keyboard.press("u")
        playwright.expect(said).to_contain_text("Taken back.")
    assert [one.undone for one in merges.judgements(served.queue, "4")] == [True, True]
    tab_to(ada, "Export")
    ada.keyboard.press("Enter")
    ada.wait_for_url("**/export")
    tab_to(ada, "BibTeX")
    with ada.expect_download() as coming:
        ada.keyboard.press("Enter")
    assert Path(coming.value.path()).read_text(encoding="utf-8").startswith("@")


@pytest.mark.parametrize("scripted", [True, False], ids=["scripted", "without-javascript"])
def test_a_morning_by_mouse(served: Served, browser: Any, *, scripted: bool) -> None:
    """Open, filter, decide, undo, bulk, read, merge, take back, scan, export: with and without."""
    context = browser.new_context(java_script_enabled=scripted, accept_downloads=True)
    page = context.new_page()
    page.goto(f"{served.url}/queue")
    page.get_by_text("Filters", exact=True).click()
    page.get_by_label("Rule", exact=True).fill("QUO, CLM003")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**/queue?**rule=QUO**")
    playwright.expect(page.locator(".chips")).to_contain_text("CLM003")
    number = in_hand(page)
    page.get_by_role("button", name="Confirm").click()
    playwright.expect(page.locator("#said")).to_contain_text(f"Finding {number}: confirm")
    assert decided(served.queue) == [(number, Status.NEEDS_WRITER)]
    page.locator("#said").get_by_role("button", name="Undo").click()
    playwright.expect(page.locator("#said")).to_contain_text("open again")
    assert decided(served.queue) == []

    page.get_by_text("Keep this filter").click()
    page.get_by_label("Name", exact=True).fill("Who says so")
    page.get_by_role("button", name="Keep", exact=True).click()
    playwright.expect(page.locator(".views")).to_contain_text("Who says so")
    page.get_by_role("link", name="Decide about all").click()
    page.get_by_label("Decision").select_option("dismiss:not_checkable")
    page.get_by_role("button", name="Count first").click()
    playwright.expect(page.locator("#counted")).to_contain_text("would be decided")
    assert decided(served.queue) == []
    page.get_by_role("button", name="Do it").click()
    playwright.expect(page.locator("#said")).to_contain_text("dismiss: not checkable")
    page.locator("#said").get_by_role("button", name="Undo").click()
    playwright.expect(page.locator("#said")).to_contain_text("Taken back for")
    assert decided(served.queue) == []

    page.goto(f"{served.url}/articles/4")
    page.locator(".text a.flag").first.click()
    page.wait_for_url("**#note-**")
    page.get_by_role("link", name="Duplicates").click()
    page.get_by_role("button", name="Merge, with a preview").first.click()
    playwright.expect(page.get_by_role("heading", level=1)).to_contain_text("into one work")
    page.get_by_role("button", name="They are one work").click()
    playwright.expect(page.locator("#said")).to_contain_text("one work from now on")
    page.get_by_role("button", name="Take back").click()
    playwright.expect(page.locator("main")).to_contain_text("taken back")
    page.get_by_role("button", name="Not a duplicate").first.click()
    playwright.expect(page.locator("#said")).to_contain_text("Kept apart")

    page.get_by_role("button", name="Scan again").click()
    playwright.expect(page.get_by_role("heading", level=2).first).to_contain_text("The last scan")
    playwright.expect(page.locator("#said")).to_contain_text("gone")

    page.get_by_role("link", name="Export").click()
    with page.expect_download() as coming:
        page.get_by_role("link", name="BibTeX").click()
    assert Path(coming.value.path()).read_text(encoding="utf-8").startswith("@")
    context.close()


def test_keys_can_be_changed_and_switched_off(served: Served, browser: Any) -> None:
    page = browser.new_context().new_page()
    page.goto(f"{served.url}/queue")
    first = in_hand(page)
    page.keyboard.press("?")
    page.get_by_label("confirm: the writer has to act").fill("y")
    page.get_by_role("button", name="Keep").click()
    playwright.expect(page.locator("#said")).to_contain_text("Kept in this browser")
    page.goto(f"{served.url}/queue")
    page.keyboard.press("a")
    page.keyboard.press("y")
    not_held(page, first)
    assert decided(served.queue) == [(first, Status.NEEDS_WRITER)]
    page.goto(f"{served.url}/settings")
    page.get_by_label("Use single keys").uncheck()
    page.get_by_role("button", name="Keep").click()
    playwright.expect(page.locator("#said")).to_contain_text("Kept in this browser")
    page.goto(f"{served.url}/queue")
    assert page.locator("[data-letter], kbd").count() == 0
    page.keyboard.press("y")
    page.keyboard.press("j")
    assert page.url.endswith("/queue")
    assert len(decided(served.queue)) == 1
    page.context.close()


TYPED_ON = """() => {
  const press = key => document.body.dispatchEvent(
    new KeyboardEvent("keydown", {key: key, bubbles: true}));
  document.addEventListener("htmx:beforeSwap", () => press("n"), {once: true});
  document.addEventListener("htmx:afterSettle", () => press("1"), {once: true});
}"""


def test_a_key_held_or_typed_too_early_decides_nothing(served: Served, browser: Any) -> None:
    """What is typed while an answer is under way, and in one go with it, is for nothing to come."""
    page = browser.new_context().new_page()
    page.goto(f"{served.url}/queue")
    first = in_hand(page)
    page.evaluate(TYPED_ON)
    page.keyboard.down("a")
    page.keyboard.down("a")  # the key is held: the browser says that it repeats
    page.keyboard.up("a")
    not_held(page, first)
    second = in_hand(page)
    page.goto(f"{served.url}/queue?at={second}")
    held(page, second)
    assert decided(served.queue) == [(first, Status.NEEDS_WRITER)]
    page.context.close()


def test_a_desk_that_is_gone_says_that_nothing_was_decided(served: Served, browser: Any) -> None:
    page = browser.new_context().new_page()
    page.goto(f"{served.url}/queue")
    first = in_hand(page)
    page.route("**/decide", lambda route: route.abort())
    page.keyboard.press("a")
    playwright.expect(page.locator("#said")).to_contain_text("Nothing was decided")
    assert in_hand(page) == first
    page.unroute("**/decide")
    page.keyboard.press("a")
    not_held(page, first)
    assert decided(served.queue) == [(first, Status.NEEDS_WRITER)]
    page.context.close()
