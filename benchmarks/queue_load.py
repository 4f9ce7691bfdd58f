"""Measure the queue: lists and counts of many findings, and twenty editors deciding at once.

    python benchmarks/queue_load.py TARGET [--findings N] [--editors N] [--decisions N]

TARGET is a new file or the URL of an empty PostgreSQL database, which is filled with made-up
findings, or one that an earlier run filled, which is measured as it is. Prints the median and 95th
percentile of each list and count in milliseconds, and decisions a second, their 95th percentile and
how many were lost.
"""

import argparse
import datetime as dt
import functools
import itertools
import random
import statistics
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from sqlalchemy import func, insert, text
from sqlmodel import select

from factcheck.model.finding import Severity
from factcheck.queue import decisions, views
from factcheck.queue.decisions import By
from factcheck.queue.engine import Queue, open_queue
from factcheck.queue.filters import Filter
from factcheck.queue.lists import Order
from factcheck.queue.searching import words_of
from factcheck.queue.states import NEEDS_WORK, DismissReason, Status
from factcheck.queue.tables import ArticleRow, DecisionRow, FindingRow, ScanRow, SnapshotRow

SYLLABLES = [a + b for a in "bdfghklmnprstvwz" for b in "aeiou"]
VOCABULARY = 20_000


def spelled(rank: int) -> str:
    """Return the word of a rank, three syllables of ours."""
    size = len(SYLLABLES)
    return "".join(SYLLABLES[rank // size**place % size] for place in range(3))


# As in any language, the word of rank n is n times rarer than the first (Zipf).
WORDS = [spelled(rank) for rank in range(VOCABULARY)]
WEIGHTS = list(itertools.accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))
IN_A_SENTENCE = 20
COMMON, LESS, SELDOM, RARE = (spelled(rank) for rank in (0, 9, 149, 5_000))
"""In 87, 17, 1.3 and 0.04 of a hundred findings."""
STATUSES = (Status.GONE,) * 4 + (Status.DISMISSED,) * 3 + (Status.CLOSED,) * 4 + (
    Status.RESOLVED, Status.NEEDS_WRITER, Status.STALE, *(Status.OPEN,) * 6
)  # fmt: skip
PER_ARTICLE, AT_ONCE = 50, 10_000
COUNTED = 10_000  # of one state, as the desk's queue page has it


def findings(total: int, now: dt.datetime) -> Iterator[dict[str, Any]]:
    choose = random.Random(7)
    for number in range(total):
        severity = choose.choice(list(Severity))
        confidence = choose.randint(30, 100) / 100
        sentence = " ".join(choose.choices(WORDS, cum_weights=WEIGHTS, k=IN_A_SENTENCE))
        message = "the sentence says this of nobody in particular"
        yield {
            "article_id": number // PER_ARTICLE + 1,
            "fingerprint": f"1:{number:032x}",
            "code": f"CLM{choose.randint(1, 40):03}",
            "name": "a-rule",
            "severity": severity.value,
            "confidence": confidence,
            "value": (severity.rank + 1) * confidence,
            "message": message,
            "subject": "",
            "exact": sentence[:40],
            "prefix": "",
            "suffix": "",
            "sentence": sentence,
            "words": words_of(message, sentence),
            "span_start": number % PER_ARTICLE * 100,
            "span_end": number % PER_ARTICLE * 100 + 40,
            "related": [],
            "status": choose.choice(STATUSES).value,
            "present": True,
            "version": 1,
            "first_seen": now - dt.timedelta(minutes=total - number),
            "first_scan_id": 1,
            "last_scan_id": 1,
        }


def fill(queue: Queue, total: int) -> None:
    now = queue.clock()
    with queue.writing_much() as session:
        connection = session.connection()
        articles = range(1, total // PER_ARTICLE + 2)
        connection.execute(
            insert(ArticleRow), [{"key": f"a{number}.md", "title": "A"} for number in articles]
        )
        snapshot = {"sha256": "0" * 64, "text_sha256": "0" * 64, "media_type": "", "charset": ""}
        connection.execute(insert(SnapshotRow), [snapshot | {"body": b"", "text": b""}])
        scan = {"article_id": 1, "snapshot_id": 1, "target": "", "tool_version": "", "actor": "x"}
        hashes = {"rules_hash": "", "config_hash": "", "references_hash": ""}
        scan |= {"started": now, "finished": now, "outcome": "complete", "skipped": []}
        connection.execute(insert(ScanRow), [scan | hashes])
        batch: list[dict[str, Any]] = []
        for row in findings(total, now):
            batch.append(row)
            if len(batch) == AT_ONCE:
                connection.execute(insert(FindingRow), batch)
                batch = []
        if batch:
            connection.execute(insert(FindingRow), batch)
    if not queue.on_sqlite:  # a server gathers statistics by itself, a minute later
        with queue.writing() as session:
            session.connection().execute(text("ANALYZE"))


def percentile(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(share * len(times)))] * 1000


def timed(name: str, work: Callable[[], object], rounds: int = 20) -> None:
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    print(f"{name:46} {statistics.median(times) * 1000:8.1f} {percentile(times, 0.95):8.1f} ms")


def lists(queue: Queue) -> None:
    needed = Filter(statuses=NEEDS_WORK)
    asked = {
        "everything": Filter(),
        "needs work": needed,
        "open, one rule": Filter(statuses=(Status.OPEN,), rules=("CLM007",)),
        "needs work, errors, sure": Filter(
            statuses=NEEDS_WORK, severities=(Severity.ERROR,), min_confidence=0.9
        ),
        "one article": Filter(article="a77.md"),
        "a rare word": Filter(text=RARE),
        "a word of one in a hundred": Filter(text=SELDOM),
        "a word of one in six": Filter(text=LESS),
        "a word of most": Filter(text=COMMON),
        "a word of most, needs work": Filter(text=COMMON, statuses=NEEDS_WORK),
        "a word of most, one rule": Filter(text=COMMON, rules=("CLM007",)),
        "two words, both rare": Filter(text=f"{SELDOM} {RARE}"),
        "two words": Filter(text=f"{LESS} {SELDOM}"),
        "a beginning": Filter(text=COMMON[:2]),
        "a beginning, without a word": Filter(text=f"{SELDOM[:2]} -{COMMON}"),
        "a phrase": Filter(text=f'"{COMMON} {LESS}"'),
        "a phrase that hardly occurs": Filter(text=f'"{SELDOM} {RARE}"'),
        "a title that all have": Filter(article="A", statuses=NEEDS_WORK),
        "regressed (none)": Filter(statuses=(Status.REGRESSED,)),
        "older than a month": Filter(statuses=NEEDS_WORK, older_than=dt.timedelta(days=30)),
    }
    for name, where in asked.items():
        timed(f"page: {name}", functools.partial(views.list_findings, queue, where))
    after = views.list_findings(queue, needed, limit=5_000).next
    timed("page: needs work, the 101st", lambda: views.list_findings(queue, needed, after=after))
    timed("page: newest", lambda: views.list_findings(queue, needed, order=Order.NEWEST))
    for name, where in asked.items():
        desk = functools.partial(views.counts, queue, where, most=COUNTED)
        timed(f"the desk's counts: {name}", desk)
    for name in ("everything", "needs work", "one article", "a rare word"):
        timed(f"exact counts: {name}", functools.partial(views.counts, queue, asked[name]), 5)


def decided(queue: Queue) -> int:
    with queue.reading() as session:
        return session.exec(select(func.count()).select_from(DecisionRow)).one()


def decide(queue: Queue, editors: int, each: int) -> None:
    open_ids = [
        item.id
        for item in views.list_findings(
            queue, Filter(statuses=(Status.OPEN,)), limit=editors * each
        ).items
    ]
    times: list[float] = []

    def work(number: int) -> None:
        for id_ in open_ids[number::editors]:
            started = time.perf_counter()
            by = By(actor=f"editor{number}")
            decisions.dismiss(queue, id_, DismissReason.NOT_CHECKABLE, by)
            times.append(time.perf_counter() - started)

    before = decided(queue)
    started = time.perf_counter()
    with ThreadPoolExecutor(editors) as pool:
        list(pool.map(work, range(editors)))
    took = time.perf_counter() - started
    made = decided(queue) - before
    print(
        f"{editors} editors at once: {len(open_ids) / took:.0f} decisions/s, median "
        f"{percentile(times, 0.5):.0f} ms, p95 {percentile(times, 0.95):.0f} ms, "
        f"lost {len(open_ids) - made}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("target")
    parser.add_argument("--findings", type=int, default=1_000_000)
    parser.add_argument("--editors", type=int, default=20)
    parser.add_argument("--decisions", type=int, default=100, help="of each editor")
    options = parser.parse_args()
    with open_queue(options.target) as queue:
        if not views.list_findings(queue, limit=1).items:
            started = time.perf_counter()
            fill(queue, options.findings)
            took = time.perf_counter() - started
            print(f"{options.findings} findings filled in {took:.0f} s", flush=True)
        print("milliseconds, median and p95:", flush=True)
        lists(queue)
        decide(queue, options.editors, options.decisions)


if __name__ == "__main__":
    main()
