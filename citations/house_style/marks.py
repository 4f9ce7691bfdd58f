"""Marked text: what the processor returns, mended and written as text, Markdown or HTML.

The processor puts private-use characters where dress begins and ends. No input holds any (``bare``
takes them out), so text and mark-up cannot be confused, whatever was scraped.
"""

import html
import re
from dataclasses import dataclass
from enum import StrEnum

from citations.fold import fold

ITALIC, BOLD, UNDERLINE, SUPERSCRIPT, SUBSCRIPT, SMALL_CAPS = "\ue000\ue002\ue004\ue006\ue008\ue00a"
OPEN_QUOTE, CLOSE_QUOTE = "\ue010\ue011"
_TAGS = {
    ITALIC: ("i", "*"),
    BOLD: ("b", "**"),
    UNDERLINE: ("u", ""),
    SUPERSCRIPT: ("sup", ""),
    SUBSCRIPT: ("sub", ""),
    SMALL_CAPS: ("span", ""),
}
_ON = "".join(_TAGS)
_OFF = "".join(chr(ord(on) + 1) for on in _TAGS)
_M = f"([{_ON}{_OFF}]*)"
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_EMPTY = re.compile("|".join(f"{on}{chr(ord(on) + 1)}" for on in _TAGS))
_MENDS = (
    (re.compile(rf"([?!.…])({CLOSE_QUOTE}){_M}\."), r"\1\2\3"),  # "Why?". and "etc.".
    (re.compile(rf"([?!…]){_M}\.(?!\.)"), r"\1\2"),  # Why?.
    (re.compile(rf"(?<!\.)\.{_M}\.(?!\.)"), r".\1"),  # et al..
    (re.compile(rf",{_M}([,.])"), r"\1\2"),
    (re.compile(rf"([;:]){_M}\1"), r"\1\2"),
    (re.compile(r" +([,.)\]])"), r"\1"),
    (re.compile(r" {2,}"), " "),
)
_ROUNDS = 4
_INTO_QUOTES = re.compile(rf"({CLOSE_QUOTE}){_M}([.,])")
_NO_COMMA = re.compile(rf"([?!]{_M}),(?={_M}{CLOSE_QUOTE})")  # “Why?,”
_NUMBER = re.compile(rf"\A{_M}([\[(]?\d+(?:[\])]|\.)+)(?=[^\s])")
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>#~|^$@]|&(?=#?\w+;)")
_LINE_START = re.compile(r"\A(\d+)([.)])(?=\s)|\A([-+])(?=\s)")


class Form(StrEnum):
    """What the list is written as."""

    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes:
    """A language's quotation marks, and whether they stand outside a full stop."""

    outer: tuple[str, str] = ("“", "”")
    inner: tuple[str, str] = ("‘", "’")
    punctuation_inside: bool = False


def bare(text: str) -> str:
    """Return ``text`` on one line without the characters that stand for mark-up here."""
    return " ".join(_PRIVATE.sub("", text).split())


def dress(kind: str, text: object) -> str:
    """Return ``text`` between the marks of ``kind``."""
    return f"{kind}{text}{chr(ord(kind) + 1)}"


def plain(marked: str) -> str:
    """Return marked text without its marks."""
    return _PRIVATE.sub("", marked)


def sortable(text: str) -> str:
    """Return what marked or printed text is sorted by: letters, without accents and case."""
    return re.sub(r"[\W_]+", " ", fold(plain(text))).strip()


def mend(marked: str, quotes: Quotes) -> str:
    """Set quotation marks and take out doubled punctuation, also across a change of dress.

    Full stops and commas go inside the quotation marks where the language has it so.
    """
    text = _EMPTY.sub("", marked)
    for _ in range(_ROUNDS):
        before = text
        for pattern, replacement in _MENDS:
            text = pattern.sub(replacement, text)
        if quotes.punctuation_inside:
            text = _NO_COMMA.sub(r"\1", _INTO_QUOTES.sub(r"\3\1\2", text))
        if text == before:
            break
    return _quoted(text, quotes).strip()


def _quoted(text: str, quotes: Quotes) -> str:
    """Put the language's marks; those of a text inside another become the inner ones."""
    out, depth = [], 0
    to_inner = dict(zip(quotes.outer, quotes.inner, strict=True))
    for letter in text:
        if letter == OPEN_QUOTE:
            out.append((quotes.inner if depth else quotes.outer)[0])
            depth += 1
        elif letter == CLOSE_QUOTE:
            depth -= 1
            out.append((quotes.inner if depth else quotes.outer)[1])
        else:
            out.append(to_inner.get(letter, letter) if depth else letter)
    return "".join(out)


def spaced_number(marked: str) -> str:
    """Part the number that begins an entry from what follows: "[1]Doe" becomes "[1] Doe"."""
    return _NUMBER.sub(r"\1\2 ", marked)


def write(marked: str, form: Form, links: tuple[str, ...] = ()) -> str:
    """Write marked text in ``form``, escaped; ``links`` are addresses that may stand in it."""
    if form is Form.TEXT:
        return plain(marked)
    written = "".join(
        _link(piece, form) if piece in links else _piece(piece, form)
        for piece in _parted(marked, links)
    )
    if form is Form.MARKDOWN:
        return _LINE_START.sub(r"\1\\\2\3" if written[:1].isdigit() else r"\\\3", written)
    return written


def _parted(marked: str, links: tuple[str, ...]) -> list[str]:
    if not links:
        return [marked]
    longest_first = sorted(links, key=len, reverse=True)
    return re.split(f"({'|'.join(map(re.escape, longest_first))})", marked)


def _link(address: str, form: Form) -> str:
    if form is Form.HTML:
        safe = html.escape(address)
        return f'<a href="{safe}">{safe}</a>'
    return f"<{address}>"


def _piece(text: str, form: Form) -> str:
    pieces = re.split(f"([{_ON}{_OFF}])", _outside(text) if form is Form.MARKDOWN else text)
    return "".join(
        _mark(piece, form) if piece and piece in _ON + _OFF else _escaped(piece, form)
        for piece in pieces
    )


def _outside(text: str) -> str:
    """Move blanks out of dressed text, where Markdown would not see the dress."""
    text = re.sub(rf"([{_ON}])( +)", r"\2\1", text)
    return re.sub(rf"( +)([{_OFF}])", r"\2\1", text)


def _mark(mark: str, form: Form) -> str:
    is_on = mark in _ON
    tag, stars = _TAGS[mark if is_on else chr(ord(mark) - 1)]
    if form is Form.MARKDOWN:
        return stars
    if tag == "span" and is_on:
        return '<span style="font-variant: small-caps">'
    return f"<{tag}>" if is_on else f"</{tag}>"


def _escaped(text: str, form: Form) -> str:
    if form is Form.HTML:
        return html.escape(text)
    return _MARKDOWN.sub(lambda match: f"\\{match[0]}", text)
