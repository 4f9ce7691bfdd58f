"""LaTeX to Unicode text, in one pass: nothing is executed, unknown commands stay as printed."""

import re
import unicodedata

from citations.formats.latex import maths
from citations.formats.latex.tables import (
    CHARACTERS,
    COMBINING,
    DRESS,
    SUBSCRIPTS,
    SUPERSCRIPTS,
    SWITCHES,
)

_TOKEN = re.compile(
    r"\\(?:url|path)\s?\{(?P<address>[^{}]*)\}"
    r"|\\(?P<word>[A-Za-z]+)\*?[ \t\n]*|\\(?P<sign>.)|(?P<brace>[{}])"
    rf"|(?P<formula>{maths.SOURCE})"
    r"|(?P<ligature>---|--|``|''|\?`|!`|,,|`|'|~)|(?P<text>[^\\{}`'~,?!$\-]+|.)",
    re.DOTALL,
)
# The commonest command by far, in the form that BibTeX asks for: {\"u}.
_SIMPLE_ACCENT = re.compile(r"""\{\\([`'^~"=.])([A-Za-z])\}""")
_ROUND_FORMULA = re.compile(r"\\\(\s*([^$]{1,400}?)\s*\\\)")
_SCRIPT = re.compile(r"\\text(sub|super)script\s?\{(\d{1,3})\}")
_SCRIPTS = {
    "sub": {plain: small for small, plain in SUBSCRIPTS.items()},
    "super": {plain: small for small, plain in SUPERSCRIPTS.items()}
    | {"1": "¹", "2": "²", "3": "³"},
}
_MARKED = re.compile(r"[\\{}`'~$]|--|,,|\?`|!`")
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


def _small(match: re.Match[str]) -> str:
    return "".join(_SCRIPTS[match[1]][digit] for digit in match[2])


def _accented(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match[2] + COMBINING[match[1]])


def decode(text: str) -> str:
    r"""Return the text that LaTeX would print.

    Accents, symbols, escapes, ligatures and dressing commands (``\emph{x}``) are resolved, braces
    go, white space is collapsed. An unknown command stays with its argument, a formula as it is
    with its dollar signs, unless it is one sign or number. An address in ``\\url`` stays as it is.
    """
    if "\\" in text:
        text = _SCRIPT.sub(_small, _SIMPLE_ACCENT.sub(_accented, text))
        text = _ROUND_FORMULA.sub(r"$\1$", text)
    if not _MARKED.search(text):
        return unicodedata.normalize("NFC", " ".join(text.split()))
    return _Decoder(text).read()


class _Decoder:
    """One pass over a text: what was printed so far, accents that wait for their letter."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.out: list[str] = []
        self.pending: list[str] = []
        self.depth = 0
        self.kept: list[int] = []  # how deep the braces lie that stay round an argument

    def read(self) -> str:
        for match in _TOKEN.finditer(self.text):
            getattr(self, f"read_{match.lastgroup}")(match)
        return unicodedata.normalize("NFC", " ".join("".join(self.out).split()))

    def put(self, piece: str) -> None:
        while self.pending and piece:
            piece = _put_mark(piece, self.pending.pop())
        if piece:
            self.out.append(piece)

    def read_text(self, match: re.Match[str]) -> None:
        self.put(match[0].lstrip() if self.pending else match[0])

    def read_ligature(self, match: re.Match[str]) -> None:
        self.put(_LIGATURES[match[0]])

    def read_address(self, match: re.Match[str]) -> None:
        self.put(re.sub(r"\\([_&%#~$])", r"\1", match["address"]))

    def read_formula(self, match: re.Match[str]) -> None:
        self.put(maths.character(match[0]) or " ".join(match[0].split()))

    def read_sign(self, match: re.Match[str]) -> None:
        sign = match["sign"]
        if sign in _SIGN_ACCENTS:
            self.pending.append(COMBINING[sign])
        elif sign in " \n\t,;:!/-":
            self.put({"/": "", "-": "", "!": ""}.get(sign, " "))
        else:
            self.put(sign)

    def read_word(self, match: re.Match[str]) -> None:
        word = match["word"]
        if word in _LETTER_ACCENTS and _argument_follows(self.text, match.end()):
            self.pending.append(COMBINING[word])
        elif word in CHARACTERS:
            self.put(CHARACTERS[word])
        elif word not in DRESS and word not in SWITCHES:
            self.put(match[0])
            if self.text.startswith("{", match.end()):
                self.kept.append(self.depth + 1)

    def read_brace(self, match: re.Match[str]) -> None:
        self.depth += match[0] == "{"
        if self.kept and self.kept[-1] == self.depth:
            self.put(match[0])
            if match[0] == "}":
                self.kept.pop()
        self.depth -= match[0] == "}"


def _argument_follows(text: str, place: int) -> bool:
    return place < len(text) and (text[place] in "{\\" or text[place - 1].isspace())
