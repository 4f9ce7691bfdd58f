"""Label the fields of printed references: what has a grammar by rule, all else by the tagger.

Identifiers, addresses, announced days of access and the dash for a repeated author have a grammar,
so the rule's word is final for them, also where a blank broke an address in print. The tagger says
what all else is, and what kind of string it is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from citations.parse.board import Board
from citations.parse.east_asian import claim_marked_titles, claim_volumes
from citations.parse.identifiers import claim_identifiers
from citations.parse.segments import Segment
from citations.parse.visits import claim_visits

if TYPE_CHECKING:
    from citations.parse.tagger.model import Tagging

# Beyond this a text is no reference; what follows stays unlabelled and is kept as a note.
LONGEST = 4_000

_PAIRS = {")": "(", "]": "[", "”": "“", "»": "«"}
# Labels whose values end in an abbreviation's stop: "J.", "n.d.", "3rd ed.", "Ph.D.".
_ABBREVIATED = frozenset({"author", "editor", "translator", "director", "date", "edition"})
_ABBREVIATION = re.compile(
    r"(?<![^\W\d_])(?:[^\W\d_]|[Jj]r|[Ss]r|[Ee]d|edn|Aufl|éd|изд|al|St|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\Z"
)
_EDITS = re.compile(
    r"(?<!\w)(?:eds?|editors?|edited|hrsg|hgg?|herausg\w*|dirs?|coords?|orgs?|comps?|éds?|cur"
    r"|a cura|red|sous la dir\w*|под ред|ред)(?!\w)",
    re.IGNORECASE,
)
_ROLE_REACH = 25  # characters after the names in which their role is printed
_BY_RULE = frozenset({"url", "doi", "isbn", "issn", "pmid", "arxiv", "accessed", "volume", "issue"})
_DASH_AUTHOR = re.compile(r"\s*(?:[\[(]?\d{1,3}[.)\]]?\s+)?((?:[—–―_-]\s?){2,12}|—)(?=[\s.,:(])")
# "For a fuller account see Marsh, ...", "Vgl. dazu ...": how a note leads up to its source.
_LEAD = re.compile(
    r"\W{0,3}(?:(?:For|On|As|More|Details?|Zu[rm]?|Für|Pour|Sur|Per|Para|Sobre|Over|Voor)\s"
    r"[^.!?;“”\"«»„]{2,120}?,?\s)?"
    r"(?:[Ss]ee|[Cc]ompare|[Cc]f\.?|[Vv]gl\.?|[Ss]iehe|[Vv]oir|[Zz]ie|[Vv]éase|[Cc]fr\.?|[Vv]edi)"
    r"(?:\s(?:also|e\.g\.,?|for example,?|for instance,?|especially|auch|dazu|hierzu|etwa|"
    r"z\.\s?B\.|aussi|notamment|ook|también|anche))?[:,]?\s+(?=[^\W\d_a-z]|[“\"«„‘])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelling:
    """The labelled stretches of one text and what the tagger thinks of the whole.

    ``kind`` is a CSL type, "back_reference" or "not_a_reference", with its probability (0-1).
    ``log_probability`` is the natural log of the labels' probability over ``token_count`` tokens, 0
    where rules labelled the whole text.
    ``calibration`` holds the tagger's weights for the confidence.
    """

    segments: tuple[Segment, ...]
    kind: str
    kind_probability: float
    log_probability: float
    token_count: int
    calibration: Mapping[str, float]


def label(texts: Sequence[str]) -> list[Labelling]:
    """Label each text; offsets are half-open and index the text.

    Segments are in order and do not overlap; gaps are "other". The tagger is run once over all.
    """
    from citations.parse.tagger.model import load  # noqa: PLC0415 - numpy and onnxruntime cost 0.2 s

    tagger = load()
    cut = [text[:LONGEST] for text in texts]
    return [
        _labelling(text, tagging, tagger.calibration)
        for text, tagging in zip(cut, tagger.tag(cut), strict=True)
    ]


def _labelling(text: str, tagging: "Tagging", calibration: Mapping[str, float]) -> Labelling:
    board = Board(text)
    if lead := _LEAD.match(text):
        board.claim(0, lead.end(), "other")
    claim_identifiers(board)
    claim_visits(board)
    claim_volumes(board)
    ruled = claim_marked_titles(board)
    return Labelling(
        segments=board.segments() if ruled else _tagged(board, tagging),
        kind=tagging.kind,
        kind_probability=tagging.kind_probability,
        log_probability=0.0 if ruled else tagging.log_probability,
        token_count=len(tagging.tokens),
        calibration=calibration,
    )


def _tagged(board: Board, tagging: "Tagging") -> tuple[Segment, ...]:
    """Let the tagger say what is left on the board."""
    text = board.text
    dash = _DASH_AUTHOR.match(text)
    if dash:
        board.claim(dash.start(1), dash.start(1) + len(dash[1].rstrip()), "author")
    ruled = {segment.label for segment in board.segments()}
    for start, end, name in _runs(tagging):
        if name in ruled and name in _BY_RULE:
            continue
        low, high = _repaired(text, start, end, name)
        for first, last in board.free_parts(low, high):
            board.claim(first, last, name)
    return _with_author(text, board.segments())


def _with_author(text: str, segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Take editors in first place for authors where nothing printed calls them editors."""
    people = [segment for segment in segments if segment.label in {"author", "editor"}]
    if not people or people[0].label != "editor" or any(s.label == "author" for s in people):
        return segments
    first = people[0]
    if first is not segments[0] or _EDITS.search(text, first.start, first.end + _ROLE_REACH):
        return segments
    return (replace(first, label="author"), *segments[1:])


def _runs(tagging: "Tagging") -> Iterator[tuple[int, int, str]]:
    """Yield the stretches of neighbouring tokens of one label."""
    start = end = -1
    current = "other"
    for (low, high), name in zip(tagging.tokens, tagging.labels, strict=True):
        if name == current:
            end = high
            continue
        if current != "other":
            yield start, end, current
        start, end, current = low, high, name
    if current != "other":
        yield start, end, current


def _repaired(text: str, start: int, end: int, name: str) -> tuple[int, int]:
    """Give a value back the marks that training left out of all values: "(2nd", "J", "“so”"."""
    for closing, opening in _PAIRS.items():
        if text[end : end + 1] == closing and _is_open(text, start, end, opening, closing):
            end += 1
        if text[start - 1 : start] == opening and _is_open(text, start, end, closing, opening):
            start -= 1
    if (
        name in _ABBREVIATED
        and text[end : end + 1] == "."
        and _ABBREVIATION.search(text, start, end)
    ):
        end += 1
    return start, end


def _is_open(text: str, start: int, end: int, mark: str, partner: str) -> bool:
    return text.count(mark, start, end) > text.count(partner, start, end)
