"""Tell references from back references and from text that is no reference at all."""

import re

from citations.parse.labelling import Labelling

REFERENCE = "reference"
_READABLE = re.compile(r"[^\W_]")
BACK_REFERENCE = "back_reference"
_SHORT = 200  # characters in which a back reference says what it is
NOT_A_REFERENCE = "not_a_reference"

_BACK = re.compile(
    r"""^\W*(?:\d{1,3}[.)]?\s+)?(?:(?:see|cf\.?|vgl\.?|siehe|voir|véase|cfr\.?|vedi|см\.?)\s+)?(?:also\s+)?
    (?:ibid|ibidem|ib\.|idem|id\.(?=\s*(?:at|,|$))|ebd|ebenda|op\.?\s*cit|loc\.?\s*cit|ivi\b|там\s+же|a\.\s?a\.\s?o\.)""",
    re.IGNORECASE | re.VERBOSE,
)
# "See Brandt, “Tides” (as in n. 2 above), and ibid.": too short and bare to be a reference.
_POINTS_BACK = re.compile(
    r"\b(?:ibid|op\.\s?cit|loc\.\s?cit|supra\s+n|as\s+in\s+n\.|a\.\s?a\.\s?O\.)", re.IGNORECASE
)
# "Brandt, L. Tidal loads": an inverted name with an initial heads no sentence.
_INVERTED_NAME = re.compile(r"\s*[^\W\d_][^,.]{0,60},\s[^\W\d_]\.\s")


def kind_of(text: str, labelling: Labelling) -> str:
    """Return "reference", "back_reference" or "not_a_reference" for a labelled text."""
    if not _READABLE.search(text):
        return NOT_A_REFERENCE
    if _BACK.match(text):
        return BACK_REFERENCE
    if labelling.kind == NOT_A_REFERENCE and _POINTS_BACK.search(text[:_SHORT]):
        return BACK_REFERENCE
    if labelling.kind == NOT_A_REFERENCE and _INVERTED_NAME.match(text):
        return REFERENCE
    if labelling.kind in {BACK_REFERENCE, NOT_A_REFERENCE}:
        return labelling.kind
    return REFERENCE
