"""Identifiers of works: types that only their ``parse_*`` functions can make.

Each parser takes what articles print (a URL, a label, a missing blank, a full stop too many) and
returns the canonical form, or ``None`` when the text holds no valid identifier.
"""

import html
import re
from typing import NewType
from urllib.parse import unquote

Doi = NewType("Doi", str)
"""A DOI name, bare and lower-cased: ``10.1000/xyz``. DOI names ignore case (DOI Handbook 2.4)."""
Isbn = NewType("Isbn", str)
"""An ISBN of 13 digits without hyphens, its check digit right (ISO 2108)."""
Issn = NewType("Issn", str)
"""An ISSN as NNNN-NNNX, its check digit right (ISO 3297)."""
Pmid = NewType("Pmid", str)
"""A PubMed identifier: 1 to 8 digits without leading zeros."""
ArxivId = NewType("ArxivId", str)
"""An arXiv identifier without its version: ``2101.00001`` or ``hep-th/9901001``."""

_LONGEST = 2_048
_DOI = re.compile(r"(?<![\d.])10\.\d{4,9}(?:\.\d{1,9}){0,4}\s?/\s?\S{1,600}", re.IGNORECASE)
# Nothing to decode, join or cut; written as it is but for its case.
_BARE_DOI = re.compile(
    r"10\.\d{4,9}/(?=[a-zA-Z0-9.():_-]{1,599}\Z)[a-zA-Z0-9.():_-]*[a-zA-Z0-9]\Z", re.ASCII
)
_DOI_BREAK = re.compile(r"(10\.\d{4,9}(?:\.\d{1,9}){0,4})\s?/\s{0,3}(?=\S)|(?<=doi\.org/)\s{1,3}")
_MARKUP = re.compile(r"</?(?:a|i|b|em|span|sup|sub|br)\b[^<>]{0,200}>")
_DOI_TAIL = re.compile(r"(?:/(?:abstract|full|epdf|pdf|meta|html?)|[?#].{0,300})\Z")
_PAIRS = {")": "(", "]": "[", "}": "{", ">": "<"}
_TRAILING = ".,;:'\"’”»…*\\"
_ISBN = re.compile(r"(?<![\dXx])(?:97[89][\s\-‐‑–—]?)?(?:\d[\s\-‐‑–—]?){9}[\dXx](?![\dXx])")
_ISSN = re.compile(r"(?<![\dXx])(\d{4})\s?[\-‐‑–—]?\s?(\d{3}[\dXx])(?![\dXx])")
_PMID = re.compile(
    r"(?:\bpmid[\s:=]{0,3}|pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/|\A\s{0,3})"
    r"([1-9]\d{0,7})(?!\d)(?!\.\d)(?=\D|\Z)",
    re.IGNORECASE,
)
_ARXIV = re.compile(
    r"(?:\barxiv\s?[:.]?\s{0,3}|arxiv\.org/(?:abs|pdf|html)/|\A\s{0,3})"
    r"(\d{4}\.\d{4,5}|[a-z][a-z\-]{1,20}(?:\.[a-z]{2})?/\d{7})(?:v\d{1,3})?(?![\d])",
    re.IGNORECASE,
)


def _strip_tail(text: str) -> str:
    """Take off punctuation and brackets that belong to the sentence, not to the identifier."""
    while text:
        last = text[-1]
        opener = _PAIRS.get(last)
        unbalanced = opener is not None and text.count(last) > text.count(opener)
        if last not in _TRAILING and not unbalanced:
            break
        text = text[:-1]
    return text


def parse_doi(text: str) -> Doi | None:
    """Return the first DOI in ``text``, bare and lower-cased.

    Understands resolver addresses, "doi:" labels, percent-encoding, HTML entities, blanks round
    the first slash (a line break in print), and cuts the sentence's own punctuation, an
    unbalanced closing bracket, and what web addresses append ("/full", "?utm_source=").
    """
    if _BARE_DOI.match(text):
        return Doi(text.lower())
    text = html.unescape(text[:_LONGEST])
    if "10." not in text:
        if "10%2" not in text:
            return None
        text = unquote(text)
    if "%2" in text or "%3" in text:
        text = unquote(text)
    text = _MARKUP.sub(" ", text).replace("\\_", "_").replace("\\/", "/")
    text = re.sub("[\u200b\u200c\u200d\u2060\ufeff\xad]", "", text)
    text = re.sub(r"(?<![\d.])10\.\s(?=\d{4})", "10.", text)
    text = _DOI_BREAK.sub(lambda match: f"{match[1]}/" if match[1] else "", text)
    match = _DOI.search(text)
    if match is None:
        return None
    doi = re.sub(r"\s", "", match[0]).lower()
    doi = doi.translate(str.maketrans("‐‑‒–—−", "------"))
    doi = _strip_tail(doi)
    for _ in range(2):
        shorter = _DOI_TAIL.sub("", doi)
        if "/" in shorter and not shorter.endswith("/"):
            doi = shorter
    doi = _strip_tail(doi).rstrip("/")
    prefix, _, suffix = doi.partition("/")
    if not suffix or not any(character.isalnum() for character in suffix) or prefix == "10":
        return None
    return Doi(doi)


def _isbn10_ok(digits: str) -> bool:
    values = [10 if digit == "X" else int(digit) for digit in digits]
    return sum((10 - place) * value for place, value in enumerate(values)) % 11 == 0


def _isbn13_check(first_twelve: str) -> str:
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(first_twelve))
    return str(-total % 10)


def parse_isbn(text: str) -> Isbn | None:
    """Return the first valid ISBN in ``text`` as 13 digits; an ISBN-10 is converted.

    ``None`` when no run of digits has a right check digit.
    """
    for match in _ISBN.finditer(text[:_LONGEST]):
        digits = re.sub(r"[^\dXx]", "", match[0]).upper()
        if not digits.isascii():
            continue
        if len(digits) == 10 and _isbn10_ok(digits):
            first = "978" + digits[:9]
            return Isbn(first + _isbn13_check(first))
        if len(digits) == 13 and digits.isdigit() and _isbn13_check(digits[:12]) == digits[12]:
            return Isbn(digits)
    return None


def parse_issn(text: str) -> Issn | None:
    """Return the first valid ISSN in ``text`` as NNNN-NNNX, or ``None``."""
    for match in _ISSN.finditer(text[:_LONGEST]):
        digits = (match[1] + match[2]).upper()
        if not digits.isascii():
            continue
        total = sum((8 - place) * int(digit) for place, digit in enumerate(digits[:7]))
        check = -total % 11
        if digits[7] == ("X" if check == 10 else str(check)):
            return Issn(f"{digits[:4]}-{digits[4:]}")
    return None


def parse_pmid(text: str) -> Pmid | None:
    """Return the PubMed id that ``text`` is, labels ("PMID: 123") or links to, or ``None``."""
    text = text[:_LONGEST]
    match = _PMID.search(text)
    if match is None or not match[1].isascii():
        return None
    bare = match.start() == 0 and text.strip()[:1].isdigit()
    if bare and text.strip() != match[1]:
        return None
    return Pmid(match[1])


def parse_arxiv(text: str) -> ArxivId | None:
    """Return the arXiv id that ``text`` is, labels ("arXiv:2101.00001v2") or links to, or ``None``.

    The version is dropped: versions are one work. Old identifiers are lower-cased.
    """
    text = text[:_LONGEST]
    match = _ARXIV.search(text)
    if match is None or not match[1].isascii():
        return None
    found = match[1].lower()
    if found[:4].isdigit() and not 1 <= int(found[2:4]) <= 12:
        return None
    return ArxivId(found)
