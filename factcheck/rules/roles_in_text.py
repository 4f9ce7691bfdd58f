"""Offices that running text gives to named persons, and the sex that its words imply."""

import re
from collections.abc import Iterator

from factcheck.model.article import Article, BlockKind, Span
from factcheck.rules.mentions import ANOTHER_TIME, NAME, Mention, named
from factcheck.rules.offices_of_one import offices_of_one
from factcheck.rules.parties_in_text import affiliations, departments, parties

_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CAPTION})
_OFFICES: tuple[tuple[str, str, str], ...] = (
    # the office, the group in which a person holds one at a time, how it is written
    ("chief executive", "company", r"chief executive(?: officer)?|CEO"),
    (
        "finance director",
        "company",
        r"finance (?:director|chief)|chief financ(?:e|ial) officer|CFO",
    ),
    ("chief operating officer", "company", r"chief operating officer|COO|operations director"),
    ("technology chief", "company", r"chief technology officer|CTO"),
    ("marketing chief", "company", r"chief marketing officer|CMO|marketing director"),
    ("human resources chief", "company", r"(?:HR|human resources|personnel) (?:director|chief)"),
    ("prime minister", "cabinet", r"prime minister"),
    ("foreign minister", "cabinet", r"foreign (?:minister|secretary)|secretary of state"),
    ("defence minister", "cabinet", r"defen[cs]e (?:minister|secretary)|secretary of defense"),
    ("interior minister", "cabinet", r"interior minister|home secretary"),
    ("finance minister", "cabinet", r"finance minister|chancellor of the exchequer"),
    ("health minister", "cabinet", r"health (?:minister|secretary)"),
    ("justice minister", "cabinet", r"justice (?:minister|secretary)|attorney general"),
    ("education minister", "cabinet", r"education (?:minister|secretary)"),
    ("environment minister", "cabinet", r"environment (?:minister|secretary)"),
    ("transport minister", "cabinet", r"transport(?:ation)? (?:minister|secretary)"),
    ("agriculture minister", "cabinet", r"(?:agriculture|farm) (?:minister|secretary)"),
    ("deputy mayor", "town hall", r"(?:deputy|vice) mayor"),
    ("mayor", "town hall", r"mayor"),
    ("council president", "council", r"council president"),
    ("council chair", "council", r"council chair(?:man|woman|person)?"),
    ("detective", "rank", r"detective (?:sergeant|inspector|constable)"),
    ("sergeant", "rank", r"sergeant|sgt\.?"),
    ("lieutenant", "rank", r"lieutenant|lt\.?"),
    ("captain", "rank", r"captain|capt\.?"),
    ("major", "rank", r"major"),
    ("colonel", "rank", r"colonel|col\.?"),
    ("head teacher", "school", r"head ?teacher|headmaster|headmistress|principal"),
    ("deputy head", "school", r"deputy head(?: ?teacher)?|vice[- ]principal"),
)
_ROLE = "|".join(f"(?P<o{number}>{pattern})" for number, (_, _, pattern) in enumerate(_OFFICES))
_GENDERED = (
    r"(?:[Ss]pokes|[Cc]hair|business|council|congress|police|states|crafts|fire|camera|sales|noble)"
    r"(?P<sex>wo)?man|(?P<she>[Cc]hairlady|actress|waitress|hostess|headmistress|mother|sister|daughter|wife"
    r"|widow|aunt|grandmother|niece|Sprecherin|Ministerin|Bürgermeisterin|Direktorin|Leiterin"
    r"|Vorsitzende Frau|directrice|présidente)"
    r"|(?P<he>headmaster|father|brother|son|husband|widower|uncle|grandfather|nephew|Sprecher"
    r"|Minister|Bürgermeister|Direktor|Leiter)"
)
_OF = r"(?: (?:of|for|at|in|to|und|der|des|de la|du|de) [^,.;:()\"“”]{1,60})?"
_APPOSED = rf"(?P<name>{NAME}), (?:(?:the|a|an|its|his|her|their|now|die|der|la|le) )?"
_BEFORE = r"(?P<before>(?:[\w'’-]+ ){0,4}?)"
_OFFICE_AFTER = re.compile(rf"{_APPOSED}{_BEFORE}(?i:{_ROLE})\b(?! to\b)")
_OFFICE_FIRST = re.compile(rf"\b{_BEFORE}(?i:{_ROLE}),? (?P<name>{NAME})")
_SUCCEEDED = re.compile(rf"\b{_BEFORE}(?i:{_ROLE}) to (?:succeed|replace|follow) (?P<name>{NAME})")
_SEX_AFTER = re.compile(rf"{_APPOSED}(?P<before>(?:[\w'’-]+ ){{0,4}}?)(?:{_GENDERED})\b")
_SEX_FIRST = re.compile(
    rf"\b(?P<before>(?:[\w'’-]+ ){{0,2}}?)(?:{_GENDERED})(?! for\b),? (?P<name>{NAME})"
)
_HONOUR = re.compile(
    r"\b(?P<title>Mr|Mrs|Ms|Miss|Herr|Frau|Madame|Mme|Monsieur)\.? (?P<name>" + NAME + ")"
)
_UNNAMED = re.compile(
    r"\b(?:A|a|An|an|One|The|the|Its|its) (?:[\w'’-]+ ){0,3}?spokes(?P<sex>wo)?man\b"
)
_NAMED_LATER = re.compile(rf"(?P<name>{NAME}), the spokes(?P<sex>wo)?man\b")
_LOOK_BACK = 20  # characters


