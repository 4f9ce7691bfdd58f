"""citeproc-py, with its known faults worked round, each in the element of CSL where it sits.

The processor builds its tree from one class per CSL element. Here are the classes that differ,
given to a parser of our own, so that nothing of the library is changed for anybody else. The tests
hold the results against those of pandoc's processor.
"""

import re
from typing import Any

from citeproc import model  # type: ignore[import-untyped]  # citeproc-py has no types
from citeproc.source import (  # type: ignore[import-untyped]  # the same
    CitationItem,
    LiteralDate,
    VariableError,
)

from citations.house_style import marks
from citations.house_style.records import OTHERS

NAMESPACE = "http://purl.org/net/xbiblio/csl"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_INITIAL = re.compile(r"[^\W\d_]\.?\Z")
_MORE_SMALL_WORDS = (
    "de",
    "der",
    "des",
    "di",
    "du",
    "la",
    "le",
    "van",
    "von",
    "v",
    "v.",
    "vs",
    "vs.",
    "per",
    "if",
)


class Formatter:
    """What the processor calls for dress: marks, to be written later."""

    @staticmethod
    def preformat(text: str) -> str:
        """Return ``text``: it is escaped when it is written."""
        return text

    Italic = Oblique = staticmethod(lambda text: marks.dress(marks.ITALIC, text))
    Bold = staticmethod(lambda text: marks.dress(marks.BOLD, text))
    Light = staticmethod(str)
    Underline = staticmethod(lambda text: marks.dress(marks.UNDERLINE, text))
    Superscript = staticmethod(lambda text: marks.dress(marks.SUPERSCRIPT, text))
    Subscript = staticmethod(lambda text: marks.dress(marks.SUBSCRIPT, text))
    SmallCaps = staticmethod(lambda text: marks.dress(marks.SMALL_CAPS, text))


class Run:
    """One rendering of a list: whether it is being sorted, and who wrote the entry before."""

    def __init__(self, substitute: str | None) -> None:
        self.sorting = True
        self.substitute = substitute
        self.last_names: str | None = None


class Cited(CitationItem):  # type: ignore[misc]  # untyped base
    """An entry being rendered: what it printed, what stands in another's place and is gone."""

    def __init__(self, key: str, number: int, language: str, run: Run) -> None:
        super().__init__(key)
        # The base class keeps attributes as its own dictionary's members.
        self.place, self.casing, self.run = number, language, run
        self.reset()

    def reset(self) -> None:
        """Forget what was printed, before the entry is rendered again."""
        self.printed: list[str] = []
        self.gone: set[str] = set()
        self.led = False
        self.called = self.rendered = 0  # variables asked for, and those that printed something

    @property
    def number(self) -> int:
        """Return the entry's number in a numbered list."""
        place: int = self["place"]
        return place


class Year(int):
    """A year with its letter: 2011a."""

    letter = ""

    def __abs__(self) -> "Year":
        return self

    def __str__(self) -> str:
        letter, self.letter = self.letter, ""  # an entry's first year has it, and no other
        return f"{int(self)}{letter}"


class _Pages:
    """A last page that has more digits than the first is never shortened: 1-88."""

    def _format_last_page(self, first: str, last: str) -> str:
        if len(first) != len(last):
            return last
        return str(super()._format_last_page(first, last))  # type: ignore[misc]  # untyped base


class _Text(_Pages, model.Text):  # type: ignore[misc]  # untyped base
    """Remember what was printed, leave out what was a substitute; quotation marks as marks."""

    _stop_words = (*model.Text._stop_words, *_MORE_SMALL_WORDS)  # noqa: SLF001  # a class table

    def process(self, item: Any, context: Any = None, **kwargs: Any) -> tuple[Any, str]:
        is_variable = self.get("variable") not in {None, *self.generated_variables}
        item.called += is_variable
        text, _ = super().process(item, context=context, **kwargs)
        item.rendered += bool(is_variable and text)
        return text, item.casing

    def _variable(self, item: Any, context: Any) -> Any:
        name = self.get("variable")
        if name in item.gone:
            return None
        text = super()._variable(item, context)
        if text:
            item.printed.append(name)
        return text

    def quote(self, string: Any) -> Any:
        if self.get("quotes", "false").lower() == "true":
            return marks.OPEN_QUOTE + string + marks.CLOSE_QUOTE
        return string


