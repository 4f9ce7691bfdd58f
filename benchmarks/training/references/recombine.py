"""Make new strings of the real ones: the print of one reference with the values of others.

Ten thousand real strings hold few pairings of a house's punctuation with a title or a publisher.
A value is exchanged for one of the same label, source and build (how many words, and its first
and last signs' kinds), so that what is made still looks like its source.
"""

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]

# Values that do not depend on the rest of the string. Years and pages teach nothing new.
_EXCHANGED = frozenset(
    {"author", "editor", "title", "journal", "booktitle", "publisher", "location", "series"}
)
_CHANCE = 0.6  # of a value to be exchanged
_SEVERAL_WORDS = 3  # from here on titles differ in build by their length only


class Recombiner:
    """Values by label, source and build, and the strings made of them."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """Collect the values of the rows."""
        self._rows = rows
        self._values: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for row in rows:
            for text, label in row["labels"]:
                if label in _EXCHANGED and text.strip():
                    self._values[self._key(row, text, label)].append(text)

    def draw(self, source: random.Random) -> Row:
        """Return a row made of two or more."""
        row = source.choice(self._rows)
        labels: list[list[str]] = []
        for text, label in row["labels"]:
            if label in _EXCHANGED and text.strip() and source.random() < _CHANCE:
                value = source.choice(self._values[self._key(row, text, label)])
                labels.append([value, label])
            else:
                labels.append([text, label])
        text = "".join(value for value, _ in labels)
        return {**row, "text": text, "labels": labels}

    @staticmethod
    def _key(row: Row, text: str, label: str) -> tuple[str, str, str]:
        people = label in {"author", "editor"}
        words = text.split()
        size = min(len(words), 12) // 3 if people else min(len(words), _SEVERAL_WORDS)
        ends = text[0] + text[-1]
        marks = "".join("a" if sign.isalpha() else sign for sign in ends)
        inverted = "," in text.split(" and ", maxsplit=1)[0] and people
        script = max(text) > "\u2e7f"
        return row["source"], label, f"{size}{marks}{inverted}{script}"
