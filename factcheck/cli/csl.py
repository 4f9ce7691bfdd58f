"""One item in the words of CSL-JSON, for a program that reads a command's JSON."""

import json
from typing import Any

from citations import formats
from citations.item import Item


def csl_item(item: Item, name: str) -> dict[str, Any]:
    """Return an item as a CSL-JSON object whose id is ``name``."""
    style = formats.Style(keys=(name,))
    (written,) = json.loads(formats.write([item], "csl-json", style))
    return dict(written)
