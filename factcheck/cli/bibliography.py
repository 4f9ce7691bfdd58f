"""An article's references as clean items, each work once."""

from collections.abc import Iterable

from citations import formats
from citations.duplicates import Verdict, merge
from citations.item import Item
from citations.normalise import normalise
from factcheck.cli.settings import choice
from factcheck.model.analysis import Analysis

REFERENCE = "reference"


def works(analysis: Analysis) -> tuple[Item, ...]:
    """Return one item a work, in printed order of its first entry, merged and normalised."""
    known = {each.id: each for each in analysis.references if each.kind == REFERENCE}
    groups = {name: [reference] for name, reference in known.items()}
    for cluster in analysis.clusters:
        members = [name for name in cluster.members if name in groups]
        if cluster.verdict is not Verdict.SAME or len(members) < 2:
            continue
        first, *others = members
        for name in others:
            groups[first] += groups.pop(name)
    return tuple(normalise(merge([one.item for one in group])) for group in groups.values())


def written(items: Iterable[Item], name: str) -> str:
    """Return items in a bibliography format. Raises UsageError for an unknown one."""
    choice("--to", name, formats.names())
    return formats.write(list(items), name)
