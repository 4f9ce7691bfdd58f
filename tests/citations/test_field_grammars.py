"""Folding, identifiers, addresses and titles, case by case and on any text."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.fold import fold, romanise
from citations.identifiers import parse_arxiv, parse_doi, parse_isbn, parse_issn, parse_pmid
from citations.titles import fold_title, is_all_caps, split_subtitle
from citations.urls import canonical_url, repair_url
from tests.growth import grows_linearly

FOLDS = {
    "accents and case": ("ÉTÉ Straße Łódź", "ete strasse lodz"),
    "tex": (r"G{\"o}del \& S{\o}ren \textit{ca}", "godel & soren ca"),
    "dashes": ("1–2 — 3 -- 4", "1-2 - 3 - 4"),
    "quotation marks": ("“a” ‘b’ ``c''", '"a" \'b\' "c"'),
    "entities": ("Q&amp;A &#8211; x", "q&a - x"),
    "white space and invisible": (" a\u00a0b\n\u200bc\u00add ", "a b cd"),
    "cyrillic": ("Й Ё", "и е"),
    "vowel signs stay": ("कि", "कि"),
}


@pytest.mark.parametrize(("text", "folded"), FOLDS.values(), ids=FOLDS)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_a_transliteration_meets_its_original() -> None:
    assert romanise(fold("Книга о слове")) == "kniga o slove"


DOIS = {
    "bare": ("10.1000/ABC", "10.1000/abc"),
    "address": ("https://doi.org/10.1000/abc).", "10.1000/abc"),
    "own brackets": ("10.1016/S0140-6736(20)30183-5)", "10.1016/s0140-6736(20)30183-5"),
    "label": ("doi: 10.1000/x,", "10.1000/x"),
    "blank after the prefix": ("10. 1000/x", "10.1000/x"),
    "blank round the slash": ("10.1000 / xyz.", "10.1000/xyz"),
    "line break": ("https://doi.org/10.1000/\nx.2010 Accessed 5 May", "10.1000/x.2010"),
    "publisher's page": ("https://x.org/doi/10.1111/abc.1/full?utm_source=y", "10.1111/abc.1"),
    "encoded": ("https://x.org/10.1000%2Fabc", "10.1000/abc"),
    "a decimal": ("costs 10.50/unit", None),
    "no suffix": ("10.1000/", None),
}


@pytest.mark.parametrize(("text", "doi"), DOIS.values(), ids=DOIS)
def test_doi(text: str, doi: str | None) -> None:
    assert parse_doi(text) == doi


NUMBERS = {
    "isbn-10": (parse_isbn("ISBN 0-306-40615-2"), "9780306406157"),
    "isbn-13": (parse_isbn("978-0-306-40615-7"), "9780306406157"),
    "isbn with X": (parse_isbn("0-8044-2957-X"), "9780804429573"),
    "isbn, wrong check digit": (parse_isbn("978-0-306-40615-8"), None),
    "issn": (parse_issn("ISSN 0378-5955"), "0378-5955"),
    "issn with x": (parse_issn("2434-561x"), "2434-561X"),
    "issn, wrong check digit": (parse_issn("0378-5954"), None),
    "pmid": (parse_pmid("PMID: 123456."), "123456"),
    "pmid address": (parse_pmid("https://pubmed.ncbi.nlm.nih.gov/123456/"), "123456"),
    "pmid among words": (parse_pmid("12 angry men"), None),
    "arxiv": (parse_arxiv("arXiv:2101.00001v2 [cs.CL]"), "2101.00001"),
    "arxiv, old": (parse_arxiv("hep-th/9901001"), "hep-th/9901001"),
    "arxiv, 13th month": (parse_arxiv("arXiv:2113.00001"), None),
}


@pytest.mark.parametrize(("found", "expected"), NUMBERS.values(), ids=NUMBERS)
def test_numbers(found: str | None, expected: str | None) -> None:
    assert found == expected


SAME_PAGE = {
    "scheme and www": ("http://www.example.org/a/", "https://example.org/a"),
    "tracking": ("https://example.org/a?utm_source=x&id=2&fbclid=3", "example.org/a?id=2"),
    "fragment": ("https://example.org/a#part", "https://example.org/a"),
    "amp": ("https://amp.example.org/a/amp", "https://example.org/a"),
    "mobile": ("https://en.m.example.org/wiki/X", "https://en.example.org/wiki/X"),
    "archive": ("https://web.archive.org/web/20200101000000/http://example.org/a", "example.org/a"),
    "encoding": ("https://example.org/%7Ea", "https://example.org/~a"),
}


@pytest.mark.parametrize(("one", "other"), SAME_PAGE.values(), ids=SAME_PAGE)
def test_addresses_of_one_page(one: str, other: str) -> None:
    assert canonical_url(one) == canonical_url(other)


REPAIRS = {
    "blanks": ("https://example.org/a b/\nc.html.", "https://example.org/ab/c.html"),
    "no scheme": ("www.example.org/a", "https://www.example.org/a"),
    "entity": ("https://example.org/?a=1&amp;b=2", "https://example.org/?a=1&b=2"),
    "mistyped scheme": ("http//example.org/a", "http://example.org/a"),
    "own bracket": ("https://example.org/a_(b))", "https://example.org/a_(b)"),
    "script": ("javascript:alert(1)", None),
    "mail": ("someone@example.org/x", None),
    "word": ("nothing", None),
}


@pytest.mark.parametrize(("text", "url"), REPAIRS.values(), ids=REPAIRS)
def test_repair(text: str, url: str | None) -> None:
    assert repair_url(text) == url


def test_titles() -> None:
    assert split_subtitle("Salt: A history") == ("Salt", "A history")
    assert split_subtitle("Why? Because it is") == ("Why?", "Because it is")
    assert split_subtitle("At 10:30 sharp") == ("At 10:30 sharp", None)
    assert is_all_caps("THE GREAT ESCAPE")
    assert not is_all_caps("HIV/AIDS")
    assert fold_title("The Great—Escape!") == "great escape"


@given(st.text(max_size=60) | st.text(st.sampled_from("10./()[]&;#%: htps\\{}x-"), max_size=60))
def test_no_text_makes_a_grammar_raise(text: str) -> None:
    for parse in (parse_isbn, parse_issn, parse_pmid, parse_arxiv, split_subtitle, fold):
        parse(text)
    doi, url = parse_doi(text), repair_url(text)
    assert doi is None or parse_doi(doi) is not None
    assert url is None or url.startswith(("http://", "https://"))
    assert canonical_url(text) == canonical_url(text)


@pytest.mark.parametrize("name", ["copy", "sect", "para", "not", "reg", "times", "amp", "lt"])
def test_a_parameter_named_like_an_entity_stays(name: str) -> None:
    address = f"https://x.example/a?b=1&{name}=2&section=3"
    assert repair_url(address) == address
    assert repair_url(address.replace("&", "&amp;")) == address


@pytest.mark.parametrize(
    "parse", [parse_doi, repair_url, canonical_url, fold, parse_isbn, parse_arxiv]
)
@pytest.mark.parametrize("unit", ["10.1000/", "(((", "1-", "http://", "\\", "a.", "9 "])
def test_long_texts_do_not_take_long(parse: Callable[[str], object], unit: str) -> None:
    assert grows_linearly(parse, unit, 5_000)
