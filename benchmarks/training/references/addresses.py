"""Addresses, DOIs and the ways in which references bring them."""

import re

from .dates import draw_day, print_date
from .draft import Draft
from .words import frequent

_ENDINGS = [
    ".com",
    ".com",
    ".org",
    ".org",
    ".net",
    ".de",
    ".fr",
    ".co.uk",
    ".gov",
    ".int",
    ".es",
    ".it",
    ".com.br",
    ".ru",
    ".example",
    ".info",
    ".io",
    ".edu",
    ".gov.uk",
    ".eu",
    ".at",
    ".ch",
]


def draw_url(draft: Draft) -> str:
    """Draw an address."""
    pick, source = draft.pick, draft.random
    words = frequent("en" if draft.language == "ru" or draft.chance(0.6) else draft.language)
    name = re.sub("[^a-z]", "", source.choice(words[300:9000])) or "news"
    host = pick("www.", "", "www.", "www1.", "blogs.", "data.", "news.") + name
    host += source.choice(_ENDINGS)
    path = "".join("/" + _step(draft) for _ in range(source.randint(0, 4)))
    if draft.chance(0.15):
        path += pick(".html", ".htm", ".pdf", ".php", ".aspx")
    if draft.chance(0.12):
        number = source.randint(1, 99999)
        path += "?" + pick("utm_source=twitter", f"id={number}", "q=a&lang=en", "ref=share")
    if draft.chance(0.15):
        path += "/"
    scheme = pick("https://", "https://", "https://", "http://", "")
    if not scheme and not path and not host.startswith("www"):
        path = "/" + _slug(draft)
    url = scheme + host + path
    if draft.chance(0.03):
        stamp = source.randint(2001 * 10**10, 2025 * 10**10)
        url = f"https://web.archive.org/web/{stamp}/https://{host}{path}"
    joints = [place for place, sign in enumerate(url) if sign in "-/." and place > 10]
    if joints and draft.chance(0.05):
        cut = source.choice(joints) + 1
        url = url[:cut] + " " + url[cut:] if cut < len(url) else url
    return url


def draw_doi(draft: Draft) -> str:
    """Draw a DOI without prefix, now and then broken by a blank."""
    number = draft.random.randint
    year = number(2000, 2025)
    journal = draft.pick("cell", "jfineco", "socscimed", "ecolecon")
    ending = draft.pick(
        f"s{number(10000, 99999)}-{number(0, 30):03d}-{number(1000, 99999)}",
        f"j.{journal}.{year}.{number(1, 12):02d}.{number(1, 999):03d}",
        f"zenodo.{number(1000, 9999999)}",
        str(number(1000000, 99999999)),
        f"science.abc{number(1000, 9999)}",
        f"{year}.{number(1, 12):02d}.{number(1, 28):02d}.{number(10**7, 10**8)}",
        f"978-3-{number(10, 999)}-{number(10000, 99999)}-{number(0, 9)}_{number(1, 30)}",
    )
    gap = " " if draft.chance(0.05) else ""
    return f"10.{number(1000, 99999)}/{gap}{ending}"


def put_doi(draft: Draft) -> None:
    """Print a DOI with one of the usual prefixes."""
    draft.put(draft.pick(". ", ", ", ". ", " "))
    prefix = draft.pick(
        "https://doi.org/", "http://dx.doi.org/", "doi:", "doi: ", "DOI: ", "DOI ", "", "doi.org/"
    )
    if prefix.endswith("/"):
        draft.put(prefix + draw_doi(draft), "doi")
    else:
        draft.put(prefix)
        draft.put(draw_doi(draft), "doi")


def put_url(draft: Draft, url: str | None = None) -> None:
    """Print an address, mostly announced, and often the day on which it was visited."""
    url = url or draw_url(draft)
    is_visited = draft.chance(0.42)
    if is_visited and draft.language in {"en", "es"} and draft.chance(0.3):
        opening, joint = ("Retrieved ", draft.pick(", from ", " from "))
        if draft.language == "es":
            opening, joint = "Recuperado el ", " de "
        draft.put(". ")
        draft.put(opening)
        _put_day(draft)
        draft.put(joint)
        draft.put(url, "url")
        return
    if is_visited and draft.chance(0.25):
        _put_visit(draft)
        is_visited = False
    draft.put(draft.pick(". ", ", ", " ", ". ", ": ", " – "))
    draft.put(str(draft.listed("cues", "url")) or draft.pick(*[""] * 8, "<", "(", "[", "→ "))
    closing = {"<": ">", "(": ")", "[": "]"}.get(draft.last[-1:], "")
    if not closing and draft.chance(0.06):
        draft.put("<")
        closing = ">"
    draft.put(url, "url")
    draft.put(closing)
    if is_visited:
        _put_visit(draft)


def _put_visit(draft: Draft) -> None:
    draft.put(draft.pick(", ", ". ", " ", "; "))
    opening, _, closing = str(draft.listed("cues", "accessed")).partition("{}")
    draft.put(opening)
    _put_day(draft)
    draft.put(closing)


def _put_day(draft: Draft) -> None:
    if draft.chance(0.04):
        draft.put(draft.pick("10:42, ", "14:02, ", "9:30 pm, "))
    draft.put(print_date(draft, draw_day(draft.random), draft.style.visited), "accessed")


def _step(draft: Draft) -> str:
    number = draft.random.randint
    word = draft.random.choice(frequent("en")[200:5000])
    year, month = str(number(1990, 2026)), f"{number(1, 12):02d}"
    identifier = str(number(100, 9999999))
    return draft.pick(_slug(draft), _slug(draft), year, month, word, identifier, "en", "news")


def _slug(draft: Draft) -> str:
    words = draft.random.sample(frequent("en")[200:8000], draft.random.randint(2, 7))
    return re.sub("[^a-z-]", "", "-".join(words))
