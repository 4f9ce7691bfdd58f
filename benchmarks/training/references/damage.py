"""What content systems do to a printed reference; the labels stay with their text."""

import random
import re

Pieces = list[tuple[str, str]]

_MARKS = ("• ", "^ ", "- ", "* ", "¹ ", "†", "(5) ", "[a] ")
_TAILS = (
    " (in French)",
    " [In Russian].",
    " PDF.",
    " (paywall)",
    " Emphasis added.",
    " See also ch. 3.",
    " Print.",
    " (accessed via Factiva)",
    " [open access]",
    " Archived.",
    " (Subscription required)",
)
_DASHES = ("———", "———", "---", "—", "______", "– – –", "Ders.", "Dies.")
_PLAIN = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "„": '"'})
_LONG_WORD = re.compile(r"([^\W\d_]{4,6})([^\W\d_]{4,})")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def damage(source: random.Random, pieces: Pieces, *, is_reference: bool) -> Pieces:
    """Return the pieces with some of the usual damage, joined and white space collapsed."""
    chance = source.random
    out = list(pieces)
    if is_reference and chance() < 0.03 and out and out[0][1] == "author":
        out[0] = (source.choice(_DASHES), "author")
    if chance() < 0.08:
        out = _listed(source, out)
    if chance() < 0.015:
        out = [(_entities(text), label) for text, label in out]
    if chance() < 0.015:
        out = [(text.replace(" ", "\u00a0"), label) for text, label in out]
    if chance() < 0.02:
        out = [_wrapped(piece, ("journal", "booktitle"), "<i>", "</i>") for piece in out]
    if chance() < 0.02:
        out = [_wrapped(piece, ("journal", "title"), "*", "*") for piece in out]
    if chance() < 0.06:
        out = [(text.translate(_PLAIN), label) for text, label in out]
    if chance() < 0.03:
        out = [
            (text.replace(". ", ".") if label == "other" else text, label) for text, label in out
        ]
    if chance() < 0.015:
        out = [(text.upper() if label == "title" else text, label) for text, label in out]
    if chance() < 0.03:
        out = [(_hyphenated(source, text), label) for text, label in out]
    if is_reference and chance() < 0.03:
        out.append((source.choice(_TAILS), "other"))
    return _joined(out)


def _hyphenated(source: random.Random, text: str) -> str:
    """Leave the hyphens of a narrow column in some long words: "Gesell- schaft"."""
    return _LONG_WORD.sub(
        lambda word: (
            word[1] + source.choice(["- ", "-"]) + word[2] if source.random() < 0.2 else word[0]
        ),
        text,
    )


def _listed(source: random.Random, pieces: Pieces) -> Pieces:
    """Put the number or bullet of a list before the reference."""
    if source.random() < 0.4:
        return [(source.choice(_MARKS), "other"), *pieces]
    number = str(source.randint(1, 120))
    before, after = source.choice([("", ". "), ("", " "), ("[", "] "), ("", ") "), ("(", ") ")])
    return [(before, "other"), (number, "citation-number"), (after, "other"), *pieces]


def _wrapped(
    piece: tuple[str, str], labels: tuple[str, ...], opening: str, closing: str
) -> tuple[str, str]:
    text, label = piece
    return (opening + text + closing, label) if label in labels else piece


def _entities(text: str) -> str:
    return re.sub("[&<>]", lambda match: _ENTITIES[match.group()], text)


def _joined(pieces: Pieces) -> Pieces:
    """Collapse white space within and between pieces and drop empty ones."""
    out: Pieces = []
    for text, label in pieces:
        value = re.sub(r"[ \t\n]+", " ", text)
        if value.startswith(" ") and (not out or out[-1][0].endswith(" ")):
            value = value[1:]
        if value:
            out.append((value, label))
    return out
