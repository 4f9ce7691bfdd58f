"""Hostile pages: each in a process of its own, since peak memory is a process's (HARDENING 17)."""

import json
import subprocess
import sys

import pytest

PROGRAM = """
import json, time
from factcheck.errors import FactcheckError
from factcheck.model.document import Document
from factcheck.readers import read
read(Document(target="warm.html", body=b"<p>Once.</p>"))
body = {body}
start = time.process_time()
try:
    read(Document(target="x.html", body=body, media_type="text/html"))
    outcome = "read"
except FactcheckError as error:
    outcome = type(error).__name__
# not getrusage: its peak is handed down from the process that forked this one
peak = next(int(line.split()[1]) for line in open('/proc/self/status') if 'VmHWM' in line) / 1024
print(json.dumps([outcome, time.process_time() - start, peak]))
"""
WORDS = "b'The harbour board agreed to dredge the old basin. '"
BODIES = {
    "deep": f"b'<div>' * 300_000 + {WORDS}",
    "unclosed": f"(b'<p><b><i>' + {WORDS}) * 5_000",
    "attributes": "b'<p ' + b' '.join(b'a%d=1' % n for n in range(200_000)) + b'>x'",
    "open-tags": "b'<a' * 50_000",
    "entries": "b'<h2>References</h2><ol>' + b'<li>Doe, J. (2019). A harbour. Ports, 3(2), 11-19.'"
    " * 5_000",
    "one-sentence": "b'<p>' + b'word ' * 1_000_000",
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_time_and_memory_stay_in_bounds(body: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(body=body)],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    outcome, seconds, peak = json.loads(ran.stdout)
    assert outcome in ("read", "LimitExceeded", "UnreadableDocument")
    assert seconds < 4  # two, and as much again for a machine that other work is loading
    assert peak < 300
