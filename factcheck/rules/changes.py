"""Changes that a sentence states in per cent or as a multiple, beside the values they are of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from factcheck.rules.numerals import NUMBER, PERCENT, Quantity, is_hedged, is_year, quantity

_UP = (
    r"(?:ros(?:e|en)|ris(?:e|es|ing)|gr(?:ew|own|owth|ow|ows)|climb(?:ed|s)?|increas(?:e|ed|es|ing)|"
    r"jump(?:ed|s)?|up|gain(?:ed|s)?|soar(?:ed|s)?|surg(?:e|ed|es)|leap|leapt|swell(?:ed)?|swollen|"
    r"more|higher|longer|larger|bigger|heavier|faster|greater|taller|wider|older|costlier|dearer|"
    r"extra|improvement|uplift|spike[ds]?|rall(?:y|ied))"
)
_DOWN = (
    r"(?:fell|fall(?:en|s|ing)?|drop(?:ped|s)?|declin(?:e|ed|es)|shr[aiu]nk|shrinkage|sank|sunk|down|"
    r"decreas(?:e|ed|es)|slump(?:ed|s)?|cut|cuts|reduction|reduced|los[st]|plung(?:e|ed)|slid|slide|"
    r"dip(?:ped|s)?|less|fewer|lower|shorter|smaller|lighter|slower|cheaper|off|tumbl(?:e|ed)|"
    r"crash(?:ed)?|contraction|saving)"
)
_WORD = rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
_CHANGE = (
    # "fell by 20 per cent", "a rise of 4%", "down 6%"
    re.compile(
        rf"\b{_WORD}\s(?:by\s|of\s|some\s|just\s|only\s)*(?P<percent>{PERCENT})", re.IGNORECASE
    ),
    # "31 percent longer", "a 20% rise"
    re.compile(rf"(?P<percent>{PERCENT})[\s-]{_WORD}\b(?! of\b)", re.IGNORECASE),
    # "from 40 to 50, or 25 per cent"
    re.compile(
        rf",\s(?:or\s|which is\s|that is\s)(?P<percent>{PERCENT})(?!\s+of\b)", re.IGNORECASE
    ),
)
_UNIT = rf"(?P<%s>{NUMBER})(?![\d.,]*\d)(?!\s?(?:%%|per\s?cent))p?"
_OLD, _NEW = _UNIT % "old", _UNIT % "new"
_BETWEEN = r"[^.;\d]{0,40}?"
_PAIRS = (
    re.compile(rf"\bfrom\s{_OLD}[^.;]{{0,50}}?\bto\s{_NEW}", re.IGNORECASE),
    re.compile(rf"\bto\s{_NEW}[^.;]{{0,50}}?\bfrom\s{_OLD}", re.IGNORECASE),
    re.compile(
        rf"{_NEW}(?:[^.;\d]|\d[\d.,]*\s?(?:%|per\s?cent)){{0,70}}?(?:\bfrom|\bagainst|\bversus|"
        rf"\bcompared (?:with|to)|\bup on|"
        rf"\bdown on|"
        rf"\bafter)\s(?:the\s|last year's\s|just\s|only\s)?{_OLD}",
        re.IGNORECASE,
    ),
)
_MULTIPLE = re.compile(
    r"\b(?P<word>doubl(?:ed|es|ing)|trebl(?:ed|es|ing)|tripl(?:ed|es|ing)|quadrupl(?:ed|es|ing)|"
    r"halv(?:ed|es|ing))\b",
    re.IGNORECASE,
)
_TIMES = {
    "doubl": Fraction(2),
    "trebl": Fraction(3),
    "tripl": Fraction(3),
    "quadrupl": Fraction(4),
    "halv": Fraction(1, 2),
}
_SLACK = Fraction(1, 10)  # "doubled" is said of 1.9 and 2.1
_ANOTHER_CLAUSE = re.compile(r"\b(?:while|whereas|although|but|as|when)\b")
_INEXACT = re.compile(
    r"\b(?:almost|nearly|about|roughly|around|more than|over|less than|close to|not quite|"
    r"barely)\s?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Pair:
    old: Quantity
    new: Quantity
    words: tuple[str, str]
    place: tuple[int, int]


def wrong_changes(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the place and the right result of each change that its two values do not make.

    A sentence with more than one pair of values or more than one change is not judged: nobody
    could say which belongs to which.
    """
    pairs = list(_pairs(text))
    changes = {match.start("percent"): match for form in _CHANGE for match in form.finditer(text)}
    multiples = list(_MULTIPLE.finditer(text))
    if len(pairs) != 1 or len(changes) + len(multiples) != 1:
        return
    (pair,) = pairs
    if multiples:
        yield from _judge_multiple(text, multiples[0], pair)
        return
    (change,) = changes.values()
    between = text[min(change.end(), pair.place[1]) : max(change.start(), pair.place[0])]
    if _ANOTHER_CLAUSE.search(between):
        return
    yield from _judge_percent(text, change, pair)