class _Names(model.Names):  # type: ignore[misc]  # untyped base
    """Substitutes are written as what they replace and stand once; same authors can be a dash."""

    def process(
        self, item: Any, names_context: Any = None, context: Any = None, **kwargs: Any
    ) -> Any:
        roles = self.get("variable").split()
        if any(role in item.gone for role in roles):
            return None
        if names_context is None and self.name is None:
            # Substitutes are written as what they stand for, also within a condition.
            above = self.xpath_search("./ancestor::cs:names[1]")
            names_context = above[0] if above else None
        known = [role for role in roles if role in item.reference]
        item.called += 1
        item.rendered += bool(known)
        text = super().process(item, names_context=names_context, context=context, **kwargs)
        if not (text and known):
            return text
        item.printed.extend(known)
        run = item.run
        if run.sorting or item.led:
            return text
        item.led = True
        shown = str(text)
        repeats = run.substitute is not None and shown == run.last_names
        run.last_names = shown
        return run.substitute if repeats else text


class _Substitute(model.Substitute):  # type: ignore[misc]  # untyped base
    """What a macro printed in the place of names is gone too, not only a plain variable."""

    def render(self, item: Any, context: Any = None, **kwargs: Any) -> Any:
        before = len(item.printed)
        text = super().render(item, context=context, **kwargs)
        if text:
            item.gone.update(item.printed[before:])
        return text


class _Name(model.Name):  # type: ignore[misc]  # untyped base
    """Heed initialize="false", and "et al." as printed."""

    _known: int | None = None

    def process(self, item: Any, variable: str, *args: Any, **kwargs: Any) -> Any:
        names = item.reference.get(variable, [])
        ends = bool(names) and names[-1].get("literal") == OTHERS
        self._known = len(names) - 1 if ends else None
        return super().process(item, variable, *args, **kwargs)

    def get_option(self, name: str, context: Any = None, sort_options: Any = None) -> Any:
        value = super().get_option(name, context, sort_options)
        if not self._known or not name.startswith("et-al-"):
            return value
        if name == "et-al-use-last":
            return False
        least = super().get_option("et-al-min", context, sort_options)
        cuts = bool(least) and self._known >= least
        if name == "et-al-min":
            return value if cuts else 2
        if name == "et-al-use-first":
            return value if cuts else self._known
        return value

    def initialize(self, given: str, mark: str, context: Any) -> str:
        if self._initialises(context):
            return str(super().initialize(given, mark, context))
        # Names stay; only what is printed as an initial gets the style's mark.
        words = given.split()
        stops = (f"{word[0]}{mark.rstrip()}" if _INITIAL.match(word) else word for word in words)
        return " ".join(stops)

    def _initialises(self, context: Any) -> bool:
        anywhere = "./ancestor::*[self::cs:bibliography][1]"
        above = (context if context is not None else self).xpath_search(anywhere)
        for element in (self, *above, self.get_root()):
            if element.get("initialize") is not None:
                return bool(element.get("initialize") == "true")
        return True


class _Label(model.Label):  # type: ignore[misc]  # untyped base
    """No label for a number that is not there; labels in the style's language."""

    def process(self, item: Any, variable: Any = None, *args: Any, **kwargs: Any) -> Any:
        own = self.get("variable") or "locator"
        if variable is None and own != "locator" and own.replace("-", "_") not in item.reference:
            raise VariableError
        return super().process(item, variable, *args, **kwargs)

    def case(self, text: Any, language: str | None = None) -> Any:
        return super().case(text, language or self.get_root().get("default-locale", "en")[:2])


