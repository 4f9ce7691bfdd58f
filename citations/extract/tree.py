"""The tree that the strategies look at: lxml, whatever it was given as."""

from collections.abc import Iterator

import lxml.html
from bs4 import Tag
from lxml.etree import _Element as Node
from lxml.etree import iterwalk

MAX_DEPTH = 40
"""How far up a tree a strategy looks; real pages stay below it, hostile ones are cut."""

BLOCK_TAGS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section "
    "summary table tbody td tfoot th thead tr ul".split()
)
HEADING_TAGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
SILENT_TAGS = frozenset(
    "script style noscript template head svg math button select textarea input iframe object "
    "canvas audio video map".split()
)
"""Elements whose text is not part of what a page prints.

``math`` is here because its text is a formula's source read twice, never a part of a reference.
"""


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
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        return lxml.html.document_fromstring(data, parser=parser)
    except lxml.etree.LxmlError:
        return None  # nothing but a comment, or nothing at all


def tag_of(node: Node) -> str:
    """Return the tag in lower case, without a namespace; "" for a comment or an instruction."""
    tag = node.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def words_of(node: Node) -> str:
    """Return class and id in lower case, for looking up the words that designers use."""
    return f"{node.get('class', '')} {node.get('id', '')}".lower()


def ancestors(node: Node) -> Iterator[Node]:
    """Yield the ancestors from the parent up, at most ``MAX_DEPTH``."""
    for _, ancestor in zip(range(MAX_DEPTH), node.iterancestors(), strict=False):
        yield ancestor


def path_of(node: Node) -> str:
    """Return where a node stands: "body/main[1]/ul[2]/li[1]", the nearest id first if there is one."""
    steps: list[str] = []
    for step in (node, *ancestors(node)):
        if identifier := step.get("id"):
            steps.append(f"{tag_of(step)}#{identifier}")
            break
        steps.append(_step(step))
    return "/".join(reversed(steps))


def _step(node: Node) -> str:
    tag = tag_of(node)
    before = sum(1 for _ in node.itersiblings(node.tag, preceding=True))
    after = next(iter(node.itersiblings(node.tag)), None)
    return f"{tag}[{before + 1}]" if before or after is not None else tag


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
