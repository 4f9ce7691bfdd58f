"""A style made ready, and a list of items rendered in it."""

from collections.abc import Iterator, Sequence
from typing import Any

from citeproc import model  # type: ignore[import-untyped]  # citeproc-py has no types
from citeproc.frontend import (  # type: ignore[import-untyped]  # the same
    CitationStylesBibliography,
    CitationStylesStyle,
)
from citeproc.source import Citation  # type: ignore[import-untyped]  # the same
from lxml import etree

from citations.fold import fold
from citations.house_style import marks
from citations.house_style.elements import CLASSES, NAMESPACE, Cited, Formatter, Run, Year
from citations.house_style.records import record, title_language
from citations.item import Item


class Style(CitationStylesStyle):  # type: ignore[misc]  # untyped base
    """A style whose tree is made of the classes above."""

    def __init__(self, csl: bytes) -> None:
        lookup = etree.ElementNamespaceClassLookup()
        classes = {
            one.__name__.replace("_", "-").lower(): one
            for one in model.CitationStylesElement.__subclasses__()
        }
        namespace = lookup.get_namespace(NAMESPACE)
        namespace[None] = model.CitationStylesElement
        namespace.update(classes | CLASSES)
        parser = etree.XMLParser(remove_comments=True, resolve_entities=False, no_network=True)
        parser.set_element_class_lookup(lookup)
        self.xml = etree.ElementTree(etree.fromstring(csl, parser))
        root: Any = self.xml.getroot()
        self.root: Any = root
        if root.bibliography is None:
            raise ValueError("the style has no bibliography, only notes")
        root.formatter = Formatter
        root.set_locale_list(root.get("default-locale", "en-US"), validate=False)

    def quotes(self) -> marks.Quotes:
        """Return the quotation marks of the style's language."""
        terms = ("open-quote", "close-quote", "open-inner-quote", "close-inner-quote")
        found = [str(self.root.get_single_term(name=name)) for name in terms]
        inside = str(self.root.get_locale_option("punctuation-in-quote")).lower() == "true"
        return marks.Quotes(
            outer=(found[0] or "“", found[1] or "”"), inner=(found[2] or "‘", found[3] or "’"),
            punctuation_inside=inside,
        )  # fmt: skip

    @property
    def is_sorted(self) -> bool:
        """Tell whether the style sorts its list."""
        return self.root.bibliography.find(f"{{{NAMESPACE}}}sort") is not None


def render(
    style: Style, items: Sequence[Item], numbers: Sequence[int], language: str | None = None
) -> Iterator[tuple[int, str]]:
    """Yield (index of the item, marked text) in the style's order; "" where rendering failed.

    ``numbers`` are the numbers the entries have in a numbered list; ``language`` is that of the
    titles that do not show their own.
    """
    root = style.root
    run = Run(root.bibliography.get("subsequent-author-substitute"))
    cited = [
        Cited(str(place), number, title_language(item, language), run)
        for place, (item, number) in enumerate(zip(items, numbers, strict=True))
    ]
    source = {str(place): record(item, str(place)) for place, item in enumerate(items)}
    listing = CitationStylesBibliography(style, source, Formatter)
    listing.register(Citation(cited))
    if style.is_sorted:
        listing.sort()
        for place, item in enumerate(listing.items, 1):
            item.place = place
    if root.citation is not None and root.citation.get("disambiguate-add-year-suffix") == "true":
        _add_letters(listing.items, says="year-suffix" in _variables(root))
    run.sorting = False
    quotes = style.quotes()
    numbered = root.bibliography.get("second-field-align") is not None
    layout = root.bibliography.layout
    for item in listing.items:
        item.reset()
        layout.repressed = {}
        try:
            text = str(layout.format(layout.wrap(layout.render_children(item))) or "")
        except Exception:  # noqa: BLE001  # a fault of style or processor must not cost the list
            text = ""
        text = marks.mend(text, quotes)
        yield int(item.key), marks.spaced_number(text) if numbered else text


def _variables(root: Any) -> set[str]:
    return {element.get("variable") for element in root.iter(f"{{{NAMESPACE}}}text")}


def _add_letters(items: Sequence[Any], *, says: bool) -> None:
    """Tell works of one year by the same authors apart: 2011a, 2011b, in the list's order."""
    groups: dict[tuple[str, int], list[Any]] = {}
    for item in items:
        reference = item.reference
        people = reference.get("author") or reference.get("editor") or []
        year = (reference.get("issued") or {}).get("year")
        who = "; ".join(fold(" ".join(str(part) for part in one.values())) for one in people)
        if who and year is not None:
            groups.setdefault((who, year), []).append(item.reference)
    for same in groups.values():
        for place, reference in enumerate(same if 1 < len(same) <= 26 else ()):
            letter = chr(ord("a") + place)
            if says:
                reference["year_suffix"] = letter
            else:
                reference["issued"]["year"] = year = Year(reference["issued"]["year"])
                year.letter = letter
