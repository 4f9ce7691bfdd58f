"""JATS XML (NISO Z39.96), the format that journals archive their articles in.

The XML is turned into a tree of HTML elements, so that links, lists and references are read by the
same code as a page's. A document type that only names the standard's DTD is passed over, never
loaded; one that declares anything itself is refused.
"""

import datetime as dt
import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import Element, SubElement
from lxml.etree import _Element as Node

from citations.extract.tree import tag_of
from factcheck.errors import LimitExceeded, UnreadableDocument
from factcheck.model.article import Article
from factcheck.model.document import Document
from factcheck.readers.draft import assemble
from factcheck.readers.page.whole import Stated, draft_whole
from factcheck.readers.reader import Reader

MAX_BYTES = 30_000_000
_ROOT = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*|<\?[^>]{0,200}\?>\s*){0,8}"
    rb"(?:<!DOCTYPE\s+article\b|<article\b[^>]{0,600}\b(?:article-type|dtd-version|xmlns:xlink)=)",
    re.DOTALL,
)
_DECLARES = re.compile(rb"<!ENTITY|<!ELEMENT|<!ATTLIST|<!DOCTYPE[^>\[]{0,2000}\[", re.IGNORECASE)
_HREF = "{http://www.w3.org/1999/xlink}href"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TAGS = {
    "p": "p", "disp-quote": "blockquote", "verse-group": "blockquote", "list": "ul",
    "list-item": "li", "def-item": "li", "caption": "figcaption", "table": "table", "tr": "tr",
    "td": "td", "th": "th", "sup": "sup", "sub": "sub", "bold": "b", "italic": "i", "break": "br",
    "fn": "li", "fn-group": "ol", "ref-list": "section", "ref": "li", "label": "span",
}  # fmt: skip
_UNREAD = frozenset(
    ("tex-math", "alternatives", "graphic", "media", "inline-graphic", "supplementary-material",
     "object-id", "disp-formula", "permissions", "abstract", "processing-meta")
)  # fmt: skip
_PUBLISHED = ("epub", "pub", "ppub", "collection")


def _sniff(head: bytes) -> bool:
    return _ROOT.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def read(document: Document) -> Article:
    """Return the article in a JATS file.

    Raises ``UnreadableDocument`` for other or broken XML and for one with declarations of its own,
    ``LimitExceeded`` beyond the limits above.
    """
    root = _parsed(document)
    front = root.find("front")
    page = Element("html")
    body = SubElement(page, "body")
    for part in ("body", "back"):
        if (found := root.find(part)) is not None:
            _write(found, body, level=1)
    return assemble(draft_whole(page, document, _stated(root, front), ()))


