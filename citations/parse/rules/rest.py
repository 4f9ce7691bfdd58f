"""Step 8: what is left: container, place and publisher."""

import re

from citations.parse.board import Board

_CHUNK = re.compile(
    r"[^\s.,;:()\[\]<>\"“”«»—–|*_/-]"
    r"(?:[^.,;()\[\]<>\"“”«»|]|\.(?=\S)|,(?=\s(?:DC|D\.C|MA|NY|CA|UK|USA|CT|IL|NJ)\b))*"
)
_PLACE_PUBLISHER = re.compile(
    r"(?P<place>[A-ZÀ-ÞА-Я][\w.’' -]{1,30}?(?:[,/]\s?[A-ZÀ-ÞА-Я][\w. -]{0,20}){0,2})"
    r"\s?:\s(?P<publisher>[^\W\d_][^:;()\[\]]{1,80}?)"
    r"(?=[.,;]?\s*(?:$|\(|\[|\d{4}|pp?\.)|[.;]\s|,\s)",
)
_NOISE = re.compile(
    r"""^(?:in|available(?:\s+(?:at|from|online))?|retrieved|accessed|from|online(?:\s+(?:unter|at))?
    |url(?:\s?=)?|doi|at|via|and|the|pp?|vol|no|s|n|issn|isbn|pmid|pmcid|disponível\s+em|disponible\s+en
    |disponibile\s+(?:su|a)|verfügbar(?:\s+unter)?|abgerufen(?:\s+am)?|unter|abrufbar|consulté\s+le
    |recuperado(?:\s+el)?|consultado(?:\s+el)?|de|acesso\s+em|acessado\s+em|режим\s+доступа
    |дата\s+обращения|eds?|hrsg|edited\s+by|see(?:\s+also)?|also|retrieved\s+on|viewed|last\s+accessed
    |web|print|lire\s+en\s+ligne|en\s+ligne|gt|lt|published|archived(?:\s+from\s+the\s+original)?
    (?:\s+on)?)\.?:?\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_PUBLISHER = re.compile(
    r"(?P<place>[A-ZÀ-ÞА-Я][\w.’' -]{1,30}?(?:[,/]\s?[A-ZÀ-ÞА-Я][\w. -]{0,20}){0,2})"
    r"\s?:\s(?P<publisher>[^\W\d_][^:;()\[\]]{1,80}?)"
    r"(?=[.,;]?\s*(?:$|\(|\[|\d{4}|pp?\.)|[.;]\s|,\s)",
)
_NOISE = re.compile(
    r"""^(?:in|in:|available(?:\s+(?:at|from|online))?|retrieved|accessed|from|online(?:\s+(?:unter|at))?|url|doi|at|via|and|the|p|pp|vol|no
    |s|n|issn|isbn|pmid|pmcid|disponível em|disponible en|disponibile (?:su|a)
    |verfügbar(?:\s+unter)?|abgerufen(?:\s+am)?|unter|abrufbar
    |consulté le|recuperado el|consultado el|de|acesso em|acessado em|режим доступа
    |дата обращения|ed|eds|hrsg|edited by|see|also
    |retrieved on|viewed|last accessed|web|print|online|lire en ligne|en ligne|url\s?=|gt|lt
    |published|archived(?: from the original)?(?:\s+on)?)\.?:?\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_PUBLISHER = re.compile(
    r"\b(?:press|publish\w*|verlag|books|editions?|éditions|editorial|edizioni|editora|university|universität|université|universidad\w*"
    r"|università|institut\w*|wiley|springer|elsevier|routledge|sage|penguin|norton|harper\w*|macmillan|palgrave|suhrkamp|издательство"
    r"|gallimard|seuil|einaudi|brill|knopf|random house|& co|& sons|records|studios?|pictures"
    r"|productions|foundation|organization"
    r"|department|ministry|office|association)\b",
    re.IGNORECASE,
)


def claim_rest(board: Board, cursor: int) -> None:
    """Claim "Place: Publisher", then the container, then a bare publisher and place."""
    if not board.has("volume") and not board.has("issue"):
        _claim_place_and_publisher(board, cursor)
    in_book = _claim_book(board, cursor)
    chunks = list(_chunks(board, cursor))
    if not in_book and chunks and _takes_container(board, chunks[0][0]):
        start, end = chunks.pop(0)
        label = "journal"
        if _PUBLISHER.search(board.text, start, end) and not board.has("volume"):
            label = "publisher"
        board.claim(start, end, label)
    for start, end in chunks:
        if (
            not board.has("publisher")
            and not board.has("volume")
            and _PUBLISHER.search(board.text, start, end)
        ):
            board.claim(start, end, "publisher")


def _claim_place_and_publisher(board: Board, cursor: int) -> None:
    for start, end in board.free_runs(cursor):
        match = _PLACE_PUBLISHER.search(board.text, start, end)
        if (
            match
            and not _NOISE.match(match["place"].strip() + ":")
            and len(match["place"].split()) <= 5
        ):
            board.claim(*match.span("place"), "location")
            board.claim(*match.span("publisher"), "publisher")
            return


def _claim_book(board: Board, cursor: int) -> bool:
    """Claim the book of a chapter: after "In", or after the editors that follow "In"."""
    text = board.text
    match = re.search(r"(?<!\w)[Ii]n:?\s+(?=\S)", text[max(0, cursor - 4) :])
    if match is None or match.start() > 8:
        return False
    start = max(0, cursor - 4) + match.end()
    if board.has("editor"):
        editors = board.found["editor"]
        if abs(editors - start) < 3:
            start = editors
            while start < len(text) and not board.is_free(start, start + 1):
                start += 1
            cue = re.compile(r"[\s,]*[(\[]?\w{2,6}\.?[)\]]?[\s,.:;]*").match(text, start)
            start = cue.end() if cue else start
    end = board.next_taken(start)
    stop = re.search(r"\.\s|[,;]\s(?=ed|pp|Hrsg|vol|S\.)|\s\(|,\s*$|:\s*$", text[start:end])
    end = start + stop.start() if stop else end
    while end > start and text[end - 1] in " ,.;:(":
        end -= 1
    periodical = board.has("volume") or board.has("issue")
    return board.claim(
        start, end, "journal" if periodical and not board.has("editor") else "booktitle"
    )


def _takes_container(board: Board, start: int) -> bool:
    if board.has("publisher") and start > board.found["publisher"]:
        return False
    return board.has("title") and not board.has("booktitle")


def _chunks(board: Board, cursor: int) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in board.free_runs(cursor):
        for match in _CHUNK.finditer(board.text, start, end):
            stop = match.end()
            while stop > match.start() and board.text[stop - 1] in " :&—–-":
                stop -= 1
            value = board.text[match.start() : stop]
            if (
                len(value) > 2
                and not _NOISE.match(value)
                and value[:1].isalnum()
                and not value[:1].islower()
            ):
                out.append((match.start(), stop))
    return out
