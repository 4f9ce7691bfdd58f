"""What a page says about itself: title, byline, dates, site, language, canonical address.

Asked in the order of how exact each is: JSON-LD, Highwire and Dublin Core, Open Graph, microdata,
then the page itself.
"""

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.etree import _Element as Node

from citations.extract.printed import collapse
from citations.extract.tree import tag_of, text_of, words_of
from citations.fold import fold
from factcheck.readers.page.bylines import (
    authors_in,
    natural,
    parted_from_date,
    without_account,
    without_lead,
)
from factcheck.readers.page.dates import parse_date

_ARTICLE_TYPES = re.compile(r"(?:Article|Posting|Report|BlogPost|NewsArticle|Review)$")
_DATE_METAS = (
    ("article:published_time", "Open Graph"),
    ("og:published_time", "Open Graph"),
    ("citation_publication_date", "Highwire"),
    ("citation_date", "Highwire"),
    ("citation_online_date", "Highwire"),
    ("dc.date.issued", "Dublin Core"),
    ("dcterms.issued", "Dublin Core"),
    ("dcterms.created", "Dublin Core"),
    ("dc.date", "Dublin Core"),
    ("parsely-pub-date", "meta"),
    ("sailthru.date", "meta"),
    ("pubdate", "meta"),
    ("publishdate", "meta"),
    ("publish-date", "meta"),
    ("date", "meta"),
)
_MODIFIED_METAS = ("article:modified_time", "og:updated_time", "dcterms.modified", "last-modified")
_TITLE_METAS = ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title")
_AUTHOR_METAS = (
    "citation_author",
    "dc.creator",
    "dcterms.creator",
    "author",
    "parsely-author",
    "sailthru.author",
    "article:author",
)
_INVERTED = ("citation_author", "dc.creator", "dcterms.creator")
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:byline|auteurs?|authors?(?:-?name)?|p-author|entry-author|post-author)(?:$|[\s_-])"
)
_TITLE_PARTS = re.compile(r"\s+[|–—»«·•-]\s+")
_COMMENT = re.compile(r"comment|related|sidebar|widget|recommend|footer|nav")
_JOINTS = " |–—»«·•-"
_DATED_ADDRESS = re.compile(r"/(20\d\d)/(\d{1,2})/(\d{1,2})(?:/|$)")
MAX_JSON = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a page says about itself; ``byline`` without its "By"."""

    title: str | None = None
    byline: str | None = None
    authors: tuple[str, ...] = ()
    published: dt.date | None = None
    published_from: str | None = None
    modified: dt.date | None = None
    site_name: str | None = None
    language: str | None = None
    canonical: str | None = None


@dataclass(frozen=True, slots=True)
class _Stated:
    """Everything that head and JSON-LD state, read once."""

    metas: Mapping[str, Sequence[str]]
    article: Mapping[str, Any]
    site: str | None = None
    root: Node = field(kw_only=True)

    def first(self, names: Sequence[str]) -> str | None:
        """Return the first value of the first of these metas that has one."""
        return next((value for name in names for value in self.metas.get(name, ())), None)


def metadata_of(root: Node, url: str | None) -> Metadata:
    """Return the metadata of a page; ``url`` is its address, for resolving the canonical one."""
    article, site = _json_ld(root)
    stated = _Stated(_metas(root), article, site, root=root)
    site_name = _site_name(stated) or _site_of_title(stated)
    byline, beside = _byline(stated)
    published, published_from = _published(stated)
    if published is None and beside is not None:
        published, published_from = beside, "byline"
    published, published_from = _by_address(published, published_from, url)
    modified = parse_date(_text(article.get("dateModified"))) or parse_date(
        stated.first(_MODIFIED_METAS)
    )
    if modified is not None and published is not None and modified <= published:
        modified = None
    return Metadata(
        title=_title(stated, site_name),
        byline=byline,
        authors=authors_in(byline, site_name),
        published=published,
        published_from=published_from,
        modified=modified,
        site_name=site_name,
        language=_language(stated),
        canonical=_canonical(stated, url),
    )


def _metas(root: Node) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("http-equiv")
        value = collapse(meta.get("content") or "")
        if name and value:
            found.setdefault(name.lower(), []).append(value)
    return found


def _json_ld(root: Node) -> tuple[Mapping[str, Any], str | None]:
    """Return the article object and the site's name from the page's JSON-LD blocks."""
    article: Mapping[str, Any] = {}
    site: str | None = None
    for script in root.iter("script"):
        if "ld+json" not in script.get("type", ""):
            continue
        for thing in _things(script.text or ""):
            kinds = thing.get("@type")
            names = [str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])]
            if not article and any(map(_ARTICLE_TYPES.search, names)):
                article = thing
            if "WebSite" in names:
                site = site or _text(thing.get("name"))
    return article, site or _text(article.get("publisher"))


def _things(source: str) -> Iterator[Mapping[str, Any]]:
    if len(source) > MAX_JSON:
        return
    try:
        data = json.loads(source.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
    except (ValueError, RecursionError):
        return
    queue = [data]
    for thing in queue:
        if isinstance(thing, list):
            queue += thing
        elif isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            queue += graph if isinstance(graph, list) else []


def _text(value: object) -> str | None:
    """Return the text of a JSON-LD value: a string, a thing's name, or the first of a list."""
    for _ in range(4):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = value.get("name") or value.get("@value")
    return collapse(unescape(value)) or None if isinstance(value, str) else None


