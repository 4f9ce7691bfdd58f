"""Web addresses mended; one that only repeats the DOI goes."""

import re
from dataclasses import replace
from urllib.parse import quote

from citations.identifiers import parse_doi
from citations.item import Item
from citations.urls import repair_url

_NOT_KEPT = re.compile(r"""[\x00-\x20{}\\"<>^`|\x7f]""")


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
    url = _NOT_KEPT.sub(lambda match: quote(match[0]), url)
    return item if url == item.url else replace(item, url=url)
