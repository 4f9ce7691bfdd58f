"""What is wrong in a .bib file, by the knowledge of the rules BIB001 to BIB007 and REF001."""

from collections.abc import Iterator, Mapping

from citations.bibfile.entry import Entry
from citations.bibfile.fault import Fault
from citations.bibfile.file_faults import file_faults
from citations.bibfile.items import items_of
from citations.bibfile.required import lacking
from citations.bibfile.running import Runner
from citations.bibfile.same_works import same_works
from citations.bibfile.segments import Segment, split
from citations.bibfile.steps import Letters, steps_for
from citations.bibfile.steps.addresses import settle_doi, settle_isbn_issn, settle_url
from citations.bibfile.steps.entry_types import choose_type
from citations.bibfile.steps.field_kinds import NAMES, VERBATIM
from citations.bibfile.steps.field_step import FieldStep
from citations.bibfile.steps.markup import has_html
from citations.bibfile.steps.people import complaints
from citations.bibfile.steps.preprints import settle_eprint
from citations.bibfile.steps.shape import brace_values, lower_names
from citations.checks import backward_pages, implausible, looks_misdecoded, missing, name_fault
from citations.formats.latex.dialect import ENTRY_TYPES
from citations.formats.latex.parents import NO_WORKS
from citations.item import Item
from citations.titles import is_all_caps

_BRACE = FieldStep(brace_values, with_delimiters=True)


def lint(text: str) -> tuple[Fault, ...]:
    """Return the faults of a file, by line. No text makes this raise."""
    segments = split(text)
    faults = list(file_faults(segments))
    entries = {place: one.entry for place, one in enumerate(segments) if one.entry is not None}
    # What tidying mends needs no person: the works are those of the tidied entries.
    runner = Runner(steps_for(Letters.UNICODE))
    items = items_of(segments, {place: runner.run(one) for place, one in entries.items()})
    faults.extend(_repeated(segments, entries, items))
    for place, item in items.items():
        entry = _lowered(entries[place])
        for code, field, message in (*_of_entry(entry), *_of_item(entry.kind, item)):
            line = segments[place].line
            faults.append(Fault(message=message, line=line, key=entry.key, field=field, code=code))
    return tuple(sorted(faults, key=lambda fault: fault.line))


def _repeated(
    segments: tuple[Segment, ...], entries: Mapping[int, Entry], items: Mapping[int, Item]
) -> Iterator[Fault]:
    for same in same_works(items, entries):
        first, *others = same.places
        for place in others:
            yield Fault(
                message=f"the same work as {entries[first].key} on line {segments[first].line}: "
                + ", ".join(same.reasons),
                line=segments[place].line, key=entries[place].key, code="REF001",
            )  # fmt: skip


def _lowered(entry: Entry) -> Entry:
    return _BRACE(lower_names(entry))


def _of_entry(entry: Entry) -> Iterator[tuple[str, str, str]]:
    for step in (settle_doi, settle_eprint, settle_url, settle_isbn_issn):
        for remark in step(entry).remarks:
            yield "BIB002", remark.partition(":")[0], remark
    if entry.kind not in ENTRY_TYPES and entry.kind not in NO_WORKS:
        yield "", "", f"@{entry.kind} is no entry type that styles know"
    for remark in choose_type(entry).remarks:
        yield "", "", remark
    seen: set[str] = set()
    for field in entry.fields:
        if field.name in seen:
            yield "", field.name, f"field {field.name} is there twice"
        seen.add(field.name)
        if field.value == "{}":
            yield "", field.name, f"field {field.name} is empty"
        text = field.text() or ""
        if field.name in NAMES:
            for complaint in complaints(text):
                yield "BIB005", field.name, f"{field.name}: {complaint}"
        if field.name not in VERBATIM and has_html(text):
            yield "", field.name, f"{field.name}: HTML is left in “{text[:60]}”"
        if field.name not in VERBATIM and looks_misdecoded(text):
            yield "BIB007", field.name, f"{field.name}: “{text[:60]}” was read in a wrong encoding"


def _of_item(kind: str, item: Item) -> Iterator[tuple[str, str, str]]:
    absent = missing(item)
    if absent:
        yield "BIB001", "", f"the entry has no {', no '.join(absent)}"
    needed = [one for one in lacking(kind, item) if not any(one in other for other in absent)]
    if needed:
        yield "BIB001", "", f"@{kind} has no {', no '.join(needed)}, which styles ask for"
    fault = implausible(item, None)
    if fault:
        yield "BIB003", "date", fault
    bounds = backward_pages(item)
    if bounds is not None:
        yield "BIB004", "pages", f"the pages run backwards, from {bounds[0]} to {bounds[1]}"
    for field, names in (("author", item.author), ("editor", item.editor)):
        for name in names:
            fault = name_fault(name)
            if fault:
                whole = name.literal or " ".join(part for part in (name.given, name.family) if part)
                yield "BIB005", field, f"{field}: “{whole}” {fault}"
    if item.title and is_all_caps(item.title):
        yield "BIB006", "title", "the title is in capitals; nothing tells its names"