def _site_name(stated: _Stated) -> str | None:
    """Return the site's name without its slogan: "Coast Post | News from the coast"."""
    name = stated.first(("og:site_name",)) or stated.site
    if not name:
        return None
    if name.startswith(("http://", "https://")):
        name = urlsplit(name).hostname or ""
    return name.split(" | ")[0].strip().removeprefix("www.") or None


def _without_site(title: str, site_name: str | None) -> str:
    """Return a title without the site's name before or after it: "Basin dredged - Coast Post"."""
    parts = _TITLE_PARTS.split(title)
    if not site_name or len(parts) < 2:
        return title
    if fold(parts[-1]) == fold(site_name):
        return title[: title.rindex(parts[-1])].rstrip(_JOINTS)
    if fold(parts[0]) == fold(site_name):
        return title[len(parts[0]) :].lstrip(_JOINTS)
    return title


def _title(stated: _Stated, site_name: str | None) -> str | None:
    titles = [_text(stated.article.get("headline")), stated.first(_TITLE_METAS)]
    for title in titles:
        if title and not (site_name and fold(title) == fold(site_name)):
            return _without_site(title, site_name)
    headings = [
        text_of(heading) for heading in stated.root.iter("h1") if not _in_furniture(heading)
    ]
    headings = [heading for heading in headings if heading and heading != site_name]
    printed = _printed_title(stated)
    parts = [part.strip() for part in _TITLE_PARTS.split(printed)] if printed else []
    if len(parts) > 1 and len(headings) == 1 and headings[0] in (parts[0], parts[-1]):
        others = [part for part in parts if part != headings[0]]
        if any(len(part) > len(headings[0]) for part in others):
            headings = []  # the site's name, as a heading
    if parts and len(headings) != 1:
        whole = max(parts, key=lambda part: len(part.split()))
        return whole if len(whole.split()) > 1 else None
    return headings[0] if len(headings) == 1 else None


def _printed_title(stated: _Stated) -> str | None:
    node = next(stated.root.iter("title"), None)
    return None if node is None else collapse("".join(map(str, node.itertext()))) or None


def _site_of_title(stated: _Stated) -> str | None:
    """Return the site from the title element: all of a one-word title, or its last part."""
    printed = _printed_title(stated)
    if not printed:
        return None
    parts = _TITLE_PARTS.split(printed)
    if len(parts) == 1:
        titles = (_text(stated.article.get("headline")), stated.first(_TITLE_METAS))
        return printed if len(printed.split()) == 1 and printed not in titles else None
    return parts[-1] if len(parts[-1].split()) <= 4 else None


