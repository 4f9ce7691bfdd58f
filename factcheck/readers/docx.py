"""DOCX (Office Open XML): paragraphs, headings, lists, tables, foot- and endnotes, properties.

The document's XML is turned into a tree of HTML elements, so that links, lists and notes are read
by the same code as a page's. Source of the element names: ECMA-376 part 1, WordprocessingML.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml.etree import Element, SubElement, iterwalk
from lxml.etree import _Element as Node

from factcheck.errors import UnreadableDocument
from factcheck.model.article import Article
from factcheck.model.document import Document
from factcheck.readers.docx_package import Package, open_package
from factcheck.readers.docx_styles import Role, roles_of
from factcheck.readers.draft import assemble
from factcheck.readers.page.bylines import authors_in
from factcheck.readers.page.dates import parse_date
from factcheck.readers.page.whole import Stated, draft_whole
from factcheck.readers.reader import Reader

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNREAD = frozenset(
    f"{_W}{name}"
    for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "drawing", "pict", "object")
) | {_FALLBACK}
_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:\\l\s+"([^"]{1,400})"|"([^"]{1,2000})")')
"""A field whose result is a link, to a bookmark or out of the document."""


def _sniff(head: bytes) -> bool:
    return head.startswith(b"PK\x03\x04")


def read(document: Document) -> Article:
    """Return the article in a DOCX."""
    package = open_package(document.body, document.target)
    main = package.part("word/document.xml")
    body = None if main is None else main.find(f"{_W}body")
    if body is None:
        known = "an OpenDocument text" if package.holds("content.xml") else "a ZIP archive"
        raise UnreadableDocument(
            f"{document.target}: {known}, but no DOCX; save it as DOCX, HTML, Markdown or text"
        )
    writer = _Writer(roles_of(package), _relations(package, "document"))
    writer.write(body)
    for part, kind in _NOTES:
        writer.write_notes(package.part(f"word/{part}.xml"), kind, _relations(package, part))
    draft = draft_whole(writer.page, document, _stated(package, writer.title), ())
    return assemble(draft)


def _relations(package: Package, part: str) -> dict[str, str]:
    """Return the addresses that a part's relation ids stand for."""
    root = package.part(f"word/_rels/{part}.xml.rels")
    return {} if root is None else {one.get("Id", ""): one.get("Target", "") for one in root}


def _stated(package: Package, title: str | None) -> Stated:
    """Return the core properties; a title that is printed is better than one in the properties."""
    core = package.part("docProps/core.xml")
    if core is None:
        return Stated(title=title, media_type=MEDIA_TYPE)
    byline = _property(core, f"{_DC}creator")
    if byline and byline.lower() in ("python-docx", "microsoft office user", "user", "unknown"):
        byline = None
    created = parse_date(_property(core, f"{_TERMS}created"))
    return Stated(
        title=title or _property(core, f"{_DC}title"),
        byline=byline,
        authors=authors_in(byline),
        published=created,
        published_from="core properties" if created else None,
        modified=parse_date(_property(core, f"{_TERMS}modified")),
        language=_property(core, f"{_DC}language"),
        media_type=MEDIA_TYPE,
    )


def _property(core: Node, name: str) -> str | None:
    node = core.find(name)
    return " ".join((node.text or "").split()) or None if node is not None else None


@dataclass(slots=True)
class _Cursor:
    """Where text is written: the innermost open element, and a stack to come back."""

    top: Node
    stack: list[Node] = field(default_factory=list)

    def text(self, text: str) -> None:
        """Write text at the end of the innermost element."""
        if len(self.top):
            last = self.top[-1]
            last.tail = (last.tail or "") + text
        else:
            self.top.text = (self.top.text or "") + text

    def push(self, tag: str) -> Node:
        """Open an element."""
        self.stack.append(self.top)
        self.top = SubElement(self.top, tag)
        return self.top

    def pop(self) -> None:
        """Close the innermost element."""
        self.top = self.stack.pop()


@dataclass(slots=True)
class _Field:
    """A field that has begun: its instruction, and whether its result is a link."""

    instruction: str = ""
    is_link: bool = False


