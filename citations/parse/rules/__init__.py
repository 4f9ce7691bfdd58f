"""Label a reference by rules: identifiers first, then from left to right.

Each file holds one step. A step claims stretches on the board and never takes one back.
"""

from citations.parse.board import Board
from citations.parse.rules.genres import claim_genres
from citations.parse.rules.identifiers import claim_identifiers
from citations.parse.rules.lead import claim_lead
from citations.parse.rules.numbers import claim_numbers
from citations.parse.rules.rest import claim_rest
from citations.parse.rules.roles import claim_roles
from citations.parse.rules.titles import claim_quoted_title, claim_title
from citations.parse.rules.visits import claim_visits
from citations.parse.segments import Segment

# Beyond this a text is no reference; what follows stays unlabelled and is kept as a note.
LONGEST = 4_000


def label_pages(text: str) -> tuple[Segment, ...]:
    """Label only page numbers: all that a back reference has of its own."""
    board = Board(text[:LONGEST])
    claim_numbers(board, 0)
    return tuple(segment for segment in board.segments() if segment.label == "pages")


def label_by_rules(text: str) -> tuple[Segment, ...]:
    """Label the bare values of a reference's fields; what is not labelled is "other".

    Offsets are half-open and index ``text``. Linear in the length of the text.
    """
    board = Board(text[:LONGEST])
    claim_identifiers(board)
    claim_visits(board)
    claim_genres(board)
    claim_quoted_title(board)
    cursor = claim_lead(board)
    claim_roles(board, cursor)
    cursor = claim_title(board, cursor)
    claim_numbers(board, cursor)
    claim_rest(board, cursor)
    return board.segments()
