"""What was flagged, decided and found out, article by article, as one printable HTML page."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from factcheck.queue.evidence import Evidence
from factcheck.queue.exports import Line
from factcheck.reports.visible import visible

_STYLE = (
    "body{font:11pt/1.4 serif;max-width:45em;margin:2em auto;padding:0 1em}"
    "blockquote{margin:.3em 0 .3em 1em;font-style:italic}li{margin-bottom:1em;break-inside:avoid}"
    "p{margin:.2em 0}.made{margin-left:1em}"
)


def write(lines: Iterable[Line]) -> str:
    """Return the page; findings in the order of the text, each with evidence and readings."""
    ordered = sorted(lines, key=_place)
    body = "".join(
        part
        for _, group in groupby(ordered, key=lambda line: line.item.article.id)
        for part in _article(list(group))
    )
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Check file</title>'
        f"<style>{_STYLE}</style></head>\n<body>\n{body or '<p>Nothing was flagged.</p>'}"
        "</body></html>\n"
    )


def _place(line: Line) -> tuple[int, int, int]:
    item = line.item
    return (item.article.id, item.span.start if item.span is not None else -1, item.id)


def _article(lines: list[Line]) -> Iterator[str]:
    article = lines[0].item.article
    yield f"<h1>{_text(article.title or article.key)}</h1>\n"
    yield f"<p>{_text(article.url or article.key)}</p>\n<ol>\n"
    for line in lines:
        yield "<li>\n"
        yield from (f"{part}\n" for part in _finding(line))
        yield "</li>\n"
    yield "</ol>\n"


def _finding(line: Line) -> Iterator[str]:
    item, record = line.item, line.record
    head = f"{item.severity} {item.code} #{item.id}, {_words(item.status)}: {item.message}"
    yield f"<p>{_text(head)}</p>"
    quoted = item.sentence or item.anchor.exact
    if quoted:
        yield f"<blockquote>{_text(quoted)}</blockquote>"
    made = item.decision
    if made is not None:
        reason = f" ({_words(made.reason)})" if made.reason else ""
        yield _line(f"{made.at:%Y-%m-%d}, {made.actor}: {_words(made.verdict)}{reason}", made.note)
    for one in record.evidence:
        if not one.withdrawn:
            yield _line(_stated(one), one.note)
    for reading in record.assessments:
        which = "second" if reading.second else "first"
        said = f"{reading.at:%Y-%m-%d}, {reading.actor}, {which} reader: {_words(reading.verdict)}"
        yield _line(said, reading.note)


def _stated(one: Evidence) -> str:
    parts = [f"Evidence: {one.source}", one.locator]
    parts.append(f"seen {one.accessed_on}" if one.accessed_on else "")
    parts.append(one.archived_url or "")
    return ", ".join(part for part in parts if part)


def _line(said: str, note: str) -> str:
    quoted = f" “{note}”" if note else ""
    return f'<p class="made">{_text(said + quoted)}</p>'


def _text(text: str) -> str:
    return escape(visible(text))


def _words(name: str) -> str:
    return str(name).replace("_", " ")
