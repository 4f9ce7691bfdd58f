"""Bylines: the line itself, and the persons it names."""

import datetime as dt
import re
from collections.abc import Sequence

from citations.fold import fold_words
from factcheck.readers.page.blocks import RawBlock
from factcheck.readers.page.dates import dateline, printed_days

_LEAD = re.compile(
    r"\s*(?:(?:written|reported|story|text|words|article|posted|published|edited|analysis|opinion|"
    r"review|interview|perspective|commentary|column)\s+by|by|"
    r"author|autore?s?|autor(?:in)?|auteurs?|von|par|por|da|di|door|av|af|text|texte?|testo|"
    r"текст|автор|記者|记者|作者|文)\s*(?:[:：]|\s)\s*",
    re.IGNORECASE,
)
_WRITTEN = re.compile(
    r"\s*(?:(?:written|reported|story|words|article|posted)\s+by\s*:?|by\s*:?|author\s*:|"
    r"autor(?:in)?\s*:|von\s*:|"
    r"par\s*:|por\s*:|text\s*:|texte\s*:)\s+(?P<names>\S.{1,118})",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:,|;|&|\||/|\band\b|\bund\b|\bet\b|\by\b|\bwith\b|\bmit\b)\s*")
_NAME = re.compile(r"[^\W\d_][\w.'’ʼ-]*(?: [^\W\d_][\w.'’ʼ-]*){0,5}")
_NOT_NAMES = re.compile(
    r"@|https?:|\w\.(?:com|org|net|co)\b|\b(?:staff|editors?|editor-\S+|editorial|desk|team|news|"
    r"redaktion|redacción|redazione|rédaction|redação|agency|agencia|bureau|press|associated|"
    r"reuters|business|insider|writers?|reporters?|correspondents?|columnist|contributors?|"
    r"producer|journalist|photographer|magazine|online|service|department|admin\w*)\b",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(r"\w*admin\w*|webmaster|root|user\d*|guest|unknown|anonymous", re.IGNORECASE)
_BEFORE_DATE = re.compile(
    r"[\s,;|•·–—-]*(?:(?:last )?(?:published|updated|posted)(?: on)?|on|le|am|el)?[\s,:;|•·–—-]*$",
    re.IGNORECASE,
)
_MAX = 120
NEAR = 4
LONGEST_NAME = 40


def without_lead(text: str) -> str:
    """Return a byline without its "By" or "Written by:"."""
    text = " ".join(text.split())
    match = _LEAD.match(text)
    return text[match.end() :].strip(" .,|") if match and match.end() < len(text) else text


def without_account(name: str) -> str | None:
    """Return a stated author; None for the account that a site's software made: "admin"."""
    return None if _ACCOUNT.fullmatch(name) else name


def parted_from_date(text: str) -> tuple[str, dt.date | None]:
    """Return what stands before the date in a byline, and that date: "Ada Quill, 5 May 2019".

    A line that begins with its date is given back as it is, with the date.
    """
    for start, day in printed_days(text):
        return _BEFORE_DATE.sub("", text[:start]) or text, day
    return text, None


def written_by(text: str) -> str | None:
    """Return the names of a line that says who wrote the article; None for any other line.

    A sentence is not a byline: it ends in a full stop, or the words after "by" are in lower case.
    """
    text = " ".join(text.split())
    match = _WRITTEN.fullmatch(text) if len(text) <= _MAX else None
    if match is None:
        return None
    names = match["names"].strip(" .,|")
    capitals = sum(word[:1].isupper() for word in names.split())
    return names if capitals * 2 >= len(names.split()) and len(names.split()) <= 14 else None


def natural(name: str) -> str:
    """Return "Family, Given" as "Given Family"; any other text as it is."""
    family, comma, given = name.partition(", ")
    inverted = comma and "," not in given and len(name.split()) <= 5
    return f"{given} {family}" if inverted and given[:1].isupper() else name


def authors_in(byline: str | None, site: str | None = None) -> tuple[str, ...]:
    """Return the persons a byline names; a desk, the site or "the editor" is not a person."""
    if not byline:
        return ()
    parts = [part.strip() for part in _SPLIT.split(byline)]
    return tuple(
        dict.fromkeys(
            part
            for part in parts
            if part
            and _NAME.fullmatch(part)
            and " " in part
            and part[0].isupper()
            and not _NOT_NAMES.search(part)
            and not (site and _is_of_site(part, site))
        )
    )


def _is_of_site(part: str, site: str) -> bool:
    """Tell whether a part begins with the site's name: "Coast Post Sport" of the Coast Post."""
    own = [word for word in fold_words(site) if word not in ("the", "a")]
    words = [word for word in fold_words(part) if word not in ("the", "a")]
    return bool(own) and words[:1] == own[:1]


def split_dateline(
    blocks: Sequence[RawBlock],
) -> tuple[str | None, dt.date | None, list[RawBlock]]:
    """Return the author and day that lines of their own near the start print, and the rest."""
    for index, block in enumerate(blocks[:NEAR]):
        day = dateline(block.draft.text)
        if day is None:
            continue
        before = blocks[index - 1].draft.text if index else ""
        named = len(before) <= LONGEST_NAME and authors_in(before) == (before,)
        first = index - 1 if named else index
        return (before if named else None), day, [*blocks[:first], *blocks[index + 1 :]]
    return None, None, list(blocks)


def split_byline(blocks: Sequence[RawBlock]) -> tuple[str | None, list[RawBlock]]:
    """Return the names of the first byline among the blocks, and the blocks without that one."""
    for index, block in enumerate(blocks):
        if names := written_by(block.draft.text.partition("\n")[0]):
            return parted_from_date(names)[0], [*blocks[:index], *blocks[index + 1 :]]
    return None, list(blocks)
