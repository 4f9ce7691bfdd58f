"""What a text tells twice of one thing: an age, a sentence, a score, a distance, a toll, a year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from factcheck.rules.numerals import NUMBER, is_year, quantity

_NAME = r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})"
_AGE = r"(?P<said>1[0-2]\d|[1-9]\d|[5-9])"
_UNIT = (
    r"(?P<unit>kilomet(?:re|er)s?|km|miles?|met(?:re|er)s?|yards?|feet|hectares?|acres?|tonnes?|"
    r"tons?|litres?|liters?|kilos?|kg|degrees?)"
)
_TERM = r"(?P<unit>years?|months?|weeks?)"
_WINS = r"(?:win|victory|defeat|loss|draw|rout|triumph|drubbing|thrashing|success)"
_BEAT = r"(?:beats?|beaten by|defeated|lost to|drew with|thrashed|saw off|edged|overcame|downed)"
_MADE = (
    r"(?P<verb>built|founded|established|opened|launched|published|completed|elected|set up|formed|"
    r"created|erected|born|signed|released|bought|sold|closed|abolished|introduced|registered)"
)
_TOLL = {
    "dead": r"(?:dead|died|killed|deaths|die|dying|fatalities|bodies|lost their lives)",
    "hurt": r"(?:hurt|injured|wounded|injuries|casualties)",
    "missing": r"(?:missing|unaccounted for)",
    "arrested": r"(?:arrested|arrests|detained|in custody)",
    "evacuated": r"(?:evacuated|displaced|homeless)",
    "rescued": r"(?:rescued|saved|survivors|survived)",
    "present": r"(?:marched|marchers|protested|protesters|demonstrated|demonstrators|rallied)",
}
_REMEMBERED = 200  # tellings
_SCALE = r"(?P<said>(?=[$€£¥])" + NUMBER + ")"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A value that a text gives to one thing: what, which value, where, and whether it is rough."""

    kind: str
    subject: str
    value: tuple[Fraction, ...]
    start: int
    end: int
    points: bool
    """It says by itself that it was told before: "the nine-year sentence"."""
    rough: bool = False


def contradictions(text: str) -> Iterator[tuple[Told, Told]]:
    """Yield pairs of an earlier and a later telling of one thing that differ.

    The later one points back. A thing of which the text told two values before is not judged.
    """
    told = sorted(_all(text), key=lambda each: each.start)
    for place, later in enumerate(told):
        if not later.points:
            continue
        before = [
            each
            for each in told[max(0, place - _REMEMBERED) : place]
            if each.kind == later.kind and _is_same(each, later) and each.end <= later.start
        ]
        values = {each.value for each in before}
        if len(values) == 1 and later.value not in values and not _is_near(before[0], later):
            yield before[0], later


def _is_same(one: Told, other: Told) -> bool:
    if one.kind != "age":
        return one.subject == other.subject
    left, right = one.subject.split(), other.subject.split()
    return set(left) <= set(right) or set(right) <= set(left)


def _is_near(one: Told, other: Told) -> bool:
    if not (one.rough or other.rough):
        return False
    return abs(other.value[0] - one.value[0]) <= one.value[0] / 4


def _all(text: str) -> Iterator[Told]:
    for kind, pattern, points in _PATTERNS:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            values = [quantity(each) for each in (groups["said"], groups.get("other")) if each]
            if any(each is None for each in values) or (kind != "year" and is_year(groups["said"])):
                continue
            numbers = [each.value for each in values if each is not None]
            unit = (groups.get("unit") or "").rstrip("s").replace("meter", "metre")
            names = groups.get("name") or groups.get("thing") or ""
            yield Told(
                kind=kind,
                subject=" ".join(filter(None, (names, unit, groups.get("verb")))).casefold()
                if kind != "age"
                else names,
                value=tuple(sorted(numbers)),
                start=match.start("said"),
                end=match.end(),
                points=points or bool(groups.get("the")),
                rough=bool(groups.get("rough")),
            )


