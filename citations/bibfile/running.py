"""Run the steps over entries: each value goes once through the steps that see only values."""

import re
from collections.abc import Iterable
from dataclasses import replace

from citations.bibfile.changes import Change, differences
from citations.bibfile.entry import Entry, Field, canonical_value, text_of
from citations.bibfile.segments import Segment
from citations.bibfile.steps import Step
from citations.bibfile.steps.field_step import FieldStep

_MOST_KNOWN = 20_000
_LONGEST_KNOWN = 60
_UNBALANCED = "tidying would unbalance its braces: left as it stands"
# Words of ASCII letters, digits and harmless marks in braces, one blank between them.
_ORDINARY = re.compile(r"\{[A-Za-z0-9.,:;()/?!+*=-]++(?: [A-Za-z0-9.,:;()/?!+*=-]++)*+\}\Z")


class Runner:
    """Steps to be run over many entries.

    ``run`` gives what running them one after the other would (``trace`` does, and a test compares
    the two): steps over single values that follow each other are taken together, the ones about
    characters are left out where a value has none of theirs, and what became of a short value is
    kept, since journals, publishers and years come back.
    """

    def __init__(self, steps: Iterable[Step]) -> None:
        """Group the steps."""
        self._steps = tuple(steps)
        self._groups: list[_FieldSteps | Step] = []
        for step in self._steps:
            if not isinstance(step, FieldStep):
                self._groups.append(step)
            elif self._groups and isinstance(self._groups[-1], _FieldSteps):
                self._groups[-1].steps.append(step)
            else:
                self._groups.append(_FieldSteps(step))

    def run(self, first: Entry) -> Entry:
        """Return the entry after all steps; itself, with a remark, if braces would not pair up."""
        entry = first
        for group in self._groups:
            entry = group(entry)
        if _is_well_formed(entry):
            return entry
        return replace(first, remarks=(_UNBALANCED,))

    def trace(self, segment: Segment) -> list[Change]:
        """Return what each step changes in the segment's entry."""
        entry = segment.entry
        if entry is None:
            return []
        line, key = segment.line, entry.key
        made: list[Change] = []
        for step in self._steps:
            after = step(entry)
            if after is entry:
                continue
            reason = "; ".join(after.remarks[len(entry.remarks) :])
            for field, old, new in differences(entry, after):
                made.append(Change(step.__name__, line, key, field, old, new, reason))
            entry = after
        return made if _is_well_formed(entry) else []


class _FieldSteps:
    """Steps over single values that follow each other: each value goes through all of them."""

    def __init__(self, step: FieldStep) -> None:
        self.steps = [step]
        self._by_name: dict[tuple[str, bool], tuple[FieldStep, ...]] = {}
        self._known: dict[tuple[str, str], Field] = {}

    def __call__(self, entry: Entry) -> Entry:
        """Return the entry with its fields changed; itself where nothing changes."""
        known = self._known
        fields = []
        is_new = False
        for field in entry.fields:
            after = known.get((field.name, field.value)) or self._look(field)
            if after.value != field.value:
                is_new = True
            fields.append(after)
        return entry.with_fields(tuple(fields)) if is_new else entry

    def _look(self, field: Field) -> Field:
        name, value = field.name, field.value
        steps = self._of(name, is_ordinary=_ORDINARY.match(value) is not None)
        found = _through(steps, field) if steps else field
        if len(value) <= _LONGEST_KNOWN:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[name, value] = found
        return found

    def _of(self, name: str, *, is_ordinary: bool) -> tuple[FieldStep, ...]:
        steps = self._by_name.get((name, is_ordinary))
        if steps is None:
            steps = tuple(
                step
                for step in self.steps
                if step.concerns(name) and not (is_ordinary and step.about_characters)
            )
            self._by_name[name, is_ordinary] = steps
        return steps


def _through(steps: tuple[FieldStep, ...], field: Field) -> Field:
    value = field.value
    text = text_of(value)
    for step in steps:
        if step.with_delimiters:
            changed = step.change(value)
            if changed != value:
                value, text = changed, text_of(changed)
        elif text is not None:
            after = step.change(text)
            if after != text:
                value, text = f"{{{after}}}", after
    return field if value == field.value else Field(name=field.name, value=value)


def _is_well_formed(entry: Entry) -> bool:
    for field in entry.fields:  # noqa: SIM110 - a plain loop: asked of every entry
        if canonical_value(field.value) is None:
            return False
    return True
