"""Formulas in texts: one character where they are no more, TeX source where they are.

A formula stands in an item as it stands in LaTeX, between dollar signs. Dollar signs are amounts of
money too: they open and close a formula as pandoc has it (no blank inside them, no digit behind).
"""

import re

from citations.formats.latex.tables import MATHS, SUBSCRIPTS, SUPERSCRIPTS

SOURCE = r"\$(?=[^\s$])[^$]{0,400}(?<=[^\s\\{])\$(?!\d)"
FORMULA = re.compile(SOURCE)
_CHARACTERS = {command: character for character, command in MATHS.items()} | {
    "to": "→", "le": "≤", "ge": "≥", "ne": "≠", "mu": "μ",
}  # fmt: skip
_SUBSCRIPTS = {plain: small for small, plain in SUBSCRIPTS.items()}
_SUPERSCRIPTS = {plain: small for small, plain in SUPERSCRIPTS.items()} | {
    "1": "¹", "2": "²", "3": "³",
}  # fmt: skip
_COMMAND = re.compile(r"\\([A-Za-z]+)\Z")
_SCRIPT = re.compile(r"([_^])(?:\{(\d{1,3})\}|(\d))\Z")
_CONTENT = re.compile(r"[A-Za-z0-9 .,;:()\[\]|/*+=<>!'^_{}\\-]+\Z")
_TELLING = re.compile(r"[\\^_]|\A[A-Za-z]\Z|\A[A-Za-z]\(")
_WORDS = re.compile(r"\\(?:([A-Za-z]+)|(.)|\Z)")
# What may stand in a formula that is written again: nothing here reads, writes or defines.
_HARMLESS = frozenset(_CHARACTERS) | frozenset(
    ["sqrt", "frac", "log", "ln", "exp", "sin", "cos", "tan", "lim", "max", "min", "sup", "inf",
     "det", "dim", "ker", "mod", "bmod", "pmod", "gcd", "mathrm", "mathbf", "mathit", "mathcal",
     "mathbb", "mathfrak", "mathsf", "rm", "bf", "it", "cal", "text", "textrm", "bar", "hat",
     "tilde", "vec", "dot", "ddot", "overline", "underline", "widehat", "widetilde", "times",
     "div", "pm", "mp", "cdots", "ldots", "dots", "langle", "rangle", "lfloor", "rfloor",
     "lceil", "rceil", "left", "right", "big", "Big", "quad", "varphi", "vartheta", "varrho",
     "star", "bullet", "dagger", "perp", "parallel", "mid", "wedge", "vee", "neg", "gg", "ll",
     "lesssim", "gtrsim", "simeq", "cong", "longrightarrow", "mapsto", "setminus", "emptyset",
     "supset", "supseteq", "subseteq", "aleph", "Re", "Im", "prime", "triangle", "angle",
     "ensuremath", "operatorname", "binom"]
)  # fmt: skip


def character(formula: str) -> str | None:
    r"""Return the text of a formula that is one sign or number: ``$\alpha$``, ``$_{2}$``."""
    inner = formula[1:-1].strip()
    if inner.startswith("{") and inner.endswith("}"):
        inner = inner[1:-1]
    command = _COMMAND.match(inner)
    if command:
        return _CHARACTERS.get(command[1])
    script = _SCRIPT.match(inner)
    if script is None:
        return None
    small = _SUBSCRIPTS if script[1] == "_" else _SUPERSCRIPTS
    return "".join(small[digit] for digit in script[2] or script[3])


def is_formula(text: str) -> bool:
    """Tell whether text between dollar signs can be written as the formula it is.

    It has the marks of one, its braces pair up, and it holds nothing but harmless commands.
    """
    inner = text[1:-1]
    if not _CONTENT.match(inner) or not _TELLING.search(inner) or character(text) is not None:
        return False
    for match in _WORDS.finditer(inner):
        if match[1] not in _HARMLESS if match[1] else (match[2] or " ") not in ",;:!{}|":
            return False
    depth = 0
    for mark in re.sub(r"\\[{}]", "", inner):
        depth += {"{": 1, "}": -1}.get(mark, 0)
        if depth < 0:
            return False
    return depth == 0
