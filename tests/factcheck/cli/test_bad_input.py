"""Whatever is wrong with what the command was given: one clear line, exit 2, no traceback."""

import http.server
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

GOOD = "# Title\n\nBy Ada Reyes\n\nThe pier closed in 2016, said Ada Reyes.\n"


def run(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environ = {name: value for name, value in os.environ.items() if name[:10] != "FACTCHECK_"}
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=folder,
        env=environ | variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def assert_one_line(done: subprocess.CompletedProcess[str], *words: str) -> None:
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith("factcheck: ")
    assert done.stderr.count("\n") == 1, done.stderr
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.md").write_text(GOOD)
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\n ")
    (tmp_path / "noise.html").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00\x01" * 500)
    (tmp_path / "folder").mkdir()
    with zipfile.ZipFile(tmp_path / "whole.docx", "w") as package:
        package.writestr("word/document.xml", "<w/>" * 400)
    data = (tmp_path / "whole.docx").read_bytes()
    (tmp_path / "half.docx").write_bytes(data[: len(data) // 2])
    (tmp_path / "link.json").symlink_to(tmp_path / "good.md")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["lint", "none.html"], ["none.html", "no such file"], id="missing file"),
        pytest.param(["lint", "folder"], ["folder", "directory"], id="directory"),
        pytest.param(["lint", "empty.html"], ["empty.html", "empty"], id="empty"),
        pytest.param(["lint", "blank.txt"], ["blank.txt", "empty"], id="blank"),
        pytest.param(["lint", "noise.html"], ["noise.html", "binary"], id="binary"),
        pytest.param(["lint", "picture.png"], ["picture.png"], id="picture"),
        pytest.param(["lint", "half.docx"], ["half.docx"], id="truncated docx"),
        pytest.param(["lint", "-"], ["standard input", "empty"], id="empty standard input"),
        pytest.param(["lint", "ftp://x.example/a"], ["ftp://x.example/a"], id="scheme"),
        pytest.param(["lint", "http://127.0.0.1:80/"], ["127.0.0.1"], id="private address"),
        pytest.param(["lint", "good.md", "--format", "jsn"], ["jsn", "'json'"], id="format"),
        pytest.param(["lint", "good.md", "--fail-on", "fatal"], ["fail_on", "fatal"], id="fail-on"),
        pytest.param(["lint", "good.md", "--select", "CLM01"], ["CLM01", "did you"], id="rule"),
        pytest.param(["lint", "good.md", "--min-confidence", "9"], ["min_confidence"], id="range"),
        pytest.param(
            ["lint", "good.md", "--min-confidence", "x"], ["'--min-confidence'"], id="number"
        ),
        pytest.param(["lint", "good.md", "--colour"], ["--colour", "--help"], id="option"),
        pytest.param(["lint"], ["TARGET", "--help"], id="no target"),
        pytest.param(["lnt"], ["'lnt'", "'lint'"], id="command"),
        pytest.param(["queue", "lst"], ["'lst'", "'list'"], id="sub-command"),
        pytest.param(["rule", "explain", "REF0001"], ["REF0001", "'REF001'"], id="rule page"),
        pytest.param(["bib", "good.md", "--to", "bibtx"], ["bibtx", "'bibtex'"], id="bibliography"),
        pytest.param(["bib", "good.md", "-o", "folder"], ["folder"], id="output folder"),
        pytest.param(["bib", "good.md", "-o", "link.json"], ["symbolic link"], id="output link"),
        pytest.param(
            ["bib", "good.md", "-o", "good.md"], ["document itself"], id="output is input"
        ),
        pytest.param(["bib", "good.md", "-o", "no/x.bib"], ["no/x.bib", "folder"], id="no folder"),
        pytest.param(["bib", "good.md", "-o", "/dev/full"], ["/dev/full"], id="device"),
        pytest.param(["lint", "good.md", "--config", "no.toml"], ["no.toml"], id="config missing"),
        pytest.param(["queue", "list"], ["factcheck.db", "scan"], id="no queue"),
        pytest.param(["queue", "list", "--db", "good.md"], ["good.md"], id="not a queue"),
        pytest.param(["queue", "list", "--db", "folder"], ["folder"], id="queue is a folder"),
        pytest.param(["scan", "good.md", "--db", "no/q.db"], ["no/q.db"], id="queue folder"),
    ],
)
def test_one_clear_line(folder: Path, arguments: list[str], words: list[str]) -> None:
    before = (folder / "good.md").read_bytes()
    assert_one_line(run(folder, *arguments), *words)
    assert (folder / "good.md").read_bytes() == before


def test_an_unknown_key_names_file_and_near_key(folder: Path) -> None:
    (folder / "config.toml").write_text("[lint]\nignor = []\n")
    assert_one_line(run(folder, "lint", "good.md"), "config.toml", "'ignor'", "'ignore'")


def test_one_bad_target_does_not_stop_the_others(folder: Path) -> None:
    done = run(folder, "lint", "none.md", "good.md", "half.docx", "--select", "ART004")
    assert done.returncode == 2
    assert "ART004" in done.stdout
    assert "2 not read: none.md, half.docx" in done.stdout
    assert done.stderr.count("factcheck: ") == 2


