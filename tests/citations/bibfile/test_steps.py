"""What tidying makes of what other programs export and people type: tables of values."""

import pytest

from citations.bibfile import Letters, steps_for, tidy
from citations.bibfile.lint import lint
from citations.bibfile.steps.capitals import protect_capitals
from citations.bibfile.steps.people import settle_names

NAMES = {
    "semicolons": ("Smith, J.; Jones, K.; Brown, L.", "Smith, J. and Jones, K. and Brown, L."),
    "semicolons, given first": ("John Smith; Kate Jones", "Smith, John and Jones, Kate"),
    "ampersand": (r"Smith, J. \& Jones, K.", "Smith, J. and Jones, K."),
    "German and": (
        "Adorno, Theodor W. und Horkheimer, Max", "Adorno, Theodor W. and Horkheimer, Max"
    ),
    "commas, initials": (
        "Smith, J., Jones, K., and Brown, L.", "Smith, J. and Jones, K. and Brown, L."
    ),
    "commas, initials first": (
        "J. Smith, K. Jones, and L. van der Brown",
        "Smith, J. and Jones, K. and van der Brown, L.",
    ),
    "PubMed": (
        r"M{\"u}ller J and van der Berg PA", r"M{\"u}ller, J. and van der Berg, P. A."
    ),
    "Vancouver": ("Smith J, Jones KL", "Smith, J. and Jones, K. L."),
    "et al.": ("Smith, J. et al.", "Smith, J. and others"),
    "ADS": (r"{{\O}sterg{\aa}rd}, K. and {Box}, G.~E.~P.",
            r"{\O}sterg{\aa}rd, K. and Box, G. E. P."),
    "DBLP": (r"J{\"o}rg M{\"u}ller 0001", r"M{\"u}ller, J{\"o}rg"),
    "particle behind": ("Berg, Pieter van der", "van der Berg, Pieter"),
    "Spanish y": ("José Ortega y Gasset", "Ortega y Gasset, José"),
    "bare initials": ("Smith, JA and Li, J-P", "Smith, J. A. and Li, J.-P."),
}  # fmt: skip
STAY = {
    "commas, whole names": "Smith, John, Jones, Kate",
    "publisher": "Simon & Schuster",
    "two family names": "García Márquez, Gabriel",
    "one name with its initial last": "Malcolm X",
    "several words in braces": "{Van der Berg}, Pieter",
    "junior": "Steele, Jr., Guy L.",
    "parts with names": "family=Müller, given=Jörg, prefix=von der",
    "shouted": "O'NEIL, CATHY and KIM, IL",
    "the third": "King III",
}


@pytest.mark.parametrize(("text", "written"), NAMES.values(), ids=NAMES)
def test_lists_that_are_sure_are_divided(text: str, written: str) -> None:
    assert settle_names(text) == written
    assert settle_names(written) == written


@pytest.mark.parametrize("text", STAY.values(), ids=STAY)
def test_nothing_is_guessed(text: str) -> None:
    assert settle_names(text) == text


TITLES = {
    "formula": ("On a Problem of $O(n \\log n)$ and more", "{$O(n \\log n)$} and"),
    "one sign": (r"The {\ensuremath{\Lambda}}CDM model", r"{\ensuremath{\Lambda}}{CDM} model"),
    "subscript": (r"The effect of CO\textsubscript{2}", r"{CO}\textsubscript{2}"),
    "accents": (r"Reisen nach M{\"u}nchen", r"{M{\"u}nchen}"),
    "escaped": (r"Writing in C\# and in Java", r"{C\#} and in {Java}"),
}


@pytest.mark.parametrize(("title", "holds"), TITLES.values(), ids=TITLES)
def test_capitals_in_latex_are_protected(title: str, holds: str) -> None:
    assert holds in protect_capitals(title)


