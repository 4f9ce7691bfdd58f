"""How much a string looks like an entry of a reference list.

Signals and their order of weight follow what refextract and GROBID look for in plain text: an
author who begins with a family name and initials, a year in parentheses, a DOI or other address,
volume and pages, words of publishing. The weights were set by hand on the developers' half of the
page set and checked on pages that hold no list.
"""

import re
import unicodedata

_YEAR = r"(?:1[5-9]|20)\d\d"
_QUOTED = re.compile(r"[“\"„«][^“”\"„«»]{8,200}[”\"“»]|[「『《][^「」『』《》]{4,120}[」』》]")
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_AUTHORS: tuple[tuple[float, re.Pattern[str]], ...] = (
    # Family, A. B.  /  Family AB,  /  A. B. Family
    (0.35, re.compile(r"^\W{0,4}[^\W\d_][\w'’.-]*(?: [\w'’-]+){0,3},? (?:[A-Z]\.[ -]?){1,4}")),
    (
        0.30,
        re.compile(
            r"^\W{0,4}(?:[a-z']{1,4} ){0,2}[A-Z][\w'’-]+,? [A-Z]{1,3}"
            r"(?:[,.;:]| and | & | \(| \d{4}\b)"
        ),
    ),
    (0.20, re.compile(r"^\W{0,4}(?:[A-Z]\.[ -]?){1,4} ?[A-Z][\w'’-]+")),
    (
        0.20,
        re.compile(r"^\W{0,4}[A-Z][\w'’-]+(?: [a-z]{1,4}){0,2}(?: [A-Z][\w'’-]+)?, [A-Z][\w'’-]+"),
    ),
    # 山名祐介,小森ひとみ:  高遠昭二『  张伟. (full-width marks folded)
    (
        0.30,
        re.compile(
            r"^\W{0,4}[\u3040-\u30ff々\u4e00-\u9fff]{2,12}(?:[,、・:.「『《(]| et al|ほか|等)"
        ),
    ),
)
"""Weight and pattern of the ways a reference begins with its author."""
_AUTHOR_PATTERNS = tuple(pattern for _, pattern in _AUTHORS)
_SIGNALS: tuple[tuple[float, re.Pattern[str]], ...] = (
    *_AUTHORS,
    # (2020), (2020a), (2020, May 3), (n.d.), (Hrsg. 2019)
    (
        0.35,
        re.compile(
            rf"\((?:[^()]{{0,30}}\W)?{_YEAR}[a-z]?(?:[,:;/–-][^()]{{0,24}})?\)|\(n\.\s?d\.\)"
        ),
    ),
    (0.15, re.compile(rf"\b{_YEAR}(?:[a-z]?\b|(?=年))")),
    # ". Saltmarsh Books, 2013."
    (0.20, re.compile(rf"[.:,] [A-Z][^.:,]{{2,40}}, {_YEAR}\.?$")),
    (0.20, re.compile(r"\bpp?\.? ?\d|\bS\. ?\d|[:,;] ?e?\d{1,5} ?[-–—] ?e?\d{1,5}\b")),
    (0.10, _QUOTED),
)
_PATTERNS_OF_LOWERED: tuple[tuple[float, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        0.30,
        ("10.", "doi", "pmid", "arxiv", "isbn", "issn"),
        re.compile(r"\b(?:10\.\d{4,9}/\S|(?:doi|pmid|arxiv|isbn|issn)\b)"),
    ),
    (0.20, ("http", "www."), re.compile(r"\b(?:https?://|www\.\w)")),
    (0.15, ("http", "www."), re.compile(r"^\W{0,4}(?:https?://|www\.)\S+\W*$")),
    (
        0.25,
        ("(", "vol", "no", "bd."),
        re.compile(r"\b(?:\d{1,4} ?\(\d{1,4}(?:[-–/]\d{1,4})?\)|vol\.? ?\d|no\.? ?\d|bd\. ?\d)"),
    ),
    (
        0.15,
        (
            "et al", "ed.", "eds.", "hrsg", "(hg.)", "journal", "proceedings", "press",
            "university", "verlag", "édition", "in: ", "isbn", "zeitschrift", "revue",
        ),
        re.compile(
            r"\b(?:et al\b|eds?\.|hrsg\b|journal\b|proceedings\b|press\b|university\b|verlag\b"
            r"|éditions?\b|in: |isbn\b|zeitschrift\b|revue\b)|\(hg\.\)"
        ),
    ),
    (
        0.15,
        (
            "閲覧", "参照", "アクセス", "访问", "書房", "書店", "出版", "大学", "学会", "新聞",
            "[j]", "[m]", "[d]", "[eb",
        ),
        re.compile(r"\d日?(?:閲覧|参照|アクセス|访问)|書房|書店|出版|大学|学会|新聞|\[(?:j|m|d|eb/ol)\]"),
    ),
    (
        0.15,
        (
            "retrieved", "accessed", "abgerufen", "aufgerufen", "consulté", "zugriff", "stand",
            "available",
        ),
        re.compile(
            r"\b(?:retrieved|accessed|abgerufen|aufgerufen|consulté|zugriff|stand|available (?:at|"
            r"from))\b"
        ),
    ),
)  # fmt: skip
"""Weight, words of which one must occur (a fast test before a slow one), and the pattern."""
_SPEECH = re.compile(r"\b(?:said|says|told|we|you|your|I|wir|nous|ich)\b")