def _parsed(document: Document) -> Node:
    if len(document.body) > MAX_BYTES:
        raise LimitExceeded(f"{document.target}: {len(document.body):,} bytes of XML; too much")
    if _DECLARES.search(document.body.replace(b"\x00", b"")):
        raise UnreadableDocument(
            f"{document.target}: the XML declares entities or a DTD of its own; not opened"
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(document.body, parser=parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument(f"{document.target}: damaged XML; get the file again") from error
    for node in root.iter("{*}*"):
        node.tag = tag_of(node)
    article = root if root.tag == "article" else root.find(".//article")
    if article is None or article.find("front") is None:
        raise UnreadableDocument(
            f"{document.target}: XML, but no JATS article; give HTML, Markdown, DOCX or text"
        )
    return article


def _write(source: Node, target: Node, level: int) -> None:
    """Write an element's text and children at the end of a target; libxml2 bounds the depth."""
    _text(target, source.text)
    for child in source:
        if (tag := tag_of(child)) and tag not in _UNREAD:
            deeper = level + 1 if tag == "sec" else level
            _write(child, _opened(child, target, level), deeper)
        _text(target, child.tail)


def _opened(child: Node, target: Node, level: int) -> Node:
    """Return the element that a JATS element is written into: the target itself if it has none."""
    tag = str(child.tag)
    if tag == "title":
        return SubElement(target, f"h{min(level, 6)}")
    if tag == "xref" and child.get("rid"):
        return SubElement(target, "a", href=f"#{child.get('rid', '').split()[0]}")
    if tag in ("ext-link", "uri") and child.get(_HREF):
        return SubElement(target, "a", href=child.get(_HREF, ""))
    if tag == "ref-list":
        return SubElement(target, "section", role="doc-bibliography")
    if tag == "ref":
        entry = SubElement(target, "li", role="doc-biblioentry", id=child.get("id", ""))
        doi = child.find(".//pub-id[@pub-id-type='doi']")
        if doi is not None and doi.text:
            entry.set("data-doi", doi.text.strip())
        return entry
    if tag == "element-citation":
        _cite(child, target)
        return Element("div")  # its fields were written; as they stand they would run together
    if tag == "p" and target.tag == "li" and child.getprevious() is not None:
        parent = child.getparent()
        if parent is not None and parent.find("p") is child:
            _text(target, " ")
            return target  # on one line with the note's label
    written = _TAGS.get(tag)
    if written is None:
        return SubElement(target, "div") if tag in ("sec", "fig", "table-wrap", "ack") else target
    opened = SubElement(target, written)
    if tag == "label":
        opened.set("class", "label")
    if child.get("id"):
        opened.set("id", child.get("id", ""))
    return opened


def _cite(citation: Node, target: Node) -> None:
    """Write the fields of an ``element-citation`` as a reference is printed."""
    people = [_person(name) for name in citation.iter("name", "string-name", "collab")]
    get = {
        name: _flat(citation.find(name))
        for name in ("year", "article-title", "source", "volume", "issue", "fpage", "lpage",
                     "publisher-name", "pub-id")
    }  # fmt: skip
    pages = "–".join(page for page in (get["fpage"], get["lpage"]) if page)
    issue = f"({get['issue']})" if get["issue"] else ""
    place = ", ".join(one for one in (get["source"], f"{get['volume']}{issue}", pages) if one)
    head = f"{', '.join(people)} ({get['year']})" if get["year"] else ", ".join(people)
    parts = (head, get["article-title"], place, get["publisher-name"], get["pub-id"])
    _text(target, ". ".join(part.rstrip(".") for part in parts if part) + ".")


def _person(name: Node) -> str:
    family, given = _flat(name.find("surname")), _flat(name.find("given-names"))
    return f"{family}, {given}".strip(", ") if family else _flat(name)


def _flat(node: Node | None) -> str:
    return "" if node is None else " ".join("".join(map(str, node.itertext())).split())


def _text(target: Node, text: str | None) -> None:
    if not text:
        return
    if len(target):
        target[-1].tail = (target[-1].tail or "") + text
    else:
        target.text = (target.text or "") + text


def _stated(root: Node, front: Node | None) -> Stated:
    if front is None:
        return Stated(language=root.get(_LANG), media_type="application/jats+xml")
    people = tuple(_natural(name) for name in front.iterfind(".//contrib[@contrib-type='author']"))
    people = tuple(name for name in people if name)
    doi = _flat(front.find(".//article-meta/article-id[@pub-id-type='doi']"))
    published = next(_dates(front), None)
    return Stated(
        title=_flat(front.find(".//article-meta/title-group/article-title")) or None,
        byline=", ".join(people) or None,
        authors=people,
        published=published,
        published_from="JATS" if published else None,
        site_name=_flat(front.find(".//journal-title")) or None,
        language=root.get(_LANG),
        canonical=f"https://doi.org/{doi}" if doi else None,
        media_type="application/jats+xml",
    )


def _natural(contributor: Node) -> str:
    """Return a contributor's name as it is spoken."""
    family, given = _flat(contributor.find(".//surname")), _flat(contributor.find(".//given-names"))
    literal = contributor.find(".//collab")
    return f"{given} {family}".strip() or _flat(
        contributor.find(".//string-name") if literal is None else literal
    )


def _dates(front: Node) -> Iterator[dt.date]:
    """Yield the dates of publication that are whole, the electronic one first."""
    stated = list(front.iterfind(".//article-meta/pub-date"))
    kind = {id(one): one.get("pub-type") or one.get("date-type") or "" for one in stated}
    stated.sort(
        key=lambda one: _PUBLISHED.index(kind[id(one)]) if kind[id(one)] in _PUBLISHED else 9
    )
    for one in stated:
        parts = [_flat(one.find(name)) for name in ("year", "month", "day")]
        if all(part.isdecimal() for part in parts):
            try:
                yield dt.date(*map(int, parts))
            except ValueError:
                continue


READER = Reader(
    name="jats",
    media_types=("application/jats+xml", "application/xml", "text/xml"),
    suffixes=(".nxml", ".xml"),
    sniff=_sniff,
    read=read,
)