FIELDS = {
    "entities of Mendeley": (r"title = {{\&}lt;i{\&}gt;E. coli{\&}lt;/i{\&}gt; and x}",
                             r"title = {\emph{E. coli} and x}"),
    "tags of Mendeley": (
        r"title = {a {\textless}sub{\textgreater}2{\textless}/sub{\textgreater}}",
        r"title = {a \textsubscript{2}}",
    ),
    "JATS": ("title = {in <jats:italic>vivo</jats:italic><br/>now}", r"\emph{vivo} now"),
    "wrong encoding": ("note = {MÃ¼ller Itâ€™s voilÃ\xa0}", r"note = {M{\"u}ller It's voil{\`a}}"),
    "greek letter": ("note = {TNF-α}", r"TNF-{\ensuremath{\alpha}}"),
    "greek word": ("note = {λόγος}", "note = {λόγος}"),
    "braces": ("journal = {A {\\&} B{-}C}", "journal = {A \\& B-C}"),
    "month of JabRef": ("month = {#may#}", "month = may"),
    "pages of LIPIcs": ("pages = {7:1-7:20}", "pages = {7:1--7:20}"),
    "two addresses": (
        "doi = {10.1/x}, url = {https://a.org/b https://doi.org/10.1/x}",
        "url = {https://a.org/b}",
    ),
    "ISSN twice": ("issn = {0028-4793 (Print) 0028-4793 (Linking)}", "issn = {0028-4793}"),
    "ISBN twice": ("isbn = {978-3-531-12841-2 3-531-12841-8}", "isbn = {9783531128412}"),
    "article number": ("article-number = {1234}", "eid = {1234}"),
    "date of visit": ("lastaccessed = {May 3, 2020}", "urldate = {2020-05-03}"),
    "arXiv of Scholar": ("journal = {arXiv preprint arXiv:1412.6980}", "eprint = {1412.6980}"),
    "arXiv of DBLP": ("journal = {CoRR}, volume = {abs/1412.6980}", "archiveprefix = {arXiv}"),
    "editors": ("editor = {Tiedemann, Rolf (Hrsg.)}", "editor = {Tiedemann, Rolf}"),
}  # fmt: skip


@pytest.mark.parametrize(("fields", "holds"), FIELDS.values(), ids=FIELDS)
def test_exports_are_cleaned(fields: str, holds: str) -> None:
    once = tidy(f"@misc{{a, {fields}}}")
    assert holds in once.text
    assert tidy(once.text).text == once.text


def test_commands_become_letters_and_back() -> None:
    unicode = tidy(r"@misc{a, note={{\ensuremath{\alpha}} {\"u}}}", steps_for(Letters.UNICODE))
    assert "{α ü}" in unicode.text
    assert r"{{\ensuremath{\alpha}} {\"u}}" in tidy(unicode.text).text


FAULTS = {
    "HTML": ("@misc{a, title={x <i>y}, year=2001, url={https://x.org}}", "HTML is left"),
    "type": ("@newspaper{a, title={T}, journal={J}, year=2001}", "no entry type"),
    "required": ("@article{a, title={T}, journal={J}, year=2001}", "@article has no author"),
    "role": ("@book{a, author={A, B (ed.)}, title={T}, publisher={P}, year=1}", "names a part"),
    "eprint": ("@misc{a, title={T}, year=1, eprint={https://x.org/a.pdf}}", "is an address"),
}


@pytest.mark.parametrize(("text", "says"), FAULTS.values(), ids=FAULTS)
def test_lint_says(text: str, says: str) -> None:
    assert any(says in fault.message for fault in lint(text))


CLEAN = {
    "inherited date": "@inproceedings{a, author={B, C}, title={T}, crossref={p}}\n"
    "@proceedings{p, title={Tides}, publisher={P}, year=2001}",
    "biblatex order": "@collection{p, editor={B, C}, title={Tides}, publisher={P}, date=2001}\n"
    "@incollection{a, author={B, C}, title={T}, crossref={p}}",
    "xdata": "@book{a, author={B, C}, title={T}, date=2001, xdata={x}}\n@xdata{x, publisher={P}}",
    "named parts": "@book{a, author={family=B, given=C}, title={T}, date=2001, publisher={P}}",
    "handle": "@misc{a, author={@realname}, title={T}, year=2017, url={https://x.org/a}}",
}


@pytest.mark.parametrize("text", CLEAN.values(), ids=CLEAN)
def test_lint_is_silent(text: str) -> None:
    assert lint(text) == ()
