"""Bring an item into normal form: small named steps, in a visible order.

Each step is one module with a function ``Item -> Item``; what a step takes out of a field it
puts in ``extra``, so that nothing is lost. Normalising twice changes nothing.
"""

from collections.abc import Callable, Iterable

from citations.item import Item
from citations.normalise.addresses import mend_addresses
from citations.normalise.apostrophes import set_apostrophes
from citations.normalise.date_parts import check_dates
from citations.normalise.editions import shorten_edition
from citations.normalise.extra_fields import settle_extra
from citations.normalise.identifier_forms import canonical_identifiers
from citations.normalise.name_forms import settle_names
from citations.normalise.page_ranges import settle_pages
from citations.normalise.white_space import clean_white_space

__all__ = ["STEPS", "Step", "normalise"]

Step = Callable[[Item], Item]

STEPS: tuple[Step, ...] = (
    clean_white_space,  # first: every later step trusts single blanks and NFC
    settle_names,
    check_dates,
    canonical_identifiers,
    mend_addresses,
    settle_pages,
    shorten_edition,
    set_apostrophes,
    settle_extra,  # last: other steps put there what is invalid
)


def normalise(item: Item, steps: Iterable[Step] = STEPS) -> Item:
    """Return ``item`` after ``steps``, in their order."""
    for step in steps:
        item = step(item)
    return item
