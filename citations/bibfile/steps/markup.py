"""Steps about what other programs left in texts: HTML, printers' ligatures, a wrong encoding."""

import html
import re

from citations.bibfile.steps.characters import trim_long_texts
from citations.checks import looks_misdecoded
from citations.formats.latex.tables import SPECIAL

_ENTITY = re.compile(r"\\?&(?:amp;)*(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});")
# Reference managers export "<" as a command or as mathematics.
_OPEN = r"(?:<|\{\\textless\}|\\textless(?:\{\}|\s|(?![A-Za-z]))|\$<\$)"
_CLOSE = r"(?:>|\{\\textgreater\}|\\textgreater(?:\{\}|\s|(?![A-Za-z]))|\$>\$)"
_TAG_COMMANDS = {
    "i": "emph", "em": "emph", "italic": "emph", "b": "textbf", "strong": "textbf",
    "bold": "textbf", "sub": "textsubscript", "inf": "textsubscript", "sup": "textsuperscript",
    "sc": "textsc", "scp": "textsc", "span": "",
}  # fmt: skip
_NAMES = "|".join(sorted(_TAG_COMMANDS, key=len, reverse=True))
_TAG = re.compile(
    rf"{_OPEN}(?:jats:)?({_NAMES})( [^<>{{}}\\]{{0,200}})?{_CLOSE}"
    rf"((?:(?!{_OPEN}/?(?:jats:)?(?:{_NAMES})\b)[^{{}}]|\{{[^{{}}]*\}}){{0,500}}?)"
    rf"{_OPEN}/(?:jats:)?\1{_CLOSE}",
    re.IGNORECASE,
)
_BREAK = re.compile(rf"\s*{_OPEN}br\s?/?{_CLOSE}\s*", re.IGNORECASE)
_LEFT_OVER = re.compile(
    rf"{_OPEN}/?(?:jats:|mml:)?[a-z][a-z:\-]{{0,20}}[0-9]?(?: [^<>]{{0,200}})?/?{_CLOSE}",
    re.IGNORECASE,
)
_PRINTERS_LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_UNSPELLED = frozenset("\"'’‘“”–—")  # typographic marks are the business of a later step
_MOST_ROUNDS = 8
_BLANKS = re.compile(" {2,}")
_CONTINUATION = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_MISREAD = re.compile(f"[Â-ß]{_CONTINUATION}|[à-ï]{_CONTINUATION}{{2}}|[ð-ô]{_CONTINUATION}{{3}}")


def mend_encoding(text: str) -> str:
    """Read again what is UTF-8 that was read as Windows-1252: "MÃ¼ller" is "Müller"."""
    if text.isascii() or not looks_misdecoded(text):
        return text
    return _MISREAD.sub(_reread, text)


def _reread(match: re.Match[str]) -> str:
    data = b"".join(
        letter.encode("latin-1") if letter < "\xa0" else letter.encode("cp1252")
        for letter in match[0]
    )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return match[0]


def mend_markup(text: str) -> str:
    """Turn HTML entities, simple HTML tags and printers' ligatures into what they stand for."""
    is_marked = "&" in text or "<" in text or "textless" in text
    if not is_marked and (text.isascii() or not _LIGATURE.search(text)):
        return text
    mended = _LIGATURE.sub(lambda match: _PRINTERS_LIGATURES[match[0]], text)
    for _ in range(_MOST_ROUNDS):
        before = mended
        mended = _BREAK.sub(" ", _ENTITY.sub(_entity, mended))
        mended = _TAG.sub(_command, mended)
        if mended == before:
            break
    else:
        return text
    return text if mended == text else trim_long_texts(_BLANKS.sub(" ", mended))


def has_html(text: str) -> bool:
    """Tell whether HTML is left in ``text``."""
    return _LEFT_OVER.search(text) is not None or _ENTITY.search(text) is not None


def _command(match: re.Match[str]) -> str:
    command = _TAG_COMMANDS[match[1].lower()]
    if command:
        return f"\\{command}{{{match[3]}}}"
    # Zotero's <span class="nocase"> protects capitals.
    return f"{{{match[3]}}}" if "nocase" in (match[2] or "") else match[3]


def _entity(match: re.Match[str]) -> str:
    letter = html.unescape(f"&{match[1]};")
    if len(letter) != 1 or not (letter.isprintable() or letter == "\xa0"):
        return match[0]
    if letter == "\xa0":
        return "~"
    return letter if letter in _UNSPELLED else SPECIAL.get(letter, letter)
