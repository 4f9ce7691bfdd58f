"""Steps that look at one value at a time, whatever else its entry holds."""

from collections.abc import Callable
from dataclasses import dataclass

from citations.bibfile.entry import Entry, Field, text_of


@dataclass(frozen=True, slots=True)
class FieldStep:
    """A step made of a function ``str -> str`` over the values of an entry's fields.

    It sees the text in the braces of those called ``only`` (``None``: of all), never of those
    called ``never``. Where ``with_delimiters``, it sees whole values instead, such as
    ``nat # { Physics}``. A step ``about_characters`` has nothing to do where a value is plain
    ASCII words with single blanks between them.
    """

    change: Callable[[str], str]
    only: frozenset[str] | None = None
    never: frozenset[str] = frozenset()
    with_delimiters: bool = False
    about_characters: bool = False

    @property
    def __name__(self) -> str:
        """Return the name of the function."""
        return self.change.__name__

    def concerns(self, name: str) -> bool:
        """Tell whether the step looks at fields called ``name``."""
        return name not in self.never and (self.only is None or name in self.only)

    def __call__(self, entry: Entry) -> Entry:
        """Return the entry with its fields changed; itself where nothing changes."""
        return entry.map(self.on_field)

    def on_field(self, field: Field) -> Field:
        """Return the field changed; itself where nothing changes."""
        if not self.concerns(field.name):
            return field
        if self.with_delimiters:
            value = self.change(field.value)
        else:
            text = text_of(field.value)
            value = field.value if text is None else f"{{{self.change(text)}}}"
        return field if value == field.value else Field(name=field.name, value=value)
