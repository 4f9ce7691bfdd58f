"""Find DOI, arXiv, PMID, ISBN, ISSN and addresses, which nothing else may cut up."""

import re

from citations.identifiers import parse_isbn, parse_issn
from citations.parse.board import Board

# Brackets and stops that end an address, those of East Asian print among them.
_OUTSIDE = r"\s<>\"“”»\[\]{}|（）「」『』《》【】，。、；"
_URL = re.compile(
    rf"(?:h(?:tt|xx)ps?\s?:\s?/{{1,2}}\s?|ftp://|www\.)[^{_OUTSIDE}]{{2,2000}}"
    r"|(?<![\w@./])(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|gov|edu|int|info|eu|uk|de|fr|es|it|br|ru"
    rf"|io|co|us|ch|at|tv|ly|be|ca|au|example)/[^{_OUTSIDE}]{{1,2000}}",
    re.IGNORECASE,
)
# A URL broken by a blank in print: it ended on a joint ("-", "/", "_", "=") and what follows is a
# piece of a path, not a word of the sentence.
_BROKEN = re.compile(
    r"(?<=[-/_=&?])\s(?=[a-z0-9%][^\s,;()]{0,300}[-/_.=&?#\d]|[a-z0-9%-]+(?:\s|/|\.?\Z))"
)
_PIECE = re.compile(rf"\s[^{_OUTSIDE}]{{1,300}}")
_DOI = re.compile(
    r"(?:https?://)?(?:dx\.)?(?:doi\.org/|doi:?\s{0,2}(?:https?://(?:dx\.)?doi\.org/)?)\s?10\.\d{4,9}"
    r"(?:\.\d{1,9}){0,4}\s?/\s?[^\s\"<>]{1,300}|(?<![\d./])10\.\d{4,9}/[^\s\"<>]{1,300}",
    re.IGNORECASE,
)
_DOI_LABEL = re.compile(r"doi:?\s{0,2}(?=https?:|10\.)", re.IGNORECASE)
_ARXIV = re.compile(
    r"(?:https?://)?arxiv\.org/(?:abs|pdf)/[\w./-]{5,40}"
    r"|\barxiv\s?[:.]\s{0,2}(?:\d{4}\.\d{4,5}(?:v\d{1,3})?|[a-z-]{2,20}(?:\.[a-z]{2})?/\d{7}(?:v\d)?)",
    re.IGNORECASE,
)
_PMID = re.compile(
    r"\bPMID[:\s]{1,3}(\d{1,8})\b|\bPMC(?:ID)?[:\s]{0,3}(?:PMC)?(\d{4,9})\b", re.IGNORECASE
)
_ISBN = re.compile(
    r"\bISBN(?:[-\s]?1[03])?(?:\s?\([^()]{1,20}\))?[:\s]{0,3}((?:97[89][-\s‐–]?)?\d[-\s‐–\d]{7,14}[\dXx])\b",
    re.IGNORECASE,
)
_ISSN = re.compile(
    r"\bISSN(?:\s?\([^()]{1,20}\))?[:\s]{0,3}(\d{4}\s?[-‐–]\s?\d{3}[\dXx])\b", re.IGNORECASE
)
_SENTENCE_END = ".,;:'’”»\"*\\"
_PAIRS = {")": "(", "]": "[", ">": "<"}
_ENTITY_END = re.compile(r"&(?:gt|quot|amp);?.{0,3}\Z")


def claim_identifiers(board: Board) -> None:
    """Claim every identifier and address of the text as printed, repairs being left to assembly."""
    text = board.text
    if "10." in text:
        _claim_dois(board)
    for match in _ARXIV.finditer(text):
        board.claim(match.start(), _cut(text, match.start(), match.end()), "arxiv")
    if "://" in text or "www." in text or "/" in text:
        _claim_urls(board)
    for match in _PMID.finditer(text):
        if match[1]:
            board.claim(match.start(1), match.end(1), "pmid")
    for match in _ISBN.finditer(text):
        if parse_isbn(match[1]):
            board.claim(match.start(1), match.end(1), "isbn")
    for match in _ISSN.finditer(text):
        if parse_issn(match[1]):
            board.claim(match.start(1), match.end(1), "issn")


def _claim_dois(board: Board) -> None:
    text = board.text
    for match in _DOI.finditer(text):
        label = _DOI_LABEL.match(text, match.start())
        start = label.end() if label else match.start()
        end = _cut(text, match.start(), match.end())
        if text[match.end() - 1] in "./-" and (piece := _BROKEN.match(text, match.end())):
            following = _PIECE.match(text, piece.start())
            if following:
                end = _cut(text, match.start(), following.end())
        board.claim(start, end, "doi")


def _claim_urls(board: Board) -> None:
    text = board.text
    at = 0
    while match := _URL.search(text, at):
        end = match.end()
        while _BROKEN.match(text, end) and (piece := _PIECE.match(text, end)):
            end = piece.end()
        at = end
        board.claim(match.start(), _cut(text, match.start(), end), "url")


def _cut(text: str, start: int, end: int) -> int:
    """Leave the sentence's own punctuation and unbalanced closing brackets outside."""
    entity = _ENTITY_END.search(text, max(start, end - 9), end)
    if entity and "=" not in text[entity.start() : end]:
        end = entity.start()
    while end > start:
        last = text[end - 1]
        opener = _PAIRS.get(last)
        unbalanced = opener and text.count(last, start, end) > text.count(opener, start, end)
        if last not in _SENTENCE_END and not unbalanced:
            break
        end -= 1
    return end
