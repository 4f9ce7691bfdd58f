"""Words, phrases and titles: frequent words of each language, and titles of the training data.

The titles and sentences are read from the shared data at each run and are never stored here.
"""

import json
import random
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import wordfreq

from .tables import LANGUAGES, listed, table

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)?")
_FIGURES = [
    "2030",
    "2019",
    "2020",
    "10",
    "100",
    "1.5",
    "40,000",
    "COVID-19",
    "AI",
    "EU",
    "G20",
    "NHS",
    "5G",
    "20",
    "II",
]
_SCHOLARLY = {"de": 0.5, "en": 0.1, "ru": 0.1}  # share of scholarly titles
_SMALL = frozenset(
    [
        "in",
        "of",
        "for",
        "on",
        "after",
        "with",
        "to",
        "from",
        "against",
        "and",
        "as",
        "but",
        "or",
        "the",
        "a",
    ]
)


@cache
def frequent(language: str) -> list[str]:
    """Return the commonest words of a language, most frequent first."""
    words = wordfreq.top_n_list(language, 20_000)
    return [word for word in words if _WORD.fullmatch(word) and len(word) < 18]


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is borrowed from real text: titles by language, sentences, and names."""

    titles: dict[str, list[str]]
    sentences: list[str]
    journals: list[str]
    publishers: list[str]
    places: list[str]


@cache
def corpus(shared: Path) -> Corpus:
    """Read titles, sentences and journals of the training data."""
    stops = {language: frozenset(frequent(language)[:120]) for language in LANGUAGES}
    titles: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    journals: list[str] = []
    publishers: list[str] = []
    places: list[str] = []
    for row in _rows(shared / "references" / "train.jsonl"):
        if row["source"] == "anystyle-ugly":
            continue
        fields = row["fields"]
        title = fields.get("title", "")
        if 12 <= len(title) <= 160:
            titles[_language(title, stops)].append(title)
        if fields.get("container_type") == "journal" and len(fields["container"]) < 80:
            journals.append(fields["container"])
        if 2 < len(fields.get("publisher", "")) < 50 and len(fields.get("location", "")) < 40:
            publishers.append(fields["publisher"])
            places.extend([fields["location"]] if len(fields.get("location", "")) > 2 else [])
    for row in _rows(shared / "claims" / "polnear_train_docs.jsonl"):
        if 12 <= len(row.get("title") or "") <= 160:
            titles["en"].append(row["title"])
    sentences = [
        row["text"].strip().rstrip(".")
        for row in _rows(shared / "claims" / "polnear_train_sents.jsonl")
        if 25 < len(row["text"].strip()) < 130 and not set(row["text"]) & set('"“')
    ]
    return Corpus(
        titles=titles,
        sentences=sentences,
        journals=journals,
        publishers=sorted(set(publishers)),
        places=sorted(set(places)),
    )


def phrase(source: random.Random, language: str, count: int) -> str:
    """Return ``count`` words that read roughly like a phrase of the language."""
    grammar = table("grammar")[language]
    out: list[str] = []
    for place in range(count):
        kind = source.random()
        is_last = place == count - 1
        if kind < 0.2 and not is_last:
            out.append(source.choice(grammar["prep"]))
        elif kind < 0.35 and not is_last:
            out.append(source.choice(grammar["det"]))
        elif kind < 0.4 and place and not is_last:
            out.append(source.choice(grammar["conj"]))
        elif kind < 0.44:
            out.append(capital(source.choice(listed("places", "nations", language))))
        elif kind < 0.47:
            out.append(source.choice(_FIGURES))
        else:
            word = source.choice(frequent(language)[100:15_000])
            noun = language == "de" and source.random() < 0.5
            out.append(capital(word) if noun else word)
    return " ".join(out)


def title(source: random.Random, language: str, texts: Corpus) -> str:
    """Return a title: a real one, a sentence's beginning, or a made-up phrase."""
    if language not in {"en", "ru"} and source.random() < 0.15:
        language = "en"  # what authors of any language cite
    kind = source.random()
    if source.random() < _SCHOLARLY.get(language, 0.25):
        text = scholarly(source, language, "titles")
    elif texts.titles[language] and kind < 0.45:
        text = source.choice(texts.titles[language])
    elif language == "en" and kind < 0.7 and texts.sentences:
        text = source.choice(texts.sentences)
        if source.random() < 0.5:
            text = " ".join(text.split()[: source.randint(4, 11)]).rstrip(",;:")
    else:
        text = capital(phrase(source, language, source.randint(2, 9)))
        if source.random() < 0.3:
            joint = source.choice([": ", " – ", ": ", ". ", " — ", ": ", "? ", " | "])
            text += joint + capital(phrase(source, language, source.randint(2, 7)))
    return _dressed(source, language, text).strip()


def scholarly(source: random.Random, language: str, kind: str) -> str:
    """Return a title or a series as the humanities name them."""
    text: str = source.choice(listed("academic", kind, language))
    while "{N}" in text:
        noun = source.choice(_nouns(language))
        text = text.replace("{N}", capital(noun) if language == "de" else noun, 1)
    for _ in range(2):
        text = text.replace("{Y}", str(source.randint(1870, 2022)), 1)
    text = text.replace("{n}", str(source.randint(2, 20)))
    return capital(text.replace("{P}", source.choice(listed("places", "nations", language))))


@cache
def _nouns(language: str) -> list[str]:
    endings = tuple(listed("academic", "suffixes", language))
    return [word for word in frequent(language)[300:] if word.endswith(endings) and len(word) > 5]


def _dressed(source: random.Random, language: str, text: str) -> str:
    """Add what titles have now and then: capitals, a question mark, a year, a quoted word."""
    if language == "en" and source.random() < 0.25:
        words = text.split()
        text = " ".join(
            word if place and word in _SMALL else capital(word) for place, word in enumerate(words)
        )
    mark = source.random()
    if mark < 0.08:
        text = text.rstrip("?!") + "?"
    elif mark < 0.1:
        text = text.rstrip("?!") + "!"
    if source.random() < 0.05:
        text += source.choice([" 2019", " 2020/21", ", 1998–2012", " (2021)", " 2.0", " II"])
    elif source.random() < 0.04:
        name = "".join(source.choices("ABCDEGIKLMNOPRSTU", k=source.randint(3, 6)))
        year = source.randint(1975, 2023)
        text = (
            source.choice([f"{name} {year}. ", f"{name} {year}: ", f"{name}: ", f"{year}: "]) + text
        )
    words = text.split()
    if len(words) > 4 and source.random() < 0.04:
        place = source.randint(0, len(words) - 2)
        words[place] = source.choice(["‘{}’", "“{}”", '"{}"', "„{}“"]).format(words[place])
        text = " ".join(words)
    return text


def capital(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]


def _language(text: str, stops: dict[str, frozenset[str]]) -> str:
    words = set(re.findall(r"\w+", text.lower()))
    best = max(LANGUAGES, key=lambda language: len(words & stops[language]))
    return best if words & stops[best] else "en"


def _rows(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