def _toll(name: str, words: str) -> Iterator[tuple[str, re.Pattern[str], bool]]:
    rough = r"(?P<rough>(?:about|around|some|nearly|almost|up to|at least|more than|over) )?"
    yield (
        name,
        re.compile(
            rf"(?<!the ){rough}(?P<said>{NUMBER}) (?:of (?:them|those) )?(?:[a-z]+ ){{0,2}}"
            r"(?:(?:was|were|had been|have|are|is|remained|got) )?(?:still |confirmed |feared )?"
            rf"{words}\b",
            re.IGNORECASE,
        ),
        False,
    )
    yield (
        name,
        re.compile(
            rf"\b(?:the|all|those|these) (?P<said>{NUMBER}) (?:(?:[a-z]+ )?who (?:were |had |have |"
            rf"are )?(?:been )?)?{words}\b(?! (?:in|on|at) (?:another|a separate))",
            re.IGNORECASE,
        ),
        True,
    )


_PATTERNS: tuple[tuple[str, re.Pattern[str], bool], ...] = (
    ("age", re.compile(rf"{_NAME},? (?:(?:who is|aged|now) )?{_AGE}(?=[,.;)])"), True),
    ("age", re.compile(rf"{_NAME} \((?:aged )?{_AGE}\)"), True),
    ("age", re.compile(rf"\b{_AGE}-year-old (?:[a-z]+ ){{0,2}}{_NAME}"), True),
    ("age", re.compile(rf"\bAt {_AGE}, {_NAME}(?= (?:said|says|is|still|has|remains))"), True),
    ("age", re.compile(rf"{_NAME} (?:is|was) {_AGE}(?: years old)?(?=[,.;])"), True),
    (
        "term",
        re.compile(
            r"\b(?:jailed|sentenced|imprisoned|gaoled|locked up)\b[^.;]{0,60}? (?:for|to) "
            rf"(?P<said>{NUMBER}) {_TERM}",
            re.IGNORECASE,
        ),
        False,
    ),
    (
        "term",
        re.compile(
            rf"\b(?:the|his|her|that|a) (?P<said>{NUMBER})[- ]{_TERM} (?:jail |prison )?"
            r"(?:sentence|term|stretch)\b",
            re.IGNORECASE,
        ),
        True,
    ),
    ("score", re.compile(rf"\b{_BEAT} {_NAME} (?:by )?(?P<said>\d+)[-–](?P<other>\d+)\b"), False),
    (
        "score",
        re.compile(
            rf"\b(?P<said>\d+)[-–](?P<other>\d+) {_WINS} (?:over|against|at|to|by|with) {_NAME}"
        ),
        True,
    ),
    (
        "distance",
        re.compile(
            rf"(?P<said>{NUMBER}) {_UNIT} (?:[a-z]+ )?(?:from|of|off) (?:the|its|his|her|their|a) "
            r"(?P<thing>[a-z]+)",
            re.IGNORECASE,
        ),
        True,
    ),
    (
        "year",
        re.compile(rf"\b(?P<thing>[a-z]+)(?: was| were|,)? {_MADE} in (?P<said>\d{{4}})\b"),
        True,
    ),
    (
        "rate",
        re.compile(
            r"\b(?P<name>[Ii]nflation|[Uu]nemployment|[Tt]urnout|[Gg]rowth)\b[^.;]{0,40}? "
            r"(?:to|at|was|of|hit|reached) (?P<said>\d+(?:\.\d+)?) ?(?:%|per ?cent) in "
            r"(?P<unit>[A-Z][a-z]+)"
        ),
        False,
    ),
    (
        "rate",
        re.compile(
            r"\b(?P<unit>[A-Z][a-z]+)(?:['’]s)? (?P<name>inflation|unemployment|turnout|growth) "
            r"(?:rate )?(?:at|of|was|to) (?P<said>\d+(?:\.\d+)?) ?(?:%|per ?cent)"
        ),
        True,
    ),
    (
        "price",
        re.compile(
            r"\b(?:A|a|The|the|Each|each) (?P<thing>[a-z]+)\b[^.;$€£¥]{0,40}? (?:costs?|costing|"
            rf"priced at|sells? for|sold for) {_SCALE}",
        ),
        False,
    ),
    ("price", re.compile(rf"\b(?:[Tt]he|[Tt]hat|[Ii]ts) {_SCALE} (?P<thing>[a-z]+)\b"), True),
    ("cost", re.compile(rf"{_SCALE}[ -](?P<thing>[a-z]{{4,}})\b"), False),
    ("cost", re.compile(rf"{_SCALE} for the (?P<thing>[a-z]{{4,}})\b"), True),
    *(each for name, words in _TOLL.items() for each in _toll(name, words)),
)
