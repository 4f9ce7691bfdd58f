"""Templates: everything escaped, nothing undefined, no control character let through."""

import datetime as dt
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from factcheck.reports.visible import cell
from factcheck.web import words
from factcheck.web.excerpt import excerpt
from factcheck.web.paths import web_address, with_query
from factcheck.web.reading.values import in_words

HERE = Path(__file__).resolve().parent
STATIC = HERE / "static"

# Controls but tab and line feed, soft hyphens, what is invisible or reorders text, lone surrogates.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)

_LANGUAGE = re.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")  # BCP 47


@cache
def environment() -> Environment:
    """Return the environment of the desk's templates."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_final,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "web_address": web_address,
        "when": when,
        "ago": ago,
        "stamp": stamp,
        "word": words.word,
        "meaning": words.meaning,
        "done": words.done,
        "in_words": in_words,
        "excerpt": excerpt,
        "language_tag": language_tag,
        "number": lambda count: f"{count:,}",
    }
    made.globals |= {
        "static": static,
        "with_query": with_query,
        "desk_styles": _own_files("css"),
        "desk_scripts": _own_files("js"),
    }
    return made


def render(template: str, **values: Any) -> str:
    """Return a template filled in; a name that it needs and does not get is an error."""
    return environment().get_template(template).render(values)


def shown(text: str) -> str:
    """Return text with what is invisible or reorders its surroundings written out."""
    return _UNSEEN.sub(lambda found: cell(found[0]), text) if _UNSEEN.search(text) else text


@cache
def static(name: str) -> str:
    """Return the address of a static file, with a mark of its content so that it may be cached."""
    mark = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?v={mark}"


def _own_files(extension: str) -> tuple[str, ...]:
    """Return the desk's style sheets or scripts, ``desk`` first: every page links them all."""
    found = sorted(path.name for path in STATIC.glob(f"*.{extension}"))
    return tuple(sorted(found, key=lambda name: not name.startswith("desk.")))


def language_tag(stated: str | None) -> str:
    """Return a document's language if a ``lang`` attribute may hold what it states, else ""."""
    tag = (stated or "").replace("_", "-")
    return tag if _LANGUAGE.fullmatch(tag) else ""


def when(moment: dt.datetime) -> str:
    """Return a moment for people: "23 Nov 2026, 14:05 UTC"."""
    utc = moment.astimezone(dt.UTC)
    return f"{utc.day} {utc:%b %Y, %H:%M} UTC"


def stamp(moment: dt.datetime) -> str:
    """Return a moment for ``<time datetime>``."""
    return moment.astimezone(dt.UTC).isoformat(timespec="seconds")


def ago(moment: dt.datetime, now: dt.datetime) -> str:
    """Return how long ago a moment was, or how far ahead it is, to the unit that matters."""
    seconds = (now - moment).total_seconds()
    for size, unit in ((86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")):
        if abs(seconds) >= size:
            amount = f"{int(abs(seconds) // size)} {unit}"
            return f"{amount} ago" if seconds > 0 else f"in {amount}"
    return "just now"


def _final(value: Any) -> Any:
    if value is None:
        return ""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value
