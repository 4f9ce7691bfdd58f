"""Find the in-text marks that point at a reference list; what they point at is read elsewhere."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from factcheck.language.author_year_marks import author_years
from factcheck.language.citation_mark import Mark
from factcheck.model.analysis import CitationStyle
from factcheck.model.article import Article, Link, Span

_LONGEST_RANGE = 60
_NUMBERS = r"\d{1,3}(?: ?[,;–-] ?\d{1,3}){0,15}"
_SEE = r"(?:(?:see(?: also)?|e\.g\.,?|cf\.|vgl\.|siehe|voir|ref(?:s|erences?)?\.?|nos?\.) ?){0,2}"
_PAGES = r"(?:, ?(?:p{1,2}|S)\. ?[\d–-]{1,12})?"
_BRACKETED = re.compile(rf"\[{_SEE}({_NUMBERS}){_PAGES}\](?: ?[–-] ?\[(\d{{1,3}})\])?")
_INDEXED = re.compile(r"(?:^|[\W_])[^\W\d_]$")
"""A letter right before a bracket: "t[1]" is a component, an element of an array."""
_PARENTHESISED = re.compile(rf"\(({_NUMBERS})\)")
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]+(?:[,⁻˒–-][⁰¹²³⁴-⁹]+){0,8}")
_RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻˒", "0123456789-,")
_DIGITS = re.compile(_NUMBERS)
_FOOTNOTE = re.compile(r"\[\^([\w-]{1,40})\](?!:)")
_PANDOC = re.compile(
    r"\[[^\[\]@]{0,80}-?@[^\[\]]{1,300}\]"
    r"|(?<![\w@./])-?@\{?[A-Za-z][\w:.#$%&+?<>~/-]*\w(?: \[(?:p{1,2}\. ?)?[\d–-]{1,12}\])?"
)
_PANDOC_KEY = re.compile(r"@\{?([A-Za-z][\w:.#$%&+?<>~/-]*\w)")
_LATEX = re.compile(
    r"\\[a-z]*cite[a-z]*\*?(?:(?:\[[^\]]{0,80}\]){0,2}\{[^{}]{1,300}\}){1,8}", re.IGNORECASE
)
_LATEX_KEYS = re.compile(r"\{([^{}]{1,300})\}")
_UNIT_BEFORE = re.compile(r"(?:\d|\b(?:[kcdm]?m|ft|in|yd|mi|km|s|h|CO|NO|H|O|R|x|y|n))$")
_YEAR_BEFORE = re.compile(r"\b(?:1[5-9]|20)\d\d$")
_SET_AS_MARK = re.compile(r"(?:[.,;:!?%”’\"»)。，]|[^\W\d_]{3})$")
"""What a raised number that is a mark stands behind: the end of a clause or of a word."""
_FULL_WIDTH = str.maketrans("［］【】（），：；０１２３４５６７８９", "[][](),:;0123456789")
"""East Asian print, character by character, so that offsets stay."""
_EAST_ASIAN = re.compile("[［【（]")


def find_marks(article: Article, spans: tuple[Span, ...]) -> tuple[Mark, ...]:
    """Return the marks inside the given spans (the body's blocks), in order, not overlapping."""
    text = article.text
    if _EAST_ASIAN.search(text):
        text = text.translate(_FULL_WIDTH)
    found = list(_raised(article))
    for span in spans:
        found.extend(_marks_of(text, span))
    found.sort(key=lambda mark: (mark.span.start, -mark.span.end))
    kept: list[Mark] = []
    for mark in found:
        if not kept or kept[-1].span.end <= mark.span.start:
            kept.append(mark)
    return tuple(kept)


def numbers(text: str) -> tuple[str, ...]:
    """Read "3, 5-7" as ("3", "5", "6", "7"); a range that makes no sense gives its ends."""
    keys: list[str] = []
    for part in re.split(r"[,;]", text):
        ends = [end.strip() for end in re.split(r"[–-]", part) if end.strip()]
        if len(ends) == 2 and 0 < int(ends[1]) - int(ends[0]) <= _LONGEST_RANGE:
            keys.extend(str(number) for number in range(int(ends[0]), int(ends[1]) + 1))
        else:
            keys.extend(str(int(end)) for end in ends)
    return tuple(keys)


def _marks_of(text: str, span: Span) -> Iterator[Mark]:
    start, end = span.start, span.end
    for match in _BRACKETED.finditer(text, start, end):
        if _INDEXED.search(text[max(0, match.start() - 2) : match.start()]):
            continue
        printed = match[1] if match[2] is None else f"{match[1]}-{match[2]}"
        yield _keyed(match, CitationStyle.NUMERIC, numbers(printed))
    for match in _PARENTHESISED.finditer(text, start, end):
        mark = _keyed(match, CitationStyle.NUMERIC, numbers(match[1]))
        yield Mark(span=mark.span, style=mark.style, keys=mark.keys, firm=False)
    for match in _FOOTNOTE.finditer(text, start, end):
        yield _keyed(match, CitationStyle.NOTE, (match[1],))
    for match in _LATEX.finditer(text, start, end):
        printed = ",".join(_LATEX_KEYS.findall(match.group()))
        keys = tuple(key.strip() for key in printed.split(",") if key.strip())
        yield _keyed(match, CitationStyle.KEY, keys)
    for match in _PANDOC.finditer(text, start, end):
        mark = _keyed(match, CitationStyle.KEY, tuple(_PANDOC_KEY.findall(match.group())))
        yield Mark(span=mark.span, style=mark.style, keys=mark.keys, firm=match.group()[0] == "[")
    for match in _RAISED.finditer(text, start, end):
        if not _is_unit(text[max(0, match.start() - 5) : match.start()]):
            keys = numbers(match.group().translate(_RAISED_DIGITS))
            yield _keyed(match, CitationStyle.NUMERIC, keys)
    yield from author_years(text, span)


def _keyed(match: re.Match[str], style: CitationStyle, keys: tuple[str, ...]) -> Mark:
    return Mark(span=Span(*match.span()), style=style, keys=keys)


def _is_unit(before: str) -> bool:
    """Tell whether a raised number after this text is an exponent; a year has none."""
    return _UNIT_BEFORE.search(before) is not None and not _YEAR_BEFORE.search(before)


def _raised(article: Article) -> Iterator[Mark]:
    links = sorted(article.links, key=lambda link: link.span)
    starts = [link.span.start for link in links]
    for span in article.superscripts:
        printed = article.quote(span).strip().strip("[]()")
        linked = _is_linked(span, links, starts)
        before = article.text[max(0, span.start - 5) : span.start]
        if _DIGITS.fullmatch(printed) and (linked or not _is_unit(before)):
            yield Mark(
                span=span,
                style=CitationStyle.NUMERIC,
                keys=numbers(printed),
                firm=linked,
                likely=_SET_AS_MARK.search(before) is not None or before[-4:].isdigit(),
            )


def _is_linked(span: Span, links: list[Link], starts: list[int]) -> bool:
    place = bisect_left(starts, span.end)
    return any(link.span.overlaps(span) for link in links[max(0, place - 4) : place])
