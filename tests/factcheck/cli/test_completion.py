"""Shell completion, as a shell asks for it."""

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("factcheck li", {"lint"}),
        ("factcheck queue dis", {"dismiss"}),
        ("factcheck lint --off", {"--offline"}),
        ("factcheck nothing-like-it x", set()),
    ],
)
def test_bash_is_offered_the_names(typed: str, offered: set[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from factcheck.cli import main; sys.exit(main([]))"],
        env=os.environ
        | {
            "COMP_WORDS": typed,
            "COMP_CWORD": str(len(typed.split()) - 1),
            "_FACTCHECK_COMPLETE": "complete_bash",
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert set(done.stdout.split()) == offered
    assert "Traceback" not in done.stderr
