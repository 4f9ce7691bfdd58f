"""Steps about characters: blanks, needless braces, Unicode and LaTeX, by kind of field."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from citations.formats.latex.decode import decode
from citations.formats.latex.encode import ascii_character, is_greek
from citations.formats.latex.tables import COMMANDS, MATHS, SPECIAL
from citations.normalise.white_space import INVISIBLE

_MATHS = re.compile(r"(\$[^$]*\$)")
_TEXT_COMMAND = "|".join(sorted(COMMANDS.values(), key=len, reverse=True))
_ACCENTED = (
    r"\\(?:[`'^~\"=.]\s?|[uvHrckdb](?=[{\s])\s?)(?:\{\\?[A-Za-z]\}|\\[ij](?![A-Za-z])|[A-Za-z])"
)
_LETTER = rf"\\(?:{_TEXT_COMMAND})(?![A-Za-z])(?:\{{\}}|[ ])?"
_IN_MATHS = rf"\\ensuremath\{{\\(?:{'|'.join(sorted(MATHS.values(), key=len, reverse=True))})\}}"
_COMMAND = re.compile(rf"\{{(?:{_ACCENTED}|{_LETTER}|{_IN_MATHS})\}}|{_ACCENTED}|{_LETTER}")
_BRACED_MARK = re.compile(r"\{(\\[&%#_$])\}|(?<![-\\])\{-\}(?!-|\{-)")
_PUNCTUATION = {mark: SPECIAL[mark] for mark in "’‘“”–—"} | {"\xa0": "~"}
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_BEYOND_ASCII_OR_GREEK = re.compile("[^\x00-\x7f\u0370-\u03ff\u1f00-\u1fff]")
_SPECIAL = re.compile("[&%#_]")
_UNESCAPED = re.compile(r"(?<!\\)[&%#_]")
_HAS_CODE = re.compile(r"\\(?:url|href|path|verb|cite|ref|nolinkurl|index|label)\b")


def clean_blanks(text: str) -> str:
    """Make runs of white space one blank, compose letters (NFC), take out what does not print."""
    clean = _printing(text)
    return _strip(" ".join(clean.split()))


def trim_long_texts(text: str) -> str:
    """Compose letters and take out what does not print, where paragraphs mean something."""
    return _strip(_printing(text))


def _printing(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return INVISIBLE.sub("", unicodedata.normalize("NFC", text))


def _strip(text: str) -> str:
    text = text.strip()
    # "\ " at the end is a command.
    return f"{text} " if text.endswith("\\") else text


def unbrace_marks(text: str) -> str:
    r"""Take needless braces off single marks: ``{\&}`` is ``\&``, ``{-}`` is ``-``."""
    if "{" not in text:
        return text
    return _outside_maths(text, lambda part: _BRACED_MARK.sub(lambda m: m[1] or "-", part))


def commands_to_letters(text: str) -> str:
    r"""Write accents and letters that LaTeX spells as commands as themselves: ``{\"u}`` is "ü"."""
    return _outside_maths(text, _read_commands) if "\\" in text else text


def _read_commands(text: str) -> str:
    return unicodedata.normalize("NFC", _COMMAND.sub(_letter, text))


def _letter(match: re.Match[str]) -> str:
    return _letter_of(match[0])


@lru_cache(maxsize=1_024)
def _letter_of(command: str) -> str:
    letter = decode(command)
    return letter if letter and "\\" not in letter else command


def letters_to_commands(text: str) -> str:
    """Write letters beyond ASCII as LaTeX commands, in one spelling; other scripts stay."""
    if text.isascii() and ("\\" not in text or _is_spelled(text)):
        return text
    # Commands are read first, so that one letter has one spelling.
    letters = commands_to_letters(text)
    return letters if letters.isascii() else _outside_maths(letters, _write_commands)


def _is_spelled(text: str) -> bool:
    """Tell whether every letter in ASCII text that is a command has the spelling it gets."""
    if "$" in text:
        return False
    for match in _COMMAND.finditer(text):  # noqa: SIM110 - a plain loop: asked of many texts
        if _respelled(match[0]) != match[0]:
            return False
    return True


@lru_cache(maxsize=1_024)
def _respelled(command: str) -> str:
    return _write_commands(_read_commands(command))


def _write_commands(text: str) -> str:
    beyond = _BEYOND_ASCII_OR_GREEK if is_greek(text) else _BEYOND_ASCII
    return beyond.sub(_command, text)


def _command(match: re.Match[str]) -> str:
    return _PUNCTUATION.get(match[0]) or ascii_character(match[0])


def escape_specials(text: str) -> str:
    """Escape a bare &, %, # or _ in prose, where LaTeX would stop or swallow the line."""
    if not _SPECIAL.search(text) or not _UNESCAPED.search(text) or _HAS_CODE.search(text):
        return text
    return _outside_maths(text, lambda part: _UNESCAPED.sub(lambda match: f"\\{match[0]}", part))


def _outside_maths(text: str, change: Callable[[str], str]) -> str:
    if "$" not in text:
        return change(text)
    pieces = _MATHS.split(text)
    return "".join(piece if place % 2 else change(piece) for place, piece in enumerate(pieces))
