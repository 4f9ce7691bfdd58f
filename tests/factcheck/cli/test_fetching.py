"""Flags about fetching and doubt, from the command line to the real server and back."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from citations.item import Item
from factcheck.bibliography import Work, written
from factcheck.cli.fetching import Fetching
from factcheck.errors import UsageError
from tests.factcheck.fetch.conftest import site as site  # noqa: PLC0414  a fixture, by its name
from tests.factcheck.fetch.loopback import LOOPBACK, Answer, Site

PAGE = (
    "<html lang=en><head><title>The gate</title></head><body><article><h1>The gate</h1><p>"
    + "The harbour gate stood open all night, said Tom Brandt, the harbour master. " * 30
    + "</p></article></body></html>"
)


def factcheck(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environ = {name: value for name, value in os.environ.items() if name[:10] != "FACTCHECK_"}
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=folder,
        env=environ | {"XDG_CACHE_HOME": str(folder / "cache")} | variables,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def opened(site: Site) -> dict[str, str]:
    return {
        "FACTCHECK_FETCH_ALLOW_PRIVATE_ADDRESSES": f"{LOOPBACK}:{site.port}",
        "FACTCHECK_FETCH_PER_HOST_DELAY": "0",
    }


def test_offline_reads_what_is_kept_and_tells_its_date(site: Site, tmp_path: Path) -> None:
    site.answers["/a"] = Answer(body=PAGE.encode())
    command = ("lint", site.url("/a"), "--select", "ART", "--fast")
    online = factcheck(tmp_path, *command, **opened(site))
    assert online.stderr == ""
    asked = len(site.requests)
    offline = factcheck(tmp_path, *command, "--offline", **opened(site))
    assert (offline.stdout, offline.returncode) == (online.stdout, online.returncode)
    assert "note:" in offline.stderr
    assert " UTC" in offline.stderr
    assert len(site.requests) == asked
    assert "note:" not in factcheck(tmp_path, *command, "--offline", "-q", **opened(site)).stderr


def test_nothing_is_kept_with_no_cache(site: Site, tmp_path: Path) -> None:
    site.answers["/a"] = Answer(body=PAGE.encode())
    assert factcheck(tmp_path, "article", site.url("/a"), "--no-cache", **opened(site)).stdout
    offline = factcheck(tmp_path, "article", site.url("/a"), "--offline", **opened(site))
    assert offline.returncode == 2
    assert "not in the cache" in offline.stderr


def test_a_wall_is_a_targets_error(site: Site, tmp_path: Path) -> None:
    site.answers["/a"] = Answer(body=b"<html><title>404 Not Found</title><h1>Oops</h1></html>")
    done = factcheck(tmp_path, "lint", site.url("/a"), "--format", "json", **opened(site))
    assert done.returncode == 2
    (result,) = json.loads(done.stdout)["results"]
    assert result["status"] == "error"
    assert "error page" in result["error"]


def test_a_report_is_written_where_every_target_fails(tmp_path: Path) -> None:
    done = factcheck(tmp_path, "lint", "a.md", "b.md")
    assert done.returncode == 2
    assert "2 not read: a.md, b.md" in done.stdout
    assert "exit code 2" in done.stdout


def test_a_file_cannot_name_a_program(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[fetch]\nbrowser = "/bin/sh"\n')
    done = factcheck(tmp_path, "config", "show")
    assert done.returncode == 2
    assert "FACTCHECK_FETCH_BROWSER" in done.stderr


@pytest.mark.parametrize(
    "fetching",
    [
        Fetching(refresh=True, no_cache=True),
        Fetching(offline=True, refresh=True),
        Fetching(offline=True, no_cache=True),
        Fetching(offline=True, render=True),
    ],
)
def test_flags_that_contradict_each_other(fetching: Fetching) -> None:
    with pytest.raises(UsageError, match="contradict"):
        fetching.flags()


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("bibtex", "% factcheck: look at this entry, only 30% sure"),
        ("biblatex", "% factcheck: look at this entry, only 30% sure"),
        ("ris", "N1  - factcheck: look at this entry, only 30% sure"),
        ("csl-json", '"custom"'),
    ],
)
def test_a_doubtful_entry_is_marked_in_every_format(name: str, mark: str) -> None:
    works = [
        Work(item=Item(title="Sure"), confidence=0.9),
        Work(item=Item(title="Doubtful"), confidence=0.3),
        Work(item=Item(title="Sure again"), confidence=0.5),
    ]
    text = written(works, name, 0.5)
    assert text.count(mark) == 1
    assert text.index("Sure") < text.index("Doubtful")
    if name in {"bibtex", "biblatex"}:
        assert "Doubtful" in text.partition(mark)[2].partition("@")[2].partition("@")[0]
    assert written(works, name, 0.0).count(mark) == 0


def test_the_same_bytes_whatever_the_seed_and_the_locale(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "# The gate\n\nThe gate stood open (Brandt, 2011; Okafor, 2019), some say.\n\n"
        "## References\n\n- Brandt, L. (2011). Tidal loads. Harbour Works, 12(3), 45-61.\n"
        "- Brandt, L. (2011). Tidal loads. Harbour Works, 12(3), 45-61.\n",
        encoding="utf-8",
    )
    for command in (
        ("lint", "a.md", "--format", "json"),
        ("lint", "a.md", "--format", "sarif"),
        ("bib", "a.md"),
    ):
        outputs = {
            factcheck(tmp_path, *command, PYTHONHASHSEED=seed, LC_ALL=locale, TZ=zone).stdout
            for seed, locale, zone in (("0", "C", "UTC"), ("4711", "C.UTF-8", "Asia/Tokyo"))
        }
        assert len(outputs) == 1, command
        assert outputs != {""}
