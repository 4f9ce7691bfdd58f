"""Step 5: editors, translators and directors named by their role after the title."""

import re

from citations.parse.board import Board

_NAMES = r"[^()\[\]\"“”«»:]{3,200}?"
_EDITORS_AFTER = re.compile(
    rf"""(?<!\w)in:?\s+(?P<names>{_NAMES})[\s,]*[(\[]?(?<!\w)(?:eds?\.?|editors?|hrsg\.?|hgg?\.|orgs?\.|coords?\.|dirs?\.
    |éds?\.|a\scura\sdi|ред\.)(?=[)\],.:;\s])[)\]]?""",
    re.IGNORECASE | re.VERBOSE,
)
_EDITED_BY = re.compile(
    r"(?<!\w)(?:edited\s+by|ed\.\s+by|eds?\.(?=\s+[A-Z][^,.]+\s[A-Z])|hrsg\.?\s+v(?:on|\.)|herausgegeben\s+von|a\s+cura\s+di"
    r"|sous\s+la\s+(?:direction|dir\.)\s+de|dirigé\s+par|edición\s+de|editado\s+por|под\s+ред(?:акцией|\.)?)\s*:?\s+",
    re.IGNORECASE,
)
_TRANSLATED_BY = re.compile(
    r"(?<!\w)(?:translated\s+(?:from\s+the\s+\w+\s+)?by|trans\.\s+by|trans\.|transl\.|übers(?:etzt|\.)\s+v(?:on|\.)|traduit\s+(?:de\s+[^.,;]{3,20}\s)?par"
    r"|trad(?:\.|ucción)?\s+(?:it\.\s+)?(?:di|de|por|par)|traduzione\s+di|tradução\s+de|пер\.\s+с\s+\w+\.?)\s*:?\s+",
    re.IGNORECASE,
)
_DIRECTED_BY = re.compile(
    r"(?<!\w)(?:directed\s+by|dir\.\s+by|réalisé\s+par|réal\.|regie:|dirigid[oa]\s+por|regia\s+di)\s*:?\s+",
    re.IGNORECASE,
)
_END_OF_NAMES = re.compile(
    r"[^\W\d_]{2,}(?=[.;]\s|[.;]?\Z|\)|,\s(?:\d|pp?\.|vol|S\.|[^,]{2,40}:\s)|,\s*\Z)|(?=[(\[“\"])"
)


def claim_roles(board: Board, cursor: int) -> None:
    """Claim the names that stand beside a role word; the cue words stay free."""
    match = _EDITORS_AFTER.search(board.text, max(0, cursor - 1))
    if match and not re.search(r"[.?!]\s[A-Z][a-z]{3,}\s[a-z]", match["names"]):
        start, end = match.span("names")
        board.claim(start, _trim(board.text, start, end), "editor")
    for pattern, label in (
        (_EDITED_BY, "editor"),
        (_TRANSLATED_BY, "translator"),
        (_DIRECTED_BY, "director"),
    ):
        for cue in pattern.finditer(board.text, cursor):
            stop = _END_OF_NAMES.search(board.text, cue.end(), cue.end() + 200)
            end = stop.end() if stop else board.next_taken(cue.end())
            end = min(end, board.next_taken(cue.end()))
            board.claim(cue.end(), _trim(board.text, cue.end(), end), label)


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " ,;&(":
        end -= 1
    return end
