"""Steps about DOI, web address, ISBN and ISSN: canonical where valid, a remark where not."""

import re
from dataclasses import replace

from citations.bibfile.entry import Entry, Field, with_text
from citations.formats.latex.encode import verbatim
from citations.identifiers import parse_doi, parse_isbn, parse_issn
from citations.urls import repair_url, without_tracking

_CLEAN_URL = re.compile(r"https?://[A-Za-z0-9.\-]+(?::\d+)?(?:[/?#][!-;=?-\[\]_a-z~]*)?\Z")
_URL_COMMAND = re.compile(r"\\url\s?\{([^{}]{1,8000})\}\Z")
_DOI_PREFIX = re.compile(r"\A(?:https?://)?(?:(?:dx\.|www\.)?doi\.org/|doi:?\s?)\s?", re.IGNORECASE)
_ONE_ISBN = re.compile(r"(?:ISBN[:\s]?\s?)?[\dXx][\dXx\s\-‐-―]{8,20}(?:\([^()]*\))?\Z")
_ONE_ISSN = re.compile(r"(?:e?ISSN[:\s]?\s?)?\d{4}\s?[\-‐-―]{0,2}\s?\d{3}[\dXx]\Z")


def _source(text: str) -> str:
    r"""Return an identifier or address without LaTeX's escapes and ``\url``."""
    if "\\" not in text:
        return text.strip()
    match = _URL_COMMAND.match(text.strip())
    text = match[1] if match else text
    return re.sub(r"\{?\\([_&%#~$])\}?", r"\1", text).strip()


def settle_doi(entry: Entry) -> Entry:
    """Write the DOI bare and in lower case; remark on what is none."""
    text = entry.get("doi")
    if not text:
        return entry
    bare = _DOI_PREFIX.sub("", _source(text))
    doi = parse_doi(bare)
    if doi is None:
        return entry.remark(f"doi: “{text}” is no DOI")
    if len(doi) != len("".join(bare.split())) and re.search(r"[\s,;]", bare):
        return entry.remark(f"doi: “{text}” is more than one DOI")
    return _put(entry, "doi", verbatim(doi))


def settle_url(entry: Entry) -> Entry:
    r"""Mend the address, take tracking off, and drop one that only repeats the DOI.

    ``\url{...}`` alone in ``howpublished`` or ``note`` becomes the address where there is none.
    """
    entry = _promote(entry)
    text = entry.get("url")
    if not text:
        return entry
    source = _source(text)
    if not _CLEAN_URL.match(source):
        mended = None if source.startswith(("ftp:", "file:", "urn:")) else repair_url(source)
        if mended is None:
            return entry.remark(f"url: “{text}” is no web address")
        source = verbatim(mended)
    url = without_tracking(source)
    doi = parse_doi(url) if "doi.org/" in url.lower() else None
    known = entry.get("doi")
    if doi is None or (entry.has("doi") and known != verbatim(doi)):
        return _put(entry, "url", url)
    if known is None:
        place = next(n for n, field in enumerate(entry.fields) if field.name == "url")
        renamed = Field(name="doi", value=f"{{{verbatim(doi)}}}")
        return replace(entry, fields=(*entry.fields[:place], renamed, *entry.fields[place + 1 :]))
    return entry.without("url") if sum(one.name == "url" for one in entry.fields) == 1 else entry


def _promote(entry: Entry) -> Entry:
    if entry.has("url"):
        return entry
    for name in ("howpublished", "note"):
        match = _URL_COMMAND.match(entry.get(name) or "")
        if match:
            return entry.map(
                lambda field, name=name, match=match: (  # type: ignore[misc]  # defaults bind
                    Field(name="url", value=f"{{{match[1]}}}") if field.name == name else field
                )
            )
    return entry


def settle_isbn_issn(entry: Entry) -> Entry:
    """Write an ISBN as 13 digits and an ISSN as NNNN-NNNX; remark on a wrong check digit."""
    isbn = entry.get("isbn")
    if isbn:
        found = parse_isbn(isbn)
        if found is None:
            entry = entry.remark(f"isbn: “{isbn}” is no ISBN")
        elif _ONE_ISBN.match(isbn.strip()) and "(" not in isbn:
            entry = _put(entry, "isbn", found)
    issn = entry.get("issn")
    if issn:
        number = parse_issn(issn)
        if number is None:
            entry = entry.remark(f"issn: “{issn}” is no ISSN")
        elif _ONE_ISSN.match(issn.strip()):
            entry = _put(entry, "issn", number)
    return entry


def _put(entry: Entry, name: str, text: str) -> Entry:
    """Return the entry with ``text`` in its first field called ``name``."""
    for place, field in enumerate(entry.fields):
        if field.name == name:
            changed = with_text(field, text)
            if changed is field:
                return entry
            fields = (*entry.fields[:place], changed, *entry.fields[place + 1 :])
            return entry.with_fields(fields)
    return entry
