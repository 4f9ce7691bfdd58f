"""How much a string looks like an entry of a reference list.

Signals and their order of weight follow what refextract and GROBID look for in plain text: an
author who begins with a family name and initials, a year in parentheses, a DOI or other address,
volume and pages, words of publishing. The weights were set by hand on the developers' half of the
page set and checked on pages that hold no list.
"""

import re
from collections.abc import Sequence

_YEAR = r"(?:1[5-9]|20)\d\d"
_SIGNALS: tuple[tuple[float, re.Pattern[str]], ...] = (
    # (2020), (2020a), (2020, May 3), (n.d.), (Hrsg. 2019)
    (
        0.35,
        re.compile(
            rf"\((?:[^()]{{0,30}}\W)?{_YEAR}[a-z]?(?:[,:;/–-][^()]{{0,24}})?\)|\(n\.\s?d\.\)"
        ),
    ),
    (0.15, re.compile(rf"\b{_YEAR}[a-z]?\b")),
    # Family, A. B.  /  Family AB,  /  A. B. Family
    (0.35, re.compile(r"^\W{0,4}[^\W\d_][\w'’.-]*(?: [\w'’-]+){0,3},? (?:[A-Z]\.[ -]?){1,4}")),
    (
        0.30,
        re.compile(r"^\W{0,4}(?:[a-z']{1,4} ){0,2}[A-Z][\w'’-]+,? [A-Z]{1,3}(?:[,.;:]| and | \()"),
    ),
    (0.20, re.compile(r"^\W{0,4}(?:[A-Z]\.[ -]?){1,4} ?[A-Z][\w'’-]+")),
    (
        0.20,
        re.compile(r"^\W{0,4}[A-Z][\w'’-]+(?: [a-z]{1,4}){0,2}(?: [A-Z][\w'’-]+)?, [A-Z][\w'’-]+"),
    ),
    (
        0.30,
        re.compile(r"\b10\.\d{4,9}/\S|\bdoi\b|\bpmid\b|\barxiv\b|\bisbn\b|\bissn\b", re.IGNORECASE),
    ),
    (0.20, re.compile(r"\bhttps?://|\bwww\.\w")),
    (0.15, re.compile(r"^\W{0,4}(?:https?://|www\.)\S+\W*$")),
    (
        0.25,
        re.compile(
            r"\b\d{1,4} ?\(\d{1,4}(?:[-–/]\d{1,4})?\)|\bvol\.? ?\d|\bno\.? ?\d|\bbd\. ?\d",
            re.IGNORECASE,
        ),
    ),
    (0.20, re.compile(r"\bpp?\.? ?\d|\bS\. ?\d|[:,;] ?e?\d{1,5} ?[-–—] ?e?\d{1,5}\b")),
    (
        0.15,
        re.compile(
            r"\bet al\b|\beds?\.|\bhrsg\b|\(hg\.\)|\bjournal\b|\bproceedings\b|\bpress\b"
            r"|\buniversity\b|\bverlag\b|\béditions?\b|\bin: |\bisbn\b|\bzeitschrift\b|\brevue\b",
            re.IGNORECASE,
        ),
    ),
    (
        0.15,
        re.compile(
            r"\b(?:retrieved|accessed|abgerufen|aufgerufen|consulté|zugriff|stand|available (?:at|"
            r"from))\b",
            re.IGNORECASE,
        ),
    ),
    (0.10, re.compile(r"[“\"„«][^“”\"„«»]{8,200}[”\"“»]")),
)
_SPEECH = re.compile(r"\b(?:said|says|told|we|you|your|I|wir|nous|ich)\b")


def likeness(text: str) -> float:
    """Return how much a string looks like a printed reference, 0 to 1."""
    if not 12 <= len(text) <= 3000:
        return 0.0
    head = text[:700]
    score = sum(weight for weight, pattern in _SIGNALS if pattern.search(head))
    if len(text) > 700:
        score -= 0.3
    if _SPEECH.search(head):
        score -= 0.2
    return min(max(score, 0.0), 1.0)


def mean_likeness(texts: Sequence[str]) -> float:
    """Return the mean likeness of a list's strings; 0 for none."""
    return sum(map(likeness, texts)) / len(texts) if texts else 0.0
