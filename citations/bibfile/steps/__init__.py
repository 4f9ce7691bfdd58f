"""The steps of tidying, in their order. Each is a pure function ``Entry -> Entry``.

A step that cannot be sure leaves the field alone and puts a remark on the entry.
"""

from collections.abc import Callable
from enum import StrEnum

from citations.bibfile.entry import Entry
from citations.bibfile.steps.addresses import settle_doi, settle_isbn_issn, settle_url
from citations.bibfile.steps.capitals import protect_capitals
from citations.bibfile.steps.characters import (
    clean_blanks,
    commands_to_letters,
    escape_specials,
    letters_to_commands,
    mend_markup,
)
from citations.bibfile.steps.entry_types import choose_type
from citations.bibfile.steps.numbers import settle_dates, settle_month, settle_pages
from citations.bibfile.steps.people import settle_names
from citations.bibfile.steps.shape import (
    brace_values,
    drop_empty_fields,
    drop_same_fields,
    lower_names,
    order_fields,
)

Step = Callable[[Entry], Entry]


class Letters(StrEnum):
    """How letters beyond ASCII are written: as LaTeX commands, as themselves, or as they stand."""

    LATEX = "latex"
    UNICODE = "unicode"
    KEEP = "keep"


_FIRST: tuple[Step, ...] = (
    lower_names,
    brace_values,  # later steps read only texts in braces
    clean_blanks,
    drop_empty_fields,
    mend_markup,
)
_LETTERS: dict[Letters, tuple[Step, ...]] = {
    Letters.LATEX: (letters_to_commands,),
    Letters.UNICODE: (commands_to_letters,),
    Letters.KEEP: (),
}
_LAST: tuple[Step, ...] = (
    escape_specials,
    settle_names,
    settle_pages,
    settle_month,
    settle_dates,
    settle_doi,
    settle_url,
    settle_isbn_issn,
    drop_same_fields,
    choose_type,
    protect_capitals,
    order_fields,
)


def steps_for(letters: Letters) -> tuple[Step, ...]:
    """Return the steps, in order."""
    return (*_FIRST, *_LETTERS[letters], *_LAST)


STEPS = steps_for(Letters.LATEX)
