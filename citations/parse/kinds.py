"""Tell references from back references and from text that is no reference at all."""

import re
from collections.abc import Sequence

from citations.parse.segments import Segment

REFERENCE = "reference"
BACK_REFERENCE = "back_reference"
NOT_A_REFERENCE = "not_a_reference"

_BACK = re.compile(
    r"""^\W*(?:\d{1,3}[.)]?\s+)?(?:(?:see|cf\.?|vgl\.?|siehe|voir|véase|cfr\.?|vedi|см\.?)\s+)?(?:also\s+)?
    (?:ibid|ibidem|ib\.|idem|id\.(?=\s*(?:at|,|$))|ebd|ebenda|op\.?\s*cit|loc\.?\s*cit|ivi\b|там\s+же|a\.\s?a\.\s?o\.)""",
    re.IGNORECASE | re.VERBOSE,
)
_BACK_INSIDE = re.compile(
    r"(?<!\w)(?:op\.\s?cit|loc\.\s?cit|art\.\s?cit[ée]?|supra\s+n(?:ote|\.)|(?:as\s+)?in\s+n\.\s?\d|a\.\s?a\.\s?O\.|ob\.\s?cit|цит\.\s+соч|указ\.\s+соч|(?:see|siehe)\s+note\s+\d)",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"""^\W*(?:share\b|tweet\b|follow\b|subscribe\b|sign\s+up|read\s+(?:next|more|also|on)|more\s+(?:in|from|on|stories)\b|related\b|comments?\b
    |kommentare?\b|abonne[rz]|newsletter|teilen|partager|compart|copyright|©|\(c\)\s|all\s+rights|advertis|lesen\s+sie|lire\s+aussi
    |lee\s+también|leggi\s+anche|leia\s+também|читайте|подпис|поделиться|print\s+this|back\s+to\s+top|cookie|log\s+in|next\s+(?:article|story)
    |notes?\s+(?:and\s+)?(?:references?|bibliograph\w*)\s*$|notas?(?:\s+y\s+bibliograf\w*)?\s*$|references?\s*$|bibliograph\w+\s*$|literatur(?:verzeichnis)?\s*$
    |by\s+[A-Z][^.]{3,60}\s\|\s|written\s+by\b|reporting\s+by\b|edited\s+by\b|updated\b|last\s+updated|published\s+on\b|posted\b
    |текст\s*:|фото\s*:|автор\s*:|por\s+[A-Z]\S+\s+[A-Z]\S+$|view\s+all|click\b|download\b|watch\b|listen\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|said|says|estimated|carries|shows?|ist|sind"
    r"|wurde|hat|est|sont|était|a été|es|fue|è|sono|foi|é)\s+[a-zß-ÿ]",
)
_SOLID = frozenset(
    {
        "url",
        "doi",
        "arxiv",
        "isbn",
        "issn",
        "pmid",
        "volume",
        "issue",
        "pages",
        "accessed",
        "location",
        "genre",
        "edition",
    }
)


def kind_of(text: str, segments: Sequence[Segment]) -> str:
    """Return "reference", "back_reference" or "not_a_reference" for a labelled text."""
    labels = {segment.label for segment in segments}
    if _BACK.match(text):
        return BACK_REFERENCE
    if _BACK_INSIDE.search(text) and not labels & {"url", "doi"}:
        return BACK_REFERENCE
    if not re.search(r"[^\W_]", text):
        return NOT_A_REFERENCE
    if _FURNITURE.match(text) and not ("date" in labels and labels & _SOLID):
        return NOT_A_REFERENCE
    if labels & _SOLID:
        return REFERENCE
    if "date" in labels and "author" in labels:
        return NOT_A_REFERENCE if _is_sentence(text, segments) else REFERENCE
    if "title" in labels and ("date" in labels or "author" in labels):
        return NOT_A_REFERENCE if _is_sentence(text, segments) else REFERENCE
    return NOT_A_REFERENCE


def _is_sentence(text: str, segments: Sequence[Segment]) -> bool:
    """Tell running prose: a finite verb, one sentence, and no author set apart at its head."""
    if re.match(r"^[^\W\d_][^,.]{0,60},\s[^\W\d_]\.", text) or re.search(
        r"\(\d{4}[^()]{0,20}\)[.:]?\s+[A-ZÀ-Þ]", text
    ):
        return False
    titles = [text[s.start : s.end] for s in segments if s.label == "title"]
    quoted = any(
        text[max(0, s.start - 1) : s.start] in '"“‘«„' and s.start
        for s in segments
        if s.label == "title"
    )
    return not quoted and bool(_SENTENCE.search(text) or any(len(title) > 160 for title in titles))
