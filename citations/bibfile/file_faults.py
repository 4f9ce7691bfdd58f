"""Faults of a file's own grammar: broken blocks, repeated keys, strings that are not defined."""

from collections.abc import Iterator

from citations.bibfile.entry import canonical_value, is_well_formed, parts
from citations.bibfile.fault import Fault
from citations.bibfile.segments import LONE_SURROGATE, Kind, Segment
from citations.formats.latex.dates import MONTHS

PARENT_FIELDS = ("crossref", "xref", "xdata")


def file_faults(segments: tuple[Segment, ...]) -> Iterator[Fault]:
    """Yield what is wrong with the file, in its order."""
    strings = set(MONTHS)
    first_line: dict[str, int] = {}
    known = {one.entry.key.lower(): one.line for one in segments if one.entry is not None}
    # Only BibTeX asks for parents behind their children.
    in_order = not any(map(_is_for_biblatex, segments))
    for segment in segments:
        if segment.kind is Kind.BROKEN:
            yield Fault(
                message=f"cannot be read, kept as it is: {segment.error}", line=segment.line
            )
        elif segment.string is not None:
            name, value = segment.string
            yield from _undefined(segment, value, strings)
            strings.add(name)
        elif segment.entry is not None:
            yield from _entry_faults(segment, strings)
            yield from _parent_faults(segment, known, in_order=in_order)
            key = segment.entry.key.lower()
            earlier = first_line.setdefault(key, segment.line)
            if earlier != segment.line:
                yield _fault(segment, f"the key is that of the entry on line {earlier}")


def _fault(segment: Segment, message: str, field: str = "") -> Fault:
    key = segment.entry.key if segment.entry else ""
    return Fault(message=message, line=segment.line, key=key, field=field)


def _undefined(segment: Segment, value: str, strings: set[str], field: str = "") -> Iterator[Fault]:
    for is_text, name in parts(value) or ():
        if not is_text and name.lower() not in strings:
            yield _fault(segment, f"@string {name} is not defined before it is used", field)


def _entry_faults(segment: Segment, strings: set[str]) -> Iterator[Fault]:
    entry = segment.entry
    assert entry is not None
    if not (segment.is_plain or is_well_formed(entry)):
        bad = [field.name for field in entry.fields if canonical_value(field.value) is None]
        names = ", ".join(bad) or "a field's name"
        yield _fault(segment, f"left as it stands, since it cannot be read with care: {names}")
    elif not segment.raw.isascii() and LONE_SURROGATE.search(segment.raw):
        yield _fault(segment, "left as it stands, since it is not UTF-8; give its --encoding")
    if not entry.key:
        yield _fault(segment, "the entry has no key")
    for field in entry.fields:
        value = field.value
        if (value[:1] != "{" and value[:1] != '"' and not value.isdecimal()) or "#" in value:
            yield from _undefined(segment, value, strings, field.name)


def _is_for_biblatex(segment: Segment) -> bool:
    return segment.entry is not None and any(
        field.name.lower() in {"date", "journaltitle", "xdata"} for field in segment.entry.fields
    )


def _parent_faults(segment: Segment, known: dict[str, int], *, in_order: bool) -> Iterator[Fault]:
    assert segment.entry is not None
    for field in segment.entry.fields:
        text = field.text() if field.name.lower() in PARENT_FIELDS else None
        for name in text.split(",") if text else ():
            line = known.get(name.strip().lower())
            if line is None:
                yield _fault(segment, f"{field.name} names {name.strip()}, which is not there")
            elif line < segment.line and in_order and field.name.lower() == "crossref":
                yield _fault(segment, f"crossref names {name.strip()}, which must come after it")
