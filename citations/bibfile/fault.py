"""What is wrong with an entry, for a person to mend."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault. ``code`` is the rule that knows it (BIB001...), "" for the file's own grammar.

    ``line`` counts from 1; ``key`` and ``field`` are "" where the fault has none.
    """

    message: str
    line: int
    key: str = ""
    field: str = ""
    code: str = ""
