"""Synthetic newsroom references: labelled, typed, the same for the same seed.

python -m benchmarks.training.references.generate 200 7    # prints 200, seed 7
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .damage import damage
from .dates import draw_day
from .draft import Draft, draw_style
from .render import render
from .slots import World
from .tables import LANGUAGES, forms
from .templates import parse
from .words import corpus

_LANGUAGE_WEIGHTS = (52, 17, 9, 7, 5, 5, 5)
_GROUP_WEIGHTS = {"not_a_reference": 10.0, "back_reference": 6.0}


class Synthetic(NamedTuple):
    """A synthetic string: its text, its (text, label) pieces, a CSL type or kind, a language.

    ``form`` is the number of its form among ``tables.forms()``, from 0.
    """

    text: str
    pieces: tuple[tuple[str, str], ...]
    type: str
    language: str
    form: int


def generate(seed: int, shared: Path) -> Iterator[Synthetic]:
    """Yield synthetic references without end; ``shared`` is the folder of the shared data."""
    source = random.Random(seed)
    texts = corpus(shared)
    choices = {language: _forms_of(language) for language in LANGUAGES}
    while True:
        language = source.choices(LANGUAGES, _LANGUAGE_WEIGHTS)[0]
        found, weights = choices[language]
        form = source.choices(found, weights)[0]
        kind = form["type"]
        draft = Draft(random=source, language=language, style=draw_style(source, language))
        render(draft, parse(form["text"]), World(draw_day(source), texts))
        is_reference = kind not in _GROUP_WEIGHTS
        pieces = draft.pieces if is_reference else [(text, "other") for text, _ in draft.pieces]
        if is_reference and draft.chance(0.025):
            pieces = [(draft.listed("cues", "see"), "other"), *pieces]
        pieces = damage(source, pieces, is_reference=is_reference)
        text = "".join(text for text, _ in pieces)
        if text.strip():
            yield Synthetic(text, tuple(pieces), kind, language, form["number"])


def _forms_of(language: str) -> tuple[list[dict], list[float]]:
    """Return the forms of a language with their weights.

    Forms of one language only would otherwise be rare, and what is no reference has one share in
    every language, however many forms there are for it.
    """
    found = [form for form in forms() if language in form.get("languages", LANGUAGES)]
    weights = [float(form["weight"]) for form in found]
    total = sum(
        w for form, w in zip(found, weights, strict=False) if form["type"] not in _GROUP_WEIGHTS
    )
    for kind, share in _GROUP_WEIGHTS.items():
        own = sum(w for form, w in zip(found, weights, strict=False) if form["type"] == kind)
        weights = [
            w * share / 100 * total / own if form["type"] == kind else w
            for form, w in zip(found, weights, strict=False)
        ]
    return found, weights


def main() -> None:
    """Print labelled samples for a person to read."""
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    shared = Path(__file__).resolve().parents[4] / "shared" / "data"
    for number, sample in zip(range(count), generate(seed, shared), strict=False):
        marked = "".join(t if label == "other" else f"<{label}:{t}>" for t, label in sample.pieces)
        print(number, sample.language, sample.type, "|", marked)


if __name__ == "__main__":
    main()
