"""Step about preprints: an arXiv number in its own fields, wherever it was written."""

import re

from citations.bibfile.entry import Entry, Field
from citations.identifiers import parse_arxiv, parse_doi

_PLACES = ("journal", "journaltitle", "url", "note", "howpublished")
# "arXiv preprint arXiv:1412.6980", "CoRR abs/1412.6980", https://arxiv.org/abs/1412.6980v2
_NUMBER = re.compile(
    r"(?:arxiv\s?[:.]\s?|arxiv\.org/(?:abs|pdf|html)/|\Aabs/|\A)"
    r"((?:\d{4}\.\d{4,5}|[a-z][a-z\-]{1,20}(?:\.[A-Z]{2})?/\d{7})(?:v\d{1,2})?)(?:\.pdf)?(?:\s?\[[^\]]*\])?\Z",
    re.IGNORECASE,
)


def settle_eprint(entry: Entry) -> Entry:
    """Write an arXiv number bare in ``eprint``, taken from where it was, which stays.

    An ``eprint`` that is a web address goes where it repeats the DOI, and is remarked on elsewhere.
    """
    if not _may_tell(entry):
        return entry
    entry = _without_address(entry)
    eprint = entry.get("eprint")
    if eprint:
        kind = (entry.get("archiveprefix") or entry.get("eprinttype") or "").lower()
        number = _number(eprint) if kind == "arxiv" or "arxiv" in eprint.lower() else None
        if number is None:
            return entry
        entry = _with(entry, "eprint", number)
    elif entry.has("eprint"):
        return entry
    else:
        number = _number(entry.get("arxivid") or "") or _found(entry)
        if number is None:
            return entry
        entry = entry.with_fields((*entry.fields, Field(name="eprint", value=f"{{{number}}}")))
    if entry.get("arxivid") and _number(entry.get("arxivid") or "") == number:
        entry = entry.without("arxivid")
    if not entry.has("archiveprefix") and not entry.has("eprinttype"):
        kind_field = Field(name="archiveprefix", value="{arXiv}")
        entry = entry.with_fields((*entry.fields, kind_field))
    return entry


def _may_tell(entry: Entry) -> bool:
    text = "".join([field.value for field in entry.fields])
    is_told = "rXiv" in text or "rxiv" in text or "{CoRR}" in text
    return is_told or entry.has("eprint") or entry.has("arxivid")


def _found(entry: Entry) -> str | None:
    for name in _PLACES:
        text = entry.get(name) or ""
        if "arxiv" in text.lower() and (number := _number(text)) is not None:
            return number
    volume = entry.get("volume") or ""
    is_corr = (entry.get("journal") or entry.get("journaltitle")) == "CoRR"
    return _number(volume) if is_corr and volume.startswith("abs/") else None


def _number(text: str) -> str | None:
    match = _NUMBER.search(text.strip())
    return match[1] if match and parse_arxiv(match[1]) else None


def _without_address(entry: Entry) -> Entry:
    text = entry.get("eprint") or ""
    if not text.startswith(("http://", "https://")) or _number(text):
        return entry
    doi = parse_doi(text) if "doi.org/" in text else None
    if doi is not None and parse_doi(entry.get("doi") or "") == doi:
        return entry.without("eprint")
    return entry.remark(f"eprint: “{text}” is an address, no number of a preprint")


def _with(entry: Entry, name: str, text: str) -> Entry:
    value = f"{{{text}}}"
    return entry.map(lambda field: field if field.name != name else Field(name=name, value=value))
