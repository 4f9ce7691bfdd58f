"""Documents that a number names: laws, decisions of a court, papers and issues of one series."""

import re
from collections.abc import Sequence
from functools import lru_cache

from citations.duplicates import marks
from citations.duplicates.evidence import Evidence
from citations.duplicates.profile import Profile, kept, tokens_of
from citations.duplicates.stop_words import MONTHS
from citations.item import ItemType

_ACT = re.compile(
    r"\b(directive|regulation|decision|law|act|lei|ley|loi|legge|gesetz|richtlinie|verordnung|"
    r"decreto(?:-lei|-ley)?|decret|decreto-legge|reglement|reglamento|regulamento|directiva|"
    r"diretiva|direttiva|regolamento|zakon|ukaz|sou|prop\.?|drucksache|public law|pub\. l\.)"
    r"(?:\s\((?:eu|ec|eec|euratom|ue|ce|cee|eg|ewg)\))?(?:\s(?:no|nr|n)?\.?\s?[º°№]?)?\s?"
    r"(\d{1,4}(?:\.\d{3})*(?:[/:-]\d{1,4})?)(?![\d.]*\d)"
)
_DOCKETS = (
    # Germany and Austria: "3 C 19.16", "1 BvR 209/83", "VI ZR 12/08".
    re.compile(r"\b((?:\d{1,2}|[ivx]{1,6}) [a-z]{1,5} \d{1,5})[./](\d\d)\b"),
    # The Court of Justice: "C-918/13", "T-12/09".
    re.compile(r"\b([ctf]-\d{1,4})/(\d\d)\b"),
    # Strasbourg and others: "no. 12345/06"; France: "n° 12-34.567"; United States: "No. 12-345".
    re.compile(r"\b(?:nos?|nr|n)\.?\s?[º°]?\s?(\d{3,6})/(\d\d)\b"),
    re.compile(r"\b(?:nos?|nr|n)\.?\s?[º°]?\s?(\d\d)-(\d{1,2}\.?\d{3}|\d{2,5})\b"),
)
_DECISIONS = (
    re.compile(r"\b(eu:[ctf]:\d{4}:\d{1,5})\b"),
    re.compile(r"\becli:([a-z]{2}:[a-z0-9]+:\d{4}:[a-z0-9.]+)"),
    # Neutral citations; those of reporters run in parallel and say nothing.
    re.compile(
        r"(\[\d{4}\] (?:uksc|ukhl|ukpc|ukut|ewca (?:civ|crim)|ewhc|hca|fca|nzsc|nzca|iesc|iehc|csih"
        r"|csoh|nica|zasca|zacc) \d{1,4})\b"
    ),
    re.compile(r"\b(\d{4} (?:scc|onca|bcca|fca|skca) \d{1,4})\b"),
)
_FILED = (
    (
        "an opinion on the case",
        re.compile(
            r"\b(?:opinion of (?:mr |mrs |ms )?(?:the )?(?:advocate|a\.? ?g\b)|schlussantrage"
            r"|conclusions de l'avocat|conclusiones del abogado|conclusoes do advogado"
            r"|conclusioni dell'avvocato|(?:dissenting|separate|concurring) opinion)"
        ),
    ),
    (
        "a document filed in the case",
        re.compile(
            r"\b(?:brief (?:of|for)|amic(?:us|i) curiae|complaint|indictment|petition for"
            r"|transcript|oral argument|klageschrift|anklageschrift|acte d'accusation)\b"
        ),
    ),
)
_AMENDS = re.compile(
    r"\b(?:amend(?:s|ed|ing|ment)|ander(?:ung|t|nde)|modifi(?:ant|ee?|ca|cacion)|altera(?:cao)?"
    r"|modifica(?:zioni)?|izmenen|repeal(?:s|ed|ing)?)"
)
_SERIES = re.compile(
    r"\b(reports?|papers?|bulletin|newsletter|briefing|brief|circular|memo|memorandum|note"
    r"|informe|boletin|cuadernos?|nota|documento|boletim|relatorio|cadernos?|texto"
    r"|rapport|cahiers?|lettre|dossier|document|bericht|rundbrief|mitteilung(?:en)?|merkblatt"
    r"|diskussionspapier|arbeitspapier|otchet|doklad|biulleten'?|vypusk"
    r"|rapporto|quaderni|quaderno|bollettino|relazione|nieuwsbrief)"
    r"(?:\s[^\W\d_]{2,14}){0,3}?(\.?,?\s(?:(?:no|nr|num|n)\.?\s?)?[º°№#]?\s?)"
    r"(\d{1,4})(?=/(?:19|20)\d\d|[^\w/-]|\Z)"
)
_GOES_ON = frozenset(
    tokens_of(
        "continued contd cont continuation concluded fortsetzung schluss suite fin continuacion"
        " continuacao conclusao conclusion segue seguito okonchanie prodolzhenie forts vervolg"
        " 续 續 完 下 上 続 속"
    )
)
_TELLING = 8
"""Letters a title needs to be of one series."""
_SAME_ACT, _SAME_CASE, _OTHER_CASE = 0.95, 0.96, 0.2


