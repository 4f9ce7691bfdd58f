"""What is written goes through pandoc's citeproc without a warning."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from citations.formats import Style, write
from citations.item import Date, Item, ItemType, Name
from citations.normalise import normalise

ITEMS = tuple(
    Item(
        type=kind,
        title=f"Étude on NATO piers, part {kind.value}",
        author=(
            Name(family="Berg", given="Jan", particle="van der"),
            Name(literal="World Harbour Board"),
        ),
        container_title="Journal of Harbour Works & Tides",
        publisher="Köhler",
        issued=Date(year=2019, month=5, day=3),
        page="145-161",
        doi="10.5555/jhw.45",
        url="https://example.org/a_b%20c?x=1&y=~z",
    )
    for kind in ItemType
)


@pytest.mark.parametrize(
    ("name", "ending"),
    [("bibtex", "bib"), ("biblatex", "bib"), ("csl-json", "json"), ("ris", "ris")],
)
def test_pandoc_has_nothing_to_say(name: str, ending: str, tmp_path: Path) -> None:
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        if os.environ.get("CI") == "true":
            pytest.fail("pandoc is not installed, and CI must have it")
        pytest.skip("pandoc is not installed")
    formats = subprocess.run(
        [pandoc, "--list-input-formats"], capture_output=True, text=True, check=True, timeout=60
    ).stdout.split()
    if name == "ris" and "ris" not in formats:
        pytest.skip("this pandoc is older than 3.0, which brought RIS")
    keys = tuple(f"key{place}" for place in range(len(ITEMS)))
    file = tmp_path / f"refs.{ending}"
    file.write_text(write(map(normalise, ITEMS), name, Style(keys=keys)), encoding="utf-8")
    cited = f"{' '.join(f'[@{key}]' for key in keys)}\n"
    done = subprocess.run(
        [pandoc, "--citeproc", "--bibliography", str(file), "-t", "plain", "--wrap=none"],
        input=cited, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert done.stderr == ""
    # Newer styles name laws in the text too.
    assert done.stdout.count("Étude") >= len(ITEMS)
