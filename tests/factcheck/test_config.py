import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.config import DEFAULT, find_file, keys, load, value_of
from factcheck.errors import ConfigError
from factcheck.model.finding import Severity
from factcheck.reports.plain import plain

ROOT = Path(__file__).resolve().parents[2]


def test_the_documented_defaults_are_the_codes_defaults() -> None:
    text = (ROOT / "config.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    written = {f"{table}.{key}": value for table in tables for key, value in tables[table].items()}
    for key in keys():
        expected = plain(value_of(DEFAULT, key))
        if expected is None:
            assert f"\n# {key.partition('.')[2]} = " in text
        else:
            assert written.pop(key) == expected, key
    assert not written


def test_every_documented_key_has_a_comment() -> None:
    lines = (ROOT / "config.toml").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if re.match(r"(# )?[a-z_]+ = ", line):
            assert lines[number - 1].startswith("# "), line


def test_the_repositorys_own_file_is_read_without_complaint() -> None:
    loaded = load(ROOT, environ={})
    assert loaded.settings.lint == DEFAULT.lint
    assert replace(loaded.settings.fetch, cache_folder=None) == DEFAULT.fetch


def test_flag_beats_variable_beats_file_beats_default(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[lint]\nfail_on = "info"\nignore = ["CLM"]\n')
    environ = {"FACTCHECK_LINT_FAIL_ON": "error", "FACTCHECK_LINT_SELECT": "REF, CIT"}
    loaded = load(tmp_path, environ=environ, flags={"lint.select": ("BIB",)})
    lint = loaded.settings.lint
    assert (lint.fail_on, lint.ignore, lint.select) == (Severity.ERROR, ("CLM",), ("BIB",))
    assert loaded.origins["lint.fail_on"] == "FACTCHECK_LINT_FAIL_ON"
    assert loaded.origins["lint.ignore"] == str(tmp_path / "config.toml")
    assert loaded.origins["lint.select"] == "flag"
    assert loaded.origins["fetch.offline"] == "default"


def test_the_nearest_parents_file_holds_alone(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "config.toml").write_text("[lint]\nmin_confidence = 0.5\n")
    assert find_file(inner) == tmp_path / "config.toml"
    (tmp_path / "a" / "config.toml").write_text("[fetch]\noffline = true\n")
    loaded = load(inner, environ={})
    assert loaded.settings.lint.min_confidence == 0
    assert loaded.settings.fetch.offline


def test_paths_in_a_file_are_seen_from_the_file(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[queue]\nurl = "desk.db"\n')
    (tmp_path / "sub").mkdir()
    assert load(tmp_path / "sub", environ={}).settings.queue.url == str(tmp_path / "desk.db")


def test_never_switches_failing_off(tmp_path: Path) -> None:
    loaded = load(tmp_path, environ={}, flags={"lint.fail_on": "never"})
    assert loaded.settings.lint.fail_on is None
    assert value_of(loaded.settings, "lint.fail_on") == "never"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("[lint]\nselct = []\n", ("config.toml", "'select'"), id="key"),
        pytest.param("[lnt]\nselect = []\n", ("config.toml", "'lint'"), id="table"),
        pytest.param("lint = 3\n", ("config.toml", "[lint]"), id="not a table"),
        pytest.param('[lint]\nfail_on = "fatal"\n', ("lint.fail_on", "fatal", "never"), id="word"),
        pytest.param("[lint]\nmin_confidence = 7\n", ("lint.min_confidence", "7"), id="range"),
        pytest.param("[fetch]\nports = [true, 'x']\n", ("fetch.ports",), id="member"),
        pytest.param("[lint\n", ("config.toml", "TOML"), id="syntax"),
        pytest.param("a = '\udcff'", ("config.toml", "TOML"), id="encoding"),
    ],
)
def test_a_wrong_file_is_one_line_that_names_file_and_key(
    tmp_path: Path, text: str, words: tuple[str, ...]
) -> None:
    (tmp_path / "config.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, environ={})
    message = str(caught.value)
    assert "\n" not in message
    for word in words:
        assert word in message


@pytest.mark.parametrize(
    "name", ["FACTCHECK_LINT_FAIL_ONN", "FACTCHECK_X", "FACTCHECK_LINT_OPTIONS"]
)
def test_a_wrong_variable_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(ConfigError, match=name):
        load(tmp_path, environ={name: "1"})


def test_the_tests_own_variable_is_no_setting(tmp_path: Path) -> None:
    load(tmp_path, environ={"FACTCHECK_SHARED": "/somewhere", "PATH": "/bin"})


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml"):
        load(tmp_path, environ={}, file=tmp_path / "none.toml")