@lru_cache(maxsize=4_096)
def _digits(number: str) -> tuple[str, ...]:
    return tuple(re.split(r"[/:-]", number.replace(".", "")))


@kept
def act(side: Profile) -> tuple[str, frozenset[str]] | None:
    """Return kind and number, the year apart, of the law that the entry names first."""
    match = _ACT.search(side.bare)
    if match is None:
        return None
    parts, years = _digits(match[2]), {str(year) for year in side.years}
    if len(parts) > 1:
        # The number of "2017/1877" may look like a year too: one part goes, the first that can.
        year = next((part for part in parts if part in years and part >= "19"), None)
        return match[1], frozenset(parts) - {year}
    return (match[1], frozenset(parts)) if parts[0] not in years else None


@kept
def docket(side: Profile) -> str | None:
    """Return the number a court gave the case, in one notation: "3 c 19 16"."""
    found = (pattern.search(side.bare) for pattern in _DOCKETS)
    match = next((match for match in found if match), None)
    return " ".join(re.split(r"\W+", f"{match[1]} {match[2].replace('.', '')}")) if match else None


@kept
def decision(side: Profile) -> frozenset[str]:
    """Return what names one decision of a court: its ECLI, its neutral citations."""
    bare = side.bare.replace("ecli:eu", "eu")
    return frozenset(match for pattern in _DECISIONS for match in pattern.findall(bare))


@kept
def filed(side: Profile) -> str | None:
    """Say what this is in the case, if not the judgment, or ``None``."""
    return next((kind for kind, pattern in _FILED if pattern.search(side.bare)), None)


def one_document(a: Profile, b: Profile, evidence: Evidence) -> float | None:
    """Return the score of two references to one law or decision, ``None`` where numbers are silent.

    A law is cited by its number alone or with its long title, a decision by docket and date.
    """
    if not evidence.year_same or not (marks.corporate(a) and marks.corporate(b)):
        return None
    if marks.notice(a) or marks.notice(b):
        return None
    if act(a) is not None and act(a) == act(b):
        # Two sections of one act are cited apart.
        fits = evidence.containment >= 0.5 and evidence.number_split == 0
        return _SAME_ACT if fits and not amended(a, b, evidence) else None
    one, other = docket(a), docket(b)
    if one is None or other is None or ItemType.LEGAL_CASE not in (a.type, b.type):
        return None
    if one != other:
        return None if _of_one_case(a, b) else _OTHER_CASE
    return None if two_decisions(a, b, evidence) else _SAME_CASE


def _of_one_case(a: Profile, b: Profile) -> bool:
    parties = marks.parties(a)
    return parties is not None and parties == marks.parties(b)


def amended(a: Profile, b: Profile, _: Evidence) -> str | None:
    """Say that of two references to acts only one is to an amendment."""
    acts = ItemType.LEGISLATION in (a.type, b.type)
    return "one is an amendment" if acts and _amends(a) != _amends(b) else None


@kept
def _amends(side: Profile) -> bool:
    return _AMENDS.search(side.bare) is not None


