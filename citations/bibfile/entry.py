"""An entry of a .bib file as it stands: type, key, and fields whose values are LaTeX source."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

# A part of a value: a braced or quoted text, a number or the name of a string.
_PART = re.compile(r'\s*(?:(?P<open>[{"])|(?P<bare>[^\s{}",#=@()%\\~\']+))')
_JOINT = re.compile(r"\s*#")
# One text in braces, whichever way braces after backslashes are counted: there are none.
_WHOLE = re.compile(
    r"\{(?:[^{}\\]++|\\(?![{}])|\{(?:[^{}\\]++|\\(?![{}])|\{(?:[^{}\\]++|\\(?![{}]))*+\})*+\})*+\}\Z"
)
_QUOTED = re.compile(r'"[^{}"\\]*+"\Z')
_BRACE = re.compile(r"[{}]")
_SIMPLE_NAME = re.compile(r"[^\s{}\",=@#%()\\~']+\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field; ``value`` has its delimiters and joints, as in ``nat # { Physics}``."""

    name: str
    value: str

    def text(self) -> str | None:
        """Return the text inside one pair of braces, ``None`` where the value is anything else."""
        return text_of(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry. ``remarks`` are what steps have to say to a person about it."""

    kind: str
    key: str
    fields: tuple[Field, ...]
    remarks: tuple[str, ...] = ()

    def get(self, name: str) -> str | None:
        """Return the text of the first field called ``name``, or ``None``."""
        for field in self.fields:
            if field.name == name:
                return field.text()
        return None

    def has(self, name: str) -> bool:
        """Tell whether a field is called ``name``."""
        for field in self.fields:  # noqa: SIM110  # a plain loop: asked a dozen times an entry
            if field.name == name:
                return True
        return False

    def remark(self, message: str) -> "Entry":
        """Return the entry with one more remark, if it is new."""
        if message in self.remarks:
            return self
        return replace(self, remarks=(*self.remarks, message))

    def with_fields(self, fields: tuple[Field, ...]) -> "Entry":
        """Return the entry with other fields."""
        return Entry(kind=self.kind, key=self.key, fields=fields, remarks=self.remarks)

    def without(self, name: str) -> "Entry":
        """Return the entry without the fields called ``name``."""
        return self.with_fields(tuple(field for field in self.fields if field.name != name))

    def map(self, change: Callable[[Field], Field]) -> "Entry":
        """Return the entry with every field changed; itself where nothing changes."""
        fields = [change(field) for field in self.fields]
        for before, after in zip(self.fields, fields, strict=True):
            if before is not after and before != after:
                return self.with_fields(tuple(fields))
        return self


def text_of(value: str) -> str | None:
    """Return the text inside one pair of braces, ``None`` where the value is anything else."""
    if value[:1] != "{":
        return None
    return value[1:-1] if _WHOLE.match(value) or _is_whole(value) else None


def with_text(field: Field, text: str) -> Field:
    """Return ``field`` holding ``text`` in braces; itself where that is what it holds."""
    value = f"{{{text}}}"
    return field if value == field.value else Field(name=field.name, value=value)


def _is_whole(value: str) -> bool:
    """Tell whether the brace that opens ``value`` closes at its end."""
    depth = 0
    for match in _BRACE.finditer(value):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return match.end() == len(value)
    return False


def is_balanced(text: str) -> bool:
    r"""Tell whether braces pair up, both as BibTeX counts them and with ``\{`` not counted."""
    if "{" not in text and "}" not in text:
        return True
    return _pairs(text) and ("\\" not in text or _pairs(re.sub(r"\\[{}]", "", text)))


def _pairs(text: str) -> bool:
    depth = 0
    for match in _BRACE.finditer(text):
        depth += 1 if match[0] == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _close(text: str, start: int) -> int:
    """Return where the text that opens at ``start`` closes, -1 if it does not."""
    quoted, depth = text[start] == '"', 0
    for match in re.compile(r'[{}"]').finditer(text, start):
        character = match[0]
        if character == '"':
            if quoted and depth == 0 and match.start() > start:
                return match.start()
        else:
            depth += 1 if character == "{" else -1
            if depth < 0:
                return -1
            if depth == 0 and not quoted:
                return match.start()
    return -1


@lru_cache(maxsize=1_024)
def parts(value: str) -> tuple[tuple[bool, str], ...] | None:
    """Return the parts of a value as (is a text, content); ``None`` where it is not well formed.

    Texts that stand side by side, and numbers, are joined into one text.
    """
    found: list[tuple[bool, str]] = []
    place = 0
    while True:
        match = _PART.match(value, place)
        if match is None:
            return None
        if match["open"]:
            end = _close(value, match.start("open"))
            if end < 0:
                return None
            is_text, content, place = True, value[match.end() : end], end + 1
        else:
            is_text, content = match["bare"].isdecimal(), match["bare"]
            place = match.end()
        if is_text and found and found[-1][0]:
            found[-1] = (True, found[-1][1] + content)
        else:
            found.append((is_text, content))
        joint = _JOINT.match(value, place)
        if joint is None:
            return tuple(found) if not value[place:].strip() else None
        place = joint.end()


def canonical_value(value: str) -> str | None:
    """Return ``value`` with braces round its texts; ``None`` where it is not well formed."""
    if _WHOLE.match(value):
        return value
    if value.isdecimal():
        return f"{{{value}}}"
    if _QUOTED.match(value):
        return f"{{{value[1:-1]}}}"
    found = parts(value)
    if found is None or not all(is_balanced(content) for is_text, content in found if is_text):
        return None
    return " # ".join(f"{{{content}}}" if is_text else content for is_text, content in found)


def is_well_formed(entry: Entry) -> bool:
    """Tell whether the entry can be written again and read as the same."""
    for field in entry.fields:  # a plain loop: asked of every entry
        if not _is_simple(field.name) or canonical_value(field.value) is None:
            return False
    return True


@lru_cache(maxsize=1_024)
def _is_simple(name: str) -> bool:
    return _SIMPLE_NAME.match(name) is not None


def write_entry(entry: Entry, indent: str = "  ", newline: str = "\n", width: int = 0) -> str:
    """Write an entry: a field a line, a comma after each, without the last line's end.

    ``width`` is the least number of characters that a field's name takes.
    """
    if not entry.fields:
        return f"@{entry.kind}{{{entry.key}}}"
    end = f",{newline}"
    lines = "".join(
        [f"{indent}{field.name:{width}} = {field.value}{end}" for field in entry.fields]
        if width
        else [f"{indent}{field.name} = {field.value}{end}" for field in entry.fields]
    )
    return f"@{entry.kind}{{{entry.key}{end}{lines}}}"
