"""What is written goes through real bibtex and real biber without a warning."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from citations.formats import read, write
from citations.item import Date, Item, ItemType, Name
from citations.normalise import normalise

HOSTILE = (
    r"\input{/etc/passwd} \write18{rm} } { {{ %comment #1 $x^2_i$ ~ & @article{a,"
    r' "q" \end{document}'
)
ADDRESS = "https://example.org/a_b%20c?x={1}&y=~z#frag"


def person(family: str, given: str | None = None, **parts: str) -> Name:
    return Name(family=family, given=given, **parts)


LANGUAGES = (
    Item(
        type=ItemType.ARTICLE_NEWSPAPER,
        title="Why NATO’s “new” plan – and the iPhone – matter",
        container_title="The Daily Example",
        author=(person("O’Neil", "Cathy"), person("Berg", "Jan", particle="van der", suffix="Jr.")),
        issued=Date(year=2019, month=5, day=3),
        url=ADDRESS,
    ),
    Item(
        type=ItemType.BOOK,
        title="Über die Öffentlichkeit: Größe und Maß",
        author=(person("Müßig", "Jörg"),),
        editor=(person("Straßer", "Änne"),),
        publisher="Köhler und Söhne",
        publisher_place="Göttingen",
        volume="2",
        issue="4",
        edition="3",
        isbn="9780306406157",
        issued=Date(year=2001),
    ),
    Item(
        type=ItemType.CHAPTER,
        title="L’œuvre d’art à l’époque — enquête n°1",
        container_title="Sur la télévision",
        author=(person("Bénichou", "Éloïse"),),
        publisher="Éditions de l’Exemple",
        page="80-94",
        volume="3",
        issue="1",
        issued=Date(year=1996),
    ),
    Item(
        type=ItemType.PAPER_CONFERENCE,
        title="¿Qué es la señal? Un año después",
        container_title="Actas del Congreso",
        author=(person("Núñez Ibáñez", "Íñigo"), Name(literal="others")),
        page="1-9",
        volume="1",
        issue="2",
        issued=Date(year=2015, month=12),
    ),
    Item(
        type=ItemType.THESIS,
        title="A opinião pública e a imprensa",
        author=(person("Conceição", "João"),),
        publisher="Universidade de São Exemplo",
        issued=Date(year=2018),
    ),
    Item(
        type=ItemType.BOOK,
        title="Слова и формы: очерки",
        author=(person("Иванов", "Пётр И."),),
        publisher="Новое слово",
        issued=Date(year=2004),
    ),
    Item(
        type=ItemType.REPORT,
        title="Łódź i Gdańsk: przyszłość miast",
        author=(Name(literal="Główny Urząd and Partners, Sp. z o.o."),),
        publisher="Instytut",
        issue="12",
        issued=Date(year=2020, circa=True),
    ),
)
HOSTILES = (
    Item(type=ItemType.WEBPAGE, title=HOSTILE, url=ADDRESS, extra=(("note", HOSTILE),)),
    Item(
        type=ItemType.ARTICLE_JOURNAL,
        title=HOSTILE,
        container_title=HOSTILE,
        author=(Name(literal=HOSTILE), person(HOSTILE, HOSTILE), person("and", "and others")),
        doi="10.1000/a_b(c){d",
        issued=Date(literal="forthcoming"),
        page=HOSTILE,
        volume=HOSTILE,
    ),
    Item(),
    Item(title="Only a title"),
    Item(author=(person("Solo", "Han"),)),
    Item(type=ItemType.BOOK, editor=(person("Editor", "Ed"),), title="T", publisher="P"),
    Item(type=ItemType.POST, author=(Name(literal="@handle"),), issued=Date(year=2020, month=2)),
)
EVERY_TYPE = tuple(
    item
    for kind in ItemType
    for item in (
        Item(type=kind, title=f"{kind} work"),
        Item(
            type=kind,
            title=f"Full work of type {kind}",
            # apalike and alpha label at most 26 works of one author and year
            author=(person(f"{kind.name.title().replace('_', '')}son", "Jane"),),
            editor=(person("Roe", "Rick"),),
            container_title="Container",
            publisher="Publisher",
            volume="1",
            issue="2",
            page="3-4",
            issued=Date(year=1999, end_year=2001),
            accessed=Date(year=2020, month=1, day=2),
            url=ADDRESS,
        ),
    )
)
ITEMS = {"languages": LANGUAGES, "hostile": HOSTILES, "types": EVERY_TYPE}


def tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        if os.environ.get("CI") == "true":
            pytest.fail(f"{name} is not installed, and CI must have it")
        pytest.skip(f"{name} is not installed (Debian: texlive-binaries, biber)")
    return found


@pytest.mark.parametrize("style", ["plain", "alpha", "apalike", "abbrv", "unsrt"])
@pytest.mark.parametrize("items", ITEMS)
def test_bibtex_has_nothing_to_say(items: str, style: str, tmp_path: Path) -> None:
    bibtex = tool("bibtex")
    text = write(map(normalise, ITEMS[items]), "bibtex")
    (tmp_path / "refs.bib").write_text(text, encoding="utf-8")
    aux = f"\\relax\n\\citation{{*}}\n\\bibstyle{{{style}}}\n\\bibdata{{refs}}\n"
    (tmp_path / "paper.aux").write_text(aux, encoding="utf-8")
    result = subprocess.run(
        [bibtex, "paper"], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60
    )
    log = (tmp_path / "paper.blg").read_text(encoding="utf-8", errors="replace")
    assert "Warning" not in log, log
    assert result.returncode == 0, log
    # A letter cut in two by an abbreviation would not decode.
    assert (tmp_path / "paper.bbl").read_text(encoding="utf-8")


@pytest.mark.parametrize("items", ITEMS)
def test_biber_has_nothing_to_say(items: str, tmp_path: Path) -> None:
    biber = tool("biber")
    text = write(map(normalise, ITEMS[items]), "biblatex")
    (tmp_path / "refs.bib").write_text(text, encoding="utf-8")
    result = subprocess.run(
        [biber, "--tool", "--nolog", "refs.bib"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert result.returncode == 0, result.stdout
    assert "WARN" not in result.stdout, result.stdout
    assert "ERROR" not in result.stdout, result.stdout
    assert (tmp_path / "refs_bibertool.bib").is_file()


@pytest.mark.parametrize("name", ["bibtex", "biblatex", "csl-json", "ris"])
@pytest.mark.parametrize("items", ITEMS)
def test_hostile_items_come_back(items: str, name: str) -> None:
    given = tuple(map(normalise, ITEMS[items]))
    found = read(write(given, name), name)
    assert found.problems == ()
    assert found.items == given


def test_no_command_of_the_text_survives() -> None:
    text = write(HOSTILES, "bibtex")
    assert "\\input" not in text
    assert "\\write" not in text
    assert "\\end" not in text
    assert text.count("{") == text.count("}")
