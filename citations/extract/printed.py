"""What one entry prints, and what belongs to it without being printed.

Labels, back-links ("^ a b", "↵") and link-outs ("Google Scholar", "[CrossRef]") are navigation:
they are taken off the string, and what they say is kept as label, links and fields.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from lxml.etree import iterwalk

from citations.extract.tree import BLOCK_TAGS, SILENT_TAGS, Node, path_of, tag_of, text_of, words_of
from citations.reference import Entry

_LINK_OUT_WORDS = (
    r"google scholar|scholar|cross ?ref|pub ?med(?: central)?(?: abstract| citation)?|medline|"
    r"web of science(?:®| ?\(r\))?|isi|scopus|cas|ads|nasa ads|math ?sci ?net|zentralblatt math|"
    r"abstract(?:/free full text)?|full[ -]?text(?: ?\(?(?:free|pdf|html)\)?)?|free full text|"
    r"(?:publisher )?full text|pdf|download(?: pdf| references?)?|view(?: article|"
    r" at publisher| in article| record.*)?|"
    r"view at (?:google scholar|publisher|scopus|zentralblatt math|mathscinet)|"
    r"find this article online|article|order article via infotrieve|open ?url|links?|"
    r"pmc free article|pmc article|free pmc article|inspec|chemport|pmc|pubmed|"
    r"reference source|publisher['’]s site|biomed central full text|go to reference|"
    r"open in (?:a )?new (?:tab|window)|export(?: citation)?|cited by|"
    r"find it @?.{0,30}|search(?: ?ads| ?web| google scholar)?|sfx|mathematical reviews|"
    r"show context|citation|jump up(?: to)?:?|edit|return to (?:ref|text|footnote).*|"
    r"back to (?:text|ref).*|"
    r"zurück(?: nach oben)?|nach oben|retour(?: au texte)?|\[?jump\]?"
)
_LINK_OUT = re.compile(rf"\W*(?:{_LINK_OUT_WORDS})\W*", re.IGNORECASE)
_LINK_OUT_TAIL = re.compile(
    rf"[\s|,;•·/-]*[\[(]\s*(?:(?:{_LINK_OUT_WORDS})[\s|,;•·/-]*){{1,8}}[\])]\s*\.?$", re.IGNORECASE
)
_BACK = re.compile(
    r"[\s\[\](){}^↑↩↵⇑⤴▲⏎←️︎,.]*(?:(?:\d{1,2}\.\d{1,2}|[a-z]{1,2}|\d{1,3})[\s,↑^]*){0,40}"
)
_BACK_SIGN = re.compile(r"[\^↑↩↵⇑⤴▲⏎]")
_BACK_CLASS = re.compile(
    r"\b(?:mw-cite-backlink|cite-accessibility-label|rev-xref(?:-ref)?|footnote-?back(?:ref|link)?|"
    r"easy-footnote-to-top|backlink|back-link|reversefootnote|data-footnote-backref)\b"
)
_OUT_CLASS = re.compile(
    r"(?:^|\s)(?:cit-extra|reflinks|reference-links|ref-links|link-?outs?|"
    r"c-article-references__links|external-ref-links|"
    r"citation__links|citationlinks|crossref-doi-links|gs_links|occurrences|noprint|print-hidden|"
    r"no-print|screen-reader-text|sr-only|visually-?hidden|mw-editsection|ref-list__links|"
    r"pubmed-link|google-scholar-link|extra-links|article-ref__links|nav_?links?)(?:\s|$)"
)
_LABEL_CLASS = re.compile(
    r"(?:^|\s)(?:label|ref-label|csl-left-margin|ltx_tag|ltx_tag_bibitem|ref-number|refnumber|"
    r"number|"
    r"reference-number|c-article-references__counter|cit-ref-label|ref__label|citation-number|"
    r"reference__label|bib-number|footnote-label|order|counter|numbering)(?:\s|$)"
)
_LABEL = re.compile(
    r"^(?:[\[(]\s?(\d{1,3}[a-z]?|[ivxl]{1,6}|[A-Z][\w+.-]{1,11}\d{2,4}[a-z]?)\s?[\])][.:]?\s*"
    r"|(\d{1,3})(?:[.):]+\s+|[.)](?=[^\W\d_])|\s+(?=[^\W\d_a-z(“\"])|\s*[↑^]\s*)"
    r"|[•·*●▪◦‣–—-]\s+|[•·●▪◦‣]\s*)"
)
_SPACE = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_DROPPED = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_EMPTY_BRACKETS = re.compile(r"[\[(][\s|,;/·•.-]*[\])]")


@dataclass(slots=True)
class Printed:
    """A line under construction: text without navigation, and what belongs to it."""

    parts: list[str] = field(default_factory=list)
    label: str | None = None
    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    metadata: list[tuple[str, str]] = field(default_factory=list)
    node: Node | None = None

    @property
    def text(self) -> str:
        """The printed string so far, cleaned; the label at its head is still on it."""
        text = collapse("".join(self.parts))
        text = _EMPTY_BRACKETS.sub(" ", text)
        text = _LINK_OUT_TAIL.sub("", text)
        return _SPACE.sub(" ", text).strip(" |;•·")


def collapse(text: str) -> str:
    """Collapse white space to single spaces; drop soft hyphens and invisible marks."""
    return _SPACE.sub(" ", _DROPPED.sub("", text)).strip()


def split_label(text: str) -> tuple[str | None, str]:
    """Split a printed label ("[3]", "12.", a bullet) from the head of a string."""
    match = _LABEL.match(text)
    if match is None or match.end() == len(text):
        return None, text
    return match.group(1) or match.group(2), text[match.end() :].strip()


def entry_of(printed: Printed, position: int) -> Entry:
    """Return the entry of one printed line."""
    label, text = split_label(printed.text)
    node = printed.node
    return Entry(
        position=position,
        text=text,
        label=printed.label or label,
        links=_unique(printed.links),
        ids=_unique(printed.ids),
        path=None if node is None else path_of(node),
        metadata=tuple(printed.metadata),
    )


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def printed(nodes: Sequence[Node]) -> Printed:
    """Return what some neighbouring nodes print, as one line."""
    whole = Printed(node=nodes[0])
    for node in nodes:
        for line in lines(node):
            whole.parts += [*line.parts, " "]
            whole.label = whole.label or line.label
            whole.links += line.links
            whole.ids += line.ids
            whole.metadata += line.metadata
    return whole


def lines(node: Node) -> list[Printed]:
    """Return the lines that a node prints, parted at ``br`` elements."""
    line = Printed(node=node)
    found = [line]
    walk = iterwalk(node, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        tag = tag_of(element)
        if event == "start":
            _note(element, tag, line)
            if tag == "br":
                line = Printed(node=node)
                found.append(line)
            elif element is not node and _is_silent(element, tag, line):
                walk.skip_subtree()
            else:
                line.parts += [" " if tag in BLOCK_TAGS else "", element.text or ""]
            continue
        if tag in BLOCK_TAGS:
            line.parts.append(" ")
        if element is not node:
            line.parts.append(element.tail or "")
    return found


def _note(element: Node, tag: str, line: Printed) -> None:
    """Keep what an element says besides its text."""
    if named := element.get("id") or (element.get("name") if tag == "a" else None):
        line.ids.append(named)
    href = element.get("href", "").strip() if tag == "a" else ""
    if href.startswith(("http://", "https://", "//", "/", "mailto:")) and len(href) < 2000:
        line.links.append(href)
    if "Z3988" in element.get("class", ""):
        line.metadata += _coins(element.get("title", ""))
    if prop := element.get("itemprop"):
        value = element.get("content") or collapse(text_of(element))
        if value and len(value) < 500 and element.get("itemscope") is None:
            line.metadata.append((f"itemprop.{prop}", value))
    for name in ("data-doi", "data-pmid"):
        if given := element.get(name):
            line.metadata.append((name.removeprefix("data-"), given))


def _coins(query: str) -> list[tuple[str, str]]:
    """Decode a COinS title (an OpenURL context object) to its referent's fields."""
    pairs = parse_qsl(query.replace("&amp;", "&"), max_num_fields=200) if len(query) < 8000 else []
    return [(name, value) for name, value in pairs if name.startswith(("rft.", "rft_id"))]