class _Writer:
    """Writes WordprocessingML as HTML elements."""

    def __init__(self, roles: Mapping[str, Role], relations: Mapping[str, str]) -> None:
        self.page = Element("html")
        self.title: str | None = None
        self._body = SubElement(self.page, "body")
        self._roles = roles
        self._relations = relations
        self._list: Node | None = None
        self._paragraphs = 0
        self._notes: dict[str, str] = {}

    def write(self, body: Node) -> None:
        """Write the paragraphs and tables of the document's body."""
        for node in _flat(body):
            if node.tag == f"{_W}p":
                self._paragraph(node)
            else:
                self._list = None
                self._table(node)

    def write_notes(self, part: Node | None, kind: str, relations: Mapping[str, str]) -> None:
        """Write the notes of a part as a list at the end, in the order of their marks."""
        if part is None:
            return
        self._relations = relations
        notes = {f"{kind}-{note.get(f'{_W}id')}": note for note in part.iter(f"{_W}{kind}")}
        used = [identifier for identifier in self._notes if identifier in notes]
        if not used:
            return
        listed = SubElement(self._body, "ol", {"class": "footnotes", "role": "doc-endnotes"})
        for identifier in used:
            item = SubElement(listed, "li", {"id": identifier})
            item.set("data-origin", f"{kind} {self._notes[identifier]}")
            for node in notes[identifier].iter(f"{_W}p"):
                paragraph = SubElement(item, "span")
                paragraph.tail = " "
                self._inline(node, _Cursor(paragraph))

    def _paragraph(self, node: Node) -> None:
        self._paragraphs += 1
        role = self._role(node)
        if role.tag == "li":
            if self._list is None:
                self._list = SubElement(self._body, "ul")
            target = SubElement(self._list, "li")
        else:
            self._list = None
            target = SubElement(self._body, role.tag)
        target.set("data-origin", f"paragraph {self._paragraphs}")
        self._inline(node, _Cursor(target))
        self._text_boxes(node)
        text = " ".join("".join(map(str, target.itertext())).split())
        if role.title and text and self.title is None:
            self.title = text
        elif not text and role.tag == "p":
            self._body.remove(target)

    def _text_boxes(self, paragraph: Node) -> None:
        """Write the text boxes that hang on a paragraph after it."""
        walk = iterwalk(paragraph, events=("start",))
        for _, node in walk:
            if node.tag == _FALLBACK:
                walk.skip_subtree()
            elif node.tag == f"{_W}txbxContent":
                walk.skip_subtree()
                for inner in _flat(node):
                    if inner.tag == f"{_W}p":
                        self._paragraph(inner)

    def _role(self, node: Node) -> Role:
        style = node.find(f"{_W}pPr/{_W}pStyle")
        role = self._roles.get(style.get(f"{_W}val", ""), Role()) if style is not None else Role()
        numbered = node.find(f"{_W}pPr/{_W}numPr")
        return Role(tag="li") if numbered is not None and role.tag == "p" else role

    def _table(self, node: Node) -> None:
        table = SubElement(self._body, "table")
        for row in node.iter(f"{_W}tr"):
            line = SubElement(table, "tr")
            for cell in row.iter(f"{_W}tc"):
                cursor = _Cursor(SubElement(line, "td"))
                for index, paragraph in enumerate(cell.iter(f"{_W}p")):
                    if index:
                        SubElement(cursor.top, "br")
                    self._inline(paragraph, cursor)

    def _inline(self, paragraph: Node, cursor: _Cursor) -> None:
        """Write the runs of a paragraph."""
        fields: list[_Field] = []
        walk = iterwalk(paragraph, events=("start", "end"))
        for event, node in walk:
            if event == "start":
                if node.tag == f"{_W}instrText" and fields:
                    fields[-1].instruction += node.text or ""
                if node.tag in _UNREAD or _is_hidden(node):
                    walk.skip_subtree()
                else:
                    self._start(node, cursor)
            elif node.tag == f"{_W}hyperlink":
                cursor.pop()
            elif node.tag == f"{_W}r":
                for _ in () if _is_hidden(node) else _styles(node):
                    cursor.pop()
                _field(node, fields, cursor)

    def _start(self, node: Node, cursor: _Cursor) -> None:
        name = str(node.tag).removeprefix(_W)
        if name == "hyperlink":
            link = cursor.push("a")
            anchor = node.get(f"{_W}anchor")
            address = self._relations.get(node.get(f"{_R}id", ""), "")
            if address or anchor:
                link.set("href", address or f"#{anchor}")
        elif name == "r":
            for tag in _styles(node):
                cursor.push(tag)
        elif name == "t":
            cursor.text(node.text or "")
        elif name in ("tab", "ptab"):
            cursor.text(" ")
        elif name in ("br", "cr"):
            SubElement(cursor.top, "br")
        elif name in ("noBreakHyphen", "softHyphen"):
            cursor.text("-" if name == "noBreakHyphen" else "")
        elif name in ("footnoteReference", "endnoteReference"):
            self._mark(node, name.removesuffix("Reference"), cursor)

    def _mark(self, node: Node, kind: str, cursor: _Cursor) -> None:
        identifier = f"{kind}-{node.get(f'{_W}id')}"
        number = self._notes.setdefault(identifier, str(len(self._notes) + 1))
        mark = cursor.push("sup")
        link = SubElement(mark, "a", {"href": f"#{identifier}"})
        link.text = number
        cursor.pop()


def _field(run: Node, fields: list[_Field], cursor: _Cursor) -> None:
    """Follow a run that begins, parts or ends a field; the result of a link's field is a link."""
    for mark in run.iter(f"{_W}fldChar"):
        kind = mark.get(f"{_W}fldCharType")
        if kind == "begin":
            fields.append(_Field())
        elif kind == "separate" and fields:
            if match := _HYPERLINK.match(fields[-1].instruction):
                fields[-1].is_link = True
                cursor.push("a").set("href", match[2] or f"#{match[1]}")
        elif kind == "end" and fields and fields.pop().is_link:
            cursor.pop()


def _is_hidden(node: Node) -> bool:
    """Tell whether a run is set as hidden text."""
    hidden = node.find(f"{_W}rPr/{_W}vanish") if node.tag == f"{_W}r" else None
    return hidden is not None and hidden.get(f"{_W}val", "1") not in ("0", "false", "off")


def _styles(run: Node) -> list[str]:
    """Return the HTML elements that a run's formatting asks for."""
    formats = run.find(f"{_W}rPr")
    if formats is None:
        return []
    found: list[str] = []
    raised = formats.find(f"{_W}vertAlign")
    bold = formats.find(f"{_W}b")
    if raised is not None and raised.get(f"{_W}val") == "superscript":
        found.append("sup")
    if bold is not None and bold.get(f"{_W}val", "1") not in ("0", "false", "off"):
        found.append("b")
    return found


def _flat(body: Node) -> Iterator[Node]:
    """Yield the paragraphs and outer tables of a body; content controls are seen through."""
    walk = iterwalk(body, events=("start",), tag=(f"{_W}p", f"{_W}tbl"))
    for _, node in walk:
        walk.skip_subtree()
        yield node


READER = Reader(
    name="docx", media_types=(MEDIA_TYPE,), suffixes=(".docx",), sniff=_sniff, read=read
)