def mentions(article: Article) -> Iterator[Mention]:
    """Yield what the running text says of persons, in order of the patterns, block by block."""
    for block in article.blocks:
        if block.kind not in _RUNNING:
            continue
        text, start = article.quote(block.span), block.span.start
        for pattern in (_OFFICE_AFTER, _OFFICE_FIRST, _SUCCEEDED):
            for match in pattern.finditer(text):
                who = named(match)
                number = next(n for n, _ in enumerate(_OFFICES) if match[f"o{n}"] is not None)
                if who:
                    value, group, _ = _OFFICES[number]
                    yield Mention(
                        person=who[1],
                        given=who[0],
                        group=group,
                        value=value,
                        span=Span(start + match.start(f"o{number}"), start + match.end()),
                        passing=_is_passing(text, match),
                    )
        yield from _sexes(text, start)
        yield from parties(text, start)
        yield from departments(text, start)
        yield from affiliations(text, start)
        yield from offices_of_one(text, start)


def _is_passing(text: str, match: re.Match[str]) -> bool:
    """Tell whether the words before an office, in its own sentence, place it in another time."""
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()].rpartition(". ")[2]
    return ANOTHER_TIME.search(f"{before}{match['before']}") is not None


def _sexes(text: str, start: int) -> Iterator[Mention]:
    for pattern in (_SEX_AFTER, _SEX_FIRST):
        for match in pattern.finditer(text):
            who = named(match)
            if who and not re.search(r"['’]s? $|\b(?:his|her|their|whose) $", match["before"]):
                man = match["he"] or (match["sex"] is None and match["she"] is None)
                yield _sexed(who, "man" if man else "woman", match, start)
    for match in _HONOUR.finditer(text):
        who = named(match)
        if who:
            man = match["title"] in {"Mr", "Herr", "Monsieur"}
            yield _sexed(who, "man" if man else "woman", match, start)
    unnamed = _UNNAMED.search(text)
    later = _NAMED_LATER.search(text, unnamed.end()) if unnamed else None
    if unnamed and later and (who := named(later)):
        # "A spokesman said ... Ada Cole, the spokeswoman, ...": "the" points back at the first.
        yield _sexed(who, "woman" if unnamed["sex"] else "man", unnamed, start)


def _sexed(who: tuple[str | None, str], value: str, match: re.Match[str], start: int) -> Mention:
    return Mention(
        person=who[1],
        given=who[0],
        group="sex",
        value=value,
        span=Span(start + match.start(), start + match.end()),
    )