class _Number(_Pages, model.Number):  # type: ignore[misc]  # untyped base
    """Variables with a hyphen in their names are kept with an underscore."""

    def process(self, item: Any, context: Any = None, **kwargs: Any) -> Any:
        variable = self.get("variable")
        item.called += 1
        if variable in {"locator", "page-first"}:
            return super().process(item, context=context, **kwargs)
        if variable in item.gone:
            return None
        text = self._process(item.reference[variable.replace("-", "_")], variable)
        item.rendered += bool(text)
        return text

    def format_number(self, number: str) -> Any:
        form = self.get("form", "numeric")
        if number.isdecimal() and (
            form == "ordinal" or (form == "long-ordinal" and len(number) > 1)
        ):
            ending = _ordinal_ending(int(number), self.get_root())
            if ending:
                return f"{int(number)}{ending}"
        return super().format_number(number)


def _ordinal_ending(number: int, root: Any) -> str:
    """Return "nd", "." or the like in the style's own language (CSL 1.0.2, ordinal suffixes)."""
    language = root.get("default-locale", "en")[:2]
    names = (f"ordinal-{number % 100:02}", f"ordinal-{number % 10:02}", "ordinal")
    for locale in root.locales:
        if not (locale.get(_LANGUAGE) or language).startswith(language):
            continue
        for name in names:
            for term in locale.iterfind(f".//{{{NAMESPACE}}}term[@name='{name}']"):
                if _counts(name, term.get("match"), number):
                    return str(term.single)
    return ""


def _counts(name: str, match: str | None, number: int) -> bool:
    ending = name.partition("-")[2]
    if not ending:
        return True
    usual = "last-digit" if ending.startswith("0") else "last-two-digits"
    if (match or usual) == "whole-number":
        return number == int(ending)
    if (match or usual) == "last-two-digits":
        return number % 100 == int(ending)
    return number % 10 == int(ending)


class _Date(model.Date):  # type: ignore[misc]  # untyped base
    """A date in words stands once, where the year would; a locale's own delimiter counts."""

    def process(self, item: Any, variable: Any = None, *args: Any, **kwargs: Any) -> Any:
        date = item.reference.get((variable or self.get("variable")).replace("-", "_"))
        if isinstance(date, LiteralDate) and not self._has_year():
            return None
        item.called += 1
        text = super().process(item, variable, *args, **kwargs)
        item.rendered += bool(text)
        return text

    def render_single_date(self, date: Any, show_parts: Any = None, context: Any = None) -> Any:
        if self.get("delimiter") is None or context is self:
            return super().render_single_date(date, show_parts, context)
        parts = self.parts(date, show_parts, context)
        return self.join(parts) if parts else None

    def _has_year(self) -> bool:
        if self.get("form") is not None:
            return "year" in self.get("date-parts", "year-month-day").split("-")
        return any(part.get("name") == "year" for part in self.iterchildren())


class _If(model.If):  # type: ignore[misc]  # untyped base
    """Nothing is ambiguous in a bibliography."""

    def render(self, item: Any, **kwargs: Any) -> Any:
        if self.get("disambiguate") is not None:
            raise model.ConditionFailed
        return super().render(item, **kwargs)


class _ElseIf(model.Else_If, _If):  # type: ignore[misc]  # untyped base
    """As ``_If``."""


class _Group(model.Group):  # type: ignore[misc]  # untyped base
    """A group goes where none of the variables asked for printed, not where none could be."""

    def process(self, item: Any, context: Any = None, **kwargs: Any) -> Any:
        called, rendered = item.called, item.rendered
        output = []
        for child in self.iterchildren():
            own = (
                {"delimiter": self.get("delimiter", "")} if isinstance(child, model.Choose) else {}
            )
            try:
                text = child.render(item, context=context, **own, **kwargs)
            except VariableError:
                continue
            if text is not None:
                output.append(text)
        if not output or (item.called > called and item.rendered == rendered):
            raise VariableError
        return self.join(output)


class _Key(model.Key):  # type: ignore[misc]  # untyped base
    """Sort by letters, without accents, case and marks."""

    def sort_keys(self, items: Any, context: Any) -> list[Any]:
        for item in items:
            item.reset()
        return [
            key if key is None or isinstance(key, int) else marks.sortable(str(key))
            for key in super().sort_keys(items, context)
        ]


CLASSES = {
    "text": _Text, "names": _Names, "substitute": _Substitute, "name": _Name, "label": _Label,
    "number": _Number, "date": _Date, "if": _If, "else-if": _ElseIf, "key": _Key,
    "group": _Group,
}  # fmt: skip
