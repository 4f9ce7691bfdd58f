"""Web addresses mended; one that only repeats the DOI goes."""

from dataclasses import replace
from urllib.parse import quote

from citations.identifiers import parse_doi
from citations.item import Item
from citations.urls import repair_url

_KEPT = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in '{}\\"<>^`|')


def mend_addresses(item: Item) -> Item:
    """Mend ``url``, percent-encode what no address may hold, and move what is none to ``extra``."""
    if item.url is None:
        return item
    url = repair_url(item.url)
    if url is None:
        return replace(item, url=None, extra=(*item.extra, ("invalid url", item.url)))
    doi = parse_doi(url) if "doi.org/" in url.lower() else None
    if doi is not None and item.doi in {None, doi}:
        return replace(item, url=None, doi=doi)
    # Letters of other scripts stay readable; biber and browsers take them.
    url = "".join(
        letter if letter in _KEPT or not letter.isascii() else quote(letter) for letter in url
    )
    return replace(item, url=url)
