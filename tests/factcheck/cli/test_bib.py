"""The commands bib tidy, lint and convert, and bib without one."""

import json
from pathlib import Path

import pytest

from factcheck.cli import main

MESSY = """\
% kept as it is
@string{jhw = "Journal of Harbour Works"}
@Article{brandt,
  Title = "Tides and the NATO piers",
  author = {Lena Brandt and van der Berg, Jan},
  journal = jhw, year = 2011, month = "March", pages = {145-61}, volume = 12,
  doi = {https://doi.org/10.5555/JHW.45}
}
"""
CLEAN = """\
% kept as it is
@string{jhw = "Journal of Harbour Works"}
@article{brandt,
  author = {Brandt, Lena and van der Berg, Jan},
  title = {Tides and the {NATO} piers},
  journal = jhw,
  volume = {12},
  pages = {145--161},
  year = {2011},
  month = mar,
  doi = {10.5555/jhw.45},
}
"""


@pytest.fixture
def messy(tmp_path: Path) -> Path:
    path = tmp_path / "refs.bib"
    path.write_text(MESSY, encoding="utf-8")
    return path


def test_tidy_writes_the_canonical_form(messy: Path, tmp_path: Path) -> None:
    out = tmp_path / "clean.bib"
    assert main(["bib", "tidy", str(messy), "-o", str(out)]) == 0
    assert out.read_text(encoding="utf-8") == CLEAN
    assert messy.read_text(encoding="utf-8") == MESSY


