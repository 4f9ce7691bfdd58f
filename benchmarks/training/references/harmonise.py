"""Give every training string one label a token, by one habit of labelling.

AnyStyle's segments hold punctuation, cue words, and volume with issue in one; GROBID's and the
synthetic ones hold the bare value. All are brought to the bare value, which is what the runtime
reads back (see the data's README, "Two annotation habits").
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from citations.parse.tagger.tokens import tokenize

LABELS = [
    "other",
    "author",
    "editor",
    "translator",
    "title",
    "journal",
    "booktitle",
    "date",
    "volume",
    "issue",
    "pages",
    "publisher",
    "location",
    "edition",
    "series",
    "doi",
    "url",
    "arxiv",
    "isbn",
    "issn",
    "pmid",
    "note",
    "genre",
    "medium",
    "identifier",
    "accessed",
    "version",
    "handle",
    "authority",
    "event",
    "source",
    "director",
    "citation-number",
    "institution",
]
KINDS = [
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "book",
    "broadcast",
    "chapter",
    "dataset",
    "entry-encyclopedia",
    "graphic",
    "interview",
    "legal_case",
    "legislation",
    "motion_picture",
    "paper-conference",
    "patent",
    "personal_communication",
    "post",
    "post-weblog",
    "report",
    "software",
    "speech",
    "standard",
    "thesis",
    "webpage",
    "back_reference",
    "not_a_reference",
]
_RENAMED = {
    "collaboration": "author",
    "chapter": "note",
    "pii": "note",
    "producer": "director",
}
_CUES: Mapping[str, frozenset[str]] = {
    label: frozenset(words.split())
    for label, words in {
        "pages": "pp p pages page pgs pg s ss c с seiten seite стр págs pág pags",
        "volume": "vol vols volume volumes v bd band jg jahrgang tome tom t no nr number issue "
        "heft n bds том",
        "issue": "no nr number num issue heft n № iss nos",
        "editor": "in ed eds edited by hrsg hg editor editors dir coord coords orgs org éd éds "
        "herausgegeben",
        "journal": "in",
        "booktitle": "in в",
        "url": "available at from retrieved url online accessed verfügbar unter",
        "doi": "doi",
        "isbn": "isbn",
        "issn": "issn",
        "pmid": "pmid pubmed",
        "translator": "trans translated by übersetzt traduit",
    }.items()
}
_EDGE_SIGNS = {"author": "@—", "title": "—!?"}


class Labelled(NamedTuple):
    """A string with its tokens, a label for each, and its kind where that is known."""

    text: str
    tokens: list[tuple[int, int]]
    labels: list[str]
    kind: str | None
    source: str


def harmonise(row: Mapping[str, Any]) -> Labelled:
    """Return a row of the shared data, or a synthetic one, with a label for every token."""
    text, source = row["text"], row["source"]
    tokens = tokenize(text)
    labels = ["other"] * len(tokens)
    starts = [start for start, _ in tokens]
    at = place = 0
    for printed, label in row["labels"]:
        at += len(printed)
        first = place
        while place < len(starts) and starts[place] < at:
            place += 1
        if label != "other" and first < place:
            name = _RENAMED.get(label, label)
            words = [text[start:end] for start, end in tokens[first:place]]
            if source.startswith("anystyle"):
                spread = _anystyle(name, words, row["fields"])
            else:
                spread = _bare(name, words)
            labels[first:place] = spread
    return Labelled(text, tokens, labels, row.get("type"), source)


def _anystyle(label: str, words: Sequence[str], fields: Mapping[str, str]) -> list[str]:
    """Leave cue words and marks at the edges out; part the issue from the volume."""
    cues = _CUES.get(label, frozenset())
    first, last = _trimmed(words, lambda word: _is_mark(word) or word.lower() in cues)
    out = ["other"] * len(words)
    if label == "volume" and fields.get("issue"):
        first_issue = _end_of_volume(words, first, last, fields.get("volume", ""))
        out[first:first_issue] = ["volume"] * (first_issue - first)
        both = _CUES["volume"] | _CUES["issue"]
        low, high = _trimmed(
            words[first_issue:last], lambda word: _is_mark(word) or word.lower() in both
        )
        out[first_issue + low : first_issue + high] = ["issue"] * (high - low)
        return out
    out[first:last] = [label] * (last - first)
    return out


def _end_of_volume(words: Sequence[str], first: int, last: int, volume: str) -> int:
    """Return where the tokens of the volume's value end."""
    wanted = len(re.sub(r"\W", "", volume))
    read = 0
    at = first
    while at < last and read < wanted:
        read += len(words[at]) if words[at].isalnum() else 0
        at += 1
    return at


def _bare(label: str, words: Sequence[str]) -> list[str]:
    """Leave marks at the edges out, but those that belong to a title or an author's dash."""
    keep = _EDGE_SIGNS.get(label, "")
    first, last = _trimmed(words, lambda word: _is_mark(word) and word not in keep)
    return ["other"] * first + [label] * (last - first) + ["other"] * (len(words) - last)


def _trimmed(words: Sequence[str], drops: Any) -> tuple[int, int]:
    first, last = 0, len(words)
    while first < last and drops(words[first]):
        first += 1
    while last > first and drops(words[last - 1]):
        last -= 1
    return first, last


def _is_mark(word: str) -> bool:
    return not any(sign.isalnum() for sign in word)


def check(rows: Iterable[Labelled]) -> None:
    """Raise ValueError where a row has a label or kind that the tagger does not know."""
    for row in rows:
        strange = set(row.labels) - set(LABELS)
        if strange or (row.kind is not None and row.kind not in KINDS):
            raise ValueError(f"unknown label or kind in {row}")