_BACK_REFERENCE = re.compile(
    r"(?:(?:see|cf\.?|vgl\.?|siehe|voir|v\.|véase|cfr\.?|zie) )?"
    r"(?:ibid|ib\.|íbid|ebd|ebenda|idem\b|id\.|op\. ?cit|a\. ?a\. ?O|loc\. ?cit|ivi\b|там же)",
    re.IGNORECASE,
)
_NAME = r"[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’-]+)?"
_SHORT_NOTE = re.compile(
    rf"{_NAME}(?:(?:,| &| and| und| et| y| e| en) {_NAME}){{0,3}}(?: et al\.?)?,? "
    rf"\(?{_YEAR}[a-z]?\)?[,:] ?(?:(?:pp?|S|s|págs?|pagg?|str|blz|с)\. ?)?\d[\d\s,–-]*f{{0,2}}\.?"
)

_ADDRESS = re.compile(r"https?://|www\.\w|\b10\.\d{4,9}/", re.IGNORECASE)
_DATE = re.compile(rf"\b{_YEAR}|\(n\.\s?d\.\)")
# (1931–2023)  (born 1961)  born in 1961  ". She won"  teaches at  is a  "... 19:30"  "... €18"
_OF_A_PERSON_OR_EVENT = re.compile(
    rf"\({_YEAR} ?[-–—] ?(?:{_YEAR})?\)|\((?:born|geb\.|née?|b\.) "
    r"|\b(?:born|geboren|n[ée]e?|nacid[oa]|nat[oa]) (?:in|am|en|le|nel|\d{4})\b"
    r"|, (?:(?:is|was) (?:an?|the)|(?:teaches|lives|works) (?:at|in|for|as)|has (?:been|written)) "
    r"|\b\d{1,2}[:.]\d\d(?: ?(?:h|Uhr|a\.?m\.?|p\.?m\.?))?\W*$"
    r"|[€$£¥] ?\d[\d.,]*\W*$|\d ?(?:€|EUR|USD|GBP|CHF)\W*$"
    r"|[.;] (?:He|She|They|Her|His|Er|Sie|Ihre?|Ils?|Elles?|Ella) [a-zà-ÿ]"
)


_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.\w")
_HISTORY = re.compile(
    r"(?:received|accepted|revised|submitted|first published|published online|recebido|aceito|"
    r"aprovado|recibido|aceptado|aprobado|reçu|accepté|soumis|eingegangen|angenommen|updated|"
    r"last (?:updated|modified)|aktualisiert)\b.{0,24}\d.{0,200}",
    re.IGNORECASE | re.DOTALL,
)
"""A line with the dates of a manuscript or page."""


def is_back_reference(text: str) -> bool:
    """Tell whether a string begins as one that points at the entry before: "Ibid., 57."."""
    return _BACK_REFERENCE.match(text) is not None


def is_short_note(text: str) -> bool:
    """Tell whether a string is, as a whole, a work's short name: "Lem 2004, p. 33."."""
    return len(text) <= 120 and _SHORT_NOTE.fullmatch(text) is not None


def is_vouched(text: str) -> bool:
    """Tell whether a string has what few references lack and few other lines have.

    A date or an address, and at its start an author or anywhere a quoted title or an address;
    and it does not tell a life, as notes on authors and on the dead do, nor an hour or a price.
    """
    return (
        any(pattern.search(text) for pattern in (_DATE, _ADDRESS))
        and any(pattern.search(text) for pattern in (_ADDRESS, _QUOTED, *_AUTHOR_PATTERNS))
        and not _OF_A_PERSON_OR_EVENT.search(text)
    )


def likeness(text: str) -> float:
    """Return how much a string looks like a printed reference, 0 to 1."""
    if not 12 <= len(text) <= 3000:
        return 0.0
    head = text[:700]
    if _HISTORY.match(head) or ("@" in head and _MAIL.search(head) and not _DATE.search(head)):
        return 0.0
    if not head.isascii() and _EAST_ASIAN.search(head):
        head = unicodedata.normalize("NFKC", head)
    score = sum(weight for weight, pattern in _SIGNALS if pattern.search(head))
    lowered = head.lower()
    for weight, hints, pattern in _PATTERNS_OF_LOWERED:
        if any(map(lowered.__contains__, hints)) and pattern.search(lowered):
            score += weight
    if len(text) > 700:
        score -= 0.3
    if _SPEECH.search(_QUOTED.sub("", head)):
        score -= 0.2
    if is_short_note(text):
        score += 0.25
    return min(max(score, 0.0), 1.0)
