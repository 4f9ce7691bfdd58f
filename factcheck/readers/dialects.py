"""What tools add to Markdown: Hugo, Jekyll, Obsidian, Pandoc. It is turned into CommonMark.

Lines stay lines, since blocks are told by theirs; code is left as it is.
"""

import re

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_CODE_SPAN = re.compile(r"(`+[^`\n]*`+)")
_SHORTCODE = re.compile(r"\{\{[<%]?[^{}\n]{0,400}[>%]?\}\}|\{%[^{}\n]{0,400}%\}")
_COMMENT = re.compile(r"%%[^%\n]{0,1000}%%")
_EMBED = re.compile(r"!\[\[[^\[\]\n]{1,200}\]\]")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|\n]{1,200}\|)?([^\[\]|\n]{1,200})\]\]")
_HIGHLIGHT = re.compile(r"==(?=\S)([^=\n]{1,400})(?<=\S)==")
_RAISED = re.compile(r"(?<=[\w)])\^([\w+–-]{1,12})\^")
_LOWERED = re.compile(r"(?<=\w)~([\w+–-]{1,12})~(?!~)")
_ATTRIBUTES = re.compile(r"\s*\{:?\s*[#.\w-]+(?:=[^\s{}]+)?(?:\s+[^{}\n]{0,200})?\}\s*$")
_LINE_OF_ATTRIBUTES = re.compile(r"\s*\{:[^{}\n]{0,200}\}\s*$")
_DIV = re.compile(r"\s{0,3}:{3,}.*$")
_BLOCK_ID = re.compile(r"\s*(?:^|(?<=\s))\^[A-Za-z0-9-]{1,40}\s*$")
_CALLOUT = re.compile(r"^(\s*>\s*)\[!\w{1,30}\][+-]?\s*")
_TASK = re.compile(r"^(\s*(?:[-*+]|\d{1,9}[.)])\s+)\[[ xX]\]\s+")
_HEADING = re.compile(r" {0,3}#{1,6}\s")


def as_commonmark(text: str) -> str:
    """Return a text with the marks of those tools resolved or dropped, line by line."""
    lines: list[str] = []
    fence = ""
    for line in text.split("\n"):
        opened = _FENCE.match(line)
        if opened and (not fence or opened[1].startswith(fence)):
            fence = "" if fence else opened[1]
        lines.append(line if fence or opened else _resolved(line))
    return "\n".join(lines)


def _resolved(line: str) -> str:
    if _DIV.match(line) or _LINE_OF_ATTRIBUTES.match(line):
        return ""
    line = _TASK.sub(r"\1", _CALLOUT.sub(r"\1", line))
    if _HEADING.match(line):
        line = _ATTRIBUTES.sub("", line)
    elif "^" in line:
        line = _BLOCK_ID.sub("", line)
    pieces = _CODE_SPAN.split(line) if "`" in line else [line]
    return "".join(
        piece if place % 2 else _without_marks(piece) for place, piece in enumerate(pieces)
    )


def _without_marks(text: str) -> str:
    if "{" in text:
        text = _SHORTCODE.sub("", text)
    if "%%" in text:
        text = _COMMENT.sub("", text)
    if "[[" in text:
        text = _WIKI_LINK.sub(r"\1", _EMBED.sub("", text))
    if "==" in text:
        text = _HIGHLIGHT.sub(r"\1", text)
    if "^" in text:
        text = _RAISED.sub(r"<sup>\1</sup>", text)
    return _LOWERED.sub(r"\1", text) if "~" in text else text
