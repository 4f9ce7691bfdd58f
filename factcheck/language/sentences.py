"""Cut text into sentences, in one pass.

Follows the practice of the splitters that measure best on news (Moses' rules, blingfire): a stop
ends a sentence unless an abbreviation list says otherwise. Two repairs are added: a stop glued to
the next quotation mark (``done."This``) and note marks behind the stop.
"""

import re

from factcheck.language.abbreviations import (
    AFTER_ORDINAL,
    ATTACHED,
    BEFORE_NUMBER,
    OPEN,
    STARTERS,
)

# Stops, what closes behind them, and printed note marks ("[3]").
_STOP = re.compile(r"(?P<stop>[.!?…]+|[。！？])(?P<close>[\"'”’“‘»«›‹)\]}]{0,6})")
_NOTE = re.compile(r"(?:\[\d{1,3}(?:[,–-] ?\d{1,3}){0,5}\]){1,5}|\d{1,3}(?=\s|$)")
# A note behind a blank still belongs to the sentence before: "It rose. [10] Operators earn".
_SPACED_NOTE = re.compile(r" (?:\[\d{1,3}(?:[,–-] ?\d{1,3}){0,5}\] ?){1,5}(?=\s?[A-ZÀ-Þ“\"‘]|\s*$)")
_SPACED_CLOSE = re.compile(r"[ \u00a0\u202f]{1,2}[»›](?=[\s,.;:)]|$)")
_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
_WORD_BEFORE = re.compile(r"[^\s(\[{\"'“”‘’«»„‚—–/]+$")
_WORD_AFTER = re.compile(r"[\w'’-]+")
_OPENERS = "\"'“‘„‚«»‹›([{¿¡—–-•"
_WINDOW = 40  # no abbreviation is longer


def split(text: str) -> tuple[tuple[int, int], ...]:
    """Return the half-open offsets of the sentences, in order, without surrounding space.

    A blank line always ends a sentence; a single line break is a space.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for gap in _BREAK.finditer(text):
        found.extend(_split_paragraph(text, start, gap.start()))
        start = gap.end()
    found.extend(_split_paragraph(text, start, len(text)))
    return tuple(found)


def _split_paragraph(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    begin = counted = start
    straight = 0  # straight double marks so far: odd means inside a quotation
    position = start
    while match := _STOP.search(text, position, end):
        straight += text.count('"', counted, match.end("stop"))
        counted = match.end("stop")
        cut = _cut(text, match, end, inside=straight % 2 == 1)
        position = match.end("stop") if cut is None else max(cut, match.end("stop"))
        if cut is not None:
            _append(found, text, begin, cut)
            begin = cut
    _append(found, text, begin, end)
    return found


def _append(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))


def _cut(text: str, match: re.Match[str], end: int, *, inside: bool) -> int | None:
    """Return where the sentence that this stop may end is cut, or None when it goes on."""
    stop_end, cut = match.end("stop"), match.end()
    closing = match["close"]
    if cut < end and closing and text[cut].isalnum():
        # A mark glued to the next word opens it, unless it closes what is open.
        opens = closing[-1] in "“‘«„‚" or (closing[-1] in '"”' and not inside)
        if not (opens or closing[-1] in '"”»'):
            return None
        if not text[cut].isupper():
            return cut if note_follows(text, cut, end) else None
        return cut - 1 if opens else cut
    if spaced := _SPACED_CLOSE.match(text, cut, end):
        cut = spaced.end()
    if (spaced := _SPACED_NOTE.match(text, cut, end)) and match["stop"] == ".":
        return spaced.end()
    if note := _NOTE.match(text, cut, end):
        if not _is_note(text, match, note):
            return None
        cut = note.end()
    if cut >= end:
        return end
    if not text[cut].isspace():
        return _glued(text, match, cut)
    after = cut
    while after < end and text[after].isspace():
        after += 1
    if after >= end:
        return end
    return cut if _ends(text, match, after, stop_end) else None


def note_follows(text: str, at: int, end: int) -> bool:
    """Tell whether a printed note number stands here, behind a closing mark."""
    return (note := _NOTE.match(text, at, end)) is not None and note.end() - at <= 3


def _is_note(text: str, stop: re.Match[str], note: re.Match[str]) -> bool:
    """Tell a note mark behind a stop from a decimal: "done.3" and "in 2023.6", not "3.6"."""
    if note.group().startswith("[") or stop["close"]:
        return True
    before = text[max(0, stop.start() - 4) : stop.start()]
    if before[-1:].isdigit():
        follow = text[note.end() : note.end() + 2].lstrip()
        year = len(before) == 4 and before.isdigit() and before[:2] in {"18", "19", "20"}
        return year and (not follow or follow.isupper())
    return before[-1:].isalpha() and len(before) > 1


def _glued(text: str, match: re.Match[str], cut: int) -> int | None:
    """Cut at a stop with no space behind it only in "agreement.Next"."""
    before = text[max(0, match.start() - 3) : match.start()]
    after = text[cut : cut + 3]
    if match["stop"] == "." and before.isalpha() and before.islower() and len(before) == 3:
        return cut if len(after) == 3 and after.istitle() and after.isalpha() else None
    return None


def _ends(text: str, match: re.Match[str], after: int, stop_end: int) -> bool:
    """Decide on a stop that has space behind it; ``after`` is where the next word stands."""
    following = text[after]
    if following in _OPENERS:
        probe = after
        while probe < min(len(text), after + 4) and not text[probe].isalnum():
            probe += 1
        following = text[probe] if probe < len(text) else following
        after = probe
    if following.islower():
        return False
    stop = match["stop"]
    follower = _WORD_AFTER.match(text, after)
    next_word = follower.group().lower() if follower else ""
    if "…" in stop or stop.startswith(".."):
        return bool(match["close"]) or next_word in STARTERS or next_word.split("'")[0] in STARTERS
    if stop != "." or match["close"][:1] not in {"", ")", "]"}:
        return True
    word = _WORD_BEFORE.search(text, max(0, stop_end - 1 - _WINDOW), stop_end - 1)
    if word is None or match["close"]:
        return True
    return _word_ends(word.group(), next_word, following)


def _word_ends(word: str, next_word: str, following: str) -> bool:
    """Tell whether a full stop behind this word ends the sentence."""
    folded = word.lower()
    starts = next_word in STARTERS
    if folded in ATTACHED:
        return False
    if folded in BEFORE_NUMBER and not (word.islower() and len(word) > 2 and starts):
        return not (following.isdigit() or (word[:1].isupper() and not starts))
    if folded in OPEN or (len(word) > 2 and "." in word and len(word.replace(".", "")) <= 3):
        return starts
    if len(word) == 1 and word.isalpha():
        return starts and word != "I" if word.isupper() else following.isupper() and starts
    if word.isdigit() and len(word) <= 2:
        return next_word not in AFTER_ORDINAL
    return True
