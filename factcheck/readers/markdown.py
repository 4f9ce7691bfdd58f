"""Markdown: CommonMark with front matter (YAML or TOML), tables, footnotes and definitions.

The text is rendered to a tree once, so that links, lists and reference lists are read by the same
code as a page's; the whole document is the body, and nothing has to be chosen.
"""

import datetime as dt
import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from factcheck.model.article import Article, Problem, Suppression
from factcheck.model.document import Document
from factcheck.readers.decode import decode
from factcheck.readers.dialects import as_commonmark
from factcheck.readers.draft import assemble
from factcheck.readers.page.bylines import authors_in, without_lead
from factcheck.readers.page.dates import parse_date, printed_day
from factcheck.readers.page.tree import parse
from factcheck.readers.page.whole import Stated, draft_whole
from factcheck.readers.reader import Reader
from factcheck.readers.suppressions import parse_allow

MAX_FRONT_MATTER = 50_000
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(.{0,50000}?)^\+\+\+[ \t]*$", re.DOTALL | re.MULTILINE)
_NOT_PRINTED = frozenset(("fence", "footnote_anchor"))
"""Program text, and the link back from a note."""


def _sniff(_head: bytes) -> bool:
    return False


def read(document: Document) -> Article:
    """Return the article in a Markdown text."""
    decoded = decode(document.body, document.charset)
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    parser.use(front_matter_plugin).use(footnote_plugin).use(deflist_plugin)
    toml, text = _toml(decoded.text)
    tokens = [one for one in parser.parse(as_commonmark(text)) if one.type not in _NOT_PRINTED]
    front, problems = _front_matter(tokens, toml)
    for token in tokens:
        if token.map and token.nesting >= 0:
            token.attrSet("data-origin", f"line {token.map[0] + 1}")
    markup = parser.renderer.render(tokens, parser.options, {})
    root = parse(f"<html><body>{markup}</body></html>", document.target)
    stated = _stated(front)
    draft = draft_whole(root, document, stated, (*decoded.problems, *problems))
    return assemble(draft)


def _toml(text: str) -> tuple[str, str]:
    """Return a text's TOML front matter, and the text with blank lines instead."""
    match = _TOML.match(text)
    if match is None:
        return "", text
    return match[1], "\n" * match.group().count("\n") + text[match.end() :]


def _front_matter(
    tokens: Sequence[Token], toml: str
) -> tuple[Mapping[str, Any], tuple[Problem, ...]]:
    """Return the front matter's keys in lower case, or the problem with it."""
    yaml_source = next((token.content for token in tokens if token.type == "front_matter"), "")
    source = toml or yaml_source
    if not source.strip():
        return {}, ()
    if len(source) > MAX_FRONT_MATTER:
        problem = Problem(
            kind="broken-front-matter", message="The front matter is too long to read."
        )
        return {}, (problem,)
    try:
        data = tomllib.loads(toml) if toml else yaml.safe_load(source)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = " ".join(str(error).split())[:120]
        name = "TOML" if toml else "YAML"
        problem = Problem(
            kind="broken-front-matter", message=f"The front matter is not {name}: {reason}"
        )
        return {}, (problem,)
    if not isinstance(data, dict):
        return {}, ()
    return {str(key).lower(): value for key, value in data.items()}, ()


def _stated(front: Mapping[str, Any]) -> Stated:
    byline = _names(front.get("byline") or front.get("authors") or front.get("author"))
    date = _date(front.get("date") or front.get("published"))
    return Stated(
        title=_string(front.get("title")),
        byline=byline,
        authors=authors_in(byline),
        published=date,
        published_from="front matter" if date else None,
        modified=_date(front.get("modified") or front.get("updated") or front.get("lastmod")),
        site_name=_string(front.get("site") or front.get("site_name") or front.get("publication")),
        language=_string(front.get("lang") or front.get("language")),
        canonical=_url(front.get("canonical") or front.get("canonical_url") or front.get("url")),
        suppressions=tuple(_suppressions(front.get("factcheck-allow"))),
        media_type="text/markdown",
    )


def _string(value: object) -> str | None:
    return " ".join(str(value).split()) or None if isinstance(value, str | int | float) else None


def _url(value: object) -> str | None:
    return value if isinstance(value, str) and re.match(r"https?://\S+$", value) else None


def _names(value: object) -> str | None:
    parts = value if isinstance(value, list) else [value]
    names = [_string(part.get("name") if isinstance(part, dict) else part) for part in parts]
    return ", ".join(without_lead(name) for name in names if name) or None


def _date(value: object) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    return (parse_date(value) or printed_day(value)) if isinstance(value, str) else None


def _suppressions(value: object) -> list[Suppression]:
    """Return what ``factcheck-allow`` allows: a text, a list of texts, or codes with reasons."""
    found: list[Suppression | None] = []
    origin = "front matter"
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            found.append(parse_allow(one, origin))
        elif isinstance(one, dict):
            if code := one.get("code") or one.get("codes"):
                codes = " ".join(map(str, code)) if isinstance(code, list) else str(code)
                found.append(parse_allow(codes, origin, _string(one.get("reason"))))
            else:
                found += [parse_allow(str(key), origin, _string(why)) for key, why in one.items()]
    return [one for one in found if one is not None]


READER = Reader(
    name="markdown",
    media_types=("text/markdown", "text/x-markdown"),
    suffixes=(".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"),
    sniff=_sniff,
    read=read,
)
