"""LaTeX to Unicode text, in one pass: nothing is executed, unknown commands stay as printed."""

import re
import unicodedata
from collections.abc import Callable

from citations.formats.latex.tables import CHARACTERS, COMBINING, DRESS, SWITCHES

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]+)\*?[ \t\n]*|\\(?P<sign>.)|(?P<brace>[{}])"
    r"|(?P<ligature>---|--|``|''|\?`|!`|,,|`|'|~)|(?P<text>[^\\{}`'~,?!\-]+|.)",
    re.DOTALL,
)
# The commonest command by far, in the form that BibTeX asks for: {\"u}.
_SIMPLE_ACCENT = re.compile(r"""\{\\([`'^~"=.])([A-Za-z])\}""")
_MARKED = re.compile(r"[\\{}`'~]|--|,,|\?`|!`")
_LIGATURES = {
    "---": "—", "--": "–", "``": "“", "''": "”", "?`": "¿", "!`": "¡", ",,": "„",
    "`": "‘", "'": "’", "~": " ",
}  # fmt: skip
_LETTER_ACCENTS = frozenset(command for command in COMBINING if command.isalpha())
_SIGN_ACCENTS = frozenset(command for command in COMBINING if not command.isalpha())


def _put_mark(text: str, mark: str) -> str:
    """Put a combining mark on the first letter of ``text``."""
    if not text:
        return text
    letter = {"ı": "i", "ȷ": "j"}.get(text[0], text[0])
    end = 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return unicodedata.normalize("NFC", letter + text[1:end] + mark) + text[end:]


def _accented(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match[2] + COMBINING[match[1]])


def decode(text: str) -> str:
    r"""Return the text that LaTeX would print.

    Accents, symbols, escapes, ligatures and dressing commands (``\emph{x}``) are resolved, braces
    go, white space is collapsed. An unknown command stays with its backslash, mathematics with
    its dollar signs.
    """
    if "\\" in text:
        text = _SIMPLE_ACCENT.sub(_accented, text)
    if not _MARKED.search(text):
        return unicodedata.normalize("NFC", " ".join(text.split()))
    out: list[str] = []
    pending: list[str] = []

    def put(piece: str) -> None:
        while pending and piece:
            piece = _put_mark(piece, pending.pop())
        if piece:
            out.append(piece)

    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        token = match[0]
        if kind == "text":
            put(token if not pending else token.lstrip() or "")
        elif kind == "ligature":
            put(_LIGATURES[token])
        elif kind == "sign":
            _decode_sign(match["sign"], put, pending)
        elif kind == "word":
            word = match["word"]
            if word in _LETTER_ACCENTS and _argument_follows(text, match.end()):
                pending.append(COMBINING[word])
            elif word in CHARACTERS:
                put(CHARACTERS[word])
            elif word not in DRESS and word not in SWITCHES:
                put(token)
    return unicodedata.normalize("NFC", " ".join("".join(out).split()))


def _decode_sign(sign: str, put: Callable[[str], None], pending: list[str]) -> None:
    if sign in _SIGN_ACCENTS:
        pending.append(COMBINING[sign])
    elif sign in " \n\t,;:!/-":
        put({"/": "", "-": "", "!": ""}.get(sign, " "))
    else:
        put(sign)


def _argument_follows(text: str, place: int) -> bool:
    return place < len(text) and (text[place] in "{\\" or text[place - 1].isspace())
