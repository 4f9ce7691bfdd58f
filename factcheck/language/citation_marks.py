"""Find the in-text marks that point at a reference list; what they point at is read elsewhere."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.language.word_lists import words
from factcheck.model.analysis import CitationStyle
from factcheck.model.article import Article, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorYear:
    """The names and the year of one work in an author-year mark.

    ``year`` is as printed, without its letter; ``letter`` tells works of one year apart. ``firm``
    says that the form can hardly be anything else ("et al.", "&").
    """

    names: tuple[str, ...]
    year: str
    letter: str = ""
    firm: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """An in-text mark. ``keys`` are labels or citation keys, ``works`` names with a year."""

    span: Span
    style: CitationStyle
    keys: tuple[str, ...] = ()
    works: tuple[AuthorYear, ...] = ()
    firm: bool = True


_LONGEST_RANGE = 60
_NUMBERS = r"\d{1,3}(?: ?[,;–-] ?\d{1,3}){0,15}"
_BRACKETED = re.compile(rf"\[({_NUMBERS})(?:, ?(?:p{{1,2}}|S)\. ?[\d–-]{{1,12}})?\]")
_PARENTHESISED = re.compile(rf"\(({_NUMBERS})\)")
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]+(?:[,⁻˒–-][⁰¹²³⁴-⁹]+){0,8}")
_RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻˒", "0123456789-,")
_DIGITS = re.compile(_NUMBERS)
_FOOTNOTE = re.compile(r"\[\^([\w-]{1,40})\](?!:)")
_PANDOC = re.compile(
    r"\[[^\[\]@]{0,80}-?@[^\[\]]{1,300}\]|(?<![\w@./])-?@\{?[A-Za-z][\w:.#$%&+?<>~/-]*\w"
)
_PANDOC_KEY = re.compile(r"@\{?([A-Za-z][\w:.#$%&+?<>~/-]*\w)")
_LATEX = re.compile(r"\\(?:[a-z]*cite[a-z]*)\*?(?:\[[^\]]{0,80}\]){0,2}\{([^{}]{1,300})\}")
_PARENTHESIS = re.compile(r"[(\[]([^()\[\]\n]{5,300})[)\]]")
_YEAR = r"(?:1[5-9]|20)\d\d"
_YEAR_AND_LETTER = re.compile(
    rf"(?P<year>{_YEAR}|n\. ?d\.|in press|forthcoming|o\. ?J\.|s\. ?d\.)(?P<letter>[a-k])?\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:see|see also|e\.g\.,?|cf\.|compare|also|as in|but see|vgl\.|siehe|voir|quoted in|"
    r"cited in|zitiert nach|cité par|in|according to|after|from|following|adapted from|per)\s+"
    r"){1,3}",
    re.IGNORECASE,
)
_PARTICLE = r"(?:(?:van|von|der|den|de|da|di|del|della|du|la|le|ten|ter|zu|bin|al|el)[ -]){0,3}"
_SURNAME = rf"{_PARTICLE}[A-ZÀ-ÖØ-ÞŁŚŠŽČĆÉ][\w'’-]*"
_BODY = rf"{_SURNAME}(?:(?: (?:of|for|and|on|the|de|des|du|für|und))* {_SURNAME}){{0,7}}"
_JOIN = r"(?:,? (?:and|und|et|y|e) |,? ?& ?|, |/)"
_ET_AL = r"(?:,? (?:et al\.?|u\. ?a\.|and others|and colleagues|et coll\.|m\. ?fl\.))"
_NAMES = re.compile(rf"(?P<names>{_BODY}(?:{_JOIN}{_BODY}){{0,5}}){_ET_AL}?(?:['’]s?)?[,:]? *$")
_NARRATIVE = re.compile(
    rf"(?P<names>{_SURNAME}(?:{_JOIN}{_SURNAME}){{0,4}}){_ET_AL}?(?:['’]s?)? "
    rf"\((?P<years>{_YEAR}[a-k]?(?:[,;] ?(?:pp?\.|S\.)? ?[\d–a-k-]{{1,9}}){{0,4}})\)"
)
_SPLIT_NAMES = re.compile(r",? (?:and|und|et|y|e) |,? ?& ?|, |/")
_POSSESSIVE = re.compile(r"['’]s?$")
_NOT_NAMES = words(
    """
    january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter januar februar märz
    mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre
    novembre décembre since until from in by between about around circa born died est founded
    early late mid seit bis um ab nach vor depuis vers figure table chapter version season
    monday tuesday wednesday thursday friday saturday sunday the this copyright established
    """
)
_UNIT_BEFORE = re.compile(r"(?:\d|\b(?:[kcdm]?m|ft|in|yd|mi|km|s|h|CO|NO|H|O|R|x|y|n))$")


def find_marks(article: Article, spans: tuple[Span, ...]) -> tuple[Mark, ...]:
    """Return the marks inside the given spans (the body's blocks), in order, not overlapping."""
    found: list[Mark] = []
    for span in spans:
        found.extend(_marks_of(article.text, span))
    found.extend(_raised(article))
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
        yield _keyed(match, CitationStyle.NUMERIC, numbers(match[1]))
    for match in _PARENTHESISED.finditer(text, start, end):
        mark = _keyed(match, CitationStyle.NUMERIC, numbers(match[1]))
        yield Mark(span=mark.span, style=mark.style, keys=mark.keys, firm=False)
    for match in _FOOTNOTE.finditer(text, start, end):
        yield _keyed(match, CitationStyle.NOTE, (match[1],))
    for match in _LATEX.finditer(text, start, end):
        keys = tuple(key.strip() for key in match[1].split(",") if key.strip())
        yield _keyed(match, CitationStyle.KEY, keys)
    for match in _PANDOC.finditer(text, start, end):
        mark = _keyed(match, CitationStyle.KEY, tuple(_PANDOC_KEY.findall(match.group())))
        yield Mark(span=mark.span, style=mark.style, keys=mark.keys, firm=match.group()[0] == "[")
    for match in _RAISED.finditer(text, start, end):
        if not _UNIT_BEFORE.search(text, max(0, match.start() - 4), match.start()):
            keys = numbers(match.group().translate(_RAISED_DIGITS))
            yield _keyed(match, CitationStyle.NUMERIC, keys)
    yield from _author_years(text, span)


def _keyed(match: re.Match[str], style: CitationStyle, keys: tuple[str, ...]) -> Mark:
    return Mark(span=Span(*match.span()), style=style, keys=keys)


def _raised(article: Article) -> Iterator[Mark]:
    links = sorted(article.links, key=lambda link: link.span)
    starts = [link.span.start for link in links]
    for span in article.superscripts:
        printed = article.quote(span).strip().strip("[]()")
        place = bisect_left(starts, span.end)
        near = links[max(0, place - 4) : place]
        linked = any(link.span.overlaps(span) for link in near)
        before = article.text[max(0, span.start - 4) : span.start]
        if _DIGITS.fullmatch(printed) and (linked or not _UNIT_BEFORE.search(before)):
            yield Mark(span=span, style=CitationStyle.NUMERIC, keys=numbers(printed), firm=linked)


def _author_years(text: str, span: Span) -> Iterator[Mark]:
    for match in _NARRATIVE.finditer(text, span.start, span.end):
        names = _names(match["names"])
        works = tuple(
            AuthorYear(names=names, year=year["year"], letter=year["letter"] or "")
            for year in _YEAR_AND_LETTER.finditer(match["years"])
        )
        if names and works:
            yield Mark(
                span=Span(*match.span()), style=CitationStyle.AUTHOR_YEAR, works=works, firm=False
            )
    for match in _PARENTHESIS.finditer(text, span.start, span.end):
        works = tuple(_works(match[1]))
        if works:
            yield Mark(
                span=Span(*match.span()),
                style=CitationStyle.AUTHOR_YEAR,
                works=works,
                firm=any(work.firm for work in works),
            )


def _works(inside: str) -> Iterator[AuthorYear]:
    """Read the works of "(see Ada & Bell 2019a, 2020; Cole et al., 2021, p. 4)"."""
    for chunk in inside.split(";"):
        names: tuple[str, ...] = ()
        firm = False
        begin = 0
        for year in _YEAR_AND_LETTER.finditer(chunk):
            before = _LEAD.sub("", chunk[begin : year.start()].strip() + " ").strip()
            named = _NAMES.fullmatch(before) if before not in {"", ","} else None
            if named is not None:
                names = _names(named["names"])
                firm = "&" in before or "et al" in before
            elif before.strip(" ,:"):
                names = ()
            if names:
                letter = year["letter"] or ""
                yield AuthorYear(names=names, year=year["year"], letter=letter, firm=firm)
            begin = year.end()


def _names(printed: str) -> tuple[str, ...]:
    parts = (_POSSESSIVE.sub("", name.strip()) for name in _SPLIT_NAMES.split(printed))
    names = tuple(name for name in parts if name)
    if not names or names[0].split()[0].lower() in _NOT_NAMES:
        return ()
    return names
