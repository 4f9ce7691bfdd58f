"""Tidy a .bib file: run the steps over its entries, keep all else byte for byte, report, undo."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from citations.bibfile.changes import Change, differences
from citations.bibfile.entry import Entry, is_well_formed, write_entry
from citations.bibfile.fault import Fault
from citations.bibfile.file_faults import file_faults
from citations.bibfile.rekey import new_keys, with_keys
from citations.bibfile.running import Runner
from citations.bibfile.segments import LONE_SURROGATE, Kind, Segment, split
from citations.bibfile.sorting import sorted_slots
from citations.bibfile.steps import STEPS, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewrite:
    """A piece of the old file and what stands for it in the new one, with their offsets."""

    old_start: int
    old: str
    new_start: int
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tidied:
    """The outcome: the new text, each change with its step, what needs a person, the way back.

    ``entry_count`` is how many entries the old file has, those included that stayed as they stand.
    ``keys`` maps old keys to new ones where they differ, those of merged entries included.
    """

    text: str
    faults: tuple[Fault, ...]
    rewrites: tuple[Rewrite, ...]
    keys: tuple[tuple[str, str], ...]
    entry_count: int
    _tell: Callable[[], tuple[Change, ...]] = field(repr=False, compare=False)

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return each change with its step; found out when asked for, as few ask."""
        return self._tell()


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How the file is laid out.

    ``indent`` stands before a field; ``aligned`` puts an entry's values in one column.
    ``key_pattern`` gives every entry a new key (see ``citations.keys``), ``None`` keeps the keys.
    ``by_key`` sorts the entries by key, those that
    others refer to last. ``merged`` makes one entry of those that are one work.
    """

    indent: str = "  "
    aligned: bool = False
    key_pattern: str | None = None
    by_key: bool = False
    merged: bool = False


DEFAULT = Layout()


def tidy(text: str, steps: Iterable[Step] = STEPS, layout: Layout = DEFAULT) -> Tidied:
    """Return ``text`` with its entries tidied by ``steps``, in their order.

    Tidying twice changes nothing more. Comments, preambles, strings, blanks and blocks that
    cannot be read stay as they are; an entry that could not be written without loss does too, and
    is reported. No text makes this raise; ``ValueError`` for a key pattern that is none.
    """
    segments = split(text)
    faults = list(file_faults(segments))
    later: list[Change] = []
    runner = Runner(steps)
    changed: list[Segment] = []
    entries: dict[int, Entry] = {}
    for place, segment in enumerate(segments):
        if segment.entry is None or not _can_be_written(segment):
            continue
        after = runner.run(segment.entry)
        if after is not segment.entry:
            changed.append(segment)
        if after.remarks:
            faults.extend(
                Fault(message=remark, line=segment.line, key=after.key) for remark in after.remarks
            )
            after = replace(after, remarks=())
        entries[place] = after
    gone: Mapping[int, int] = {}
    keys: dict[str, str] = {}
    if layout.merged:
        from citations.bibfile.uniting import unite  # noqa: PLC0415 - loads all that compares works

        united = unite(segments, entries)
        entries, gone = united.entries, united.gone
        later.extend(united.changes)
        keys = united.keys
    if layout.key_pattern is not None:
        before = dict(entries)
        mapping = new_keys(segments, entries, layout.key_pattern)
        entries = with_keys(entries, mapping)
        later.extend(_key_changes(segments, before, entries))
        renamed = {
            before[place].key: key for place, key in mapping.items() if before[place].key != key
        }
        keys = {old: renamed.get(new, new) for old, new in keys.items()} | renamed
    newline = _newline(text)
    written = {
        place: write_entry(entry, layout.indent, newline, _widest(entry) if layout.aligned else 0)
        for place, entry in entries.items()
    }
    slots = sorted_slots(segments, entries, gone) if layout.by_key else None
    text, rewrites = _assemble(segments, written, slots, gone)
    faults.sort(key=lambda fault: fault.line)

    def tell() -> tuple[Change, ...]:
        made = [*chain.from_iterable(map(runner.trace, changed)), *later]
        return (*made, *_layout_changes(segments, entries, written, made))

    return Tidied(
        text=text, faults=tuple(faults), rewrites=rewrites, keys=tuple(keys.items()),
        entry_count=sum(segment.entry is not None for segment in segments), _tell=tell,
    )  # fmt: skip


def undo(text: str, rewrites: Iterable[Rewrite]) -> str:
    """Return the old file from the new one. Raises ``ValueError`` where it was edited since."""
    given = sorted(rewrites, key=lambda rewrite: rewrite.new_start)
    gaps, place = [], 0
    for rewrite in given:
        end = rewrite.new_start + len(rewrite.new)
        if rewrite.new_start < place or text[rewrite.new_start : end] != rewrite.new:
            raise ValueError("the file is not the one that was written; nothing was undone")
        gaps.append(text[place : rewrite.new_start])
        place = end
    olds = sorted(given, key=lambda rewrite: rewrite.old_start)
    pieces = [piece for gap, one in zip(gaps, olds, strict=True) for piece in (gap, one.old)]
    return "".join(pieces) + text[place:]


def _widest(entry: Entry) -> int:
    return max((len(field.name) for field in entry.fields), default=0)


def _newline(text: str) -> str:
    """Return how the first line of the file ends."""
    return "\r\n" if text[: text.find("\n") + 1].endswith("\r\n") else "\n"


def _can_be_written(segment: Segment) -> bool:
    if segment.entry is None or not (segment.is_plain or is_well_formed(segment.entry)):
        return False
    return _is_text(segment.raw)


def _is_text(raw: str) -> bool:
    """Tell whether ``raw`` has no lone surrogates, which stand for bytes that are not UTF-8."""
    return raw.isascii() or not LONE_SURROGATE.search(raw)


def _key_changes(
    segments: tuple[Segment, ...], before: dict[int, Entry], after: dict[int, Entry]
) -> Iterator[Change]:
    for place, entry in before.items():
        for name, old, new in differences(entry, after[place]):
            yield Change(
                step="rename_keys", line=segments[place].line, key=entry.key, field=name, old=old,
                new=new,
            )  # fmt: skip


def _layout_changes(
    segments: tuple[Segment, ...],
    entries: dict[int, Entry],
    written: dict[int, str],
    changes: list[Change],
) -> list[Change]:
    """Return a change for every entry of which nothing but the layout is new."""
    known = {change.line for change in changes}
    return [
        Change(
            step="lay_out", line=segments[place].line, key=entries[place].key, field="",
            old=segments[place].raw, new=text,
        )
        for place, text in written.items()
        if text != segments[place].raw and segments[place].line not in known
    ]  # fmt: skip


def _assemble(
    segments: tuple[Segment, ...],
    written: dict[int, str],
    slots: dict[int, tuple[int, ...]] | None,
    gone: Mapping[int, int],
) -> tuple[str, tuple[Rewrite, ...]]:
    """Join the new file. ``slots`` gives, for the first place of a unit, the unit that goes there.

    A unit is an entry with the comment that stands directly above it. ``gone`` are the places of
    entries that another took in; the blank after one goes with it.
    """
    out: list[str] = []
    rewrites: list[Rewrite] = []
    length = 0
    units = slots if slots is not None else {place: (place,) for place in written}
    owned = {place for unit in units.values() for place in unit} if slots else units.keys()
    for place, segment in enumerate(segments):
        if place in units:
            unit = units[place]
            old = "".join(segments[one].raw for one in unit)
            new = "".join(written.get(one, segments[one].raw) for one in unit)
            start = segments[unit[0]].start
            if old != new or slots is not None:
                rewrites.append(Rewrite(old_start=start, old=old, new_start=length, new=new))
        elif place in gone or (place - 1 in gone and segment.kind is Kind.BLANK):
            new = ""
            rewrites.append(
                Rewrite(old_start=segment.start, old=segment.raw, new_start=length, new="")
            )
        elif place in owned:
            continue
        else:
            new = segment.raw
        out.append(new)
        length += len(new)
    return "".join(out), tuple(rewrites)
