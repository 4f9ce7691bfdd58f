"""Every page in a real Chromium: what axe-core says of it, how narrow it gets, how it is tabbed.

``FACTCHECK_SCREENSHOTS=docs/screenshots`` has the pictures of the documentation made anew.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck.queue import decisions, evidence, saved, views
from factcheck.queue.decisions import By
from factcheck.queue.roles import Role
from factcheck.queue.states import DismissReason, Resolution
from factcheck.queue.users import add
from factcheck.web.access import Door
from tests.factcheck.web.browsing import in_hand, until
from tests.factcheck.web.conftest import Served, serving

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

ARTICLE = 4  # the draft about the weir: duplicates, sources of all kinds, a citation, a link
PASSWORD = "correct horse battery"
GUIDELINES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {"runOnly": GUIDELINES, "rules": {"target-size": {"enabled": True}}}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
PAGES: dict[str, tuple[str, str]] = {
    "queue": ("/queue", "/queue"),
    "queue-by-rule": ("/queue", "/queue?group=rule&severity=warning&text=%22said%22"),
    "queue-nothing": ("/queue", "/queue?text=xyzzy"),
    "queue-settled": ("/queue", "/queue?state=settled"),
    "finding": ("/findings/{finding}", "/findings/1"),
    "evidence": ("/findings/{finding}/evidence", "/findings/{first}/evidence"),
    "similar": ("/findings/{finding}/similar", "/findings/{first}/similar"),
    "articles": ("/articles", "/articles"),
    "article": ("/articles/{article}", f"/articles/{ARTICLE}"),
    "article-right-to-left": ("/articles/{article}", "/articles/3"),
    "duplicates": ("/articles/{article}/duplicates", f"/articles/{ARTICLE}/duplicates"),
    "merge": ("/articles/{article}/merge", f"/articles/{ARTICLE}/merge?{{pair}}"),
    "gate": ("/articles/{article}/gate", f"/articles/{ARTICLE}/gate?strict=true"),
    "scans": ("/articles/{article}/scans", f"/articles/{ARTICLE}/scans"),
    "check-file": ("/articles/{article}/check-file", f"/articles/{ARTICLE}/check-file"),
    "export": ("/articles/{article}/export", f"/articles/{ARTICLE}/export"),
    "bulk": ("/bulk", "/bulk?rule=CLM"),
    "history": ("/history", "/history"),
    "history-of-scans": ("/history", "/history?scans=true"),
    "settings": ("/settings", "/settings"),
    "fault": ("", "/nowhere"),
    "fault-of-a-form": ("", "/queue?age=never"),
}
"""By name, a page of the router and an address of it; "" for none of the router's."""
STATES = {
    "queue-nothing",
    "queue-settled",
    "queue-by-rule",
    "history-of-scans",
    "fault-of-a-form",
    "refused",
    "judged",
    "forbidden",
    "signed-in-at-login",
    "signed-in-at-queue",
    "empty-queue",
    "empty-articles",
    "empty-history",
}
"""What is looked at and needs no picture in the documentation."""
NO_PAGES = {
    "/",
    "/login",
    "/articles/{article}/export/{name}",
    "/articles/{article}/export/findings/{name}",
}
"""What is got and is no page, or is a page only where there are accounts."""


