"""Offices of which a person has one at a time, in running text, before or after the name."""

import re
from collections.abc import Iterator

from factcheck.model.article import Span
from factcheck.rules.mentions import ANOTHER_TIME, NAME, Mention, named

GROUPS: dict[str, dict[str, str]] = {
    "rank": {
        "lieutenant": r"lieutenant",
        "captain": r"captain",
        "major": r"major",
        "colonel": r"colonel",
        "brigadier": r"brigadier",
        "general": r"general",
        "admiral": r"admiral",
        "commodore": r"commodore",
        "sergeant": r"sergeant",
        "corporal": r"corporal",
        "inspector": r"inspector",
        "superintendent": r"superintendent",
        "constable": r"constable",
    },
    "place in the team": {
        "goalkeeper": r"goalkeeper|keeper|goalie",
        "defender": r"defender|centre-back|full-back|left-back|right-back",
        "midfielder": r"midfielder",
        "striker": r"striker|forward|winger",
        "wicketkeeper": r"wicketkeeper",
        "bowler": r"bowler",
        "fly-half": r"fly-half",
        "prop": r"prop|hooker",
        "referee": r"referee|umpire",
    },
    "side in court": {
        "prosecutor": r"(?:public |chief |state )?prosecutor|prosecuting|for the prosecution",
        "defence counsel": r"defen[cs]e (?:counsel|lawyer|barrister|solicitor|attorney)|defending|"
        r"for the defen[cs]e",
        "judge": r"judge|magistrate|sheriff",
        "coroner": r"coroner",
        "plaintiff": r"plaintiff|claimant|complainant",
        "defendant": r"defendant|accused",
    },
    "kin": {
        "mother": r"mother",
        "aunt": r"aunt",
        "sister": r"sister",
        "daughter": r"daughter",
        "wife": r"wife|widow",
        "grandmother": r"grandmother",
        "father": r"father",
        "uncle": r"uncle",
        "brother": r"brother",
        "son": r"son",
        "husband": r"husband|widower",
        "grandfather": r"grandfather",
        "cousin": r"cousin",
        "neighbour": r"neighbou?r",
    },
    "place at the club": {
        "chair": r"chair(?:man|woman|person)?",
        "manager": r"manager|(?:head )?coach",
        "sporting director": r"sporting director|director of football",
        "owner": r"owner",
        "captain": r"club captain",
        "president": r"president",
        "secretary": r"(?:club |general )?secretary",
        "treasurer": r"treasurer",
        "chief executive": r"chief executive",
    },
    "calling": {
        "doctor": r"surgeon|physician|GP|paediatrician",
        "nurse": r"nurse|midwife",
        "teacher": r"teacher",
        "engineer": r"engineer",
        "architect": r"architect",
        "vicar": r"vicar|rector|priest|curate",
        "imam": r"imam",
        "rabbi": r"rabbi",
        "farmer": r"farmer|rancher",
        "baker": r"baker",
        "butcher": r"butcher",
        "fisherman": r"fisherman|fisherwoman|skipper",
        "pilot": r"pilot",
        "plumber": r"plumber",
        "electrician": r"electrician",
        "carpenter": r"carpenter|joiner",
        "pharmacist": r"pharmacist",
        "dentist": r"dentist",
        "vet": r"vet|veterinarian",
    },
}
"""Groups of offices of which a person has one at a time."""

_OF_SOMEBODY = frozenset({"kin", "place at the club"})

