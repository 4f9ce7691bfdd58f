"""What one entry prints, and what belongs to it without being printed.

Labels, back-links ("^ a b", "↵") and link-outs ("Google Scholar", "[CrossRef]") are navigation:
they are taken off the string, and what they say is kept as label, links and fields.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from citations.extract.features import likeness
from citations.extract.marks import ID, LINK
from citations.extract.tree import Node, path_of
from citations.reference import Entry

_LINK_OUT_WORDS = (
    r"google scholar|scholar|cross ?ref|pub ?med(?: central)?(?: abstract| citation)?|medline|"
    r"web of science(?:®| ?\(r\))?|isi|scopus|cas|ads|nasa ads|math ?sci ?net|zentralblatt math|"
    r"abstract(?:/free full text)?|full[ -]?text(?: ?\(?(?:free|pdf|html)\)?)?|free full text|"
    r"(?:publisher )?full text|pdf|download(?: pdf| references?)?|view(?: article|"
    r" at publisher| in article| record.*)?|"
    r"view at (?:google scholar|publisher|scopus|zentralblatt math|mathscinet)|"
    r"find this article online|article|order article via infotrieve|open ?url|links?|"
    r"pmc free article|pmc article|free pmc article|pubmed/ncbi|inspec|chemport|pmc|pubmed|"
    r"reference source|publisher['’]s site|biomed central full text|go to reference|"
    r"open in (?:a )?new (?:tab|window)|export(?: citation)?|cited by|"
    r"find it @?.{0,30}|search(?: ?ads| ?web| google scholar)?|sfx|mathematical reviews|"
    r"show context|citation|jump up(?: to)?:?|edit|return to (?:ref|text|footnote).*|"
    r"back to (?:text|ref).*|"
    r"zurück(?: nach oben)?|nach oben|retour(?: au texte)?|\[?jump\]?|"
    r"(?:pub ?med|cross ?ref|isi|free|pmc) (?:full|free) (?:full )?text|(?:view|download|full) pdf|"
    r"pdf \(.{1,20}\)|citing articles(?: \(\d+\))?|world ?cat|iop ?science|psyc ?info|"
    r"green version|digital library|highwire|ingenta(?:connect)?|proquest|ebsco|search pub ?med|"
    r"(?:view|search|find|open) (?:this |it )?(?:on|in|at|with) (?:the )?[\w ]{2,30}|"
    r"go to (?:reference|citation|text).{0,20}|web of science.{0,3} times cited.{0,8}|"
    r"(?:times )?cited(?: by)?:? ?\d+|wiley online library|taylor (?:&|and) francis online|"
    r"science ?direct|springer ?link|articles? from .{0,20}"
)
_LINK_OUT = re.compile(rf"\W*(?:{_LINK_OUT_WORDS})\W*", re.IGNORECASE)
_LINK_OUT_TAIL = re.compile(
    rf"[\s|,;•·/-]*[\[(]\s*(?:(?:doi|{_LINK_OUT_WORDS})[\s|,;•·/-]*){{1,8}}[\])]\s*\.?$",
    re.IGNORECASE,
)
_EXTERNAL_LINKS = re.compile(
    r"\s*External Links?:"
    r"(?:[\s,;.]{0,3}(?:Document|Links?|ISSN [\dX-]{8,9}|MathReview|FullText))*[\s,;.]*$"
)
"""What LaTeXML adds to an entry, link by link."""
_BACK = re.compile(
    r"[\s\[\](){}^↑↩↵⇑⤴▲⏎←️︎,.]*(?:(?:\d{1,2}\.\d{1,2}|[a-z]{1,2}|\d{1,3})[\s,↑^]*){0,40}"
)
_BACK_SIGN = re.compile(r"[\^↑↩↵⇑⤴▲⏎]")
_LABEL = re.compile(
    r"^(?:[\[(]\s?(\d{1,3}[a-z]?|[ivxl]{1,6}|[A-Z][\w+.-]{1,11}\d{2,4}[a-z]?|[a-z]{1,12}\d{1,4}[a-z]?)\s?[\])][.:]?\s*"
    r"|([⁰¹²³⁴-⁹₀-₉]{1,3})\s*|(\d{1,3})(?:[.):]+\s+|[.)](?=[^\W\d_])|\s+(?=[^\W\d_a-z(“\"])|\s*[↑^]\s*)"
    r"|\[(?!PDF|HTML|DOC|VIDEO|AUDIO|XLS|ZIP)([A-Z][A-Z0-9-]{1,11})\]\s+"
    r"|[•·*●▪◦‣–—-]\s+|[•·●▪◦‣]\s*)"
)
_AFTER_LABEL = re.compile(r"^[.:)\]]\s+")
"""What stands between a label of its own element and the string: "1" and ". Doe"."""
_LONGEST_NUMBER = 3
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")
_DROPPED = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_BEFORE_MARK = re.compile(r" ([,.])(?= |$)")
"""A space that markup left before a comma or full stop; French ones keep theirs before ; and :"""
_DASH_AT_END = re.compile(r"(?<=[.,;)\]]) [–-]$")
"""What is left of "... 114-29. - PubMed" without its link."""
_EMPTY_BRACKETS = re.compile(r"[\[(][\s|,;/·•.-]*[\])]")


@dataclass(slots=True)
class Printed:
    """A line under construction: text without navigation, and what belongs to it."""

    parts: list[str] = field(default_factory=list)
    label: str | None = None
    noted: list[tuple[int, str, str]] = field(default_factory=list)
    """What elements state besides their text: the part they begin with, a name, a value."""
    node: Node | None = None
    anchors: list[tuple[int, int, bool]] = field(default_factory=list)
    """Links that are printed: first part, part after the last, whether it stays on the page."""
    _text: str | None = None
    _unlabelled: str | None = None
    _likeness: float | None = None

    @property
    def text(self) -> str:
        """The printed string, cleaned; the label at its head is still on it.

        It is worked out when it is first asked for; the line must not grow after that.
        """
        if self._text is None:
            self._text = _clean("".join(self.parts))
        return self._text

    @property
    def links(self) -> list[str]:
        """The addresses that the line's links lead to, in order."""
        return [value for _, name, value in self.noted if name == LINK]

    @property
    def ids(self) -> list[str]:
        """The ids of the line's elements."""
        return [value for _, name, value in self.noted if name == ID]

    @property
    def metadata(self) -> list[tuple[str, str]]:
        """What the markup states about the work: names and values."""
        return [(name, value) for _, name, value in self.noted if name not in (ID, LINK)]

    @property
    def unlabelled(self) -> str:
        """The printed string without the label at its head."""
        if self._unlabelled is None:
            self._unlabelled = split_label(self.text)[1]
        return self._unlabelled

    @property
    def likeness(self) -> float:
        """How much the line looks like an entry of a reference list, 0 to 1."""
        if self._likeness is None:
            self._likeness = likeness(self.unlabelled)
        return self._likeness

    def is_blank(self) -> bool:
        """Tell whether nothing has been printed so far."""
        return not any(part.strip() for part in self.parts)

    def extend(self, other: "Printed") -> None:
        """Go on with another line."""
        at = len(self.parts)
        self.anchors += [(at + start, at + end, inside) for start, end, inside in other.anchors]
        self.parts += other.parts
        self.label = self.label or other.label
        self.noted += [(at + place, name, value) for place, name, value in other.noted]

    def note(self, stated: Iterable[tuple[str, str]]) -> None:
        """Keep what an element states besides its text."""
        self.noted += [(len(self.parts), name, value) for name, value in stated]


