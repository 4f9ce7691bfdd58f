"""The tree that the strategies look at: lxml, whatever it was given as."""

from collections.abc import Iterator
from itertools import islice

from bs4 import Tag
from lxml.etree import HTMLParser, LxmlError, fromstring, iterwalk
from lxml.etree import _Element as Node

__all__ = ["Node", "ancestors", "as_tree", "children", "path_of", "tag_of", "text_of", "words_of"]

MAX_COUNTED = 2_000
"""How many siblings a place is counted over."""

MAX_DEPTH = 40
"""How far up a tree a strategy looks; real pages stay below it, hostile ones are cut."""

BLOCK_TAGS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
HEADING_TAGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
SILENT_TAGS = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "svg",
        "math",
        "button",
        "select",
        "textarea",
        "input",
        "iframe",
        "object",
        "canvas",
        "audio",
        "video",
        "map",
    ]
)
"""Elements whose text is not part of what a page prints.

``math`` is here because its text is a formula's source read twice, never a part of a reference.
"""


_PLAIN_TAGS = BLOCK_TAGS | HEADING_TAGS | SILENT_TAGS | {
    "a", "abbr", "b", "br", "cite", "em", "font", "i", "img", "label", "link", "meta", "span",
    "strong", "sub", "sup", "time", "u",
}  # fmt: skip
"""Tags as the parser gives nearly all of them, in lower case and without a namespace."""


def as_tree(source: object) -> Node | None:
    """Return the lxml tree of an lxml element, a BeautifulSoup tag, text or bytes.

    None where there is nothing to parse.
    """
    if isinstance(source, Tag):
        source = str(source)
    if isinstance(source, bytes):
        source = source.decode("utf-8", "replace")
    if isinstance(source, str):
        return _parse(source)
    if isinstance(source, Node):
        return source
    raise TypeError(f"not a tree: {type(source).__name__}")


def _parse(markup: str) -> Node | None:
    data = markup.replace("\x00", "").encode("utf-8", "replace")
    if not data.strip():
        return None
    parser = HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        return fromstring(data, parser=parser)
    except LxmlError:
        return None  # nothing but a comment, or nothing at all


def tag_of(node: Node) -> str:
    """Return the tag in lower case, without a namespace; "" for a comment or an instruction."""
    tag = node.tag
    if tag in _PLAIN_TAGS:
        return tag
    # lxml's stubs do not know that a comment's tag is a function.
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""  # type: ignore[redundant-expr]  # see above


def words_of(node: Node) -> str:
    """Return class and id in lower case, for looking up the words that designers use."""
    names, identifier = node.get("class"), node.get("id")
    if names is None and identifier is None:
        return " "
    return f"{names or ''} {identifier or ''}".lower()


def ancestors(node: Node) -> Iterator[Node]:
    """Yield the ancestors from the parent up, at most ``MAX_DEPTH``."""
    for _, ancestor in zip(range(MAX_DEPTH), node.iterancestors(), strict=False):
        yield ancestor


def path_of(node: Node, places: dict[Node, int] | None = None) -> str:
    """Return where a node stands: "body/main[1]/ul[2]/li[1]"; the nearest id starts it.

    ``places`` remembers the places of nodes already asked for, so that asking for every one of
    many siblings in turn stays linear.
    """
    known = {} if places is None else places
    steps: list[str] = []
    for step in (node, *ancestors(node)):
        if identifier := step.get("id"):
            steps.append(f"{tag_of(step)}#{identifier}")
            break
        steps.append(f"{tag_of(step)}[{_place(step, known)}]")
    return "/".join(reversed(steps))


def _place(node: Node, known: dict[Node, int]) -> int:
    """Return the place among the siblings of the same tag, counting from 1."""
    if node not in known:
        place = 1
        for before in islice(node.itersiblings(node.tag, preceding=True), MAX_COUNTED):
            if before in known:
                place += known[before]
                break
            place += 1
        known[node] = place
    return known[node]


def children(node: Node) -> list[Node]:
    """Return the child elements that can print something."""
    return [child for child in node if (tag := tag_of(child)) and tag not in SILENT_TAGS]


def text_of(node: Node) -> str:
    """Return the printed text with white space collapsed; block elements are parted by a space."""
    parts: list[str] = []
    walk = iterwalk(node, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        tag = tag_of(element)
        if event == "start":
            if tag in SILENT_TAGS:
                walk.skip_subtree()
                continue
            if tag in BLOCK_TAGS or tag == "br":
                parts.append(" ")
            parts.append(element.text or "")
            continue
        if tag in BLOCK_TAGS:
            parts.append(" ")
        if element is not node:
            parts.append(element.tail or "")
    return " ".join("".join(parts).split())