def test_check_and_diff_write_nothing(messy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bib", "tidy", str(messy), "--check"]) == 1
    assert capsys.readouterr().out == ""
    assert main(["bib", "tidy", str(messy), "--diff"]) == 0
    assert "+  month = mar," in capsys.readouterr().out
    messy.write_text(CLEAN, encoding="utf-8")
    assert main(["bib", "tidy", str(messy), "--check"]) == 0


def test_bytes_that_are_no_utf8_stay(tmp_path: Path) -> None:
    path, out = tmp_path / "old.bib", tmp_path / "new.bib"
    data = b"% caf\xe9\r\n@misc{a, Title={x}}\r\n@misc{b, title={\xe9}}"
    path.write_bytes(data)
    assert main(["bib", "tidy", str(path), "-o", str(out)]) == 0
    assert out.read_bytes() == (
        b"% caf\xe9\r\n@misc{a,\r\n  title = {x},\r\n}\r\n@misc{b, title={\xe9}}"
    )


def test_tidy_reports_each_change(messy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bib", "tidy", str(messy), "--format", "json", "--keys", "{author}:{year}"]) == 0
    report = json.loads(capsys.readouterr().out)
    doi = next(one for one in report["changes"] if one["step"] == "settle_doi")
    assert (doi["line"], doi["key"], doi["field"]) == (3, "brandt", "doi")
    assert doi["old"] == "{https://doi.org/10.5555/JHW.45}"
    assert doi["new"] == "{10.5555/jhw.45}"
    assert report["keys"] == {"brandt": "brandt:2011"}


def test_a_wrong_pattern_is_refused(messy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bib", "tidy", str(messy), "--keys", "{nobody}"]) == 2
    assert "{author}" in capsys.readouterr().err


FAULTS = {
    "missing": ("@article{a, author={B, C}, title={A long way}}", "BIB001"),
    "isbn": ("@book{a, author={B, C}, title={T}, publisher={P}, isbn={123}, year=2001}", "BIB002"),
    "date": ("@misc{a, title={T}, date={2019-02-31}, url={https://x.org/a}}", "BIB003"),
    "pages": ("@article{a, title={T}, journal={J}, year=2001, pages={61-45}}", "BIB004"),
    "name": ("@book{a, author={A, B, C, D}, title={T}, publisher={P}, year=2001}", "BIB005"),
    "capitals": ("@book{a, title={THE LONG WAY HOME}, publisher={P}, year=2001}", "BIB006"),
    "encoding": ("@book{a, title={MÃ¼ller}, publisher={P}, year=2001}", "BIB007"),
    "broken": ("@book{a, title={T}", "cannot be read"),
    "string": ("@book{a, title=t, publisher={P}, year=2001}", "not defined"),
    "key": ("@misc{a, note={x}}\n@misc{A, note={y}}", "line 1"),
}


@pytest.mark.parametrize(("text", "says"), FAULTS.values(), ids=FAULTS)
def test_lint_finds(
    text: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "refs.bib"
    path.write_text(text, encoding="utf-8")
    assert main(["bib", "lint", str(path)]) == 1
    assert says in capsys.readouterr().out


def test_lint_finds_nothing_in_a_clean_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "refs.bib"
    path.write_text(CLEAN, encoding="utf-8")
    assert main(["bib", "lint", str(path)]) == 0
    assert main(["bib", "lint", str(tmp_path / "none.bib")]) == 2


@pytest.mark.parametrize("name", ["bibtex", "biblatex", "csl-json", "ris"])
def test_convert_keeps_keys(name: str, messy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bib", "convert", str(messy), "--to", name]) == 0
    out = capsys.readouterr().out
    assert "brandt" in out
    assert "Journal of Harbour Works" in out


CONVERTED = {
    "inherited": (
        "@inproceedings{a, title={T}, crossref={p}}\n@proceedings{p, title={Tides}, year=2001}",
        "csl-json", ['"container-title": "Tides"', "2001"],
    ),
    "known variables": (
        "@book{a, title={T}, series={S}, abstract={About}, keywords={x;y}, translator={Roe, R.}}",
        "csl-json",
        ['"collection-title": "S"', '"abstract": "About"', '"keyword": "x, y"', '"translator": ['],
    ),
    "tags": (
        "@book{a, title={T}, series={S}, abstract={About}, keywords={x,y}, note={N}}",
        "ris", ["T3  - S", "AB  - About", "KW  - x\nKW  - y", "N1  - N"],
    ),
    "own names": (
        "@book{a, author={B, C}, title={T}, series={S}, chapter=3, date={2019-05-03/2019-05-05}}",
        "biblatex", ["series = {S}", "chapter = {3}", "date = {2019-05-03/2019-05-05}"],
    ),
    "master's": ("@mastersthesis{a, author={B, C}, title={T}, school={S}}", "bibtex",
                 ["@mastersthesis{a"]),
    "doctor's": ("@thesis{a, type={mathesis}, author={B, C}, title={T}, institution={S}}",
                 "bibtex", ["@mastersthesis{a"]),
    "manual": ("@manual{a, title={T}}", "biblatex", ["@manual{a"]),
    "subtitle": ("@book{a, title={T}, subtitle={S}}", "ris", ["TI  - T: S"]),
    "formula": (r"@misc{a, title={An $O(n \log n)$ bound on H$\alpha$}}", "biblatex",
                [r"{$O(n \log n)$} bound on {Hα}"]),
    "tidied": (r"@misc{a, author={Smith, J.; BBC News}, url={http://x.org/a{\_}b?utm_source=x}}",
               "csl-json", ['"family": "Smith"', '"literal": "BBC News"', '/a_b"']),
    "pages of a supplement": ("@misc{a, pages={S123--S129}}", "ris", ["SP  - S123", "EP  - S129"]),
    "day in the month": ('@misc{a, year=2019, month="20~" # mar}', "biblatex", ["2019-03-20"]),
    "newspaper": ("@article{a, author={B, C}, title={T}, journal={J}, entrysubtype={newspaper}}",
                  "csl-json", ["article-newspaper"]),
    "report": ("@techreport{a, title={T}, number={12}}", "csl-json", ['"number": "12"']),
}  # fmt: skip


@pytest.mark.parametrize(("text", "to", "holds"), CONVERTED.values(), ids=CONVERTED)
def test_conversion_keeps_what_is_known(
    text: str, to: str, holds: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "refs.bib"
    path.write_text(text, encoding="utf-8")
    assert main(["bib", "convert", str(path), "--to", to]) == 0
    written = capsys.readouterr().out
    for one in holds:
        assert one in written


def test_only_a_repeated_key_is_new(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "refs.bib"
    path.write_text("@misc{one, title={Tides}}\n@misc{two, title={A}}\n@misc{One, title={B}}")
    assert main(["bib", "convert", str(path), "--to", "bibtex"]) == 0
    printed = capsys.readouterr()
    assert "@misc{one," in printed.out
    assert "@misc{two," in printed.out
    assert "the key One became anon" in printed.err


def test_an_article_needs_no_subcommand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "article.md"
    path.write_text(
        "# Quays\n\nSunk (Brandt, 2011).\n\n## References\n\n"
        "- Brandt, L. (2011). Tidal loads. Journal of Harbour Works, 12(3), 45-61.\n"
    )
    assert main(["bib", str(path)]) == 0
    assert "@article{brandt2011tidal," in capsys.readouterr().out


TWICE = """\
@book{a, author={Smith, Jane}, title={Deep harbours of the north}, publisher={Quay}, year=2001}

@book{b, author={Smith, J.}, title={Deep harbours of the north}, year=2001, isbn={0306406152}}
@inbook{c, crossref={b}, title={A chapter on cranes}, author={Okafor, Chidi}}
"""


@pytest.fixture
def twice(tmp_path: Path) -> Path:
    path = tmp_path / "refs.bib"
    path.write_text(TWICE, encoding="utf-8")
    return path


def test_the_same_work_is_found_and_merged(
    twice: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bib", "lint", str(twice)]) == 1
    assert ":3: REF001 b: the same work as a on line 1: same title" in capsys.readouterr().out
    clean, keys = tmp_path / "clean.bib", tmp_path / "keys.json"
    assert (
        main(["bib", "tidy", str(twice), "--merge", "-o", str(clean), "--key-map", str(keys)]) == 0
    )
    assert json.loads(keys.read_text()) == {"b": "a"}
    text = clean.read_text()
    assert text.count("@book") == 1
    assert "isbn = {9780306406157}" in text
    assert "crossref = {a}" in text


def test_a_key_map_may_be_a_table(messy: Path, tmp_path: Path) -> None:
    out, keys = tmp_path / "clean.bib", tmp_path / "keys.tsv"
    pattern = "{author}:{year}"
    command = ["bib", "tidy", str(messy), "--keys", pattern, "-o", str(out), "--key-map", str(keys)]
    assert main(command) == 0
    assert keys.read_text() == "brandt\tbrandt:2011\n"


@pytest.mark.parametrize("flags", [[], ["--merge", "--sort"], ["--keys", "{author}{year}"]])
def test_undo_gives_back_the_bytes(flags: list[str], tmp_path: Path) -> None:
    path, clean, report = tmp_path / "refs.bib", tmp_path / "c.bib", tmp_path / "r.json"
    data = b"\xef\xbb\xbf% caf\xe9\r\n" + TWICE.replace("Jane", "J\u00e4ne\u2028").encode()
    path.write_bytes(data)
    assert main(["bib", "tidy", str(path), *flags, "-o", str(clean), "--report", str(report)]) == 0
    assert clean.read_bytes() != data
    steps = {change["step"] for change in json.loads(report.read_text("utf-8"))["changes"]}
    assert "order_fields" in steps or "brace_values" in steps
    assert main(["bib", "tidy", str(clean), "--undo", str(report), "-o", str(clean)]) == 0
    assert clean.read_bytes() == data


BAD_REPORTS = {
    "no file": None, "no JSON": "{", "other JSON": "[1]", "other kind": '{"kind": "lint"}',
    "no list": '{"kind": "bib-tidy", "rewrites": 3}',
    "wrong piece": '{"kind": "bib-tidy", "rewrites": [{"old_start": "0"}]}',
    "wrong file": '{"kind": "bib-tidy", "rewrites": '
    '[{"old_start": 0, "old": "a", "new_start": 0, "new": "zzz"}]}',
    "deep": "[" * 100_000,
}  # fmt: skip


@pytest.mark.parametrize("text", BAD_REPORTS.values(), ids=BAD_REPORTS)
def test_a_bad_report_is_one_line(
    text: str | None, messy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "report.json"
    if text is not None:
        path.write_text(text)
    assert main(["bib", "tidy", str(messy), "--undo", str(path)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1


@pytest.mark.parametrize(
    "flags",
    [
        ["--undo", "r.json", "--merge"],
        ["--report", "none/r.json"],
        ["--key-map", "none/k.tsv"],
        ["-o", "same", "--report", "same"],
    ],
    ids=["undo and merge", "report nowhere", "map nowhere", "one name"],
)
def test_outputs_that_cannot_be_are_refused_first(
    flags: list[str], messy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bib", "tidy", str(messy), *flags]) == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err.count("\n")) == ("", 1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "the file is empty"),
        ("\ufeff\n", "the file is empty"),
        ("no bibliography at all\n", "no entry in it, only other text"),
        ("@string{a = {b}}\n% = @\n", "no entry in it, only other text"),
    ],
)
def test_a_file_without_an_entry_is_said_to_be(
    text: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "refs.bib"
    path.write_text(text, encoding="utf-8")
    assert main(["bib", "tidy", str(path)]) == 0
    captured = capsys.readouterr()
    assert captured.out == text
    assert told in captured.err
    assert main(["bib", "lint", str(path)]) == 0
    assert told in capsys.readouterr().err


LATIN = "% caf\xe9\n@book{a, title={Stra\xdfe}, author={M\xfcller, J\xf6rg}}\n".encode("latin-1")


def test_a_file_of_another_encoding_comes_back_in_it(tmp_path: Path) -> None:
    path, clean, report = tmp_path / "a.bib", tmp_path / "c.bib", tmp_path / "r.json"
    path.write_bytes(LATIN)
    command = ["bib", "tidy", str(path), "--encoding", "latin-1", "--letters", "unicode"]
    assert main([*command, "-o", str(clean), "--report", str(report)]) == 0
    text = clean.read_bytes().decode("latin-1")
    assert "% caf\xe9" in text
    assert "author = {M\xfcller, J\xf6rg}" in text
    undo = ["bib", "tidy", str(clean), "--encoding", "latin-1", "--undo", str(report)]
    assert main([*undo, "-o", str(clean)]) == 0
    assert clean.read_bytes() == LATIN


def test_values_stand_in_one_column(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.bib"
    path.write_text("@book{a, publisher={P}, title={T}}")
    assert main(["bib", "tidy", str(path), "--align", "--indent", "tab"]) == 0
    assert capsys.readouterr().out == ("@book{a,\n\ttitle     = {T},\n\tpublisher = {P},\n}")


def test_a_file_is_set_in_house_style(twice: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bib", "style", str(twice), "--style", "apa"]) == 0
    assert capsys.readouterr().out == (
        "Okafor, C. (2001). A chapter on cranes. In Deep harbours of the north.\n\n"
        "Smith, J. (2001). Deep harbours of the north. Quay.\n"
    )


UNREADABLE = {
    "UTF-16": ("@misc{a}".encode("utf-16"), [], "--encoding utf-16-le"),
    "binary": (b"\x00\x01", [], "binary"),
    "no encoding": (b"", ["--encoding", "klingon"], "not known"),
    "no text encoding": (b"", ["--encoding", "hex"], "no encoding of text"),
    "letter it lacks": (
        b"@misc{a, note={&alpha;}}", ["--encoding", "latin-1", "--letters", "unicode"], "has no"
    ),
    "indent": (b"", ["--indent", "wide"], "--indent"),
    "empty pattern": (b"@misc{a, note={x}}", ["--keys", ""], "{author}"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "flags", "says"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_tidied_is_one_line(
    data: bytes, flags: list[str], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(data)
    assert main(["bib", "tidy", str(path), *flags]) == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err.count("\n")) == ("", 1)
    assert says in printed.err