def _is_silent(element: Node, tag: str, line: Printed) -> bool:
    """Tell whether an element's text is not part of the string; keep a label it holds."""
    if tag in SILENT_TAGS:
        return True
    words = words_of(element)
    if words != " " and (_BACK_CLASS.search(words) or _OUT_CLASS.search(words)):
        return True
    style = element.get("style", "").replace(" ", "").lower()
    if "display:none" in style or element.get("role") in ("doc-backlink", "button"):
        return True
    if words != " " and _LABEL_CLASS.search(words) and not "".join(line.parts).strip():
        label = collapse(text_of(element))
        if 0 < len(label) <= 24:
            line.label = split_label(f"{label} x")[0] or label.strip("[]().: ")
            return True
    return tag == "a" and _is_navigation(element, line)


def _is_navigation(element: Node, line: Printed) -> bool:
    """Tell whether a link is a link-out or leads back to the text."""
    text = collapse(text_of(element))
    if len(text) > 60:
        return False
    href = element.get("href", "")
    if href.startswith("#"):
        head = not collapse("".join(line.parts)).strip("[]().^ ")
        if _BACK_SIGN.search(text) and _BACK.fullmatch(text):
            return True
        if head and text.strip("[]().: ").isdigit():
            line.label = line.label or text.strip("[]().: ")
            return True
        return head and len(text) <= 2 and bool(_BACK.fullmatch(text))
    return bool(text) and _LINK_OUT.fullmatch(text) is not None