def _judge_percent(
    text: str, match: re.Match[str], pair: _Pair
) -> Iterator[tuple[tuple[int, int], str]]:
    said = quantity(match["percent"])
    if said is None or is_hedged(text, match.start("percent")):
        return
    low = 100 * (pair.new.low / pair.old.high - 1) - said.unit
    high = 100 * (pair.new.high / pair.old.low - 1) + said.unit
    groups = match.groupdict()
    falls = groups.get("down") is not None
    if not groups.get("up") and not falls:
        falls = pair.new.value < pair.old.value
    signed = -said.value if falls else said.value
    if low <= signed <= high:
        return
    change = 100 * (pair.new.value / pair.old.value - 1)
    places = 0 if said.unit >= 1 else len(str(said.unit.denominator)) - 1
    yield (
        (min(match.start(), pair.place[0]), max(match.end(), pair.place[1])),
        f"From {pair.words[0]} to {pair.words[1]} is {float(change):.{places}f}%.",
    )


def _judge_multiple(
    text: str, match: re.Match[str], pair: _Pair
) -> Iterator[tuple[tuple[int, int], str]]:
    if _INEXACT.search(text[max(0, match.start() - 12) : match.start()]):
        return
    factor = next(
        number for stem, number in _TIMES.items() if match["word"].lower().startswith(stem)
    )
    ratio = pair.new.value / pair.old.value
    if abs(ratio / factor - 1) > _SLACK:
        yield (
            (min(match.start(), pair.place[0]), max(match.end(), pair.place[1])),
            f"From {pair.words[0]} to {pair.words[1]} is {float(ratio):.1f} times as much.",
        )


def _pairs(text: str) -> Iterator[_Pair]:
    taken: list[tuple[int, int]] = []
    for pattern in _PAIRS:
        for match in pattern.finditer(text):
            place = (min(match.start("old"), match.start("new")), match.end())
            if any(start < place[1] and place[0] < end for start, end in taken):
                continue
            old, new = quantity(match["old"]), quantity(match["new"])
            if old is None or new is None or old.low <= 0 or _is_of_time(match):
                continue
            if is_hedged(text, match.start("new")) or is_hedged(text, match.start("old")):
                continue
            old, new = _in_one_scale(old, new, match)
            taken.append(place)
            yield _Pair(old, new, (match["old"], match["new"]), place)


def _in_one_scale(old: Quantity, new: Quantity, match: re.Match[str]) -> tuple[Quantity, Quantity]:
    """Read "from 14.2 to 22 million" as millions both."""
    scaled = (
        new.value / Fraction(match["new"].replace(",", "").split()[0].lstrip("$€£¥") or 1)
        if (re.fullmatch(r"[$€£¥]?[\d.,]+ [a-z]+", match["new"]))
        else Fraction(1)
    )
    bare = re.fullmatch(r"[$€£¥]?\d{1,3}(?:\.\d+)?", match["old"]) is not None
    if scaled > 1 and bare:
        return Quantity(old.value * scaled, old.unit * scaled), new
    return old, new


def _is_of_time(match: re.Match[str]) -> bool:
    """Tell whether the pair is of years, or of dates."""
    return is_year(match["old"]) or is_year(match["new"])
