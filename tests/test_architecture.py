"""The house rules that a machine can see."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("citations", "factcheck", "tests", "benchmarks")
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "misc"}
LONGEST = 400


def sources() -> list[Path]:
    return [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]


def test_no_file_is_longer_than_400_lines() -> None:
    counted = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sources()}
    assert not {path: lines for path, lines in counted.items() if lines > LONGEST}


def test_no_module_is_named_after_nothing() -> None:
    assert not [path for path in sources() if FORBIDDEN & {path.stem, *path.parts}]


def test_every_module_says_what_it_does() -> None:
    packages = [path for path in sources() if path.is_relative_to(ROOT / "factcheck")]
    packages += [path for path in sources() if path.is_relative_to(ROOT / "citations")]
    assert not [
        path
        for path in packages
        if not path.read_text(encoding="utf-8").startswith(('"""', 'r"""'))
    ]


def test_the_import_contracts_hold() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("command", "unwanted"),
    [
        (["--version"], ("rich", "lxml", "httpx", "sqlmodel", "factcheck.pipeline")),
        (["--help"], ("rich", "lxml", "httpx", "sqlmodel", "factcheck.pipeline")),
        (["rule", "list"], ("rich", "lxml", "httpx", "sqlmodel")),
        (["lint", "README.md"], ("rich", "httpx", "sqlmodel", "alembic", "factcheck.queue")),
        (["lint", "README.md"], ("fastapi", "starlette", "jinja2", "uvicorn")),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_command_imports_only_what_it_needs(
    command: list[str], unwanted: tuple[str, ...]
) -> None:
    script = (
        "import sys\nfrom factcheck.cli import main\nmain(sys.argv[1:])\n"
        f"print('LOADED', *[name for name in {unwanted!r} if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "LOADED"


def test_every_dependency_has_both_bounds() -> None:
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [one for each in stated["optional-dependencies"].values() for one in each]
    for requirement in (*stated["dependencies"], *extras):
        bounded = r"[A-Za-z0-9-]+(\[\w+\])?(>=[\d.]+,<[\d.]+|==[\d.]+)"
        assert re.fullmatch(bounded, requirement)
