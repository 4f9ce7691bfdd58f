"""Fold text for comparison: case, accents, dashes, quotation marks, TeX and white space.

Two strings that a reader takes for the same words fold to the same string. The result is for
comparing and hashing only; it is never shown and never written.
"""

import html
import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not decompose, as library catalogues and TeX transcribe them.
_LETTERS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l",
        "ı": "i", "ŋ": "n", "ħ": "h", "ŧ": "t", "ĸ": "k", "ſ": "s",
    }
)  # fmt: skip
_MARKS = str.maketrans(
    dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
    | dict.fromkeys("‘’‚‛`´ʹʻʼʽ′‹›", "'")
    | dict.fromkeys("“”„‟«»″〝〞＂", '"')
    | {"⁄": "/", "…": "...", "×": "x"}
    # soft hyphen, zero-width characters, bidirectional controls, byte order mark, NUL
    | dict.fromkeys("\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\x00", "")
    | dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "")
)
_COMBINING = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
_TEX_LETTER = re.compile(r"\\(ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i|j|dh|DH|th|TH|dj|DJ)(?![A-Za-z])\s?")
_TEX_ACCENT = re.compile(r"\\(?:[`'^\"~=.]\s?|[uvHtcdbrk](?=[ {])\s?)")
_TEX_COMMAND = re.compile(r"\\[A-Za-z]+\*?\s?")
_TEX_ESCAPE = re.compile(r"\\([&%$#_{} ,\-/])")
_TEX_LETTERS = {"aa": "a", "i": "i", "j": "j", "dh": "d", "dj": "d", "o": "o", "l": "l"}
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_DASHES = re.compile(r"-{2,}")
_DOUBLED_QUOTE = re.compile("''")


def _unescape(match: re.Match[str]) -> str:
    return html.unescape(match[0])


def _tex_letter(match: re.Match[str]) -> str:
    name = match[1].lower()
    return _TEX_LETTERS.get(name, name)


def _without_tex(text: str) -> str:
    """Take the TeX markup off, keeping the letters it dresses."""
    if "\\" in text:
        text = _TEX_LETTER.sub(_tex_letter, text)
        text = _TEX_ACCENT.sub("", text)
        text = _TEX_ESCAPE.sub(r"\1", text)
        text = _TEX_COMMAND.sub(" ", text)
        text = text.replace("\\", " ")
    return text.translate({ord("{"): None, ord("}"): None, ord("~"): " ", ord("$"): None})


@lru_cache(maxsize=16_384)
def fold(text: str) -> str:
    """Return ``text`` as it is compared: lower case, without accents, TeX or typography.

    HTML entities are resolved, dashes become "-", single and double quotation marks ``'`` and
    ``"``, white space one blank, soft hyphens and invisible characters go. Marks are taken off
    Latin, Greek and Cyrillic letters only; other scripts keep theirs, where they are letters.
    The result can be longer than the input ("ß" becomes "ss"); folding it again changes nothing
    that a printed reference holds.
    """
    if "&" in text:
        text = _ENTITY.sub(_unescape, text)
    if not text.isascii():
        text = text.translate(_MARKS)
        text = unicodedata.normalize("NFKD", text)
        text = unicodedata.normalize("NFC", _COMBINING.sub("", text))
        # Compatibility decomposition brings out dashes and quotation marks of its own.
        text = text.casefold().translate(_LETTERS).translate(_MARKS)
    else:
        text = text.replace("`", "'").replace("\x00", "")
    if any(mark in text for mark in "\\{}~$"):
        text = _without_tex(text)
    text = _DOUBLED_QUOTE.sub('"', _DASHES.sub("-", text.casefold()))
    return " ".join(text.split())


_WORD = re.compile(r"[^\W_]+")


def fold_words(text: str) -> tuple[str, ...]:
    """Return the folded words of ``text``: its runs of letters and digits, in order."""
    return tuple(_WORD.findall(fold(text)))


_CYRILLIC = dict(
    zip("абвгдезийклмнопрстуфыэіґ", "abvgdeziiklmnoprstufyeig", strict=True)
) | {
    "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "",
    "ю": "yu", "я": "ya", "є": "e", "ћ": "c", "ђ": "dj", "љ": "lj", "њ": "nj", "џ": "dz", "ј": "j",
}  # fmt: skip
_ROMAN_CYRILLIC = str.maketrans({ord(key): value for key, value in _CYRILLIC.items()})


def romanise(folded: str) -> str:
    """Transcribe folded Cyrillic text, so that a transliteration meets its original.

    A plain scheme near ALA-LC without its diacritics; other letters stay.
    """
    return folded if folded.isascii() else folded.translate(_ROMAN_CYRILLIC)
