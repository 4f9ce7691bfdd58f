"""HTML text to a tree, within bounds."""

import re

from lxml.etree import HTMLParser, LxmlError, fromstring
from lxml.etree import _Element as Node

from factcheck.errors import LimitExceeded, UnreadableDocument

MAX_CHARACTERS = 30_000_000
MAX_ATTRIBUTES = 5_000
"""libxml2 compares every attribute of a tag with every other: 200,000 of them take minutes."""
_LONG_TAG = re.compile(r"<[a-zA-Z][^>]{10000,}")
_ATTRIBUTE = re.compile(r"[\s\"'][\w:@.-]+=?")


def parse(markup: str, target: str) -> Node:
    """Return the ``html`` element of a page's text.

    Depth is bounded by libxml2 itself (2,048). Raises ``LimitExceeded`` for a page beyond the
    limits above and ``UnreadableDocument`` where there is no element in it.
    """
    if len(markup) > MAX_CHARACTERS:
        raise LimitExceeded(f"{target}: {len(markup):,} characters; more than {MAX_CHARACTERS:,}")
    for match in _LONG_TAG.finditer(markup):
        if len(_ATTRIBUTE.findall(match.group(), 0)) > MAX_ATTRIBUTES:
            raise LimitExceeded(f"{target}: a tag with more than {MAX_ATTRIBUTES:,} attributes")
    parser = HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError) as error:
        raise UnreadableDocument(f"{target}: no HTML in it; nothing to read") from error
    if root is None or not isinstance(root.tag, str):
        raise UnreadableDocument(f"{target}: no HTML in it; nothing to read")
    return root
