"""Steps about DOI, web address, ISBN and ISSN: canonical where valid, a remark where not."""

import re
from collections.abc import Callable
from dataclasses import replace

from citations.bibfile.entry import Entry, Field, with_text
from citations.formats.latex.encode import verbatim
from citations.identifiers import parse_doi, parse_isbn, parse_issn
from citations.urls import repair_url, without_tracking

_CLEAN_URL = re.compile(r"https?://[A-Za-z0-9.\-]+(?::\d+)?(?:[/?#][!-;=?-\[\]_a-z~]*)?\Z")
_URL_COMMAND = re.compile(r"\\url\s?\{([^{}]{1,8000})\}\Z")
_DOI_PREFIX = re.compile(r"\A(?:https?://)?(?:(?:dx\.|www\.)?doi\.org/|doi:?\s?)\s?", re.IGNORECASE)
_ISBN = re.compile(r"(?:97[89][\s\-‐-―]?)?(?:\d[\s\-‐-―]?){9}[\dXx](?!\d)")
_ISSN = re.compile(r"\d{4}\s?[\-‐-―]{0,2}\s?\d{3}[\dXx](?!\d)")
# What stands beside the numbers of one work, and says no more than that they are its numbers.
_BESIDE = re.compile(
    r"(?:[\s,;/()\[\]:.]|e?-?IS[BS]N(?:-?1[03])?|print|linking|electronic|online|paper(?:back)?"
    r"|hard(?:cover|back)|ebook|pbk|hbk|alk|p|e)*\Z",
    re.IGNORECASE,
)
_NEXT_ADDRESS = re.compile(r"[\s,;]+(?=https?://)")


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
    source, others = _first_address(_source(text), entry.get("doi"))
    if others:
        entry = entry.remark(f"url: only the first of several addresses stays, not {others}")
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


def _first_address(text: str, doi: str | None) -> tuple[str, str]:
    """Return the first of several addresses that is more than the DOI, and the rest."""
    given = _NEXT_ADDRESS.split(text) if text.count("http") > 1 else [text]
    if len(given) == 1:
        return text, ""
    own = [one for one in given if "doi.org/" not in one or doi is None or parse_doi(one) != doi]
    first, *others = own or given[:1]
    return first, " ".join(others)


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
    """Write an ISBN as 13 digits and an ISSN as NNNN-NNNX; remark on a wrong check digit.

    Several numbers stand side by side, each once, the words round them ("(Print)") go.
    """
    entry = _numbers(entry, "isbn", _ISBN, parse_isbn)
    return _numbers(entry, "issn", _ISSN, parse_issn)


def _numbers(
    entry: Entry, name: str, pattern: re.Pattern[str], parse: Callable[[str], str | None]
) -> Entry:
    text = entry.get(name)
    if not text:
        return entry
    found = [parse(match[0]) for match in pattern.finditer(text)]
    if not found or None in found:
        return entry.remark(f"{name}: “{text}” is no {name.upper()}")
    known = [one for one in found if one]
    is_all = _BESIDE.match(pattern.sub("", text)) is not None
    return _put(entry, name, ", ".join(dict.fromkeys(known))) if is_all else entry


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
