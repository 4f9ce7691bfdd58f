"""Plain text, a mail's too: paragraphs parted by blank lines."""

import datetime as dt
import re
from collections.abc import Sequence

from citations.extract.heading_words import is_list_heading
from citations.extract.plain import find_in_text
from citations.extract.printed import rejoined
from factcheck.model.article import Article, BlockKind, Problem
from factcheck.model.document import Document
from factcheck.readers.decode import decode
from factcheck.readers.draft import Draft, DraftBlock, assemble
from factcheck.readers.mail import opened
from factcheck.readers.page.bylines import authors_in, written_by
from factcheck.readers.page.dates import dateline
from factcheck.readers.reader import Reader

_BULLET = re.compile(r"\s*(?:[•·*●▪◦‣–-]|\d{1,3}[.)])\s+")
_QUOTED = re.compile(r"\s*(?:>\s?)+")
_SENTENCE_END = re.compile(r"[.!?…:;\"”’)»]\s*$")
_NEAR = 4
_WRAP = 60
"""A line at least this long that has no end is taken for one that was wrapped."""


def _sniff(_head: bytes) -> bool:
    return False


def read(document: Document) -> Article:
    """Return the article in a plain text."""
    decoded = decode(document.body, document.charset)
    mail = opened(decoded.text.splitlines())
    lines = mail.lines
    found = find_in_text(lines)
    in_list = {line for one in found for line in range(one.first, one.last)}
    blocks = [
        _block(part, first)
        for first, part in _paragraphs(lines)
        if not in_list.intersection(range(first, first + len(part)))
    ]
    blocks = [block for block in blocks if not found or not is_list_heading(block.text)]
    byline, blocks = _byline(blocks)
    day, blocks = _dateline(blocks)
    title, blocks = _headline(blocks)
    byline = byline or mail.sender
    day = day or mail.day
    blocks = _without_furniture(blocks)
    about = Article(
        key=document.url or document.target,
        url=document.url,
        text="",
        title=mail.subject or title,
        byline=byline,
        authors=authors_in(byline),
        published=day,
        published_from="text" if day else None,
        media_type=document.media_type or "text/plain",
    )
    entries = [one.entry for one in found]
    problems = decoded.problems
    if all(block.kind is BlockKind.HEADING for block in blocks):
        problem = Problem(kind="no-body-text", message="No body text was found in the document.")
        problems = (*problems, problem)
    return assemble(Draft(about=about, blocks=blocks, entries=entries, problems=problems))


def _paragraphs(lines: Sequence[str]) -> list[tuple[int, list[str]]]:
    """Return the paragraphs with the index of their first line."""
    found: list[tuple[int, list[str]]] = []
    fresh = True
    for index, line in enumerate(lines):
        if not line.strip():
            fresh = True
        elif fresh or _starts_anew(lines[index - 1], line):
            found.append((index, [line]))
            fresh = False
        else:
            found[-1][1].append(line)
    return found


def _starts_anew(before: str, line: str) -> bool:
    """Tell whether a line without a blank line before it begins a paragraph of its own."""
    if _BULLET.match(line) or _quoted(before) != _quoted(line):
        return True
    return len(before.rstrip()) < _WRAP or len(before) > 200


def _quoted(line: str) -> bool:
    return _QUOTED.match(line) is not None


def _block(lines: Sequence[str], first: int) -> DraftBlock:
    origin = f"line {first + 1}"
    if _quoted(lines[0]):
        said = rejoined(_QUOTED.sub("", line) for line in lines)
        return DraftBlock(kind=BlockKind.QUOTE, text=said or "…", origin=origin)
    text = rejoined(lines)
    if bullet := _BULLET.match(lines[0]):
        return DraftBlock(
            kind=BlockKind.LIST_ITEM,
            text=text[len(bullet.group().strip()) :].strip() or text,
            origin=origin,
        )
    if len(text) <= 100 and not _SENTENCE_END.search(text):
        return DraftBlock(kind=BlockKind.HEADING, level=2, text=text, origin=origin)
    return DraftBlock(kind=BlockKind.PARAGRAPH, text=text, origin=origin)


def _byline(blocks: Sequence[DraftBlock]) -> tuple[str | None, list[DraftBlock]]:
    for index, block in enumerate(blocks):
        if names := written_by(block.text):
            return names, [*blocks[:index], *blocks[index + 1 :]]
    return None, list(blocks)


def _dateline(blocks: Sequence[DraftBlock]) -> tuple[dt.date | None, list[DraftBlock]]:
    """Return the day that a line near the start prints, and nothing else: "5 March 2024"."""
    for index, block in enumerate(blocks[:_NEAR]):
        if day := dateline(block.text):
            return day, [*blocks[:index], *blocks[index + 1 :]]
    return None, list(blocks)


def _headline(blocks: Sequence[DraftBlock]) -> tuple[str | None, list[DraftBlock]]:
    """Return the headline: a short first line of at least three words that stands alone."""
    first = blocks[0] if blocks else None
    if first is None or first.kind is not BlockKind.HEADING or len(blocks) < 2:
        return None, list(blocks)
    alone = blocks[1].kind is not BlockKind.HEADING and len(first.text.split()) >= 3
    return (first.text, list(blocks[1:])) if alone else (None, list(blocks))


def _without_furniture(blocks: Sequence[DraftBlock]) -> list[DraftBlock]:
    """Drop the menu lines before the first paragraph and the footer lines after the last."""
    texts = [n for n, block in enumerate(blocks) if block.kind is not BlockKind.HEADING]
    return list(blocks[texts[0] : texts[-1] + 1]) if texts else list(blocks)


READER = Reader(
    name="text",
    media_types=("text/plain",),
    suffixes=(".txt", ".text", ".asc"),
    sniff=_sniff,
    read=read,
)
