"""Step about titles: capitals that mean something are protected, word by word."""

import re

from citations.bibfile.entry import is_balanced
from citations.bibfile.steps.characters import commands_to_letters
from citations.formats.latex import maths
from citations.formats.latex.decode import decode
from citations.formats.latex.encode import protect_formulas, protects
from citations.formats.latex.names import is_group
from citations.titles import is_all_caps, is_title_case

_OPENING, _CLOSING = "([\"'`“‘«¿¡", ".,;:!?)]\"'”’»+*/"
_SMALL = re.compile(r"(?<![\\A-Za-z])[a-z]")  # no part of a command
_SPECIAL = re.compile(r"[{}\\$~]")
_SENTENCE_END = (":", "?", "!", ".", "—", "–", "--", "---")
_SCRIPT = re.compile(r"\\text(?:sub|super)script\b|\\ensuremath\b|\$")
_ESCAPED = re.compile(r"\\([&%#_$])")
_BLANK = re.compile(rf"{maths.SOURCE}|\\.|[{{}}]|(?P<blank>\s+)", re.DOTALL)


def protect_capitals(text: str) -> str:
    """Put braces round acronyms, formulas, brands and names in titles; never round a whole title.

    In Title Case nothing tells a name from another word, so only inner capitals count there; a
    title in ALL CAPS is left alone.
    """
    while is_group(text) and " " in text and is_balanced(text[1:-1]):
        text = text[1:-1].strip()
    if text.lower() == text or (not _SMALL.search(text) and is_all_caps(decode(text))):
        return text
    heading: bool | None = None
    out, begins = [], True
    for word in _words(text):
        if word.islower() or is_group(word):
            out.append(word)
        else:
            if heading is None:
                heading = is_title_case(decode(text))
            out.append(_protected(word, heading=heading, begins=begins))
        begins = word.endswith(_SENTENCE_END) and not (len(word) == 2 and word.endswith("."))
    return " ".join(out)


def _words(text: str) -> list[str]:
    """Split at blanks outside braces and formulas."""
    if "{" not in text and "$" not in text:
        return text.split()
    words, start, depth = [], 0, 0
    for match in _BLANK.finditer(text):
        if match["blank"] is not None:
            if depth == 0:
                words.append(text[start : match.start()])
                start = match.end()
        else:
            depth += {"{": 1, "}": -1}.get(match[0], 0)
    words.append(text[start:])
    return [word for word in words if word]


def _protected(word: str, *, heading: bool, begins: bool) -> str:
    if word.isalnum():
        return f"{{{word}}}" if protects(word, heading=heading, begins=begins) else word
    if _SCRIPT.search(word):
        return protect_formulas(word)
    start, end = 0, len(word)
    while start < end and word[start] in _OPENING:
        start += 1
    while end > start and word[end - 1] in _CLOSING:
        end -= 1
    core = word[start:end]
    shown = _ESCAPED.sub(r"\1", commands_to_letters(core))
    if not shown or _SPECIAL.search(shown) or not is_balanced(core):
        return word
    if not protects(shown, heading=heading, begins=begins):
        return word
    return f"{word[:start]}{{{core}}}{word[end:]}"