def _clean(text: str) -> str:
    text = _BEFORE_MARK.sub(r"\1", collapse(text))
    if "[" in text or "(" in text:
        text = _EMPTY_BRACKETS.sub(" ", text)
        if text.rstrip(" .").endswith(("]", ")")):
            text = _LINK_OUT_TAIL.sub("", text)
    if "External Link" in text:
        text = _EXTERNAL_LINKS.sub("", text)
    return _DASH_AT_END.sub("", " ".join(text.split()).strip(" |;•·").rstrip(" ,"))


def collapse(text: str) -> str:
    """Collapse white space to single spaces; drop soft hyphens and invisible marks."""
    return " ".join((text if text.isascii() else _DROPPED.sub("", text)).split())


_HYPHEN_AT_END = re.compile(r"(?:[^\W\d_]|(?:https?://|www\.)\S*)[-/]$")


def rejoined(lines: Iterable[str]) -> str:
    """Return the lines of one string as one; a word or address broken at its hyphen goes on."""
    text = ""
    for line in lines:
        stripped = line.strip()
        goes_on = _HYPHEN_AT_END.search(text[-200:]) and stripped[:1].islower()
        text += stripped if goes_on or not text else f" {stripped}"
    return collapse(text)


def is_link_out(text: str) -> bool:
    """Tell whether a link's text is one that leads to a database or a copy: "CrossRef"."""
    return bool(text) and _LINK_OUT.fullmatch(text) is not None


def is_back_link(text: str, *, at_head: bool) -> bool:
    """Tell whether a link's text leads back to the mark in the text: "↵", "^ a b"."""
    if _BACK_SIGN.search(text):
        return _BACK.fullmatch(text) is not None
    return at_head and len(text) <= 2 and _BACK.fullmatch(text) is not None


_NOTE_WORD = re.compile(
    r"(?:(?:foot|end)[ -]?note|note|fu(?:ß|ss)note|anmerkung|nota|noot|ref(?:erence)?\.?)\s+(?=\d)",
    re.IGNORECASE,
)


def label_in(text: str) -> str | None:
    """Return the number that a short text such as "[12]" is; None for another text."""
    inner = _NOTE_WORD.sub("", text.strip("[]().: ^↑↩↵"))
    return inner if inner.isdigit() and len(inner) <= _LONGEST_NUMBER else None


def bare_label(text: str) -> str:
    """Return a label without the marks around it: "[Lem04]" and "Lem (2004):" give their names."""
    inner = text.strip("[]. :")
    whole = inner.startswith("(") or "(" not in inner
    return inner.strip("(). ") if whole else inner


def split_label(text: str) -> tuple[str | None, str]:
    """Split a printed label ("[3]", "12.", a bullet) from the head of a string."""
    match = _LABEL.match(text)
    if match is None or match.end() == len(text):
        return None, text
    raised = match.group(2)
    label = match[1] or (raised and raised.translate(_RAISED)) or match[3] or match[4]
    return label, text[match.end() :].strip()


def entry_of(printed: Printed, position: int, places: dict[Node, int] | None = None) -> Entry:
    """Return the entry of one printed line; ``places`` as in ``path_of``."""
    label, text = split_label(printed.text)
    if printed.label:
        text = _AFTER_LABEL.sub("", text)
    node = printed.node
    return Entry(
        position=position,
        text=text,
        label=printed.label or label,
        links=_unique(printed.links),
        ids=_unique(printed.ids),
        path=None if node is None else path_of(node, places),
        metadata=tuple(printed.metadata),
    )


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