def _byline(stated: _Stated) -> tuple[str | None, dt.date | None]:
    """Return the byline and the date that is printed beside it."""
    named = stated.article.get("author")
    names = [_text(one) for one in (named if isinstance(named, list) else [named])]
    listed = [name for name in names if name]
    for meta in () if listed else _AUTHOR_METAS:
        listed = [value for value in stated.metas.get(meta, ()) if not value.startswith("http")]
        if meta in _INVERTED:
            listed = [natural(name) for name in listed]
        if listed:
            break
    if not listed:
        listed = _printed_authors(stated.root)
    listed = [name for one in listed if (name := without_account(without_lead(one)))]
    pairs = [parted_from_date(name) for name in listed if 1 < len(name) <= 120]
    byline = ", ".join(dict.fromkeys(name for name, _ in pairs)) or None
    return byline, next((date for _, date in pairs if date is not None), None)


def _printed_authors(root: Node) -> list[str]:
    for node in root.iter("span", "a", "p", "div", "address", "li"):
        marked = node.get("itemprop") == "author" or "author" in node.get("rel", "").split()
        words = words_of(node)
        if not marked and (words == " " or not _BYLINE.search(words)):
            continue
        text = text_of(node)
        is_line = 2 < len(text) <= 80 and len(text.split()) <= 10 and "@" not in text
        if is_line and not _in_furniture(node):
            return [text]
    return []


def _in_furniture(node: Node) -> bool:
    parents = [
        node,
        *(ancestor for _, ancestor in zip(range(12), node.iterancestors(), strict=False)),
    ]
    return any(
        tag_of(one) not in ("body", "html") and _COMMENT.search(words_of(one)) for one in parents
    )


def _published(stated: _Stated) -> tuple[dt.date | None, str | None]:
    if found := parse_date(_text(stated.article.get("datePublished"))):
        return found, "JSON-LD"
    for name, origin in _DATE_METAS:
        for value in stated.metas.get(name, ()):
            if found := parse_date(value):
                return found, origin
    for node in stated.root.iter("meta", "time", "span", "abbr"):
        hatom = "published" in node.get("class", "").split() and not _in_furniture(node)
        if node.get("itemprop") != "datePublished" and not hatom:
            continue
        stated_date = node.get("content") or node.get("datetime") or node.get("title")
        if found := parse_date(stated_date):
            return found, "hAtom" if hatom else "microdata"
    return _time_element(stated.root)


def _by_address(
    stated: dt.date | None, origin: str | None, url: str | None
) -> tuple[dt.date | None, str | None]:
    """Return the day of publication, of two that lie a day apart the one in the page's address.

    Many sites state Greenwich time, in which an evening's article is the next day's.
    """
    match = _DATED_ADDRESS.search(urlsplit(url).path) if url else None
    if match is None:
        return stated, origin
    found = parse_date("-".join(match.groups()))
    if found is None or (stated is not None and abs((stated - found).days) != 1):
        return stated, origin
    return found, "address"


def _time_element(root: Node) -> tuple[dt.date | None, str | None]:
    """Return the date of the page's ``time`` elements, if they agree on one."""
    times = [node for node in root.iter("time") if not _in_furniture(node)]
    marked = [
        node for node in times if "published" in words_of(node) or node.get("pubdate") is not None
    ]
    dates = {date for node in marked or times if (date := parse_date(node.get("datetime")))}
    return (dates.pop(), "time element") if len(dates) == 1 else (None, None)


def _language(stated: _Stated) -> str | None:
    html = next(stated.root.iter("html"), stated.root)
    stated_one = html.get("lang") or html.get("{http://www.w3.org/XML/1998/namespace}lang")
    stated_one = stated_one or stated.first(("content-language", "og:locale", "dc.language"))
    value = (stated_one or "").strip().replace("_", "-")
    return value if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}", value) else None


def _canonical(stated: _Stated, url: str | None) -> str | None:
    for link in stated.root.iter("link"):
        if "canonical" in link.get("rel", "").lower().split() and (href := link.get("href")):
            return _address(href, url)
    stated_url = stated.first(("og:url",))
    return _address(stated_url, url) if stated_url else None


def _address(href: str, base: str | None) -> str | None:
    try:
        found = urljoin(base or "", href.strip())
        parts = urlsplit(found)
    except ValueError:
        return None
    return found if parts.scheme in ("http", "https") and parts.hostname else None
