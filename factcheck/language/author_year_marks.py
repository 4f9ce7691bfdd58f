"""Author-year marks: "(see Ada & Bell 2019a,b; Cole et al., 2021, p. 4)" and "Cole (2021)"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.language.citation_mark import AuthorYear, Mark
from factcheck.language.word_lists import words
from factcheck.model.analysis import CitationStyle
from factcheck.model.article import Span

_PARENTHESIS = re.compile(
    r"\(((?:[^()\[\]\n]|\[[^()\[\]\n]{1,40}\]){4,300})\)|\[([^()\[\]\n]{4,300})\]"
)
_IN_BRACKETS = re.compile(r"\s*\[[^\[\]]*\]")
_YEAR = r"(?:1[5-9]|20)\d\d"
_LETTERS = r"[a-k](?:, ?[a-k]\b)*"
_YEAR_AND_LETTER = re.compile(
    rf"(?P<year>{_YEAR}|in press|forthcoming)(?P<letters>{_LETTERS})?\b"
    r"|(?P<undated>\bn\. ?d\.|\bo\. ?J\.|\bs\. ?d\.)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:see|see also|e\.g\.,?|cf\.|compare|also|as in|but see|vgl\.|siehe|voir|"
    r"(?:as )?(?:quoted|cited|discussed|reported) (?:in|by)|"
    r"zitiert nach|cité par|citado (?:en|por)|in|according to|after|from|following|"
    r"adapted from|per)\s+){1,3}",
    re.IGNORECASE,
)
_PARTICLE = r"(?:(?:van|von|der|den|de|da|di|del|della|du|la|le|ten|ter|zu|bin|al|el)[ -]){0,3}"
_IDEOGRAPHS = r"[\u3400-\u4dbf\u4e00-\u9fff々]{1,8}"
_SURNAME = rf"{_PARTICLE}[A-ZÀ-ÖØ-ÞŁŚŠŽČĆÉ][\w'’-]*"
_LINK = r"(?:of|for|and|on|the|de|des|du|für|und)"
_BODY = rf"{_SURNAME}(?:(?: {_LINK})* {_SURNAME}){{0,7}}"
_JOIN = r"(?:,? (?:and|und|et|y|e) |,? ?& ?|, |/)"
_ET_AL = (
    r"(?:,? (?:et al\.?|u\. ?a\.|and others|and colleagues|et coll\.|m\. ?fl\.|y otros)"
    r"|ほか|ら|等|他)"
)
_NAMES = re.compile(
    rf"(?P<names>{_BODY}(?:{_JOIN}{_BODY}){{0,5}}|{_IDEOGRAPHS}(?:[・、,] ?{_IDEOGRAPHS}){{0,3}})"
    rf"{_ET_AL}?(?:['’]s?)?[,:]? *$"
)
_LOCATOR = r"(?:pp?\.|S\.|ch(?:ap)?\.|Kap\.|cap\.|§|vol\.|para\.?|fig\.) ?[\dIVXivx.–,f -]{1,14}"
_NARRATIVE = re.compile(
    rf"(?<!\w)(?P<names>{_SURNAME}(?:{_JOIN}{_SURNAME}){{0,4}})(?P<more>{_ET_AL})?(?P<own>['’]s?)? "
    rf"\((?P<years>{_YEAR}(?:{_LETTERS})?"
    rf"(?:[,;:] ?(?:{_LOCATOR}|{_YEAR}(?:{_LETTERS})?|[\d–-]{{1,9}}))*)\)",
)
_EAST_ASIAN = re.compile(
    rf"(?P<names>{_IDEOGRAPHS}){_ET_AL}? ?"
    rf"\((?P<years>{_YEAR}(?:{_LETTERS})?(?:[,;:] ?[\d–-]{{1,9}})*)\)"
)
_BEFORE = re.compile(rf"(?:{_SURNAME}(?: {_LINK})* ){{1,7}}$")
_LONGEST_BEFORE = 90
_TALKS = re.compile(
    r",? (?:also |further |then |has |have |had |does |did |do )?"
    r"(?:\w{3,}(?:ed|es|s)|argue|say|show|find|found|write|wrote|suggest|claim|note|is|was|were)\b"
)
_LEADS_IN = re.compile(r"\b(?:by|in|from|to|of|see|than|also|per|cf\.|as) $", re.IGNORECASE)
_SPLIT_NAMES = re.compile(r",? (?:and|und|et|y|e) |,? ?& ?|, ?|/|・|、")
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


def author_years(text: str, span: Span) -> Iterator[Mark]:
    """Yield the author-year marks between two offsets, in parentheses and in running text."""
    for match in _NARRATIVE.finditer(text, span.start, span.end):
        yield from _narrative(match, text)
    for match in _EAST_ASIAN.finditer(text, span.start, span.end):
        yield from _narrative(match, text)
    for match in _PARENTHESIS.finditer(text, span.start, span.end):
        works = tuple(_works(match[1] or match[2]))
        if works:
            yield Mark(
                span=Span(*match.span()),
                style=CitationStyle.AUTHOR_YEAR,
                works=works,
                firm=any(work.firm for work in works),
                likely=True,
            )


def _narrative(match: re.Match[str], text: str) -> Iterator[Mark]:
    """Yield the mark of "Cole (2019)"; likely where the name is said to do or say something."""
    names = _names(match["names"])
    years = [one for year in _YEAR_AND_LETTER.finditer(match["years"]) for one in _each(year)]
    if not names or not years:
        return
    start = match.start()
    before = text[max(0, start - _LONGEST_BEFORE) : start]
    fields = match.groupdict()
    likely = (
        len(names) > 1
        or bool(fields.get("more") or fields.get("own"))
        or _TALKS.match(text, match.end()) is not None
        or _LEADS_IN.search(before) is not None
    )
    mark = _mark(Span(*match.span()), names, years, likely=likely)
    if words_before := _BEFORE.search(before):
        more = words_before.group().removeprefix("The ")
        wider = _mark(
            Span(start - len(more), match.end()), (f"{more}{match['names']}",), years, likely=likely
        )
        yield Mark(
            span=mark.span,
            style=mark.style,
            works=mark.works,
            firm=False,
            likely=False,  # "the Harbour Act (1850)"
            wider=wider,
        )
        return
    yield mark


def _mark(
    span: Span, names: tuple[str, ...], years: list[tuple[str, str]], *, likely: bool
) -> Mark:
    works = tuple(AuthorYear(names=names, year=year, letter=letter) for year, letter in years)
    return Mark(span=span, style=CitationStyle.AUTHOR_YEAR, works=works, firm=False, likely=likely)


def _each(year: re.Match[str]) -> Iterator[tuple[str, str]]:
    """Yield year and letter of each work: "2019a,b" are two."""
    if year["undated"]:
        yield year["undated"], ""
        return
    for letter in re.findall(r"[a-k]", (year["letters"] or "").lower()) or [""]:
        yield year["year"], letter


def _works(inside: str) -> Iterator[AuthorYear]:
    """Read the works of "(see Ada & Bell 2019a, 2020; Cole et al., 2021, p. 4)"."""
    for chunk in inside.split(";"):
        names: tuple[str, ...] = ()
        firm = False
        years = list(_YEAR_AND_LETTER.finditer(chunk))
        ends = [0, *(year.end() for year in years)]
        for (begin, _), year in zip(pairwise([*ends, 0]), years, strict=False):
            between = _IN_BRACKETS.sub("", chunk[begin : year.start()]).strip(" ,")
            before = _LEAD.sub("", between + " ").strip()
            named = _NAMES.fullmatch(before) if before else None
            if named is not None:
                names = _names(named["names"])
                firm = "&" in before or "et al" in before
            elif before.strip(" ,:"):
                names = ()
            if names:
                for printed, letter in _each(year):
                    yield AuthorYear(names=names, year=printed, letter=letter, firm=firm)


def _names(printed: str) -> tuple[str, ...]:
    parts = (_POSSESSIVE.sub("", name.strip()) for name in _SPLIT_NAMES.split(printed))
    names = tuple(name for name in parts if name)
    if not names or names[0].split()[0].lower() in _NOT_NAMES:
        return ()
    return names
