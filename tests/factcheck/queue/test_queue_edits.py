"""HARDENING row 31: an edited article is scanned again; decisions stay, and go to nobody else."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.config import Settings
from factcheck.model.document import Document
from factcheck.queue import decisions
from factcheck.queue.decisions import By
from factcheck.queue.engine import Queue, open_queue
from factcheck.queue.export import every
from factcheck.queue.items import Item
from factcheck.queue.states import DismissReason, Status
from factcheck.scanning import Recorder

PARAGRAPHS = (
    "The new ferry cost 41 million euros, twice what the county had planned.",
    "Critics say the slipway was built too short. Sources say the pilots knew it by 2019.",
    "It is the longest ferry line in the north. About 62 per cent of the crews have left.",
    '"Nobody asked the crews," one deckhand said. "They will ask us when she sinks."',
    "The company fired nine engineers in March. It wanted to hide the cracks in the hull.",
    "Experts believe that the engine is 30 years old. The engine was made in Gdynia in 1988.",
    "Some say the harbour fees doubled last year. The fees brought in 3.2 million euros.",
    "An official said the inquiry was over. The inquiry heard 140 witnesses in eleven days.",
)
TEXT = "# The ferry\n\n" + "\n\n".join(PARAGRAPHS) + "\n"

EDITS: dict[str, Callable[[str], str]] = {
    "nothing": lambda text: text,
    "a paragraph put in": lambda text: text.replace(
        "Critics say", "The ferry sails at dawn, as Ann Wright, its captain, said.\n\nCritics say"
    ),
    "paragraphs in another order": lambda text: "\n\n".join(reversed(text.strip().split("\n\n"))),
    "a typing error mended elsewhere": lambda text: text.replace("in the north", "of the north"),
    "curly quotation marks": lambda text: re.sub(r'"([^"]*)"', r"“\1”", text),
    "spaces and line ends": lambda text: re.sub(r"(\w{5}) (\w)", r"\1\n\2", text),
    "a heading put in": lambda text: text.replace("Some say", "## Fees\n\nSome say"),
    "two paragraphs made one": lambda text: text.replace("planned.\n\n", "planned. "),
    "a paragraph parted": lambda text: text.replace("too short. ", "too short.\n\n"),
    "a sentence written anew": lambda text: text.replace("It wanted to hide the cracks", "Cracks"),
    "another title": lambda text: text.replace("# The ferry", "# Who pays for the ferry"),
}  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Queue:
    return open_queue(tmp_path / "edits.db")


def scan(queue: Queue, text: str) -> None:
    document = Document(target="ferry.md", body=text.encode(), media_type="text/markdown")
    Recorder(queue, Settings(), "scanner").scan_document(document)


def place(item: Item) -> tuple[str, str, str]:
    """Return what a finding is about: its rule, and its words without marks and spaces."""
    said = item.sentence or item.anchor.exact
    return item.code, re.sub(r"\W+", " ", said).strip(), re.sub(r"\W+", "", item.anchor.exact)


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_decisions_outlive_an_edit(desk: Queue, edit: Callable[[str], str]) -> None:
    with desk as queue:
        scan(queue, TEXT)
        for item in every(queue):
            decisions.dismiss(queue, item.id, DismissReason.NOT_CHECKABLE, By(actor="ada"))
        before = {place(item) for item in every(queue)}
        assert len(before) >= 15
        scan(queue, edit(TEXT))
        there = [item for item in every(queue) if item.status is not Status.GONE]
        kept = {place(item) for item in there if item.status is Status.DISMISSED}
        still = before & {place(item) for item in there}
        assert len(kept & still) >= 0.98 * len(still)
        assert kept <= before, "a decision went to a sentence that nobody had decided"
