"""Names as BibTeX writes them: "von Last, Jr, First", bodies in braces, "and" between."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from citations.formats.latex.decode import decode
from citations.formats.latex.encode import Charset, escape
from citations.item import Name

OTHERS = "others"
_AND = re.compile(r"\band\b", re.IGNORECASE)


def _guard(text: str) -> str:
    """Put braces round a part that would be split: commas, "and", leading lower case."""
    return f"{{{text}}}" if "," in text or _AND.search(text) else text


def _whole_letters(text: str, *, initials: bool) -> str:
    r"""Keep multi-byte letters whole: BibTeX counts bytes when it abbreviates and labels.

    ``{\relax Д}`` is one letter to BibTeX. Of a given name the first letter of each word is
    wrapped (it is what an initial is made of), of a family name the word.
    """
    words = []
    for word in text.split(" "):
        if word.isascii() or (initials and word[0].isascii()):
            words.append(word)
        elif initials:
            words.append(f"{{\\relax {word[0]}}}{word[1:]}")
        else:
            words.append(f"{{\\relax {word}}}")
    return " ".join(words)


def is_lower(word: str) -> bool:
    """Tell whether ``word`` is a particle: it begins in lower case and no braces guard it."""
    guarded = word.startswith("{") and not word.startswith("{\\")
    return not guarded and decode(word)[:1].islower()


def write_name(name: Name, charset: Charset) -> str:
    """Write one name; a literal one in braces, so that it is never split."""
    if name.literal is not None:
        if name.literal == OTHERS:
            return OTHERS
        return f"{{{escape(name.literal, charset)}}}"
    family = _guard(escape(name.family or "", charset))
    given = _guard(escape(name.given or "", charset))
    if charset is Charset.ASCII:
        family = _whole_letters(family, initials=False)
        given = _whole_letters(given, initials=True)
    particle = escape(name.particle or "", charset)
    last = f"{particle} {family}" if particle else family
    suffix = _guard(escape(name.suffix or "", charset))
    return ", ".join(part for part in (last, suffix, given) if part)


def write_names(names: Iterable[Name], charset: Charset) -> str:
    """Write a list of names joined by "and"."""
    return " and ".join(write_name(name, charset) for name in names)


def split_outside(text: str, separator: re.Pattern[str]) -> list[str]:
    """Split ``text`` at ``separator`` outside braces."""
    if not separator.search(text):
        return [text.strip()]
    if not _ESCAPED.search(text):
        parts = separator.split(text)
        if "{" not in text and "}" not in text:
            return [part.strip() for part in parts]
        if [part.count("{") for part in parts] == [part.count("}") for part in parts]:
            return [part.strip() for part in parts]
    parts, depth, start = [], 0, 0
    for match in _scanner(separator.pattern).finditer(text):
        if match["at"] is not None:
            if depth <= 0:
                parts.append(text[start : match.start()])
                start = match.end()
        elif match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
    parts.append(text[start:])
    return [part.strip() for part in parts]


@lru_cache(maxsize=8)
def _scanner(separator: str) -> re.Pattern[str]:
    return re.compile(rf"(?s:\\.)|[{{}}]|(?P<at>{separator})")


_ESCAPED = re.compile(r"\\[\s,~{}]")
_SEPARATOR = re.compile(r"(?<=\s)and(?=\s)|(?<=\s)AND(?=\s)")
_BLANK_AND = re.compile(r" (?:and|AND)(?= )")
_COMMA = re.compile(",")
_BLANK = re.compile(r"[\s~]+")
_ONE_BLANK = re.compile(r"\s+")
_PART = re.compile(r"(?:\A|,)\s*(family|given|prefix|suffix|useprefix)\s*=\s*", re.IGNORECASE)
_PARTS = {"family": "family", "given": "given", "prefix": "particle", "suffix": "suffix"}


def is_group(text: str) -> bool:
    """Tell whether one pair of braces holds the whole of ``text``."""
    if not (text.startswith("{") and text.endswith("}")) or re.match(r"\{\\[^%&#_$]", text):
        return False
    depth, place = 0, 0
    while place < len(text):
        if text[place] == "\\":
            place += 2
            continue
        if text[place] in "{}":
            depth += 1 if text[place] == "{" else -1
            if depth == 0 and place < len(text) - 1:
                return False
        place += 1
    return depth == 0


def is_extended(name: str) -> bool:
    """Tell whether a name is in biblatex's form of named parts: "family=Berg, prefix=van der"."""
    return "=" in name and _PART.match(name) is not None


def _extended(text: str) -> Name:
    """Read a name of named parts (biblatex manual 3.18, section 3.9)."""
    pieces = _PART.split(text)[1:]
    found = {
        _PARTS[name.lower()]: decode(value.strip(' ,"')) or None
        for name, value in zip(pieces[::2], pieces[1::2], strict=True)
        if name.lower() in _PARTS
    }
    return Name(**found)


def _particle(words: list[str]) -> tuple[list[str], list[str]]:
    """Take the lower-case words off the front; at least one word stays a family name."""
    cut = 0
    for place, word in enumerate(words[:-1]):
        if is_lower(word):
            cut = place + 1
        elif cut == place:
            break
    return words[:cut], words[cut:]


def _text(words: list[str]) -> str | None:
    return decode(" ".join(words)) or None


def read_name(text: str) -> Name | None:
    """Read one name in any of BibTeX's three forms; ``None`` for an empty one."""
    text = text.strip()
    if not text:
        return None
    if text.strip(" ,").lower() in {OTHERS, "et al.", "et al"}:
        return Name(literal=OTHERS)
    if is_group(text):
        literal = decode(text)
        return Name(literal=literal) if literal else None
    if is_extended(text):
        return _extended(text)
    parts = [part for part in split_outside(text, _COMMA) if part]
    if not parts:
        return Name(literal=text)
    if len(parts) > 1:
        particle, family = _particle(split_words(parts[0]))
        suffix = parts[1] if len(parts) > 2 else None
        given = ", ".join(parts[2:]) if len(parts) > 2 else parts[1]
        return Name(
            family=_text(family),
            given=decode(given) or None,
            particle=_text(particle),
            suffix=(decode(suffix) or None) if suffix else None,
        )
    words = split_words(parts[0])
    first_lower = next((n for n, w in enumerate(words[:-1]) if is_lower(w)), None)
    if first_lower is None:
        return Name(family=_text(words[-1:]), given=_text(words[:-1]))
    particle, family = _particle(words[first_lower:])
    return Name(family=_text(family), given=_text(words[:first_lower]), particle=_text(particle))


def split_words(text: str) -> list[str]:
    """Split LaTeX source at blanks and ties outside braces."""
    return [word for word in split_outside(text, _BLANK) if word]


def read_names(text: str) -> tuple[Name, ...]:
    """Read a list of names joined by "and"."""
    found = (read_name(part) for part in split_names(text))
    return tuple(name for name in found if name is not None)


def split_names(text: str) -> list[str]:
    """Split a list of names at "and" outside braces; LaTeX source stays as it is."""
    text = " ".join(text.split())
    if " and " not in text and " AND " not in text:
        return [text]
    if "{" not in text and "}" not in text:
        return [part.strip() for part in _BLANK_AND.split(text)]
    return split_outside(text, _SEPARATOR)


def split_parts(text: str, separator: Literal[",", " "]) -> list[str]:
    """Split LaTeX source at commas or blanks outside braces; the parts are stripped."""
    return split_outside(text, _COMMA if separator == "," else _ONE_BLANK)