def test_a_fault_of_the_program_is_that_targets_error(folder: Path) -> None:
    script = (
        "import sys, factcheck.pipeline as p\n"
        "whole = p.read\n"
        "def read(document):\n"
        "    if document.target == 'bad.md': raise IndexError('x')\n"
        "    return whole(document)\n"
        "p.read = read\n"
        "from factcheck.cli import main\n"
        "sys.exit(main(['lint', 'bad.md', 'good.md', '--select', 'ART004']))\n"
    )
    (folder / "bad.md").write_text(GOOD)
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "bad.md: could not be read because of a fault" in done.stderr
    assert "Traceback" not in done.stderr
    assert "ART004" in done.stdout


class Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/image":
            self._answer(200, "image/png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 100)
        else:
            self._answer(404, "text/html", b"<p>gone</p>")

    def _answer(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 its name there
        pass


@pytest.fixture
def address() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def allowed(address: str) -> dict[str, str]:
    port = address.rpartition(":")[2]
    return {
        "FACTCHECK_FETCH_ALLOW_PRIVATE_ADDRESSES": address,
        "FACTCHECK_FETCH_PORTS": port,
        "FACTCHECK_FETCH_PER_HOST_DELAY": "0",
        "FACTCHECK_FETCH_MAX_RETRY_WAIT": "0",
    }


def test_a_page_that_is_not_there(folder: Path, address: str) -> None:
    done = run(folder, "lint", f"http://{address}/a", **allowed(address))
    assert_one_line(done, f"http://{address}/a", "404")


def test_an_answer_that_is_no_article(folder: Path, address: str) -> None:
    done = run(folder, "lint", f"http://{address}/image", **allowed(address))
    assert_one_line(done, f"http://{address}/image", "image/png")


def test_a_host_that_does_not_answer(folder: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    assert_one_line(run(folder, "lint", f"http://{address}/", **allowed(address)), address)


def test_secrets_of_an_address_are_not_shown(folder: Path) -> None:
    done = run(folder, "lint", "http://ada:hunter2@127.0.0.1/?token=canary77", "--format", "json")
    assert done.returncode == 2
    assert "hunter2" not in done.stdout + done.stderr
    assert "canary77" not in done.stdout + done.stderr


def test_a_damaged_queue_is_refused_and_left_alone(folder: Path) -> None:
    damaged = folder / "bad.db"
    damaged.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4000)
    before = damaged.read_bytes()
    assert_one_line(run(folder, "queue", "list", "--db", "bad.db"), "bad.db")
    assert_one_line(run(folder, "scan", "good.md", "--db", "bad.db"), "bad.db")
    assert damaged.read_bytes() == before


def test_a_read_only_queue(folder: Path) -> None:
    # Root may write anywhere, so root becomes nobody, who needs a folder that is open to all.
    nobody = 65534 if os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        place.chmod(0o755)
        shutil.copy(folder / "good.md", place)
        run(place, "scan", "good.md", "--db", "q.db", "--by", "ada")
        (place / "q.db").chmod(0o444)
        before = (place / "q.db").read_bytes()
        place.chmod(0o555)
        try:
            done = subprocess.run(
                [sys.executable, "-m", "factcheck", "scan", "good.md", "--db", "q.db"],
                cwd=place,
                capture_output=True,
                text=True,
                user=nobody,
                check=False,
            )
        except PermissionError:
            pytest.skip("nobody may not run this Python")
        finally:
            place.chmod(0o755)
        assert_one_line(done, "q.db")
        assert (place / "q.db").read_bytes() == before


def test_a_full_disk_keeps_what_was_there(folder: Path) -> None:
    (folder / "out.bib").write_text("precious")
    script = (
        "import os, sys\n"
        "def full(handle): raise OSError(28, 'No space left on device')\n"
        "os.fsync = full\n"
        "from factcheck.cli import main\n"
        "sys.exit(main(['bib', 'good.md', '-o', 'out.bib']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=False
    )
    assert_one_line(done, "out.bib", "No space left")
    assert (folder / "out.bib").read_text() == "precious"
    assert not list(folder.glob(".out.bib*"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's /dev/full")
def test_standard_output_on_a_full_disk(folder: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "factcheck", "rule", "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_goes_away_is_no_fault(folder: Path) -> None:
    (folder / "long.md").write_text(GOOD * 20_000)
    command = f"{sys.executable} -m factcheck article long.md | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def open_once_read(pipe: Path) -> int:
    for _ in range(600):
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(pipe)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_says_so(folder: Path, number: int) -> None:
    os.mkfifo(folder / "pipe.md")
    process = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "lint", "good.md", "pipe.md", "--format", "json"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # What runs in a shell's background ignores Ctrl-C, and its children would too.
        preexec_fn=lambda: signal.signal(number, signal.SIG_DFL),  # noqa: PLW1509 - no threads here
    )
    writer = open_once_read(folder / "pipe.md")  # the second target is being waited for
    process.send_signal(number)
    # A signal just before the read begins does not end it; the end of the pipe does.
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=10)
    os.close(writer)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert '"complete": false' in out
    assert '"target": "good.md"' in out
    assert "interrupted after 1 of 2" in err
    assert "Traceback" not in err