_FIELDS = (
    r"(?P<field>physics|chemistry|biology|history|economics|law|medicine|geology|botany|zoology|"
    r"mathematics|statistics|sociology|psychology|philosophy|linguistics|engineering|oncology|"
    r"epidemiology|archaeology|geography|politics|music|virology|ecology|astronomy)"
)
_POST = r"(?:professor|lecturer|reader|teacher|head|chair|dean)"
_PEOPLE = (
    r"(?P<people>Dutch|Danish|French|German|British|American|Spanish|Italian|Swedish|Norwegian|"
    r"Finnish|Belgian|Swiss|Austrian|Polish|Czech|Hungarian|Greek|Turkish|Russian|Ukrainian|Indian|"
    r"Pakistani|Chinese|Japanese|Korean|Kenyan|Nigerian|Ghanaian|Ugandan|Zambian|Australian|"
    r"Canadian|Mexican|Brazilian|Irish|Portuguese|Egyptian|Israeli|Iranian|Iraqi|Saudi)"
)
_ENVOY = r"(?:ambassador|consul|envoy|attaché|high commissioner|foreign minister|prime minister)"
_TITLED = rf"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? )?(?P<name>{NAME})"
_DET = r"(?:(?:the|a|an|its|now|[A-ZÀ-Þ]?[\w-]+(?: [\w-]+)?['’]s?) )?"
_WHOSE = re.compile(r"[\w-]+(?=['’]s? )")
_MOVES = re.compile(
    r"\b(?:promoted|made|named|appointed|elected|crossed|switched|joined|became|become|since \d|"
    r"until \d|and also|as well|and the|both|who once|former|turned|sometimes|on (?:Sun|Mon|Tues|"
    r"Wednes|Thurs|Fri|Satur)days)\b",
    re.IGNORECASE,
)


def _pattern(office: str) -> re.Pattern[str]:
    return re.compile(
        rf"{_TITLED}, (?P<before>{_DET}(?:[a-z-]+ ){{0,1}}?)(?i:{office})\b(?!['’-]|(?: to\b))"
        rf"|(?P<lead>(?:[\w’'-]+ )?)\b(?i:{office}),? {_TITLED.replace('P<name>', 'P<later>')}"
    )


_OFFICES = tuple(
    (group, value, _pattern(office))
    for group, offices in GROUPS.items()
    for value, office in offices.items()
)
_CHAIRS = re.compile(
    rf"{_TITLED}, (?P<before>{_DET}(?:[a-z-]+ )?)(?:{_POST} of {_FIELDS}|"
    rf"{_FIELDS.replace('P<field>', 'P<field2>')} {_POST})\b"
    rf"|(?P<lead>(?:[\w’'-]+ )?)\b{_FIELDS.replace('P<field>', 'P<field3>')} {_POST},? "
    rf"{_TITLED.replace('P<name>', 'P<later>')}"
)
_ENVOYS = re.compile(
    rf"{_TITLED}, (?P<before>{_DET}){_PEOPLE} {_ENVOY}\b"
    rf"|(?P<lead>(?:[\w’'-]+ )?)\b{_PEOPLE.replace('P<people>', 'P<people2>')} {_ENVOY},?"
    rf"(?: as)? {_TITLED.replace('P<name>', 'P<later>')}"
)


def offices_of_one(text: str, start: int) -> Iterator[Mention]:
    """Yield the offices that a paragraph gives to persons; ``start`` is its offset."""
    for group, value, pattern in _OFFICES:
        for match in pattern.finditer(text):
            yield from _mention(match, group, value, start)
    for pattern, group, names in (
        (_CHAIRS, "subject", ("field", "field2", "field3")),
        (_ENVOYS, "country", ("people", "people2")),
    ):
        for match in pattern.finditer(text):
            yield from _mention(match, group, next(match[n] for n in names if match[n]), start)


def _mention(match: re.Match[str], group: str, value: str, start: int) -> Iterator[Mention]:
    who = named(match) if match["name"] else named(match, "later")
    if who is None:
        return
    words = f"{match['before'] or ''}{match['lead'] or ''}"
    if group in _OF_SOMEBODY:
        whose = _WHOSE.search(words)
        if whose is None:
            return  # of another's, she may well be something else
        group = f"{group} of {whose[0].casefold()}"
    near = match.string[max(0, match.start() - 20) : match.end() + 40]
    yield Mention(
        person=who[1],
        given=who[0],
        group=group,
        value=value,
        span=Span(start + match.start(), start + match.end()),
        passing=ANOTHER_TIME.search(words) is not None or _MOVES.search(near) is not None,
    )
