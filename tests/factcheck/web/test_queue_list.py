"""How the list tells a finding, where findings stand, and which filters are in force."""

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from factcheck.model.article import Anchor
from factcheck.model.finding import Severity
from factcheck.queue import decisions, views
from factcheck.queue.decisions import By
from factcheck.queue.engine import Queue
from factcheck.queue.items import Age, Context
from factcheck.queue.states import DismissReason, Status
from factcheck.web.asking import Asked, Standing
from factcheck.web.excerpt import excerpt
from factcheck.web.narrowing import chips, tabs
from factcheck.web.rendering import language_tag
from factcheck.web.words import done, word
from tests.factcheck.queue.scanned import scan

LONG = "It was said for years in the town, and by the river too, that "


@pytest.mark.parametrize(
    ("sentence", "marked", "shown"),
    [
        ("Critics say it sank.", "Critics", ("", "Critics", " say it sank.")),
        ("It sank.", "It sank.", ("It sank.", "", "")),
        ("", "It sank.", ("It sank.", "", "")),
        ("It sank.", "", ("too loud", "", "")),
        ("It sank.", "elsewhere", ("elsewhere", "", "")),
        (f"{LONG}officials knew.", "officials", (LONG[:0], "officials", " knew.")),
    ],
    ids=["part", "whole", "no-sentence", "no-mark", "not-in-it", "far-in"],
)
def test_a_finding_is_told_in_its_sentence(
    queue: Queue, sentence: str, marked: str, shown: tuple[str, str, str]
) -> None:
    item = replace(
        views.list_findings(queue).items[0],
        sentence=sentence,
        anchor=Anchor(exact=marked),
        message="too loud",
    )
    made = excerpt(item)
    if sentence.startswith(LONG):
        assert made.before.startswith("… ")
        assert len(made.before) <= 52
        assert LONG.endswith(made.before[2:])
        shown = (made.before, *shown[1:])
    assert made == Context(before=shown[0], exact=shown[1], after=shown[2])


def test_a_tab_keeps_the_other_filters_and_begins_anew() -> None:
    asked = Asked(rule=["CLM001"], at=7, after="x")
    hrefs = {tab.label: tab.href for tab in tabs(asked)}
    assert hrefs["Waiting"] == "/queue?rule=CLM001"
    assert hrefs["Mine"] == "/queue?rule=CLM001&assignee=me"
    assert hrefs["Settled"] == "/queue?state=settled&rule=CLM001"
    assert [tab.label for tab in tabs(asked) if tab.current] == ["Waiting"]
    for tab in tabs(asked):
        assert tab.href.startswith("/queue?")


def test_each_filter_can_be_dropped_by_itself() -> None:
    asked = Asked(
        state=[Status.STALE, Status.REGRESSED],
        severity=[Severity.ERROR],
        rule=["CLM001", "ZZZ999"],
        text="dam",
        article="river",
        assignee="bo",
        age=Age.WEEK,
        sure=0.5,
    )
    labels = [chip.label for chip in chips(asked)]
    assert labels[:2] == ["stale", "back again"]
    assert "CLM001 unattributed claim" in labels
    assert "ZZZ999" in labels
    assert "at least 50% sure" in labels
    assert all(chip.href != asked.filtered() for chip in chips(asked))
    assert chips(Asked()) == ()
    assert chips(Asked(state=[Standing.SETTLED])) == ()


def test_several_rules_can_be_typed_into_one_field(client: TestClient, queue: Queue) -> None:
    scan(queue, "Loud!", key="b.md")
    page = client.get("/queue?rule=TST001,+TST002").text
    assert 'value="TST001 TST002"' in page
    assert "6 findings" in page


def test_settled_findings_have_a_list_of_their_own(client: TestClient, queue: Queue) -> None:
    assert "Nothing here" in client.get("/queue?state=settled").text
    decisions.dismiss(queue, 1, DismissReason.COMMON_KNOWLEDGE, By(actor="bo"))
    assert "1 finding" in client.get("/queue?state=settled").text
    assert "4 findings" in client.get("/queue").text


@pytest.mark.parametrize(
    ("stated", "tag"),
    [
        ("en", "en"),
        ("pt_BR", "pt-BR"),
        ("zh-Hant-TW", "zh-Hant-TW"),
        ("", ""),
        (None, ""),
        ('en" onclick="x', ""),
        ("klingon language", ""),
    ],
)
def test_a_language_is_stated_only_if_it_is_one(stated: str | None, tag: str) -> None:
    assert language_tag(stated) == tag


def test_states_and_doings_have_words() -> None:
    assert word("needs_writer") == "with the writer"
    assert word("second_read") == "read twice"
    assert done("undo") == "took back the last decision on"
    assert done("something_new") == "something new"


def test_what_a_scan_changed_has_a_page(client: TestClient, queue: Queue) -> None:
    scan(queue, "The dam broke! Who knew? A new one!\n")
    page = client.get("/articles/1/scans").text
    assert "A new one!" in page.partition("Gone")[0]
    assert "The mayor left!" in page.partition("Gone")[2]
    first = client.get("/articles/1/scans?scan=1").text
    assert "A scan of before" in first
    assert client.get("/articles/1/scans?scan=77").status_code == 404


def test_the_gate_page_shows_what_is_in_the_way(client: TestClient) -> None:
    page = client.get("/articles/1/gate").text
    assert "Why then?" in page
    assert "The dam broke!" not in page
    assert "The dam broke!" in client.get("/articles/1/gate?strict=true").text


def test_a_conflict_says_what_is_not_as_it_was_seen(client: TestClient, queue: Queue) -> None:
    seen = views.show(queue, 1).item.version
    decisions.confirm(queue, 1, By(actor="bo", note="ask_her"))
    form = {"choice": "dismiss:own_reporting", "version": str(seen), "note": "tape"}
    page = client.post("/findings/1/decide", data=form).text
    told = page.partition("What is not as you saw it")[2].partition("</table>")[0]
    assert "with the writer" in told
    assert "ask_her" in told
    assert "dismiss: own reporting" in page.partition("What you tried")[2]


def test_an_article_is_found_by_a_part_of_its_title(client: TestClient, queue: Queue) -> None:
    scan(queue, "Loud!", key="b.md")
    assert client.get("/articles?text=RIVER").text.count('data-name="Ready?"') == 2
    assert client.get("/articles?text=b.md").text.count('data-name="Ready?"') == 1
    assert "No article is called so" in client.get("/articles?text=%25").text
