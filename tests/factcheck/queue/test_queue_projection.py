"""Whatever editors and scans do, the stored standing is what the log says."""

import datetime as dt
import functools
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from factcheck.errors import DecisionConflict
from factcheck.queue import decisions, views
from factcheck.queue.decisions import By
from factcheck.queue.engine import open_queue
from factcheck.queue.states import DismissReason, Resolution
from factcheck.queue.upkeep import check
from tests.factcheck.queue.scanned import Clock, lint, scan

SENTENCES = (
    "The river rose faster than anyone had feared!",
    "The river rose much faster than anyone feared!",
    "Who paid for the wall beside the mill?",
    "Who has paid for that wall beside the mill?",
    "It was over by noon!",
)
ACTORS = st.sampled_from(["ada", "bo"])
FINDINGS = st.integers(1, len(SENTENCES))
PLAIN = {
    "claim": decisions.claim,
    "release": decisions.release,
    "confirm": decisions.confirm,
    "second_read": decisions.second_read,
    "close": decisions.close,
    "reopen": decisions.reopen,
    "undo": decisions.undo,
}


class Desk(RuleBasedStateMachine):
    """Two editors, a clock and a text that changes."""

    folder: Path

    @initialize(text=st.lists(st.sampled_from(SENTENCES), min_size=1, unique=True))
    def open(self, text: list[str]) -> None:
        self.folder = Path(tempfile.mkdtemp())
        shutil.copy(_empty(), self.folder / "factcheck.db")
        self.clock = Clock()
        self.queue = open_queue(self.folder / "factcheck.db", clock=self.clock)
        self.scan(text)

    @rule(text=st.lists(st.sampled_from(SENTENCES), unique=True))
    def scan(self, text: list[str]) -> None:
        report = lint(" ".join(text))
        summary = scan(self.queue, " ".join(text))
        assert summary.present == len(report.findings)
        again = scan(self.queue, " ".join(text))
        assert (again.kept, again.gone) == (summary.present, 0)

    @rule(finding=FINDINGS, actor=ACTORS, verdict=st.sampled_from(sorted(PLAIN)))
    def decide(self, finding: int, actor: str, verdict: str) -> None:
        self._try(PLAIN[verdict], finding, By(actor=actor))

    @rule(finding=FINDINGS, actor=ACTORS, reason=st.sampled_from(DismissReason))
    def dismiss(self, finding: int, actor: str, reason: DismissReason) -> None:
        self._try(decisions.dismiss, finding, reason, By(actor=actor))

    @rule(finding=FINDINGS, actor=ACTORS, minutes=st.integers(-5, 60))
    def accept(self, finding: int, actor: str, minutes: int) -> None:
        until = self.clock.now + dt.timedelta(minutes=minutes)
        accepting = functools.partial(decisions.dismiss, until=until)
        self._try(accepting, finding, DismissReason.ACCEPTED_RISK, By(actor=actor))

    @rule(finding=FINDINGS, actor=ACTORS, resolution=st.sampled_from(Resolution))
    def resolve(self, finding: int, actor: str, resolution: Resolution) -> None:
        self._try(decisions.resolve, finding, resolution, By(actor=actor))

    @rule(finding=FINDINGS, actor=ACTORS, minutes=st.integers(-5, 60))
    def snooze(self, finding: int, actor: str, minutes: int) -> None:
        until = self.clock.now + dt.timedelta(minutes=minutes)
        self._try(decisions.snooze, finding, until, By(actor=actor))

    @rule(minutes=st.integers(-30, 60))
    def wait(self, minutes: int) -> None:
        self.clock.forward(minutes=minutes)

    @precondition(lambda self: hasattr(self, "queue"))
    @invariant()
    def log_and_columns_agree(self) -> None:
        assert check(self.queue) == ()

    def teardown(self) -> None:
        if hasattr(self, "queue"):
            self.queue.close()
            shutil.rmtree(self.folder)

    def _try(self, verdict: Any, finding: int, *arguments: Any) -> None:
        known = {item.id for item in views.list_findings(self.queue).items}
        if finding not in known:
            return
        before = views.show(self.queue, finding)
        try:
            verdict(self.queue, finding, *arguments)
        except DecisionConflict:
            after = views.show(self.queue, finding)
            assert after.item == before.item
            assert [event.kind for event in after.events[len(before.events) :]] == ["refused"]
        else:
            after = views.show(self.queue, finding)
            assert after.decisions[: len(before.decisions)] != after.decisions


def _empty() -> Path:
    path = Path(tempfile.gettempdir()) / f"factcheck-empty-{os.getpid()}.db"
    if not path.exists():
        open_queue(path).close()
    return path


TestDesk = Desk.TestCase
TestDesk.settings = settings(
    max_examples=15,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
