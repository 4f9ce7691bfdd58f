"""Unicode text to LaTeX: special characters, accents, protected capitals, verbatim fields."""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

from citations.formats.latex import maths
from citations.formats.latex.tables import (
    ACCENTS,
    COMMANDS,
    MATHS,
    SPECIAL,
    SUBSCRIPTS,
    SUPERSCRIPTS,
)
from citations.titles import is_all_caps, is_title_case


class Charset(StrEnum):
    """Which characters the output may hold."""

    ASCII = "ascii"
    UNICODE = "unicode"


# Two of these side by side make another character (TeX ligatures), as do ?` and !`.
_LIGATURES = frozenset(["--", "''", "``", ",,", "?`", "!`"])
_TO_ESCAPE = re.compile("[^\x00-\x7f]|--|,,|[" + re.escape("".join(SPECIAL)) + "]")
_WORD = re.compile(rf"\s+|(?:{maths.SOURCE}|\S)+")
_PARTED = re.compile(f"({maths.SOURCE})")
_GREEK = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
_GREEK_WORD = re.compile("[\u0370-\u03ff\u1f00-\u1fff]{2}")
_SENTENCE_END = (":", "?", "!", ".", "—", "–")
_EDGES = re.compile(r"\A([^\w]*)(.*?)([^\w]*)\Z", re.DOTALL)
# Commands and groups are left alone.
_PIECE = re.compile(
    r"\\(?:[A-Za-z]+(?:\{[^{}]*\})?|.)|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
    rf"|(?P<formula>{maths.SOURCE})|(?P<letters>[^\W\d_]+)"
)
_INNER_CAPITAL = re.compile(r"[^\W\d_].*[^\W\d_]", re.DOTALL)


@lru_cache(maxsize=4_096)
def ascii_character(character: str) -> str:
    """Return LaTeX for one character, or itself where LaTeX has no command for it."""
    if character in COMMANDS:
        return f"{{\\{COMMANDS[character]}}}"
    if character in MATHS:
        return f"{{\\ensuremath{{\\{MATHS[character]}}}}}"
    if character in SUBSCRIPTS:
        return f"{{\\textsubscript{{{SUBSCRIPTS[character]}}}}}"
    if character in SUPERSCRIPTS:
        return f"{{\\textsuperscript{{{SUPERSCRIPTS[character]}}}}}"
    decomposed = unicodedata.normalize("NFD", character)
    base, marks = decomposed[0], decomposed[1:]
    if not marks or not base.isascii() or not base.isalpha():
        return character
    if any(mark not in ACCENTS for mark in marks):
        return character
    # A dotted letter under an accent is the reader's business: modern LaTeX drops the dot.
    text = base
    for depth, mark in enumerate(marks):
        accent = ACCENTS[mark]
        plain = depth == 0 and not accent.isalpha()
        text = f"\\{accent}{text}" if plain else f"\\{accent}{{{text}}}"
    return f"{{{text}}}"


def is_greek(text: str) -> bool:
    """Tell whether ``text`` has Greek words, whose letters are no signs of mathematics."""
    return _GREEK_WORD.search(text) is not None


def escape(text: str, charset: Charset) -> str:
    r"""Write ``text`` so that TeX prints exactly it, and runs none of it.

    Every special character is escaped; commands stand as ``{\\command}``, the form whose letters
    BibTeX's case change leaves alone; braces balance whatever the text holds. With
    ``Charset.ASCII`` accented Latin letters and common symbols become commands; letters of other
    scripts stay, since LaTeX has no ASCII name for them. A harmless formula stays as it is.
    """
    if not _TO_ESCAPE.search(text):
        return text
    if "$" in text and any(map(maths.is_formula, maths.FORMULA.findall(text))):
        return "".join(
            piece if maths.FORMULA.fullmatch(piece) and maths.is_formula(piece)
            else _escape(piece, charset)
            for piece in _PARTED.split(text)
        )  # fmt: skip
    return _escape(text, charset)


def _escape(text: str, charset: Charset) -> str:
    keeps_greek = charset is Charset.ASCII and is_greek(text)
    out: list[str] = []
    last = ""
    for character in text:
        piece = SPECIAL.get(character)
        if piece is None:
            piece = character
            if charset is Charset.ASCII and not character.isascii():
                stays = keeps_greek and _GREEK.match(character)
                piece = character if stays else ascii_character(character)
        if last + piece[0] in _LIGATURES:
            out.append("{}")
        out.append(piece)
        last = piece[-1]
    return "".join(out)


def _has_meaning(word: str) -> bool:
    """Tell whether a capital after the first letter makes ``word`` an acronym or a brand."""
    return word[1:].lower() != word[1:] and _INNER_CAPITAL.match(word) is not None


def protects(word: str, *, heading: bool, begins: bool) -> bool:
    """Tell whether the capitals of ``word`` mean something, without marks at its edges.

    ``heading`` says that the title is in Title Case, ``begins`` that the word begins a sentence.
    """
    return _has_meaning(word) or (not heading and not begins and word[:1].isupper())


def escape_title(title: str, charset: Charset) -> str:
    """Write a title with the capitals that carry meaning protected, word by word.

    Acronyms and words with inner capitals (NATO, iPhone, McCarthy) are put in braces; in a title
    set in sentence case also every capitalised word that does not begin a sentence, as it is a
    name (or a German noun). Nothing is known of names in Title Case, and nothing in ALL CAPS.
    """
    if is_all_caps(title):
        return escape(title, charset)
    heading = is_title_case(title)
    out = []
    begins = True
    for match in _WORD.finditer(title):
        word = match[0]
        if word.isspace():
            out.append(" ")
            continue
        edges = _EDGES.match(word)
        assert edges is not None
        before, core, after = edges.groups()
        if "$" in word and maths.FORMULA.search(word):
            piece = protect_formulas(escape(word, charset))
        elif core and protects(core, heading=heading, begins=begins):
            piece = f"{escape(before, charset)}{{{escape(core, charset)}}}{escape(after, charset)}"
        else:
            piece = escape(word, charset)
        out.append(piece)
        begins = word.endswith(_SENTENCE_END) and not (len(core) == 1 and word.endswith("."))
    return "".join(out)


def protect_formulas(word: str) -> str:
    """Put braces round what has capitals in a word with a formula: no style may change them."""
    return _PIECE.sub(_protected_piece, word)


def _protected_piece(match: re.Match[str]) -> str:
    formula, letters = match["formula"], match["letters"]
    if formula:
        return f"{{{formula}}}" if formula.lower() != formula else formula
    is_short = bool(letters) and len(letters) < 3 and letters != letters.lower()
    return f"{{{letters}}}" if letters and (is_short or _has_meaning(letters)) else match[0]


def verbatim(text: str) -> str:
    """Write an address or identifier as it is, but for what would break the file."""
    text = "".join(text.split())
    return text.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")
