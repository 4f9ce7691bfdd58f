"""The steps of tidying, in their order. Each is a pure function ``Entry -> Entry``.

Most look at one value at a time (``FieldStep``); the table says which fields they see. A step
that cannot be sure leaves the field alone, and one that questions puts a remark on the entry.
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
    trim_long_texts,
    unbrace_marks,
)
from citations.bibfile.steps.entry_types import choose_type
from citations.bibfile.steps.field_kinds import (
    DATES,
    EDITORS,
    LONG_TEXTS,
    MONTH,
    NAMES,
    PAGES,
    TITLES,
    VERBATIM,
)
from citations.bibfile.steps.field_step import FieldStep
from citations.bibfile.steps.markup import mend_encoding, mend_markup
from citations.bibfile.steps.numbers import (
    compare_years,
    settle_dates,
    settle_month,
    settle_pages,
)
from citations.bibfile.steps.people import drop_roles, question_names, settle_names
from citations.bibfile.steps.preprints import settle_eprint
from citations.bibfile.steps.shape import (
    brace_values,
    drop_empty_fields,
    drop_same_fields,
    lower_names,
    order_fields,
)
from citations.bibfile.steps.synonyms import rename_synonyms

Step = Callable[[Entry], Entry]


class Letters(StrEnum):
    """How letters beyond ASCII are written: as LaTeX commands, as themselves, or as they stand."""

    LATEX = "latex"
    UNICODE = "unicode"
    KEEP = "keep"


_FIRST: tuple[Step, ...] = (
    lower_names,
    rename_synonyms,
    # Later steps read only texts in braces.
    FieldStep(brace_values, with_delimiters=True, about_characters=True),
    FieldStep(mend_encoding, never=VERBATIM, about_characters=True),
    FieldStep(clean_blanks, never=LONG_TEXTS, about_characters=True),
    FieldStep(trim_long_texts, only=LONG_TEXTS, about_characters=True),
    FieldStep(unbrace_marks, never=VERBATIM, about_characters=True),
    FieldStep(mend_markup, never=VERBATIM, about_characters=True),
)
_LETTERS: dict[Letters, tuple[Step, ...]] = {
    Letters.LATEX: (FieldStep(letters_to_commands, never=VERBATIM, about_characters=True),),
    Letters.UNICODE: (FieldStep(commands_to_letters, never=VERBATIM, about_characters=True),),
    Letters.KEEP: (),
}
_LAST: tuple[Step, ...] = (
    FieldStep(escape_specials, never=VERBATIM, about_characters=True),
    FieldStep(drop_roles, only=EDITORS),
    FieldStep(settle_names, only=NAMES),
    FieldStep(settle_pages, only=PAGES),
    FieldStep(settle_month, only=MONTH, with_delimiters=True),
    FieldStep(settle_dates, only=DATES),
    FieldStep(protect_capitals, only=TITLES),
    drop_empty_fields,
    question_names,
    compare_years,
    settle_doi,
    settle_eprint,
    settle_url,
    settle_isbn_issn,
    drop_same_fields,
    choose_type,
    order_fields,
)


def steps_for(letters: Letters) -> tuple[Step, ...]:
    """Return the steps, in order."""
    return (*_FIRST, *_LETTERS[letters], *_LAST)


STEPS = steps_for(Letters.LATEX)