def _days_differ(a: Profile, b: Profile) -> bool:
    return bool(a.days and b.days and a.days.isdisjoint(b.days))


def two_decisions(a: Profile, b: Profile, _: Evidence) -> str | None:
    """Say that two references are to two decisions in one case, or to judgment and opinion."""
    if ItemType.LEGAL_CASE not in (a.type, b.type):
        return None
    number = docket(a)
    numbered = number is not None and number == docket(b)
    if not numbered and not _of_one_case(a, b):
        return None
    if filed(a) != filed(b):
        return f"one is {filed(a) or filed(b)}"
    one, other = decision(a), decision(b)
    if one and other and one.isdisjoint(other):
        return f"two decisions in one case: {min(one)} and {min(other)}"
    cases = a.type is b.type is ItemType.LEGAL_CASE
    return "two decisions in one case" if numbered and cases and _days_differ(a, b) else None


def numbers_of_series(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    """Say that two references are to two numbers of one series of papers, issues or acts."""
    if evidence.lead_both == 0 or evidence.page_same:
        return None
    one, other = act(a), act(b)
    if one and other and one[0] == other[0] and (one[1] - b.numbers and other[1] - a.numbers):
        alike = evidence.year_same and evidence.title_short >= 0.8
        return f"numbers {_shown(one[1])} and {_shown(other[1])} ({one[0]})" if alike else None
    named = [(_series(a), _series(b))]
    if a.title == b.title or not (a.title and b.title):
        titled = (a.title or b.title).split()
        named.append((_in_title(a, titled), _in_title(b, titled)))
    for mine, theirs in named:
        for word in sorted(mine.keys() & theirs.keys()):
            left, right = mine[word], theirs[word]
            if left != right and not (_prints(b, left) or _prints(a, right)):
                return f"numbers {left} and {right} of one series ({word})"
    return None


def issues(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    """Say that two titles of a body are one but for the year or number before the colon."""
    if evidence.lead_both == 0 or not (marks.corporate(a) and marks.corporate(b)):
        return None
    (one, mine), (other, theirs) = _numbered_head(a), _numbered_head(b)
    if one != other or len(one) < _TELLING or not mine or not theirs or mine & theirs:
        return None
    return f"issues of one title: {_shown(mine)} and {_shown(theirs)}"


@kept
def _numbered_head(side: Profile) -> tuple[str, frozenset[str]]:
    words = side.main_title.split()
    numbers = frozenset(word for word in words if word.isdecimal())
    return " ".join(word for word in words if word not in numbers), numbers


def continued(a: Profile, b: Profile, _: Evidence) -> str | None:
    """Say that one title is the other's with a word that says it goes on."""
    if _goes_on(a) == _goes_on(b) or not (a.title and b.title):
        return None
    one, other = set(a.title.split()), set(b.title.split())
    alike = (one < other or other < one) and _GOES_ON.issuperset(one ^ other)
    return "one continues the other" if alike else None


@kept
def _goes_on(side: Profile) -> frozenset[str]:
    return _GOES_ON.intersection(side.title.split())


@kept
def _series(side: Profile) -> dict[str, str]:
    """Return the numbers of papers and issues: {"informe": "44"} for "Informe especial 44"."""
    found: dict[str, str] = {}
    for match in _SERIES.finditer(side.bare):
        # "Annual report 2014" is of that year; in "Annual report, 2014" the year is another part.
        dated = side.bare[match.end() :].split()[:1]
        if match[2] == " " or not (int(match[3]) in side.years or MONTHS.keys() & dated):
            found.setdefault(match[1], match[3])
    return found


def _in_title(side: Profile, words: Sequence[str]) -> dict[str, str]:
    return {
        word: number
        for word, number in marks.serials(side).items()
        if len(word) > 2 and word in words and number.isdecimal() and int(number) not in side.years
    }


def _prints(side: Profile, number: str) -> bool:
    return number in side.numbers or int(number) in side.years


def _shown(numbers: frozenset[str]) -> str:
    return "/".join(sorted(numbers))
