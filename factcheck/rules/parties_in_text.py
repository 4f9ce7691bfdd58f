"""Parties, departments and bodies that running text gives to named persons."""

import re
from collections.abc import Iterator

from factcheck.model.article import Span
from factcheck.rules.mentions import ANOTHER_TIME, NAME, Mention, named

_PARTIES: dict[str, str] = {
    "Labour": r"Labour|Lab",
    "Conservative": r"Conservatives?|Tory|Con",
    "Liberal Democrat": r"Liberal Democrats?|Lib Dems?|LD",
    "Green": r"Greens?",
    "Scottish National": r"SNP",
    "Plaid Cymru": r"Plaid(?: Cymru)?",
    "Reform": r"Reform(?: UK)?",
    "crossbench": r"[Cc]ross-?bench(?:er)?",
    "independent": r"[Ii]ndependents?|Ind",
    "Democrat": r"Democrat(?:ic)?|D",
    "Republican": r"Republicans?|GOP|R",
    "Fianna Fáil": r"Fianna Fáil",
    "Fine Gael": r"Fine Gael",
    "Sinn Féin": r"Sinn Féin",
    "BJP": r"BJP|Bharatiya Janata Party",
    "Congress": r"Congress Party",
    "ANC": r"ANC|African National Congress",
    "Democratic Alliance": r"DA|Democratic Alliance",
    "Liberal": r"Liberals?",
    "National": r"Nationals",
    "SPD": r"SPD|Social Democrats?",
    "CDU": r"CDU|Christian Democrats?",
}
_PARTY = "|".join(f"(?P<p{number}>{words})" for number, words in enumerate(_PARTIES.values()))
_HOLDER = (
    r"(?:MP|MEP|MSP|MLA|TD|peer|councillor|councilwoman|councilman|councilor|senator|congresswoman|"
    r"congressman|representative|mayor|governor|leader|candidate|member|lawmaker|assemblyman|"
    r"assemblywoman|whip|minister|frontbencher|backbencher|baroness|lord|spokesman|spokeswoman|group)"
)
_BRACKET = re.compile(rf"(?P<name>{NAME}) ?\((?:{_PARTY})\b[^)]{{0,40}}\)")
_APPOSED = re.compile(
    rf"(?P<name>{NAME}), (?P<before>(?:(?:the|a|an|its|whose) )?(?:[\w-]+ ){{0,2}}?)(?:{_PARTY})\b"
    rf"(?: [\w-]+)? {_HOLDER}\b"
)
_FIRST = re.compile(
    rf"(?P<before>(?:[\w-]+ ){{0,2}}?)\b(?:{_PARTY}) (?:(?:county|city|town|deputy|group) )?"
    rf"{_HOLDER},? (?P<name>{NAME})"
)
_OF_PARTY = re.compile(
    rf"(?P<name>{NAME}),? of (?:the )?(?:{_PARTY})\b"
    r"(?! (?:County|City|Hall|Street|Party Conference))"
)
_PARTYS = re.compile(
    rf"(?P<before>(?:[\w-]+ ){{0,1}}?)\b(?:{_PARTY})['’]s? (?:(?:Mr|Mrs|Ms|Miss|Dr|Sir)\.? )?"
    rf"(?P<name>{NAME})"
)
_TAKEN_UP = re.compile(rf"(?:(?<=[.!?”\"’] )|^)The (?:{_PARTY})(?: {_HOLDER})?(?=,? (?:[a-z]))")
_TITLES = (
    r"(?:(?:senior |executive |deputy |assistant |associate )?(?:vice[- ]president|director|head|"
    r"manager|professor|minister|secretary|editor|dean|chief|commissioner|controller|lecturer))"
)
_DEPARTMENT = re.compile(
    rf"(?P<name>{NAME}), (?P<before>(?:(?:the|a|an|its|his|her|their) )?(?:[\w’'-]+ ){{0,2}}?)"
    rf"(?P<title>{_TITLES}) (?:of|for) (?:the )?(?P<field>[a-z][\w-]+(?: (?:and )?[a-z][\w-]+)?)"
)
_BODY = re.compile(
    rf"(?P<name>{NAME}), (?P<before>(?:[\w’'-]+ ){{0,5}}?)(?:of|at|with|from) (?:the )?"
    r"(?P<body>[A-Z][\w&’'-]+(?: (?:of |and |for |the )?[A-Z][\w&’'-]+){0,3} (?:Securities|"
    r"Brokers|Partners|"
    r"Capital|Holdings|Bank|Group|Associates|Advisers|Advisors|Consulting|University|College|Institute|"
    r"School|Hospital|Foundation|Trust|Centre|Center|Council|Society|Union|Association|Agency|Police|"
    r"Ministry|Research|Analytics|Markets|Asset Management|Investments|Insurance|Energy|"
    r"Laboratory))\b"
    r"(?! (?:and|or)\b)"
)
_NO_FIELD = re.compile(r"^(?:this|that|his|her|its|their|our|an?|all|some|one|more|many)\b")


def parties(text: str, start: int) -> Iterator[Mention]:
    """Yield the parties that a paragraph gives to persons; ``start`` is its offset.

    "The Tory" at the head of a sentence is whoever was last given a party in the paragraph.
    """
    found: list[tuple[int, tuple[str | None, str]]] = []
    for pattern in (_BRACKET, _APPOSED, _FIRST, _OF_PARTY, _PARTYS):
        for match in pattern.finditer(text):
            who = named(match)
            if who:
                found.append((match.end(), who))
                yield _mention(match, who, start)
    for match in _TAKEN_UP.finditer(text):
        before = [who for end, who in sorted(found) if end <= match.start()]
        if before:
            yield _mention(match, before[-1], start)


def departments(text: str, start: int) -> Iterator[Mention]:
    """Yield what persons are directors, heads or professors of; ``start`` is the text's offset."""
    for match in _DEPARTMENT.finditer(text):
        who = named(match)
        if who and not _NO_FIELD.match(match["field"]):
            yield Mention(
                person=who[1],
                given=who[0],
                group=match["title"].lower().replace("-", " "),
                value=match["field"].lower(),
                span=Span(start + match.start("title"), start + match.end()),
                passing=ANOTHER_TIME.search(match["before"]) is not None,
            )


def affiliations(text: str, start: int) -> Iterator[Mention]:
    """Yield the firms, universities and the like that persons are of; ``start`` is the offset."""
    for match in _BODY.finditer(text):
        who = named(match)
        if who:
            yield Mention(
                person=who[1],
                given=who[0],
                group="body",
                value=match["body"],
                span=Span(start + match.start(), start + match.end()),
                passing=ANOTHER_TIME.search(match["before"]) is not None,
            )


def _mention(match: re.Match[str], who: tuple[str | None, str], start: int) -> Mention:
    value = next(name for number, name in enumerate(_PARTIES) if match[f"p{number}"] is not None)
    before = match.groupdict().get("before") or ""
    return Mention(
        person=who[1],
        given=who[0],
        group="party",
        value=value,
        span=Span(start + match.start(), start + match.end()),
        passing=ANOTHER_TIME.search(before) is not None,
    )