@pytest.fixture(scope="module")
def worked(scanned_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve a desk at which people have been at work."""
    path = tmp_path_factory.mktemp("worked") / "desk.db"
    shutil.copy(scanned_file, path)
    with serving(path) as desk:
        queue = desk.queue
        ids = [item.id for item in views.list_findings(queue, limit=50).items]
        first, second, third, fourth, fifth = ids[:5]
        decisions.claim(queue, second, By(actor="ben"))
        note = "The tape of 3 March is in the safe."
        decisions.dismiss(queue, third, DismissReason.OWN_REPORTING, By(actor="ben", note=note))
        decisions.confirm(queue, fourth, By(actor="cleo"))
        decisions.resolve(queue, fifth, Resolution.REWORDED, By(actor="cleo"))
        new = evidence.NewEvidence(
            source="Bridge books of the county archive",
            locator="vol. 4, p. 211",
            archived_url="https://archive.example/bridge-books",
            note="Seen by two of us.",
        )
        evidence.add_evidence(queue, first, new, By(actor="ada"))
        evidence.assess(queue, first, evidence.ClaimVerdict.ACCURATE, By(actor="ben"))
        saved.save(queue, "Errors of the week", "severity=error", By(actor="ada"), shared=True)
        yield desk


def addresses(desk: Served) -> dict[str, str]:
    first = views.list_findings(desk.queue).items[0].id
    two = views.references(desk.queue, str(ARTICLE))[:2]
    pair = "&".join(f"id={one.reference.id}" for one in two)
    return {name: path.format(first=first, pair=pair) for name, (_, path) in PAGES.items()}


def still(browser: Any) -> Any:
    """Return a page whose colours change at once: half-way between two, contrast says nothing."""
    return browser.new_context(reduced_motion="reduce").new_page()


def violations(page: Any, options: dict[str, Any]) -> list[tuple[str, list[str]]]:
    results = axe.Axe().run(page, options=options)
    return [
        (each["id"], [node["html"][:120] for node in each["nodes"]][:3])
        for each in results.response["violations"]
    ]


def looked_at(page: Any, name: str) -> dict[str, Any]:
    """Look at the page that is open: by axe, light and dark, and on a screen of 320 pixels."""
    found: dict[str, Any] = {}
    page.set_viewport_size({"width": 1280, "height": 900})
    for scheme, options in (("light", RULES), ("dark", CONTRAST)):
        page.emulate_media(color_scheme=scheme)
        found[f"{name} {scheme}"] = violations(page, options)
        picture(page, f"{name}-{scheme}")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 320, "height": 700})
    wide = page.evaluate("document.documentElement.scrollWidth")
    found[f"{name} 320"] = [] if wide <= 320 else [f"{wide} px wide"]
    picture(page, f"{name}-320")
    return {where: what for where, what in found.items() if what}


def picture(page: Any, name: str) -> None:
    folder = os.environ.get("FACTCHECK_SCREENSHOTS")
    if folder and name.rpartition("-")[0] not in STATES:
        page.evaluate("scrollTo(0, 0)")
        page.screenshot(path=str(Path(folder) / f"{name}.png"))


def test_no_page_of_the_router_is_left_out(worked: Served) -> None:
    doors: tuple[Door, ...] = worked.app.state.doors
    got = {one.path for one in doors if one.method == "GET" and not one.path.startswith("/api/")}
    assert {re.sub("{article}|{finding}", "1", path) for path in got - NO_PAGES} == {
        re.sub("{article}|{finding}", "1", path) for path, _ in PAGES.values() if path
    }


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_a_telephone_is_wide_enough(
    worked: Served, browser: Any, name: str
) -> None:
    page = still(browser)
    page.goto(worked.url + addresses(worked)[name])
    assert looked_at(page, name) == {}
    page.context.close()


def counted(page: Any, desk: Served) -> None:
    page.goto(f"{desk.url}/bulk?rule=CLM")
    page.get_by_role("button", name="Count first").click()
    playwright.expect(page.locator("#counted")).to_be_visible()


def overtaken(page: Any, desk: Served) -> None:
    page.goto(f"{desk.url}/queue?rule=QUO")
    number = in_hand(page)
    decisions.confirm(desk.queue, number, By(actor="ben", note="asked her"))
    page.get_by_role("textbox", name="Note").fill("own tape")
    page.get_by_role("button", name="own reporting").click()
    playwright.expect(page.locator("#conflict-title")).to_be_visible()


def refused(page: Any, desk: Served) -> None:
    page.goto(f"{desk.url}/articles")
    page.locator("#url").fill("http://169.254.169.254/")
    page.get_by_role("button", name="Add and scan").click()
    playwright.expect(page.locator("h1")).to_have_text("That cannot be read")


def merged(page: Any, desk: Served) -> None:
    page.goto(f"{desk.url}/articles/{ARTICLE}/duplicates")
    page.get_by_role("button", name="Not a duplicate").first.click()
    playwright.expect(page.locator("#said")).to_contain_text("Kept apart")
    page.get_by_text("Merge entries that nothing pointed out").click()


STEPS: dict[str, Callable[[Any, Served], None]] = {
    "bulk-counted": counted,
    "conflict": overtaken,
    "refused": refused,
    "judged": merged,
}


@pytest.mark.parametrize("name", STEPS)
def test_axe_finds_nothing_on_what_an_action_leads_to(
    worked: Served, browser: Any, name: str
) -> None:
    page = still(browser)
    STEPS[name](page, worked)
    assert looked_at(page, name) == {}
    page.context.close()


def test_axe_finds_nothing_where_one_signs_in_and_may_not_do_all(
    served: Served, browser: Any
) -> None:
    add(served.queue, "Wim", Role.WRITER, PASSWORD)
    page = still(browser)
    page.goto(served.url)
    found = looked_at(page, "login")
    for password, leads_to in (("wrong " * 3, "login"), (PASSWORD, "queue")):
        page.get_by_label("Name").fill("Wim")
        page.get_by_label("Password").fill(password)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(f"**/{leads_to}")
        found |= looked_at(page, f"signed-in-at-{leads_to}")
    page.goto(f"{served.url}/bulk")
    playwright.expect(page.get_by_role("heading", level=1)).to_have_text("Not with your role")
    found |= looked_at(page, "forbidden")
    assert found == {}
    page.context.close()


def test_an_empty_desk_says_how_to_begin(tmp_path: Path, browser: Any) -> None:
    with serving(tmp_path / "empty.db") as desk:
        page = still(browser)
        found: dict[str, Any] = {}
        for name in ("queue", "articles", "history"):
            page.goto(f"{desk.url}/{name}")
            playwright.expect(page.locator(".empty").first).to_be_visible()
            found |= looked_at(page, f"empty-{name}")
        assert found == {}
        page.context.close()


HIDDEN = """() => {
  const focused = document.activeElement, box = focused.getBoundingClientRect();
  if (focused === document.body || box.width < 2) return null;
  const x = box.left + box.width / 2, at = [0.1, 0.5, 0.9].map(part => box.top + box.height * part);
  const seen = at.some(y => {
    const top = document.elementFromPoint(x, y);
    return top !== null && (focused.contains(top) || top.contains(focused));
  });
  return seen ? null : focused.outerHTML.slice(0, 120);
}"""


@pytest.mark.parametrize("name", ["queue", "article", "merge", "settings"])
def test_what_has_the_focus_is_in_sight_and_the_tab_key_comes_round(
    worked: Served, browser: Any, name: str
) -> None:
    page = browser.new_context(viewport={"width": 1280, "height": 700}).new_page()
    page.goto(worked.url + addresses(worked)[name])
    hidden = []
    for key in ("Tab", "Shift+Tab"):
        for _ in range(120):
            page.keyboard.press(key)
            hidden.append(page.evaluate(HIDDEN))
    assert [one for one in hidden if one is not None] == []
    until(page, lambda: page.evaluate("document.activeElement !== null"))
    page.context.close()


def test_nothing_moves_for_those_who_asked_that_nothing_moves(worked: Served, browser: Any) -> None:
    page = browser.new_context(reduced_motion="reduce").new_page()
    page.goto(f"{worked.url}/queue")
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(one => {"
        "  const style = getComputedStyle(one);"
        "  return style.transitionDuration !== '0s' || style.animationName !== 'none';"
        "}).length"
    )
    assert moving == 0
    page.context.close()


def test_text_spaced_out_by_the_reader_is_not_cut_off(worked: Served, browser: Any) -> None:
    """WCAG 1.4.12; the style is put in past the policy, as a reader's own browser does."""
    page = browser.new_context(bypass_csp=True, viewport={"width": 1280, "height": 900}).new_page()
    for path in ("/queue", f"/articles/{ARTICLE}", f"/articles/{ARTICLE}/duplicates"):
        page.goto(worked.url + path)
        page.add_style_tag(
            content="* { line-height: 1.5 !important; letter-spacing: .12em !important;"
            " word-spacing: .16em !important } p { margin-bottom: 2em !important }"
        )
        cut = page.evaluate(
            "[...document.querySelectorAll('button, .button, .status, .gate, .tabs a, h1, h2')]"
            ".filter(one => one.getClientRects().length && one.scrollWidth > one.clientWidth + 1"
            "  && getComputedStyle(one).display !== 'inline')"
            ".map(one => one.outerHTML.slice(0, 120))"
        )
        assert cut == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    page.context.close()
