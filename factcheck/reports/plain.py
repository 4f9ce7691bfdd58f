"""Turn frozen data into what JSON can hold, in one envelope for every command."""

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import PurePath

from factcheck import __version__
from factcheck.model.article import Article

SCHEMA_VERSION = 1
"""Counts up when a field is taken away or changes its meaning; a new field leaves it as it is."""
_UNSAFE = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def envelope(kind: str, **members: object) -> dict[str, object]:
    """Return the document that a command's JSON is: its schema version, kind and members."""
    return {"schema_version": SCHEMA_VERSION, "kind": kind, "tool": __version__, **members}


def plain(value: object) -> object:
    """Return a value as dictionaries, lists, strings and numbers; a date as ISO 8601."""
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return plain_fields(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(member) for key, member in value.items()}
    if isinstance(value, tuple | list):
        return [plain(member) for member in value]
    if isinstance(value, frozenset | set):
        return sorted(str(plain(member)) for member in value)
    return str(value) if isinstance(value, PurePath) else value


def plain_fields(value: object) -> dict[str, object]:
    """Return the fields of a dataclass by name, each made plain."""
    if not is_dataclass(value):
        raise TypeError(f"{type(value).__name__} is not a dataclass")
    return {each.name: plain(getattr(value, each.name)) for each in fields(value)}


def about(article: Article) -> dict[str, object]:
    """Return what identifies an article, without its text."""
    names = ("key", "url", "title", "byline", "published", "language", "site_name", "media_type")
    return {name: plain(getattr(article, name)) for name in names}


def dump(document: object) -> str:
    """Return JSON, indented, ending in a line feed.

    Text beyond ASCII is written as it is, except lone surrogates, which UTF-8 cannot hold, and
    controls that a terminal might obey; those are escaped.
    """
    text = json.dumps(document, ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"
