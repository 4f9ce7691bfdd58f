"""Step 3: what kind of thing a work says it is ("[Tweet]", "PhD diss.", "Pressemitteilung")."""

import re

from citations.parse.board import Board

_BRACKETED = re.compile(r"\[([^\[\]@\d]{3,60})\]")
_MEDIUM = re.compile(
    r"^(?:online|en ligne|en línea|em linha|on-?line|internet|electronic resource"
    r"|electronic version|web"
    r"|электронный ресурс|print|dvd|cd-rom|cd|vhs|pdf)$",
    re.IGNORECASE,
)
# Bracketed text that is a translated title or an insertion is not a kind; these words tell.
_GENRE_WORD = re.compile(
    r"""\b(?:press\s+release|news\s+release|tweet|tuit|post|status\s+update|blog(?:\s+post)?|video|film|movie
    |photo(?:graph)?|podcast|audio|episode|data\s?set|data\s+file|database|software|computer\s+program|app
    |code|source\s+code|brochure|fact\s?sheet|thesis|dissertation|paper|report|poster|slides|lecture|speech
    |transcript|interview|map|painting|song|album|infographic|image|preprint|letter|editorial|review
    |abstract|manuscript|communiqu[ée]|comunicado|comunicato|communiqu[ée]\s+de\s+presse|pressemitteilung
    |pressemeldung|r|thread|webinar|powerpoint|tv\s+series|broadcast|documentary|comment)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_PHRASE = re.compile(
    r"""(?<![\w])(?:
      (?:unpublished\s+)?(?:ph\.?\s?d\.?|doctoral|master['’]?s|m\.?\s?a\.?|m\.?\s?sc\.?|b\.?\s?a\.?|bachelor['’]?s)
        \s+(?:thesis|dissertation|diss\.)
    | (?:unpublished\s+)?dissertation(?=[,.;)]|$)|phd\s+diss\.
    | diss\.(?=[,\s])|(?:inaugural-?)?dissertation(?=[,:.])|(?:master|bachelor|diplom)arbeit
    |habilitationsschrift
    | th[èe]se\s+de\s+doctorat|mémoire\s+de\s+master|tesis\s+(?:doctoral|de\s+\w+)
    |tesi\s+di\s+(?:laurea|dottorato)
    | tese\s+de\s+doutorado|dissertação\s+de\s+mestrado|дис\.(?:\s+\.\.\.\s+[\w.\s]{2,20}наук)?
    | press\s+release(?=[,.\s])|news\s+release|pressemitteilung|communiqué\s+de\s+presse
    |comunicado\s+de\s+prensa
    | comunicato\s+stampa|nota\s+de\s+prensa|пресс-релиз
    | personal\s+communication|pers\.\s+comm\.|email\s+to\s+(?:the\s+)?author
    |telephone\s+interview(?:\s+with\s+\w+\s+author)?
    | facebook\s+post|instagram\s+photo|billet\s+de\s+blog
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_PARENTHESISED = re.compile(r"\(([^()]{3,50})\)")


def claim_genres(board: Board) -> None:
    """Claim bracketed and plain kind words; "[en ligne]" and its like are the medium."""
    text = board.text
    for match in _BRACKETED.finditer(text):
        inner = match[1].strip()
        if _MEDIUM.match(inner):
            board.claim(match.start(1), match.end(1), "medium")
        elif _GENRE_WORD.search(inner):
            board.claim(match.start(1), match.end(1), "genre")
    for match in _PARENTHESISED.finditer(text):
        if _GENRE_WORD.fullmatch(match[1].strip()) or _PHRASE.fullmatch(match[1].strip()):
            board.claim(match.start(1), match.end(1), "genre")
    for match in _PHRASE.finditer(text):
        if match.start() > 3:
            board.claim(match.start(), match.end(), "genre")
